import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadProblem } from '../../../src-shared/formats/import-file.ts';
import { err, type Result } from '../../../src-shared/model/result.ts';
import type { RowBatch } from './read/batch.ts';
import { type ReadLimits, readLimits } from './read/limits.ts';
import type { FromReader, ReaderTask } from './read/messages.ts';
import type { ReadRequest, ReadSummary } from './read/reading.ts';
import type { Sniffed } from './read/sniff.ts';
import { createReaderThreads, type ReaderThreads } from './reader-threads.ts';

/** Reads foreign files in capped threads. Nothing here throws for what a file holds; a refusal is a value. */
export interface FileReader {
  sniff(path: string, signal?: AbortSignal): Promise<Result<Sniffed, ReadProblem> | 'cancelled'>;
  /** `onBatch` is awaited before the thread may run further ahead. */
  read(
    path: string,
    sniffed: Sniffed,
    request: ReadRequest,
    onBatch: (batch: RowBatch) => Promise<void> | void,
    signal?: AbortSignal,
  ): Promise<Result<ReadSummary, ReadProblem> | 'cancelled'>;
}

/**
 * The thread's entry: `reader.js` beside the built core (or one folder above its chunks), the TypeScript file when run from source,
 * where Node strips the types itself.
 */
export function readerEntry(from: string = import.meta.url): URL {
  if (from.endsWith('.ts')) return new URL('../../workers/reader.ts', from);
  const beside = new URL('./reader.js', from);
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../reader.js', from);
}

export function createFileReader(limits: ReadLimits = readLimits, entry: URL = readerEntry()): FileReader {
  const threads = createReaderThreads(entry, limits);
  return {
    async sniff(path, signal) {
      const end = await runTask(threads, { do: 'sniff', path, limits }, limits, () => undefined, signal);
      if (end === 'cancelled' || 'reason' in end) return end === 'cancelled' ? end : err(end);
      return end.say === 'sniffed' ? end.result : err({ reason: 'damaged', place: null, limit: null });
    },
    async read(path, sniffed, request, onBatch, signal) {
      const end = await runTask(threads, { do: 'read', path, limits, sniffed, request }, limits, ({ batch }) => onBatch(batch), signal);
      if (end === 'cancelled' || 'reason' in end) return end === 'cancelled' ? end : err(end);
      return end.say === 'read' ? end.result : err({ reason: 'damaged', place: null, limit: null });
    },
  };
}

type BatchMessage = Extract<FromReader, { say: 'batch' }>;
const runTask = runReaderThread<ReaderTask, BatchMessage, Exclude<FromReader, BatchMessage>>;

const isBatch = <Batch extends { readonly say: 'batch' }>(message: Batch | { readonly say: string }): message is Batch =>
  message.say === 'batch';

/**
 * Gives one thread its task, passes its batches on, ends it and answers how it ended. The clock of `parseMs` stands still while the thread
 * waits for `onBatch`, so a slow database is not blamed on the file.
 */
export function runReaderThread<Task extends object, Batch extends { readonly say: 'batch' }, End extends { readonly say: string }>(
  threads: ReaderThreads,
  task: Task,
  limits: ReadLimits,
  onBatch: (message: Batch) => Promise<void> | void,
  signal: AbortSignal | undefined,
): Promise<End | ReadProblem | 'cancelled'> {
  type Ending = End | ReadProblem | 'cancelled';
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      resolve('cancelled');
      return;
    }
    const worker = threads.take();
    let spentMs = 0;
    let runningSince = performance.now();
    let waiting = 0;
    let queue: Promise<void> = Promise.resolve();
    const spent = () => spentMs + (waiting === 0 ? performance.now() - runningSince : 0);
    const clock = setInterval(
      () => {
        if (spent() > limits.parseMs) settle({ reason: 'time', place: null, limit: Math.round(limits.parseMs / 1000) });
      },
      Math.min(500, limits.parseMs / 4),
    );
    const cancel = () => settle('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });

    let settled = false;
    function settle(ending: Ending, defect?: unknown) {
      if (settled) return;
      settled = true;
      clearInterval(clock);
      signal?.removeEventListener('abort', cancel);
      // The thread is gone before the answer is given, so the file is no longer held open.
      void worker.terminate().then(() => (defect === undefined ? resolve(ending) : reject(defect)));
    }

    async function take(batch: Batch) {
      if (settled) return;
      waiting += 1;
      if (waiting === 1) spentMs += performance.now() - runningSince;
      try {
        await onBatch(batch);
      } finally {
        waiting -= 1;
        if (waiting === 0) runningSince = performance.now();
      }
      if (!settled) worker.postMessage({ say: 'more' });
    }

    worker.on('message', (message: Batch | End) => {
      if (isBatch(message)) {
        queue = queue.then(() => take(message));
        queue.catch((cause: unknown) => settle('cancelled', cause));
      } else {
        queue.then(
          () => settle(message),
          () => undefined,
        );
      }
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') settle({ reason: 'memory', place: null, limit: limits.heapMiB });
      else settle('cancelled', cause);
    });
    worker.on('exit', () =>
      queue.then(
        () => settle({ reason: 'damaged', place: null, limit: null }),
        () => undefined,
      ),
    );
    worker.postMessage(task);
  });
}
