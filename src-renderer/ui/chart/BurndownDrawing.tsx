import { Line, LineChart, usePlotArea, XAxis, YAxis } from 'recharts';
import { formatDayShort } from '../../../src-shared/text/dates.ts';
import { useText } from '../text.tsx';
import type { BurndownProps } from './Burndown.tsx';
import classes from './Chart.module.css';
import { useClampedScale } from './use-clamped-scale.ts';

const MARGIN = { top: 40, right: 8, bottom: 4, left: 0 } as const;
const AXIS = 40;
/** Room a day takes along the axis with its month, `28 Sept`. */
const TICK = 68;
/** Width from which on the line is named. */
const NAMED_FROM = 480;

/** The drawing of `Burndown`, apart from it because its package is large. */
export function BurndownDrawing(props: BurndownProps & { readonly width: number }) {
  const { actual, ideal, columnOf: place, columns, ticks, today, width, height = 560, unit } = props;
  const { locale } = useText();
  const marks = thinned(ticks, width, locale);
  // One list for both lines: each takes its own points and joins them over the gaps, in the order given.
  const data = [
    ...ideal.map((point) => ({ x: place(point.day), ideal: point.left })),
    ...actual.map((point) => ({ x: place(point.day), actual: point.left })),
  ];
  const top = niceTop(Math.max(1, ...actual.map((point) => point.left), ...ideal.map((point) => point.left)));
  return (
    <LineChart data={data} width={width} height={height} margin={MARGIN} accessibilityLayer={false}>
      <GridLines ticks={top.ticks} />
      <Forecast {...props} place={place} />
      <XAxis
        type="number"
        dataKey="x"
        domain={[0, columns]}
        ticks={marks.map(({ day }) => place(day))}
        allowDataOverflow
        height={30}
        tickSize={5}
        tickLine={{ stroke: 'var(--control)' }}
        axisLine={{ stroke: 'var(--control)' }}
        tick={<DayTick labels={new Map(marks.map(({ day, label }) => [place(day), label]))} />}
        interval={0}
      />
      <YAxis
        type="number"
        domain={[0, top.value]}
        ticks={[...top.ticks]}
        width={AXIS}
        axisLine={false}
        tickLine={false}
        tick={<CountTick />}
        interval={0}
      />
      <Line
        dataKey="ideal"
        type="linear"
        stroke="var(--control)"
        strokeWidth={1.3}
        strokeDasharray="5 4"
        dot={false}
        activeDot={false}
        connectNulls
        isAnimationActive={false}
      />
      <Line
        dataKey="actual"
        type="linear"
        stroke="var(--c1)"
        strokeWidth={2.2}
        dot={false}
        activeDot={false}
        connectNulls
        isAnimationActive={false}
      />
      <Marks {...props} place={place} today={today} unit={unit} />
    </LineChart>
  );
}

type Placed = BurndownProps & { readonly place: (day: string) => number };

/** Days that nothing would be left, as a fan from today. */
function Forecast({ forecast, actual, place }: Placed) {
  const x = useClampedScale('x');
  const y = useClampedScale('y');
  const now = actual.at(-1);
  if (x === null || y === null || forecast === null || now === undefined) return null;
  const from = [x(place(now.day)), y(now.left)] as const;
  return (
    <g>
      <path
        className={classes['forecast']}
        d={`M${from[0]} ${from[1]}L${x(place(forecast.earliest))} ${y(0)}H${x(place(forecast.latest))}Z`}
      />
      <line className={classes['forecastLine']} x1={from[0]} y1={from[1]} x2={x(place(forecast.likely))} y2={y(0)} />
    </g>
  );
}

/** Today, what is left, the steps of scope with their words, and one point a week that can be read by keyboard. */
function Marks({ actual, ideal, steps, today, now, forecast, place, unit }: Placed) {
  const t = useText();
  const x = useClampedScale('x');
  const y = useClampedScale('y');
  const area = usePlotArea();
  if (x === null || y === null || area === undefined) return null;
  const end = actual.at(-1);
  const at = end === undefined ? null : { x: x(place(end.day)), y: y(end.left) };
  const todayX = x(place(today));
  const nowFits = at !== null && at.x + 10 + now.length * 7 < area.x + area.width;
  // In a small chart the name of the line would lie on the axis.
  const idealLabel = ideal[0] === undefined || area.width < NAMED_FROM ? null : middleOf(ideal, place);
  const scope = placedSteps(
    steps.map((step) => ({
      ...step,
      x: x(place(step.day)),
      foot: y(Math.max(...actual.filter((point) => point.day === step.day).map((point) => point.left), 0)),
    })),
    area,
  );
  return (
    <g>
      <text className={classes['tick']} x={area.x} y={14}>
        {unit}
      </text>
      <line className={classes['todayLine']} x1={todayX} x2={todayX} y1={area.y - 10} y2={area.y + area.height} />
      {scope.map((step) => (
        <path key={`${step.day} ${step.label}`} className={classes['axis']} d={`M${step.x} ${step.foot - 4}V${step.head}`} />
      ))}
      {/* Over all the lines, so that the line of a later step does not run through the words of an earlier one. */}
      {scope.map((step) => (
        <text
          key={`${step.day} ${step.label}`}
          className={`${classes['tick'] ?? ''} ${classes['halo'] ?? ''}`}
          x={step.x + step.dx}
          y={step.head + 8}
          textAnchor={step.anchor}
        >
          {step.label}
        </text>
      ))}
      {idealLabel === null ? null : (
        <text
          className={`${classes['tick'] ?? ''} ${classes['halo'] ?? ''}`}
          x={x(idealLabel.x) - 10}
          y={y(idealLabel.left) + 18}
          textAnchor="end"
        >
          {t('chart.ideal')}
        </text>
      )}
      {forecast === null ? null : (
        <text
          className={`${classes['tick'] ?? ''} ${classes['halo'] ?? ''}`}
          x={Math.min(x(place(forecast.latest)), area.x + area.width)}
          y={y((end?.left ?? 0) * 0.42)}
          textAnchor="end"
        >
          {forecast.label}
        </text>
      )}
      {actual
        .filter((_, place_) => place_ % 5 === 0)
        .map((point) => (
          <WeekPoint
            key={point.day}
            cx={x(place(point.day))}
            cy={y(point.left)}
            label={t('chart.burndownPoint', { day: formatDayShort(point.day, t.locale), left: point.left, unit })}
          />
        ))}
      {at === null ? null : (
        <>
          <circle cx={at.x} cy={at.y} r={5} fill="var(--surface)" stroke="var(--c1)" strokeWidth={2.2} />
          <text className={classes['burndownNow']} x={nowFits ? at.x + 10 : at.x - 10} y={at.y - 8} textAnchor={nowFits ? 'start' : 'end'}>
            {now}
          </text>
        </>
      )}
    </g>
  );
}

function WeekPoint({ cx, cy, label }: { readonly cx: number; readonly cy: number; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: focusable so that its numbers can be read by keyboard
    <g className={classes['point']} tabIndex={0} role="img" aria-label={label}>
      <title>{label}</title>
      <circle cx={cx} cy={cy} r={8} fill="transparent" />
    </g>
  );
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A step of scope where it is drawn: its place along the axis and the end of its line at the curve, in pixels. */
interface StepAt {
  readonly day: string;
  readonly label: string;
  readonly x: number;
  readonly foot: number;
}

const STEP_LINE = 40;
const STEP_WORDS = 18;

/**
 * Words of steps that would run into each other stand one line above the other, whatever the heights of the curve below them; near the right
 * edge they stand left of their line. `head` is where the line of a step ends, beside its words.
 */
function placedSteps(steps: readonly StepAt[], area: Area) {
  let free = Number.NEGATIVE_INFINITY;
  let last = 0;
  return steps.map((step) => {
    const wide = step.label.length * 6.4;
    const wanted = step.foot - STEP_LINE;
    const head = Math.max(area.y + 8, step.x < free ? Math.min(wanted, last - STEP_WORDS) : wanted);
    free = Math.max(free, step.x + wide + 16);
    last = head;
    const left = step.x + wide + 12 > area.x + area.width;
    return { ...step, head, dx: left ? -6 : 6, anchor: left ? ('end' as const) : ('start' as const) };
  });
}

/** A point about a sixth along the line, where its name stands clear of what was really left. */
function middleOf(ideal: BurndownProps['ideal'], place: (day: string) => number): { readonly x: number; readonly left: number } | null {
  const point = ideal[Math.floor(ideal.length / 6)];
  return point === undefined ? null : { x: place(point.day), left: point.left };
}

function GridLines({ ticks }: { readonly ticks: readonly number[] }) {
  const y = useClampedScale('y');
  const area = usePlotArea();
  if (y === null || area === undefined) return null;
  return ticks
    .filter((tick) => tick > 0)
    .map((tick) => <line key={tick} className={classes['gridLine']} x1={area.x} x2={area.x + area.width} y1={y(tick)} y2={y(tick)} />);
}

interface TickProps {
  readonly x?: number;
  readonly y?: number;
  readonly payload?: { readonly value: number };
}

/** A day under its tick; the first one starts at the axis. */
function DayTick({ x = 0, y = 0, payload, labels }: TickProps & { readonly labels: ReadonlyMap<number, string> }) {
  const at = payload?.value ?? 0;
  return (
    <text className={classes['tick']} x={x} y={y + 12} textAnchor={at === 0 ? 'start' : 'middle'}>
      {labels.get(at)}
    </text>
  );
}

function CountTick({ x = 0, y = 0, payload }: TickProps) {
  return (
    <text className={classes['tick']} x={x - 2} y={y + 4} textAnchor="end">
      {payload?.value}
    </text>
  );
}

/** All of them, or every second and so on where their words would touch. The month is said with the first day that is named in it. */
function thinned(ticks: readonly string[], width: number, locale: string): ReadonlyArray<{ readonly day: string; readonly label: string }> {
  const every = Math.max(1, Math.ceil((ticks.length * TICK) / Math.max(1, width - AXIS)));
  const named = ticks.filter((_, place) => place % every === 0);
  return named.map((day, place) => ({
    day,
    label: day.slice(0, 7) === named[place - 1]?.slice(0, 7) ? String(Number(day.slice(8))) : formatDayShort(day, locale),
  }));
}

/** The end of an axis that starts at nothing, with round steps, seven at most. */
function niceTop(most: number): { readonly value: number; readonly ticks: readonly number[] } {
  const rough = most / 7;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power);
  const count = Math.max(1, Math.ceil(most / step));
  return { value: Math.max(most * 1.04, count * step), ticks: Array.from({ length: count + 1 }, (_, place) => place * step) };
}
