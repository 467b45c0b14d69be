import { z } from 'zod';
import { SourceStanding } from '../model/citation.ts';
import { ChipQuantity } from '../model/compute-chip.ts';
import { IsoDate } from '../model/dates.ts';

/** Figures that somebody checks chips against without a published rule. Labelled, editable, and never law. */
export const ChipChecks = z.strictObject({
  format: z.literal('gatehouse.chip-checks/1'),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d{1,3}$/),
  title: z.string().max(200),
  standing: SourceStanding,
  asOf: IsoDate,
  explanation: z.string().max(1000),
  checks: z
    .array(
      z.strictObject({
        id: z.string().max(120),
        quantity: ChipQuantity,
        limit: z.number().positive(),
        unit: z.string().max(30),
        label: z.string().max(200),
      }),
    )
    .max(20),
  sources: z.array(z.strictObject({ id: z.string().max(60), title: z.string().max(300) })).min(1),
});
export type ChipChecks = z.infer<typeof ChipChecks>;
