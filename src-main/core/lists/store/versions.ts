import { eq } from 'drizzle-orm';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { Connection, OpenWorkspace } from '../../db/index.ts';
import { listChoices, listVersions } from './tables.ts';

export type VersionRow = typeof listVersions.$inferSelect;

/** Day a version speaks for: the publisher's own, else the day it was brought in. */
export const dayOf = ({ published, importedAt }: Pick<VersionRow, 'published' | 'importedAt'>): IsoDate =>
  (published ?? importedAt.slice(0, 10)) as IsoDate;

/** Newest first: by the day a version speaks for, then by when it was brought in. */
export function versionsOf({ orm }: Connection, list?: string): readonly VersionRow[] {
  const rows =
    list === undefined ? orm.select().from(listVersions).all() : orm.select().from(listVersions).where(eq(listVersions.list, list)).all();
  return rows.sort((a, b) => compare(dayOf(b), dayOf(a)) || compare(b.importedAt, a.importedAt) || compare(b.id, a.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const findVersion = ({ orm }: Connection, id: string): VersionRow | undefined =>
  orm.select().from(listVersions).where(eq(listVersions.id, id)).get();

/** The newest version of each list; an older file that is brought in later never takes its place. */
export function currentVersions(connection: Connection): ReadonlyMap<string, VersionRow> {
  const current = new Map<string, VersionRow>();
  for (const version of versionsOf(connection)) if (!current.has(version.list)) current.set(version.list, version);
  return current;
}

export const listsOff = ({ orm }: Connection): ReadonlySet<string> =>
  new Set(
    orm
      .select()
      .from(listChoices)
      .all()
      .filter(({ off }) => off)
      .map(({ list }) => list),
  );

/** Takes away what waits and was never kept, and what an undone import left: nothing names it. Entries that a kept version shares stay. */
export function forgetUnnamed(workspace: OpenWorkspace, waiting: ReadonlySet<string>): number {
  const named = new Set([...versionsOf(workspace).map(({ id }) => id), ...waiting]);
  const held = (workspace.db.prepare('SELECT DISTINCT version_id AS id FROM list_members').all() as { id: string }[]).map(({ id }) => id);
  const gone = held.filter((id) => !named.has(id));
  if (gone.length === 0) return 0;
  workspace.writeUntracked(() => {
    for (const table of ['list_members', 'list_rejects', 'list_notices'])
      for (const id of gone) workspace.db.prepare(`DELETE FROM ${table} WHERE version_id = ?`).run(id);
    workspace.db.prepare('DELETE FROM list_entries WHERE id NOT IN (SELECT entry FROM list_members)').run();
  });
  return gone.length;
}
