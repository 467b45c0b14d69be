import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';

/** Three-valued answer to "does the item meet this paragraph?". Unknown facts give `undetermined`, never `doesNotMeet`. */
export const Verdict = z.enum(['meets', 'doesNotMeet', 'undetermined']);
export type Verdict = z.infer<typeof Verdict>;

/** Whether the words of the rule stand on the day judged. `guide` marks a number that is not law. */
export const TextStatus = z.enum(['inForce', 'notYetInForce', 'lapsed', 'repealed', 'suspended', 'unconfirmed', 'guide']);
export type TextStatus = z.infer<typeof TextStatus>;

/** Whether the authority applies the licence duty tied to the rule. `notApplicable` where there is no duty to apply (guides). */
export const Enforcement = z.enum(['enforced', 'partlyEnforced', 'notEnforced', 'unconfirmed', 'notApplicable']);
export type Enforcement = z.infer<typeof Enforcement>;

/** Truth in three values. */
export const Tri = z.enum(['yes', 'no', 'unknown']);
export type Tri = z.infer<typeof Tri>;

/** A value shown in a trace: numbers keep their unit so the screen can format them. */
export const TraceValue = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);
export type TraceValue = z.infer<typeof TraceValue>;

/** One comparison or statement on the way to a verdict. Text comes from the catalogue under `said`, filled with `params`. */
export const TraceStep = z.strictObject({
  /** Rule, parameter or formula consulted, unique in its pack: `3A090.a.1`. */
  ruleId: z.string().max(120),
  /** Message key, `trace.*`, or pack text when it starts with `pack:`. */
  said: z.string().max(400),
  params: z.record(z.string(), TraceValue),
  /** Worked arithmetic with plain operators, for example `600 × 8 = 4,800`. Absent where nothing was computed. */
  arithmetic: z.string().max(600).optional(),
  outcome: Tri,
  /** Facts the step read, by fact id; every number on screen links to its field through these. */
  facts: z.array(z.string().max(120)),
  citation: Citation,
});
export type TraceStep = z.infer<typeof TraceStep>;

/** Distance of the deciding value from the limit that decided. `ratio` = value / limit. */
export const Margin = z.strictObject({
  /** Fact or computed value compared. */
  quantity: z.string().max(120),
  value: z.number(),
  /** Upper end where the value is a range. */
  high: z.number().optional(),
  limit: z.number(),
  unit: z.string().max(60),
  ratio: z.number(),
});
export type Margin = z.infer<typeof Margin>;

/** A fact whose absence keeps at least one verdict open. */
export const OpenQuestion = z.strictObject({
  /** Fact id, the key an answer is stored under. */
  factId: z.string().max(120),
  /** Question in plain words, from the pack. */
  ask: z.string().max(600),
  /** Entries the answer could decide, `pack:entry`. */
  decides: z.array(z.string().max(120)),
  /** Larger means an answer could change more; questions are listed from high to low. */
  effect: z.number(),
  /** Kind of answer expected; `field` means: fill the asset's field of that name. */
  answer: z.enum(['yesNo', 'number', 'text', 'field']),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

/** What one paragraph of one pack says about the item on the day. */
export const EntryFinding = z.strictObject({
  pack: z.string().max(60),
  /** Regime as used in exports: `us-ear`, `eu-dual-use`, `eu-ai-act`, `guide`, ... */
  regime: z.string().max(60),
  /** Control entry with paragraph as the field writes it: `3A090.a`, `4E091`, `5A992.z.1`, `EAR99`. */
  entry: z.string().max(120),
  title: z.string().max(300),
  /** Limb that was met, or came closest: `a.1`, `b.2`, `p.1`. */
  limb: z.string().max(40).optional(),
  verdict: Verdict,
  textStatus: TextStatus,
  enforcement: Enforcement,
  confidence: Confidence,
  isExportControl: z.boolean(),
  isLaw: z.boolean(),
  /** Reasons for control that belong to this paragraph. Empty unless the entry names some. */
  reasons: z.array(z.string().max(12)),
  /** Where a licence is needed, in plain words from the pack, and the same as data. */
  licenceScope: z.string().max(1200).optional(),
  /** Version of the text used, for example `text of 2023-11-17`. */
  version: z.string().max(120).optional(),
  margin: Margin.optional(),
  /** Fact that decided the verdict. */
  decidedBy: z.string().max(120).optional(),
  citations: z.array(Citation).min(1),
  /** Fact ids that would decide an undetermined verdict. */
  missing: z.array(z.string().max(200)),
  /** Facts that could still overturn a verdict that rests on a presumption. */
  rebuttableBy: z.array(z.string().max(200)).optional(),
  /** Guides only: how the value stands against the guide's number. Never a reason for a verdict of law. */
  guideResult: z.enum(['above', 'below', 'undetermined', 'notApplicable', 'notComputable', 'notALimit']).optional(),
  trace: z.array(TraceStep),
});
export type EntryFinding = z.infer<typeof EntryFinding>;

export const FindingWarning = z.strictObject({
  /** Closed list kept by the engine: `nearLimit`, `nacAcaClass`, `textNotEnforced`, `conductRulesStillApply`, `unitTrap`, ... */
  code: z.string().max(60),
  text: z.string().max(800),
  params: z.record(z.string(), TraceValue),
});
export type FindingWarning = z.infer<typeof FindingWarning>;

/** Whole answer for one item on one day under a set of packs. Pure function of its inputs: the same bytes every time. */
export const ItemFinding = z.strictObject({
  engineVersion: z.string().max(20),
  on: IsoDate,
  packs: z.array(z.strictObject({ id: z.string().max(60), version: z.string().max(40), hash: z.string().max(80) })),
  /** Numbers worked out from the facts: `tpp`, `performanceDensity`, `memoryBandwidthDensity`, `countedOperations`, `opsPerSecondPerWatt`, ... Low/high variants carry the suffix. */
  computed: z.record(z.string(), z.number()),
  entries: z.array(EntryFinding),
  /** Main classification under the US rules: `3A090.a`, `EAR99`, `notSubjectToEar`, `undetermined`, ... */
  classification: z.string().max(120),
  /** Facts that keep the main classification open, or could overturn it where it rests on a presumption. */
  classificationMissing: z.array(z.string().max(200)).optional(),
  /** `null` while it is not known whether the item is subject to the EAR. */
  subjectToEar: z.boolean().nullable(),
  /** Overall standing, for lists: the worst that any enforced or printed rule says. */
  standing: z.enum(['clear', 'clearOnClaimedRules', 'review', 'restricted', 'unassessed']),
  questions: z.array(OpenQuestion),
  warnings: z.array(FindingWarning),
});
export type ItemFinding = z.infer<typeof ItemFinding>;
