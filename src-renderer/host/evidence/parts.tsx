import { bundle } from '../../ui/index.ts';

const parts = bundle(() => import('./screens.ts'));

/** Evidence of any record: files, links and notes, with what may be done with each. Stands on the record's own page. */
export const EvidenceOf = parts.part('EvidenceOf');

/** One piece of evidence and what may be done with it, over the page. */
export const EvidenceDialog = parts.part('EvidenceDialog');
