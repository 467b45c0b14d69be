import { prepared } from '../db/index.ts';
import { foundInRows, type RecordSource, titlesFrom } from '../records/index.ts';

const sessionTitle = "c.title || ', ' || s.held_on";

/** Courses and what was held, as evidence, tasks and searches point at them. */
export const trainingRecords: readonly RecordSource[] = [
  {
    kind: 'trainingCourse',
    entity: 'training_courses',
    titles: titlesFrom('training_courses', 'title'),
    find: foundInRows(
      "SELECT id, title, owner AS detail, title || ' ' || owner || ' ' || content AS words FROM training_courses ORDER BY retired, title COLLATE NOCASE",
    ),
  },
  {
    kind: 'trainingSession',
    entity: 'training_sessions',
    titles: ({ db }, ids) =>
      new Map(
        prepared<[string], { id: string; title: string }>(
          db,
          `SELECT s.id, ${sessionTitle} AS title FROM training_sessions s JOIN training_courses c ON c.id = s.course_id
           WHERE s.id IN (SELECT value FROM json_each(?))`,
        )
          .all(JSON.stringify(ids))
          .map(({ id, title }) => [id, title]),
      ),
    find: foundInRows(
      `SELECT s.id, ${sessionTitle} AS title, s.by_name AS detail, ${sessionTitle} || ' ' || s.by_name || ' ' || s.place AS words
       FROM training_sessions s JOIN training_courses c ON c.id = s.course_id ORDER BY s.held_on DESC`,
    ),
  },
];
