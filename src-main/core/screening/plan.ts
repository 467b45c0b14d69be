import type { Run } from '../../../src-shared/contract/screening.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { changedEntries, type EntryText, type ScreenedList, screenedEntries } from '../lists/index.ts';
import { screenedBefore, screenedVersions } from './store.ts';
import { type ScreenedSubject, subjectHash, subjectKey } from './subjects.ts';

/** Whom to look at, against what. */
export interface Plan {
  readonly cause: Run['cause'];
  /** Everybody here against the whole index. */
  readonly whole: readonly ScreenedSubject[];
  /** Everybody here against the changed entries only. */
  readonly partly: readonly ScreenedSubject[];
  readonly changed: readonly { readonly list: string; readonly entry: EntryText }[];
  /** Entries that left their lists, as `list entry`. */
  readonly removed: ReadonlySet<string>;
  /** Lists that are switched off, or gone. */
  readonly listsGone: ReadonlySet<string>;
  readonly entries: number;
  /** The lists in use are others than at the last run, so their versions are to be noted even where nobody is compared. */
  readonly listsMoved: boolean;
}

/** What must be looked at: everybody, some, or what differs from the last run. */
export async function planOf(
  session: () => OpenWorkspace,
  everybody: readonly ScreenedSubject[],
  lists: readonly ScreenedList[],
  { cause, ids }: { readonly cause: 'all' | 'subjects' | 'changes'; readonly ids: ReadonlySet<string> | null },
  pause: () => Promise<void>,
): Promise<Plan> {
  const workspace = session();
  const nothing = { partly: [], changed: [], removed: new Set<string>(), listsGone: new Set<string>() };
  const parties = lists.reduce((sum, list) => sum + list.parties, 0);
  if (cause === 'all' || ids !== null)
    return {
      ...nothing,
      cause: cause === 'all' && ids === null ? 'all' : 'subjects',
      whole: ids === null ? everybody : everybody.filter(({ subject }) => ids.has(subjectKey(subject))),
      listsGone: ids === null ? listsNoMore(workspace, lists) : new Set(),
      entries: parties,
      listsMoved: true,
    };
  const known = screenedBefore(workspace);
  const isAsBefore = (one: ScreenedSubject) => known.get(subjectKey(one.subject))?.hash === subjectHash(one);
  const whole = everybody.filter((one) => !isAsBefore(one));
  const same = everybody.filter(isAsBefore);
  const bases = screenedVersions(workspace);
  let listsMoved = false;
  const changed: { list: string; entry: EntryText }[] = [];
  const removed = new Set<string>();
  for (const { code, versionId } of lists) {
    const base = bases.get(code);
    if (base === versionId) continue;
    listsMoved = true;
    if (base === undefined) {
      // Every entry of a list that was not there is new, to those who are not compared with everything anyway.
      if (same.length === 0) continue;
      for (const page of screenedEntries(session, versionId)) {
        for (const entry of page) changed.push({ list: code, entry });
        await pause();
      }
      continue;
    }
    const differences = changedEntries(session(), base, versionId);
    for (const entry of differences.lines) changed.push({ list: code, entry });
    for (const id of differences.removed) removed.add(`${code} ${id}`);
    await pause();
  }
  const listsGone = listsNoMore(session(), lists);
  if (listsGone.size > 0) listsMoved = true;
  return {
    cause: listsMoved ? 'lists' : 'subjects',
    whole,
    partly: changed.length > 0 ? same : [],
    changed,
    removed,
    listsGone,
    entries: whole.length > 0 ? parties : changed.length,
    listsMoved,
  };
}

function listsNoMore(workspace: OpenWorkspace, lists: readonly ScreenedList[]): ReadonlySet<string> {
  const here = new Set(lists.map(({ code }) => code));
  const held = workspace.db.prepare('SELECT DISTINCT list FROM screening_hits WHERE gone = 0').all() as { list: string }[];
  return new Set(held.map(({ list }) => list).filter((list) => !here.has(list)));
}
