import type { PlanView } from '../../../src-shared/contract/plan.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Task, WorkCalendar } from '../../../src-shared/model/plan.ts';
import type { QualityCheckId } from '../../../src-shared/model/quality.ts';
import type { RecordKind } from '../../../src-shared/model/record-ref.ts';
import type { PlanEvent } from '../../engine/plan/index.ts';
import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;

/** A plan as its table holds it, lists read. */
export interface Plan extends Pick<PlanView, 'id' | 'title' | 'startsOn' | 'endsOn' | 'phases' | 'owners' | 'limits' | 'revision'> {
  readonly calendar: WorkCalendar;
  readonly templateId: string;
  readonly endedOn: IsoDate | null;
}

interface PlanRow {
  readonly id: string;
  readonly title: string;
  readonly template_id: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly phases: string;
  readonly calendar: string;
  readonly owners: string;
  readonly limits: string;
  readonly ended_on: IsoDate | null;
  readonly revision: number;
}

const parsed = <T>(json: string): T => JSON.parse(json) as T;

const planOf = (row: PlanRow): Plan => ({
  id: row.id,
  title: row.title,
  templateId: row.template_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  phases: parsed(row.phases),
  calendar: parsed(row.calendar),
  owners: parsed(row.owners),
  limits: parsed(row.limits),
  endedOn: row.ended_on,
  revision: row.revision,
});

/** The plan in force; undefined where none is. */
export function planInForce({ db }: Db): Plan | undefined {
  const row = prepared<[], PlanRow>(db, 'SELECT * FROM plans WHERE ended_on IS NULL ORDER BY started_at DESC LIMIT 1').get();
  return row === undefined ? undefined : planOf(row);
}

/** A plan that was closed, with why. */
export interface ClosedPlan extends Plan {
  readonly endedOn: IsoDate;
  readonly because: string;
}

/** Plans that were closed, the last one first. */
export const closedPlans = ({ db }: Db): readonly ClosedPlan[] =>
  prepared<[], PlanRow & { readonly ended_on: IsoDate; readonly ended_because: string }>(
    db,
    'SELECT * FROM plans WHERE ended_on IS NOT NULL ORDER BY ended_on DESC, started_at DESC',
  )
    .all()
    .map((row) => ({ ...planOf(row), endedOn: row.ended_on, because: row.ended_because }));

export function insertPlan({ db }: Db, plan: Plan, startedAt: string): void {
  prepared(
    db,
    `INSERT INTO plans (id, title, template_id, starts_on, ends_on, phases, calendar, owners, limits, started_at, revision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run(
    ...[plan.id, plan.title, plan.templateId, plan.startsOn, plan.endsOn, JSON.stringify(plan.phases), JSON.stringify(plan.calendar)],
    ...[JSON.stringify(plan.owners), JSON.stringify(plan.limits), startedAt],
  );
}

/** Writes a changed plan over the one before; its revision rises by one. */
export function savePlan({ db }: Db, plan: Plan, endedBecause = ''): void {
  prepared(
    db,
    `UPDATE plans SET title = ?, calendar = ?, owners = ?, limits = ?, ended_on = ?, ended_because = ?, revision = revision + 1 WHERE id = ?`,
  ).run(
    ...[plan.title, JSON.stringify(plan.calendar), JSON.stringify(plan.owners), JSON.stringify(plan.limits)],
    ...[plan.endedOn, endedBecause, plan.id],
  );
}

interface TaskRow {
  readonly id: string;
  readonly plan_id: string;
  readonly phase: Task['phase'];
  readonly rank: number;
  readonly title: string;
  readonly purpose: string;
  readonly steps: string;
  readonly evidence_wanted: string;
  readonly owner_role: Task['ownerRole'];
  readonly owner: string;
  readonly state: Task['state'];
  readonly waiting_for: string;
  readonly milestone: number;
  readonly start_on: IsoDate;
  readonly end_on: IsoDate;
  readonly planned_start: IsoDate | null;
  readonly planned_end: IsoDate | null;
  readonly progress: number;
  readonly measure: string | null;
  readonly depends_on: string;
  readonly links: string;
  readonly cause: Task['cause'];
  readonly added_on: IsoDate;
  readonly closed_on: IsoDate | null;
  readonly closed_by: string;
  readonly closed_note: string;
  readonly closed_reading: string | null;
  readonly reopened: string | null;
  readonly revision: number;
}

const taskOf = (row: TaskRow): Task => ({
  id: row.id,
  phase: row.phase,
  rank: row.rank,
  title: row.title,
  purpose: row.purpose,
  steps: parsed(row.steps),
  evidenceWanted: row.evidence_wanted,
  ownerRole: row.owner_role,
  owner: row.owner,
  state: row.state,
  waitingFor: row.waiting_for,
  milestone: row.milestone === 1,
  span: { start: row.start_on, end: row.end_on },
  planned: row.planned_start === null || row.planned_end === null ? null : { start: row.planned_start, end: row.planned_end },
  progress: row.progress,
  measure: row.measure === null ? null : parsed(row.measure),
  dependsOn: parsed(row.depends_on),
  links: parsed(row.links),
  cause: row.cause,
  addedOn: row.added_on,
  closed:
    row.closed_on === null
      ? null
      : {
          on: row.closed_on,
          by: row.closed_by,
          note: row.closed_note,
          reading: row.closed_reading === null ? null : parsed(row.closed_reading),
        },
  reopened: row.reopened === null ? null : parsed(row.reopened),
  revision: row.revision,
});

/** Phases in the order of the plan; within one by rank, then start, then id. */
const inOrder = `
  ORDER BY CASE phase WHEN 'map' THEN 1 WHEN 'identify' THEN 2 WHEN 'audit' THEN 3 WHEN 'pilot' THEN 4 ELSE 5 END, rank, start_on, id`;

export const tasksOf = ({ db }: Db, planId: string): readonly Task[] =>
  prepared<[string], TaskRow>(db, `SELECT * FROM plan_tasks WHERE plan_id = ? ${inOrder}`).all(planId).map(taskOf);

/** A task of any plan. */
export function findTask({ db }: Db, id: string): (Task & { readonly planId: string }) | undefined {
  const row = prepared<[string], TaskRow>(db, 'SELECT * FROM plan_tasks WHERE id = ?').get(id);
  return row === undefined ? undefined : { ...taskOf(row), planId: row.plan_id };
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const valuesOf = (task: Task): readonly (string | number | null)[] => [
  ...[task.phase, task.rank, task.title, task.purpose, JSON.stringify(task.steps), task.evidenceWanted, task.ownerRole, task.owner],
  ...[task.state, task.waitingFor, task.milestone ? 1 : 0, task.span.start, task.span.end, task.planned?.start ?? null],
  ...[task.planned?.end ?? null, task.progress, jsonOrNull(task.measure)],
  ...[JSON.stringify(task.dependsOn), JSON.stringify(task.links), task.cause, task.addedOn],
  ...[task.closed?.on ?? null, task.closed?.by ?? '', task.closed?.note ?? ''],
  ...[jsonOrNull(task.closed?.reading ?? null), jsonOrNull(task.reopened)],
];

const columns = [
  ...['phase', 'rank', 'title', 'purpose', 'steps', 'evidence_wanted', 'owner_role', 'owner', 'state', 'waiting_for', 'milestone'],
  ...['start_on', 'end_on', 'planned_start', 'planned_end', 'progress', 'measure', 'depends_on', 'links', 'cause', 'added_on'],
  ...['closed_on', 'closed_by', 'closed_note', 'closed_reading', 'reopened'],
];

export function insertTask({ db }: Db, planId: string, task: Task): void {
  const places = columns.map(() => '?').join(', ');
  prepared<unknown[]>(db, `INSERT INTO plan_tasks (id, plan_id, ${columns.join(', ')}) VALUES (?, ?, ${places})`).run(
    task.id,
    planId,
    ...valuesOf(task),
  );
}

/** Writes a changed task over the one before; its revision rises by one. */
export function saveTask({ db }: Db, task: Task): void {
  const set = columns.map((column) => `${column} = ?`).join(', ');
  prepared<unknown[]>(db, `UPDATE plan_tasks SET ${set}, revision = revision + 1 WHERE id = ?`).run(...valuesOf(task), task.id);
}

/** Keeps what happened to a task for the burndown. */
export function insertEvent({ db }: Db, id: string, planId: string, event: PlanEvent): void {
  prepared(db, 'INSERT INTO plan_events (id, plan_id, task_id, day, kind, days, cause) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    ...[id, planId, event.taskId, event.day, event.kind, event.days, event.cause],
  );
}

/** What happened to the tasks of the plan itself, in order; what recurs after it does not count. */
export const eventsOf = ({ db }: Db, planId: string): readonly PlanEvent[] =>
  prepared<[string], PlanEvent>(
    db,
    `SELECT e.task_id AS taskId, e.day, e.kind, e.days, e.cause FROM plan_events e JOIN plan_tasks t ON t.id = e.task_id
     WHERE e.plan_id = ? AND t.phase <> 'after' ORDER BY e.day, e.rowid`,
  ).all(planId);

/** Tasks of a plan that are linked to some of these records. */
export function linkedTasks(
  { db }: Db,
  planId: string,
): readonly {
  readonly id: string;
  readonly title: string;
  readonly state: Task['state'];
  readonly cause: Task['cause'];
  readonly kind: RecordKind;
  readonly record: string;
  readonly check: QualityCheckId | null;
  readonly part: string | null;
}[] {
  return prepared<[string], ReturnType<typeof linkedTasks>[number]>(
    db,
    `SELECT t.id, t.title, t.state, t.cause, json_extract(l.value, '$.kind') AS kind, json_extract(l.value, '$.id') AS record,
       json_extract(l.value, '$.check') AS "check", json_extract(l.value, '$.part') AS part
     FROM plan_tasks t, json_each(t.links) l WHERE t.plan_id = ? AND t.links <> '[]' ORDER BY t.rank, t.id`,
  ).all(planId);
}
