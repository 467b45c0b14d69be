import { Scatter, ScatterChart, usePlotArea, XAxis, YAxis } from 'recharts';
import { formatQuantity, superscript } from '../../../src-shared/text/numbers.ts';
import { type Limit, logTicks, spreadLabels } from '../range-scale.ts';
import { useText } from '../text.tsx';
import classes from './Chart.module.css';
import type { RangeChartProps, RangeSeries } from './RangeChart.tsx';
import { useClampedScale } from './use-clamped-scale.ts';

const TOP = 26;
const STEP = 46;
const AXIS = 52;
const AXIS_LINE = 30;

interface DrawingProps extends Pick<RangeChartProps, 'series' | 'limits' | 'axisLabel'> {
  readonly width: number;
  readonly labelWidth: number;
}

/** The drawing of `RangeChart`, apart from it because its package is large. */
export function RangeDrawing({ series, limits, axisLabel, width, labelWidth }: DrawingProps) {
  const ends = scaleOf(series, limits);
  const { major } = logTicks(ends);
  const height = TOP + series.length * STEP + 14 + AXIS;
  const data = series.map((one, place) => ({ x: one.range.likely, y: place, one }));
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: TOP, right: 16, bottom: AXIS - AXIS_LINE, left: labelWidth }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        dataKey="x"
        scale="log"
        domain={[...ends]}
        ticks={[...major]}
        height={AXIS_LINE}
        tickSize={7}
        tickLine={{ stroke: 'var(--control)', strokeWidth: 1.2 }}
        axisLine={{ stroke: 'var(--control)' }}
        tick={<PowerTick />}
        interval={0}
      />
      <YAxis type="number" dataKey="y" domain={[-0.65, series.length - 0.35]} reversed hide />
      <MinorTicks ends={ends} />
      <LimitLines limits={limits} width={width} />
      <AxisName>{axisLabel}</AxisName>
      <Scatter data={data} isAnimationActive={false} shape={(props: unknown) => <SeriesShape {...(props as ShapeProps)} />} />
    </ScatterChart>
  );
}

interface ShapeProps {
  readonly cy: number;
  readonly payload: { readonly one: RangeSeries };
}

/** One range: its name, the bar from low to high, the likely value as a marker. */
function SeriesShape({ cy, payload: { one } }: ShapeProps) {
  const t = useText();
  const x = useClampedScale('x');
  if (x === null) return null;
  const { low, likely, high } = one.range;
  const strong = one.colour === 'ink';
  const words = { likely: formatQuantity(likely, t.locale), low: formatQuantity(low, t.locale), high: formatQuantity(high, t.locale) };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: focusable so that its numbers can be read by keyboard
    <g
      className={classes['series']}
      data-colour={one.colour}
      tabIndex={0}
      role="img"
      aria-label={`${one.label}. ${t('range.label', words)}`}
    >
      <title>{t('range.label', words)}</title>
      <text className={strong ? classes['textStrong'] : classes['text']} x={0} y={cy + 4}>
        {one.label}
      </text>
      <line className={classes['span']} x1={x(low)} x2={x(high)} y1={cy} y2={cy} />
      {[low, high].map((end, which) => (
        <line key={which === 0 ? 'low' : 'high'} className={classes['end']} x1={x(end)} x2={x(end)} y1={cy - 7} y2={cy + 7} />
      ))}
      <Marker shape={one.marker ?? 'dot'} x={x(likely)} y={cy} />
      {strong ? (
        <>
          <text className={classes['tick']} x={x(low) - 8} y={cy + 4} textAnchor="end">
            {words.low}
          </text>
          <text className={classes['tick']} x={x(high) + 8} y={cy + 4}>
            {words.high}
          </text>
        </>
      ) : null}
    </g>
  );
}

function LimitLines({ limits, width }: { readonly limits: readonly Limit[]; readonly width: number }) {
  const x = useClampedScale('x');
  const area = usePlotArea();
  if (x === null || area === undefined) return null;
  const labels = spreadLabels(
    limits.map((limit) => ({ x: x(limit.value), text: limit.label ?? '', strong: limit.strong === true })),
    width,
  );
  return (
    <>
      {limits.map((limit, place) => (
        <line
          key={`${limit.value}-${limit.label ?? place}`}
          className={limit.strong === true ? classes['limitStrong'] : classes['limit']}
          strokeDasharray={limit.dashed === true ? '4 3' : undefined}
          x1={x(limit.value)}
          x2={x(limit.value)}
          y1={area.y}
          y2={area.y + area.height}
        />
      ))}
      {labels.map((label) => (
        <text
          key={label.text}
          className={label.strong ? classes['textMedium'] : classes['tick']}
          x={label.x}
          y={area.y - 9}
          textAnchor="middle"
        >
          {label.text}
        </text>
      ))}
    </>
  );
}

function MinorTicks({ ends }: { readonly ends: readonly [number, number] }) {
  const x = useClampedScale('x');
  const area = usePlotArea();
  if (x === null || area === undefined) return null;
  const y = area.y + area.height;
  return logTicks(ends).minor.map((value) => (
    <line key={value} className={classes['axis']} strokeWidth={0.7} x1={x(value)} x2={x(value)} y1={y} y2={y + 3} />
  ));
}

function AxisName({ children }: { readonly children: string }) {
  const area = usePlotArea();
  if (area === undefined) return null;
  return (
    <text className={classes['tick']} x={area.x + area.width} y={area.y + area.height + 43} textAnchor="end">
      {children}
    </text>
  );
}

/** A power of ten with a raised exponent under its tick. */
function PowerTick({ x = 0, y = 0, payload }: { readonly x?: number; readonly y?: number; readonly payload?: { readonly value: number } }) {
  return (
    <text className={classes['tick']} x={x} y={y + 12} textAnchor="middle">
      10{superscript(Math.round(Math.log10(payload?.value ?? 1)))}
    </text>
  );
}

/** A marker that differs in shape as well as colour. */
function Marker({ shape, x, y }: { readonly shape: 'dot' | 'diamond' | 'square'; readonly x: number; readonly y: number }) {
  if (shape === 'dot') return <circle className={classes['mark']} cx={x} cy={y} r={5} />;
  return (
    <rect
      className={classes['mark']}
      x={x - 4.5}
      y={y - 4.5}
      width={9}
      height={9}
      transform={shape === 'diamond' ? `rotate(45 ${x} ${y})` : undefined}
    />
  );
}

function scaleOf(series: readonly RangeSeries[], limits: readonly Limit[]): readonly [number, number] {
  const values = [...series.flatMap(({ range }) => [range.low, range.high]), ...limits.map(({ value }) => value)].filter(
    (value) => value > 0,
  );
  if (values.length === 0) return [1e22, 1e27];
  return [Math.min(...values) / 2.2, Math.max(...values) * 3.2];
}
