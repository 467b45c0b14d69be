import { useState } from 'react';
import type { TaskChange } from '../../../../src-shared/contract/plan.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { percentOf, type ScheduledTask, type TaskState } from '../../../../src-shared/model/plan.ts';
import { Select, TextField, useText } from '../../../ui/index.ts';
import { columns as states } from '../board/lanes.ts';

export type EditField = 'title' | 'owner' | 'state' | 'start' | 'end' | 'progress';

export interface TaskEdit {
  readonly task: ScheduledTask;
  readonly onChange: (change: TaskChange) => void;
  readonly onState: (state: TaskState) => void;
  readonly onEnd: () => void;
}

/** A field in the place of a cell. It commits when the focus leaves it or on Enter; Escape ends the editing of the row. */
export function EditCell({ field, edit }: { readonly field: EditField; readonly edit: TaskEdit }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the keys of the field from the table around it
    <span
      data-fills=""
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        // The field goes; the keys go on from the row it stood in.
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
        edit.onEnd();
      }}
    >
      {field === 'state' ? <StateField edit={edit} /> : <WordsField field={field} edit={edit} />}
    </span>
  );
}

function StateField({ edit }: { readonly edit: TaskEdit }) {
  const t = useText();
  return (
    <Select<TaskState>
      label={t('plan.column.state')}
      labelHidden
      size="small"
      value={edit.task.state}
      options={states.map((value) => ({ value, label: t(`plan.state.${value}`) }))}
      onChange={edit.onState}
    />
  );
}

function WordsField({ field, edit: { task, onChange } }: { readonly field: Exclude<EditField, 'state'>; readonly edit: TaskEdit }) {
  const t = useText();
  const stands = {
    title: task.title,
    owner: task.owner,
    start: task.expected.start as string,
    end: task.expected.end as string,
    progress: String(percentOf(task)),
  }[field];
  const [typed, setTyped] = useState(stands);
  const change = changeOf(field, typed.trim(), task);
  const label = { title: 'task', owner: 'owner', start: 'start', end: 'end', progress: 'progress' } as const;
  const measured = field === 'progress' && task.measure !== null;
  return (
    <TextField
      label={t(`plan.column.${label[field]}`)}
      labelHidden
      size="small"
      value={measured ? t('plan.percent', { percent: percentOf(task) }) : typed}
      disabled={measured || (field === 'progress' && task.milestone)}
      onChange={setTyped}
      autoFocus={field === 'title'}
      maxLength={field === 'title' ? 300 : field === 'owner' ? 200 : 10}
      onCommit={() => {
        if (typed.trim() === stands) return;
        if (change === null) setTyped(stands);
        else onChange(change);
      }}
    />
  );
}

/** The change that what was typed means; null where it means none. */
function changeOf(field: Exclude<EditField, 'state'>, typed: string, task: ScheduledTask): TaskChange | null {
  if (field === 'title') return typed === '' ? null : { title: typed };
  if (field === 'owner') return { owner: typed };
  if (field === 'progress') {
    const percent = Number(typed.replace('%', '').trim());
    return Number.isInteger(percent) && percent >= 0 && percent <= 100 ? { progress: percent } : null;
  }
  const day = IsoDate.safeParse(typed).data;
  if (day === undefined) return null;
  if (task.milestone) return { span: { start: day, end: day } };
  const span = { ...task.expected, [field]: day };
  return span.end < span.start ? { span: { start: day, end: day } } : { span };
}
