import type { TrainingCourse } from '../../../src-shared/contract/training.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { TrainingAudience, TrainingEvery, TrainingResult } from '../../../src-shared/model/training.ts';
import { type Connection, prepared } from '../db/index.ts';
import { identityText } from '../importers/index.ts';

type Db = Pick<Connection, 'db'>;

interface CourseRecord {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly audience: string;
  readonly every: TrainingEvery;
  readonly every_days: number | null;
  readonly within_days: number;
  readonly since: IsoDate;
  readonly must_pass: 0 | 1;
  readonly owner: string;
  readonly retired: 0 | 1;
  readonly revision: number;
}

export interface SessionRecord {
  readonly id: string;
  readonly course_id: string;
  readonly held_on: IsoDate;
  readonly by_name: string;
  readonly place: string;
  readonly note: string;
  readonly origin: 'held' | 'import' | 'exercise';
  readonly import_batch: string | null;
  readonly revision: number;
}

export interface AttendanceRecord {
  readonly id: string;
  readonly session_id: string;
  readonly person_id: string;
  readonly result: TrainingResult;
  readonly note: string;
  readonly import_batch: string | null;
  readonly revision: number;
}

const toCourse = (row: CourseRecord): TrainingCourse => ({
  id: row.id,
  title: row.title,
  content: row.content,
  audience: JSON.parse(row.audience) as TrainingAudience,
  every: row.every,
  everyDays: row.every_days,
  withinDays: row.within_days,
  since: row.since,
  mustPass: row.must_pass === 1,
  owner: row.owner,
  retired: row.retired === 1,
  revision: row.revision,
});

/** All courses by title, retired ones last. */
export const allCourses = ({ db }: Db): TrainingCourse[] =>
  prepared<[], CourseRecord>(db, 'SELECT * FROM training_courses ORDER BY retired, title COLLATE NOCASE, id LIMIT 500').all().map(toCourse);

export function findCourse({ db }: Db, id: string): TrainingCourse | undefined {
  const row = prepared<[string], CourseRecord>(db, 'SELECT * FROM training_courses WHERE id = ?').get(id);
  return row === undefined ? undefined : toCourse(row);
}

/** Courses of that title, as imports compare it. */
export const coursesCalled = ({ db }: Db, title: string): TrainingCourse[] =>
  prepared<[string], CourseRecord>(db, 'SELECT * FROM training_courses WHERE title_key = ?').all(identityText(title)).map(toCourse);

/** Writes a course anew or over the one with its id. Runs inside a command. */
export function putCourse({ db }: Db, course: Omit<TrainingCourse, 'revision'>): void {
  prepared(
    db,
    `INSERT INTO training_courses (id, title, title_key, content, audience, every, every_days, within_days, since, must_pass, owner, retired)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_key = excluded.title_key, content = excluded.content,
       audience = excluded.audience, every = excluded.every, every_days = excluded.every_days, within_days = excluded.within_days,
       since = excluded.since, must_pass = excluded.must_pass, owner = excluded.owner, retired = excluded.retired, revision = revision + 1`,
  ).run(
    ...[
      course.id,
      course.title,
      identityText(course.title),
      course.content,
      JSON.stringify(course.audience),
      course.every,
      course.everyDays,
    ],
    ...[course.withinDays, course.since, course.mustPass ? 1 : 0, course.owner, course.retired ? 1 : 0],
  );
}

export const findSession = ({ db }: Db, id: string): SessionRecord | undefined =>
  prepared<[string], SessionRecord>(db, 'SELECT * FROM training_sessions WHERE id = ?').get(id);

/** What a session is made of. */
export interface SessionDraft {
  readonly id: string;
  readonly courseId: string;
  readonly heldOn: IsoDate;
  readonly by: string;
  readonly place: string;
  readonly note: string;
  readonly origin: SessionRecord['origin'];
  readonly importBatch: string | null;
}

/**
 * Puts a session on record, or over the one with its id. Runs inside a command. A room where people are trained in another way (an exercise) records
 * what it held by this and `putAttendance`.
 */
export function putSession({ db }: Db, { id, courseId, heldOn, by, place, note, origin, importBatch }: SessionDraft): void {
  prepared(
    db,
    `INSERT INTO training_sessions (id, course_id, held_on, by_name, place, note, origin, import_batch) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET course_id = excluded.course_id, held_on = excluded.held_on, by_name = excluded.by_name,
       place = excluded.place, note = excluded.note, revision = revision + 1`,
  ).run(id, courseId, heldOn, by, place, note, origin, importBatch);
}

export const findAttendance = ({ db }: Db, sessionId: string, personId: string): AttendanceRecord | undefined =>
  prepared<[string, string], AttendanceRecord>(db, 'SELECT * FROM training_attendance WHERE session_id = ? AND person_id = ?').get(
    sessionId,
    personId,
  );

export const attendanceById = ({ db }: Db, id: string): AttendanceRecord | undefined =>
  prepared<[string], AttendanceRecord>(db, 'SELECT * FROM training_attendance WHERE id = ?').get(id);

/** Says what came of one person's part in a session. Runs inside a command. */
export function putAttendance({ db }: Db, one: Omit<AttendanceRecord, 'revision'>): void {
  prepared(
    db,
    `INSERT INTO training_attendance (id, session_id, person_id, result, note, import_batch) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET session_id = excluded.session_id, result = excluded.result, note = excluded.note, revision = revision + 1`,
  ).run(one.id, one.session_id, one.person_id, one.result, one.note, one.import_batch);
}

/** Results for which a course counts as taken. */
export const countedResults = (mustPass: boolean): readonly TrainingResult[] => (mustPass ? ['passed'] : ['attended', 'passed']);

/** Who answers for the training of departments, roles and sites, by kind and name. */
export function ownersBy({ db }: Db, kind: string): ReadonlyMap<string, { readonly owner: string; readonly revision: number }> {
  const rows = prepared<[string], { name: string; owner: string; revision: number }>(
    db,
    'SELECT name, owner, revision FROM training_owners WHERE kind = ?',
  ).all(kind);
  return new Map(rows.map(({ name, owner, revision }) => [name, { owner, revision }]));
}
