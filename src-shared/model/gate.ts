import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { RecordRef } from './record-ref.ts';

/** Gates in the life of a model version. `release` stands once for each destination; `change` for a version that follows another. */
export const GateKind = z.enum(['idea', 'trainingPlanned', 'trainingCompleted', 'release', 'change']);
export type GateKind = z.infer<typeof GateKind>;

/** One gate of a model, as a task made from it names it. */
export const gatePart = (gate: GateKind, destination: string): string => (destination === '' ? gate : `${gate}~${destination}`);

/** What has to be true before somebody passes a gate. Words under `gates.need.<id>` and `gates.why.<id>.<state>`. */
export const GateConditionId = z.enum([
  'ownerNamed',
  'purposeStated',
  'useStated',
  'militaryAnswered',
  'stageKnown',
  'earlierGate',
  'computePlanned',
  'trainingPlaceKnown',
  'computeRecorded',
  'reachKnown',
  'classified',
  'classificationFresh',
  'decisionStands',
  'questionsAnswered',
  'mapReviewed',
  'findingsExplained',
  'nothingHalted',
  'destinationNamed',
  'licenceSettled',
  'notEmbargoed',
  'partiesClear',
  'redFlagsResolved',
  'changeDescribed',
  'mapReviewedSince',
  'reportSettled',
  'weightsMatch',
]);
export type GateConditionId = z.infer<typeof GateConditionId>;

/** `missing` holds the gate; `open` wants a word in the reason; both have to be named by whoever passes in spite of them. */
export const GateConditionState = z.enum(['met', 'missing', 'open', 'notApplicable']);
export type GateConditionState = z.infer<typeof GateConditionState>;

export const GateCondition = z.strictObject({
  id: GateConditionId,
  state: GateConditionState,
  /** Fills the gaps of its words. */
  params: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])),
  /** Record on which it can be mended. */
  link: RecordRef.nullable(),
});
export type GateCondition = z.infer<typeof GateCondition>;

/** Somebody passed a gate: never changed, but taken back by undo. */
export const GatePass = z.strictObject({
  id: z.string().min(1).max(80),
  gate: GateKind,
  /** ISO 3166-1 alpha-2; empty where the gate has no destination. */
  destination: z.string().max(2),
  versionId: z.string().min(1).max(80),
  versionLabel: z.string().max(200),
  on: IsoDate,
  by: z.string().max(200),
  reason: z.string().max(4000),
  /** Conditions that were not met, passed over by name. */
  despite: z.array(GateConditionId).max(40),
});
export type GatePass = z.infer<typeof GatePass>;

/**
 * `passed`: nothing was open. `passedDespite`: passed over open conditions by name. `overtaken`: something that held then no longer holds.
 * `ready`: everything is met and nobody passed it. `held`: due, with something missing. `notYet`: the model is not that far.
 */
export const GateState = z.enum(['passed', 'passedDespite', 'overtaken', 'ready', 'held', 'notYet', 'notApplicable']);
export type GateState = z.infer<typeof GateState>;

/** What a training pipeline reported of a stage, kept as it came. */
export const StageReport = z.strictObject({
  id: z.string().min(1).max(80),
  gate: GateKind,
  /** ISO 3166-1 alpha-2 of a release; empty otherwise. */
  destination: z.string().max(2),
  versionId: z.string().min(1).max(80),
  versionLabel: z.string().max(200),
  /** Instant the pipeline named, UTC. */
  at: z.string().max(40),
  runId: z.string().max(200),
  /** Training operations; null where it said none. */
  computeFlop: z.number().nullable(),
  /** Hexadecimal SHA-256 of the weights; empty where it said none. */
  weightsSha256: z.string().max(64),
  by: z.string().max(200),
  note: z.string().max(2000),
  /** File or place it came from. */
  source: z.string().max(300),
  takenOn: IsoDate,
  /** `taken`: on record from here. `same`: it was on record. `kept`: somebody kept the figure on record. `waiting`: nobody decided. `none`: no figure, or a later report stands. */
  compute: z.enum(['none', 'taken', 'same', 'kept', 'waiting']),
  settledBy: z.string().max(200),
  settledReason: z.string().max(4000),
});
export type StageReport = z.infer<typeof StageReport>;
