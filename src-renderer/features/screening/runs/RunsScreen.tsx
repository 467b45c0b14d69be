import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Run } from '../../../../src-shared/contract/screening.ts';
import { formatDay, formatInstant } from '../../../../src-shared/text/dates.ts';
import {
  CertificateButton,
  callHost,
  errorSentence,
  QueryView,
  useHostCommand,
  useHostQuery,
  useJob,
  useRunningJob,
} from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  LinkButton,
  Note,
  Page,
  PageHeader,
  PartyPlaces,
  Progress,
  SimpleTable,
  type TileFigure,
  TileStrip,
  useText,
} from '../../../ui/index.ts';
import { OldLists } from '../OldLists.tsx';
import classes from './runs.module.css';

/** What each screening looked at and what it changed; the way to screen everybody now, and when that is due. */
export function RunsScreen() {
  const t = useText();
  const runs = useHostQuery('screening.runs', { limit: 100 });
  const standing = useHostQuery('screening.standing', {});
  const run = useHostCommand('screening.run');
  const [jobId, setJobId] = useState<string | null>(null);
  const own = useJob(jobId);
  const again = useRunningJob('screening.rescreen');
  const other = useRunningJob('screening.run');
  const job = other ?? again ?? (own?.state === 'running' ? own : null);
  const [chosen, setChosen] = useState<string | null>(null);
  const start = async () => {
    const reply = await run.run({ cause: 'all', subjects: null });
    if (reply.ok) setJobId(reply.value.jobId);
  };
  const error = run.error ?? (own?.state === 'failed' ? (own.error ?? null) : null);
  const tiles = standing.data === undefined ? [] : tilesOf(t, standing.data);
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: t('screening.queue.title'), href: '#/parties/queue' }, { label: t('screening.more.runs') }]}
          title={t('screening.runs.title')}
          ruled
          actions={
            <>
              <Button icon={IconRefresh} busy={run.pending || job !== null} onClick={() => void start()}>
                {t('screening.runs.all')}
              </Button>
              <PartyPlaces here="queue" />
            </>
          }
        />
      }
    >
      <div className={classes['page']}>
        {job === null ? null : (
          <Progress
            label={t('screening.runs.running')}
            done={job.done}
            total={job.total}
            onCancel={() => void callHost('jobs.cancel', { id: job.jobId })}
          />
        )}
        {error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, error)}
          </Note>
        )}
        {standing.data?.due === true ? <Note tone="review">{t('screening.runs.dueNow')}</Note> : null}
        <OldLists />
        <TileStrip label={t('screening.runs.title')} tiles={tiles} />
        <QueryView query={runs}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                title={t('screening.runs.none')}
                actions={
                  <>
                    <LinkButton href="#/lists">{t('screening.none.noListAction')}</LinkButton>
                    <LinkButton href="#/parties">{t('screening.toParties')}</LinkButton>
                  </>
                }
              >
                {t('screening.runs.noneText')}
              </EmptyState>
            ) : (
              <RunTable runs={rows} chosen={chosen ?? rows[0]?.id ?? null} onChoose={setChosen} />
            )
          }
        </QueryView>
      </div>
    </Page>
  );
}

function tilesOf(
  t: ReturnType<typeof useText>,
  standing: NonNullable<ReturnType<typeof useHostQuery<'screening.standing'>>['data']>,
): readonly TileFigure[] {
  const { subjects, waiting, dueOn } = standing;
  return [
    {
      name: t('screening.tile.waiting'),
      figure: waiting.hits,
      reason: t('screening.tile.waitingIn', { count: waiting.subjects }),
      href: '#/parties/queue',
    },
    {
      name: t('screening.tile.strong'),
      figure: waiting.strong,
      reason: t('screening.tile.strongWhy'),
      href: '#/parties/queue?band=strong',
    },
    {
      name: t('screening.tile.subjects'),
      figure: subjects.parties,
      reason: t('screening.tile.subjectsWhy', { people: subjects.people, never: subjects.neverScreened }),
    },
    {
      name: t('screening.tile.due'),
      figure: dueOn === null ? '–' : formatDay(dueOn, t.locale),
      reason: t(dueOn === null ? 'screening.tile.dueNever' : 'screening.tile.dueWhy'),
    },
  ];
}

interface RunTableProps {
  readonly runs: readonly Run[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function RunTable({ runs, chosen, onChoose }: RunTableProps) {
  const t = useText();
  const run = runs.find(({ id }) => id === chosen);
  const number = (value: number) => (value === 0 ? <span className="muted">0</span> : value);
  return (
    <>
      <SimpleTable<Run>
        label={t('screening.runs.title')}
        place="inline"
        groups={[{ id: 'all', rows: runs }]}
        rowKey={({ id }) => id}
        active={chosen}
        onPress={({ id }) => onChoose(id)}
        columns={[
          { id: 'at', header: t('screening.runs.at'), width: 176, cell: ({ startedAt }) => formatInstant(startedAt, t.locale) },
          {
            id: 'cause',
            header: t('screening.runs.why'),
            minWidth: 200,
            cell: ({ cause, by }) => (
              <>
                {t(`screening.cause.${cause}`)} <span className="muted">{by}</span>
              </>
            ),
          },
          { id: 'subjects', header: t('screening.runs.subjects'), width: 110, align: 'end', cell: (row) => number(row.subjects) },
          { id: 'entries', header: t('screening.runs.entries'), width: 110, align: 'end', cell: (row) => number(row.entries) },
          { id: 'new', header: t('screening.runs.found'), width: 90, align: 'end', cell: (row) => number(row.newHits) },
          { id: 'lapsed', header: t('screening.runs.lapsed'), width: 90, align: 'end', cell: (row) => number(row.lapsed) },
          { id: 'gone', header: t('screening.runs.gone'), width: 90, align: 'end', cell: (row) => number(row.gone) },
        ]}
      />
      {run === undefined ? null : <Delta run={run} />}
    </>
  );
}

/** One run in sentences: what was compared with what, what came of it, and the way to just those hits. */
function Delta({ run }: { readonly run: Run }) {
  const t = useText();
  return (
    <section className={classes['delta']} aria-label={t('screening.delta')}>
      <h2>{t('screening.delta.title', { at: formatInstant(run.startedAt, t.locale) })}</h2>
      <p>{t(`screening.delta.${run.cause}`, { subjects: run.subjects, entries: run.entries })}</p>
      <p>{t('screening.delta.result', { found: run.newHits, lapsed: run.lapsed, gone: run.gone })}</p>
      <ul className="small muted">
        {run.lists.map((list) => (
          <li key={list.code}>
            {t('screening.delta.list', {
              list: t.dynamic(`lists.title.${list.code}`, {}, list.code),
              day: list.published === null ? 'none' : formatDay(list.published, t.locale),
              version: list.version,
            })}
          </li>
        ))}
      </ul>
      <div className="row">
        {run.newHits === 0 ? null : <a href={`#/parties/queue?run=${run.id}`}>{t('screening.delta.open', { count: run.newHits })}</a>}
        <CertificateButton of={{ kind: 'run', id: run.id }} />
      </div>
    </section>
  );
}
