import type { PlanView } from '../../../../src-shared/contract/plan.ts';
import type { ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { JournalEntries, QueryView, useHostQuery } from '../../../host/index.ts';
import { Section, useText } from '../../../ui/index.ts';
import classes from '../plan.module.css';
import { LinksPart } from './LinksPart.tsx';
import { ChainPart, MeasurePart, StepsPart, TaskFactList } from './TaskFacts.tsx';

interface TaskOverviewProps {
  readonly plan: PlanView;
  readonly task: ScheduledTask;
  /** Its plan was closed: nothing of it can be changed, and what is measured now is not what was measured then. */
  readonly ended?: boolean;
}

/** What a task is for, what it was made from and how it stands. */
export function TaskOverview({ plan, task, ended = false }: TaskOverviewProps) {
  const t = useText();
  return (
    <div className={classes['columns']}>
      <div>
        {task.purpose === '' ? null : (
          <Section title={t('plan.task.purpose')}>
            <p>{task.purpose}</p>
          </Section>
        )}
        <StepsPart plan={plan} task={task} ended={ended} />
        {task.evidenceWanted === '' ? null : (
          <Section title={t('plan.column.evidence')}>
            <p>{task.evidenceWanted}</p>
          </Section>
        )}
        <LinksPart task={task} />
        {task.closed === null || task.closed.note === '' ? null : (
          <Section title={t('plan.task.closingNote')}>
            <p>{task.closed.note}</p>
          </Section>
        )}
      </div>
      <div>
        <Section title={t('plan.task.facts')}>
          <TaskFactList task={task} />
        </Section>
        {ended ? null : <MeasurePart task={task} />}
        <ChainPart plan={plan} task={task} />
      </div>
    </div>
  );
}

/** What was written down about a task. */
export function TaskHistory({ id }: { readonly id: string }) {
  const t = useText();
  const entries = useHostQuery('plan.history', { id });
  return (
    <QueryView query={entries} rows={6}>
      {(list) => <JournalEntries entries={list} empty={t('plan.task.noHistory')} />}
    </QueryView>
  );
}
