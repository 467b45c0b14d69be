import { z } from 'zod';
import { DutyRole } from '../model/duty-role.ts';
import { Cadence, PlanPhase, TaskMeasure } from '../model/plan.ts';

/** Key of a task or a recurring item within its pack. */
const Key = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);

export const PlanPackTask = z.strictObject({
  key: Key,
  phase: PlanPhase,
  title: z.string().trim().min(1).max(300),
  purpose: z.string().max(4000),
  steps: z.array(z.string().min(1).max(500)).max(40),
  evidenceWanted: z.string().max(600),
  ownerRole: DutyRole.nullable(),
  /** Day on which it starts, 1 on the first day of the plan, counted on a week of five working days. */
  startDay: z.int().min(1).max(1300),
  /** Days of such weeks it takes, its first and its last included; 1 for a milestone. */
  days: z.int().min(1).max(260),
  milestone: z.boolean(),
  dependsOn: z.array(Key).max(60),
  measure: TaskMeasure.nullable(),
});
export type PlanPackTask = z.infer<typeof PlanPackTask>;

export const PlanPackRecurring = z.strictObject({
  key: Key,
  title: z.string().trim().min(1).max(300),
  purpose: z.string().max(4000),
  cadence: Cadence,
  ownerRole: DutyRole.nullable(),
});
export type PlanPackRecurring = z.infer<typeof PlanPackRecurring>;

/** A plan to start from, shipped or one's own, shared as a file `*.gatehouse-plan.json`. Words only: no names, days or records of a company. */
export const PlanPack = z
  .strictObject({
    format: z.literal('gatehouse.plan/1'),
    id: Key,
    title: z.string().trim().min(1).max(200),
    about: z.string().max(1000),
    /** First and last week of each phase, 1 the first. */
    phases: z
      .array(z.strictObject({ phase: PlanPhase, from: z.int().min(1).max(260), to: z.int().min(1).max(260) }))
      .min(1)
      .max(5),
    tasks: z.array(PlanPackTask).min(1).max(500),
    recurring: z.array(PlanPackRecurring).max(60),
  })
  .superRefine((pack, context) => {
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const byKey = new Map(pack.tasks.map((task) => [task.key, task]));
    if (byKey.size < pack.tasks.length) complain(['tasks'], 'Two tasks have the same key');
    const phases = new Set(pack.phases.map(({ phase }) => phase));
    for (const [place, task] of pack.tasks.entries()) {
      if (!phases.has(task.phase)) complain(['tasks', place, 'phase'], `Phase ${task.phase} has no weeks`);
      if (task.milestone && task.days !== 1) complain(['tasks', place, 'days'], 'A milestone takes one day');
      for (const key of task.dependsOn) {
        const before = byKey.get(key);
        if (before === undefined) complain(['tasks', place, 'dependsOn'], `No task has the key ${key}`);
        // What must end first must be planned to: this also makes a circle impossible.
        else if (before.startDay + before.days > task.startDay) complain(['tasks', place, 'dependsOn'], `Starts before ${key} ends`);
      }
    }
    for (const [place, { from, to }] of pack.phases.entries()) if (to < from) complain(['phases', place, 'to'], 'Ends before it starts');
  });
export type PlanPack = z.infer<typeof PlanPack>;
