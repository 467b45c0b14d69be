import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { planMethods, TaskDraft } from '../../../src-shared/contract/plan.ts';
import type { ScheduledTask, Task } from '../../../src-shared/model/plan.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { dueAgain, type PlanEvent, settled, workingDays } from '../../engine/plan/index.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { recordEntries } from '../journal/index.ts';
import { type Records, recordKey } from '../records/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { spanFromToday, withBulkChange, withChange } from './changing.ts';
import type { PlanJoins } from './joins.ts';
import { linkStates, lookAgain } from './links.ts';
import { recurringOfTask, saveRecurring } from './recurring-store.ts';
import { findTask, insertEvent, insertTask, linkedTasks, type Plan, planInForce, saveTask, tasksOf } from './store.ts';
import { standingPlan } from './view.ts';

type Handlers = Pick<
  HandlersFor<typeof planMethods>,
  | 'plan.change'
  | 'plan.changeMany'
  | 'plan.addTasks'
  | 'plan.drop'
  | 'plan.links'
  | 'plan.close'
  | 'plan.reopen'
  | 'plan.tasksOf'
  | 'plan.history'
>;

export const noPlan = err({ code: 'policy.refused', detail: 'No plan is in force. Start one first.' } as const);

/** What adding a task needs beside its draft. */
export interface Stamp {
  readonly newId: () => string;
  readonly today: Task['addedOn'];
}

/**
 * Adds tasks to a plan; runs inside a command. A draft about one finding that an open task is already about adds nothing and
 * answers with that task.
 */
export function addTasks(workspace: OpenWorkspace, plan: Plan, drafts: readonly TaskDraft[], stamp: Stamp): Reply<readonly string[]> {
  const days = workingDays(plan.calendar);
  const tasks = tasksOf(workspace, plan.id);
  const known = new Set(tasks.map(({ id }) => id));
  const held = new Map(
    linkedTasks(workspace, plan.id)
      .filter(({ state }) => state !== 'done' && state !== 'dropped')
      .map(({ id, kind, record }) => [`${kind} ${record}`, id]),
  );
  let rank = Math.max(0, ...tasks.map((task) => task.rank));
  const ids: string[] = [];
  for (const draft of drafts) {
    const missing = draft.dependsOn?.find((id) => !known.has(id));
    if (missing !== undefined) return err({ code: 'record.notFound', entity: 'task', id: missing });
    if (draft.span !== undefined && draft.span.end < draft.span.start)
      return err({ code: 'request.invalid', issues: ['span: the task ends before it starts'] });
    const [only] = draft.links;
    const about = only === undefined || draft.links.length > 1 || draft.cause === 'own' ? null : recordKey(only);
    const there = about === null ? undefined : held.get(about);
    if (there !== undefined) {
      ids.push(there);
      continue;
    }
    rank += 1;
    const task = taskOf(draft, rank, days, stamp);
    insertTask(workspace, plan.id, task);
    insertEvent(workspace, stamp.newId(), plan.id, eventOf(task, 'added', stamp.today, days));
    if (about !== null) held.set(about, task.id);
    ids.push(task.id);
  }
  return ok([...new Set(ids)]);
}

function taskOf(draft: TaskDraft, rank: number, days: ReturnType<typeof workingDays>, { newId, today }: Stamp): Task {
  const milestone = draft.milestone ?? false;
  return {
    id: newId(),
    phase: draft.phase,
    rank,
    title: draft.title,
    purpose: draft.purpose ?? '',
    steps: [],
    evidenceWanted: draft.evidenceWanted ?? '',
    ownerRole: draft.ownerRole ?? null,
    owner: draft.owner,
    state: 'todo',
    waitingFor: '',
    milestone,
    span: settled(days, draft.span ?? spanFromToday(days, today), milestone),
    planned: null,
    progress: 0,
    measure: draft.measure ?? null,
    dependsOn: [...new Set(draft.dependsOn ?? [])],
    links: [...new Map(draft.links.map((link) => [recordKey(link), link])).values()],
    cause: draft.cause,
    addedOn: today,
    closed: null,
    revision: 0,
  };
}

/** What happened to a task, with its length from then on; a milestone is no work. */
export const eventOf = (task: Task, kind: PlanEvent['kind'], day: PlanEvent['day'], days: ReturnType<typeof workingDays>): PlanEvent => ({
  day,
  taskId: task.id,
  kind,
  days: lengthOf(task, days),
  cause: task.cause,
});

const lengthOf = (task: Task, days: ReturnType<typeof workingDays>): number => (task.milestone ? 0 : Math.max(1, days.count(task.span)));

/** Writes a changed task, and keeps it for the burndown where its length moved. */
export function keepChanged(workspace: OpenWorkspace, plan: Plan, before: Task, after: Task, stamp: Stamp): void {
  const days = workingDays(plan.calendar);
  saveTask(workspace, after);
  if (lengthOf(before, days) !== lengthOf(after, days))
    insertEvent(workspace, stamp.newId(), plan.id, eventOf(after, 'sized', stamp.today, days));
}

/** Answers what is done to tasks. */
export function createTaskHandlers(deps: FeatureDeps, joins: PlanJoins): Handlers {
  const today = () => deps.ports.clock.today();
  const stamp = (): Stamp => ({ newId: () => deps.ports.ids.next(), today: today() });
  const subject = (id: string) => ({ entity: 'task', id });

  /** A task of the plan in force at the revision the caller looked at. */
  const found = (workspace: OpenWorkspace, id: string, revision: number): Reply<{ plan: Plan; task: Task }> => {
    const plan = planInForce(workspace);
    if (plan === undefined) return noPlan;
    const known = findTask(workspace, id);
    if (known !== undefined && known.planId !== plan.id)
      return err({ code: 'policy.refused', detail: 'This task belongs to a plan that was closed.' });
    const task = atRevision('task', id, revision, known);
    if (!task.ok) return task;
    const { planId: _plan, ...rest } = task.value;
    return ok({ plan, task: rest });
  };

  const shown = (workspace: OpenWorkspace, plan: Plan, id: string): Reply<ScheduledTask> => {
    const task = standingPlan(workspace, plan, joins, today()).tasks.find((one) => one.id === id);
    return task === undefined ? err({ code: 'record.notFound', entity: 'task', id }) : ok(task);
  };

  return {
    'plan.change': ({ id, revision, change }) => {
      const workspace = deps.session();
      const at = found(workspace, id, revision);
      if (!at.ok) return at;
      const { plan, task } = at.value;
      const next = withChange(task, change, tasksOf(workspace, plan.id), workingDays(plan.calendar));
      if (!next.ok) return next;
      return workspace.write({ method: 'plan.change', params: { title: next.value.title }, subject: subject(id) }, () => {
        keepChanged(workspace, plan, task, next.value, stamp());
        return shown(workspace, plan, id);
      });
    },

    'plan.changeMany': ({ ids, change }) => {
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return noPlan;
      const wanted = new Set(ids);
      const tasks = tasksOf(workspace, plan.id).filter(({ id }) => wanted.has(id));
      const days = workingDays(plan.calendar);
      return workspace.write({ method: 'plan.changeMany', params: { count: tasks.length } }, () => {
        let changed = 0;
        for (const task of tasks) {
          const next = withBulkChange(task, change, days);
          if (next === null) continue;
          keepChanged(workspace, plan, task, next, stamp());
          changed += 1;
        }
        return ok({ changed });
      });
    },

    'plan.addTasks': ({ drafts }) => {
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return noPlan;
      const params = { count: drafts.length, title: drafts[0]?.title ?? '' };
      return workspace.write({ method: 'plan.addTasks', params }, () => {
        const added = addTasks(workspace, plan, drafts, stamp());
        return added.ok ? ok({ ids: [...added.value] }) : added;
      });
    },

    'plan.drop': ({ id, revision, reason }) => {
      const workspace = deps.session();
      const at = found(workspace, id, revision);
      if (!at.ok) return at;
      const { plan, task } = at.value;
      if (task.closed !== null) return err({ code: 'policy.refused', detail: 'The task is closed already.' });
      return workspace.write({ method: 'plan.drop', params: { title: task.title }, subject: subject(id) }, () => {
        const dropped: Task = { ...task, state: 'dropped', waitingFor: '', closed: { on: today(), by: person(workspace), note: reason } };
        saveTask(workspace, dropped);
        insertEvent(workspace, stamp().newId(), plan.id, eventOf(dropped, 'dropped', today(), workingDays(plan.calendar)));
        freeRecurring(workspace, id, null);
        return shown(workspace, plan, id);
      });
    },

    'plan.links': ({ id }) => {
      const workspace = deps.session();
      const task = findTask(workspace, id);
      if (task === undefined) return err({ code: 'record.notFound', entity: 'task', id });
      return ok([...linkStates(workspace, joins.rooms, joins.records, task.links)]);
    },

    'plan.close': async ({ id, revision, note }) => {
      const first = found(deps.session(), id, revision);
      if (!first.ok) return first;
      if (first.value.task.closed !== null) return err({ code: 'policy.refused', detail: 'The task is closed already.' });
      const { links } = first.value.task;
      if (joins.rooms.some(({ kind }) => links.some((link) => link.kind === kind))) {
        const touches = ['plan', 'access', 'screening', 'classification', 'inventory', 'parties'] as const;
        const seen = await deps.jobs.run({ kind: 'plan.lookAgain', touches: [...touches] }, (job) =>
          lookAgain(() => deps.session(), joins.rooms, links, job),
        );
        if (!seen.ok) return seen;
      }
      // Somebody may have changed the task while its findings were looked at.
      const workspace = deps.session();
      const at = found(workspace, id, revision);
      if (!at.ok) return at;
      const { plan, task } = at.value;
      return workspace.write({ method: 'plan.close', params: { title: task.title }, subject: subject(id) }, () => {
        const closed: Task = { ...task, state: 'done', waitingFor: '', closed: { on: today(), by: person(workspace), note } };
        saveTask(workspace, closed);
        insertEvent(workspace, stamp().newId(), plan.id, eventOf(closed, 'closed', today(), workingDays(plan.calendar)));
        freeRecurring(workspace, id, today());
        const view = shown(workspace, plan, id);
        return view.ok ? ok({ task: view.value, links: [...linkStates(workspace, joins.rooms, joins.records, links)] }) : view;
      });
    },

    'plan.reopen': ({ id, revision, state }) => {
      const workspace = deps.session();
      const at = found(workspace, id, revision);
      if (!at.ok) return at;
      const { plan, task } = at.value;
      if (task.closed === null) return err({ code: 'policy.refused', detail: 'The task is open.' });
      return workspace.write({ method: 'plan.reopen', params: { title: task.title }, subject: subject(id) }, () => {
        const open: Task = { ...task, state, closed: null };
        saveTask(workspace, open);
        const kind = task.state === 'dropped' ? 'added' : 'reopened';
        insertEvent(workspace, stamp().newId(), plan.id, eventOf(open, kind, today(), workingDays(plan.calendar)));
        return shown(workspace, plan, id);
      });
    },

    'plan.tasksOf': ({ records }) => {
      const workspace = deps.session();
      const plan = planInForce(workspace);
      return ok(tasksOfRecords(plan === undefined ? [] : linkedTasks(workspace, plan.id), records));
    },

    'plan.history': ({ id }) => ok(recordEntries(deps.session().db, 'task', id, 200)),
  };
}

const person = (workspace: OpenWorkspace): string => readWorkspaceSettings(workspace.db).person.name;

/** Lets go of the task that was made for something recurring. Done: it is due again a cadence after the day it was due. */
function freeRecurring(workspace: OpenWorkspace, taskId: string, doneOn: Task['addedOn'] | null): void {
  const item = recurringOfTask(workspace, taskId);
  if (item === undefined) return;
  let { next } = item;
  if (doneOn !== null) {
    next = dueAgain(next, item.cadence);
    while (next <= doneOn) next = dueAgain(next, item.cadence);
  }
  saveRecurring(workspace, { ...item, taskId: null, next, lastDone: doneOn ?? item.lastDone });
}

type TasksOf = Extract<Awaited<ReturnType<Handlers['plan.tasksOf']>>, { ok: true }>['value'];

function tasksOfRecords(linked: ReturnType<typeof linkedTasks>, records: Parameters<Records['titles']>[1]): TasksOf {
  const byRecord = new Map<string, TasksOf[number]['tasks']>();
  for (const { id, title, state, kind, record } of linked) {
    const key = `${kind} ${record}`;
    byRecord.set(key, [...(byRecord.get(key) ?? []), { id, title, state }]);
  }
  return records.map((record) => ({ record, tasks: byRecord.get(recordKey(record)) ?? [] }));
}
