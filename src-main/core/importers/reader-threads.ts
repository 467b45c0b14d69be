import { Worker } from 'node:worker_threads';
import type { ReadLimits } from './read/limits.ts';

/** Threads that read foreign files. Each does one task, which is the first message it is sent, and is never used again. */
export interface ReaderThreads {
  /**
   * Starts a thread before it is needed: starting one and loading its code takes longer than reading the first rows of any file. It ends by
   * itself when nobody takes it.
   */
  prepare(): void;
  /** The prepared thread, or one that begins now. Whoever takes it ends it. */
  take(): Worker;
}

/** How long a thread waits for its task: it holds some 20 MB. */
const waitsMs = 3 * 60_000;

/** `entry` is the program of the thread; `limits` cap the memory of each. */
export function createReaderThreads(entry: URL, limits: ReadLimits): ReaderThreads {
  let spare: { readonly worker: Worker; readonly leave: () => void } | null = null;
  return {
    prepare() {
      if (spare !== null) return;
      const worker = begin(entry, limits);
      // A thread that nobody uses yet keeps no program alive.
      worker.unref();
      const leave = () => {
        clearTimeout(timer);
        worker.off('error', leave).off('exit', leave);
        spare = null;
      };
      const timer = setTimeout(() => {
        leave();
        void worker.terminate();
      }, waitsMs).unref();
      // One that fails while it waits is forgotten: the task begins another, which then says what is wrong.
      worker.on('error', leave).on('exit', leave);
      spare = { worker, leave };
    },
    take() {
      if (spare === null) return begin(entry, limits);
      const { worker, leave } = spare;
      leave();
      worker.ref();
      return worker;
    },
  };
}

function begin(entry: URL, limits: ReadLimits): Worker {
  return new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, maxYoungGenerationSizeMb: 48 },
    // The thread gets no arguments of ours and no environment: it needs neither.
    env: {},
    argv: [],
    stdout: true,
    stderr: true,
  });
}
