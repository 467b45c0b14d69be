import type { SlicedConnection } from '../db/index.ts';
import { type Forgettable, forgetWords } from '../journal/index.ts';

const written = { figure_costs: ['what', 'source'], figure_events: ['title', 'because', 'source'] } as const;

/** Takes the names of a person who is erased out of the figures. */
export const forgetInFigures = (tx: SlicedConnection, words: Forgettable): Promise<void> => forgetWords(tx, written, words);
