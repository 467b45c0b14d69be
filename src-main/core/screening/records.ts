import { daysFrom, type RecordSource, titlesFrom } from '../records/index.ts';

/** Hits of screening, as other rooms point at them. */
export const hitRecords: RecordSource = {
  kind: 'screeningHit',
  entity: 'hit',
  titles: titlesFrom('screening_hits', "query_name || ' ≈ ' || matched_name"),
};

/** When the last hit of a party was decided. */
export const partyDecisionDays = daysFrom(
  'decision',
  `SELECT h.subject_id AS id, max(d.decided_at) AS day FROM screening_decisions d JOIN screening_hits h ON h.id = d.hit_id
   WHERE h.subject_kind = 'party' GROUP BY h.subject_id`,
);
