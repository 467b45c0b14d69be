import { type RecordSource, titlesFrom } from '../records/index.ts';

/** Assets, as other rooms point at them. */
export const assetRecords: RecordSource = { kind: 'asset', entity: 'assets', titles: titlesFrom('assets', 'name') };

/** Sites, as other rooms point at them. */
export const siteRecords: RecordSource = { kind: 'site', entity: 'sites', titles: titlesFrom('sites', 'name') };
