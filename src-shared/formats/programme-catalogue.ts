import { z } from 'zod';
import { Confidence } from '../model/citation.ts';
import { IsoDate } from '../model/dates.ts';

const Words = z.string().min(1).max(600);
const Version = z.string().regex(/^\d{4}\.\d{1,2}\.\d{1,3}$/);

/** The elements of a compliance programme with the questions of its self-assessment. */
export const ProgrammeElements = z.strictObject({
  format: z.literal('gatehouse.programme-elements/1'),
  version: Version,
  /** Day the source was looked at. */
  asOf: IsoDate,
  source: z.strictObject({ title: Words, url: z.url(), confidence: Confidence, note: Words }),
  elements: z
    .array(
      z.strictObject({
        id: z.string().regex(/^ECP-\d$/),
        name: z.string().min(1).max(80),
        /** For the axis of a chart. */
        short: z.string().min(1).max(16),
        about: Words,
        questions: z
          .array(
            z.strictObject({
              id: z.string().regex(/^ECP-\d\.\d$/),
              text: Words,
              /** What would show it, as a hint. */
              show: Words,
            }),
          )
          .min(1)
          .max(12),
      }),
    )
    .min(1)
    .max(12),
});
export type ProgrammeElements = z.infer<typeof ProgrammeElements>;

/** What somebody responsible for a region should know of its rules: dated, with how well each thing is known. */
export const RegionalNotes = z.strictObject({
  format: z.literal('gatehouse.regional-notes/1'),
  version: Version,
  asOf: IsoDate,
  notes: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z]{2}(-[A-Z]{2,4})?$/),
        name: z.string().min(1).max(80),
        /** ISO 3166-1 alpha-2: sites there fall under it. */
        countries: z.array(z.string().length(2)).min(1).max(60),
        /** Rule pack that holds its entries. */
        pack: z.string().max(80),
        exportControl: z.boolean(),
        confidence: Confidence,
        instruments: z
          .array(
            z.strictObject({
              title: Words,
              confidence: Confidence,
              from: IsoDate.optional(),
              /** Last day it holds by its own terms. */
              until: IsoDate.optional(),
              what: Words.optional(),
              url: z.url().optional(),
            }),
          )
          .max(10),
        points: z.array(Words).max(10),
      }),
    )
    .max(60),
});
export type RegionalNotes = z.infer<typeof RegionalNotes>;
