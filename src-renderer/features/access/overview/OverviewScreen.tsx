import { IconFileImport, IconRefresh, IconUsers } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { AccessOverview } from '../../../../src-shared/contract/access.ts';
import { formatDay, formatInstant } from '../../../../src-shared/text/dates.ts';
import { errorSentence, QueryView, useDroppedFiles, useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, Note, Page, type ProductText, Progress, type TileFigure, TileStrip, useText } from '../../../ui/index.ts';
import { AccessHeader } from '../AccessHeader.tsx';
import { useAuditRun } from '../use-audit-run.ts';
import { useOldDataDays } from '../use-old-data-days.ts';
import { spanWords } from '../words.ts';
import { CountryMap } from './CountryMap.tsx';
import { FindingsByKind } from './FindingsByKind.tsx';
import { FindingsByWeek } from './FindingsByWeek.tsx';
import classes from './overview.module.css';
import { CoverageSummary, DataSummary } from './SidePanels.tsx';

/** Where the audit stands: what was found, what it rests on, what is old, and the way on. */
export function OverviewScreen() {
  const t = useText();
  const navigate = useNavigate();
  // A log let go here starts its import.
  useDroppedFiles((handles) => void navigate('/access/import', { state: { handles } }));
  const overview = useHostQuery('access.overview', {});
  const audit = useAuditRun();
  const oldDays = useOldDataDays();
  const value = overview.data;
  const nothing = value === undefined || (value.imports === 0 && value.lastRun === null);
  return (
    <Page
      header={
        <AccessHeader
          view="overview"
          subtitle={
            value === undefined || value.lastRun === null
              ? undefined
              : t('access.overview.subtitle', { at: formatInstant(value.lastRun.at, t.locale) })
          }
          actions={
            nothing ? undefined : (
              <Button
                icon={IconRefresh}
                kind={(value?.stale.length ?? 0) > 0 || value?.lastRun === null ? 'primary' : 'default'}
                busy={audit.busy}
                onClick={() => void audit.start()}
              >
                {t(value?.lastRun === null ? 'access.run' : 'access.runAgain')}
              </Button>
            )
          }
        />
      }
    >
      <QueryView query={overview}>
        {(now) =>
          now.imports === 0 && now.lastRun === null ? (
            <Begin people={now.people} />
          ) : (
            <div className={classes['grid']}>
              <RunState overview={now} audit={audit} />
              <div className={classes['wide']}>
                <TileStrip label={t('access.overview.figures')} tiles={tilesOf(t, now, oldDays)} />
              </div>
              <section className={`${classes['card'] ?? ''} ${classes['six'] ?? ''}`} aria-label={t('access.byKind')}>
                <FindingsByKind rows={now.byType} />
              </section>
              <section className={`${classes['card'] ?? ''} ${classes['six'] ?? ''}`} aria-label={t('access.byWeek')}>
                <FindingsByWeek weeks={now.byWeek} />
              </section>
              <section className={`${classes['card'] ?? ''} ${classes['eight'] ?? ''}`} aria-label={t('access.byCountry')}>
                <CountryMap overview={now} />
              </section>
              <div className={classes['side']}>
                <DataSummary overview={now} old={oldDays} />
                <CoverageSummary />
              </div>
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}

interface RunStateProps {
  readonly overview: AccessOverview;
  readonly audit: ReturnType<typeof useAuditRun>;
}

/** The audit at work, what failed, or what changed since it last ran. */
function RunState({ overview, audit }: RunStateProps) {
  const t = useText();
  if (audit.job !== null)
    return (
      <div className={classes['wide']}>
        <Progress label={t('access.running')} done={audit.job.done} total={audit.job.total} onCancel={audit.cancel} />
      </div>
    );
  if (audit.error !== null && audit.error.code !== 'cancelled')
    return (
      <div className={classes['wide']}>
        <Note tone="restricted" live>
          {errorSentence(t, audit.error)}
        </Note>
      </div>
    );
  if (overview.lastRun === null)
    return (
      <div className={classes['wide']}>
        <Note tone="review">{t('access.overview.neverRun')}</Note>
      </div>
    );
  if (overview.stale.length === 0) return null;
  return (
    <div className={classes['wide']}>
      <Note tone="review">
        {t('access.overview.stale')} {overview.stale.join(' ')}
      </Note>
    </div>
  );
}

/** Nothing yet: the people and the log that the audit compares. */
function Begin({ people }: { readonly people: number }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('access.begin.title')}
      actions={
        <>
          <Button kind={people === 0 ? 'primary' : 'default'} icon={IconUsers} onClick={() => void navigate('/people')}>
            {t('access.begin.people')}
          </Button>
          <Button kind={people === 0 ? 'default' : 'primary'} icon={IconFileImport} onClick={() => void navigate('/access/import')}>
            {t('access.importLog')}
          </Button>
        </>
      }
    >
      {t('access.begin.text', { people })}
    </EmptyState>
  );
}

function tilesOf(t: ProductText, overview: AccessOverview, oldDays: number): readonly TileFigure[] {
  const open = overview.byType.reduce((sum, row) => sum + row.open, 0);
  const decided = overview.byType.reduce((sum, row) => sum + row.decided, 0);
  const high = overview.byType.reduce((sum, row) => sum + row.high, 0);
  const age = overview.networkDataAgeDays;
  return [
    {
      name: t('access.tile.open'),
      figure: open.toLocaleString(t.locale),
      reason: t('access.tile.high', { count: high, decided }),
      tone: high > 0 ? 'restricted' : open > 0 ? 'review' : 'clear',
      href: '#/access/findings',
    },
    {
      name: t('access.column.events'),
      figure: overview.events.toLocaleString(t.locale),
      reason:
        overview.undated === 0
          ? spanWords(t, overview.firstDay, overview.lastDay)
          : t('access.tile.undated', { span: spanWords(t, overview.firstDay, overview.lastDay), count: overview.undated }),
      href: '#/access/events',
    },
    {
      name: t('access.tile.people'),
      figure: overview.people.toLocaleString(t.locale),
      reason: t('access.tile.noCitizenship', { count: overview.peopleWithoutCitizenshipSource }),
      tone: overview.peopleWithoutCitizenshipSource > 0 ? 'unassessed' : 'clear',
      href: '#/people',
    },
    {
      name: t('access.tile.accounts'),
      figure: overview.accounts.toLocaleString(t.locale),
      reason: t('access.tile.unlinked', { count: overview.unlinkedAccounts }),
      tone: overview.unlinkedAccounts > 0 ? 'review' : 'clear',
      href: '#/people',
    },
    {
      name: t('access.tile.dataAge'),
      figure: age ?? '–',
      ...(age === null ? {} : { of: t('access.tile.days', { count: age }) }),
      reason:
        age === null
          ? t('access.tile.noData')
          : age > oldDays
            ? t('access.tile.oldData')
            : t('access.tile.freshData', { day: overview.lastRun === null ? 'none' : formatDay(overview.lastRun.judgedOn, t.locale) }),
      ...(age !== null && age > oldDays ? { tone: 'review' as const } : {}),
      href: '#/rules/networks',
    },
  ];
}
