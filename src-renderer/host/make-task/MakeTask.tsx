import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { TaskDraft } from '../../../src-shared/contract/plan.ts';
import type { MeasureId } from '../../../src-shared/model/measure.ts';
import { PlanPhase, type TaskLink } from '../../../src-shared/model/plan.ts';
import {
  Button,
  ChoiceCards,
  DayField,
  Dialog,
  dayOf,
  IconButton,
  LinkButton,
  Note,
  Select,
  TextField,
  useText,
  useToast,
} from '../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useHostCommand, useHostQuery } from '../hooks.ts';

/** A record that can become a task: what the task would be called. */
export interface TaskSource {
  /** With the check that found it, or the line of it, where the task is about that alone. */
  readonly record: TaskLink;
  readonly title: string;
}

interface MakeTaskProps {
  readonly cause: TaskDraft['cause'];
  /** Phase such work belongs to. */
  readonly phase: PlanPhase;
  /** What one task about all of them would be called. */
  readonly titleForAll: string;
  /** Measure that one task about all of them could follow. */
  readonly measure?: MeasureId;
  /** Records there are, where that may be more than are made into tasks at once. */
  readonly total?: number;
}

interface MakeTaskDialogProps extends MakeTaskProps {
  /** Asked for when the dialog opens, since a selection of thousands is not held in the page. */
  readonly sources: readonly TaskSource[];
  readonly onClose: () => void;
  readonly onMade?: (ids: readonly string[]) => void;
}

/** Most tasks made in one step. */
const MOST = 500;

/** Turns one record, or many, into tasks of the plan. They stay linked: closing a task looks at its records again. */
export function MakeTaskDialog({
  sources,
  cause,
  phase: usual,
  titleForAll,
  measure,
  total = sources.length,
  onClose,
  onMade,
}: MakeTaskDialogProps) {
  const t = useText();
  const toast = useToast();
  const plan = useHostQuery('plan.get', {});
  const links = sources.slice(0, MOST).map(({ record }) => record);
  const records = links.map(({ kind, id }) => ({ kind, id }));
  const known = useHostQuery('plan.tasksOf', { records }, { enabled: records.length > 0 });
  const add = useHostCommand('plan.addTasks');
  const undo = useHostCommand('journal.undo');
  const [manner, setManner] = useState<'each' | 'one'>('each');
  const [title, setTitle] = useState(sources[0]?.title ?? '');
  const [forAll, setForAll] = useState(titleForAll);
  const [owner, setOwner] = useState('');
  const [phase, setPhase] = useState<PlanPhase>(usual);
  const [due, setDue] = useState('');
  const many = sources.length > 1;
  const inPlan = (known.data ?? []).flatMap(({ tasks }, place) => {
    const link = links[place];
    const same = tasks.find(
      (task) =>
        task.state !== 'done' &&
        task.state !== 'dropped' &&
        task.cause === cause &&
        task.check === (link?.check ?? null) &&
        task.part === (link?.part ?? null),
    );
    return same === undefined ? [] : [same];
  });
  if (plan.data === null)
    return (
      <Dialog
        opened
        onClose={onClose}
        title={t('makeTask.title', { count: sources.length })}
        footer={
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <LinkButton kind="primary" href="#/plan/start">
              {t('makeTask.startPlan')}
            </LinkButton>
          </>
        }
      >
        <p>{t('makeTask.noPlan')}</p>
      </Dialog>
    );
  const day = dayOf(due);
  const today = plan.data?.today;
  const single = !many || manner === 'one';
  const words = many ? forAll : title;
  const missing =
    single && words.trim() === ''
      ? t('makeTask.titleFirst')
      : sources.length > MOST
        ? t('makeTask.tooMany', { most: MOST })
        : day === undefined || (day !== null && today !== undefined && day < today)
          ? t('makeTask.dueFirst')
          : undefined;
  const submit = async () => {
    const span = day === null || day === undefined || today === undefined ? {} : { span: { start: today, end: day } };
    const common = { phase, owner: owner.trim(), cause, ...span };
    const drafts: TaskDraft[] = single
      ? [
          {
            ...common,
            title: words.trim(),
            links: [...links],
            ...(many && measure !== undefined ? { measure: { id: measure, percent: 100 } } : {}),
          },
        ]
      : sources.map((source) => ({ ...common, title: source.title.slice(0, 300), links: [source.record] }));
    const reply = await add.run({ drafts });
    if (!reply.ok) return;
    const { ids, known: there } = reply.value;
    const [only, ...others] = [...ids, ...there];
    toast({
      message:
        there.length === 0
          ? t('makeTask.made', { count: ids.length })
          : t('makeTask.madeAndKnown', { made: ids.length, known: there.length }),
      ...(ids.length === 0 ? {} : { onUndo: () => void undo.run({}) }),
      ...(only === undefined || others.length > 0
        ? {}
        : { action: { label: t('makeTask.open'), onClick: () => window.location.assign(`#/plan/tasks/${only}`) } }),
    });
    onMade?.(ids);
    onClose();
  };
  return (
    <FormDialog
      title={t('makeTask.title', { count: sources.length })}
      onClose={onClose}
      submitLabel={t('makeTask.submit', { count: single ? 1 : sources.length })}
      onSubmit={() => void submit()}
      busy={add.pending}
      missing={missing}
      error={add.error}
    >
      {many ? (
        <ChoiceCards<'each' | 'one'>
          label={t('makeTask.manner')}
          value={manner}
          onChange={setManner}
          choices={[
            { value: 'each', label: t('makeTask.each', { count: sources.length }), detail: t('makeTask.eachDetail') },
            { value: 'one', label: t('makeTask.one'), detail: t(measure === undefined ? 'makeTask.oneDetail' : 'makeTask.oneMeasured') },
          ]}
        />
      ) : null}
      {total > sources.length ? <Note tone="review">{t('makeTask.firstOf', { shown: sources.length, total })}</Note> : null}
      {inPlan.length === 0 ? null : <Note tone="info">{t('makeTask.known', { count: inPlan.length, title: inPlan[0]?.title ?? '' })}</Note>}
      {single ? (
        <TextField
          label={t('makeTask.taskTitle')}
          required
          value={words}
          onChange={many ? setForAll : setTitle}
          maxLength={300}
          autoFocus
        />
      ) : null}
      <TextField label={t('makeTask.owner')} value={owner} onChange={setOwner} maxLength={200} />
      <Select<PlanPhase>
        label={t('makeTask.phase')}
        value={phase}
        options={PlanPhase.options.map((value) => ({ value, label: t(`plan.phase.${value}`) }))}
        onChange={setPhase}
      />
      <DayField label={t('makeTask.due')} hint={t('makeTask.dueHint')} value={due} onChange={setDue} />
    </FormDialog>
  );
}

interface MakeTaskButtonProps extends MakeTaskProps {
  readonly sources: () => Promise<readonly TaskSource[]>;
  readonly size?: 'small' | 'medium';
  /** Only the icon, where the row has no room for words; its name is said on hover and focus. */
  readonly iconOnly?: boolean;
  readonly onMade?: () => void;
}

/** "Make a task", with its dialog. The records are asked for when it is pressed. */
export function MakeTaskButton({ sources, size = 'medium', iconOnly = false, onMade, ...rest }: MakeTaskButtonProps) {
  const t = useText();
  const [chosen, setChosen] = useState<readonly TaskSource[] | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    try {
      setChosen(await sources());
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {iconOnly ? (
        <IconButton icon={IconListCheck} label={t('makeTask.button')} onClick={() => void begin()} />
      ) : (
        <Button size={size} icon={IconListCheck} busy={busy} onClick={() => void begin()}>
          {t('makeTask.button')}
        </Button>
      )}
      {chosen === null || chosen.length === 0 ? null : (
        <MakeTaskDialog {...rest} sources={chosen} onClose={() => setChosen(null)} {...(onMade === undefined ? {} : { onMade })} />
      )}
    </>
  );
}
