import { z } from 'zod';
import { Confidence, SourceStanding } from './citation.ts';
import { IsoDate, IsoInstant } from './dates.ts';
import { SourceKind } from './fields/types.ts';
import { Enforcement, EntryFinding, ItemFinding, Margin, TextStatus, TraceStep, Verdict } from './finding.ts';
import { Redaction } from './redaction.ts';

/** Free text that came from a person or a file: long cells are kept whole. */
const Free = z.string().max(20_000);
const Name = z.string().max(500);
const Id = z.string().max(120);

/** Numbers of the notes that back a statement, starting at 1. */
const NoteRefs = z.array(z.int().positive());

/** How a fact is known: the kind of source it was taken from, or why it has no value. Text under `report.factStanding.*`. */
export const FactStanding = z.enum([...SourceKind.options, 'unsourced', 'unknown', 'notApplicable']);
export type FactStanding = z.infer<typeof FactStanding>;

/** A person's name, kept apart from other text so that it can be redacted. */
export const MemoPerson = z.strictObject({ name: Name, role: Name.optional() });
export type MemoPerson = z.infer<typeof MemoPerson>;

export const MemoFact = z.strictObject({
  fieldId: Id,
  label: Name,
  /** Display text; for an unknown value the word the catalogue uses. */
  value: Free,
  standing: FactStanding,
  /** Where the value came from: a person, a file with row, a document. */
  source: Free.optional(),
  /** The value is a person's name. */
  personal: z.boolean(),
});
export type MemoFact = z.infer<typeof MemoFact>;

/** A worked number: `6 × 112e9 × 13.4e12`, its result, and its range where it has one. */
export const MemoArithmetic = z.strictObject({
  /** Name of the result: a fact id, a computed quantity, a method. */
  quantity: Id,
  label: Name,
  expression: z.string().max(600).optional(),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  unit: z.string().max(60),
  notes: NoteRefs,
});
export type MemoArithmetic = z.infer<typeof MemoArithmetic>;

export const MemoEntry = z.strictObject({
  pack: Id,
  entry: Id,
  title: Free,
  limb: z.string().max(40).optional(),
  verdict: Verdict,
  /** Two columns, always both. */
  textStatus: TextStatus,
  enforcement: Enforcement,
  confidence: Confidence,
  isLaw: z.boolean(),
  isExportControl: z.boolean(),
  reasons: z.array(z.string().max(12)),
  /** Guides only: how the value stands against the guide's number. */
  guideResult: EntryFinding.shape.guideResult,
  licenceScope: Free.optional(),
  version: z.string().max(120).optional(),
  margin: Margin.optional(),
  /** Labels of the facts that would decide it. */
  missing: z.array(Free),
  notes: NoteRefs,
  trace: z.array(z.strictObject({ step: TraceStep, notes: NoteRefs })),
});
export type MemoEntry = z.infer<typeof MemoEntry>;

/** Entries of one jurisdiction, in the order of the packs. `notLaw` groups stand last and carry their label. */
export const MemoGroup = z.strictObject({
  jurisdiction: Name,
  packs: z.array(Id),
  kind: z.enum(['exportControl', 'otherLaw', 'guide']),
  entries: z.array(MemoEntry),
});
export type MemoGroup = z.infer<typeof MemoGroup>;

export const MemoQuestion = z.strictObject({
  factId: Id,
  ask: Free,
  decides: z.array(Id),
  owner: MemoPerson.optional(),
  due: IsoDate.optional(),
});
export type MemoQuestion = z.infer<typeof MemoQuestion>;

/** One answered or open question about what the item can be used for. */
export const MemoCapability = z.strictObject({
  id: Id,
  ask: Free,
  answer: z.enum(['yes', 'no', 'unknown']),
  note: Free.optional(),
});
export type MemoCapability = z.infer<typeof MemoCapability>;

export const MemoDecision = z.strictObject({
  /** The person's conclusion in their own words or an entry number; never a change of the finding. */
  conclusion: Free,
  reason: Free,
  by: MemoPerson,
  on: IsoDate,
  expires: IsoDate.optional(),
  expired: z.boolean(),
  /** True where the facts or the packs changed after the decision. */
  stale: z.boolean(),
});
export type MemoDecision = z.infer<typeof MemoDecision>;

export const MemoReview = z.strictObject({
  outcome: z.enum(['waiting', 'agreed', 'disagreed']),
  by: MemoPerson,
  /** Day of the review, or of asking where it is still awaited. */
  on: IsoDate,
  /** What was looked at is an earlier finding, not the one of this memo. */
  overtaken: z.boolean(),
  note: Free.optional(),
});
export type MemoReview = z.infer<typeof MemoReview>;

/** A note that somebody wrote about the asset. Attorney advice is left out unless it is asked for. */
export const MemoRemark = z.strictObject({ text: Free, by: MemoPerson, on: IsoDate, attorneyAdvice: z.boolean() });
export type MemoRemark = z.infer<typeof MemoRemark>;

/** A file, a link or a note kept with the asset. The hash of a file names the very bytes. */
export const MemoEvidence = z.strictObject({
  name: Name,
  /** Fact it proves, by its id; absent where it is about the asset as a whole. */
  proves: Id.optional(),
  note: Free.optional(),
  /** Where a link points. */
  address: Free.optional(),
  /** Absent for links and notes. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  by: MemoPerson,
  on: IsoDate,
});
export type MemoEvidence = z.infer<typeof MemoEvidence>;

/** A formal ruling requested from the authority. */
export const MemoRuling = z.strictObject({
  authority: Name,
  reference: Name.optional(),
  submitted: IsoDate.optional(),
  answered: IsoDate.optional(),
  answer: Free.optional(),
});
export type MemoRuling = z.infer<typeof MemoRuling>;

export const MemoPack = z.strictObject({
  id: Id,
  name: Name,
  version: z.string().max(40),
  hash: z.string().max(80),
  lastChecked: IsoDate.optional(),
});
export type MemoPack = z.infer<typeof MemoPack>;

/** A numbered note: the source, the place in it, and how well it is known. */
export const MemoNote = z.strictObject({
  number: z.int().positive(),
  sourceId: Id,
  /** Title and reference from the pack's source list, or the source id where the pack does not name it. */
  source: Free,
  locator: z.string().max(300),
  standing: SourceStanding,
  /** Issue or date of the text that was read. */
  asOf: z.string().max(60).optional(),
});
export type MemoNote = z.infer<typeof MemoNote>;

export const MemoWarning = z.strictObject({ code: z.string().max(60), text: Free });

/**
 * A classification memo: what was concluded about one asset on one day, from which facts and rules.
 * Built once from plain inputs, then rendered to screen, print, PDF and files, so that they cannot disagree.
 */
export const ClassificationMemo = z.strictObject({
  format: z.literal('gatehouse.memo/1'),
  /** Outside the content hash: printing the same content twice gives the same hash. */
  prepared: z.strictObject({ number: z.string().max(40), at: IsoInstant, by: MemoPerson }),
  workspace: z.strictObject({ name: Name, kind: z.enum(['live', 'exercise']), department: Name.optional() }),
  /** Day the rules were judged. */
  on: IsoDate,
  redaction: Redaction,
  /** Whether any remark in this memo is attorney advice. */
  attorneyAdvice: z.boolean(),
  asset: z.strictObject({
    id: Id,
    kind: Id,
    kindLabel: Name,
    name: Name,
    version: Name.optional(),
    summary: Free.optional(),
    owner: MemoPerson.optional(),
  }),
  conclusion: z.strictObject({
    standing: ItemFinding.shape.standing,
    classification: z.string().max(120),
    subjectToEar: z.boolean().nullable(),
    met: z.array(Id),
    open: z.array(Id),
    /** Weakest confidence among the entries that carry the conclusion. */
    confidence: Confidence,
  }),
  facts: z.array(MemoFact),
  arithmetic: z.array(MemoArithmetic),
  groups: z.array(MemoGroup),
  questions: z.array(MemoQuestion),
  capabilities: z.array(MemoCapability),
  warnings: z.array(MemoWarning),
  decisions: z.array(MemoDecision),
  reviews: z.array(MemoReview),
  rulings: z.array(MemoRuling),
  remarks: z.array(MemoRemark),
  evidence: z.array(MemoEvidence),
  packs: z.array(MemoPack),
  notes: z.array(MemoNote),
  engineVersion: z.string().max(20),
  /** SHA-256, lower-case hexadecimal, over the canonical JSON of everything except `prepared` and this field. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ClassificationMemo = z.infer<typeof ClassificationMemo>;
