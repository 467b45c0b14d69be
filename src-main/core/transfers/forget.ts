import type { SlicedConnection } from '../db/index.ts';
import { type Forgettable, forgetWords } from '../journal/index.ts';

const written = {
  transfers: ['reference', 'means', 'end_use', 'authority_reference', 'authority_basis', 'owner', 'note'],
  transfer_items: ['name'],
  transfer_parties: ['name'],
  transfer_decisions: ['by_name', 'reason', 'open_reasons', 'ground'],
} as const;

/** Takes the names of a person who is erased out of transfers and the decisions on them. */
export const forgetInTransfers = (tx: SlicedConnection, words: Forgettable): Promise<void> => forgetWords(tx, written, words);
