import type { RecurringItem } from '../../../src-shared/contract/plan.ts';
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

/** What comes round again, the next due first. */
export const allRecurring = ({ db }: Db): readonly RecurringItem[] =>
  prepared<[], Row>(db, 'SELECT * FROM plan_recurring ORDER BY paused, next_on, title COLLATE NOCASE, id').all().map(itemOf);

export function findRecurring({ db }: Db, id: string): RecurringItem | undefined {
  const row = prepared<[string], Row>(db, 'SELECT * FROM plan_recurring WHERE id = ?').get(id);
  return row === undefined ? undefined : itemOf(row);
}

/** The item an open task was made for. */
export function recurringOfTask({ db }: Db, taskId: string): RecurringItem | undefined {
  const row = prepared<[string], Row>(db, 'SELECT * FROM plan_recurring WHERE task_id = ?').get(taskId);
  return row === undefined ? undefined : itemOf(row);
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
