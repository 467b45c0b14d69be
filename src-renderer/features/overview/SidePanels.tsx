import { daysBetween, formatRecent, localDay } from '../../../src-shared/text/dates.ts';
import { journalSentence } from '../../../src-shared/text/journal.ts';
import { Panel, useText } from '../../ui/index.ts';
import type { Overview } from './OverviewScreen.tsx';
import classes from './overview.module.css';

const ROWS = 4;

/** Decisions that expire soon and findings that no longer follow. */
export function RunsOut({ overview }: { readonly overview: Overview }) {
  const t = useText();
  const today = localDay(new Date());
  const { stale, expiringDecisions } = overview;
  if (stale === 0 && expiringDecisions.length === 0) return <p className={classes['none']}>{t('overview.runsOut.none')}</p>;
  return (
    <ul className={classes['lines']}>
      {stale === 0 ? null : (
        <li>
          <a href="#/check" className="ellipsis">
            {t('overview.runsOut.stale', { count: stale })}
          </a>
          <span data-tone="review">{t('overview.runsOut.staleWord')}</span>
        </li>
      )}
      {expiringDecisions.slice(0, stale === 0 ? ROWS : ROWS - 1).map((decision) => {
        const days = daysBetween(today, decision.expiresOn);
        return (
          <li key={decision.assetId}>
            <a href={`#/assets/${decision.assetId}`} className="ellipsis">
              {t('overview.runsOut.decision', { name: decision.name })}
            </a>
            <span data-tone={days < 30 ? 'review' : undefined}>
              {days < 0 ? t('overview.runsOut.over') : t('overview.runsOut.days', { days })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Values close to a limit where there are any, since they can flip an answer; else the assets with the fewest facts. */
export function Gaps({ overview, className }: { readonly overview: Overview; readonly className: string | undefined }) {
  const t = useText();
  const percent = new Intl.NumberFormat(t.locale, { style: 'percent', maximumFractionDigits: 1 });
  const near = overview.nearLimits.slice(0, 2);
  const gaps = overview.leastComplete.slice(0, near.length > 0 ? ROWS - 1 - near.length : ROWS);
  return (
    <Panel title={near.length > 0 ? t('overview.near') : t('overview.gaps')} className={className}>
      {near.length + gaps.length === 0 ? <p className={classes['none']}>{t('overview.gaps.none')}</p> : null}
      <ul className={classes['lines']}>
        {near.map((one) => (
          <li key={`near-${one.assetId}`}>
            <a href={`#/assets/${one.assetId}`} className="ellipsis">
              {one.name}
            </a>
            <span data-tone="review">
              {t(one.ratio < 1 ? 'overview.near.below' : 'overview.near.above', {
                share: percent.format(Math.abs(one.ratio - 1)),
                entry: one.entry,
              })}
            </span>
          </li>
        ))}
      </ul>
      {near.length > 0 && gaps.length > 0 ? <h3 className={classes['subhead']}>{t('overview.gaps')}</h3> : null}
      <ul className={classes['lines']}>
        {gaps.map((one) => (
          <li key={one.assetId}>
            <a href={`#/assets/${one.assetId}`} className="ellipsis">
              {one.name}
            </a>
            <span>{t('overview.gaps.known', { share: one.completeness })}</span>
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
            <span className="ellipsis" title={what}>
              {entry.kind === 'do' ? what : t(`overview.recent.${entry.kind}`, { what })}
            </span>
            <span>
              {entry.initials} {formatRecent(entry.at, new Date(), t.locale)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
