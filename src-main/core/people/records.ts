import { plainText } from '../importers/index.ts';
import { foundIn, type RecordSource, titlesFrom } from '../records/index.ts';

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
