import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';
import { Enforcement, TextStatus } from './finding.ts';
import { holdingKinds, ownershipTests } from './ownership.ts';

const Text = z.string().min(1).max(1200);

const dated = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ from: IsoDate, until: IsoDate.optional(), value, citation: Citation, note: Text.optional() })
    .refine((range) => range.until === undefined || range.from < range.until, 'The range ends before it starts');

/** Which confirmed matches make an owner count. No programmes: being on the list is enough. */
const CountingOwner = z.strictObject({
  list: z.string().min(1).max(40),
  programmes: z.array(z.string().min(1).max(80)).max(60).optional(),
});

/** When what somebody owns is treated as they are. */
export const OwnershipRule = z.strictObject({
  test: z.enum(ownershipTests).exclude(['headquarters']),
  title: z.string().min(1).max(200),
  says: Text,
  citation: Citation,
  confidence: Confidence,
  textStatus: z.array(dated(TextStatus)).min(1).max(10),
  enforcement: z.array(dated(Enforcement)).min(1).max(10),
  owners: z.array(CountingOwner).min(1).max(20),
  /** Percent, and whether exactly that much is enough. */
  percent: z.number().min(0).max(100),
  exactlyIsEnough: z.boolean(),
  /** Shares of several listed owners are added together. */
  addsUp: z.boolean(),
  /** Kinds of holding that count towards the percentage. */
  countedKinds: z.array(z.enum(holdingKinds)).min(1),
  /** Kinds of holding that reach the company by themselves; empty where control is not a test. */
  controlKinds: z.array(z.enum(holdingKinds)),
  /** What a smaller share means; absent where nothing is said. */
  minority: Text.optional(),
  /** What to look up while the rule's standing is not confirmed. */
  check: Text.optional(),
});
export type OwnershipRule = z.infer<typeof OwnershipRule>;

/** Headquarters or ultimate parent in one of these places, whatever address the party itself has. */
export const HeadquartersRule = z.strictObject({
  title: z.string().min(1).max(200),
  says: Text,
  citations: z.array(Citation).min(1).max(6),
  confidence: Confidence,
  textStatus: z.array(dated(TextStatus)).min(1).max(10),
  enforcement: z.array(dated(Enforcement)).min(1).max(10),
  /** Country groups of the same pack, and places named beside them. */
  groups: z.array(z.string().min(1).max(40)).max(10),
  places: z.array(z.string().length(2)).max(20),
});
export type HeadquartersRule = z.infer<typeof HeadquartersRule>;

export const OwnershipRules = z.strictObject({
  rules: z.array(OwnershipRule).max(10),
  headquarters: HeadquartersRule.optional(),
});
export type OwnershipRules = z.infer<typeof OwnershipRules>;
