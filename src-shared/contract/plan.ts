import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { DutyRole } from '../model/duty-role.ts';
import { Cadence, DaySpan, HolidaySet, PlanPhase, ScheduledTask, Task, TaskLink, TaskMeasure, WorkCalendar } from '../model/plan.ts';
import { QualityCheckId } from '../model/quality.ts';
import { RecordRef } from '../model/record-ref.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';
import { measureMethods } from './measures.ts';
import { planFileMethods } from './plan-files.ts';

const Id = z.string().min(1).max(80);
const Ids = z.array(Id).min(1).max(500);
const Count = z.int().nonnegative();
const none = z.strictObject({});
const reads = ['plan', 'programme', 'evidence', ...measureMethods['measures.read'].touches] as const;
const writes = ['plan', 'journal'] as const;

/** Most tasks a column of the board should hold; null is any number. */
export const WorkLimits = z.strictObject({
  todo: z.int().positive().nullable(),
  doing: z.int().positive().nullable(),
  waiting: z.int().positive().nullable(),
  review: z.int().positive().nullable(),
});
export type WorkLimits = z.infer<typeof WorkLimits>;

/** Who stands for a role in the tasks of this plan. */
export const RoleOwner = z.strictObject({ role: DutyRole, name: z.string().max(200) });
export type RoleOwner = z.infer<typeof RoleOwner>;

/** The plan in force as it stands today. */
export const PlanView = z.strictObject({
  id: Id,
  title: z.string().max(200),
  startsOn: IsoDate,
  /** Last day of the last phase. */
  endsOn: IsoDate,
  calendar: WorkCalendar,
  phases: z.array(z.strictObject({ phase: PlanPhase, start: IsoDate, end: IsoDate })).max(5),
  owners: z.array(RoleOwner).max(20),
  limits: WorkLimits,
  today: IsoDate,
  /** 1 in the first week; 0 or less before it; above `weeks` after the end. */
  week: z.int(),
  weeks: z.int().positive(),
  /** The task that ends last, where it was planned to and where it is expected to, and how many open late tasks lie on its chain. */
  end: z.strictObject({ title: z.string(), planned: IsoDate.nullable(), expected: IsoDate, lateTasks: Count }).nullable(),
  tasks: z.array(ScheduledTask).max(5000),
  revision: Count,
});
export type PlanView = z.infer<typeof PlanView>;

/** A plan that was closed, as it stood on its last day. */
export const EndedPlan = z.strictObject({
  id: Id,
  title: z.string().max(200),
  startsOn: IsoDate,
  /** Last day of the last phase, as it was planned. */
  endsOn: IsoDate,
  endedOn: IsoDate,
  /** Why it was closed; empty where nobody said. */
  because: z.string().max(600),
  /** Tasks that were not dropped, and how many of them were closed. */
  tasks: Count,
  closed: Count,
});
export type EndedPlan = z.infer<typeof EndedPlan>;

/** What may be said of an open task; what is absent stays. */
export const TaskChange = Task.pick({
  title: true,
  phase: true,
  purpose: true,
  steps: true,
  evidenceWanted: true,
  ownerRole: true,
  owner: true,
  waitingFor: true,
  milestone: true,
  span: true,
  progress: true,
  measure: true,
  dependsOn: true,
  links: true,
})
  .extend({ state: z.enum(['todo', 'doing', 'waiting', 'review']) })
  .partial();
export type TaskChange = z.infer<typeof TaskChange>;

export const BulkChange = z.strictObject({
  owner: z.string().max(200).optional(),
  phase: PlanPhase.optional(),
  state: z.enum(['todo', 'doing', 'review']).optional(),
  /** Working days to move by; negative moves earlier. */
  shiftDays: z.int().min(-250).max(250).optional(),
});
export type BulkChange = z.infer<typeof BulkChange>;

export const TaskDraft = z.strictObject({
  title: z.string().trim().min(1).max(300),
  purpose: z.string().max(4000).optional(),
  phase: PlanPhase,
  owner: z.string().max(200),
  ownerRole: DutyRole.nullable().optional(),
  /** Five working days from today where absent. */
  span: DaySpan.optional(),
  milestone: z.boolean().optional(),
  evidenceWanted: z.string().max(600).optional(),
  dependsOn: z.array(Id).max(60).optional(),
  links: z.array(TaskLink).max(500),
  cause: Task.shape.cause,
  measure: TaskMeasure.nullable().optional(),
});
export type TaskDraft = z.infer<typeof TaskDraft>;

/** A record a task is linked to, as it stands now. */
export const LinkState = z.strictObject({
  record: RecordRef,
  /** What the record is called; null where it is gone. */
  title: z.string().max(400).nullable(),
  /** `settled`: decided, answered or no longer found. `open`: still there. `plain`: nothing looks at whether it is settled. */
  state: z.enum(['open', 'settled', 'gone', 'plain']),
  /** Closed words of the record's own state, in English of the catalogue: `Cleared`, `Possible match`. */
  words: z.string().max(200),
});
export type LinkState = z.infer<typeof LinkState>;

export const BurndownView = z.strictObject({
  /** Left at the end of each working day from the start to today; two points of a day are a step of scope. */
  actual: z.array(z.strictObject({ day: IsoDate, left: z.number() })),
  /** The straight line to the end, stepped where the scope changed. */
  ideal: z.array(z.strictObject({ day: IsoDate, left: z.number() })),
  steps: z.array(z.strictObject({ day: IsoDate, change: z.number(), cause: Task.shape.cause })),
  first: IsoDate,
  last: IsoDate,
  today: IsoDate,
  left: z.number(),
  lineSays: z.number(),
  /** Tasks added since the plan was fixed. */
  added: Count,
  /** Days by which all is closed in 1, 5 and 9 of 10 futures drawn from the weeks so far; null while fewer than two weeks closed anything. */
  forecast: z.strictObject({ earliest: IsoDate, likely: IsoDate, latest: IsoDate }).nullable(),
  closedPerWeek: z.array(Count),
});
export type BurndownView = z.infer<typeof BurndownView>;

const Line = z.string().max(400);
export const CheckInLines = z.strictObject({
  moved: z.array(Line).max(60),
  slipped: z.array(z.strictObject({ taskId: Id, title: z.string().max(300), days: Count, why: z.string().max(400) })).max(60),
  next: z.array(Line).max(60),
  note: z.string().max(4000),
});
export type CheckInLines = z.infer<typeof CheckInLines>;

export const CheckInView = z.strictObject({
  week: z.int(),
  due: z.enum(['notYet', 'today', 'overdue', 'filed']),
  filed: z.strictObject({ on: IsoDate, by: z.string().max(200) }).nullable(),
  lines: CheckInLines,
  earlier: z.array(z.strictObject({ week: z.int(), on: IsoDate, by: z.string().max(200) })),
});
export type CheckInView = z.infer<typeof CheckInView>;

export const TemplateView = z.strictObject({
  id: Id,
  title: z.string().max(200),
  about: z.string().max(1000),
  source: z.enum(['shipped', 'own']),
  weeks: z.int().positive(),
  phases: z.array(z.strictObject({ phase: PlanPhase, weeks: z.string().max(20), tasks: z.array(z.string().max(300)) })),
  /** Roles that own its tasks, the one with most first. */
  roles: z.array(z.strictObject({ role: DutyRole, tasks: Count })),
});
export type TemplateView = z.infer<typeof TemplateView>;

export const StartRequest = z.strictObject({
  templateId: Id,
  title: z.string().trim().min(1).max(200),
  /** A Monday. */
  startsOn: IsoDate,
  calendar: WorkCalendar,
  owners: z.array(RoleOwner).max(20),
});
export type StartRequest = z.infer<typeof StartRequest>;

export { Cadence };
export const RecurringItem = z.strictObject({
  id: Id,
  title: z.string().trim().min(1).max(300),
  purpose: z.string().max(4000),
  cadence: Cadence,
  ownerRole: DutyRole.nullable(),
  owner: z.string().max(200),
  next: IsoDate,
  lastDone: IsoDate.nullable(),
  /** An open task made from it, in the plan in force. */
  taskId: Id.nullable(),
  paused: z.boolean(),
  revision: Count,
});
export type RecurringItem = z.infer<typeof RecurringItem>;

const one = z.strictObject({ id: Id, revision: Count });

export const planMethods = {
  ...planFileMethods,
  'plan.get': query(none, PlanView.nullable(), reads),
  /** Plans that were closed, the last one first. */
  'plan.ended': query(none, z.array(EndedPlan), ['plan']),
  /** A closed plan with its tasks as they stood when it was closed, by its own id or by that of a task; read only. */
  'plan.endedView': query(
    z.strictObject({ planId: Id.nullable(), taskId: Id.nullable() }),
    z.strictObject({ ended: EndedPlan, view: PlanView }),
    ['plan'],
  ),
  'plan.change': command(one.extend({ change: TaskChange }), ScheduledTask, writes),
  'plan.changeMany': command(z.strictObject({ ids: Ids, change: BulkChange }), z.strictObject({ changed: Count }), writes),
  /** Adds tasks; `ids` are those made, `known` the open tasks that drafts are about already. Where all are known nothing is written. */
  'plan.addTasks': command(
    z.strictObject({ drafts: z.array(TaskDraft).min(1).max(500) }),
    z.strictObject({ ids: z.array(Id), known: z.array(Id) }),
    writes,
  ),
  'plan.drop': command(one.extend({ reason: z.string().trim().min(1).max(600) }), ScheduledTask, writes),
  /** What the linked records say when they are looked at again now. */
  'plan.links': query(z.strictObject({ id: Id }), z.array(LinkState), reads),
  /** Closes it, and runs again what its linked findings rest on; `links` is what they say after it. */
  'plan.close': command(
    one.extend({ note: z.string().trim().max(4000) }),
    z.strictObject({ task: ScheduledTask, links: z.array(LinkState) }),
    [...writes, 'access', 'screening'],
  ),
  'plan.reopen': command(one.extend({ state: z.enum(['todo', 'doing', 'review']) }), ScheduledTask, writes),
  'plan.tasksOf': query(
    z.strictObject({ records: z.array(RecordRef).min(1).max(500) }),
    z.array(
      z.strictObject({
        record: RecordRef,
        tasks: z.array(
          z.strictObject({
            id: Id,
            title: z.string(),
            state: Task.shape.state,
            cause: Task.shape.cause,
            check: QualityCheckId.nullable(),
            part: z.string().nullable(),
          }),
        ),
      }),
    ),
    ['plan'],
  ),
  'plan.history': query(z.strictObject({ id: Id }), z.array(JournalEntry), ['plan', 'journal']),
  'plan.setup': command(
    z.strictObject({
      revision: Count,
      title: z.string().trim().min(1).max(200).optional(),
      calendar: WorkCalendar.optional(),
      owners: z.array(RoleOwner).max(20).optional(),
      limits: WorkLimits.optional(),
    }),
    z.strictObject({ revision: Count }),
    writes,
  ),
  /** Public holidays of a country in some years, by rule; moved and one-off days are not among them. */
  'plan.holidays': query(
    z.strictObject({ set: HolidaySet, from: z.int().min(1990).max(2150), until: z.int().min(1990).max(2150) }),
    WorkCalendar.shape.holidays,
    [],
  ),
  'plan.burndown': query(z.strictObject({ unit: z.enum(['tasks', 'days']) }), BurndownView, reads),
  'plan.checkIn': query(none, CheckInView, reads),
  'plan.fileCheckIn': command(z.strictObject({ week: z.int(), lines: CheckInLines }), z.strictObject({ week: z.int() }), writes),
  'plan.templates': query(none, z.array(TemplateView), ['plan']),
  'plan.preview': query(
    StartRequest,
    z.strictObject({
      tasks: Count,
      endsOn: IsoDate,
      phases: PlanView.shape.phases,
      already: z.array(z.strictObject({ title: z.string(), done: Count, of: Count })),
    }),
    reads,
  ),
  'plan.start': command(StartRequest, z.strictObject({ id: Id, tasks: Count }), writes),
  'plan.end': command(z.strictObject({ revision: Count, reason: z.string().trim().max(600) }), none, writes),
  'plan.saveTemplate': command(
    z.strictObject({ title: z.string().trim().min(1).max(200), about: z.string().max(1000) }),
    z.strictObject({ id: Id }),
    writes,
  ),
  'plan.removeTemplate': command(z.strictObject({ id: Id }), none, writes),
  'plan.exportTemplate': command(z.strictObject({ id: Id }), z.strictObject({ fileName: z.string() }), ['journal']),
  'plan.importTemplate': command(none, z.strictObject({ id: Id, title: z.string() }), writes),
  'plan.recurring': query(none, z.array(RecurringItem), ['plan']),
  'plan.setRecurring': command(
    RecurringItem.omit({ id: true, revision: true, taskId: true }).extend({ id: Id.nullable(), revision: Count }),
    RecurringItem,
    writes,
  ),
  /** Notes that it was done without a task, with what proves it; it is due again a cadence later. */
  'plan.doneRecurring': command(one.extend({ note: z.string().trim().min(1).max(280) }), RecurringItem, writes),
  'plan.doRecurring': command(z.strictObject({ id: Id }), z.strictObject({ taskId: Id }), writes),
  'plan.rollOver': command(none, z.strictObject({ items: Count }), writes),
};
