import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';

/** Reads that wait to be confirmed, by token: a few, and only while the workspace they were opened in is open. */
export function createWaiting<T>(deps: FeatureDeps) {
  const byWorkspace = new WeakMap<object, Map<string, T>>();
  const mostWaiting = 3;
  const here = () => {
    const workspace = deps.session();
    const found = byWorkspace.get(workspace) ?? new Map<string, T>();
    byWorkspace.set(workspace, found);
    return found;
  };
  return {
    keep(value: T): string {
      const waiting = here();
      const token = deps.ports.ids.next();
      waiting.set(token, value);
      for (const old of [...waiting.keys()].slice(0, -mostWaiting)) waiting.delete(old);
      return token;
    },
    find(token: string): Reply<T> {
      const found = here().get(token);
      return found === undefined ? err({ code: 'file.handleExpired' }) : ok(found);
    },
    forget: (token: string) => here().delete(token),
  };
}
