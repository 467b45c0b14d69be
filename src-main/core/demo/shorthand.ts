import { z } from 'zod';
import { LifeCycleStage, LinkKind, Safeguard } from '../../../src-shared/contract/inventory.ts';
import { ComputeLevel, RunReading } from '../../../src-shared/contract/operation.ts';
import { AssetKind, assetField, type Facts, type FieldValue, FormatRate, type KnownValue } from '../../../src-shared/model/asset-fields.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';

const Plain = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.array(FormatRate),
  z.array(z.strictObject({ asset: z.string(), count: z.int().positive() })),
]);

const Qualified = z.strictObject({
  v: Plain,
  src: z.enum(['measured', 'vendor', 'contract', 'published', 'inferred', 'rumoured', 'stated']).optional(),
  source: z.string().optional(),
  owner: z.string().optional(),
  due: z.string().optional(),
});

const FactsShorthand = z.record(z.string(), z.union([Plain, Qualified]));
export type FactsShorthand = z.infer<typeof FactsShorthand>;

/** The demo workspace as it ships: `"?"` marks a fact nobody knows; a part names another asset of the file. */
export const DemoFile = z.strictObject({
  format: z.literal('gatehouse-demo/1'),
  company: z.string(),
  person: z.strictObject({ name: z.string(), initials: z.string() }),
  sites: z.array(z.strictObject({ id: z.string(), name: z.string(), country: z.string(), city: z.string(), note: z.string() })),
  assets: z.array(
    z.strictObject({
      kind: AssetKind,
      name: z.string(),
      version: z.string(),
      owner: z.string(),
      stage: LifeCycleStage,
      site: z.string(),
      /** Chips only: record of the accelerator catalogue that the figures come from. */
      catalogueId: z.string().optional(),
      facts: FactsShorthand,
      links: z.array(z.tuple([LinkKind, z.string()])),
      /** Earlier versions, oldest first: label, note, and what was different. */
      older: z.array(z.tuple([z.string(), z.string(), FactsShorthand])),
    }),
  ),
  /** What people did before the demo opens; days count from the day it is made. */
  decisions: z.array(z.strictObject({ asset: z.string(), by: z.string(), reason: z.string(), holdsDays: z.int().positive() })),
  reviews: z.array(z.strictObject({ asset: z.string(), of: z.string(), by: z.string(), note: z.string() })),
  notes: z.array(z.strictObject({ asset: z.string(), author: z.string(), text: z.string(), attorneyAdvice: z.boolean() })),
  rulings: z.array(z.strictObject({ asset: z.string(), reference: z.string(), note: z.string() })),
  levels: z.array(ComputeLevel.omit({ id: true, assetId: true, revision: true }).extend({ asset: z.string() })),
  readings: z.array(
    RunReading.omit({ id: true, assetId: true, revision: true, from: true, until: true }).extend({
      asset: z.string(),
      /** First day of the reading before the day the demo is made, and days to its last. */
      daysAgo: z.number().int().positive(),
      lasted: z.number().int().nonnegative(),
    }),
  ),
  mapReviews: z.array(z.strictObject({ asset: z.string(), by: z.string(), note: z.string() })),
  safeguards: z.array(
    z.strictObject({
      asset: z.string(),
      kind: Safeguard.shape.kind,
      state: Safeguard.shape.state,
      owner: z.string(),
      evidence: z.string(),
    }),
  ),
  /** Files kept with an asset; the text is the file. */
  evidence: z.array(
    z.strictObject({
      asset: z.string(),
      field: z.string().nullable(),
      file: z.string(),
      text: z.string(),
      note: z.string(),
      by: z.string(),
    }),
  ),
});
export type DemoFile = z.infer<typeof DemoFile>;

/** Turns shorthand into facts. Throws on a field the catalogue does not have: the file is ours. */
export function expandFacts(shorthand: FactsShorthand, assetIdOf: (name: string) => string | undefined): Facts {
  return Object.fromEntries(Object.entries(shorthand).map(([id, entry]) => [id, expand(id, entry, assetIdOf)]));
}

function expand(id: string, entry: FactsShorthand[string], assetIdOf: (name: string) => string | undefined): FieldValue {
  if (assetField(id) === undefined) throw new Error(`The demo names an unknown field: ${id}`);
  const qualified = typeof entry === 'object' && !Array.isArray(entry) ? entry : { v: entry };
  const { v, src, source, owner, due } = qualified as z.infer<typeof Qualified>;
  if (v === '?')
    return { state: 'unknown', ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due: isoDate(due) }) };
  return {
    state: 'known',
    value: knownValue(v, assetIdOf),
    ...(src === undefined ? {} : { sourceKind: src }),
    ...(source === undefined ? {} : { source }),
  };
}

function knownValue(value: z.infer<typeof Plain>, assetIdOf: (name: string) => string | undefined): KnownValue {
  if (typeof value === 'number') return { value };
  if (!Array.isArray(value) || value.length === 0) return value as KnownValue;
  return value.map((part) => {
    if (typeof part === 'string' || !('asset' in part)) return part;
    const assetId = assetIdOf(part.asset);
    return { name: part.asset, count: part.count, ...(assetId === undefined ? {} : { assetId }) };
  }) as KnownValue;
}
