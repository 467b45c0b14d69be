import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { BurndownView } from '../../../src-shared/contract/plan.ts';
import type { planFileMethods } from '../../../src-shared/contract/plan-files.ts';
import type { ExportRecord } from '../../../src-shared/contract/reports.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Paper, ReportPage } from '../../../src-shared/model/report-page.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type ExportSheet, writeCsv, writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { createSlicer } from '../jobs/index.ts';
import {
  askWhere,
  branded,
  contentHash,
  createPrinting,
  readBrand,
  recordPrint,
  reportFrame,
  reportNumber,
  reportText,
  saveExportFile,
  type Withholding,
  withholdingFor,
} from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { noPlan } from './adding.ts';
import { burndownView } from './burndown.ts';
import { burndownPicture } from './burndown-picture.ts';
import { filedCheckIns } from './check-in.ts';
import { checkInPage } from './check-in-page.ts';
import type { PlanJoins } from './joins.ts';
import { planInForce } from './store.ts';
import { taskListBlocks, taskListOf, taskListSheet, taskListUnder } from './task-list.ts';
import { readAhead, standingPlan } from './view.ts';

type Handlers = Pick<
  HandlersFor<typeof planFileMethods>,
  'plan.exportList' | 'plan.exportBurndown' | 'plan.checkInPage' | 'plan.exportCheckIn'
>;

/** Something that leaves the program, before it has a number. */
interface Leaving {
  readonly what: 'taskList' | 'burndown' | 'checkIn';
  readonly subject: string;
  /** What it holds back. */
  readonly held: Withholding;
  /** Day it speaks of. */
  readonly on: IsoDate;
  /** Its hash says whether the same left before. */
  readonly content: unknown;
}

type Written = { readonly as: 'csv' | 'xlsx'; readonly sheet: ExportSheet } | { readonly as: 'svg'; readonly picture: string };

/** Answers what leaves a plan by itself: its list as shown, its burndown, and check-ins that were filed. */
export function createPlanFileHandlers(deps: FeatureDeps, joins: PlanJoins): Handlers {
  const text = reportText();
  const say = text.dynamic;
  const printing = createPrinting(deps);
  const today = () => deps.ports.clock.today();

  const record = ({ what, subject, on, content, held }: Leaving, format: ExportRecord['format']) => {
    const workspace = deps.session();
    const hash = contentHash(held.content(content));
    return {
      number: reportNumber(workspace, what, on, { assetId: null, contentHash: hash }),
      what,
      format,
      subject,
      assetId: null,
      redaction: held.redaction.profile,
      on,
      at: deps.ports.clock.now(),
      by: readWorkspaceSettings(workspace.db).person.name || say('report.noPerson'),
      contentHash: hash,
    } as const;
  };
  const given = (kept: Reply<ExportRecord>) => (kept.ok ? ok({ number: kept.value.number, fileName: kept.value.fileName }) : kept);
  const where = ({ subject, on, held }: Leaving, as: 'csv' | 'xlsx' | 'svg' | 'pdf') =>
    askWhere(deps, as === 'pdf' ? 'printTarget' : 'exportTarget', `${safeFileName(`${held.hide.words(subject)} ${on}`, 'plan')}.${as}`, [
      { nameKey: `report.fileType.${as}`, extensions: [as] },
    ]);

  const asFile = async (method: string, leaving: Leaving, written: Written) => {
    const target = await where(leaving, written.as);
    if (!target.ok) return target;
    const bytes =
      written.as === 'svg'
        ? Buffer.from(written.picture, 'utf8')
        : written.as === 'csv'
          ? Buffer.from(writeCsv(leaving.held.alone(written.sheet)), 'utf8')
          : await writeXlsx(leaving.held.workbook([written.sheet]));
    return given(saveExportFile(deps, method, record(leaving, written.as), target.value, bytes));
  };

  const asPaper = async (method: string, leaving: Leaving, page: ReportPage, as: 'pdf' | 'print', paper: Paper) => {
    const draft = record(leaving, as);
    const sheet = withNumber(page, draft.number);
    if (as === 'print') {
      const document = await printing.document(sheet, paper);
      const sent = await printing.send(document, paper);
      if (!sent.ok) return sent;
      return sent.value === 'cancelled' ? err({ code: 'cancelled' } as const) : given(recordPrint(deps, method, draft, document.html));
    }
    const target = await where(leaving, 'pdf');
    if (!target.ok) return target;
    const bytes = await printing.file(sheet, 'pdf', paper);
    return bytes.ok ? given(saveExportFile(deps, method, draft, target.value, bytes.value)) : bytes;
  };
  const withNumber = (page: ReportPage, number: string): ReportPage =>
    branded({ ...page, footer: { ...page.footer, middle: number } }, readBrand(deps.session()));

  /** Reads a part at a time what the plan in force rests on. */
  const readPlan = async () => {
    const plan = planInForce(deps.session());
    if (plan !== undefined) await readAhead(deps.session, plan, joins, createSlicer().pause);
  };

  /** What was filed for a week, as what leaves. */
  const filedPage = (week: number, redaction: string) => {
    const workspace = deps.session();
    const plan = planInForce(workspace);
    if (plan === undefined) return noPlan;
    const filed = filedCheckIns(workspace, plan.id).find((one) => one.week === week);
    if (filed === undefined) return err({ code: 'record.notFound', entity: 'checkIn', id: String(week) } as const);
    const held = withholdingFor(workspace, redaction, text);
    if (!held.ok) return held;
    const subject = say('plan.paper.checkIn', { week, plan: plan.title });
    const leaving: Leaving = {
      what: 'checkIn',
      subject,
      held: held.value,
      on: filed.on,
      content: { plan: plan.id, week, on: filed.on, by: filed.by, lines: filed.lines },
    };
    return ok({ filed, leaving, page: checkInPage(workspace, plan, filed, held.value, text) });
  };

  return {
    'plan.exportList': async ({ as, paper, redaction, ...shown }) => {
      await readPlan();
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return noPlan;
      const found = withholdingFor(workspace, redaction, text);
      if (!found.ok) return found;
      const held = found.value;
      const standing = standingPlan(workspace, plan, joins, today());
      const list = taskListOf(standing, shown, held.hide, text);
      const subject = say('plan.paper.list', { plan: plan.title });
      const sheet = taskListSheet(standing, list, text);
      const leaving: Leaving = { what: 'taskList', subject, held, on: today(), content: { sheet, filter: list.filter } };
      if (as === 'csv' || as === 'xlsx') return asFile('plan.exportList', leaving, { as, sheet });
      const under = taskListUnder(standing, list, text);
      const page = reportFrame(
        { workspace, redaction: held.redaction, on: today() },
        { title: held.hide.words(subject), under, lead: taskListBlocks(standing, list, text), sections: [] },
        text,
      );
      return asPaper('plan.exportList', leaving, held.page(page), as, paper);
    },

    'plan.exportBurndown': async ({ unit, as, redaction }) => {
      await readPlan();
      const workspace = deps.session();
      const plan = planInForce(workspace);
      if (plan === undefined) return noPlan;
      const held = withholdingFor(workspace, redaction, text);
      if (!held.ok) return held;
      const view = burndownView(workspace, standingPlan(workspace, plan, joins, today()), unit);
      const subject = say('plan.paper.burndown', { plan: plan.title });
      const leaving: Leaving = { what: 'burndown', subject, held: held.value, on: today(), content: { unit, view } };
      return asFile(
        'plan.exportBurndown',
        leaving,
        as === 'csv'
          ? { as, sheet: burndownSheet(view, unit, text.dynamic) }
          : { as, picture: burndownPicture(view, unit, plan.title, held.value, text) },
      );
    },

    'plan.checkInPage': ({ week, redaction }) => {
      const found = filedPage(week, redaction);
      if (!found.ok) return found;
      const { filed, leaving, page } = found.value;
      const { number } = record(leaving, 'pdf');
      return ok({ week, on: filed.on, by: leaving.held.hide.person(filed.by), number, page: withNumber(page, number) });
    },

    'plan.exportCheckIn': async ({ week, as, paper, redaction }) => {
      const found = filedPage(week, redaction);
      return found.ok ? asPaper('plan.exportCheckIn', found.value.leaving, found.value.page, as, paper) : found;
    },
  };
}

/** A row for each day that the chart draws: what was left, what the line says, and what changed the scope. */
function burndownSheet(
  view: BurndownView,
  unit: 'tasks' | 'days',
  say: (key: string, values?: Record<string, string | number>) => string,
): ExportSheet {
  const left = new Map(view.actual.map((point) => [point.day, point.left]));
  const ideal = new Map(view.ideal.map((point) => [point.day, point.left]));
  const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 100) / 100);
  const steps = (day: IsoDate) => view.steps.filter((step) => step.day === day);
  const forecast = Object.entries(view.forecast ?? {}).map(([which, day]) => ({ day, words: say(`plan.paper.forecast.${which}`) }));
  const days = [...new Set([...left.keys(), ...ideal.keys(), ...forecast.map(({ day }) => day)])].sort();
  return {
    name: say('plan.view.burndown'),
    columns: [
      { title: say('chart.day'), width: 13 },
      { title: say(`plan.burndown.unit.${unit}`), width: 14 },
      { title: say('chart.ideal'), width: 14 },
      { title: say('plan.paper.scope'), width: 18 },
      { title: say('plan.column.cause'), width: 30 },
      { title: say('plan.paper.forecast'), width: 30 },
    ],
    rows: days.map((day) => [
      ...[day, rounded(left.get(day)), rounded(ideal.get(day))],
      steps(day).length === 0 ? null : (rounded(steps(day).reduce((sum, { change }) => sum + change, 0)) ?? null),
      steps(day)
        .map(({ cause }) => say(`plan.burndown.cause.${cause}`))
        .join('; ') || null,
      forecast
        .filter((one) => one.day === day)
        .map(({ words }) => words)
        .join('; ') || null,
    ]),
  };
}
