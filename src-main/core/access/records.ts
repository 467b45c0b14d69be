import { foldForSearch } from '../inventory/index.ts';
import { daysFrom, foundIn, type RecordSource, titlesFrom } from '../records/index.ts';

/** Findings of the access audit, as other rooms point at them and as they are found: by number, title, person, account and asset. */
export const findingRecords: RecordSource = {
  kind: 'accessFinding',
  entity: 'accessFindings',
  titles: titlesFrom('access_findings', 'title'),
  find: foundIn({
    ...{ from: 'access_findings', id: 'id', title: 'title', detail: "printf('F-%04d', number)" },
    ...{ words: "search_text || ' ' || printf('f-%04d', number)", kept: 'gone = 0', fold: foldForSearch },
  }),
};

/** Last events of findings about a person: each may have been an export. */
export const personAccessDays = daysFrom(
  'access',
  `SELECT person_id AS id, strftime('%Y-%m-%d', max(last_ts) / 1000, 'unixepoch') AS day FROM access_findings
   WHERE person_id IS NOT NULL AND last_ts IS NOT NULL GROUP BY person_id`,
);

/** Last events of findings about an asset: each may have been an export. */
export const assetAccessDays = daysFrom(
  'access',
  `SELECT json_extract(a.value, '$.id') AS id, strftime('%Y-%m-%d', max(last_ts) / 1000, 'unixepoch') AS day
   FROM access_findings, json_each(assets) a WHERE last_ts IS NOT NULL GROUP BY 1`,
);
