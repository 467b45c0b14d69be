import { z } from 'zod';

/**
 * How well a statement of law is known.
 * `text`: the regulation text was read. `secondary`: an official summary, a transcription or a law-firm note was read.
 * `background`: common knowledge of the trade, not confirmed. `unknown`: not known at all.
 */
export const Confidence = z.enum(['text', 'secondary', 'background', 'unknown']);
export type Confidence = z.infer<typeof Confidence>;

/** `verified`: read in the primary text. `claimed`: somebody says so. `guide`: a number from a guide or a company, not law. */
export const SourceStanding = z.enum(['verified', 'claimed', 'guide']);
export type SourceStanding = z.infer<typeof SourceStanding>;

/** Points from a statement to the place it comes from. */
export const Citation = z.strictObject({
  /** Id of a source in the pack's manifest. */
  sourceId: z.string().min(1).max(80),
  /** Place inside the source, as the field cites it, for example `15 CFR 742.6(a)(6)(iii)(A)`. */
  locator: z.string().min(1).max(300),
  standing: SourceStanding,
});
export type Citation = z.infer<typeof Citation>;
