import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { planMethods, StartRequest } from '../../../src-shared/contract/plan.ts';
import type { PlanPack } from '../../../src-shared/formats/plan-pack.ts';
import type { Task, WorkCalendar } from '../../../src-shared/model/plan.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { holidaysOf, settled, type WorkingDays, workingDays } from '../../engine/plan/index.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { reportText } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { eventOf, keepChanged, noPlan } from './adding.ts';
import { burndownView } from './burndown.ts';
import { checkInView, filedCheckIns, putCheckIn } from './check-in.ts';
import { endedLine, endedStanding } from './ended.ts';
import type { PlanJoins } from './joins.ts';
import { type LaidOut, laidOut } from './laying-out.ts';
import { closedPlans, findTask, insertEvent, insertPlan, insertTask, type Plan, planInForce, savePlan, tasksOf } from './store.ts';
import { findPack } from './templates.ts';
import { planView, readAhead, type StandingPlan, standingPlan, weeksOf } from './view.ts';

type Handlers = Pick<
  HandlersFor<typeof planMethods>,
  | 'plan.get'
  | 'plan.ended'
  | 'plan.endedView'
  | 'plan.holidays'
  | 'plan.setup'
  | 'plan.burndown'
  | 'plan.checkIn'
  | 'plan.fileCheckIn'
  | 'plan.preview'
  | 'plan.start'
  | 'plan.end'
>;

/** Most cards a column should hold until the company says otherwise: few enough that work is ended before more is begun. */
const firstLimits: Plan['limits'] = { todo: null, doing: 6, waiting: 6, review: 4 };

/** Answers what concerns the plan as a whole. */
export function createPlanHandlers(deps: FeatureDeps, joins: PlanJoins): Handlers {
  const text = reportText();
  const today = () => deps.ports.clock.today();
  const newId = () => deps.ports.ids.next();
  const subject = (id: string) => ({ entity: 'plan', id });
  const standing = (workspace: OpenWorkspace, plan: Plan) => standingPlan(workspace, plan, joins, today());

  /** The plan in force as it stands, what it rests on read a part at a time: other requests have their turn between. */
  const standingNow = async (): Promise<StandingPlan | undefined> => {
    const { pause } = createSlicer();
    const before = planInForce(deps.session());
    if (before === undefined) return undefined;
    await readAhead(deps.session, before, joins, pause);
    const workspace = deps.session();
    const plan = planInForce(workspace);
    return plan === undefined ? undefined : standing(workspace, plan);
  };

  /** A request laid out on days. Refused: a start that is no Monday, a template that does not exist. */
  const planned = (workspace: OpenWorkspace, request: StartRequest): Reply<{ pack: PlanPack; out: LaidOut }> => {
    const pack = findPack(workspace, deps.ports.paths.resources, request.templateId);
    if (pack === undefined) return err({ code: 'record.notFound', entity: 'template', id: request.templateId });
    if (new Date(`${request.startsOn}T00:00:00Z`).getUTCDay() !== 1)
      return err({ code: 'request.invalid', issues: ['startsOn: a plan starts on a Monday'] });
    return ok({ pack, out: laidOut(pack, { ...request, newId }) });
  };

  return {
    'plan.get': async () => {
      const stands = await standingNow();
      return ok(stands === undefined ? null : planView(stands));
    },

    'plan.ended': () => {
      const workspace = deps.session();
      return ok(closedPlans(workspace).map((plan) => endedLine(workspace, plan)));
    },

    'plan.endedView': ({ planId, taskId }) => {
      const workspace = deps.session();
      const id = planId ?? (taskId === null ? undefined : findTask(workspace, taskId)?.planId);
      const plan = closedPlans(workspace).find((one) => one.id === id);
      if (plan === undefined) return err({ code: 'record.notFound', entity: 'plan', id: planId ?? taskId ?? '' });
      return ok({ ended: endedLine(workspace, plan), view: planView(endedStanding(workspace, plan)) });
    },

    'plan.holidays': ({ set, from, until }) => ok(holidaysOf(set, from, until).slice(0, 400)),

    'plan.preview': (request) => {
      const workspace = deps.session();
      const made = planned(workspace, request);
      if (!made.ok) return made;
      const { pack, out } = made.value;
      const readings = new Map(joins.readings(workspace).map((reading) => [reading.id, reading]));
      const already = pack.tasks.flatMap(({ title, measure }) => {
        const reading = measure === null ? undefined : readings.get(measure.id);
        return reading === undefined || reading.done === 0 ? [] : [{ title, done: reading.done, of: reading.of }];
      });
      return ok({ tasks: out.tasks.length, endsOn: out.endsOn, phases: out.phases, already });
    },

    'plan.start': (request) => {
      const workspace = deps.session();
      if (planInForce(workspace) !== undefined)
        return err({ code: 'policy.refused', detail: 'A plan is in force. Close it before another is started.' });
      const made = planned(workspace, request);
      if (!made.ok) return made;
      const { pack, out } = made.value;
      const plan: Plan = {
        id: newId(),
        title: request.title,
        templateId: pack.id,
        startsOn: request.startsOn,
        endsOn: out.endsOn,
        phases: out.phases,
        calendar: request.calendar,
        owners: request.owners,
        limits: firstLimits,
        endedOn: null,
        revision: 0,
      };
      return workspace.write(
        { method: 'plan.start', params: { title: plan.title, count: out.tasks.length }, subject: subject(plan.id) },
        () => {
          insertPlan(workspace, plan, deps.ports.clock.now());
          const days = workingDays(plan.calendar);
          for (const task of out.tasks) {
            insertTask(workspace, plan.id, task);
            insertEvent(workspace, newId(), plan.id, eventOf(task, 'added', plan.startsOn, days));
          }
          return ok({ id: plan.id, tasks: out.tasks.length });
        },
      );
    },

    'plan.end': ({ revision, reason }) => {
      const workspace = deps.session();
      const plan = atHand(workspace, revision);
      if (!plan.ok) return plan;
      return workspace.write({ method: 'plan.end', params: { title: plan.value.title }, subject: subject(plan.value.id) }, () => {
        savePlan(workspace, { ...plan.value, endedOn: today() }, reason);
        return ok({});
      });
    },

    'plan.setup': ({ revision, title, calendar, owners, limits }) => {
      const workspace = deps.session();
      const found = atHand(workspace, revision);
      if (!found.ok) return found;
      const plan = found.value;
      const next: Plan = {
        ...plan,
        title: title ?? plan.title,
        calendar: calendar ?? plan.calendar,
        owners: owners ?? plan.owners,
        limits: limits ?? plan.limits,
      };
      return workspace.write({ method: 'plan.setup', params: { title: next.title }, subject: subject(plan.id) }, () => {
        savePlan(workspace, next);
        const stamp = { newId, today: today() };
        for (const task of tasksOf(workspace, plan.id)) {
          const after = reset(task, plan, next);
          if (after !== task) keepChanged(workspace, next, task, after, stamp);
        }
        return ok({ revision: plan.revision + 1 });
      });
    },

    'plan.burndown': async ({ unit }) => {
      const stands = await standingNow();
      return stands === undefined ? noPlan : ok(burndownView(deps.session(), stands, unit));
    },

    'plan.checkIn': async () => {
      const stands = await standingNow();
      return stands === undefined ? noPlan : ok(checkInView(deps.session(), stands, text));
    },

    'plan.fileCheckIn': ({ week, lines }) => {
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return noPlan;
      if (week < 1 || week > weeksOf(plan)) return err({ code: 'request.invalid', issues: ['week: the plan has no such week'] });
      const before = filedCheckIns(workspace, plan.id).find((one) => one.week === week);
      return workspace.write({ method: 'plan.fileCheckIn', params: { week }, subject: subject(plan.id) }, () => {
        const by = readWorkspaceSettings(workspace.db).person.name;
        // What was filed again keeps the readings of its week.
        const readings = before?.readings ?? joins.readings(workspace);
        putCheckIn(workspace, newId(), plan.id, { week, on: today(), by, lines, readings });
        return ok({ week });
      });
    },
  };
}

function atHand(workspace: OpenWorkspace, revision: number): Reply<Plan> {
  const plan = planInForce(workspace);
  return plan === undefined ? noPlan : atRevision('plan', plan.id, revision, plan);
}

/** An open task under changed settings: on working days of a new calendar as long as before, with the name that now stands for its role. */
function reset(task: Task, before: Plan, after: Plan): Task {
  if (task.closed !== null) return task;
  const span = sameCalendar(before.calendar, after.calendar) ? task.span : moved(task, before.calendar, workingDays(after.calendar));
  const nameOf = (plan: Plan) => plan.owners.find(({ role }) => role === task.ownerRole)?.name ?? '';
  // A name somebody gave to this task alone stays.
  const owner = task.owner === nameOf(before) ? nameOf(after) : task.owner;
  return span.start === task.span.start && span.end === task.span.end && owner === task.owner ? task : { ...task, span, owner };
}

const sameCalendar = (a: WorkCalendar, b: WorkCalendar): boolean => JSON.stringify(a) === JSON.stringify(b);

function moved(task: Task, before: WorkCalendar, days: WorkingDays): Task['span'] {
  const start = settled(days, task.span, true).start;
  return { start, end: days.plus(start, task.milestone ? 0 : Math.max(1, workingDays(before).count(task.span)) - 1) };
}
