import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';

/** Peak rate for one number format, without sparsity; a multiply-accumulate counts as two operations. */
export const CataloguePeak = z.strictObject({
  format: z.string().min(1).max(20),
  bit_length: z.number().positive(),
  dense_tera_ops_per_s: z.number().positive(),
});
export type CataloguePeak = z.infer<typeof CataloguePeak>;

/** One product, or one package where a product holds several. Field names are those of the published catalogue schema. */
export const Accelerator = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  vendor: z.string().min(1).max(80),
  name: z.string().min(1).max(120),
  aliases: z.array(z.string().min(1).max(120)).max(20),
  architecture: z.string().max(60),
  market: z.enum(['datacenter', 'captive', 'consumer', 'workstation', 'edge']),
  designed_or_marketed_for_datacenter: z.enum(['yes', 'no', 'needs-decision']),
  /** Year, month or day, as exact as the source is. */
  release_date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  process_node: z.string().max(60),
  non_planar_transistors: z.boolean(),
  /** Logic dies with non-planar transistors, mm². `null` = not public, and never guessed. */
  applicable_die_area_mm2: z.number().positive().nullable(),
  die_area_note: z.string().max(300).nullable(),
  peak_dense: z.array(CataloguePeak).max(20),
  tdp_w: z.number().positive().nullable(),
  memory_gb: z.number().positive().nullable(),
  memory_type: z.string().max(60).nullable(),
  memory_bandwidth_gb_s: z.number().positive().nullable(),
  interconnect_bidirectional_gb_s: z.number().nonnegative().nullable(),
  cross_check: z.strictObject({ epoch_tpp: z.number(), difference_pct: z.number() }).optional(),
  note: z.string().max(400).optional(),
  confidence: z.enum(['high', 'medium', 'low']),
  sources: z.array(z.string().min(1).max(600)).min(1).max(10),
});
export type Accelerator = z.infer<typeof Accelerator>;

/** Manifest of the catalogue pack. The loader computes the hash over the files in this order. */
export const CatalogueManifest = z.strictObject({
  format: z.literal('gatehouse.accelerator-catalogue/1'),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d{1,3}$/),
  title: z.string().max(200),
  asOf: IsoDate,
  licence: z.string().max(500),
  /** Notices that must be shown where the figures are shown. */
  attribution: z.array(z.strictObject({ text: z.string().max(500), url: z.string().max(300), licence: z.string().max(60) })).min(1),
  sources: z.array(z.strictObject({ id: z.string().max(60), title: z.string().max(300), url: z.string().max(300).optional() })).min(1),
  units: z.record(z.string(), z.string().max(300)),
  notes: z.array(z.string().max(500)),
  files: z
    .array(z.strictObject({ path: z.string().regex(/^[a-z0-9-]+\.json$/), records: z.int().nonnegative() }))
    .min(1)
    .max(20),
});
export type CatalogueManifest = z.infer<typeof CatalogueManifest>;
