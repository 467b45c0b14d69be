import { daysBetween } from '../../../src-shared/model/dates.ts';
import { formatRecent, localDay } from '../../../src-shared/text/dates.ts';
import { journalSentence } from '../../../src-shared/text/journal.ts';
import { type OutputOf, useHostQuery } from '../../host/index.ts';
import { Panel, recordHref, StackedBar, useText } from '../../ui/index.ts';
import type { Overview } from './OverviewScreen.tsx';
import classes from './overview.module.css';

const ROWS = 4;

interface RunsOutProps {
  readonly overview: Overview;
  readonly lists: OutputOf<'screening.standing'>['lists'];
}

/** Decisions, authorisations and checks that expire soon, findings that no longer follow, lists and packs that are old. */
export function RunsOut({ overview, lists }: RunsOutProps) {
  const t = useText();
  const watch = useHostQuery('cases.watch', {});
  const today = localDay(new Date());
  const authorisations = useHostQuery('overview.authorisations', { limit: ROWS + 1 });
  const vettings = useHostQuery('overview.vettings', { limit: ROWS + 1 });
  const { stale, expiringDecisions } = overview;
  const packs = (watch.data?.packs ?? []).filter(({ overdue }) => overdue).length;
  const lines: {
    readonly key: string;
    readonly href: string;
    readonly what: string;
    readonly word: string;
    readonly warns: boolean;
    readonly count?: number;
  }[] = [];
  if (stale > 0)
    lines.push({
      key: 'stale',
      href: '#/check?stale=yes',
      count: stale,
      what: t('overview.runsOut.stale', { count: stale }),
      word: t('overview.runsOut.staleWord'),
      warns: true,
    });
  for (const decision of expiringDecisions) {
    const days = daysBetween(today, decision.expiresOn);
    lines.push({
      key: decision.assetId,
      href: `#/assets/${decision.assetId}`,
      what: t('overview.runsOut.decision', { name: decision.name }),
      word: days < 0 ? t('overview.runsOut.over') : t('overview.runsOut.days', { days }),
      warns: days < 30,
    });
  }
  for (const { subject, name, kind, dueOn } of vettings.data ?? []) {
    const days = daysBetween(today, dueOn);
    lines.push({
      key: `${subject.id} ${kind}`,
      href: `#${recordHref(subject)}?tab=checks`,
      what: t('overview.runsOut.vetting', { kind: t(`vetting.kind.${kind}`), name }),
      word: days < 0 ? t('overview.runsOut.over') : t('overview.runsOut.days', { days }),
      warns: days < 30,
    });
  }
  for (const { id, number, personId, name, validTo } of authorisations.data ?? []) {
    const days = daysBetween(today, validTo);
    lines.push({
      key: id,
      href: personId === null ? '#/people/authorisations' : `#/people/${personId}?tab=authorisations`,
      what: t('overview.runsOut.authorisation', { number, name, has: name === '' ? 'none' : 'person' }),
      word: days < 0 ? t('overview.runsOut.over') : t('overview.runsOut.days', { days }),
      warns: days < 30,
    });
  }
  for (const { code, title, ageDays, old, training } of lists)
    if (!training && ageDays !== null)
      lines.push({
        key: code,
        href: `#/lists/${encodeURIComponent(code)}`,
        what: title,
        word: t('overview.runsOut.age', { days: ageDays }),
        warns: old,
      });
  if (packs > 0)
    lines.push({
      key: 'packs',
      href: '#/rules/watch?view=packs&due=yes',
      count: packs,
      what: t('overview.runsOut.packs', { count: packs }),
      word: t('overview.runsOut.packsWord'),
      warns: true,
    });
  const shown = lines.sort((a, b) => Number(b.warns) - Number(a.warns)).slice(0, ROWS + 1);
  if (shown.length === 0) return <p className={classes['none']}>{t('overview.runsOut.none')}</p>;
  return (
    <ul className={classes['lines']}>
      {shown.map(({ key, href, what, word, warns, count }) => (
        <li key={key}>
          <a href={href} data-count={count}>
            <span className="ellipsis" title={what}>
              {what}
            </span>
            <span data-tone={warns ? 'review' : undefined}>{word}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const standings = [
  ['restricted', 'restricted'],
  ['review', 'review'],
  ['clearOnClaimedRules', 'info'],
  ['clear', 'clear'],
  ['unassessed', 'unassessed'],
] as const;

/** Assets by where their classification stands, as a bar and as lines that open the list. */
export function Standing({ overview, className }: { readonly overview: Overview; readonly className: string | undefined }) {
  const t = useText();
  const { byStanding } = overview;
  const { accepted, overridden } = overview.decisions;
  const taken = accepted + overridden;
  const shares = standings.map(([id, tone]) => ({
    id,
    tone,
    label: t(`standing.${id}`),
    value: byStanding[id] ?? 0,
    href: `#/check?standings=${id}`,
  }));
  return (
    <Panel
      className={className}
      title={t('overview.standing')}
      aside={
        <a className="caption" href="#/check">
          {t('overview.openList')}
        </a>
      }
    >
      <div className={classes['standing']}>
        <StackedBar shares={shares} />
        <p>{t('overview.standing.note')}</p>
        {taken === 0 ? null : (
          <p>
            {t('overview.decisions')}{' '}
            <a href="#/check?decided=accepted" data-count={accepted}>
              {t('overview.decisions.accepted', { count: accepted, share: accepted / taken })}
            </a>
            ,{' '}
            <a href="#/check?decided=overridden" data-count={overridden}>
              {t('overview.decisions.overridden', { count: overridden })}
            </a>
            .
          </p>
        )}
      </div>
    </Panel>
  );
}

/** Values close to a limit where there are any, since they can flip an answer; else the assets with the fewest facts. */
export function Gaps({ overview, className }: { readonly overview: Overview; readonly className: string | undefined }) {
  const t = useText();
  const percent = new Intl.NumberFormat(t.locale, { style: 'percent', maximumFractionDigits: 1 });
  const near = overview.nearLimits.slice(0, 2);
  const gaps = overview.leastComplete.slice(0, near.length > 0 ? ROWS - 1 - near.length : ROWS);
  return (
    <Panel
      title={near.length > 0 ? t('overview.near') : t('overview.gaps')}
      className={className}
      aside={
        <a className="caption" href="#/questions" data-count={overview.openQuestions}>
          {t('overview.questions.all', { count: overview.openQuestions })}
        </a>
      }
    >
      {near.length + gaps.length === 0 ? <p className={classes['none']}>{t('overview.gaps.none')}</p> : null}
      <ul className={classes['lines']}>
        {near.map((one) => (
          <li key={`near-${one.assetId}`}>
            <a href={`#/assets/${one.assetId}`}>
              <span className="ellipsis">{one.name}</span>
              <span data-tone="review">
                {t(one.ratio < 1 ? 'overview.near.below' : 'overview.near.above', {
                  share: percent.format(Math.abs(one.ratio - 1)),
                  entry: one.entry,
                })}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {near.length > 0 && gaps.length > 0 ? <h3 className={classes['subhead']}>{t('overview.gaps')}</h3> : null}
      <ul className={classes['lines']}>
        {gaps.map((one) => (
          <li key={one.assetId}>
            <a href={`#/assets/${one.assetId}`}>
              <span className="ellipsis">{one.name}</span>
              <span>{t('overview.gaps.known', { share: one.completeness })}</span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The newest entries of the journal. */
export function RecentChanges({ entries }: { readonly entries: Overview['recent'] }) {
  const t = useText();
  if (entries.length === 0) return <p className={classes['none']}>{t('overview.recent.none')}</p>;
  return (
    <ul className={classes['lines']}>
      {entries.slice(0, ROWS).map((entry) => {
        const what = journalSentence(entry, t);
        return (
          <li key={entry.seq}>
            <a href={`#/history?entry=${entry.seq}`}>
              <span className="ellipsis" title={what}>
                {entry.kind === 'do' ? what : t(`overview.recent.${entry.kind}`, { what })}
              </span>
              <span>
                {entry.initials} {formatRecent(entry.at, new Date(), t.locale)}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
