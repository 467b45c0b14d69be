import { type Facts, Quantity } from '../../../src-shared/model/asset-fields.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { GateKind, GatePass, StageReport } from '../../../src-shared/model/gate.ts';
import type { GateDestinationFacts, GateReportFacts, GateVersionFacts } from '../../engine/cases/index.ts';
import { graveFindingsByAsset } from '../access/index.ts';
import type { Judging } from '../classification/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { type CurrentModel, entriesOfFinding, type FindingEntries, factsOfVersion, versionLabels } from '../inventory/index.ts';
import { lastMapReviews } from '../operation/index.ts';
import { licenceFor, regimesOf } from './gate-licences.ts';
import { haltsInForce } from './halts.ts';
import type { PartyHere } from './joins.ts';
import { allReports, type StoredReport } from './stage-store.ts';

/** What the facts of a version say to its gates. */
export interface Told {
  readonly originType: string;
  readonly purposeKnown: boolean;
  readonly useKnown: boolean;
  readonly militaryAnswered: boolean;
  readonly trainingPlaceKnown: boolean;
  readonly reachKnown: boolean;
  readonly originCountry: string | null;
  readonly published: boolean | null;
  /** Field that holds what a training run reports: the whole, or what was added to another model. */
  readonly figureField: 'trainingOperations' | 'ownTrainingOperations';
  /** Training operations on record in that field; null where none are. */
  readonly figure: number | null;
  /** Countries with the fields that name them. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/** Origins of a model whose training adds to that of another. */
const addedTo = new Set(['fineTuned', 'distilled', 'merged']);
const placeFields = ['reachCountries', 'customerCountries'] as const;
const told = new WeakMap<object, Map<string, { readonly stamp: string; readonly told: Told }>>();

/** Read again only where the model changed: facts are large, and the list asks for all of them. */
export function toldBy(workspace: Pick<OpenWorkspace, 'db'>, model: CurrentModel): Told {
  const here = told.get(workspace.db) ?? new Map<string, { readonly stamp: string; readonly told: Told }>();
  told.set(workspace.db, here);
  const stamp = `${model.versionId} ${model.revision} ${model.updatedAt}`;
  const known = here.get(model.id);
  if (known?.stamp === stamp) return known.told;
  const made = read(factsOfVersion(workspace, model.versionId));
  here.set(model.id, { stamp, told: made });
  return made;
}

function read(facts: Facts): Told {
  const is = (field: string): boolean => facts[field]?.state === 'known';
  const text = (field: string): string => {
    const fact = facts[field];
    return fact?.state === 'known' && typeof fact.value === 'string' ? fact.value : '';
  };
  const places = new Map<string, string[]>();
  for (const field of placeFields) {
    const fact = facts[field];
    if (fact?.state !== 'known' || !Array.isArray(fact.value)) continue;
    for (const code of fact.value)
      if (typeof code === 'string' && /^[A-Z]{2}$/.test(code)) places.set(code, [...(places.get(code) ?? []), field]);
  }
  const published = text('weightsPublished');
  const figureField = addedTo.has(text('originType')) ? 'ownTrainingOperations' : 'trainingOperations';
  const onRecord = facts[figureField];
  const quantity = onRecord?.state === 'known' ? Quantity.safeParse(onRecord.value) : null;
  return {
    figureField,
    figure: quantity?.success === true ? quantity.data.value : null,
    originType: text('originType'),
    purposeKnown: is('purpose'),
    useKnown: is('intendedUse'),
    militaryAnswered: is('militaryEndUse'),
    trainingPlaceKnown: is('trainedIn') || is('trainingSite'),
    reachKnown: is('waysIn') && (is('reachTeams') || is('reachCountries')),
    originCountry: /^[A-Z]{2}$/.test(text('originCountry')) ? text('originCountry') : null,
    published: published === 'yes' ? true : published === 'no' ? false : null,
    places,
  };
}

/** What all models share when their gates are judged; read once for a list. */
export interface GateSurroundings {
  readonly judging: Judging;
  readonly mapEveryDays: number;
  readonly passes: ReadonlyMap<string, readonly StoredPass[]>;
  readonly reports: ReadonlyMap<string, readonly StoredReport[]>;
  readonly mapReviews: ReadonlyMap<string, IsoDate>;
  readonly named: ReadonlyMap<string, readonly { readonly country: string; readonly note: string }[]>;
  readonly findings: ReadonlyMap<string, { readonly count: number; readonly first: string }>;
  readonly halts: ReadonlyMap<string, readonly { readonly incidentId: string; readonly number: string }[]>;
  /** Parties nobody may deal with while an incident is looked into. */
  readonly haltedParties: ReadonlySet<string>;
  /** Which control entries a finding says are met or open. */
  entriesOf(findingId: string | null): FindingEntries;
}

interface StoredPass extends GatePass {
  readonly assetId: string;
  /** UTC instant. */
  readonly madeAt: string;
}

interface PassRecord {
  readonly id: string;
  readonly asset_id: string;
  readonly version_id: string;
  readonly made_at: string;
  readonly gate: GatePass['gate'];
  readonly destination: string;
  readonly passed_on: IsoDate;
  readonly by_name: string;
  readonly reason: string;
  readonly despite: string;
}

export function gateSurroundings(workspace: OpenWorkspace, judging: Judging, mapEveryDays: number, assetId?: string): GateSurroundings {
  const { db } = workspace;
  const one = assetId ?? '';
  const passes = prepared<[string, string], PassRecord>(
    db,
    "SELECT * FROM gate_passes WHERE ? = '' OR asset_id = ? ORDER BY passed_on, made_at, id",
  ).all(one, one);
  const reports = allReports(workspace, one);
  const labels = versionLabels(workspace, [...new Set([...passes.map((row) => row.version_id), ...reports.map((row) => row.versionId)])]);
  const named = prepared<[string, string], { asset_id: string; country: string; note: string }>(
    db,
    "SELECT asset_id, country, note FROM gate_destinations WHERE ? = '' OR asset_id = ? ORDER BY country",
  ).all(one, one);
  const findings = graveFindingsByAsset(workspace);
  const allHalts = haltsInForce(workspace);
  const halts = allHalts.filter(({ record }) => record.kind === 'asset');
  return {
    judging,
    mapEveryDays,
    passes: grouped(
      passes.map((row) => ({
        assetId: row.asset_id,
        id: row.id,
        gate: row.gate,
        destination: row.destination,
        versionId: row.version_id,
        versionLabel: labels.get(row.version_id) ?? '',
        on: row.passed_on,
        by: row.by_name,
        reason: row.reason,
        despite: JSON.parse(row.despite) as GatePass['despite'],
        madeAt: row.made_at,
      })),
      ({ assetId: id }) => id,
    ),
    reports: grouped(
      reports.map((row) => ({ ...row, versionLabel: labels.get(row.versionId) ?? '' })),
      ({ assetId: id }) => id,
    ),
    mapReviews: lastMapReviews(workspace),
    named: grouped(named, (row) => row.asset_id),
    findings: new Map(findings.map(({ assetId: id, ...rest }) => [id, rest])),
    entriesOf: (findingId) => entriesOfFinding(workspace, findingId),
    haltedParties: new Set(allHalts.flatMap(({ record }) => (record.kind === 'party' ? [record.id] : []))),
    halts: grouped(
      halts.map(({ record, incidentId, incidentNumber: number }) => ({ id: record.id, incidentId, number })),
      ({ id }) => id,
    ),
  };
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

export function versionFactsOf(model: CurrentModel, facts: Told, around: GateSurroundings): GateVersionFacts {
  const { judging } = around;
  const findings = around.findings.get(model.id);
  return {
    assetId: model.id,
    versionId: model.versionId,
    ordinal: model.ordinal,
    versionNote: model.note,
    versionMadeOn: model.madeAt.slice(0, 10) as IsoDate,
    stage: model.stage,
    originType: facts.originType,
    ownerName: model.ownerName,
    purposeKnown: facts.purposeKnown,
    useKnown: facts.useKnown,
    militaryAnswered: facts.militaryAnswered,
    trainingPlaceKnown: facts.trainingPlaceKnown,
    reachKnown: facts.reachKnown,
    operations: model.low === null || model.high === null ? null : { low: model.low, high: model.high },
    classification: model.classification,
    stale: model.findingId === null || model.packsKey !== judging.packsKey || model.judgedOn < judging.lastRuleChange,
    openQuestions: model.openQuestions,
    decidedUntil: model.decidedUntil,
    mapReviewedOn: around.mapReviews.get(model.id) ?? null,
    mapEveryDays: around.mapEveryDays,
    openHighFindings: findings?.count ?? 0,
    firstFinding: findings?.first ?? null,
    halts: around.halts.get(model.id) ?? [],
    reported: waitingFigure(reportsOn(model, around), facts),
  };
}

/** Reports on the current version of a model, the oldest first. */
export const reportsOn = (model: Pick<CurrentModel, 'id' | 'versionId'>, around: GateSurroundings): readonly StoredReport[] =>
  (around.reports.get(model.id) ?? []).filter(({ versionId }) => versionId === model.versionId);

/** Gates whose reports speak of training operations. */
const figureGates = new Set<GateKind>(['trainingPlanned', 'trainingCompleted']);
export const hasFigure = ({ gate, computeFlop }: Pick<StoredReport, 'gate' | 'computeFlop'>): boolean =>
  computeFlop !== null && figureGates.has(gate);

/** The newest reported figure, where it differs from the one on record and nobody decided between them. */
function waitingFigure(reports: readonly StoredReport[], { figure }: Pick<Told, 'figure'>): GateVersionFacts['reported'] {
  const newest = reports.filter(hasFigure).at(-1);
  if (newest === undefined || newest.settled !== '' || newest.computeFlop === null || figure === null) return null;
  return newest.computeFlop === figure ? null : { gate: newest.gate, value: newest.computeFlop, onRecord: figure };
}

/** Reports as the gates read them, each against the newest pass of its gate. */
export function reportFactsOf(reports: readonly StoredReport[], passes: readonly StoredPass[]): GateReportFacts[] {
  return reports.map(({ gate, destination, runId, weightsSha256, takenAt }) => {
    const pass = passes.filter((one) => one.gate === gate && one.destination === destination).at(-1);
    return { gate, destination, runId, weightsSha256, afterPass: pass !== undefined && takenAt > pass.madeAt };
  });
}

/** Reports as they are shown, with what became of their figures. */
export function shownReports(reports: readonly StoredReport[], facts: Pick<Told, 'figure'>): StageReport[] {
  const newest = reports.filter(hasFigure).at(-1);
  return reports.map((report) => {
    const { assetId: _, takenAt: __, settled, ...rest } = report;
    const waits = report === newest && settled === '' && facts.figure !== null && report.computeFlop !== facts.figure;
    return { ...rest, compute: settled !== '' ? settled : waits ? 'waiting' : 'none' };
  });
}

/** Places a model goes to: named for its gates, or told by its facts. Sorted by code. */
export function placesOf(model: CurrentModel, facts: Told, around: GateSurroundings): string[] {
  return [...new Set([...(around.named.get(model.id) ?? []).map(({ country }) => country), ...facts.places.keys()])].sort().slice(0, 300);
}

/** Parties by the countries they have a tie to. */
export function partiesByCountry(parties: readonly PartyHere[]): ReadonlyMap<string, readonly PartyHere[]> {
  const found = new Map<string, PartyHere[]>();
  for (const party of parties)
    for (const country of party.countries) {
      const here = found.get(country);
      if (here === undefined) found.set(country, [party]);
      else here.push(party);
    }
  return found;
}

export function destinationFactsOf(
  country: string,
  model: CurrentModel,
  facts: Told,
  { judging, haltedParties, entriesOf }: GateSurroundings,
  parties: readonly PartyHere[],
): GateDestinationFacts {
  const { licence, text, reasons } = licenceFor(model.classification, country, facts, judging);
  const are = (...words: readonly PartyHere['overall'][]) => parties.filter(({ overall }) => words.includes(overall));
  const [matched, waiting, asked] = [are('trueMatch'), are('toDecide', 'notScreened'), are('toAsk')];
  const halted = parties.filter(({ id }) => haltedParties.has(id));
  const flagged = parties.filter(({ redFlags }) => redFlags > 0);
  return {
    country,
    licence,
    textLicence: text,
    reasons,
    ...regimesOf(model.classification, entriesOf(model.findingId), judging.packs),
    claimed: model.standing === 'clearOnClaimedRules',
    embargoed: judging.packs.some(({ release }) =>
      release?.embargoes.some(({ place, regions }) => place === country && regions === undefined),
    ),
    parties: parties.length,
    partiesOpen: waiting.length,
    partiesMatched: matched.length,
    partiesToAsk: asked.length,
    partiesHalted: halted.length,
    firstParty: [...halted, ...matched, ...waiting, ...asked][0]?.id ?? null,
    redFlags: flagged.reduce((sum, { redFlags }) => sum + redFlags, 0),
    flaggedParty: flagged[0]?.id ?? null,
  };
}
