import { Scatter, ScatterChart, usePlotArea, XAxis, YAxis } from 'recharts';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';
import { useText } from '../text.tsx';
import classes from './Chart.module.css';
import { type PlacedLabel, placeLabels, shortNumber, ticks125 } from './map-layout.ts';
import type { MapRegion, RuleMapProps } from './RuleMap.tsx';
import { useClampedScale } from './use-clamped-scale.ts';

const LEFT = 50;
const RIGHT = 20;
const BOTTOM = 48;
const AXIS_LINE = 26;

/** The drawing of `RuleMap`, apart from it because its package is large. */
export function RuleMapDrawing(props: RuleMapProps & { readonly width: number }) {
  const { regions, points, xLabel, yLabel, xScale, yScale, width, height = 300 } = props;
  const line = { stroke: 'var(--control)' };
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 2, right: RIGHT, bottom: BOTTOM - AXIS_LINE, left: 0 }}
      accessibilityLayer={false}
    >
      <Regions regions={regions} />
      <XAxis
        type="number"
        dataKey="x"
        scale="log"
        domain={[...xScale]}
        ticks={[...ticks125(xScale)]}
        allowDataOverflow
        height={AXIS_LINE}
        tickSize={5}
        tickLine={line}
        axisLine={line}
        tick={<ShortTick axis="x" />}
        interval={0}
      />
      <YAxis
        type="number"
        dataKey="y"
        scale="log"
        domain={[...yScale]}
        ticks={[...ticks125(yScale)]}
        allowDataOverflow
        width={LEFT}
        tickSize={5}
        tickLine={line}
        axisLine={line}
        tick={<ShortTick axis="y" />}
        interval={0}
      />
      <RegionNames regions={regions} />
      <Points points={points} xLabel={xLabel} yLabel={yLabel} />
      <Scatter data={points.map(({ x, y }) => ({ x, y }))} isAnimationActive={false} shape={() => <g />} />
      <AxisNames xLabel={xLabel} yLabel={yLabel} />
    </ScatterChart>
  );
}

/** Areas under the axes, each with its edge: solid or dashed, in the colour of its standing. */
function Regions({ regions }: Pick<RuleMapProps, 'regions'>) {
  const x = useClampedScale('x');
  const y = useClampedScale('y');
  const area = usePlotArea();
  if (x === null || y === null || area === undefined) return null;
  const frame = { left: area.x, right: area.x + area.width, top: area.y, bottom: area.y + area.height };
  // Where two regions share an edge the solid one must show.
  const byEdge = [...regions].sort((a, b) => Number(a.edge === 'solid') - Number(b.edge === 'solid'));
  return (
    <>
      {regions.map((region) => (
        <polygon
          key={region.id}
          className={`${classes['region'] ?? ''} ${classes['regionFill'] ?? ''}`}
          data-tone={region.tone}
          points={region.corners.map(([cx, cy]) => `${x(cx)},${y(cy)}`).join(' ')}
        />
      ))}
      {byEdge.map((region) => (
        <path
          key={region.id}
          className={classes['edge']}
          data-tone={region.tone}
          strokeDasharray={region.edge === 'dashed' ? '5 3' : undefined}
          d={edgePath(region, x, y, frame)}
        />
      ))}
    </>
  );
}

function RegionNames({ regions }: Pick<RuleMapProps, 'regions'>) {
  const x = useClampedScale('x');
  const y = useClampedScale('y');
  if (x === null || y === null) return null;
  return regions.map((region) => (
    <text
      key={region.id}
      className={classes['regionLabel']}
      data-tone={region.tone}
      x={x(region.labelAt[0])}
      y={y(region.labelAt[1]) + 4}
      textAnchor="middle"
    >
      {region.label}
    </text>
  ));
}

/** The items, the one of the page last and on top, with names where there is room. */
function Points({ points, xLabel, yLabel }: Pick<RuleMapProps, 'points' | 'xLabel' | 'yLabel'>) {
  const t = useText();
  const x = useClampedScale('x');
  const y = useClampedScale('y');
  const area = usePlotArea();
  if (x === null || y === null || area === undefined) return null;
  const frame = { left: area.x, right: area.x + area.width, top: area.y, bottom: area.y + area.height };
  const labels = placeLabels(
    points.map((point) => ({ id: point.id, text: point.label, x: x(point.x), y: y(point.y), strong: point.strong === true })),
    frame,
  );
  return [...points]
    .sort((a, b) => Number(a.strong === true) - Number(b.strong === true))
    .map((point) => (
      <Point
        key={point.id}
        strong={point.strong === true}
        cx={x(point.x)}
        cy={y(point.y)}
        left={frame.left}
        bottom={frame.bottom}
        label={labels.get(point.id)}
        spoken={`${point.label}: ${xLabel} ${formatQuantity(point.x, t.locale)}, ${yLabel} ${formatQuantity(point.y, t.locale)}`}
      />
    ));
}

function AxisNames({ xLabel, yLabel }: Pick<RuleMapProps, 'xLabel' | 'yLabel'>) {
  const area = usePlotArea();
  if (area === undefined) return null;
  return (
    <>
      <text className={classes['tick']} x={area.x + area.width} y={area.y + area.height + 38} textAnchor="end">
        {xLabel}
      </text>
      <text className={classes['tick']} transform={`translate(11 ${area.y + area.height}) rotate(-90)`}>
        {yLabel}
      </text>
    </>
  );
}

interface ShortTickProps {
  readonly axis: 'x' | 'y';
  readonly x?: number;
  readonly y?: number;
  readonly payload?: { readonly value: number };
}

function ShortTick({ axis, x = 0, y = 0, payload }: ShortTickProps) {
  return (
    <text
      className={classes['tick']}
      x={axis === 'x' ? x : x - 2}
      y={axis === 'x' ? y + 10 : y + 4}
      textAnchor={axis === 'x' ? 'middle' : 'end'}
    >
      {shortNumber(payload?.value ?? 0)}
    </text>
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
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: focusable so that its numbers can be read by keyboard
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
function edgePath(
  region: MapRegion,
  x: (v: number) => number,
  y: (v: number) => number,
  frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): string {
  const corners = region.corners.map(([cx, cy]) => [x(cx), y(cy)] as const);
  return corners
    .map(([x1, y1], place) => {
      const [x2, y2] = corners[(place + 1) % corners.length] ?? [x1, y1];
      const onFrame = (x1 === x2 && (x1 === frame.left || x1 === frame.right)) || (y1 === y2 && (y1 === frame.top || y1 === frame.bottom));
      return onFrame ? '' : `M${x1} ${y1} L${x2} ${y2}`;
    })
    .join('');
}
