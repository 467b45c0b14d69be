import type { SlicedConnection } from '../db/index.ts';
import { type Forgettable, forgetWords } from '../journal/index.ts';

const written = { escalations: { to_name: 200, ask: 2000, by_name: 200, answer: 2000, answered_by: 200 } } as const;

/** Takes the names of a person who is erased out of questions that were passed on, and out of their answers. */
export const forgetInEscalations = (tx: SlicedConnection, words: Forgettable): Promise<void> => forgetWords(tx, written, words);
