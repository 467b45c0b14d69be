import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { DutyRole } from './duty-role.ts';
import { MeasureId, MeasureShare } from './measure.ts';
import { QualityCheckId } from './quality.ts';
import { RecordRef } from './record-ref.ts';

const Id = z.string().min(1).max(80);
const Words = z.string().max(4000);

/** Columns of the board. `dropped` leaves the plan but stays on record with its reason. */
export const TaskState = z.enum(['todo', 'doing', 'waiting', 'review', 'done', 'dropped']);
export type TaskState = z.infer<typeof TaskState>;

/** Phases of the 90 days; `after` is what recurs once they are over. */
export const PlanPhase = z.enum(['map', 'identify', 'audit', 'pilot', 'after']);
export type PlanPhase = z.infer<typeof PlanPhase>;

/** How often something comes round again. */
export const Cadence = z.enum(['weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly']);
export type Cadence = z.infer<typeof Cadence>;

/** Days on which work is done: weekdays as ISO numbers, 1 Monday to 7 Sunday, less the holidays. */
export const WorkCalendar = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  holidays: z.array(z.strictObject({ day: IsoDate, name: z.string().max(120) })).max(400),
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

/** Countries whose public holidays are worked out by rule. Words under `plan.holidaySet.<id>`. */
export const HolidaySet = z.enum(['usFederal', 'englandAndWales', 'germany', 'france', 'norway']);
export type HolidaySet = z.infer<typeof HolidaySet>;

/** A first and a last working day, both included. */
export const DaySpan = z.strictObject({ start: IsoDate, end: IsoDate });
export type DaySpan = z.infer<typeof DaySpan>;

/**
 * A task is met by itself when its measure says so: at least `percent` of what is counted is done. Only a person closes it; the program
 * opens it again when a measure that was met falls below its share.
 */
export const TaskMeasure = z.strictObject({ id: MeasureId, percent: z.int().min(1).max(100) });
export type TaskMeasure = z.infer<typeof TaskMeasure>;

/** A record a task was made from or is about. */
export const TaskLink = RecordRef.extend({
  /** Quality check that found the record: it is this check that looks at it again. */
  check: QualityCheckId.optional(),
  /** Line of the record it was made from, where the record holds many: a risk of an assessment. */
  part: z.string().min(1).max(120).optional(),
});
export type TaskLink = z.infer<typeof TaskLink>;

/** That a task was opened again by itself: its measure was met when it was closed, and fell. */
export const TaskReopened = TaskMeasure.extend({
  on: IsoDate,
  /** Where the measure stood when the task was closed, and when it was opened again. */
  was: MeasureShare,
  now: MeasureShare,
});
export type TaskReopened = z.infer<typeof TaskReopened>;

export const Task = z.strictObject({
  id: Id,
  phase: PlanPhase,
  /** Place within its phase, rising; equal ranks stand by start, then id. */
  rank: z.number(),
  title: z.string().trim().min(1).max(300),
  purpose: Words,
  steps: z.array(z.strictObject({ text: z.string().max(500), done: z.boolean() })).max(40),
  /** Evidence that closing it asks for, in words; empty where none is wanted. */
  evidenceWanted: z.string().max(600),
  /** Role that usually does this; null where none. */
  ownerRole: DutyRole.nullable(),
  /** Name of the person who does it; empty while nobody does. */
  owner: z.string().max(200),
  state: TaskState,
  /** What it waits for; empty unless `waiting`. */
  waitingFor: z.string().max(600),
  milestone: z.boolean(),
  /** Where it is set to lie. A milestone starts and ends on its day. */
  span: DaySpan,
  /** Where it was planned when the plan was fixed; null for what was added later. */
  planned: DaySpan.nullable(),
  /** 0 to 100, as said by hand; a measured task shows its measure instead. */
  progress: z.int().min(0).max(100),
  measure: TaskMeasure.nullable(),
  /** Tasks that must end before this one starts. */
  dependsOn: z.array(Id).max(60),
  /** Records it was made from or is about. */
  links: z.array(TaskLink).max(500),
  cause: z.enum(['template', 'own', 'finding', 'gap', 'quality', 'gate', 'recurring']),
  addedOn: IsoDate,
  /** Null while it is open. */
  closed: z
    .strictObject({
      on: IsoDate,
      by: z.string().max(200),
      note: Words,
      /** Where its measure stood then; null without one, with nothing to count, or where nobody kept it. */
      reading: MeasureShare.nullable(),
    })
    .nullable(),
  /** Null unless it is open because its measure was lost. */
  reopened: TaskReopened.nullable(),
  revision: z.int().nonnegative(),
});
export type Task = z.infer<typeof Task>;

/** A task as the schedule sees it on a day. */
export const ScheduledTask = Task.extend({
  /** Where it really falls: after what it depends on, and not before today while it is unstarted. */
  expected: DaySpan,
  /** Working days its end lies after where it was planned; 0 where on time or never planned. */
  slipDays: z.int().nonnegative(),
  /** Working days it may still be late before the plan's end moves. */
  slackDays: z.int().nonnegative(),
  /** On the chain that decides the end date. */
  critical: z.boolean(),
  /** The measure as it stands now; null for a task without one. */
  reading: MeasureShare.nullable(),
  /** Its measure is met and it waits to be closed; or it was closed and the measure is lost again. */
  proposal: z.enum(['close', 'reopen']).nullable(),
});
export type ScheduledTask = z.infer<typeof ScheduledTask>;

/** Share of a task done in percent: what its measure says where it has one, else what was said by hand. */
export function percentOf(task: Pick<ScheduledTask, 'reading' | 'progress' | 'measure' | 'closed'>): number {
  if (task.closed !== null) return 100;
  if (task.reading !== null && task.reading.of > 0) {
    // Rounded, but never to a whole that is not there yet.
    const percent = Math.round((task.reading.done / task.reading.of) * 100);
    return task.reading.done < task.reading.of ? Math.min(99, percent) : 100;
  }
  return task.measure === null ? task.progress : 0;
}
