import type { CheckInLines, EndedPlan } from '../../../src-shared/contract/plan.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ScheduledTask } from '../../../src-shared/model/plan.ts';
import type { Block, Chart, Pair } from '../../../src-shared/model/report-page.ts';
import { formatDay, formatDayShort } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ExportSheet } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { cells, line, paragraph, type ReportSource, reportFrame, saidSheet, tableOr } from '../reports/index.ts';
import { burndownView } from './burndown.ts';
import { checkInView, filedCheckIns } from './check-in.ts';
import { endedLine, endedStanding } from './ended.ts';
import { closedPlans, planInForce } from './store.ts';
import { type PlanSources, readAhead, type StandingPlan, standingPlan, weekOf, weeksOf } from './view.ts';

/**
 * Where the plan stands: one page to hand round, filled from the check-in of the week, and all tasks after it. Of a plan that was closed, as it stood that
 * day: of the one that is asked for, else of the last while none is in force.
 */
export function planStatusSource(deps: Pick<FeatureDeps, 'session'>, sources: PlanSources, today: () => IsoDate, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'plan-status',
    hasRecord: (workspace, id) => planInForce(workspace)?.id === id || closedPlans(workspace).some((plan) => plan.id === id),
    drawsOn: ['plan.'],
    build: async (request) => {
      const title = say('report.kind.plan-status');
      const closed = closedPlans(request.workspace);
      const inForce = planInForce(request.workspace);
      const asked = request.recordId === null || request.recordId === inForce?.id ? null : request.recordId;
      // One that was closed if it is asked for, or if no other is in force.
      const ended = (asked === null ? (inForce === undefined ? closed[0] : undefined) : closed.find(({ id }) => id === asked)) ?? null;
      const plan = ended ?? (asked === null ? inForce : undefined);
      if (plan === undefined) {
        const sections = [{ title: say('plan.report.stands'), blocks: [paragraph(say('plan.report.none'))] }];
        return {
          title,
          page: reportFrame(request, { title, under: '', sections }, text),
          sheets: [saidSheet(title, say('plan.report.none'))],
          data: { on: request.on, plan: null },
        };
      }
      if (ended === null) await readAhead(deps.session, plan, sources, request.pause);
      const standing = ended === null ? standingPlan(request.workspace, plan, sources, today()) : endedStanding(request.workspace, ended);
      const earlier = closed
        .filter(({ id, endedOn }) => id !== plan.id && (ended === null || endedOn <= ended.endedOn))
        .map((one) => endedLine(request.workspace, one));
      await request.pause();
      const hide = request.hide.words;
      const waiting = checkInView(request.workspace, standing, text);
      const filed = filedCheckIns(request.workspace, plan.id)[0];
      // What somebody filed for this week or the last says more than the draft of a week that has just begun.
      const shown =
        filed !== undefined && ended !== null
          ? filed
          : filed !== undefined && filed.week >= waiting.week - 1 && waiting.filed === null && waiting.due === 'notYet'
            ? filed
            : waiting;
      const burndown = burndownView(request.workspace, standing, 'tasks');
      const counted = standing.tasks.filter(({ state, phase }) => state !== 'dropped' && phase !== 'after');
      const under = say('plan.report.under', {
        week: Math.max(0, weekOf(plan, standing.today)),
        weeks: weeksOf(plan),
        closed: counted.filter(({ closed }) => closed !== null).length,
        tasks: counted.length,
      });
      const page = reportFrame(
        request,
        {
          title: `${title}: ${hide(plan.title)}`,
          under,
          sections: [
            {
              title: say('plan.report.stands'),
              blocks: [
                ...(ended === null ? [] : [paragraph(endedWords(ended, hide, text))]),
                { kind: 'pairs', columns: 1, pairs: standPairs(standing, burndown, hide, text) },
                { kind: 'chart', chart: burndownChart(burndown, text) },
              ],
            },
            ...checkInSections(shown, hide, text),
            { title: say('plan.report.tasks'), blocks: [tasksTable(standing.tasks, hide, text)] },
            ...(earlier.length === 0
              ? []
              : [{ title: say('plan.report.earlier'), blocks: earlier.map((one) => paragraph(earlierWords(one, hide, text))) }]),
          ],
        },
        text,
      );
      return {
        title,
        page,
        sheets: [tasksSheet(standing.tasks, hide, text)],
        data: {
          on: request.on,
          redaction: request.redaction,
          plan: {
            title: hide(plan.title),
            startsOn: plan.startsOn,
            endsOn: plan.endsOn,
            week: weekOf(plan, standing.today),
            weeks: weeksOf(plan),
            endedOn: ended?.endedOn ?? null,
            because: hide(ended?.because ?? ''),
          },
          earlier: earlier.map((one) => ({ ...one, title: hide(one.title), because: hide(one.because) })),
          end: standing.last,
          burndown: { left: burndown.left, lineSays: burndown.lineSays, forecast: burndown.forecast, steps: burndown.steps },
          checkIn: { week: shown.week, ...hiddenLines(shown.lines, hide) },
          tasks: standing.tasks.map((task) => taskData(task, hide)),
        },
      };
    },
  };
}

type Hide = (words: string) => string;

/** That a plan was closed, when and why. */
const endedWords = ({ endedOn, because }: Pick<EndedPlan, 'endedOn' | 'because'>, hide: Hide, text: Text): string =>
  text.dynamic('plan.report.ended', { day: formatDay(endedOn, text.locale), because: because === '' ? 'none' : hide(because) });

/** A closed plan in one line. */
const earlierWords = (one: EndedPlan, hide: Hide, text: Text): string =>
  text.dynamic('plan.report.earlierLine', {
    ...{ title: hide(one.title), closed: one.closed, tasks: one.tasks },
    ...{ from: formatDay(one.startsOn, text.locale), ended: endedWords(one, hide, text) },
  });

function standPairs(standing: StandingPlan, burndown: ReturnType<typeof burndownView>, hide: Hide, text: Text): Pair[] {
  const say = text.dynamic;
  const day = (on: IsoDate) => formatDay(on, text.locale);
  const { last, tasks, today } = standing;
  const ending = hide(tasks.find(({ id }) => id === last?.id)?.title ?? '');
  const open = tasks.filter(({ closed, phase }) => closed === null && phase !== 'after');
  const past = open.filter(({ planned }) => planned !== null && planned.end < today);
  const later = open.filter(({ slipDays }) => slipDays > 0).filter((task) => !past.includes(task));
  const pair = (term: string, value: string): Pair => ({ term: say(`plan.report.${term}`), value: line(value) });
  const slips = last !== null && last.planned !== null && last.expected > last.planned;
  return [
    ...(last === null
      ? []
      : [
          pair(
            'end',
            slips
              ? say('plan.report.endSlips', { task: ending, to: day(last.expected), from: day(last.planned ?? last.expected) })
              : say('plan.report.endOnTime', { task: ending, to: day(last.expected) }),
          ),
        ]),
    pair('open', say('plan.report.openLine', { open: open.length, past: past.length, later: later.length })),
    pair('line', say('plan.report.lineSays', { left: burndown.left, says: Math.round(burndown.lineSays) })),
    pair(
      'forecast',
      burndown.forecast === null
        ? say('plan.report.forecastNone')
        : say('plan.report.forecastSays', { earliest: day(burndown.forecast.earliest), latest: day(burndown.forecast.latest) }),
    ),
    pair('added', say('plan.report.addedCount', { count: burndown.added })),
  ];
}

/** Ends of weeks are points enough for paper. */
function burndownChart({ actual, ideal, first, last }: ReturnType<typeof burndownView>, text: Text): Chart {
  const say = text.dynamic;
  const days: IsoDate[] = [];
  for (const { day } of ideal)
    if (days.length === 0 || Date.parse(day) - Date.parse(days.at(-1) ?? first) >= 7 * 86_400_000) days.push(day);
  const lastIdeal = ideal.at(-1)?.day ?? last;
  if (days.at(-1) !== lastIdeal) days.push(lastIdeal);
  const until = actual.at(-1)?.day ?? first;
  const at = (points: typeof ideal, day: IsoDate) => points.findLast((point) => point.day <= day)?.left ?? null;
  const kept = days.slice(0, 120);
  return {
    form: 'lines',
    caption: say('plan.report.burndown'),
    labels: kept.map((day) => formatDayShort(day, text.locale)),
    series: [
      {
        name: say('plan.report.actual'),
        values: kept.map((day, place) => (place > 0 && (kept[place - 1] ?? day) >= until ? null : at(actual, day < until ? day : until))),
      },
      { name: say('plan.report.ideal'), values: kept.map((day) => at(ideal, day)) },
    ],
    most: null,
    unit: '',
  };
}

/** What was said in a week, part by part. */
export function checkInSections({ week, lines }: { readonly week: number; readonly lines: CheckInLines }, hide: Hide, text: Text) {
  const say = text.dynamic;
  const list = (words: readonly string[], none: string): Block[] =>
    words.length === 0
      ? [paragraph(say(none), true)]
      : [{ kind: 'steps', steps: words.map((one) => ({ line: line(hide(one)), detail: [] })) }];
  const late = lines.slipped.map(({ title, days, why }) =>
    cells(hide(title), String(days), why === '' ? say('plan.report.whyNone') : hide(why)),
  );
  return [
    { title: say('plan.report.moved', { week }), blocks: list(lines.moved, 'plan.report.movedNone') },
    {
      title: say('plan.report.slipped'),
      blocks: [
        tableOr(
          [
            [say('plan.report.task'), 5],
            [say('plan.report.days'), 2],
            [say('plan.report.why'), 5],
          ],
          late,
          say('plan.report.slippedNone'),
        ),
      ],
    },
    { title: say('plan.report.next'), blocks: list(lines.next, 'plan.report.nextNone') },
    { title: say('plan.report.note'), blocks: lines.note === '' ? [] : [paragraph(hide(lines.note))] },
  ];
}

const readingOf = ({ reading }: ScheduledTask, text: Text): string =>
  reading === null || reading.of === 0 ? '' : text.dynamic('plan.report.readingOf', reading);

function tasksTable(tasks: readonly ScheduledTask[], hide: Hide, text: Text): Block {
  const say = text.dynamic;
  let phase = '';
  const rows = tasks.flatMap((task) => {
    const state = say(`plan.report.state.${task.state}`);
    const planned = task.planned === null ? say('plan.report.notPlanned') : formatDay(task.planned.end, text.locale);
    const row = cells(
      ...[
        hide(task.title),
        task.owner === '' ? say('plan.report.nobody') : hide(task.owner),
        [state, readingOf(task, text)].filter(Boolean).join(', '),
      ],
      ...[planned, formatDay(task.expected.end, text.locale)],
    );
    if (task.phase === phase) return [row];
    phase = task.phase;
    return [{ kind: 'group' as const, cells: [line(say(`plan.report.phase.${task.phase}`))] }, row];
  });
  const columns = ['task', 'owner', 'state', 'planned', 'expected'].map(
    (key, place) => [say(`plan.report.${key}`), place === 0 ? 4 : 2] as const,
  );
  return tableOr(columns, rows, say('plan.report.nextNone'));
}

function tasksSheet(tasks: readonly ScheduledTask[], hide: Hide, text: Text): ExportSheet {
  const say = text.dynamic;
  const widths = { phase: 14, task: 44, owner: 22, state: 12, planned: 12, expected: 12, days: 8, reading: 14 };
  return {
    name: say('plan.report.tasks'),
    columns: Object.entries(widths).map(([key, width]) => ({ title: say(`plan.report.${key}`), width })),
    rows: tasks.map((task) => [
      ...[say(`plan.report.phase.${task.phase}`), hide(task.title), hide(task.owner), say(`plan.report.state.${task.state}`)],
      ...[task.planned?.end ?? null, task.expected.end, task.slipDays, readingOf(task, text)],
    ]),
  };
}

const taskData = (task: ScheduledTask, hide: Hide) => ({
  title: hide(task.title),
  phase: task.phase,
  owner: hide(task.owner),
  state: task.state,
  planned: task.planned,
  expected: task.expected,
  slipDays: task.slipDays,
  critical: task.critical,
  reading: task.reading,
  closedOn: task.closed?.on ?? null,
  links: task.links,
});

const hiddenLines = (lines: CheckInLines, hide: Hide): CheckInLines => ({
  moved: lines.moved.map(hide),
  slipped: lines.slipped.map((one) => ({ ...one, title: hide(one.title), why: hide(one.why) })),
  next: lines.next.map(hide),
  note: hide(lines.note),
});
