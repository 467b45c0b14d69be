import type { CheckInLines, CheckInView } from '../../../src-shared/contract/plan.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { MeasureReading } from '../../../src-shared/model/measure.ts';
import type { ScheduledTask } from '../../../src-shared/model/plan.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { reopenedLine } from '../../../src-shared/text/reopened.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import { checkInDay } from './burndown.ts';
import { mondayOf, type StandingPlan, weekOf, weeksOf } from './view.ts';

type Db = Pick<Connection, 'db'>;

/** A check-in that was filed. */
export interface FiledCheckIn {
  readonly week: number;
  readonly on: IsoDate;
  readonly by: string;
  readonly lines: CheckInLines;
  /** What the measures said when it was filed, so that the next one can say what moved. */
  readonly readings: readonly MeasureReading[];
}

interface Row {
  readonly week: number;
  readonly filed_on: IsoDate;
  readonly filed_by: string;
  readonly lines: string;
  readonly readings: string;
}

/** Check-ins of a plan, the newest first. */
export const filedCheckIns = ({ db }: Db, planId: string): readonly FiledCheckIn[] =>
  prepared<[string], Row>(db, 'SELECT * FROM plan_check_ins WHERE plan_id = ? ORDER BY week DESC')
    .all(planId)
    .map(({ week, filed_on, filed_by, lines, readings }) => ({
      week,
      on: filed_on,
      by: filed_by,
      lines: JSON.parse(lines) as CheckInLines,
      readings: JSON.parse(readings) as MeasureReading[],
    }));

/** Files a week, in place of what was filed for it before. */
export function putCheckIn({ db }: Db, id: string, planId: string, { week, on, by, lines, readings }: FiledCheckIn): void {
  prepared(
    db,
    `INSERT INTO plan_check_ins (id, plan_id, week, filed_on, filed_by, lines, readings) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (plan_id, week) DO UPDATE SET filed_on = excluded.filed_on, filed_by = excluded.filed_by, lines = excluded.lines,
       readings = excluded.readings`,
  ).run(id, planId, week, on, by, JSON.stringify(lines), JSON.stringify(readings));
}

const isOpen = ({ state }: ScheduledTask): boolean => state !== 'done' && state !== 'dropped';
const mostNext = 5;

/**
 * What happened in a week of the plan, in words: closed and added tasks and measures that moved since the last check-in; tasks
 * that are late by themselves, not only because what they wait for is; and what comes next. A proposal: a person edits and files it.
 */
export function draftLines(standing: StandingPlan, week: number, last: FiledCheckIn | undefined, text: Text): CheckInLines {
  const { tasks, plan, today } = standing;
  const [from, until] = [mondayOf(plan, week), dayAfter(mondayOf(plan, week), 6)];
  const within = (day: IsoDate) => day >= from && day <= until;
  const say = text.dynamic;
  const closed = tasks.filter(({ state, closed: end }) => state === 'done' && end !== null && within(end.on));
  const reopened = tasks.flatMap(({ title, reopened: fell }) => (fell !== null && within(fell.on) ? [{ title, reopened: fell }] : []));
  const added = tasks.filter(({ planned, addedOn, state }) => planned === null && state !== 'dropped' && within(addedOn));
  const before = new Map(last?.readings.map((reading) => [reading.id, reading.done]));
  const moved = tasks.filter(
    (task) =>
      isOpen(task) &&
      task.reopened === null &&
      task.measure !== null &&
      task.reading !== null &&
      task.reading.done > (before.get(task.measure.id) ?? 0),
  );
  const why = new Map(last?.lines.slipped.map((line) => [line.taskId, line.why]));
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const late = tasks.filter((task) => {
    const inherited = task.dependsOn.map((id) => byId.get(id)).filter((one) => one !== undefined && isOpen(one));
    return isOpen(task) && task.slipDays > Math.max(0, ...inherited.map((one) => one?.slipDays ?? 0));
  });
  const next = tasks
    .filter((task) => isOpen(task) && task.expected.start <= dayAfter(today, 7))
    .sort((a, b) => Number(b.critical) - Number(a.critical) || (a.expected.end < b.expected.end ? -1 : 1));
  const cut = (line: string) => line.slice(0, 400);
  return {
    moved: [
      ...closed.map(({ title }) => cut(say('plan.line.closed', { title }))),
      ...moved.map(({ title, reading }) => cut(say('plan.line.measured', { title, done: reading?.done ?? 0, of: reading?.of ?? 0 }))),
      ...reopened.map((one) => cut(`${one.title}: ${reopenedLine(one.reopened, text)}`)),
      ...added.map(({ title, cause }) => cut(say('plan.line.added', { title, cause: say(`plan.line.cause.${cause}`) }))),
    ].slice(0, 60),
    slipped: late
      .sort((a, b) => b.slipDays - a.slipDays)
      .slice(0, 60)
      .map((task) => ({
        taskId: task.id,
        title: task.title,
        days: task.slipDays,
        why: (why.get(task.id) ?? (task.waitingFor === '' ? '' : say('plan.line.waiting', { what: task.waitingFor }))).slice(0, 400),
      })),
    next: next
      .slice(0, mostNext)
      .map(({ title, owner }) => cut(owner === '' ? say('plan.line.nextFree', { title }) : say('plan.line.next', { title, owner }))),
    note: '',
  };
}

/** The check-in that waits: the week that is over while it is not filed, else the week that runs. */
export function checkInView(workspace: OpenWorkspace, standing: StandingPlan, text: Text): CheckInView {
  const { plan, today } = standing;
  const filed = filedCheckIns(workspace, plan.id);
  const running = Math.min(Math.max(1, weekOf(plan, today)), weeksOf(plan));
  const before = running - 1;
  const missed = before >= 1 && !filed.some(({ week }) => week >= before);
  const week = missed ? before : running;
  const own = filed.find((one) => one.week === week);
  const dueOn = checkInDay(standing, week);
  return {
    week,
    due: own !== undefined ? 'filed' : today < dueOn ? 'notYet' : today === dueOn ? 'today' : 'overdue',
    filed: own === undefined ? null : { on: own.on, by: own.by },
    lines:
      own?.lines ??
      draftLines(
        standing,
        week,
        filed.find((one) => one.week < week),
        text,
      ),
    earlier: filed.filter((one) => one.week !== week).map(({ week: number, on, by }) => ({ week: number, on, by })),
  };
}
