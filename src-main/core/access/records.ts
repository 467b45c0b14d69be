import { type RecordSource, titlesFrom } from '../records/index.ts';

/** Findings of the access audit, as other rooms point at them. */
export const findingRecords: RecordSource = {
  kind: 'accessFinding',
  entity: 'accessFindings',
  titles: titlesFrom('access_findings', 'title'),
};
