import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { Redaction } from '../model/redaction.ts';

export const exchangeFormat = 'gatehouse.exchange/1';

/** What offices exchange, in the order in which it is written: nothing names a record that comes later, but an asset its current version. */
export const ExchangeKind = z.enum(['site', 'asset', 'version', 'link', 'party', 'holding']);
export type ExchangeKind = z.infer<typeof ExchangeKind>;

const Id = z.string().min(1).max(80);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** First line of the file. The signature is over all bytes behind its line break. */
export const ExchangeHead = z.strictObject({
  format: z.literal(exchangeFormat),
  publicKey: z.string().max(400),
  signature: z.string().max(120),
});

/** Second line: who made it, when, and what it leaves out. */
export const ExchangeAbout = z.strictObject({
  office: z.string().max(200),
  at: IsoInstant,
  by: z.string().max(500),
  redaction: Redaction,
  records: z.int().nonnegative(),
});
export type ExchangeAbout = z.infer<typeof ExchangeAbout>;

/** Every further line: a record as its office has it. A field that is absent is held back, or nothing is known of it. */
export const ExchangeRecord = z.strictObject({
  kind: ExchangeKind,
  id: Id,
  /** Hashes of what both sides may have had, the newest first: what changed since is what one side did. */
  seen: z.array(Hash).max(20),
  fields: z.record(z.string().max(120), z.json()),
});
export type ExchangeRecord = z.infer<typeof ExchangeRecord>;
export type ExchangeFields = ExchangeRecord['fields'];
