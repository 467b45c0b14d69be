import { formatDay } from '../../../../src-shared/text/dates.ts';
import { useText } from '../../../ui/index.ts';
import classes from './coverage.module.css';

const WEEK_MS = 7 * 86_400_000;

interface WeekStripProps {
  /** Events for each week from the first on. */
  readonly weeks: readonly number[];
  /** Monday of the first week. */
  readonly firstWeek: string | null;
  readonly name: string;
}

/** The weeks of a log as shades: a hollow cell is a week without one event. Says the same in words. */
export function WeekStrip({ weeks, firstWeek, name }: WeekStripProps) {
  const t = useText();
  if (firstWeek === null || weeks.every((count) => count === 0)) return <span className="muted">{t('access.coverage.noLog')}</span>;
  const most = Math.max(...weeks);
  const empty = weeks.filter((count) => count === 0).length;
  const monday = (at: number) => new Date(Date.parse(firstWeek) + at * WEEK_MS).toISOString().slice(0, 10);
  return (
    <span className={classes['strip']} role="img" aria-label={t('access.coverage.strip', { name, weeks: weeks.length, empty })}>
      {weeks.map((count, at) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the strip
          key={at}
          title={t('access.coverage.week', { day: formatDay(monday(at), t.locale), count })}
          data-shade={count === 0 ? 0 : Math.min(4, 1 + Math.floor(Math.sqrt(count / most) * 3.999))}
        />
      ))}
    </span>
  );
}
