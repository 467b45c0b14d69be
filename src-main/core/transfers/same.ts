import { isDeepStrictEqual } from 'node:util';
import type { Same } from './known.ts';

/**
 * Remembers what it was given last, by id: whatever says the same as before is the same object as before, so that what rests on it need not be
 * worked out again.
 */
export function createSame<T extends object>(): Same<T> {
  let before: ReadonlyMap<string, T> = new Map();
  return async (now, pause) => {
    for (const [id, one] of now) {
      const old = before.get(id);
      if (old !== undefined && isDeepStrictEqual(old, one)) now.set(id, old);
      await pause();
    }
    before = now;
    return now;
  };
}
