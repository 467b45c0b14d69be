import { IconPlus, IconRefresh, IconTableImport } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { type OutputOf, QueryView, useHostQuery } from '../../host/index.ts';
import {
  Button,
  EmptyState,
  Note,
  Page,
  PageHeader,
  Panel,
  type ProductText,
  StackedBar,
  type TileFigure,
  TileStrip,
  useText,
} from '../../ui/index.ts';
import { NextActions } from './NextActions.tsx';
import classes from './overview.module.css';
import { Gaps, RecentChanges, RunsOut } from './SidePanels.tsx';

export type Overview = OutputOf<'overview.get'>;

const SHOWN_ACTIONS = 5;

/** What stands, what to do next, what runs out, what is missing. */
export function OverviewScreen() {
  const t = useText();
  const navigate = useNavigate();
  const overview = useHostQuery('overview.get', {});
  const actions = overview.data?.nextActions.length;
  return (
    <Page
      header={
        <PageHeader
          title={t('overview.title')}
          subtitle={actions === undefined || overview.data?.assets === 0 ? undefined : t('overview.subtitle', { count: actions })}
          actions={
            overview.data === undefined || overview.data.assets === 0 ? undefined : (
              <Button icon={IconRefresh} onClick={() => void navigate('/check')}>
                {t('overview.runCheck')}
              </Button>
            )
          }
        />
      }
    >
      <QueryView query={overview}>{(value) => (value.assets === 0 ? <Empty /> : <Content overview={value} />)}</QueryView>
    </Page>
  );
}

function Content({ overview }: { readonly overview: Overview }) {
  const t = useText();
  const { byStanding } = overview;
  const { accepted, overridden } = overview.decisions;
  const taken = accepted + overridden;
  const restricted = byStanding.restricted ?? 0;
  const review = byStanding.review ?? 0;
  const shares = [
    { id: 'restricted', label: t('standing.restricted'), value: restricted, tone: 'restricted' },
    { id: 'review', label: t('standing.review'), value: review, tone: 'review' },
    { id: 'claimed', label: t('standing.clearOnClaimedRules'), value: byStanding.clearOnClaimedRules ?? 0, tone: 'info' },
    { id: 'clear', label: t('standing.clear'), value: byStanding.clear ?? 0, tone: 'clear' },
    { id: 'unassessed', label: t('standing.unassessed'), value: byStanding.unassessed ?? 0, tone: 'unassessed' },
  ] as const;
  return (
    <div className={classes['grid']}>
      <div className={classes['tiles']}>
        <TileStrip label={t('overview.figures')} tiles={tilesOf(t, overview)} />
        <ScreeningLine />
      </div>
      <Panel
        className={classes['seven']}
        title={t('overview.actions', { count: Math.min(SHOWN_ACTIONS, overview.nextActions.length) })}
        aside={<span className="caption muted">{t('overview.actions.ranked')}</span>}
      >
        <NextActions actions={overview.nextActions.slice(0, SHOWN_ACTIONS)} />
      </Panel>
      <Panel
        className={classes['five']}
        title={t('overview.standing.finding', { restricted, review })}
        aside={
          <a className="caption" href="#/models">
            {t('overview.openList')}
          </a>
        }
      >
        <div className={classes['standing']}>
          <StackedBar shares={shares} />
          <p>{t('overview.standing.note')}</p>
          {taken === 0 ? null : <p>{t('overview.decisions', { count: taken, accepted, share: accepted / taken, overridden })}</p>}
        </div>
      </Panel>
      <Panel className={classes['four']} title={t('overview.runsOut')}>
        <RunsOut overview={overview} />
      </Panel>
      <Gaps overview={overview} className={classes['four']} />
      <Panel
        className={classes['four']}
        title={t('overview.recent')}
        aside={
          <a className="caption" href="#/settings/history">
            {t('overview.history')}
          </a>
        }
      >
        <RecentChanges entries={overview.recent} />
      </Panel>
    </div>
  );
}

/** What screening waits for, where it waits for anything: hits to decide, old lists, the reminder. */
function ScreeningLine() {
  const t = useText();
  const { data } = useHostQuery('screening.standing', {});
  if (data === undefined) return null;
  const old = data.lists.filter((list) => list.old).length;
  if (data.waiting.hits === 0 && old === 0 && !data.due) return null;
  return (
    <Note tone={data.waiting.strong > 0 ? 'restricted' : 'review'}>
      {t('screening.overview', { hits: data.waiting.hits, strong: data.waiting.strong, old, due: String(data.due) })}{' '}
      <a href={data.waiting.hits > 0 ? '#/parties/queue' : old > 0 ? '#/lists' : '#/parties/runs'}>{t('screening.overview.open')}</a>
    </Note>
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
        </>
      }
    >
      {t('overview.empty.text')}
    </EmptyState>
  );
}

function tilesOf(t: ProductText, overview: Overview): readonly TileFigure[] {
  const { assets, byStanding, completeness, openQuestions, stale, waitingReviews } = overview;
  const unassessed = byStanding.unassessed ?? 0;
  const restricted = byStanding.restricted ?? 0;
  const review = byStanding.review ?? 0;
  const of = t('overview.of', { count: assets });
  return [
    {
      name: t('overview.assets'),
      figure: assets,
      reason: t('overview.assets.reason', { share: completeness }),
      tone: completeness < 1 ? 'unassessed' : 'clear',
      href: '#/models',
    },
    {
      name: t('overview.classified'),
      figure: assets - unassessed,
      of,
      reason: t('overview.classified.reason', { restricted, review }),
      tone: restricted > 0 ? 'restricted' : review > 0 ? 'review' : 'clear',
      href: '#/check',
    },
    {
      name: t('overview.questions'),
      figure: openQuestions,
      reason: t('overview.questions.reason', { count: openQuestions }),
      tone: openQuestions > 0 ? 'review' : 'clear',
      href: '#/questions',
    },
    {
      name: t('overview.stale'),
      figure: stale,
      reason: t('overview.stale.reason', { count: stale }),
      tone: stale > 0 ? 'review' : 'clear',
      href: '#/check',
    },
    {
      name: t('overview.reviews'),
      figure: waitingReviews,
      reason: t('overview.reviews.reason', { count: waitingReviews }),
      tone: waitingReviews > 0 ? 'info' : 'clear',
    },
  ];
}
