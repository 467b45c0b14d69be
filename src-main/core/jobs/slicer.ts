import { JobCancelled } from './types.ts';

/** Longest stretch of work between two chances for other requests, in milliseconds. */
const sliceMs = 20;

export interface Slicer {
  pause(): Promise<void>;
}

/** Cuts long work into slices: `pause` returns at once until a slice is used up, then lets the event loop turn. */
export function createSlicer(signal?: AbortSignal): Slicer {
  let sliceEnd = performance.now() + sliceMs;
  const stopIfCancelled = () => {
    if (signal?.aborted === true) throw new JobCancelled();
  };
  return {
    async pause() {
      stopIfCancelled();
      if (performance.now() < sliceEnd) return;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + sliceMs;
      stopIfCancelled();
    },
  };
}
