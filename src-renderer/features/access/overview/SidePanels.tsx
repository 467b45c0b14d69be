import type { AccessOverview } from '../../../../src-shared/contract/access.ts';
import { formatInstant } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Panel, useText } from '../../../ui/index.ts';
import classes from './overview.module.css';

const SHOWN = 4;

/** What the findings rest on and how old it is. */
export function DataSummary({ overview, old }: { readonly overview: AccessOverview; readonly old: number }) {
  const t = useText();
  const { lastRun, networkDataAgeDays: age } = overview;
  return (
    <Panel
      title={t('access.restsOn')}
      aside={
        <a className="caption" href="#/access/import">
          {t('access.importLog')}
        </a>
      }
    >
      <ul className={classes['lines']}>
        <li>
          <a href="#/access/imports">{t('access.restsOn.imports')}</a>
          <span>
            <a href="#/access/imports">{overview.imports}</a>
          </span>
        </li>
        <li>
          <span>{t('access.restsOn.lastRun')}</span>
          <span>{lastRun === null ? t('access.restsOn.never') : formatInstant(lastRun.at, t.locale)}</span>
        </li>
        {lastRun === null ? null : (
          <li>
            <span>{t('access.restsOn.judged')}</span>
            <span>{t('access.restsOn.events', { count: lastRun.events, changed: lastRun.changed })}</span>
          </li>
        )}
        <li>
          <span>{t('access.restsOn.addresses')}</span>
          <span data-tone={age !== null && age > old ? 'review' : undefined}>
            {age === null ? t('access.tile.noData') : t('access.restsOn.age', { days: age })}
          </span>
        </li>
        <li>
          <span>{t('access.restsOn.differ')}</span>
          <span>{overview.databasesDiffer.toLocaleString(t.locale)}</span>
        </li>
      </ul>
    </Panel>
  );
}

/** Assets that no log speaks of, or that have long gaps: what the audit could not see. */
export function CoverageSummary() {
  const t = useText();
  const coverage = useHostQuery('access.coverage', {});
  return (
    <Panel
      title={t('access.view.coverage')}
      aside={
        <a className="caption" href="#/access/coverage">
          {t('access.openCoverage')}
        </a>
      }
    >
      <QueryView query={coverage} rows={4}>
        {({ rows }) => {
          const silent = rows.filter((row) => row.days === 0);
          const gaps = rows
            .filter((row) => row.days > 0 && row.gaps.length > 0)
            .sort((a, b) => (b.gaps[0]?.days ?? 0) - (a.gaps[0]?.days ?? 0));
          const worst = [...silent, ...gaps].slice(0, SHOWN);
          return (
            <>
              <p className={classes['none']}>
                {t('access.coverage.summary', { count: rows.length, silent: silent.length, gaps: gaps.length })}
              </p>
              <ul className={classes['lines']}>
                {worst.map((row) => (
                  <li key={row.assetId}>
                    <a className="ellipsis" href={`#/access/coverage?asset=${encodeURIComponent(row.assetId)}`}>
                      {row.name}
                    </a>
                    <span data-tone="review">
                      {row.days === 0 ? t('access.coverage.noLog') : t('access.coverage.gapDays', { days: row.gaps[0]?.days ?? 0 })}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
