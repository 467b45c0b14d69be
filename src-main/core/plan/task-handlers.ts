import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { planMethods } from '../../../src-shared/contract/plan.ts';
import type { MeasureShare } from '../../../src-shared/model/measure.ts';
import type { ScheduledTask, Task } from '../../../src-shared/model/plan.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { workingDays } from '../../engine/plan/index.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { recordEntries } from '../journal/index.ts';
import { type Records, recordKey } from '../records/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { addTasks, eventOf, keepChanged, newDrafts, noPlan, type Stamp } from './adding.ts';
import { withBulkChange, withChange } from './changing.ts';
import { forgetFall } from './falls.ts';
import type { PlanJoins } from './joins.ts';
import { linkStates, lookAgain, readLinks } from './links.ts';
import { doneOn, recurringOfTask, saveRecurring } from './recurring-store.ts';
import { findTask, insertEvent, linkedTasks, type Plan, planInForce, saveTask, tasksOf } from './store.ts';
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
      const fresh = newDrafts(workspace, plan, drafts);
      const known = [...fresh.known];
      // Nothing to write is no entry in the history, and nothing that could be undone.
      if (fresh.drafts.length === 0) return ok({ ids: [], known });
      const params = { count: fresh.drafts.length, title: fresh.drafts[0]?.title ?? '' };
      return workspace.write({ method: 'plan.addTasks', params }, () => {
        const added = addTasks(workspace, plan, fresh.drafts, stamp());
        return added.ok ? ok({ ids: [...added.value], known }) : added;
      });
    },

    'plan.drop': ({ id, revision, reason }) => {
      const workspace = deps.session();
      const at = found(workspace, id, revision);
      if (!at.ok) return at;
      const { plan, task } = at.value;
      if (task.closed !== null) return err({ code: 'policy.refused', detail: 'The task is closed already.' });
      return workspace.write({ method: 'plan.drop', params: { title: task.title }, subject: subject(id) }, () => {
        const closed = { on: today(), by: person(workspace), note: reason, reading: null };
        const dropped: Task = { ...task, state: 'dropped', waitingFor: '', closed, reopened: null };
        saveTask(workspace, dropped);
        insertEvent(workspace, stamp().newId(), plan.id, eventOf(dropped, 'dropped', today(), workingDays(plan.calendar)));
        freeRecurring(workspace, id, null);
        return shown(workspace, plan, id);
      });
    },

    'plan.links': async ({ id }) => {
      const task = findTask(deps.session(), id);
      if (task === undefined) return err({ code: 'record.notFound', entity: 'task', id });
      await readLinks(deps.session, joins, task.links, createSlicer().pause);
      return ok([...linkStates(deps.session(), joins, joins.records, task.links)]);
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
      if (first.value.task.measure !== null) await joins.measure(deps.session, createSlicer().pause);
      await readLinks(deps.session, joins, links, createSlicer().pause);
      // Somebody may have changed the task while its findings were looked at.
      const workspace = deps.session();
      const at = found(workspace, id, revision);
      if (!at.ok) return at;
      const { plan, task } = at.value;
      const reading = readingOf(joins.readings, workspace, task);
      return workspace.write({ method: 'plan.close', params: { title: task.title }, subject: subject(id) }, () => {
        const closing = { on: today(), by: person(workspace), note, reading };
        const closed: Task = { ...task, state: 'done', waitingFor: '', closed: closing, reopened: null };
        saveTask(workspace, closed);
        forgetFall(workspace, id);
        insertEvent(workspace, stamp().newId(), plan.id, eventOf(closed, 'closed', today(), workingDays(plan.calendar)));
        freeRecurring(workspace, id, today());
        const view = shown(workspace, plan, id);
        return view.ok ? ok({ task: view.value, links: [...linkStates(workspace, joins, joins.records, links)] }) : view;
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

/** Where the measure of a task stands now: whether it is lost later is told from it. Null without one, and with nothing to count. */
function readingOf(readings: PlanJoins['readings'], workspace: OpenWorkspace, { measure }: Task): MeasureShare | null {
  const found = measure === null ? undefined : readings(workspace).find(({ id }) => id === measure.id);
  return found === undefined || found.of === 0 ? null : { done: found.done, of: found.of };
}

/** Lets go of the task that was made for something recurring. Done: it is due again a cadence after the day it was due. */
function freeRecurring(workspace: OpenWorkspace, taskId: string, day: Task['addedOn'] | null): void {
  const item = recurringOfTask(workspace, taskId);
  if (item === undefined) return;
  saveRecurring(workspace, day === null ? { ...item, taskId: null } : doneOn(item, day));
}

type TasksOf = Extract<Awaited<ReturnType<Handlers['plan.tasksOf']>>, { ok: true }>['value'];

function tasksOfRecords(linked: ReturnType<typeof linkedTasks>, records: Parameters<Records['titles']>[1]): TasksOf {
  const byRecord = new Map<string, TasksOf[number]['tasks']>();
  for (const { kind, record, ...task } of linked) {
    const key = `${kind} ${record}`;
    byRecord.set(key, [...(byRecord.get(key) ?? []), task]);
  }
  return records.map((record) => ({ record, tasks: byRecord.get(recordKey(record)) ?? [] }));
}
