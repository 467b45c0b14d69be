import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';
import { Enforcement, TextStatus } from './finding.ts';
import { ownershipTests } from './ownership.ts';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/);
const Text = z.string().max(1200);

/** A stretch of days under the event's own citation: half-open, `[from, until)`. */
const stretch = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ from: IsoDate, until: IsoDate.optional(), value, note: Text.optional() })
    .refine((range) => range.until === undefined || range.from < range.until, 'The range ends before it starts');

/** Something that happened to the rules on a day, or will. */
export const WatchEvent = z.strictObject({
  id: Id,
  date: IsoDate,
  /** `ends`: something runs out. `list`: entries of a list of parties. `draft`: not law. `notice`: a word of the authority or of the press. */
  kind: z.enum(['rule', 'ends', 'list', 'notice', 'draft', 'other']),
  title: z.string().min(1).max(200),
  summary: Text,
  citation: Citation,
  confidence: Confidence,
  /** Where the text it brought stands, by day. Empty where it brought none, or where that is not known. */
  textStatus: z.array(stretch(TextStatus)).max(6),
  enforcement: z.array(stretch(Enforcement)).max(6).optional(),
  /** Entries of the same pack that it is about. */
  entries: z.array(z.string().min(1).max(160)).max(20),
  /** What has to be confirmed about it: a check of the same pack. */
  check: Id.optional(),
});
export type WatchEvent = z.infer<typeof WatchEvent>;

/** Something the pack could not confirm. A person looks it up and writes down what was found. */
export const WatchCheck = z.strictObject({
  id: Id,
  title: z.string().min(1).max(200),
  why: z.string().min(1).max(1200),
  /** Where to look it up. */
  look: z.string().min(1).max(600),
  citation: Citation,
  confidence: Confidence,
  /** First day on which it is not known. */
  since: IsoDate.optional(),
  entries: z.array(z.string().min(1).max(160)).max(20),
  /** Rule on ownership that hangs on it. */
  ownership: z.enum(ownershipTests).exclude(['headquarters']).optional(),
});
export type WatchCheck = z.infer<typeof WatchCheck>;

/** What a pack says of the movement of its rules. */
export const RuleWatch = z.strictObject({ events: z.array(WatchEvent).max(500), checks: z.array(WatchCheck).max(100) });
export type RuleWatch = z.infer<typeof RuleWatch>;
