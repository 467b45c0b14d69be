import { plainText } from '../importers/index.ts';
import { allFrom, daysFrom, foundIn, type RecordSource, titlesFrom } from '../records/index.ts';

/** People, as other rooms point at them and as they are found: by name, account, team and role, never by citizenship. */
export const personRecords: RecordSource = {
  kind: 'person',
  entity: 'people',
  titles: titlesFrom('people', 'name'),
  find: foundIn({
    ...{ from: 'people', id: 'id', title: 'name', detail: "trim(role || ' ' || team)" },
    ...{ words: 'search_text', kept: 'archived_at IS NULL AND erased_at IS NULL', fold: plainText },
  }),
};

/** People whose time of keeping is watched: those who were not erased. */
export const keptPeople = allFrom('SELECT id, name AS title FROM people WHERE erased_at IS NULL');

/** Last days of people who left. */
export const employmentDays = daysFrom(
  'employment',
  'SELECT id, last_day AS day FROM people WHERE last_day IS NOT NULL AND erased_at IS NULL',
);

/** When the last authorisation of a person ends. */
export const personAuthorisationDays = daysFrom(
  'authorisation',
  'SELECT person_id AS id, max(valid_to) AS day FROM authorisations WHERE person_id IS NOT NULL AND valid_to IS NOT NULL GROUP BY person_id',
);

/** When the last authorisation that names an asset ends. */
export const assetAuthorisationDays = daysFrom(
  'authorisation',
  'SELECT a.value AS id, max(valid_to) AS day FROM authorisations, json_each(asset_ids) a WHERE valid_to IS NOT NULL GROUP BY a.value',
);
