import { allFrom, foundIn, type RecordSource, titlesFrom } from '../records/index.ts';
import { searchable } from './store.ts';

/** Parties, as other rooms point at them and as they are found: by any of their names, numbers and places. */
export const partyRecords: RecordSource = {
  kind: 'party',
  entity: 'parties',
  titles: titlesFrom('parties', 'name'),
  find: foundIn({
    ...{ from: 'parties', id: 'id', title: 'name', detail: "coalesce(registration_country, '')" },
    ...{ words: 'search_text', kept: 'archived_at IS NULL', fold: searchable },
  }),
};

/** Parties whose time of keeping is watched. */
export const keptParties = allFrom('SELECT id, name AS title FROM parties');
