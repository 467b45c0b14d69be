import { type RecordSource, titlesFrom } from '../records/index.ts';

/** Hits of screening, as other rooms point at them. */
export const hitRecords: RecordSource = {
  kind: 'screeningHit',
  entity: 'hit',
  titles: titlesFrom('screening_hits', "query_name || ' ≈ ' || matched_name"),
};
