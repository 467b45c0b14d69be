import type { SlicedConnection } from '../db/index.ts';
import { type Forgettable, forgetWords } from '../journal/index.ts';

/** Texts of retention that somebody wrote, or that name a record. */
const written = {
  retention_events: { note: 600 },
  holds: { matter: 200, reference: 200, note: 2000, lift_reason: 2000 },
  disposals: ['title', 'reason', 'items'],
} as const;

/** Takes a person's names, as whole words, out of what was written about keeping records. Part of a command in slices that cannot be undone. */
export const forgetInRetention = (tx: SlicedConnection, words: Forgettable): Promise<void> => forgetWords(tx, written, words);
