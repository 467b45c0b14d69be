import type { RecurringItem } from '../../../src-shared/contract/plan.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { dueAgain } from '../../engine/plan/index.ts';
import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly cadence: RecurringItem['cadence'];
  readonly owner_role: RecurringItem['ownerRole'];
  readonly owner: string;
  readonly next_on: RecurringItem['next'];
  readonly last_done: RecurringItem['lastDone'];
  readonly task_id: string | null;
  readonly paused: number;
  readonly revision: number;
}

const itemOf = (row: Row): RecurringItem => ({
  id: row.id,
  title: row.title,
  purpose: row.purpose,
  cadence: row.cadence,
  ownerRole: row.owner_role,
  owner: row.owner,
  next: row.next_on,
  lastDone: row.last_done,
  taskId: row.task_id,
  paused: row.paused === 1,
  revision: row.revision,
});

/** The task of a plan that was closed stays with that plan: the item waits for it no more. */
const select = `
  SELECT r.id, r.title, r.purpose, r.cadence, r.owner_role, r.owner, r.next_on, r.last_done, r.paused, r.revision, t.id AS task_id
  FROM plan_recurring r
    LEFT JOIN plan_tasks t ON t.id = r.task_id AND EXISTS (SELECT 1 FROM plans p WHERE p.id = t.plan_id AND p.ended_on IS NULL)`;

/** What comes round again, the next due first. */
export const allRecurring = ({ db }: Db): readonly RecurringItem[] =>
  prepared<[], Row>(db, `${select} ORDER BY r.paused, r.next_on, r.title COLLATE NOCASE, r.id`).all().map(itemOf);

export function findRecurring({ db }: Db, id: string): RecurringItem | undefined {
  const row = prepared<[string], Row>(db, `${select} WHERE r.id = ?`).get(id);
  return row === undefined ? undefined : itemOf(row);
}

/** The item an open task was made for. */
export function recurringOfTask({ db }: Db, taskId: string): RecurringItem | undefined {
  const row = prepared<[string], Row>(db, `${select} WHERE r.task_id = ?`).get(taskId);
  return row === undefined ? undefined : itemOf(row);
}

/** What nobody deals with although its day has come: not paused, and without an open task. */
export const dueRecurring = (db: Db, today: IsoDate): readonly RecurringItem[] =>
  allRecurring(db).filter(({ paused, taskId, next }) => !paused && taskId === null && next <= today);

/** An item once it was done: due again a cadence after the day it was due, or the first such day that is still to come. */
export function doneOn(item: RecurringItem, day: IsoDate): RecurringItem {
  let next = dueAgain(item.next, item.cadence);
  while (next <= day) next = dueAgain(next, item.cadence);
  return { ...item, taskId: null, next, lastDone: day };
}

const valuesOf = (item: RecurringItem): readonly (string | number | null)[] => [
  ...[item.title, item.purpose, item.cadence, item.ownerRole, item.owner, item.next, item.lastDone, item.taskId, item.paused ? 1 : 0],
];

export function insertRecurring({ db }: Db, item: RecurringItem): void {
  prepared<unknown[]>(
    db,
    `INSERT INTO plan_recurring (id, title, purpose, cadence, owner_role, owner, next_on, last_done, task_id, paused)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(item.id, ...valuesOf(item));
}

/** Writes a changed item over the one before; its revision rises by one. */
export function saveRecurring({ db }: Db, item: RecurringItem): void {
  prepared<unknown[]>(
    db,
    `UPDATE plan_recurring SET title = ?, purpose = ?, cadence = ?, owner_role = ?, owner = ?, next_on = ?, last_done = ?, task_id = ?,
       paused = ?, revision = revision + 1 WHERE id = ?`,
  ).run(...valuesOf(item), item.id);
}
