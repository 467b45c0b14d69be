import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { AssetId } from './inventory.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const Revision = z.number().int().nonnegative();
const Words = z.string().trim().max(600);
const Named = z.string().trim().min(1).max(200);

/** How much compute one user of a segment can reach, and from where: an operating parameter that can be held against a licence. */
export const ComputeLevel = z.strictObject({
  id: Id,
  assetId: AssetId,
  /** Group of users: a tier, a customer class, an own team. */
  segment: Named,
  /** ISO 3166-1 alpha-2; empty means everywhere the segment is served. */
  countries: z.array(z.string().length(2)).max(300),
  /** The level in the operator's words: `8 × H100 for 24 hours`. */
  level: Named,
  /** The same as a peak rate in operations per second, where it is known. */
  peakOpsPerS: z.number().positive().nullable(),
  /** What holds the level in place: quota, contract clause, gateway rule. */
  enforcedBy: Words,
  revision: Revision,
});
export type ComputeLevel = z.infer<typeof ComputeLevel>;

/** Compute used over some days as metered, beside what was expected. More than expected can be a sign that a limit is being got round. */
export const RunReading = z.strictObject({
  id: Id,
  assetId: AssetId,
  from: IsoDate,
  until: IsoDate,
  /** Operations used from the first day to the last, both included. */
  operations: z.number().nonnegative(),
  /** Operations that were expected or allowed; null where nobody said. */
  expected: z.number().positive().nullable(),
  /** Meter, bill or log the figure was read from. */
  source: Named,
  note: Words,
  revision: Revision,
});
export type RunReading = z.infer<typeof RunReading>;

/** A reading with what the core makes of it. */
export const JudgedReading = RunReading.extend({
  /** Used over expected; null where nothing was expected. */
  ratio: z.number().nullable(),
  aboveExpected: z.boolean(),
});
export type JudgedReading = z.infer<typeof JudgedReading>;

/** Somebody looked through the jurisdictions, users and misuse of an asset and found them right. */
export const MapReview = z.strictObject({ id: Id, assetId: AssetId, reviewedOn: IsoDate, by: Named, note: Words });
export type MapReview = z.infer<typeof MapReview>;

/** How an asset is run: who can reach how much compute, what was used, and when its map was last looked through. */
export const Operation = z.strictObject({
  levels: z.array(ComputeLevel),
  /** Newest first. */
  readings: z.array(JudgedReading),
  /** Operations over all readings. */
  used: z.number().nonnegative(),
  /** Training operations on record for the current version, and whether more was metered than the record holds. */
  recorded: z.number().nullable(),
  aboveRecorded: z.boolean(),
  /** Newest first. */
  mapReviews: z.array(MapReview),
  /** Day by which the map is due again. */
  mapDue: IsoDate,
  mapOverdue: z.boolean(),
});
export type Operation = z.infer<typeof Operation>;

export const operationMethods = {
  'operation.get': query(z.strictObject({ assetId: AssetId }), Operation, ['operation', 'inventory', 'settings']),
  'operation.saveLevel': command(ComputeLevel.extend({ id: Id.nullable() }), Operation, ['operation', 'journal']),
  'operation.saveReading': command(RunReading.extend({ id: Id.nullable() }), Operation, ['operation', 'classification', 'journal']),
  'operation.reviewMap': command(z.strictObject({ assetId: AssetId, by: Named, note: Words }), Operation, [
    'operation',
    'classification',
    'journal',
  ]),
};
