import { useMemo } from 'react';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { BulkChange, PlanView, TaskChange, WorkLimits } from '../../../src-shared/contract/plan.ts';
import type { DaySpan, ScheduledTask } from '../../../src-shared/model/plan.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../host/index.ts';
import { useText, useToast } from '../../ui/index.ts';

/** The plan in force with all its tasks; null where none was started. */
export const usePlan = () => useHostQuery('plan.get', {});

export interface PlanActions {
  /** Sets where a task lies. */
  readonly move: (task: ScheduledTask, span: DaySpan) => Promise<void>;
  /** True where it was done; otherwise the reason was said. */
  readonly change: (task: ScheduledTask, change: TaskChange) => Promise<boolean>;
  readonly reopen: (task: ScheduledTask, state: 'todo' | 'doing' | 'review') => Promise<boolean>;
  /** How many were changed; null where it failed, with `manyError` saying why. */
  readonly changeMany: (ids: readonly string[], change: BulkChange) => Promise<number | null>;
  readonly manyError: AppError | null;
  readonly setLimits: (limits: WorkLimits) => Promise<boolean>;
  readonly undo: () => void;
  readonly busy: boolean;
}

/** What can be done to the tasks of a plan. Failures of single steps are said in a message, since they have no form to stand in. */
export function usePlanActions(plan: PlanView): PlanActions {
  const t = useText();
  const toast = useToast();
  const { run: runChange } = useHostCommand('plan.change');
  const { run: runReopen } = useHostCommand('plan.reopen');
  const many = useHostCommand('plan.changeMany');
  const { run: runMany } = many;
  const { run: runSetup } = useHostCommand('plan.setup');
  const { run: runUndo } = useHostCommand('journal.undo');
  const { revision } = plan;
  const steps = useMemo(() => {
    const told = async (reply: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: AppError }>) => {
      const done = await reply;
      if (!done.ok) toast({ message: errorSentence(t, done.error) });
      return done.ok;
    };
    return {
      move: async (task: ScheduledTask, span: DaySpan) => {
        const reply = await runChange({ id: task.id, revision: task.revision, change: { span } });
        if (!reply.ok) toast({ message: errorSentence(t, reply.error) });
        else if (reply.value.expected.start > span.start)
          toast({ message: t('plan.timeline.held', { title: task.title, day: reply.value.expected.start }) });
      },
      change: (task: ScheduledTask, change: TaskChange) => told(runChange({ id: task.id, revision: task.revision, change })),
      reopen: (task: ScheduledTask, state: 'todo' | 'doing' | 'review') => told(runReopen({ id: task.id, revision: task.revision, state })),
      setLimits: (limits: WorkLimits) => told(runSetup({ revision, limits })),
      undo: () => void runUndo({}),
    };
  }, [runChange, runReopen, runSetup, runUndo, revision, t, toast]);
  const changeMany = useMemo(
    () => async (ids: readonly string[], change: BulkChange) => {
      const reply = await runMany({ ids: [...ids], change });
      return reply.ok ? reply.value.changed : null;
    },
    [runMany],
  );
  return useMemo(
    () => ({ ...steps, changeMany, manyError: many.error, busy: many.pending }),
    [steps, changeMany, many.error, many.pending],
  );
}
