import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import { formatDay, formatDayShort } from '../../../src-shared/text/dates.ts';
import { type OutputOf, useHostQuery } from '../../host/index.ts';
import { ElementRadar, Panel, type Tone, ToneIcon, useText } from '../../ui/index.ts';
import classes from './overview.module.css';

interface PlacedPanel {
  readonly className: string | undefined;
}

const WEEKS = 13;

type Weeks = OutputOf<'overview.findingsTrend'>;

/** The last weeks up to the newest that has a finding; those without one are part of it. */
function everyWeek(byWeek: Weeks): readonly { readonly week: IsoDate; readonly count: number }[] {
  const last = byWeek.at(-1)?.week;
  const first = byWeek[0]?.week;
  if (last === undefined || first === undefined) return [];
  const counts = new Map<string, number>(byWeek.map(({ week, count }) => [week, count]));
  return Array.from({ length: WEEKS }, (_, back) => dayAfter(last, -7 * (WEEKS - 1 - back)))
    .filter((week) => week >= first)
    .map((week) => ({ week, count: counts.get(week) ?? 0 }));
}

/** The findings that began from the first week to the end of the last. */
const beganIn = (first: IsoDate, last: IsoDate): string => `#/access/findings?show=all&from=${first}&until=${dayAfter(last, 6)}`;

/** Access findings by the week in which they began, the last quarter of what the logs hold. */
export function FindingsTrend({ className }: PlacedPanel) {
  const t = useText();
  const { data } = useHostQuery('overview.findingsTrend', { weeks: WEEKS });
  const weeks = everyWeek(data ?? []);
  const step = weeks.length > 8 ? 2 : 1;
  const total = weeks.reduce((sum, { count }) => sum + count, 0);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  return (
    <Panel
      className={className}
      title={t('overview.trend', { total, weeks: weeks.length })}
      {...(first === undefined || last === undefined ? {} : { href: beganIn(first.week, last.week), count: total })}
      aside={
        <a className="caption" href="#/access">
          {t('overview.trend.open')}
        </a>
      }
    >
      {total === 0 ? (
        <p className={classes['none']}>{t('overview.trend.none')}</p>
      ) : (
        <ol className={classes['trend']}>
          {weeks.map(({ week, count }, place) => (
            <li key={week}>
              <a href={beganIn(week, week)} data-count={count}>
                <span aria-hidden style={{ ['--share' as string]: count / most }} data-figure={count === 0 ? '' : count} />
                <small>{place % step === 0 ? formatDayShort(week, t.locale) : '\u00a0'}</small>
                <span className="visually-hidden">{t('overview.trend.week', { count })}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

type Event = OutputOf<'cases.watch'>['events'][number];

const ROWS = 5;

/** What somebody has to confirm first, then what comes next and what came last. */
function worthShowing(events: readonly Event[], on: string): readonly Event[] {
  const rank = ({ checkState, date }: Event) => (checkState === 'due' ? 0 : date >= on ? 1 : 2);
  return [...events]
    .sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? (a.date < b.date ? 1 : -1) : a.date < b.date ? -1 : 1))
    .slice(0, ROWS);
}

/** Rule changes that want a look, that come, or that just came. */
export function RuleWatch({ className }: PlacedPanel) {
  const t = useText();
  const { data } = useHostQuery('cases.watch', {});
  const shown = data === undefined ? [] : worthShowing(data.events, data.on);
  return (
    <Panel
      className={className}
      title={t('overview.watch')}
      aside={
        <a
          className="caption"
          href={data === undefined || data.due === 0 ? '#/rules/watch?view=events' : '#/rules/watch?view=due'}
          data-count={data?.due || undefined}
        >
          {t('overview.watch.open', { count: data?.due ?? 0 })}
        </a>
      }
    >
      <ul className={classes['lines']}>
        {shown.map(({ id, date, title, checkState }) => (
          <li key={id}>
            <a href={`#/rules/watch?event=${encodeURIComponent(id)}`}>
              <span className={classes['day']}>{formatDay(date, t.locale)}</span>
              <span className="ellipsis" title={title}>
                {title}
              </span>
              <span data-tone={checkState === 'due' ? 'review' : undefined}>
                {checkState === 'due' ? t('overview.watch.confirm') : data !== undefined && date > data.on ? t('overview.watch.comes') : ''}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {data !== undefined && shown.length === 0 ? <p className={classes['none']}>{t('overview.watch.none')}</p> : null}
    </Panel>
  );
}

/** The eight elements as last assessed, over the time before. */
export function ProgrammePanel({ className }: PlacedPanel) {
  const t = useText();
  const elements = useHostQuery('programme.elements', {});
  const standing = useHostQuery('programme.standing', {});
  const list = useHostQuery('programme.assessments', {});
  const settings = useHostQuery('programme.settings', {});
  const latest = standing.data?.assessment.latest ?? null;
  const before = (list.data ?? []).find(
    ({ id, state, assessedOn }) => state === 'final' && latest !== null && id !== latest.id && assessedOn < latest.assessedOn,
  );
  return (
    <Panel
      className={className}
      title={latest === null ? t('overview.programme') : t('overview.programme.on', { day: formatDay(latest.assessedOn, t.locale) })}
      href={latest === null ? '#/programme' : `#/programme/assessments/${latest.id}`}
      aside={
        <a className="caption" href="#/programme">
          {t('overview.programme.open')}
        </a>
      }
    >
      {latest === null || elements.data === undefined ? (
        <p className={classes['none']}>{t('overview.programme.none')}</p>
      ) : (
        <div className={classes['radar']}>
          <ElementRadar
            catalogue={elements.data}
            now={latest}
            before={before ?? null}
            target={settings.data?.target ?? 3}
            href={`#/programme/assessments/${latest.id}`}
          />
        </div>
      )}
    </Panel>
  );
}

const tones: Readonly<Record<'high' | 'medium' | 'low', Tone>> = { high: 'restricted', medium: 'review', low: 'info' };

/** The gravest of what the quality checks found. */
export function QualityPanel() {
  const t = useText();
  const { data } = useHostQuery('quality.check', {});
  const order = { high: 0, medium: 1, low: 2 } as const;
  const lines = [...(data?.lines ?? [])].sort((a, b) => order[a.severity] - order[b.severity]).slice(0, ROWS);
  return (
    <Panel
      title={data === undefined ? t('quality.title') : t('overview.quality', { found: data.lines.length, checks: data.checks })}
      {...(data === undefined ? {} : { href: '#/quality', count: data.lines.length })}
      aside={
        <a className="caption" href="#/quality">
          {t('overview.quality.open')}
        </a>
      }
    >
      {data !== undefined && lines.length === 0 ? <p className={classes['none']}>{t('quality.none.title')}</p> : null}
      <ul className={classes['lines']}>
        {lines.map(({ check, severity, count }) => (
          <li key={check}>
            <a href={`#/quality?check=${check}`} data-count={count}>
              <span className={classes['withIcon']}>
                <ToneIcon tone={tones[severity]} />
                <span className="ellipsis">{t(`quality.check.${check}`)}</span>
              </span>
              <span>{count.toLocaleString(t.locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
