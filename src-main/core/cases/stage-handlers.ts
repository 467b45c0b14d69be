import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { caseMethods, ModelGates, StageLine, StageProblem } from '../../../src-shared/contract/cases.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { type ReadStageReport, readStageReports } from '../../../src-shared/formats/stage-report.ts';
import type { FieldValue } from '../../../src-shared/model/asset-fields.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { identityText } from '../importers/index.ts';
import { type CurrentModel, changeFacts, currentModel, findAsset, findVersion } from '../inventory/index.ts';
import { createSlicer, createTurns } from '../jobs/index.ts';
import { type GateSurroundings, hasFigure, placesOf, type Told, toldBy } from './gate-facts.ts';
import { createGateViews, type GateViews } from './gate-view.ts';
import type { CaseJoins } from './joins.ts';
import { modelsInSlices } from './models.ts';
import { findReport, insertReport, type StoredReport, settleReport } from './stage-store.ts';

type Handlers = Pick<
  HandlersFor<typeof caseMethods>,
  'cases.chooseStages' | 'cases.previewStages' | 'cases.takeStages' | 'cases.settleReport'
>;
type Asked = Parameters<Handlers['cases.previewStages']>[0];

const mostBytes = 1_000_000;
const mostLines = 200;
/** Clocks of two machines may differ; a stage that lies farther ahead was not reached. */
const farthestAheadMs = 24 * 60 * 60 * 1000;

/** Stages that training pipelines report: read, looked at before they are taken in, taken in once. */
export function createStageHandlers(deps: FeatureDeps, joins: CaseJoins): Handlers {
  const views = createGateViews(joins);
  // Two calls with the same run must not take it twice.
  const inTurn = createTurns();

  const read = async (asked: Asked): Promise<Reply<Planned[]>> => {
    const lines = readStageReports(asked.text);
    if (lines.length === 0) return err({ code: 'file.refused', reason: 'empty', place: null, limit: null });
    if (lines.length > mostLines) return err({ code: 'file.refused', reason: 'stages.tooMany', place: null, limit: mostLines });
    return ok(await planStages(deps, views, lines, asked));
  };

  return {
    'cases.chooseStages': async () => {
      const picked = await deps.ports.dialogs.pickFile('import', [{ nameKey: 'gates.stages.files', extensions: ['json', 'jsonl'] }]);
      if (picked === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(picked.handle, 'import');
      if (!path.ok) return path;
      if (statSync(path.value).size > mostBytes) return err({ code: 'file.refused', reason: 'limitFile', place: null, limit: mostBytes });
      return ok({ source: basename(path.value).slice(0, 300), text: readFileSync(path.value, 'utf8') });
    },

    'cases.previewStages': async (asked) => {
      const planned = await read(asked);
      return planned.ok ? ok(answerOf(planned.value.map(({ shown }) => shown))) : planned;
    },

    'cases.takeStages': (asked) =>
      inTurn('take', async () => {
        const planned = await read(asked);
        if (!planned.ok) return planned;
        const fresh = planned.value.filter((one) => one.report !== null);
        const models = new Set(fresh.map(({ report }) => report?.assetId));
        const [only] = fresh;
        if (only !== undefined && only.report !== null) {
          const subject = models.size === 1 ? { subject: { entity: 'assets', id: only.report.assetId } } : {};
          const params = { count: fresh.length, name: models.size === 1 ? (only.shown.model?.name ?? '') : '', models: models.size };
          const written = await deps.session().writeInSlices({ method: 'cases.takeStages', params, ...subject }, async (tx) => {
            for (const { report, shown } of fresh) {
              if (report === null) continue;
              // A figure that somebody entered since they were read stays, and waits for a decision like any other.
              const takes = shown.compute === 'take' && hasNoFigure(tx, report.assetId);
              insertReport(tx, takes || shown.compute !== 'take' ? report : { ...report, settled: '' });
              if (report.gate === 'release') nameDestination(tx, report);
              if (takes) takeFigure(deps, joins, tx, report);
              await tx.pause();
            }
            return ok(null);
          });
          if (!written.ok) return written;
        }
        // Judged as it stands now, classified anew; what each line was before it was taken in stays said.
        const after = await read(asked);
        if (!after.ok) return after;
        return ok(
          answerOf(
            planned.value.map(({ shown }, at) => ({
              ...shown,
              gate: after.value[at]?.shown.gate ?? shown.gate,
            })),
          ),
        );
      }),

    'cases.settleReport': ({ id, take, by, reason }): Reply<ModelGates> => {
      const workspace = deps.session();
      const report = findReport(workspace, id);
      if (report === undefined || !hasFigure(report)) return err({ code: 'record.notFound', entity: 'stageReport', id });
      const model = currentModel(workspace, report.assetId);
      if (model === undefined) return err({ code: 'record.notFound', entity: 'model', id: report.assetId });
      if (report.settled !== '' || model.versionId !== report.versionId)
        return err({ code: 'record.conflict', entity: 'stageReport', detail: 'Somebody decided on it already, or a newer version stands' });
      const note = { method: 'cases.settleReport', params: { name: model.name, take: take ? 'yes' : 'no' } };
      return workspace.write({ ...note, subject: { entity: 'assets', id: report.assetId } }, () => {
        settleReport(workspace, id, { settled: take ? 'taken' : 'kept', by, reason });
        if (take) takeFigure(deps, joins, workspace, report);
        return views.view(workspace, report.assetId);
      });
    },
  };
}

const answerOf = (lines: readonly StageLine[]) => ({
  lines: [...lines],
  new: lines.filter(({ problem, known }) => problem === null && known === 'new').length,
  refused: lines.filter(({ problem }) => problem !== null).length,
});

/** One line: what is shown of it, and what is kept; null where nothing new is. */
interface Planned {
  readonly shown: StageLine;
  readonly report: StoredReport | null;
}

/** Finds the model of each line, and works out what taking it in does. Later lines see the earlier ones as taken in. */
async function planStages(
  deps: FeatureDeps,
  views: GateViews,
  lines: ReturnType<typeof readStageReports>,
  { source, matches }: Asked,
): Promise<Planned[]> {
  const { pause } = createSlicer();
  const around = views.surroundings(deps.session());
  const find = modelFinder(await modelsInSlices(deps.session, pause), matches);
  const taken = new Map<string, StoredReport[]>([...around.reports].map(([id, reports]) => [id, [...reports]]));
  const figures = new Map<string, number>();
  const now = deps.ports.clock.now();
  const planned: Planned[] = [];
  for (const { line, read } of lines) {
    await pause();
    const refused = (problem: StageProblem, said: StageLine['said'] = null, model: CurrentModel | null = null) =>
      planned.push({
        shown: { line, said, problem, model: briefOf(model), known: 'new', compute: 'none', onRecord: null, gate: null },
        report: null,
      });
    if (!read.ok) {
      refused(read.fault);
      continue;
    }
    const { version, ...said } = read.report;
    const found = find(said.model);
    if (typeof found === 'string') {
      refused({ code: found, field: said.model }, said);
      continue;
    }
    const earlier = taken.get(found.id) ?? [];
    const twin = earlier.find((one) => isTwin(one, read.report));
    const problem = problemOf(read.report, found, twin, now);
    if (problem !== null) {
      refused(problem, said, found);
      continue;
    }
    const facts = told(deps.session(), found, figures);
    const compute =
      !hasFigure(said) || twin !== undefined
        ? 'none'
        : facts.figure === null
          ? 'take'
          : facts.figure === said.computeFlop
            ? 'same'
            : 'propose';
    const report: StoredReport | null =
      twin !== undefined
        ? null
        : {
            ...{ id: deps.ports.ids.next(), assetId: found.id, versionId: found.versionId, versionLabel: found.versionLabel },
            ...{ gate: said.gate, destination: said.destination, at: said.at, runId: said.runId },
            ...{ computeFlop: said.computeFlop, weightsSha256: said.weightsSha256, by: said.by, note: said.note, source },
            settled: compute === 'take' ? 'taken' : compute === 'same' ? 'same' : '',
            ...{ settledBy: '', settledReason: '', takenOn: deps.ports.clock.today(), takenAt: now },
          };
    if (report !== null) taken.set(found.id, [...earlier, report]);
    if (compute === 'take' && said.computeFlop !== null) figures.set(found.id, said.computeFlop);
    const result = judged(deps.session(), views, found, { ...around, reports: taken }, figures, read.report);
    if (result === undefined || result.state === 'notApplicable') {
      if (report !== null) taken.set(found.id, earlier);
      refused({ code: 'gateDoesNotApply', field: '' }, said, found);
      continue;
    }
    planned.push({
      shown: {
        ...{ line, said, problem: null, model: briefOf(found), compute, onRecord: facts.figure },
        known: twin === undefined ? 'new' : saysTheSame(twin, read.report) ? 'repeated' : 'differs',
        gate: {
          state: result.state,
          open: result.state === 'passed' || result.state === 'passedDespite',
          isOtherRun: result.isOtherRun,
          wanting: result.conditions.filter(({ state }) => state === 'missing' || state === 'open'),
          pass: result.pass,
        },
      },
      report,
    });
  }
  return planned;
}

const briefOf = (model: CurrentModel | null): StageLine['model'] =>
  model === null ? null : { assetId: model.id, name: model.name, versionLabel: model.versionLabel };

/** By id, by the company's number, or by name, however it is spelled. A choice by hand goes before all. */
function modelFinder(models: readonly CurrentModel[], matches: Asked['matches']) {
  const chosen = new Map(matches.map(({ model, assetId }) => [model, assetId]));
  return (named: string): CurrentModel | 'unknownModel' | 'severalModels' => {
    const id = chosen.get(named) ?? named;
    const key = identityText(named);
    const ways: readonly ((model: CurrentModel) => boolean)[] = [
      (model) => model.id === id,
      (model) => key !== '' && model.externalKey === key,
      (model) => key !== '' && model.nameKey === key,
      (model) => key !== '' && identityText(`${model.name} ${model.versionLabel}`) === key,
    ];
    for (const fits of ways) {
      const [one, ...more] = models.filter(fits);
      if (one !== undefined) return more.length === 0 ? one : 'severalModels';
    }
    return 'unknownModel';
  };
}

/** The same run at the same stage; without the name of a run, the same instant. */
const isTwin = (kept: StoredReport, said: ReadStageReport): boolean =>
  kept.gate === said.gate &&
  kept.destination === said.destination &&
  kept.runId === said.runId &&
  (said.runId !== '' || kept.at === said.at);

const saysTheSame = (kept: StoredReport, said: ReadStageReport): boolean =>
  kept.computeFlop === said.computeFlop && kept.weightsSha256 === said.weightsSha256;

function problemOf(said: ReadStageReport, model: CurrentModel, twin: StoredReport | undefined, now: string): StageProblem | null {
  if (Date.parse(said.at) > Date.parse(now) + farthestAheadMs) return { code: 'ahead', field: said.at };
  if (said.version !== null && identityText(said.version) !== model.labelKey) return { code: 'otherVersion', field: model.versionLabel };
  if (twin !== undefined && twin.versionId !== model.versionId) return { code: 'earlierVersion', field: model.versionLabel };
  return model.stage === 'retired' ? { code: 'retired', field: '' } : null;
}

/** What the facts say, with figures that earlier lines would put on record. */
function told(workspace: OpenWorkspace, model: CurrentModel, figures: ReadonlyMap<string, number>): Told {
  const facts = toldBy(workspace, model);
  const figure = figures.get(model.id);
  return figure === undefined ? facts : { ...facts, figure };
}

function judged(
  workspace: OpenWorkspace,
  views: GateViews,
  model: CurrentModel,
  around: GateSurroundings,
  figures: ReadonlyMap<string, number>,
  { gate, destination }: ReadStageReport,
) {
  const facts = told(workspace, model, figures);
  const figure = figures.get(model.id);
  const named = around.named.get(model.id) ?? [];
  const withPlace =
    destination === '' || named.some(({ country }) => country === destination)
      ? around
      : { ...around, named: new Map([...around.named, [model.id, [...named, { country: destination, note: '' }]]]) };
  const counted = figure === undefined || model.low !== null ? model : { ...model, low: figure, high: figure };
  const places = new Set(destination === '' ? [] : placesOf(counted, facts, withPlace));
  return views
    .judge(workspace, counted, withPlace, views.partiesAt(workspace, places), facts)
    .find((one) => one.gate === gate && one.destination === destination);
}

/** A release names its place, so that the place has a gate. A place that was named before keeps its note. */
function nameDestination({ db }: Pick<Connection, 'db'>, { assetId, destination, takenOn }: StoredReport): void {
  prepared(db, 'INSERT OR IGNORE INTO gate_destinations (id, asset_id, country, note, named_on) VALUES (?, ?, ?, ?, ?)').run(
    `${assetId}:${destination}`,
    assetId,
    destination,
    '',
    takenOn,
  );
}

function hasNoFigure(tx: Connection, assetId: string): boolean {
  const model = currentModel(tx, assetId);
  return model !== undefined && toldBy(tx, model).figure === null;
}

/** Puts a reported figure on record, with where it comes from, and classifies the model anew. */
function takeFigure(deps: FeatureDeps, joins: CaseJoins, tx: Connection, report: StoredReport): void {
  const asset = findAsset(tx, report.assetId);
  const version = findVersion(tx, report.versionId);
  const model = currentModel(tx, report.assetId);
  if (asset === undefined || version === undefined || model === undefined || report.computeFlop === null) return;
  const { figureField } = toldBy(tx, model);
  const value: FieldValue = {
    state: 'known',
    value: { value: report.computeFlop },
    sourceKind: 'stated',
    source:
      `Reported by the training pipeline${report.runId === '' ? '' : `, run ${report.runId}`}${report.by === '' ? '' : `, by ${report.by}`}`.slice(
        0,
        400,
      ),
    asOf: report.takenOn,
  };
  changeFacts(tx, asset, version, [{ field: figureField, value }], { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() });
  joins.assess(tx, [asset.id]);
}
