import { useState } from 'react';
import type { PlanView, TaskChange } from '../../../../src-shared/contract/plan.ts';
import { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { MeasureId } from '../../../../src-shared/model/measure.ts';
import { PlanPhase, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Checkbox, DayField, dayOf, MultiSelect, NumberField, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import { ownersOf } from '../filter.ts';
import classes from '../plan.module.css';
import { nearestWorkingDay, stepWorkingDays } from '../timeline/working-days.ts';

interface TaskDialogProps {
  readonly plan: PlanView;
  /** Null adds one. */
  readonly task: ScheduledTask | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** Everything one may say of a task: what, who, when, after what, what proves it, and the measure it follows. */
export function TaskDialog({ plan, task, onClose, onSaved }: TaskDialogProps) {
  const t = useText();
  const add = useHostCommand('plan.addTasks');
  const change = useHostCommand('plan.change');
  const first = nearestWorkingDay(plan.today < plan.startsOn ? plan.startsOn : plan.today, plan.calendar);
  const [title, setTitle] = useState(task?.title ?? '');
  const [purpose, setPurpose] = useState(task?.purpose ?? '');
  const [phase, setPhase] = useState<PlanPhase>(task?.phase ?? phaseOn(plan));
  const [owner, setOwner] = useState(task?.owner ?? '');
  const [ownerRole, setRole] = useState<DutyRole | null>(task?.ownerRole ?? null);
  const [start, setStart] = useState<string>(task?.span.start ?? first);
  const [end, setEnd] = useState<string>(task?.span.end ?? stepWorkingDays(first, 4, plan.calendar));
  const [milestone, setMilestone] = useState(task?.milestone ?? false);
  const [dependsOn, setDependsOn] = useState<readonly string[]>(task?.dependsOn ?? []);
  const [evidenceWanted, setEvidence] = useState(task?.evidenceWanted ?? '');
  const [measure, setMeasure] = useState(task?.measure ?? null);
  const owners = ownersOf(plan.tasks);
  const from = dayOf(start) ?? null;
  const to = milestone ? from : (dayOf(end) ?? null);
  const missing =
    title.trim() === ''
      ? t('plan.task.titleFirst')
      : from === null || to === null
        ? t('plan.task.daysFirst')
        : to < from
          ? t('plan.task.daysOrder')
          : undefined;
  const submit = async () => {
    if (from === null || to === null) return;
    const said = {
      title: title.trim(),
      purpose,
      phase,
      owner: owner.trim(),
      ownerRole,
      span: { start: from, end: to },
      milestone,
      dependsOn: [...dependsOn],
      evidenceWanted,
      measure,
    } satisfies TaskChange;
    if (task === null) {
      const made = await add.run({ drafts: [{ ...said, links: [], cause: 'own' }] });
      const id = made.ok ? made.value.ids[0] : undefined;
      if (id !== undefined) onSaved(id);
      return;
    }
    const reply = await change.run({ id: task.id, revision: task.revision, change: said });
    if (reply.ok) onSaved(task.id);
  };
  return (
    <FormDialog
      title={t(task === null ? 'plan.addTaskLong' : 'plan.task.editTitle')}
      onClose={onClose}
      submitLabel={t(task === null ? 'plan.addTaskLong' : 'plan.task.save')}
      onSubmit={() => void submit()}
      busy={add.pending || change.pending}
      missing={missing}
      error={add.error ?? change.error}
    >
      <TextField label={t('plan.column.task')} required value={title} onChange={setTitle} maxLength={300} autoFocus />
      <TextArea label={t('plan.task.purpose')} value={purpose} onChange={setPurpose} rows={2} maxLength={4000} />
      <div className={classes['pair']}>
        <Select<PlanPhase>
          label={t('plan.column.phase')}
          value={phase}
          options={PlanPhase.options.map((value) => ({ value, label: t(`plan.phase.${value}`) }))}
          onChange={setPhase}
        />
        <Select<string>
          label={t('plan.column.owner')}
          value={owner === '' ? null : owner}
          placeholder={t('plan.nobody')}
          options={[...new Set([...owners, ...(owner === '' ? [] : [owner])])].map((value) => ({ value, label: value }))}
          onChange={setOwner}
          onClear={() => setOwner('')}
          onCreate={setOwner}
          createLabel={(typed) => t('plan.task.newOwner', { name: typed })}
        />
        <DayField label={t('plan.column.start')} value={start} onChange={setStart} required />
        {milestone ? <span /> : <DayField label={t('plan.column.end')} value={end} onChange={setEnd} required />}
      </div>
      <Checkbox label={t('plan.task.milestone')} hint={t('plan.task.milestoneHint')} checked={milestone} onChange={setMilestone} />
      <MultiSelect
        label={t('plan.task.after')}
        searchable
        placeholder={t('plan.task.afterNone')}
        values={dependsOn}
        options={plan.tasks
          .filter((one) => one.id !== task?.id && one.state !== 'dropped')
          .map((one) => ({ value: one.id, label: one.title, group: t(`plan.phase.${one.phase}`) }))}
        onChange={setDependsOn}
      />
      <div className={classes['pair']}>
        <Select<DutyRole>
          label={t('plan.column.role')}
          placeholder={t('plan.task.noRole')}
          value={ownerRole}
          options={DutyRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={setRole}
          onClear={() => setRole(null)}
        />
        <Select<MeasureId>
          label={t('plan.task.measure')}
          placeholder={t('plan.task.measureNone')}
          value={measure?.id ?? null}
          options={MeasureId.options.map((value) => ({ value, label: t.dynamic(`measure.${value}`) }))}
          onChange={(id) => setMeasure({ id, percent: measure?.percent ?? 100 })}
          onClear={() => setMeasure(null)}
        />
        {measure === null ? null : (
          <NumberField
            label={t('plan.task.measurePercent')}
            unit="%"
            integer
            min={1}
            max={100}
            value={measure.percent}
            onCommit={(percent) => setMeasure({ ...measure, percent: percent ?? 100 })}
          />
        )}
      </div>
      <TextField
        label={t('plan.column.evidence')}
        hint={t('plan.task.evidenceHint')}
        value={evidenceWanted}
        onChange={setEvidence}
        maxLength={600}
      />
    </FormDialog>
  );
}

/** The phase the plan is in today, else its first. */
function phaseOn(plan: PlanView): PlanPhase {
  return plan.phases.findLast(({ start }) => start <= plan.today)?.phase ?? 'map';
}
