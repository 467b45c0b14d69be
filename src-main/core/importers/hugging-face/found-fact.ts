import type { CandidateFact } from '../../../../src-shared/contract/imports.ts';

/** A fact as the files state it, before it is put the way the register keeps it. */
export type FoundFact = Omit<CandidateFact, 'fact'>;
