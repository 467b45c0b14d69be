import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { Attendee, SessionLine, trainingMethods } from '../../../src-shared/contract/training.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { namesOf } from '../people/index.ts';
import { trainingPictureInSlices } from './picture.ts';
import { countedResults, findAttendance, findCourse, findSession, putAttendance, putSession, type SessionRecord } from './store.ts';

type Handlers = Pick<
  HandlersFor<typeof trainingMethods>,
  | 'training.sessions'
  | 'training.session'
  | 'training.saveSession'
  | 'training.removeSession'
  | 'training.attendees'
  | 'training.recordAttendance'
  | 'training.removeAttendance'
>;

type SessionRow = SessionRecord & { readonly title: string; readonly must_pass: 0 | 1 };

const select = `SELECT s.*, c.title, c.must_pass FROM training_sessions s JOIN training_courses c ON c.id = s.course_id`;

/** Rows written in one go. */
const rowsAStep = 100;

/** Answers what was held, and who took part. */
export function createSessionHandlers(deps: FeatureDeps): Handlers {
  const today = () => deps.ports.clock.today();
  const subject = (id: string) => ({ entity: 'training_sessions', id });

  /** Who is meant by the course's audience: everybody it asks, or those of them who are not in date. */
  const audienceOf = async (courseId: string, due: boolean): Promise<readonly string[]> => {
    const { people } = await trainingPictureInSlices(deps.session, today(), createSlicer().pause);
    return people.flatMap(({ id, asked }) => {
      const one = asked.find(({ course }) => course.id === courseId);
      return one === undefined || (due && one.standing.state === 'done') ? [] : [id];
    });
  };

  return {
    'training.sessions': ({ courseId, offset, limit }) => {
      const { db } = deps.session();
      const where = courseId === null ? '' : 'WHERE s.course_id = @courseId';
      const rows = prepared<[object], SessionRow>(
        db,
        `${select} ${where} ORDER BY s.held_on DESC, c.title COLLATE NOCASE, s.id LIMIT @limit OFFSET @offset`,
      ).all({ courseId, limit, offset });
      const total =
        prepared<[object], { n: number }>(db, `SELECT count(*) AS n FROM training_sessions s ${where}`).get({ courseId })?.n ?? 0;
      return ok({ total, rows: rows.map((row) => lineOf(deps.session(), row)) });
    },

    'training.session': ({ id }) => sessionLine(deps.session(), id),

    'training.saveSession': ({ id, revision, courseId, heldOn, by, place, note }) => {
      const workspace = deps.session();
      const course = findCourse(workspace, courseId);
      if (course === undefined) return err({ code: 'record.notFound', entity: 'trainingCourse', id: courseId });
      if (heldOn > today()) return err({ code: 'request.invalid', issues: ['heldOn: a session is recorded once it has taken place'] });
      if (id !== null) {
        const found = atRevision('trainingSession', id, revision, findSession(workspace, id));
        if (!found.ok) return found;
      }
      const key = id ?? deps.ports.ids.next();
      return workspace.write(
        { method: 'training.saveSession', params: { title: course.title, day: heldOn }, subject: subject(key) },
        () => {
          putSession(workspace, { id: key, courseId, heldOn, by, place, note, origin: 'held', importBatch: null });
          return sessionLine(workspace, key);
        },
      );
    },

    'training.removeSession': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('trainingSession', id, revision, findSession(workspace, id));
      if (!found.ok) return found;
      const { course_id, held_on } = found.value;
      const title = findCourse(workspace, course_id)?.title ?? '';
      return workspace.writeInSlices(
        { method: 'training.removeSession', params: { title, day: held_on }, subject: subject(id) },
        async (tx) => {
          const some = prepared(
            tx.db,
            'DELETE FROM training_attendance WHERE id IN (SELECT id FROM training_attendance WHERE session_id = ? LIMIT ?)',
          );
          while (some.run(id, rowsAStep).changes > 0) await tx.pause();
          prepared(tx.db, 'DELETE FROM training_sessions WHERE id = ?').run(id);
          return ok({ removed: true });
        },
      );
    },

    'training.attendees': ({ sessionId, offset, limit }) => {
      const { db } = deps.session();
      const rows = prepared<[string, number, number], Attendee>(
        db,
        `SELECT a.id, a.person_id AS personId, coalesce(p.name, '') AS name, coalesce(p.team, '') AS team, a.result, a.note, a.revision
         FROM training_attendance a LEFT JOIN people p ON p.id = a.person_id WHERE a.session_id = ?
         ORDER BY p.name COLLATE NOCASE, a.id LIMIT ? OFFSET ?`,
      ).all(sessionId, limit, offset);
      const total =
        prepared<[string], { n: number }>(db, 'SELECT count(*) AS n FROM training_attendance WHERE session_id = ?').get(sessionId)?.n ?? 0;
      return ok({ total, rows });
    },

    'training.recordAttendance': async ({ sessionId, who, result, note }) => {
      const session = findSession(deps.session(), sessionId);
      if (session === undefined) return err({ code: 'record.notFound', entity: 'trainingSession', id: sessionId });
      const ids = who.kind === 'people' ? who.ids : await audienceOf(session.course_id, who.kind === 'due');
      const workspace = deps.session();
      const title = findCourse(workspace, session.course_id)?.title ?? '';
      const note_ = { method: 'training.recordAttendance', params: { title, count: ids.length }, subject: subject(sessionId) };
      return workspace.writeInSlices(note_, async (tx) => {
        const counts = { added: 0, changed: 0 };
        for (let from = 0; from < ids.length; from += rowsAStep) {
          record(tx, ids.slice(from, from + rowsAStep), { sessionId, result, note }, () => deps.ports.ids.next(), counts);
          await tx.pause();
        }
        return ok(counts);
      });
    },

    'training.removeAttendance': ({ sessionId, ids }) => {
      const workspace = deps.session();
      const session = findSession(workspace, sessionId);
      if (session === undefined) return err({ code: 'record.notFound', entity: 'trainingSession', id: sessionId });
      const title = findCourse(workspace, session.course_id)?.title ?? '';
      const about = { method: 'training.removeAttendance', params: { title, count: ids.length }, subject: subject(sessionId) };
      return workspace.writeInSlices(about, async (tx) => {
        const drop = prepared(tx.db, 'DELETE FROM training_attendance WHERE id = ? AND session_id = ?');
        let removed = 0;
        for (const [place, id] of ids.entries()) {
          removed += drop.run(id, sessionId).changes;
          if (place % rowsAStep === rowsAStep - 1) await tx.pause();
        }
        return ok({ removed });
      });
    },
  };
}

function record(
  tx: Connection,
  ids: readonly string[],
  { sessionId, result, note }: { readonly sessionId: string; readonly result: Attendee['result']; readonly note: string },
  newId: () => string,
  counts: { added: number; changed: number },
): void {
  // Whoever is not on the register is passed over.
  const known = new Set(namesOf(tx, ids).keys());
  for (const personId of new Set(ids)) {
    if (!known.has(personId)) continue;
    const before = findAttendance(tx, sessionId, personId);
    if (before !== undefined && before.result === result && before.note === note) continue;
    counts[before === undefined ? 'added' : 'changed'] += 1;
    putAttendance(tx, {
      ...(before ?? { id: newId(), session_id: sessionId, person_id: personId, import_batch: null }),
      result,
      note,
    });
  }
}

function lineOf({ db }: Connection, row: SessionRow): SessionLine {
  const byResult = prepared<[string], { result: Attendee['result']; n: number }>(
    db,
    'SELECT result, count(*) AS n FROM training_attendance WHERE session_id = ? GROUP BY result',
  ).all(row.id);
  const counted = countedResults(row.must_pass === 1);
  const sum = (rows: typeof byResult) => rows.reduce((total, { n }) => total + n, 0);
  return {
    id: row.id,
    courseId: row.course_id,
    courseTitle: row.title,
    heldOn: row.held_on,
    by: row.by_name,
    place: row.place,
    note: row.note,
    origin: row.origin,
    attendees: sum(byResult),
    counted: sum(byResult.filter(({ result }) => counted.includes(result))),
    revision: row.revision,
  };
}

function sessionLine(workspace: OpenWorkspace, id: string): Reply<SessionLine> {
  const row = prepared<[string], SessionRow>(workspace.db, `${select} WHERE s.id = ?`).get(id);
  return row === undefined ? err({ code: 'record.notFound', entity: 'trainingSession', id }) : ok(lineOf(workspace, row));
}
