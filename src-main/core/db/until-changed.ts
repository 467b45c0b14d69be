import { changeKey } from './change-key.ts';
import type { OpenWorkspace } from './types.ts';

interface Kept {
  readonly key: string;
  readonly value: unknown;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * Something worked out from the whole workspace, kept until a row of it changes, for answers that several questions of one screen share.
 * `what` names it; `on` is all else it rests on: the day, the packs.
 */
export function untilChanged<T>(workspace: Pick<OpenWorkspace, 'db'>, what: string, on: string, make: () => T): T {
  const key = `${on} ${changeKey(workspace)}`;
  const here = kept.get(workspace.db) ?? new Map<string, Kept>();
  kept.set(workspace.db, here);
  const found = here.get(what);
  if (found?.key === key) return found.value as T;
  const value = make();
  here.set(what, { key, value });
  return value;
}
