import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { TrainingAudience, TrainingEvery, TrainingGroup, TrainingResult, TrainingState } from '../model/training.ts';
import { command, query } from './kernel.ts';

/** The training record: which courses there are and for whom, what was held, who took part, and who is due. */

const Id = z.string().min(1).max(80);
const Revision = z.int().nonnegative();
const Count = z.int().nonnegative();
const Name = z.string().trim().min(1).max(200);
const Person = z.string().trim().max(200);
const Words = z.string().trim().max(2000);

const courseFields = {
  title: Name,
  /** What it covers, or where its material lies. */
  content: z.string().trim().max(8000),
  audience: TrainingAudience,
  every: TrainingEvery,
  /** Days between two, for `own`; otherwise null. */
  everyDays: z.int().min(7).max(3650).nullable(),
  /** Days somebody who is new, or for whom the course is new, has for the first time. */
  withinDays: z.int().min(0).max(730),
  /** Day from which it is asked of people. */
  since: IsoDate,
  /** Taking part is not enough: only `passed` counts. */
  mustPass: z.boolean(),
  /** Who answers for it. */
  owner: Person,
  /** Held no more and asked of nobody; what was held stays on record. */
  retired: z.boolean(),
};

export const TrainingCourse = z.strictObject({ id: Id, ...courseFields, revision: Revision });
export type TrainingCourse = z.infer<typeof TrainingCourse>;

/** How many people of some stand where. */
export const TrainingCounts = z.strictObject({
  /** People of whom something is asked. */
  people: Count,
  /** With everything asked of them in date. */
  inDate: Count,
  /** With something that was never taken and whose day is still to come, and nothing overdue. */
  toDo: Count,
  /** With something overdue. */
  overdue: Count,
});
export type TrainingCounts = z.infer<typeof TrainingCounts>;

export const CourseLine = z.strictObject({
  course: TrainingCourse,
  counts: TrainingCounts,
  sessions: Count,
  lastHeld: IsoDate.nullable(),
});
export type CourseLine = z.infer<typeof CourseLine>;

export const SessionLine = z.strictObject({
  id: Id,
  courseId: Id,
  courseTitle: Name,
  heldOn: IsoDate,
  /** Who held it. */
  by: Person,
  place: z.string().trim().max(200),
  note: Words,
  /** `held`: recorded here; `import`: from a spreadsheet; `exercise`: held in another room. */
  origin: z.enum(['held', 'import', 'exercise']),
  attendees: Count,
  /** Attendees for whom it counts. */
  counted: Count,
  revision: Revision,
});
export type SessionLine = z.infer<typeof SessionLine>;

export const Attendee = z.strictObject({
  id: Id,
  personId: Id,
  name: z.string().max(300),
  team: z.string().max(300),
  result: TrainingResult,
  note: z.string().max(600),
  revision: Revision,
});
export type Attendee = z.infer<typeof Attendee>;

/** Somebody of whom something is asked. With a course named, about that course alone. */
export const TrainedPerson = z.strictObject({
  id: Id,
  name: z.string().max(300),
  team: z.string().max(300),
  role: z.string().max(300),
  site: z.string().max(300),
  /** The worst of the courses. */
  state: TrainingState,
  asked: Count,
  inDate: Count,
  overdue: Count,
  /** The last time one of them was taken. */
  lastOn: IsoDate.nullable(),
  /** The first day one of them is due; null when nothing is due again. */
  dueOn: IsoDate.nullable(),
  /** Title of the course that is due on that day. */
  dueFor: z.string().max(200),
});
export type TrainedPerson = z.infer<typeof TrainedPerson>;

export const PersonFilter = z.strictObject({
  /** Words of a name, department, role or site; all must stand there. */
  text: z.string().max(200),
  courseId: Id.nullable(),
  states: z.array(TrainingState).max(4),
  group: z.strictObject({ by: TrainingGroup, name: z.string().max(200) }).nullable(),
});
export type PersonFilter = z.infer<typeof PersonFilter>;

export const PersonTraining = z.strictObject({
  /** False where the person left, or is not in the register any more: nothing is asked. */
  present: z.boolean(),
  courses: z
    .array(
      z.strictObject({
        courseId: Id,
        title: Name,
        every: TrainingEvery,
        everyDays: z.int().nullable(),
        state: TrainingState,
        lastOn: IsoDate.nullable(),
        dueOn: IsoDate.nullable(),
      }),
    )
    .max(500),
  /** Sessions they took part in, newest first. */
  sessions: z
    .array(
      z.strictObject({
        sessionId: Id,
        title: Name,
        heldOn: IsoDate,
        by: Person,
        result: TrainingResult,
        note: z.string().max(600),
      }),
    )
    .max(500),
  /** Briefings on control plans, which are kept with each plan. */
  briefings: z
    .array(z.strictObject({ id: Id, assetId: Id, assetName: z.string().max(700), briefedOn: IsoDate, signedBy: z.string().max(300) }))
    .max(500),
});
export type PersonTraining = z.infer<typeof PersonTraining>;

/** A department, role, site or duty, how far its people are trained, and who answers for it. */
export const CoverageLine = TrainingCounts.extend({
  /** Empty for people of whom the register does not say. */
  name: z.string().max(300),
  owner: Person,
  revision: Revision,
});
export type CoverageLine = z.infer<typeof CoverageLine>;

const Page = { offset: Count, limit: z.int().min(1).max(500) };
const at = z.strictObject({ id: Id, revision: Revision });
const reads = ['programme', 'people', 'access'] as const;
const changed = ['programme', 'journal'] as const;

export const trainingMethods = {
  /** Every course with how far it is taken, and where people stand as a whole. */
  'training.overview': query(
    z.strictObject({}),
    z.strictObject({
      on: IsoDate,
      counts: TrainingCounts,
      courses: z.array(CourseLine).max(500),
      sessions: Count,
      /** Departments with people of whom something is asked and nobody who answers for them. */
      withoutOwner: Count,
    }),
    [...reads],
  ),
  'training.course': query(z.strictObject({ id: Id }), CourseLine, [...reads]),
  'training.saveCourse': command(z.strictObject({ id: Id.nullable(), revision: Revision, ...courseFields }), TrainingCourse, [...changed]),
  /** Only while nothing was held: `policy.refused` otherwise, and it can be retired instead. */
  'training.removeCourse': command(at, z.strictObject({ removed: z.boolean() }), [...changed]),

  'training.sessions': query(
    z.strictObject({ courseId: Id.nullable(), ...Page }),
    z.strictObject({ total: Count, rows: z.array(SessionLine).max(500) }),
    [...reads],
  ),
  'training.session': query(z.strictObject({ id: Id }), SessionLine, [...reads]),
  'training.saveSession': command(
    z.strictObject({
      id: Id.nullable(),
      revision: Revision,
      courseId: Id,
      heldOn: IsoDate,
      by: Person,
      place: SessionLine.shape.place,
      note: Words,
    }),
    SessionLine,
    [...changed],
  ),
  'training.removeSession': command(at, z.strictObject({ removed: z.boolean() }), [...changed]),
  'training.attendees': query(
    z.strictObject({ sessionId: Id, ...Page }),
    z.strictObject({ total: Count, rows: z.array(Attendee).max(500) }),
    [...reads],
  ),
  /** Records who took part with one result; who is there already gets the new one. `asked`: whom the course is for; `due`: of these, those who are due or soon will be. */
  'training.recordAttendance': command(
    z.strictObject({
      sessionId: Id,
      who: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('people'), ids: z.array(Id).min(1).max(5000) }),
        z.strictObject({ kind: z.literal('asked') }),
        z.strictObject({ kind: z.literal('due') }),
      ]),
      result: TrainingResult,
      note: z.string().trim().max(600),
    }),
    z.strictObject({ added: Count, changed: Count }),
    [...changed],
  ),
  'training.removeAttendance': command(
    z.strictObject({ sessionId: Id, ids: z.array(Id).min(1).max(5000) }),
    z.strictObject({ removed: Count }),
    [...changed],
  ),

  'training.people': query(
    z.strictObject({
      filter: PersonFilter,
      sort: z.strictObject({ by: z.enum(['name', 'team', 'role', 'site', 'state', 'lastOn', 'dueOn']), descending: z.boolean() }),
      ...Page,
    }),
    z.strictObject({ total: Count, rows: z.array(TrainedPerson).max(500) }),
    [...reads],
  ),
  'training.person': query(z.strictObject({ id: Id }), PersonTraining, [...reads, 'inventory']),
  'training.coverage': query(z.strictObject({ by: TrainingGroup }), z.array(CoverageLine).max(1000), [...reads]),
  /** Names who answers for the training of a department, role or site; an empty name takes it away. Holders of a duty answer for themselves. */
  'training.saveOwner': command(
    z.strictObject({ by: z.enum(['team', 'role', 'site']), name: z.string().min(1).max(300), owner: Person, revision: Revision }),
    z.strictObject({ owner: Person }),
    [...changed],
  ),
} as const;
