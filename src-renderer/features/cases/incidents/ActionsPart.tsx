import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CorrectiveAction, IncidentDetail } from '../../../../src-shared/contract/cases.ts';
import type { RecordRef } from '../../../../src-shared/model/record-ref.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, FormDialog, useHostCommand } from '../../../host/index.ts';
import {
  Button,
  DayField,
  dayOf,
  IconButton,
  recordHref,
  SimpleTable,
  StatusText,
  TextField,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { Step } from './Step.tsx';

/** What will be different, who does it by when, and how somebody knows that it worked. */
export function ActionsPart({ incident }: { readonly incident: IncidentDetail }) {
  const t = useText();
  const toast = useToast();
  const remove = useHostCommand('cases.removeAction');
  const plan = useHostCommand('plan.addTasks');
  const save = useHostCommand('cases.saveAction');
  const [editing, setEditing] = useState<CorrectiveAction | 'new' | null>(null);
  const isClosed = incident.row.closedOn !== null;
  const makeTask = async (action: CorrectiveAction) => {
    const { due } = action;
    const links: RecordRef[] = [{ kind: 'incident', id: incident.row.id }, ...incident.columns.links];
    const added = await plan.run({
      drafts: [
        {
          title: action.title,
          phase: 'after',
          owner: action.owner,
          ...(due === null || due < incident.today ? {} : { span: { start: incident.today, end: due } }),
          links,
          cause: 'own',
        },
      ],
    });
    const [taskId] = added.ok ? added.value.ids : [];
    if (!added.ok || taskId === undefined) {
      if (!added.ok) toast({ message: errorSentence(t, added.error) });
      return;
    }
    const kept = await save.run({ ...action, incidentId: incident.row.id, taskId });
    toast({ message: kept.ok ? t('cases.action.tasked', { title: action.title }) : errorSentence(t, kept.error) });
  };
  return (
    <Step
      id="correct"
      actions={
        <Button
          size="small"
          icon={IconPlus}
          onClick={() => setEditing('new')}
          {...(isClosed ? { disabledBecause: t('cases.isClosed') } : {})}
        >
          {t('cases.action.add')}
        </Button>
      }
    >
      {incident.actions.length === 0 ? (
        <p className="muted">{t('cases.action.none')}</p>
      ) : (
        <SimpleTable<CorrectiveAction>
          label={t('cases.step.correct')}
          place="inline"
          rowKey={({ id }) => id}
          groups={[{ id: 'all', rows: incident.actions }]}
          columns={[
            {
              id: 'title',
              header: t('cases.action.title'),
              minWidth: 200,
              cell: (action) => (
                <span className={classes['twoLines']}>
                  <b className="medium">{action.title}</b>
                  {action.verified === '' ? null : <small>{action.verified}</small>}
                  {action.taskId === null ? (
                    action.doneOn === null && !isClosed ? (
                      <small>
                        <Button kind="link" onClick={() => void makeTask(action)}>
                          {t('cases.action.toTask')}
                          <span className="visually-hidden">: {action.title}</span>
                        </Button>
                      </small>
                    ) : null
                  ) : (
                    <small>
                      <a href={`#${recordHref({ kind: 'task', id: action.taskId })}`}>{t('cases.action.task')}</a>
                    </small>
                  )}
                </span>
              ),
            },
            { id: 'owner', header: t('cases.action.owner'), width: 150, cell: ({ owner }) => owner || <span className="muted">–</span> },
            {
              id: 'due',
              header: t('cases.action.due'),
              width: 120,
              cell: ({ due }) => (due === null ? <span className="muted">–</span> : formatDay(due, t.locale)),
            },
            {
              id: 'done',
              header: t('cases.clock.state'),
              width: 170,
              cell: ({ due, doneOn }) =>
                doneOn !== null ? (
                  <StatusText tone="clear">{t('cases.clock.doneOn', { on: formatDay(doneOn, t.locale) })}</StatusText>
                ) : due !== null && due < incident.today ? (
                  <StatusText tone="restricted">{t('cases.clockState.late')}</StatusText>
                ) : (
                  <StatusText tone="review">{t('cases.action.open')}</StatusText>
                ),
            },
            {
              id: 'buttons',
              header: '',
              width: 132,
              cell: (action) =>
                isClosed ? null : (
                  <span className={classes['bar']}>
                    <Button size="small" onClick={() => setEditing(action)}>
                      {t('cases.edit')}
                      <span className="visually-hidden">: {action.title}</span>
                    </Button>
                    <IconButton
                      icon={IconTrash}
                      label={`${t('cases.action.remove')}: ${action.title}`}
                      onClick={() => void remove.run({ id: action.id, revision: action.revision })}
                    />
                  </span>
                ),
            },
          ]}
        />
      )}
      {editing === null ? null : (
        <ActionDialog incident={incident} action={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Step>
  );
}

interface ActionDialogProps {
  readonly incident: IncidentDetail;
  readonly action: CorrectiveAction | null;
  readonly onClose: () => void;
}

function ActionDialog({ incident, action, onClose }: ActionDialogProps) {
  const t = useText();
  const save = useHostCommand('cases.saveAction');
  const [title, setTitle] = useState(action?.title ?? '');
  const [owner, setOwner] = useState(action?.owner ?? '');
  const [due, setDue] = useState<string>(action?.due ?? '');
  const [done, setDone] = useState<string>(action?.doneOn ?? '');
  const [verified, setVerified] = useState(action?.verified ?? '');
  const [dueDay, doneDay] = [dayOf(due), dayOf(done)];
  const submit = async () => {
    if (dueDay === undefined || doneDay === undefined) return;
    const reply = await save.run({
      incidentId: incident.row.id,
      id: action?.id ?? null,
      revision: action?.revision ?? 0,
      title,
      owner,
      due: dueDay,
      doneOn: doneDay,
      verified,
      taskId: action?.taskId ?? null,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(action === null ? 'cases.action.add' : 'cases.action.edit')}
      onClose={onClose}
      submitLabel={t(action === null ? 'cases.action.add' : 'cases.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        title.trim() === '' ? t('cases.action.first') : dueDay === undefined || doneDay === undefined ? t('cases.part.noDay') : undefined
      }
      error={save.error}
    >
      <TextField label={t('cases.action.title')} required value={title} onChange={setTitle} maxLength={300} autoFocus />
      <div className={classes['pair']}>
        <TextField label={t('cases.action.owner')} value={owner} onChange={setOwner} maxLength={200} />
        <DayField label={t('cases.action.due')} value={due} onChange={setDue} />
        <DayField label={t('cases.action.doneOn')} value={done} onChange={setDone} />
      </div>
      <TextField label={t('cases.action.verified')} value={verified} onChange={setVerified} maxLength={600} />
    </FormDialog>
  );
}
