import type { JournalEntry } from '../../../src-shared/contract/journal.ts';
import type { Connection } from '../db/index.ts';
import { recordEntries } from '../journal/index.ts';

/** Entries of the journal about one piece of evidence: who attached, described, moved, took off or saved it. Oldest first. */
export const custodyOf = ({ db }: Connection, id: string): JournalEntry[] => recordEntries(db, 'evidence', id, 1000).reverse();
