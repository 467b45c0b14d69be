import { allFrom, foundIn, foundInRows, type RecordSource, titlesFrom } from '../records/index.ts';
import { foldForSearch } from './fold.ts';

/** Assets, as other rooms point at them and as they are found. */
export const assetRecords: RecordSource = {
  kind: 'asset',
  entity: 'assets',
  titles: titlesFrom('assets', 'name'),
  find: foundIn({
    from: 'assets a JOIN asset_states s ON s.asset_id = a.id JOIN asset_versions v ON v.id = a.current_version_id',
    ...{ id: 'a.id', title: "trim(a.name || ' ' || v.label)", detail: 's.classification' },
    ...{ words: 's.search_text', kept: 'a.archived_at IS NULL', fold: foldForSearch },
  }),
};

/** Sites, as other rooms point at them and as they are found: by name and city. */
export const siteRecords: RecordSource = {
  kind: 'site',
  entity: 'sites',
  titles: titlesFrom('sites', 'name'),
  find: foundInRows("SELECT id, name AS title, city AS detail, name || ' ' || city AS words FROM sites ORDER BY name COLLATE NOCASE, id"),
};

/** Assets whose time of keeping is watched; the days come from other rooms. */
export const keptAssets = allFrom('SELECT id, name AS title FROM assets');
