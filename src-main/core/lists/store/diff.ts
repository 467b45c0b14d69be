import { type Connection, prepared } from '../../db/index.ts';
import type { EntryText } from './entries.ts';
import { entryBytesOf, unpackEntry } from './packed-entry.ts';

export interface DiffCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export type ChangeKind = 'added' | 'removed' | 'changed';

/** One entry that two versions differ in. `before` or `after` is null where it was not there. */
export interface EntryDifference {
  readonly kind: ChangeKind;
  readonly entryId: string;
  readonly before: ReturnType<typeof unpackEntry> | null;
  readonly after: ReturnType<typeof unpackEntry> | null;
}

/**
 * Entries that stand in one version with a content the other does not have. Contents are shared between versions, so this looks at keys only.
 * A: version before, B: version after.
 */
const differing = `
  WITH a AS (SELECT e.entry_id, e.id FROM list_members m JOIN list_entries e ON e.id = m.entry
             WHERE m.version_id = @from AND m.entry NOT IN (SELECT entry FROM list_members WHERE version_id = @to)),
       b AS (SELECT e.entry_id, e.id FROM list_members m JOIN list_entries e ON e.id = m.entry
             WHERE m.version_id = @to AND m.entry NOT IN (SELECT entry FROM list_members WHERE version_id = @from)),
       d AS (SELECT CASE WHEN a.id IS NULL THEN 'added' ELSE 'changed' END AS kind, b.entry_id, a.id AS before, b.id AS after
             FROM b LEFT JOIN a ON a.entry_id = b.entry_id
             UNION ALL
             SELECT 'removed', a.entry_id, a.id, NULL FROM a WHERE a.entry_id NOT IN (SELECT entry_id FROM b))`;

export function countDifferences({ db }: Connection, from: string, to: string): DiffCounts {
  const rows = prepared<[{ from: string; to: string }], { kind: ChangeKind; count: number }>(
    db,
    `${differing} SELECT kind, count(*) AS count FROM d GROUP BY kind`,
  ).all({ from, to });
  const of = (kind: ChangeKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return { added: of('added'), removed: of('removed'), changed: of('changed') };
}

export function readDifferences(
  { db }: Connection,
  from: string,
  to: string,
  wanted: { readonly kind: ChangeKind | null; readonly offset: number; readonly limit: number },
): readonly EntryDifference[] {
  const rows = prepared<unknown[], { kind: ChangeKind; entry_id: string; before: Buffer | null; after: Buffer | null }>(
    db,
    `${differing}
     SELECT d.kind, d.entry_id, ea.body AS before, eb.body AS after
     FROM d LEFT JOIN list_entries ea ON ea.id = d.before LEFT JOIN list_entries eb ON eb.id = d.after
     WHERE @kind IS NULL OR d.kind = @kind
     ORDER BY CASE d.kind WHEN 'added' THEN 0 WHEN 'changed' THEN 1 ELSE 2 END, coalesce(eb.name, ea.name), d.entry_id
     LIMIT @limit OFFSET @offset`,
  ).all({ from, to, ...wanted });
  return rows.map(({ kind, entry_id, before, after }) => ({
    kind,
    entryId: entry_id,
    before: before === null ? null : unpackEntry(before),
    after: after === null ? null : unpackEntry(after),
  }));
}

/** Entries that are new or say something else in the later version, as lines for screening, and the ids of those that left. */
export function changedEntries(
  { db }: Connection,
  from: string,
  to: string,
): { readonly lines: readonly EntryText[]; readonly removed: readonly string[] } {
  const rows = prepared<[{ from: string; to: string }], { kind: ChangeKind; entry_id: string; after: Buffer | null }>(
    db,
    `${differing} SELECT d.kind, d.entry_id, eb.body AS after FROM d LEFT JOIN list_entries eb ON eb.id = d.after ORDER BY d.entry_id`,
  ).all({ from, to });
  return {
    lines: rows.flatMap(({ entry_id, after }) => (after === null ? [] : [{ entryId: entry_id, line: entryBytesOf(after) }])),
    removed: rows.filter(({ kind }) => kind === 'removed').map(({ entry_id }) => entry_id),
  };
}
