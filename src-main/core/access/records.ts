import { foundIn, type RecordSource, titlesFrom } from '../records/index.ts';
import { searchFold } from './search-fold.ts';

/** Findings of the access audit, as other rooms point at them and as they are found: by number, title, person, account and asset. */
export const findingRecords: RecordSource = {
  kind: 'accessFinding',
  entity: 'accessFindings',
  titles: titlesFrom('access_findings', 'title'),
  find: foundIn({
    ...{ from: 'access_findings', id: 'id', title: 'title', detail: "printf('F-%04d', number)" },
    ...{ words: "search_text || ' ' || printf('f-%04d', number)", kept: 'gone = 0', fold: searchFold },
  }),
};
