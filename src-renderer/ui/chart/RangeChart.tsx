import type { ReactNode } from 'react';
import { formatQuantity, superscript } from '../../../src-shared/text/numbers.ts';
import { Quantity } from '../Quantity.tsx';
import { logPosition, logTicks, type Limit, type Range } from '../range-scale.ts';
import { useText } from '../text.tsx';
import { Chart } from './Chart.tsx';
import classes from './Chart.module.css';

export interface RangeSeries {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  /** Chart colour 1 to 6; `ink` for the one that verdicts use. */
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6 | 'ink';
  readonly marker?: 'dot' | 'diamond' | 'square';
}

interface RangeChartProps {
  readonly title: string;
  readonly series: readonly RangeSeries[];
  readonly limits: readonly Limit[];
  /** `operations (FLOP), logarithmic` */
  readonly axisLabel: string;
  readonly actions?: ReactNode;
  readonly labelWidth?: number;
}

const TOP = 26;
const STEP = 46;

/** Ranges one below the other on a log axis, against the lines they are compared with. */
export function RangeChart({ title, series, limits, axisLabel, actions, labelWidth = 124 }: RangeChartProps) {
  const t = useText();
  const table = {
    columns: [{ header: t('chart.series') }, { header: t('chart.low'), align: 'end' as const }, { header: t('chart.likely'), align: 'end' as const }, { header: t('chart.high'), align: 'end' as const }],
    rows: [
      ...series.map(({ id, label, range }) => ({ key: id, cells: [label, <Quantity key="l" value={range.low} />, <Quantity key="m" value={range.likely} />, <Quantity key="h" value={range.high} />] })),
      ...limits.map((limit) => ({ key: `limit-${limit.value}-${limit.label ?? ''}`, cells: [limit.label ?? t('chart.limit'), '', <Quantity key="m" value={limit.value} />, ''] })),
    ],
  };
  return (
    <Chart title={title} table={table} actions={actions}>
      {(width) => <Drawing series={series} limits={limits} axisLabel={axisLabel} width={width} labelWidth={labelWidth} />}
    </Chart>
  );
}

interface DrawingProps extends Pick<RangeChartProps, 'series' | 'limits' | 'axisLabel'> {
  readonly width: number;
  readonly labelWidth: number;
}

function Drawing({ series, limits, axisLabel, width, labelWidth }: DrawingProps) {
  const t = useText();
  const ends = scaleOf(series, limits);
  const inner = Math.max(120, width - labelWidth - 16);
  const at = logPosition(ends, inner);
  const x = (value: number) => labelWidth + Math.min(inner, Math.max(0, at(value)));
  const bottom = TOP + series.length * STEP + 14;
  const { major, minor } = logTicks(ends);
  return (
    <svg width={width} height={bottom + 48} viewBox={`0 0 ${width} ${bottom + 48}`} role="group">
      <line className={classes['axis']} x1={labelWidth} x2={labelWidth + inner} y1={bottom} y2={bottom} />
      {minor.map((value) => (
        <line key={value} className={classes['axis']} strokeWidth={0.7} x1={x(value)} x2={x(value)} y1={bottom} y2={bottom + 3} />
      ))}
      {major.map((value) => (
        <g key={value}>
          <line className={classes['axis']} strokeWidth={1.2} x1={x(value)} x2={x(value)} y1={bottom} y2={bottom + 7} />
          <text className={classes['tick']} x={x(value)} y={bottom + 23} textAnchor="middle">
            10{superscript(Math.round(Math.log10(value)))}
          </text>
        </g>
      ))}
      <text className={classes['tick']} x={labelWidth + inner} y={bottom + 43} textAnchor="end">
        {axisLabel}
      </text>
      {limits.map((limit, place) => (
        <g key={`${limit.value}-${limit.label ?? place}`}>
          <line
            className={limit.strong === true ? classes['limitStrong'] : classes['limit']}
            strokeDasharray={limit.dashed === true ? '4 3' : undefined}
            x1={x(limit.value)}
            x2={x(limit.value)}
            y1={TOP}
            y2={bottom}
          />
          <text className={limit.strong === true ? classes['textMedium'] : classes['tick']} x={x(limit.value)} y={TOP - 9} textAnchor={anchorAt(x(limit.value), width)}>
            {limit.label}
          </text>
        </g>
      ))}
      {series.map((one, place) => {
        const y = TOP + place * STEP + 30;
        const strong = one.colour === 'ink';
        return (
          <g
            key={one.id}
            className={classes['series']}
            data-colour={one.colour}
            tabIndex={0}
            role="img"
            aria-label={`${one.label}. ${t('range.label', { likely: formatQuantity(one.range.likely, t.locale), low: formatQuantity(one.range.low, t.locale), high: formatQuantity(one.range.high, t.locale) })}`}
          >
            <text className={strong ? classes['textStrong'] : classes['text']} x={0} y={y + 4}>
              {one.label}
            </text>
            <line className={classes['span']} x1={x(one.range.low)} x2={x(one.range.high)} y1={y} y2={y} />
            {[one.range.low, one.range.high].map((end, which) => (
              <line key={which} className={classes['end']} x1={x(end)} x2={x(end)} y1={y - 7} y2={y + 7} />
            ))}
            <Marker shape={one.marker ?? 'dot'} x={x(one.range.likely)} y={y} />
            {strong ? (
              <>
                <text className={classes['tick']} x={x(one.range.low) - 8} y={y + 4} textAnchor="end">
                  {formatQuantity(one.range.low, t.locale)}
                </text>
                <text className={classes['tick']} x={x(one.range.high) + 8} y={y + 4}>
                  {formatQuantity(one.range.high, t.locale)}
                </text>
              </>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

/** A marker that differs in shape as well as colour. */
export function Marker({ shape, x, y }: { readonly shape: 'dot' | 'diamond' | 'square'; readonly x: number; readonly y: number }) {
  if (shape === 'dot') return <circle className={classes['mark']} cx={x} cy={y} r={5} />;
  return (
    <rect className={classes['mark']} x={x - 4.5} y={y - 4.5} width={9} height={9} transform={shape === 'diamond' ? `rotate(45 ${x} ${y})` : undefined} />
  );
}

function scaleOf(series: readonly RangeSeries[], limits: readonly Limit[]): readonly [number, number] {
  const values = [...series.flatMap(({ range }) => [range.low, range.high]), ...limits.map(({ value }) => value)].filter((value) => value > 0);
  if (values.length === 0) return [1e22, 1e27];
  return [Math.min(...values) / 2.2, Math.max(...values) * 3.2];
}

function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  return x > width - 60 ? 'end' : 'middle';
}
