import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AccountChoice } from '../../../../src-shared/contract/access-logs.ts';
import { LogField, LogQuestion, LogReading } from '../../../../src-shared/formats/access-log.ts';
import { LogFieldProposal, LogProposal } from '../../../../src-shared/formats/access-log-proposal.ts';
import { actionKinds } from '../../../../src-shared/model/access-events.ts';
import { headerKey } from '../read/mapping/header-key.ts';

/** Everything a person has told the wizard about one file, and what it knows of it. */
export const WizardState = z.strictObject({
  /** As the file was understood before anybody said anything. */
  proposal: LogProposal,
  /** As it is read now. */
  reading: LogReading,
  /** Where each field is found now and what its first values become; questions that the first rows raise. */
  fields: z.array(LogFieldProposal),
  questions: z.array(LogQuestion),
  /** Fields whose column a person chose. */
  chosen: z.array(LogField),
  /** Groups of problems whose rows stay out. */
  leftOut: z.array(z.string()),
  /** Kinds of action and assets, by the word as the file has it. */
  actions: z.record(z.string(), z.enum(actionKinds)),
  assets: z.record(z.string(), z.string()),
  accounts: z.record(z.string(), AccountChoice),
  profile: z.strictObject({ id: z.string(), name: z.string(), version: z.number() }).nullable(),
});
export type WizardState = z.infer<typeof WizardState>;

/** First rows of the file, cut to what a screen shows. */
export const KeptPreview = z.strictObject({
  rows: z.array(z.strictObject({ row: z.number(), cells: z.array(z.string()) })),
  more: z.boolean(),
});
export type KeptPreview = z.infer<typeof KeptPreview>;

/** Recognises a layout: records and text logs by their product, since records differ in what they hold; tables by their titles. */
export function fingerprintOf({ preset, shape, titles }: LogReading): string {
  const layout = shape !== 'table' && preset !== null ? [preset] : [shape, ...titles.map(headerKey)];
  return createHash('sha256').update(JSON.stringify(layout)).digest('hex');
}

/** A word of a log as meanings are kept by. */
export const wordKey = (text: string): string => text.trim().toLowerCase().slice(0, 120);
