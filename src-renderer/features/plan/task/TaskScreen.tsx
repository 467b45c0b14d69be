import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { PlanView } from '../../../../src-shared/contract/plan.ts';
import type { ScheduledTask, TaskState } from '../../../../src-shared/model/plan.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { EvidenceOf, FormDialog, NotesPanel, QueryView, useHostCommand } from '../../../host/index.ts';
import { Button, IconButton, Page, PageHeader, Select, Tabs, TextField, useGoOn, useText } from '../../../ui/index.ts';
import { columns } from '../board/lanes.ts';
import classes from '../plan.module.css';
import { usePlan } from '../plan-data.ts';
import { EndedTask } from './EndedTask.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { ProposalNote } from './TaskFacts.tsx';
import { TaskHistory, TaskOverview } from './TaskOverview.tsx';
import { useStateMoves } from './use-state-moves.tsx';

const tabIds = ['overview', 'evidence', 'notes', 'history'] as const;
type TabId = (typeof tabIds)[number];

/** A task's own page; one of a closed plan can only be read. */
export function TaskScreen() {
  const { id = '' } = useParams();
  const plan = usePlan();
  return (
    <QueryView query={plan}>
      {(view) => {
        const task = view?.tasks.find((one) => one.id === id);
        return view === null || task === undefined ? <EndedTask key={id} id={id} /> : <TaskPage key={id} plan={view} task={task} />;
      }}
    </QueryView>
  );
}

function TaskPage({ plan, task }: { readonly plan: PlanView; readonly task: ScheduledTask }) {
  const t = useText();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const [dropping, setDropping] = useState(false);
  const moves = useStateMoves(plan);
  const wanted = params.get('tab');
  const tab: TabId = tabIds.find((one) => one === wanted) ?? 'overview';
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'plan.editTask', titleKey: 'plan.task.edit', shortcut: 'E', run: () => setEditing(true) },
      { id: 'plan.closeTask', titleKey: 'plan.task.close', shortcut: 'C', run: () => moves.move(task.id, 'done') },
    ],
    [moves, task.id],
  );
  useScreenCommands(commands);
  return (
    <Page
      shows={`${task.id} ${tab}`}
      header={
        <PageHeader
          title={task.title}
          wrap
          crumbs={[
            { label: plan.title, href: '#/plan' },
            { label: t(`plan.phase.${task.phase}`), href: '#/plan' },
            { label: t('plan.column.task') },
          ]}
          actions={
            <>
              {task.state === 'dropped' ? null : (
                <IconButton icon={IconTrash} label={t('plan.task.drop')} onClick={() => setDropping(true)} />
              )}
              <Button icon={IconPencil} shortcut="E" onClick={() => setEditing(true)}>
                {t('plan.task.edit')}
              </Button>
              <span className={classes['stateField']}>
                <Select<TaskState>
                  label={t('plan.column.state')}
                  labelHidden
                  value={task.state}
                  options={[...columns, ...(task.state === 'dropped' ? (['dropped'] as const) : [])].map((value) => ({
                    value,
                    label: t(`plan.state.${value}`),
                  }))}
                  onChange={(to) => moves.move(task.id, to)}
                />
              </span>
              {task.closed === null ? (
                <Button kind="primary" icon={IconCheck} shortcut="C" onClick={() => moves.move(task.id, 'done')}>
                  {t('plan.task.close')}
                </Button>
              ) : task.proposal === 'reopen' ? (
                <Button kind="primary" onClick={() => moves.move(task.id, 'doing')}>
                  {t('plan.task.reopen')}
                </Button>
              ) : null}
            </>
          }
        >
          <Tabs<TabId>
            label={task.title}
            active={tab}
            onChange={(next) => setParams(next === 'overview' ? {} : { tab: next }, { replace: true })}
            tabs={tabIds.map((one) => ({ id: one, label: t(`plan.task.tab.${one}`) }))}
          />
        </PageHeader>
      }
    >
      <div className={classes['padded']}>
        <ProposalNote task={task} />
        {tab === 'overview' ? (
          <TaskOverview plan={plan} task={task} />
        ) : tab === 'evidence' ? (
          <EvidenceOf record={{ kind: 'task', id: task.id }} />
        ) : tab === 'notes' ? (
          <NotesPanel about={{ entity: 'task', id: task.id }} />
        ) : (
          <TaskHistory id={task.id} />
        )}
      </div>
      <div role="status" className="visually-hidden">
        {moves.said}
      </div>
      {moves.dialog}
      {editing ? <TaskDialog plan={plan} task={task} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} /> : null}
      {dropping ? <DropDialog task={task} onClose={() => setDropping(false)} onDropped={() => goOn('/plan')} /> : null}
    </Page>
  );
}

interface DropDialogProps {
  readonly task: ScheduledTask;
  readonly onClose: () => void;
  readonly onDropped: () => void;
}

/** Takes a task out of the plan. It stays on record with the reason, and what waited for it waits no longer. */
function DropDialog({ task, onClose, onDropped }: DropDialogProps) {
  const t = useText();
  const drop = useHostCommand('plan.drop');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const reply = await drop.run({ id: task.id, revision: task.revision, reason: reason.trim() });
    if (reply.ok) onDropped();
  };
  return (
    <FormDialog
      title={t('plan.task.dropTitle', { title: task.title })}
      onClose={onClose}
      submitLabel={t('plan.task.drop')}
      onSubmit={() => void submit()}
      busy={drop.pending}
      missing={reason.trim() === '' ? t('plan.task.dropFirst') : undefined}
      error={drop.error}
    >
      <p className="muted">{t('plan.task.dropText')}</p>
      <TextField label={t('plan.task.dropReason')} required value={reason} onChange={setReason} maxLength={600} autoFocus />
    </FormDialog>
  );
}
