import type { AccessOverview } from '../../../../src-shared/contract/access.ts';
import { type AccessFindingType, accessFindingTypes } from '../../../../src-shared/model/access-audit.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { Chart, useText } from '../../../ui/index.ts';
import classes from './overview.module.css';

const HEIGHT = 168;
const TOP = 18;
const BOTTOM = 22;
/** Kinds drawn apart; the others are one part, since more colours than this cannot be told apart. */
const KINDS = 4;

type Week = AccessOverview['byWeek'][number];
type Part = AccessFindingType | 'other';

/** Findings by the week of their first event, stacked by kind, the commonest kinds named. */
export function FindingsByWeek({ weeks: told }: { readonly weeks: AccessOverview['byWeek'] }) {
  const t = useText();
  const weeks = unbroken(told);
  const totals = accessFindingTypes
    .map((type) => ({ type, count: weeks.reduce((sum, week) => sum + (week.counts[type] ?? 0), 0) }))
    .filter((row) => row.count > 0)
    .sort((a, b) => b.count - a.count);
  const busiest = weeks.reduce<Week | null>((best, week) => (best === null || totalOf(week) > totalOf(best) ? week : best), null);
  if (busiest === null || totals.length === 0) return <p className="small muted">{t('access.byWeek.none')}</p>;
  const named = totals.slice(0, KINDS).map((row) => row.type);
  const parts: readonly Part[] = totals.length > KINDS ? [...named, 'other'] : named;
  const word = (part: Part) => (part === 'other' ? t('access.byWeek.other') : t(`access.type.${part}`));
  const countOf = (week: Week, part: Part) =>
    part === 'other' ? totalOf(week) - named.reduce((sum, type) => sum + (week.counts[type] ?? 0), 0) : (week.counts[part] ?? 0);
  return (
    <Chart
      title={t('access.byWeek.finding', { day: formatDay(busiest.week, t.locale), count: totalOf(busiest) })}
      table={{
        columns: [
          { header: t('access.byWeek.week') },
          ...totals.map((row) => ({ header: t(`access.type.${row.type}`), align: 'end' as const })),
        ],
        rows: weeks.map((week) => ({
          key: week.week,
          cells: [formatDay(week.week, t.locale), ...totals.map((row) => week.counts[row.type] ?? 0)],
        })),
      }}
    >
      {(width) => (
        <>
          <Columns
            weeks={weeks}
            width={width}
            parts={parts}
            countOf={countOf}
            busiest={busiest}
            label={t('access.byWeek.alt', { weeks: weeks.length })}
          />
          <ul className={classes['keys']}>
            {parts.map((part, place) => (
              <li key={part}>
                <i aria-hidden data-colour={part === 'other' ? 5 : place + 1} />
                {t('access.byWeek.key', { kind: word(part), count: weeks.reduce((sum, week) => sum + countOf(week, part), 0) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Chart>
  );
}

interface ColumnsProps {
  readonly weeks: AccessOverview['byWeek'];
  readonly width: number;
  readonly parts: readonly Part[];
  readonly countOf: (week: Week, part: Part) => number;
  readonly busiest: Week;
  readonly label: string;
}

function Columns({ weeks, width, parts, countOf, busiest, label }: ColumnsProps) {
  const t = useText();
  const step = width / weeks.length;
  const bar = Math.max(2, Math.min(28, step - Math.min(4, step * 0.25)));
  const room = HEIGHT - TOP - BOTTOM;
  const most = totalOf(busiest);
  const every = Math.ceil(weeks.length / Math.max(1, Math.floor(width / 72)));
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      {weeks.map((week, at) => {
        const x = at * step + (step - bar) / 2;
        let y = HEIGHT - BOTTOM;
        return (
          <g key={week.week} className={classes['column']}>
            <title>{t('access.byWeek.tip', { day: formatDay(week.week, t.locale), count: totalOf(week) })}</title>
            {parts.map((part, place) => {
              const height = (countOf(week, part) / most) * room;
              y -= height;
              return (
                <rect
                  key={part}
                  x={x}
                  y={y}
                  width={bar}
                  height={Math.max(0, height - (height > 3 ? 1 : 0))}
                  data-colour={part === 'other' ? 5 : place + 1}
                />
              );
            })}
            {week === busiest ? (
              <text x={x + bar / 2} y={y - 5} textAnchor="middle" data-strong="">
                {totalOf(week)}
              </text>
            ) : null}
            {at % every === 0 ? (
              <text x={Math.min(x, width - 50)} y={HEIGHT - 6}>
                {shortDay(week.week, t.locale)}
              </text>
            ) : null}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={HEIGHT - BOTTOM + 0.5} y2={HEIGHT - BOTTOM + 0.5} />
    </svg>
  );
}

const WEEK_MS = 7 * 86_400_000;

/** Weeks without a finding put in, so that the distance of two columns is the time between them. */
function unbroken(weeks: AccessOverview['byWeek']): AccessOverview['byWeek'] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return weeks;
  const known = new Map(weeks.map((week) => [week.week as string, week]));
  const from = Date.parse(first.week);
  return Array.from({ length: Math.round((Date.parse(last.week) - from) / WEEK_MS) + 1 }, (_, step) => {
    const week = new Date(from + step * WEEK_MS).toISOString().slice(0, 10);
    return known.get(week) ?? { week: week as Week['week'], counts: {} };
  });
}

const totalOf = (week: Week): number => Object.values(week.counts).reduce((sum, count) => sum + (count ?? 0), 0);

const shortDay = (day: string, locale: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
