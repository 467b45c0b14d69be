import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Connection } from '../db/index.ts';
import { kindOfList } from './catalogue.ts';
import { type EntryText, entryTexts } from './store/entries.ts';
import { currentVersions, dayOf, listsOff } from './store/versions.ts';
import { listTitle, versionLabel } from './views.ts';

/** A list that screening uses, as it stands now. */
export interface ScreenedList {
  readonly code: string;
  readonly title: string;
  readonly versionId: string;
  /** For people and certificates: list, day, first digits of the hash. */
  readonly label: string;
  readonly published: IsoDate | null;
  /** The day the version speaks for. */
  readonly day: IsoDate;
  readonly parties: number;
  readonly training: boolean;
}

/** The current version of each list that is not switched off, by code. */
export function screenedLists(connection: Connection): readonly ScreenedList[] {
  const off = listsOff(connection);
  return [...currentVersions(connection).values()]
    .filter(({ list }) => !off.has(list))
    .map((row) => ({
      code: row.list,
      title: listTitle(row.list),
      versionId: row.id,
      label: versionLabel(row),
      published: row.published as IsoDate | null,
      day: dayOf(row),
      parties: row.parties,
      training: kindOfList(row.list) === 'training',
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const pageSize = 1000;

/** Entries of a version, a page at a time: a caller that must not hold its thread waits between pages. */
export function* screenedEntries(connection: () => Connection, versionId: string): Generator<readonly EntryText[]> {
  for (let after = -1; ; ) {
    const { rows, last } = entryTexts(connection(), versionId, after, pageSize);
    if (rows.length === 0) return;
    after = last;
    yield rows;
  }
}
