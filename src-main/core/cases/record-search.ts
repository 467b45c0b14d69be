import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { RecordKind } from '../../../src-shared/model/record-ref.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { foldForSearch } from '../inventory/index.ts';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** Where each kind is looked for; every search has one `?` for the words as JSON and one for how many. */
const searches: readonly (readonly [RecordKind, string])[] = [
  [
    'asset',
    `SELECT a.id, a.name || CASE v.label WHEN '' THEN '' ELSE ' ' || v.label END AS name, a.kind AS detail, s.search_text AS words
     FROM assets a JOIN asset_versions v ON v.id = a.current_version_id JOIN asset_states s ON s.asset_id = a.id WHERE a.archived_at IS NULL`,
  ],
  ['party', 'SELECT id, name, kind AS detail, search_text AS words FROM parties WHERE archived_at IS NULL'],
  ['person', 'SELECT id, name, role AS detail, search_text AS words FROM people WHERE archived_at IS NULL'],
  [
    'accessFinding',
    "SELECT id, title AS name, 'F-' || substr('000' || number, -4) AS detail, search_text || ' f-' || substr('000' || number, -4) AS words FROM access_findings WHERE gone = 0",
  ],
  ['site', "SELECT id, name, city AS detail, lower(name || ' ' || city) AS words FROM sites"],
];

/** Records whose words hold every word typed, by kind and name. */
export function findRecords({ db }: OpenWorkspace, text: string, limit: number): OutputOf<'cases.findRecords'> {
  const words = JSON.stringify(foldForSearch(text).split(' ').filter(Boolean).slice(0, 8));
  const perKind = Math.max(3, Math.ceil(limit / 3));
  return searches
    .flatMap(([kind, sql]) =>
      db
        .prepare<[string, number], Found>(
          `SELECT id, name, coalesce(detail, '') AS detail FROM (${sql})
           WHERE NOT EXISTS (SELECT 1 FROM json_each(?) w WHERE instr(words, w.value) = 0) ORDER BY name COLLATE NOCASE, id LIMIT ?`,
        )
        .all(words, perKind)
        .map(({ id, name, detail }) => ({ record: { kind, id }, name: name.slice(0, 400), detail: detail.slice(0, 200), gone: false })),
    )
    .slice(0, limit);
}
