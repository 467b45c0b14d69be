import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { dayAfter } from '../../../src-shared/model/dates.ts';
import type { GateCondition, GateConditionId, GateConditionState, GateKind, GatePass, GateState } from '../../../src-shared/model/gate.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import type { ReleaseLicence } from '../../../src-shared/model/release.ts';

/** What is known of the current version of a model when its gates are judged. */
export interface GateVersionFacts {
  readonly assetId: string;
  readonly versionId: string;
  /** 1 for the first version. */
  readonly ordinal: number;
  readonly versionNote: string;
  readonly versionMadeOn: IsoDate;
  readonly stage: 'planned' | 'inDevelopment' | 'trained' | 'releaseHeld' | 'inUse' | 'retired' | 'unknown';
  /** Option of the field on origin; empty where unknown. */
  readonly originType: string;
  readonly ownerName: string;
  readonly purposeKnown: boolean;
  readonly useKnown: boolean;
  readonly militaryAnswered: boolean;
  readonly trainingPlaceKnown: boolean;
  readonly reachKnown: boolean;
  /** Training operations as estimated from what is on record; null where they cannot be. */
  readonly operations: { readonly low: number; readonly high: number } | null;
  readonly classification: string;
  readonly stale: boolean;
  readonly openQuestions: number;
  /** Last day of the decision on the finding in force; empty without one. */
  readonly decidedUntil: string;
  readonly mapReviewedOn: IsoDate | null;
  readonly mapEveryDays: number;
  /** Findings of high severity about it that nobody decided. */
  readonly openHighFindings: number;
  readonly firstFinding: string | null;
  /** Incidents that halt it. */
  readonly halts: readonly { readonly incidentId: string; readonly number: string }[];
  /** A figure reported by a training pipeline that differs from the one on record, while nobody decided between them. */
  readonly reported: { readonly gate: GateKind; readonly value: number; readonly onRecord: number } | null;
}

/** A training pipeline reported that a stage is reached. */
export interface GateReportFacts {
  readonly gate: GateKind;
  readonly destination: string;
  /** Empty where it said none. */
  readonly runId: string;
  readonly weightsSha256: string;
  /** It came after the newest pass of its gate. */
  readonly afterPass: boolean;
}

/** What is known of one place a version is to be released to. */
export interface GateDestinationFacts {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly licence: ReleaseLicence;
  /** By the printed text alone, where that differs. */
  readonly textLicence: ReleaseLicence | null;
  readonly reasons: string;
  /** Regimes whose rules on licences were asked. */
  readonly regimes: string;
  /** Regimes whose entries the version meets, or may meet, and whose rules on licences were not asked. */
  readonly unasked: { readonly met: readonly string[]; readonly open: readonly string[] };
  /** The classification rests on rules nobody read in the primary text. */
  readonly claimed: boolean;
  readonly embargoed: boolean;
  /** Parties there that were not screened or not decided, that are a confirmed match, and of which something is still to ask. */
  readonly partiesOpen: number;
  readonly partiesMatched: number;
  readonly partiesToAsk: number;
  /** Parties there that nobody may deal with while an incident is looked into. */
  readonly partiesHalted: number;
  readonly parties: number;
  readonly firstParty: string | null;
  /** Signs of high severity about parties there. */
  readonly redFlags: number;
  readonly flaggedParty: string | null;
}

export interface GateFacts {
  readonly version: GateVersionFacts;
  readonly destinations: readonly GateDestinationFacts[];
  /** Passes of this version, and those of the idea gate of any version. */
  readonly passes: readonly GatePass[];
  /** Reports on this version, the oldest first. */
  readonly reports: readonly GateReportFacts[];
}

export interface GateResult {
  readonly gate: GateKind;
  readonly destination: string;
  readonly state: GateState;
  readonly conditions: readonly GateCondition[];
  /** The pass that stands, if any. */
  readonly pass: GatePass | null;
  /** Another run, or other weights, were reported than those the pass was given for. */
  readonly isOtherRun: boolean;
}

/** Stages by how far they are; a gate is due from its stage on. */
const reached: Readonly<Record<GateVersionFacts['stage'], number>> = {
  unknown: 0,
  planned: 0,
  inDevelopment: 1,
  trained: 2,
  releaseHeld: 3,
  inUse: 3,
  retired: -1,
};
const dueFrom: Readonly<Record<GateKind, number>> = { idea: 0, trainingPlanned: 1, trainingCompleted: 2, release: 3, change: 0 };

/** Origins of a model that somebody else trained. */
const trainedElsewhere = new Set(['bought', 'openWeights', 'apiOnly']);

/**
 * Where every gate of a model version stands on a day, with each condition and what is missing.
 *
 * A gate is due from its stage on, or once a training pipeline reported it. It asks for the one before it. `release` is judged for each destination on its own; without a destination it stands once and asks for one.
 * A pass stays on record: where something that held at the time no longer does, or another run is reported than the one it was given for, the gate
 * is `overtaken` and has to be looked at again. Conditions that were passed over by name stay passed over.
 *
 * Units: days; a map is due again when `mapEveryDays` have gone by. Pure: the same facts and day give the same answer.
 * Errors: none. What is not known counts as missing, never as met.
 */
export function judgeGates(facts: GateFacts, today: IsoDate): readonly GateResult[] {
  const { version } = facts;
  const idea = settle('idea', '', ideaConditions(version), facts, today);
  const planned = trainedElsewhere.has(version.originType)
    ? outOfPlace('trainingPlanned')
    : settle('trainingPlanned', '', [earlier(idea, version), ...plannedConditions(version)], facts, today);
  const before = planned.state === 'notApplicable' ? idea : planned;
  const completed = settle('trainingCompleted', '', [earlier(before, version), ...completedConditions(version, today)], facts, today);
  const change = version.ordinal > 1 ? settle('change', '', changeConditions(version, today), facts, today) : outOfPlace('change');
  const shared = [earlier(completed, version), ...releaseConditions(version, today)];
  const weights = (destination: string) => weightsMatch(destination, facts);
  const releases =
    facts.destinations.length === 0
      ? [settle('release', '', [...shared, weights(''), condition('destinationNamed', 'missing', asset(version))], facts, today)]
      : facts.destinations.map((place) =>
          settle('release', place.country, [...shared, weights(place.country), ...destinationConditions(place, version)], facts, today),
        );
  return [idea, planned, completed, change, ...releases];
}

const outOfPlace = (gate: GateKind): GateResult => ({
  gate,
  destination: '',
  state: 'notApplicable',
  conditions: [],
  pass: null,
  isOtherRun: false,
});

function settle(
  gate: GateKind,
  destination: string,
  conditions: readonly GateCondition[],
  { version, passes, reports }: GateFacts,
  today: IsoDate,
): GateResult {
  const reported = reports.filter((one) => one.gate === gate && one.destination === destination);
  const pass = passes.filter((one) => one.gate === gate && one.destination === destination && one.on <= today).at(-1) ?? null;
  const open = conditions.filter(({ state }) => state === 'missing' || state === 'open');
  const isNew = pass !== null && open.some(({ id }) => !pass.despite.includes(id));
  const isDue = reached[version.stage] >= dueFrom[gate] || reported.length > 0;
  const isOtherRun = pass !== null && reportsOther(gate, reported);
  const state: GateState =
    pass !== null
      ? isNew || isOtherRun
        ? 'overtaken'
        : open.length === 0
          ? 'passed'
          : 'passedDespite'
      : version.stage === 'retired'
        ? 'notApplicable'
        : !isDue
          ? 'notYet'
          : open.length > 0
            ? 'held'
            : 'ready';
  return { gate, destination, state, conditions, pass, isOtherRun };
}

/**
 * Whether the newest report after a pass is of something else than the newest before it: other weights, or, at the end of a training without
 * hashes, another run. A pass that was given before anything was reported covers the first run.
 */
function reportsOther(gate: GateKind, reported: readonly GateReportFacts[]): boolean {
  const seen = reported.filter(({ afterPass }) => !afterPass).at(-1) ?? reported[0];
  const newest = reported.at(-1);
  if (seen === undefined || newest === undefined || !newest.afterPass) return false;
  if (seen.weightsSha256 !== '' && newest.weightsSha256 !== '') return seen.weightsSha256 !== newest.weightsSha256;
  return gate === 'trainingCompleted' && seen.runId !== newest.runId;
}

function condition(
  id: GateConditionId,
  state: GateConditionState,
  link: RecordRef | null,
  params: GateCondition['params'] = {},
): GateCondition {
  return { id, state, params, link };
}

const asset = ({ assetId }: GateVersionFacts): RecordRef => ({ kind: 'asset', id: assetId });
const known = (is: boolean): GateConditionState => (is ? 'met' : 'missing');

/** The gate before this one stands. An overtaken one does not: what it rested on has moved. */
function earlier({ gate, state }: GateResult, version: GateVersionFacts): GateCondition {
  const stands = state === 'passed' || state === 'passedDespite';
  return condition(
    'earlierGate',
    state === 'notApplicable' ? 'notApplicable' : known(stands),
    { kind: 'gate', id: version.assetId },
    { gate },
  );
}

function ideaConditions(version: GateVersionFacts): GateCondition[] {
  return [
    condition('ownerNamed', known(version.ownerName.trim() !== ''), asset(version), { name: version.ownerName }),
    condition('purposeStated', known(version.purposeKnown), asset(version)),
    condition('useStated', known(version.useKnown), asset(version)),
    condition('militaryAnswered', known(version.militaryAnswered), asset(version)),
    condition('stageKnown', known(version.stage !== 'unknown'), asset(version)),
  ];
}

function plannedConditions(version: GateVersionFacts): GateCondition[] {
  return [
    condition('computePlanned', known(version.operations !== null), asset(version)),
    condition('trainingPlaceKnown', known(version.trainingPlaceKnown), asset(version)),
    settled('trainingPlanned', version),
    halted(version),
  ];
}

function completedConditions(version: GateVersionFacts, today: IsoDate): GateCondition[] {
  return [
    condition('computeRecorded', known(version.operations !== null), asset(version)),
    settled('trainingCompleted', version),
    ...classificationConditions(version, today),
    mapCondition(version, today),
    condition('reachKnown', known(version.reachKnown), asset(version)),
    halted(version),
  ];
}

function settled(gate: GateKind, { assetId, reported }: GateVersionFacts): GateCondition {
  if (reported?.gate !== gate) return condition('reportSettled', 'notApplicable', null);
  return condition('reportSettled', 'missing', { kind: 'gate', id: assetId }, { value: reported.value, onRecord: reported.onRecord });
}

function classificationConditions(version: GateVersionFacts, today: IsoDate): GateCondition[] {
  const { classification, stale, openQuestions, decidedUntil } = version;
  const determined = classification !== '' && classification !== 'undetermined';
  return [
    condition('classified', known(determined), asset(version), { classification }),
    condition('classificationFresh', determined ? known(!stale) : 'missing', asset(version)),
    condition('decisionStands', known(decidedUntil !== '' && decidedUntil >= today), asset(version), { until: decidedUntil }),
    condition('questionsAnswered', known(openQuestions === 0), { kind: 'question', id: version.assetId }, { count: openQuestions }),
  ];
}

function mapCondition(version: GateVersionFacts, today: IsoDate): GateCondition {
  const { mapReviewedOn: on, mapEveryDays: days } = version;
  const fresh = on !== null && dayAfter(on, days) > today;
  return condition('mapReviewed', known(fresh), asset(version), { on: on ?? '', days });
}

function halted(version: GateVersionFacts): GateCondition {
  const [first] = version.halts;
  return condition('nothingHalted', known(first === undefined), first === undefined ? null : { kind: 'incident', id: first.incidentId }, {
    numbers: version.halts
      .map(({ number }) => number)
      .join(', ')
      .slice(0, 300),
  });
}

function releaseConditions(version: GateVersionFacts, today: IsoDate): GateCondition[] {
  const { openHighFindings: count, firstFinding } = version;
  return [
    ...classificationConditions(version, today),
    condition('findingsExplained', known(count === 0), firstFinding === null ? null : { kind: 'accessFinding', id: firstFinding }, {
      count,
    }),
    halted(version),
  ];
}

/**
 * Whether the weights that a pipeline reported for a release are those it reported at the end of the training: of the run that gate was passed for, else
 * of the last. Other weights hold the release; a hash that one of the two did not say is a question. Without any report there is nothing to compare.
 */
function weightsMatch(destination: string, { version, reports }: GateFacts): GateCondition {
  const of = (gate: GateKind, place: string) => reports.filter((one) => one.gate === gate && one.destination === place);
  const trainings = of('trainingCompleted', '');
  const training = trainings.filter(({ afterPass }) => !afterPass).at(-1) ?? trainings.at(-1);
  const release = of('release', destination).at(-1);
  const [trained, released] = [training?.weightsSha256 ?? '', release?.weightsSha256 ?? ''];
  const isCompared = trained !== '' && released !== '';
  const state = isCompared ? known(trained === released) : release === undefined && trained === '' ? 'notApplicable' : 'open';
  const absent = trained !== '' ? 'release' : released !== '' ? 'training' : 'both';
  return condition('weightsMatch', state, { kind: 'gate', id: version.assetId }, { trained, released, absent });
}

function destinationConditions(place: GateDestinationFacts, version: GateVersionFacts): GateCondition[] {
  const { country } = place;
  const party = (id: string | null): RecordRef | null => (id === null ? null : { kind: 'party', id });
  return [
    condition('destinationNamed', 'met', asset(version), { country }),
    condition('notEmbargoed', known(!place.embargoed), null, { country }),
    licenceSettled(place, version),
    condition('partiesClear', partiesState(place), party(place.firstParty), {
      country,
      parties: place.parties,
      open: place.partiesOpen,
      matched: place.partiesMatched,
      ask: place.partiesToAsk,
      halted: place.partiesHalted,
    }),
    condition('redFlagsResolved', known(place.redFlags === 0), party(place.flaggedParty), { country, count: place.redFlags }),
  ];
}

/** "None is needed" only where every regime that looked at the version was asked, by rules that are confirmed. */
function licenceSettled(place: GateDestinationFacts, version: GateVersionFacts): GateCondition {
  const { country, licence, textLicence, reasons, regimes, unasked, claimed } = place;
  const isPrinted = textLicence !== null && textLicence !== 'notRequired';
  const others = unasked.met.length > 0 ? unasked.met : unasked.open;
  const why = licence !== 'notRequired' ? licence : isPrinted ? 'printed' : others.length > 0 ? 'otherRegimes' : claimed ? 'claimed' : '';
  const state = why === '' ? 'met' : licence !== 'notRequired' || (why === 'otherRegimes' && unasked.met.length > 0) ? 'missing' : 'open';
  return condition('licenceSettled', state, asset(version), {
    country,
    why,
    text: textLicence ?? licence,
    reasons,
    regimes,
    others: others.join(', '),
  });
}

/** Nobody there, or a question about somebody there, does not hold the gate; it wants a word. */
function partiesState(place: GateDestinationFacts): GateConditionState {
  if (place.partiesHalted > 0 || place.partiesOpen > 0 || place.partiesMatched > 0) return 'missing';
  return place.parties === 0 || place.partiesToAsk > 0 ? 'open' : 'met';
}

function changeConditions(version: GateVersionFacts, today: IsoDate): GateCondition[] {
  const { versionNote, versionMadeOn, mapReviewedOn } = version;
  return [
    condition('changeDescribed', known(versionNote.trim() !== ''), asset(version), { note: versionNote.slice(0, 300) }),
    ...classificationConditions(version, today),
    condition('mapReviewedSince', known(mapReviewedOn !== null && mapReviewedOn >= versionMadeOn), asset(version), {
      on: mapReviewedOn ?? '',
      since: versionMadeOn,
    }),
    halted(version),
  ];
}
