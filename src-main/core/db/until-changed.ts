import { changeKey } from './change-key.ts';
import { tableKey } from './table-key.ts';
import type { OpenWorkspace } from './types.ts';

interface Kept {
  readonly key: string;
  readonly value: unknown;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/** Tables that something rests on, where these are few. Forgetting one makes answers old: `test/harness/tables-read.ts` finds out. */
export type RestsOn = readonly string[];

const keyOf = (workspace: Pick<OpenWorkspace, 'db'>, on: string, tables: RestsOn | undefined): string =>
  `${on} ${tables === undefined ? changeKey(workspace) : tableKey(workspace, tables)}`;

/**
 * Something worked out from the whole workspace, kept until a row of it changes, for answers that several questions of one screen share.
 * `what` names it; `on` is all else it rests on: the day, the packs. With `tables` only a change of those ends it.
 */
export function untilChanged<T>(workspace: Pick<OpenWorkspace, 'db'>, what: string, on: string, make: () => T, tables?: RestsOn): T {
  const key = keyOf(workspace, on, tables);
  const here = kept.get(workspace.db) ?? new Map<string, Kept>();
  kept.set(workspace.db, here);
  const found = here.get(what);
  if (found?.key === key) return found.value as T;
  const value = make();
  // A rollback changes rows back and no key: what was read before it must not outlive it.
  if (!workspace.db.inTransaction) here.set(what, { key, value });
  return value;
}

/** What is kept under a name, where nothing it rests on has changed since; undefined where it would have to be worked out. */
export function keptUnchanged<T>(workspace: Pick<OpenWorkspace, 'db'>, what: string, on: string): T | undefined {
  const found = kept.get(workspace.db)?.get(what);
  return found?.key === keyOf(workspace, on, undefined) ? (found.value as T) : undefined;
}

/** Times a read in slices is begun anew because something was written meanwhile; then it is read in one go. */
const newBeginnings = 2;
const inOneGo = () => Promise.resolve();

/**
 * The same under the same name, worked out in slices: `make` awaits its `pause` where other requests may have their turn. What it made
 * while something was written is thrown away, so that the answer is never of two moments.
 */
export async function untilChangedInSlices<T>(
  session: () => Pick<OpenWorkspace, 'db'>,
  what: string,
  on: string,
  pause: () => Promise<void>,
  make: (pause: () => Promise<void>) => Promise<T>,
  tables?: RestsOn,
): Promise<T> {
  for (let begun = 0; ; begun += 1) {
    const { db } = session();
    const key = keyOf({ db }, on, tables);
    const found = kept.get(db)?.get(what);
    if (found?.key === key) return found.value as T;
    const value = await make(begun < newBeginnings ? pause : inOneGo);
    if (session().db === db && keyOf({ db }, on, tables) === key) return untilChanged({ db }, what, on, () => value, tables);
  }
}
