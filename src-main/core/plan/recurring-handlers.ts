import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { planMethods, RecurringItem } from '../../../src-shared/contract/plan.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { dueAgain, workingDays } from '../../engine/plan/index.ts';
import { atRevision } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { addTasks, noPlan } from './adding.ts';
import { allRecurring, doneOn, findRecurring, insertRecurring, saveRecurring } from './recurring-store.ts';
import { planInForce } from './store.ts';
import { findPack, shippedPacks } from './templates.ts';

type Handlers = Pick<
  HandlersFor<typeof planMethods>,
  'plan.recurring' | 'plan.setRecurring' | 'plan.doneRecurring' | 'plan.doRecurring' | 'plan.rollOver'
>;

/** Answers what comes round again. Nothing here runs by the clock: a person makes the task when it is due, or does it without one. */
export function createRecurringHandlers(deps: FeatureDeps): Handlers {
  const newId = () => deps.ports.ids.next();
  const today = () => deps.ports.clock.today();
  const subject = (id: string) => ({ entity: 'planRecurring', id });

  return {
    'plan.recurring': () => ok([...allRecurring(deps.session())]),

    'plan.setRecurring': ({ id, revision, ...said }) => {
      const workspace = deps.session();
      if (id === null) {
        const item: RecurringItem = { ...said, id: newId(), taskId: null, revision: 0 };
        return workspace.write({ method: 'plan.setRecurring', params: { title: item.title }, subject: subject(item.id) }, () => {
          insertRecurring(workspace, item);
          return ok(item);
        });
      }
      const found = atRevision('recurring', id, revision, findRecurring(workspace, id));
      if (!found.ok) return found;
      return workspace.write({ method: 'plan.setRecurring', params: { title: said.title }, subject: subject(id) }, () => {
        saveRecurring(workspace, { ...found.value, ...said });
        return ok({ ...found.value, ...said, revision: revision + 1 });
      });
    },

    'plan.doneRecurring': ({ id, revision, note }) => {
      const workspace = deps.session();
      const found = atRevision('recurring', id, revision, findRecurring(workspace, id));
      if (!found.ok) return found;
      const item = found.value;
      if (item.taskId !== null) return err({ code: 'policy.refused', detail: 'A task for it is open: close that one.' });
      return workspace.write({ method: 'plan.doneRecurring', params: { title: item.title, note }, subject: subject(id) }, () => {
        const done = doneOn(item, today());
        saveRecurring(workspace, done);
        return ok({ ...done, revision: revision + 1 });
      });
    },

    'plan.doRecurring': ({ id }) => {
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return noPlan;
      const item = findRecurring(workspace, id);
      if (item === undefined) return err({ code: 'record.notFound', entity: 'recurring', id });
      if (item.taskId !== null) return err({ code: 'policy.refused', detail: 'A task for it is open already.' });
      return workspace.write({ method: 'plan.doRecurring', params: { title: item.title }, subject: subject(id) }, () => {
        const days = workingDays(plan.calendar);
        // A week of work that ends on the day it is due, or begins now where that is past.
        const due = days.onOrBefore(item.next);
        const start = days.plus(due, -4);
        const from = days.onOrAfter(start > today() ? start : today());
        const added = addTasks(
          workspace,
          plan,
          [
            {
              title: item.title,
              purpose: item.purpose,
              phase: 'after',
              owner: item.owner,
              ownerRole: item.ownerRole,
              span: { start: from, end: due < from ? from : due },
              links: [],
              cause: 'recurring',
            },
          ],
          { newId, today: today() },
        );
        if (!added.ok) return added;
        const [taskId] = added.value;
        if (taskId === undefined) throw new Error('A recurring task was not added');
        saveRecurring(workspace, { ...item, taskId });
        return ok({ taskId });
      });
    },

    'plan.rollOver': () => {
      const workspace = deps.session();
      const plan = planInForce(workspace);
      const { resources } = deps.ports.paths;
      const pack = (plan === undefined ? undefined : findPack(workspace, resources, plan.templateId)) ?? shippedPacks(resources)[0];
      const known = new Set(allRecurring(workspace).map(({ title }) => title));
      const wanted = (pack?.recurring ?? []).filter(({ title }) => !known.has(title));
      const from = plan !== undefined && plan.endsOn > today() ? plan.endsOn : today();
      return workspace.write({ method: 'plan.rollOver', params: { count: wanted.length } }, () => {
        for (const one of wanted) {
          const owner = plan?.owners.find(({ role }) => role === one.ownerRole)?.name ?? '';
          const next = dueAgain(from, one.cadence);
          insertRecurring(workspace, { ...one, id: newId(), owner, next, lastDone: null, taskId: null, paused: false, revision: 0 });
        }
        return ok({ items: wanted.length });
      });
    },
  };
}
