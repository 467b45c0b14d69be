import { daysFrom, foundIn, type RecordSource, titlesFrom } from '../records/index.ts';

const title = "query_name || ' ≈ ' || matched_name";

/** Hits of screening, as other rooms point at them and as they are found: by both names. */
export const hitRecords: RecordSource = {
  kind: 'screeningHit',
  entity: 'hit',
  titles: titlesFrom('screening_hits', title),
  find: foundIn({
    ...{ from: 'screening_hits', id: 'id', title, detail: 'list' },
    ...{ words: "lower(query_name || ' ' || matched_name)", kept: 'gone = 0', fold: (text) => text.toLowerCase() },
  }),
};

/** When the last hit of a party was decided. */
export const partyDecisionDays = daysFrom(
  'decision',
  `SELECT h.subject_id AS id, max(d.decided_at) AS day FROM screening_decisions d JOIN screening_hits h ON h.id = d.hit_id
   WHERE h.subject_kind = 'party' GROUP BY h.subject_id`,
);
