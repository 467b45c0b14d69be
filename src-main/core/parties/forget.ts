import type { SlicedConnection } from '../db/index.ts';
import { type Forgettable, forgetWords } from '../journal/index.ts';

const written = { party_flags: { note: 2000, said_by: 200, resolution: 2000, resolved_by: 200 } } as const;

/** Takes the names of a person who is erased out of what was said of red flags. That a flag was seen and resolved, when and why, stays. */
export const forgetInRedFlags = (tx: SlicedConnection, words: Forgettable): Promise<void> => forgetWords(tx, written, words);
