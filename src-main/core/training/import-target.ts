import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { ImportRecord, ImportValue } from '../../../src-shared/formats/import-target.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { TrainingResult } from '../../../src-shared/model/training.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import {
  type CommitBatch,
  type CommitRow,
  type CommittedRow,
  type ExistingRecord,
  type ImportTarget,
  keyText,
  type RecordKey,
  type UndoRow,
  type UnfitRecord,
} from '../importers/index.ts';
import { peopleByNumber, peopleCalled, peopleWithAccount } from '../people/index.ts';
import { trainingTargetSchema } from './import-schema.ts';
import { type AttendanceRecord, attendanceById, coursesCalled, findAttendance, findSession, putAttendance, putSession } from './store.ts';

const textOf = (value: ImportValue | null | undefined): string => (value?.state === 'known' ? String(value.value).trim() : '');

/** How people are found, the strongest sign first. */
const signs = [
  { field: 'externalId', find: peopleByNumber },
  { field: 'email', find: peopleWithAccount },
  { field: 'name', find: peopleCalled },
] as const;

/**
 * Brings lists of attendance onto the record. People and courses have to be there: a row that names others is refused with its reason. Rows of one
 * course, day and trainer are one session.
 */
export function createTrainingImportTarget(deps: FeatureDeps): ImportTarget {
  const newId = () => deps.ports.ids.next();
  return {
    id: 'training',
    variants: [''],
    schema: () => trainingTargetSchema,

    unfit: (connection, _variant, records) => records.map((record) => faultOf(connection, record, deps.ports.clock.today())),

    lookupExisting(connection, _variant, keys) {
      const found = new Map<string, readonly ExistingRecord[]>();
      for (const key of keys) {
        const records = attendancesFor(connection, key).map((one) => existing(connection, one));
        if (records.length > 0) found.set(keyText(key), records);
      }
      return found;
    },

    commitRows(tx, batch, rows) {
      const done: CommittedRow[] = [];
      for (const row of rows) {
        const written = row.existing === null ? addRow(tx, batch, row, newId) : changeRow(tx, batch, row, row.existing, newId);
        if (!written.ok) return written;
        done.push({ row: row.row, ...written.value });
      }
      return ok(done);
    },

    undoRows: takeBack,
    settle: async () => undefined,
  };
}

/** Who a row means: by the first sign that fits one person; else what the first sign that it gives fits. */
function personOf(
  connection: Connection,
  record: ImportRecord,
): { readonly field: string; readonly value: string; readonly ids: readonly string[] } {
  const given = signs.flatMap(({ field, find }) => {
    const value = textOf(record[field]);
    return value === '' ? [] : [{ field, value, ids: find(connection, value) }];
  });
  return given.find(({ ids }) => ids.length === 1) ?? given[0] ?? { field: 'name', value: '', ids: [] };
}

function faultOf(connection: Connection, record: ImportRecord, today: IsoDate): UnfitRecord | null {
  const person = personOf(connection, record);
  if (person.ids.length !== 1)
    return { kind: person.ids.length === 0 ? 'notOnRecord' : 'ambiguousMatch', fieldId: person.field, value: person.value };
  const course = textOf(record['course']);
  const courses = coursesCalled(connection, course).length;
  if (courses !== 1) return { kind: courses === 0 ? 'notOnRecord' : 'ambiguousMatch', fieldId: 'course', value: course };
  const day = textOf(record['heldOn']);
  return day > today ? { kind: 'dayAhead', fieldId: 'heldOn', value: day } : null;
}

function attendancesFor(connection: Connection, { set, parts }: RecordKey): readonly AttendanceRecord[] {
  const [who = '', course = '', day = ''] = parts;
  const sign = signs[set];
  const [only, second] = coursesCalled(connection, course);
  if (sign === undefined || only === undefined || second !== undefined) return [];
  const find = prepared<[string, string, string], AttendanceRecord>(
    connection.db,
    `SELECT a.* FROM training_attendance a JOIN training_sessions s ON s.id = a.session_id
     WHERE a.person_id = ? AND s.course_id = ? AND s.held_on = ?`,
  );
  return sign.find(connection, who).flatMap((personId) => find.all(personId, only.id, day));
}

function existing(connection: Connection, one: AttendanceRecord): ExistingRecord {
  const values: Record<string, ImportValue> = { result: { state: 'known', value: one.result } };
  const by = findSession(connection, one.session_id)?.by_name ?? '';
  if (by !== '') values['by'] = { state: 'known', value: by };
  if (one.note !== '') values['note'] = { state: 'known', value: one.note };
  return { id: one.id, title: one.id, revision: one.revision, values };
}

type Written = Omit<CommittedRow, 'row'>;

/** The session of a course, day and trainer: the one there is, or a new one. */
function sessionFor(tx: Connection, batch: CommitBatch, courseId: string, heldOn: IsoDate, by: string, newId: () => string): string {
  const found = prepared<[string, string, string, string], { id: string }>(
    tx.db,
    `SELECT id FROM training_sessions WHERE course_id = ? AND held_on = ? AND (? = '' OR by_name = ?) ORDER BY by_name DESC, id LIMIT 1`,
  ).get(courseId, heldOn, by, by);
  if (found !== undefined) return found.id;
  const id = newId();
  putSession(tx, {
    ...{ id, courseId, heldOn, by, place: '', origin: 'import', importBatch: batch.batchId },
    note: batch.fileName.slice(0, 2000),
  });
  return id;
}

function addRow(tx: Connection, batch: CommitBatch, { values }: CommitRow, newId: () => string): Result<Written, AppError> {
  const { ids } = personOf(tx, values);
  const [course] = coursesCalled(tx, textOf(values['course']));
  const [personId] = ids;
  if (personId === undefined || course === undefined)
    return err({ code: 'record.notFound', entity: personId === undefined ? 'person' : 'trainingCourse', id: 'import' });
  const heldOn = IsoDate.parse(textOf(values['heldOn']));
  const sessionId = sessionFor(tx, batch, course.id, heldOn, textOf(values['by']).slice(0, 200), newId);
  const there = findAttendance(tx, sessionId, personId);
  const result = TrainingResult.catch('attended').parse(textOf(values['result']));
  const id = there?.id ?? newId();
  const note = textOf(values['note']).slice(0, 600);
  putAttendance(tx, {
    id,
    session_id: sessionId,
    person_id: personId,
    result,
    note,
    import_batch: there === undefined ? batch.batchId : there.import_batch,
  });
  return ok({ id, revision: attendanceById(tx, id)?.revision ?? 0 });
}

function changeRow(
  tx: Connection,
  batch: CommitBatch,
  { values }: CommitRow,
  target: { readonly id: string; readonly revision: number },
  newId: () => string,
): Result<Written, AppError> {
  const one = attendanceById(tx, target.id);
  const session = one === undefined ? undefined : findSession(tx, one.session_id);
  if (one === undefined || session === undefined) return err({ code: 'record.notFound', entity: 'trainingAttendance', id: target.id });
  if (one.revision !== target.revision)
    return err({ code: 'record.stale', entity: 'trainingAttendance', id: one.id, yours: target.revision, current: one.revision });
  const by = textOf(values['by']).slice(0, 200);
  const sessionId = by === '' ? session.id : sessionFor(tx, batch, session.course_id, session.held_on, by, newId);
  putAttendance(tx, {
    ...one,
    session_id: sessionId,
    result: values['result'] === undefined ? one.result : TrainingResult.catch(one.result).parse(textOf(values['result'])),
    note: values['note'] === undefined ? one.note : textOf(values['note']).slice(0, 600),
  });
  return ok({ id: one.id, revision: attendanceById(tx, one.id)?.revision ?? 0 });
}

/** Takes rows back to where they were; sessions the batch made go with the last of their people. */
function takeBack(tx: Connection, batch: CommitBatch, rows: readonly UndoRow[]): Result<{ removed: number; restored: number }, AppError> {
  let removed = 0;
  let restored = 0;
  for (const row of rows) {
    const one = attendanceById(tx, row.id);
    if (one === undefined) continue;
    if (one.revision !== row.revision) return err({ code: 'undo.blocked', detail: trainingTargetSchema.label });
    if (row.outcome === 'new') {
      prepared(tx.db, 'DELETE FROM training_attendance WHERE id = ?').run(one.id);
      removed += 1;
    } else {
      const session = findSession(tx, one.session_id);
      const by = row.before['by'];
      const back =
        by === undefined || session === undefined
          ? one.session_id
          : sessionFor(tx, batch, session.course_id, session.held_on, textOf(by), () => one.session_id);
      const result = row.before['result'];
      putAttendance(tx, {
        ...one,
        session_id: back,
        result: result == null ? one.result : TrainingResult.catch(one.result).parse(textOf(result)),
        note: row.before['note'] === undefined ? one.note : textOf(row.before['note']),
      });
      restored += 1;
    }
  }
  prepared(
    tx.db,
    `DELETE FROM training_sessions WHERE import_batch = ? AND NOT EXISTS (SELECT 1 FROM training_attendance a WHERE a.session_id = training_sessions.id)`,
  ).run(batch.batchId);
  return ok({ removed, restored });
}
