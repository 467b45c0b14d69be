import { type RecordSource, titlesFrom } from '../records/index.ts';

/** People, as other rooms point at them. */
export const personRecords: RecordSource = { kind: 'person', entity: 'people', titles: titlesFrom('people', 'name') };
