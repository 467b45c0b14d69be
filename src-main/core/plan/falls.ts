import { measureMethods } from '../../../src-shared/contract/measures.ts';
import type { MeasureReading } from '../../../src-shared/model/measure.ts';
import type { Task, TaskReopened } from '../../../src-shared/model/plan.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { fallOf, workingDays } from '../../engine/plan/index.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps, Watch } from '../feature.ts';
import { reportText } from '../reports/index.ts';
import { eventOf } from './adding.ts';
import type { PlanJoins } from './joins.ts';
import { insertEvent, type Plan, planInForce, saveTask, tasksOf } from './store.ts';

type Db = Pick<Connection, 'db'>;

const answeredFalls = ({ db }: Db): ReadonlySet<string> =>
  new Set(
    prepared<[], { readonly id: string }>(db, 'SELECT task_id AS id FROM plan_falls')
      .all()
      .map(({ id }) => id),
  );

/** A task was closed anew, or its measure is met again: the next fall is a new one. */
export const forgetFall = ({ db }: Db, taskId: string): void => {
  prepared<[string]>(db, 'DELETE FROM plan_falls WHERE task_id = ?').run(taskId);
};

/** Tasks that a measure may open again: closed as done in the plan in force, with a measure that counted something. */
const watchedTasks = (workspace: OpenWorkspace, plan: Plan): readonly Task[] =>
  tasksOf(workspace, plan.id).filter(({ state, measure, closed }) => state === 'done' && measure !== null && closed?.reading != null);

/**
 * Opens closed tasks again whose measure was met when they were closed and has fallen below its share since, each with a line of the
 * journal in the program's own name. It answers each fall once: taken back, the task stays closed until its measure was met again.
 */
export function lostMeasures(deps: FeatureDeps, joins: Pick<PlanJoins, 'readings' | 'measure'>, text: Text = reportText()): Watch {
  const reopen = (workspace: OpenWorkspace, plan: Plan, task: Task, reopened: TaskReopened) => {
    const open: Task = { ...task, state: 'doing', closed: null, reopened };
    const { was, now } = reopened;
    const params = {
      ...{ title: task.title, measure: text.dynamic(`measure.${reopened.id}`), percent: reopened.percent },
      ...{ was: was.done, wasOf: was.of, now: now.done, nowOf: now.of },
    };
    return workspace.write({ method: 'plan.lostMeasure', params, subject: { entity: 'task', id: task.id }, byItself: true }, () => {
      saveTask(workspace, open);
      insertEvent(workspace, deps.ports.ids.next(), plan.id, eventOf(open, 'reopened', reopened.on, workingDays(plan.calendar)));
      prepared<[string]>(workspace.db, 'INSERT OR IGNORE INTO plan_falls (task_id) VALUES (?)').run(task.id);
      return ok(null);
    });
  };

  return {
    topics: ['plan', ...measureMethods['measures.read'].touches],
    async look(pause) {
      const before = planInForce(deps.session());
      if (deps.session().readOnly !== null || before === undefined || watchedTasks(deps.session(), before).length === 0) return [];
      await joins.measure(deps.session, pause);
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return [];
      const readings = new Map<MeasureReading['id'], MeasureReading>(joins.readings(workspace).map((reading) => [reading.id, reading]));
      const answered = answeredFalls(workspace);
      let handled = 0;
      for (const task of watchedTasks(workspace, plan)) {
        const { measure, closed } = task;
        const reading = measure === null ? undefined : readings.get(measure.id);
        if (measure === null || closed?.reading == null || reading === undefined) continue;
        const now = { done: reading.done, of: reading.of };
        const fall = fallOf(task, now, answered.has(task.id));
        if (fall === null) continue;
        handled += 1;
        if (fall === 'risen') {
          workspace.writeUntracked(() => forgetFall(workspace, task.id));
          continue;
        }
        const reply = reopen(workspace, plan, task, { ...measure, on: deps.ports.clock.today(), was: closed.reading, now });
        // Refused: somebody else has the folder now, or a long command began. The next change looks again.
        if (!reply.ok) break;
      }
      return handled === 0 ? [] : ['plan', 'journal'];
    },
  };
}
