import { IconHistory, IconPlayerPlay, IconPlus, IconPrinter, IconTableImport } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { type OutputOf, QueryView, useHostQuery } from '../../host/index.ts';
import { Button, EmptyState, Page, PageHeader, Panel, TileStrip, useText } from '../../ui/index.ts';
import { NextActions } from './NextActions.tsx';
import classes from './overview.module.css';
import { PlanPanel } from './PlanPanel.tsx';
import { FindingsTrend, ProgrammePanel, QualityPanel, RuleWatch } from './RoomPanels.tsx';
import { Gaps, RecentChanges, RunsOut, Standing } from './SidePanels.tsx';
import { tilesOf } from './tiles.ts';

export type Overview = OutputOf<'overview.get'>;

const SHOWN_ACTIONS = 5;

/** What stands, what to do next, what runs out, what moves: each number opens what it counts. */
export function OverviewScreen() {
  const t = useText();
  const navigate = useNavigate();
  const overview = useHostQuery('overview.get', {});
  const actions = useHostQuery('overview.actions', { limit: SHOWN_ACTIONS });
  const count = actions.data?.length;
  const isEmpty = useIsEmpty(overview.data);
  const filled = isEmpty === false;
  return (
    <Page
      header={
        <PageHeader
          title={t('overview.title')}
          subtitle={count === undefined || !filled ? undefined : t('overview.subtitle', { count })}
          actions={
            filled ? (
              <>
                <Button icon={IconHistory} onClick={() => void navigate('/history/since')}>
                  {t('overview.sinceReport')}
                </Button>
                <Button icon={IconPrinter} onClick={() => void navigate('/reports/executive-summary')}>
                  {t('overview.print')}
                </Button>
              </>
            ) : undefined
          }
        />
      }
    >
      <QueryView query={overview}>
        {(value) => (isEmpty === null ? null : isEmpty ? <Empty /> : <Content overview={value} actions={actions.data ?? []} />)}
      </QueryView>
    </Page>
  );
}

/** Whether nothing is kept yet: no asset, and nothing of what can be begun without one. Null while it is not known. */
function useIsEmpty(overview: Overview | undefined): boolean | null {
  const enabled = overview?.assets === 0;
  const plan = useHostQuery('plan.get', {}, { enabled });
  const incidents = useHostQuery('cases.incidents', { limit: 1 }, { enabled });
  const screening = useHostQuery('screening.standing', {}, { enabled });
  const imports = useHostQuery('access.findings', { limit: 1 }, { enabled });
  const programme = useHostQuery('programme.standing', {}, { enabled });
  if (overview === undefined) return null;
  if (!enabled) return false;
  if (plan.data === undefined || !incidents.data || !screening.data || !imports.data || !programme.data) return null;
  const { open, closed } = incidents.data.counts;
  const { parties, people } = screening.data.subjects;
  const { assessment, risk } = programme.data;
  const begun = [assessment.latest, risk.latest, risk.draft].filter((one) => one !== null).length;
  return plan.data === null && open + closed + parties + people + imports.data.total + begun === 0;
}

interface ContentProps {
  readonly overview: Overview;
  readonly actions: OutputOf<'overview.actions'>;
}

function Content({ overview, actions }: ContentProps) {
  const t = useText();
  const measures = useHostQuery('measures.read', {});
  const screening = useHostQuery('screening.standing', {});
  const open = useHostQuery('access.findings', { states: ['open'], limit: 1 });
  const grave = useHostQuery('access.findings', { states: ['open'], severities: ['high'], limit: 1 });
  const plan = useHostQuery('plan.get', {});
  const incidents = useHostQuery('cases.incidents', { limit: 1 });
  const findings = open.data === undefined ? undefined : { open: open.data.total, grave: grave.data?.total ?? 0 };
  return (
    <div className={classes['grid']}>
      <div className={classes['tiles']}>
        <TileStrip
          label={t('overview.figures')}
          tiles={tilesOf(t, {
            overview,
            findings,
            incidents: incidents.data?.counts,
            plan: plan.data,
            measures: measures.data,
            screening: screening.data,
          })}
        />
      </div>
      <Panel
        className={classes['seven']}
        title={t('overview.actions', { count: actions.length })}
        aside={<span className="caption muted">{t('overview.actions.ranked')}</span>}
      >
        <NextActions actions={actions} />
      </Panel>
      <PlanPanel plan={plan.data} className={classes['five']} />
      <Panel
        className={classes['four']}
        title={t('overview.runsOut')}
        aside={
          <a className="caption" href="#/quality">
            {t('overview.all')}
          </a>
        }
      >
        <RunsOut overview={overview} lists={screening.data?.lists ?? []} />
      </Panel>
      <Standing overview={overview} className={classes['four']} />
      <RuleWatch className={classes['four']} />
      <ProgrammePanel className={classes['five']} />
      <div className={classes['stack']}>
        <div className={classes['pair']}>
          <QualityPanel />
          <FindingsTrend className={undefined} />
          <Gaps overview={overview} className={undefined} />
          <Panel
            title={t('overview.recent')}
            aside={
              <a className="caption" href="#/history">
                {t('overview.history')}
              </a>
            }
          >
            <RecentChanges entries={overview.recent} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

function Empty() {
  const t = useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('overview.empty.title')}
      actions={
        <>
          <Button kind="primary" icon={IconPlus} onClick={() => void navigate('/models/new')}>
            {t('overview.empty.map')}
          </Button>
          <Button icon={IconTableImport} onClick={() => void navigate('/import?kind=model')}>
            {t('overview.empty.import')}
          </Button>
          <Button icon={IconPlayerPlay} onClick={() => void navigate('/plan/start')}>
            {t('overview.plan.start')}
          </Button>
        </>
      }
    >
      {t('overview.empty.text')}
    </EmptyState>
  );
}
