import type { ReactNode } from 'react';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';
import { Quantity } from '../Quantity.tsx';
import { logPosition } from '../range-scale.ts';
import { useText } from '../text.tsx';
import { Chart } from './Chart.tsx';
import classes from './Chart.module.css';
import { placeLabels, shortNumber, ticks125, type PlacedLabel } from './map-layout.ts';

export interface MapRegion {
  readonly id: string;
  readonly label: string;
  readonly tone: 'restricted' | 'review' | 'info' | 'clear';
  readonly edge: 'solid' | 'dashed';
  /** Corners in axis units, in order; `Infinity` reaches the right or upper end, 0 the left or lower one. */
  readonly corners: ReadonlyArray<readonly [number, number]>;
  /** Where its name stands, in axis units. */
  readonly labelAt: readonly [number, number];
}

export interface MapPoint {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** The item of this page: drawn filled, with lines to both axes. */
  readonly strong?: boolean;
}

interface RuleMapProps {
  readonly title: string;
  readonly regions: readonly MapRegion[];
  readonly points: readonly MapPoint[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Ends of the log axes. Points outside are moved to the edge. */
  readonly xScale: readonly [number, number];
  readonly yScale: readonly [number, number];
  readonly height?: number;
  readonly actions?: ReactNode;
}

const LEFT = 50;
const RIGHT = 20;

/** A rule drawn as a map: its regions, the item with its coordinates, and known items around it. */
export function RuleMap(props: RuleMapProps) {
  const t = useText();
  const { title, points, xLabel, yLabel, actions } = props;
  const table = {
    columns: [{ header: t('chart.item') }, { header: xLabel, align: 'end' as const }, { header: yLabel, align: 'end' as const }],
    rows: points.map((point) => ({ key: point.id, cells: [point.label, <Quantity key="x" value={point.x} />, <Quantity key="y" value={point.y} />] })),
  };
  return (
    <Chart title={title} table={table} actions={actions}>
      {(width) => <Drawing {...props} width={width} />}
    </Chart>
  );
}

function Drawing({ regions, points, xLabel, yLabel, xScale, yScale, width, height = 300 }: RuleMapProps & { readonly width: number }) {
  const t = useText();
  const right = width - RIGHT;
  const bottom = height - 48;
  const toX = logPosition(xScale, right - LEFT);
  const toY = logPosition(yScale, bottom);
  const x = (value: number) => LEFT + Math.min(right - LEFT, Math.max(0, toX(value)));
  const y = (value: number) => bottom - Math.min(bottom, Math.max(0, toY(value)));
  const labels = placeLabels(points.map((point) => ({ id: point.id, text: point.label, x: x(point.x), y: y(point.y), strong: point.strong === true })), { left: LEFT, right, top: 0, bottom });
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group">
      {regions.map((region) => (
        <g key={region.id}>
          <polygon className={`${classes['region'] ?? ''} ${classes['regionFill'] ?? ''}`} data-tone={region.tone} points={region.corners.map(([cx, cy]) => `${x(cx)},${y(cy)}`).join(' ')} />
          <path className={classes['edge']} data-tone={region.tone} strokeDasharray={region.edge === 'dashed' ? '5 3' : undefined} d={edgePath(region, x, y, { left: LEFT, right, bottom })} />
        </g>
      ))}
      <path className={classes['axis']} fill="none" d={`M${LEFT} 0 V${bottom} H${right}`} />
      {ticks125(xScale).map((value) => (
        <g key={value}>
          <line className={classes['axis']} x1={x(value)} x2={x(value)} y1={bottom} y2={bottom + 5} />
          <text className={classes['tick']} x={x(value)} y={bottom + 19} textAnchor="middle">
            {shortNumber(value)}
          </text>
        </g>
      ))}
      {ticks125(yScale).map((value) => (
        <g key={value}>
          <line className={classes['axis']} x1={LEFT - 5} x2={LEFT} y1={y(value)} y2={y(value)} />
          <text className={classes['tick']} x={LEFT - 9} y={y(value) + 4} textAnchor="end">
            {shortNumber(value)}
          </text>
        </g>
      ))}
      <text className={classes['tick']} x={right} y={bottom + 38} textAnchor="end">
        {xLabel}
      </text>
      <text className={classes['tick']} transform={`translate(11 ${bottom}) rotate(-90)`}>
        {yLabel}
      </text>
      {regions.map((region) => (
        <text key={region.id} className={classes['regionLabel']} data-tone={region.tone} x={x(region.labelAt[0])} y={y(region.labelAt[1]) + 4} textAnchor="middle">
          {region.label}
        </text>
      ))}
      {[...points].sort((a, b) => Number(a.strong === true) - Number(b.strong === true)).map((point) => (
        <Point
          key={point.id}
          strong={point.strong === true}
          cx={x(point.x)}
          cy={y(point.y)}
          left={LEFT}
          bottom={bottom}
          label={labels.get(point.id)}
          spoken={`${point.label}: ${xLabel} ${formatQuantity(point.x, t.locale)}, ${yLabel} ${formatQuantity(point.y, t.locale)}`}
        />
      ))}
    </svg>
  );
}

interface PointProps {
  readonly strong: boolean;
  readonly cx: number;
  readonly cy: number;
  readonly left: number;
  readonly bottom: number;
  readonly label: PlacedLabel | undefined;
  readonly spoken: string;
}

function Point({ strong, cx, cy, left, bottom, label, spoken }: PointProps) {
  return (
    <g className={classes['point']} tabIndex={0} role="img" aria-label={spoken}>
      <title>{spoken}</title>
      {strong ? <path className={classes['cross']} fill="none" d={`M${left} ${cy} H${cx} V${bottom}`} /> : null}
      <circle className={strong ? classes['dotStrong'] : classes['dot']} cx={cx} cy={cy} r={strong ? 5.5 : 3} />
      {label === undefined ? null : (
        <text className={strong ? classes['dotLabelStrong'] : classes['tick']} x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.text}
        </text>
      )}
    </g>
  );
}

/** The border of a region without the parts that only run along the frame. */
function edgePath(region: MapRegion, x: (v: number) => number, y: (v: number) => number, frame: { readonly left: number; readonly right: number; readonly bottom: number }): string {
  const corners = region.corners.map(([cx, cy]) => [x(cx), y(cy)] as const);
  return corners
    .map(([x1, y1], place) => {
      const [x2, y2] = corners[(place + 1) % corners.length] ?? [x1, y1];
      const onFrame = (x1 === x2 && (x1 === frame.left || x1 === frame.right)) || (y1 === y2 && (y1 === 0 || y1 === frame.bottom));
      return onFrame ? '' : `M${x1} ${y1} L${x2} ${y2}`;
    })
    .join('');
}
