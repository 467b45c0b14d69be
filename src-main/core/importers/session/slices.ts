import { setImmediate } from 'node:timers/promises';

/** Lets other calls through when a slice of work has taken its share. */
export type Pause = () => Promise<void>;

const sliceMs = 15;

/** A pause that yields once `sliceMs` have been used since it last did, and returns at once otherwise. */
export function createPause(): Pause {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < sliceMs) return;
    await setImmediate();
    began = performance.now();
  };
}
