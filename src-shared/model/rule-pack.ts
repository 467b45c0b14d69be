import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';
import { Enforcement, TextStatus } from './finding.ts';
import { ItemType } from './item-facts.ts';
import type { OwnershipRules } from './ownership-rules.ts';
import type { PenaltyRules } from './penalty-rules.ts';
import type { RedFlagRules } from './red-flag-rules.ts';
import type { ReleaseRules } from './release-rules.ts';
import type { RetentionRules } from './retention-rules.ts';
import type { CountryChart, CountryGroups, GlossaryTerm } from './rule-countries.ts';
import { Expression } from './rule-expression.ts';
import type { RuleWatch } from './rule-watch.ts';

export { CountryChart, CountryGroups, GlossaryTerm } from './rule-countries.ts';

const Id = z.string().min(1).max(160);
const Text = z.string().min(1).max(2000);

/** One stretch of a history: half-open, `[from, until)`. */
const dated = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ from: IsoDate, until: IsoDate.optional(), value, citation: Citation, note: Text.optional() })
    .refine((range) => range.until === undefined || range.from < range.until, 'The range ends before it starts');

/** A number of the rules with its history. Every range carries its source. */
export const Parameter = z.strictObject({
  id: Id,
  title: z.string().min(1).max(300),
  unit: z.string().min(1).max(60),
  history: z.array(dated(z.number())).min(1).max(50),
});
export type Parameter = z.infer<typeof Parameter>;

/** Number put together from others under a condition, for example operations that count under an entry's note. */
export const DerivedFact = z.strictObject({
  id: Id,
  unit: z.string().min(1).max(60),
  choose: z
    .array(z.strictObject({ when: Expression, fact: Id }))
    .min(1)
    .max(20),
  otherwise: Id,
  citation: Citation,
});
export type DerivedFact = z.infer<typeof DerivedFact>;

const CountrySet = z.strictObject({
  worldwide: z.boolean().optional(),
  groups: z.array(z.string().min(1).max(20)).max(30),
  plus: z.array(z.string().length(2)).max(260),
  excludeIfAlsoIn: z.array(z.string().min(1).max(20)).max(30),
  /** Countries of `plus` stay in even when they are also in an excluded group. */
  plusIsNeverExcluded: z.boolean(),
});
export type CountrySet = z.infer<typeof CountrySet>;

const Headquarters = z.strictObject({
  groups: z.array(z.string().min(1).max(20)).max(30),
  plus: z.array(z.string().length(2)).max(260),
  /** Where it reaches: everywhere, or only outside the destinations of the same rule. */
  reach: z.enum(['anywhere', 'outsideTheDestinations']),
  citation: Citation,
});

/** Where a licence is needed, as data; `summary` says the same in plain words. */
export const LicenceScope = z.strictObject({
  summary: z.string().min(1).max(1200),
  destinations: CountrySet.optional(),
  headquarters: Headquarters.optional(),
  /** What is applied in practice where the printed text reaches further. */
  practical: z.strictObject({ destinations: CountrySet, headquarters: Headquarters.optional(), note: Text, citation: Citation }).optional(),
  chartColumns: z.array(z.string().min(2).max(8)).max(16).optional(),
  exemptParties: Text.optional(),
  exceptionsNamed: z.array(z.string().min(1).max(120)).max(30).optional(),
  reviewPolicy: Text.optional(),
  deemedExport: z.strictObject({ exempt: z.boolean(), note: Text, citation: Citation }).optional(),
});
export type LicenceScope = z.infer<typeof LicenceScope>;

const Limb = z.strictObject({ id: z.string().min(1).max(40), when: Expression, citation: Citation });
const Exclusion = z.strictObject({ id: z.string().min(1).max(80), text: Text, when: Expression, citation: Citation });

/** Words of the entry from one day to another. */
export const EntryVersion = z.strictObject({
  from: IsoDate,
  until: IsoDate.optional(),
  label: z.string().min(1).max(120),
  limbs: z.array(Limb).min(1).max(30),
  unless: z.array(Exclusion).max(30),
});
export type EntryVersion = z.infer<typeof EntryVersion>;

export const GuideResult = z.enum(['above', 'below', 'undetermined', 'notApplicable', 'notComputable', 'notALimit']);
export type GuideResult = z.infer<typeof GuideResult>;

/** One control entry or paragraph (or a duty, a pointer to a list not read, a guide's number). */
export const PackEntry = z.strictObject({
  /** As the field writes it: `3A090.a`. Unique in the pack. */
  id: Id,
  title: z.string().min(1).max(300),
  /** What it is part of: `3A090` for `3A090.a`. */
  family: z.string().min(1).max(60),
  summary: Text,
  /** Regime, where it is not the pack's. */
  regime: z.string().min(1).max(60).optional(),
  isExportControl: z.boolean(),
  isLaw: z.boolean(),
  confidence: Confidence,
  itemTypes: z.array(ItemType).max(20),
  /** Judged only where this is yes; where it is unknown the missing facts are asked and the entry is left out. */
  considerWhen: Expression.optional(),
  /** Main classification this entry gives when met; absent: its id. `null`: never a classification. */
  classification: z.string().min(1).max(120).nullable().optional(),
  /** Place in the order of classification: smaller is stronger. */
  rank: z.int().nonnegative().max(1000),
  reasons: z.array(z.string().min(1).max(12)).max(12),
  /** Reasons that follow from what the item serves; the first that holds replaces `reasons`. */
  reasonsWhen: z
    .array(z.strictObject({ when: Expression, reasons: z.array(z.string().min(1).max(12)).max(12), citation: Citation }))
    .max(20)
    .optional(),
  textStatus: z.array(dated(TextStatus)).min(1).max(20),
  enforcement: z.array(dated(Enforcement)).min(1).max(20),
  /** Enforcement of a part of the entry; the first that holds or may hold replaces `enforcement`. */
  enforcementWhen: z
    .array(z.strictObject({ when: Expression, history: z.array(dated(Enforcement)).min(1).max(20) }))
    .max(10)
    .optional(),
  licence: z.array(dated(LicenceScope)).max(20).optional(),
  versions: z.array(EntryVersion).max(20),
  /** Guides only: a number that cannot be compared with anything. */
  guide: z.enum(['compare', 'notComputable', 'notALimit']).optional(),
  /** Declared classifications of a part that mean it meets this entry; a leading `*` matches an ending. */
  declaredAs: z.array(z.string().min(1).max(60)).max(60).optional(),
  warnings: z
    .array(z.strictObject({ code: z.string().min(1).max(60), when: Expression, text: Text, citation: Citation }))
    .max(20)
    .optional(),
  /** Things to ask or confirm beside the facts that are missing. */
  asks: z
    .array(
      z.strictObject({
        factId: Id,
        ask: z.string().min(1).max(600),
        when: Expression.optional(),
        from: IsoDate.optional(),
        until: IsoDate.optional(),
        citation: Citation,
      }),
    )
    .max(20)
    .optional(),
  notes: z
    .array(z.strictObject({ id: Id, text: Text, citation: Citation }))
    .max(60)
    .optional(),
  citations: z.array(Citation).min(1).max(30),
});
export type PackEntry = z.infer<typeof PackEntry>;

/** Question in plain words for a fact the pack needs. */
export const PackQuestion = z.strictObject({
  factId: Id,
  ask: z.string().min(1).max(600),
  why: Text.optional(),
  answer: z.enum(['yesNo', 'number', 'text', 'field']),
  unit: z.string().min(1).max(60).optional(),
  citation: Citation.optional(),
});
export type PackQuestion = z.infer<typeof PackQuestion>;

/** Question to ask whatever the compute is. */
export const CapabilityQuestion = z.strictObject({
  id: Id,
  title: z.string().min(1).max(200),
  ask: z.string().min(1).max(600),
  why: Text,
  itemTypes: z.array(ItemType).min(1).max(20),
  citation: Citation,
});
export type CapabilityQuestion = z.infer<typeof CapabilityQuestion>;

/** Whether an item falls under the regime at all. */
export const PackScope = z.strictObject({
  /** Word for an item outside the regime, and for one inside that meets no entry. */
  outsideLabel: z.string().min(1).max(60),
  residualLabel: z.string().min(1).max(60),
  /** Types that can only be `none`: no commodity, software or technology moves. */
  noneTypes: z.array(ItemType).max(20),
  subject: Expression,
  /** Each takes the item out of the regime whatever it is; entries then do not apply. */
  outside: z
    .array(z.strictObject({ id: Id, text: Text, itemTypes: z.array(ItemType).min(1).max(20), when: Expression, citation: Citation }))
    .max(20),
  citation: Citation,
});
export type PackScope = z.infer<typeof PackScope>;

export const PackSource = z.strictObject({
  id: Id,
  /** Full reference as a lawyer would cite it. */
  reference: z.string().min(1).max(600),
  url: z.string().max(600).optional(),
  /** Issue or date of the copy used. */
  asOf: z.string().max(60).optional(),
  how: z.string().min(1).max(300),
  confidence: Confidence,
});
export type PackSource = z.infer<typeof PackSource>;

export const PackManifest = z.strictObject({
  format: z.literal('gatehouse-rulepack/1'),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  version: z.string().min(1).max(40),
  title: z.string().min(1).max(200),
  jurisdiction: z.string().min(1).max(120),
  /** Regime name used in exports. */
  regime: z.string().min(1).max(60),
  published: IsoDate,
  lastChecked: IsoDate,
  reviewer: z.string().min(1).max(200),
  licence: z.string().min(1).max(120),
  /** Days the pack speaks about; outside them its entries are open questions. */
  coverage: z.strictObject({ from: IsoDate, until: IsoDate.optional() }),
  about: Text,
  caveats: z.array(Text).max(30),
  sources: z.array(PackSource).min(1).max(200),
  /** `sha256:` and 64 hex digits over every other file of the folder and this file without `hash`. */
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});
export type PackManifest = z.infer<typeof PackManifest>;

/** A pack, checked and put together. The engine works on this and reads no file. */
export interface RulePack {
  readonly manifest: PackManifest;
  readonly parameters: readonly Parameter[];
  readonly derived: readonly DerivedFact[];
  readonly entries: readonly PackEntry[];
  readonly questions: readonly PackQuestion[];
  readonly capabilities: readonly CapabilityQuestion[];
  readonly glossary: readonly GlossaryTerm[];
  readonly scope?: PackScope;
  readonly countryGroups?: CountryGroups;
  readonly countryChart?: CountryChart;
  readonly release?: ReleaseRules;
  readonly ownership?: OwnershipRules;
  readonly penalties?: PenaltyRules;
  readonly redFlags?: RedFlagRules;
  readonly retention?: RetentionRules;
  readonly watch?: RuleWatch;
}
