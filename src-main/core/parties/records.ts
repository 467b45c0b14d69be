import { type RecordSource, titlesFrom } from '../records/index.ts';

/** Parties, as other rooms point at them. */
export const partyRecords: RecordSource = { kind: 'party', entity: 'parties', titles: titlesFrom('parties', 'name') };
