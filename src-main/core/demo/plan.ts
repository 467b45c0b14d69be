import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { accessMethods } from '../../../src-shared/contract/access.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { planMethods } from '../../../src-shared/contract/plan.ts';
import { PlanPack } from '../../../src-shared/formats/plan-pack.ts';
import { dayAfter, type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import { DutyRole } from '../../../src-shared/model/duty-role.ts';
import { PlanPhase, Task, type WorkCalendar } from '../../../src-shared/model/plan.ts';
import type { FeatureDeps } from '../feature.ts';
import { held } from './steps.ts';

/** Commands that put the demo's plan in place, each on a day of its own. */
export interface DemoPlanCommands {
  ninetyDays(today: () => IsoDate): HandlersFor<typeof planMethods>;
  readonly access: Pick<HandlersFor<typeof accessMethods>, 'access.findings'>;
}

/** Days of the plan are counted from 1 on a five-day week, as in templates. */
const Day = z.int().min(1).max(65);
const PlanFile = z.strictObject({
  format: z.literal('gatehouse-demo-plan/1'),
  template: z.string(),
  title: z.string(),
  /** Full weeks that have passed since it started. */
  weeksAgo: z.int().nonnegative(),
  /** Month and day, each year. */
  holidays: z.array(z.tuple([z.string().regex(/^\d\d-\d\d$/), z.string()])),
  owners: z.partialRecord(DutyRole, z.string()),
  steps: z.array(
    z.union([
      z.strictObject({
        day: Day,
        /** Key in the template, or the title of a task that was added. */
        task: z.string(),
        done: z.string().optional(),
        doing: z.literal(true).optional(),
        review: z.literal(true).optional(),
        waiting: z.string().optional(),
        ends: Day.optional(),
      }),
      z.strictObject({
        day: Day,
        add: z.string(),
        phase: PlanPhase,
        owner: z.string(),
        cause: Task.shape.cause,
        starts: Day,
        ends: Day,
        /** Begins the title of the access finding it is about. */
        findingTitle: z.string().optional(),
      }),
    ]),
  ),
  checkIns: z.array(
    z.strictObject({
      day: Day,
      week: z.int().positive(),
      moved: z.array(z.string()),
      slipped: z.array(z.tuple([z.string(), z.int(), z.string()])),
      next: z.array(z.string()),
      note: z.string(),
    }),
  ),
});
type PlanFile = z.infer<typeof PlanFile>;

const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Starts the demo's plan some weeks ago and plays what happened to it since, day by day, so that it stands in its eighth week whatever day it is. */
export async function playPlan(deps: FeatureDeps, commands: DemoPlanCommands, today: IsoDate): Promise<void> {
  const { resources } = deps.ports.paths;
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(resources, ...path), 'utf8'));
  const file = PlanFile.parse(read('samples', 'demo', 'plan.json'));
  const pack = PlanPack.parse(read('plans', `${file.template}.gatehouse-plan.json`));
  const startsOn = dayAfter(today, -weekday(today) - file.weeksAgo * 7);
  const dayOf = (place: number): IsoDate => dayAfter(startsOn, Math.floor((place - 1) / 5) * 7 + ((place - 1) % 5));
  let now = startsOn;
  const plan = commands.ninetyDays(() => now);

  const owners = Object.entries(file.owners).map(([role, name]) => ({ role: DutyRole.parse(role), name }));
  const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: holidaysOf(file, startsOn) };
  await held(plan['plan.start']({ templateId: pack.id, title: file.title, startsOn, calendar, owners }));
  const findings = await held(commands.access['access.findings'](allFindings));
  const titles = new Map(pack.tasks.map(({ key, title }) => [key, title]));
  const titleOf = (task: string): string => titles.get(task) ?? task;
  const tasks = async () => (await held(plan['plan.get']({})))?.tasks ?? [];
  const find = async (task: string) => {
    const found = (await tasks()).find(({ title }) => title === titleOf(task));
    if (found === undefined) throw new Error(`The demo's plan has no task ${task}`);
    return found;
  };

  for (const step of file.steps) {
    now = dayOf(step.day);
    if ('add' in step) {
      const finding = findings.rows.find(({ title }) => step.findingTitle !== undefined && title.startsWith(step.findingTitle));
      const links = finding === undefined ? [] : [{ kind: 'accessFinding' as const, id: finding.id }];
      const span = { start: dayOf(step.starts), end: dayOf(step.ends) };
      const { phase, owner, cause } = step;
      await held(plan['plan.addTasks']({ drafts: [{ title: step.add, phase, owner, cause, span, links }] }));
      continue;
    }
    const { id, revision, span } = await find(step.task);
    const start = isoDate(span.start);
    if (step.done !== undefined) {
      await held(plan['plan.close']({ id, revision, note: step.done }));
      continue;
    }
    const change = {
      ...(step.ends === undefined ? {} : { span: { start, end: dayOf(step.ends) } }),
      ...(step.doing === undefined ? {} : { state: 'doing' as const }),
      ...(step.review === undefined ? {} : { state: 'review' as const }),
      ...(step.waiting === undefined ? {} : { state: 'waiting' as const, waitingFor: step.waiting }),
    };
    await held(plan['plan.change']({ id, revision, change }));
  }

  const standing = new Map((await tasks()).map(({ id, title }) => [title, id]));
  for (const { day, week, slipped, ...lines } of file.checkIns) {
    now = dayOf(day);
    const late = slipped.map(([task, days, why]) => ({ taskId: standing.get(titleOf(task)) ?? task, title: titleOf(task), days, why }));
    await held(plan['plan.fileCheckIn']({ week, lines: { ...lines, slipped: late } }));
  }
}

const allFindings = {
  ...{ text: '', types: [], states: [], severities: [], personId: null, assetId: null, began: null },
  ...{ sort: 'rank' as const, offset: 0, limit: 500 },
};

/** The holidays of the year it starts in and of the next. */
function holidaysOf({ holidays }: PlanFile, startsOn: IsoDate): WorkCalendar['holidays'] {
  const year = Number(startsOn.slice(0, 4));
  return [year, year + 1].flatMap((one) => holidays.map(([day, name]) => ({ day: isoDate(`${one}-${day}`), name })));
}
