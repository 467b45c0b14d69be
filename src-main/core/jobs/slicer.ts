import { JobCancelled } from './types.ts';

/** Longest stretch of work between two chances for other requests, in milliseconds. */
const sliceMs = 20;

/**
 * When the slice ends that this thread is in; undefined where a turn of the event loop began without one. One for all slicers, for what one
 * piece of work leaves of a turn is all that the next one has: questions asked one after the other would keep others waiting for all of them.
 */
let sliceEnd: number | undefined;

function beginSlice(): void {
  if (sliceEnd !== undefined) return;
  sliceEnd = performance.now() + sliceMs;
  // Queued before whatever goes on in the next turn: that begins a slice of its own.
  setImmediate(() => {
    sliceEnd = undefined;
  });
}

export interface Slicer {
  pause(): Promise<void>;
}

/** Cuts long work into slices: `pause` returns at once until the slice is used up, then lets the event loop turn. To be made where the work begins. */
export function createSlicer(signal?: AbortSignal): Slicer {
  const stopIfCancelled = () => {
    if (signal?.aborted === true) throw new JobCancelled();
  };
  beginSlice();
  return {
    async pause() {
      stopIfCancelled();
      if (sliceEnd !== undefined && performance.now() < sliceEnd) return;
      await new Promise((resolve) => setImmediate(resolve));
      beginSlice();
      stopIfCancelled();
    },
  };
}
