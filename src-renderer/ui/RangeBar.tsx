import { formatQuantity } from '../../src-shared/text/numbers.ts';
import { Quantity } from './Quantity.tsx';
import classes from './RangeBar.module.css';
import { type Limit, labelHalf, logPosition, type Range, spreadLabels } from './range-scale.ts';
import { useText } from './text.tsx';
import { useWidth } from './use-width.ts';

const CELL_WIDTH = 92;

interface RangeBarProps {
  /** `null` draws an empty track and the word "unknown". */
  readonly range: Range | null;
  readonly limits: readonly Limit[];
  /** Ends of the log scale, as numbers; by default two decades below the lowest limit to half a decade above the highest. */
  readonly scale?: readonly [number, number];
  readonly showNumber?: boolean;
}

/**
 * A training compute drawn in a table cell: bar low to high, dot likely, limits as ticks, on a log scale.
 * An arrow means outside the scale, an empty track unknown. The number stands beside it and is what is read aloud.
 */
export function RangeBar({ range, limits, scale, showNumber = true }: RangeBarProps) {
  const t = useText();
  const at = logPosition(scale ?? defaultScale(limits), CELL_WIDTH);
  return (
    <span className={classes['cell']}>
      <svg className={classes['chart']} width={CELL_WIDTH} height={16} viewBox={`0 0 ${CELL_WIDTH} 16`} aria-hidden>
        <line className={classes['base']} x1={0} x2={CELL_WIDTH} y1={8} y2={8} />
        {range === null ? null : <Marks range={range} limits={limits} at={at} />}
      </svg>
      {showNumber ? range === null ? <span className="muted">{t('common.unknownWord')}</span> : <Quantity value={range.likely} /> : null}
      {range === null ? null : <span className="visually-hidden">{rangeInWords(range, t.locale, (key, params) => t(key, params))}</span>}
    </span>
  );
}

interface MarksProps {
  readonly range: Range;
  readonly limits: readonly Limit[];
  readonly at: (value: number) => number;
}

function Marks({ range, limits, at }: MarksProps) {
  const below = at(range.high) <= 0;
  const above = at(range.low) >= CELL_WIDTH;
  return (
    <>
      {limits.map((limit) => (
        <line
          key={limit.value}
          className={classes['limit']}
          x1={at(limit.value)}
          x2={at(limit.value)}
          y1={1}
          y2={15}
          strokeDasharray={limit.dashed === true ? '2 2' : undefined}
        />
      ))}
      {below ? <path className={classes['arrow']} d="M5 4 L1 8 L5 12" /> : null}
      {above ? <path className={classes['arrow']} d={`M${CELL_WIDTH - 5} 4 L${CELL_WIDTH - 1} 8 L${CELL_WIDTH - 5} 12`} /> : null}
      {below || above ? null : (
        <>
          <line className={classes['range']} strokeWidth={4} x1={clampTo(at(range.low))} x2={clampTo(at(range.high))} y1={8} y2={8} />
          <circle className={classes['dot']} cx={clampTo(at(range.likely))} cy={8} r={3} />
        </>
      )}
    </>
  );
}

interface RangeAgainstLimitProps {
  readonly range: Range;
  readonly limits: readonly Limit[];
  readonly scale?: readonly [number, number];
}

/** One range against its limits with the numbers written under it, for the Why panel. */
export function RangeAgainstLimit({ range, limits, scale }: RangeAgainstLimitProps) {
  const { ref, width } = useWidth();
  return (
    <div ref={ref} className={classes['against']}>
      {width === 0 ? null : <Against range={range} limits={limits} ends={scale ?? coveringScale(range, limits)} width={width} />}
    </div>
  );
}

interface AgainstProps extends Pick<RangeAgainstLimitProps, 'range' | 'limits'> {
  readonly ends: readonly [number, number];
  readonly width: number;
}

function Against({ range, limits, ends, width }: AgainstProps) {
  const t = useText();
  const at = logPosition(ends, width - 6);
  const x = (value: number) => 3 + Math.min(width - 6, Math.max(0, at(value)));
  const low = formatQuantity(range.low, t.locale);
  const high = formatQuantity(range.high, t.locale);
  // The end labels hang outwards from their ends, so that they part where the range is short.
  const labels = spreadLabels(
    [
      ...limits.map((limit) => ({ x: x(limit.value), text: formatQuantity(limit.value, t.locale), strong: true })),
      { x: range.high > range.low ? x(range.low) - labelHalf(low) + 6 : x(range.low), text: low, strong: false },
      ...(range.high > range.low ? [{ x: x(range.high) + labelHalf(high) - 6, text: high, strong: false }] : []),
    ],
    width,
  );
  return (
    <svg
      className={classes['chart']}
      width={width}
      height={40}
      viewBox={`0 0 ${width} 40`}
      role="img"
      aria-label={rangeInWords(range, t.locale, (key, params) => t(key, params))}
    >
      <line className={classes['base']} x1={3} x2={width - 3} y1={14} y2={14} strokeWidth={6} strokeLinecap="round" />
      <line className={classes['range']} strokeWidth={6} x1={x(range.low)} x2={x(range.high)} y1={14} y2={14} />
      <circle className={classes['dot']} cx={x(range.likely)} cy={14} r={4.5} />
      {limits.map((limit) => (
        <line
          key={limit.value}
          className={classes['strongLimit']}
          strokeWidth={1.5}
          x1={x(limit.value)}
          x2={x(limit.value)}
          y1={3}
          y2={25}
        />
      ))}
      {labels.map((label) => (
        <text
          key={`${label.text}${label.x}`}
          className={label.strong ? classes['label'] : classes['axis']}
          x={label.x}
          y={38}
          textAnchor="middle"
        >
          {label.text}
        </text>
      ))}
    </svg>
  );
}

function rangeInWords(range: Range, locale: string, t: (key: 'range.label', params: Record<string, string>) => string): string {
  return t('range.label', {
    likely: formatQuantity(range.likely, locale),
    low: formatQuantity(range.low, locale),
    high: formatQuantity(range.high, locale),
  });
}

function defaultScale(limits: readonly Limit[]): readonly [number, number] {
  const values = limits.map((limit) => limit.value);
  const lowest = Math.min(...values, 1e25);
  const highest = Math.max(...values, 1e26);
  return [lowest / 10 ** 3.5, highest * 10 ** 0.5];
}

function coveringScale(range: Range, limits: readonly Limit[]): readonly [number, number] {
  const values = [range.low, range.high, ...limits.map((limit) => limit.value)];
  return [Math.min(...values) / 8, Math.max(...values) * 4];
}

function clampTo(x: number): number {
  return Math.min(CELL_WIDTH - 2, Math.max(2, x));
}
