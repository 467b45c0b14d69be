import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { StatusText, useText } from '../../ui/index.ts';
import { useHostQuery } from '../hooks.ts';
import classes from './make-task.module.css';

/** The tasks a record became, each with its state. Nothing where there are none. */
export function TasksOf({ record }: { readonly record: RecordRef }) {
  const t = useText();
  const { data } = useHostQuery('plan.tasksOf', { records: [record] });
  const tasks = data?.[0]?.tasks ?? [];
  if (tasks.length === 0) return null;
  return (
    <ul className={classes['tasks']} aria-label={t('makeTask.tasks')}>
      {tasks.map((task) => (
        <li key={task.id}>
          <a href={`#/plan/tasks/${encodeURIComponent(task.id)}`}>{task.title}</a>
          <StatusText tone={task.state === 'done' ? 'clear' : 'unassessed'}>{t(`plan.state.${task.state}`)}</StatusText>
        </li>
      ))}
    </ul>
  );
}
