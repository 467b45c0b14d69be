import type { LogCheck, LogReading, LogTable } from '../../../src-shared/formats/access-log.ts';
import type { ReadProblem } from '../../../src-shared/formats/import-file.ts';
import { err, type Result } from '../../../src-shared/model/result.ts';
import { createReaderThreads, logLimits, type ReadLimits, readerEntry, runReaderThread } from '../importers/index.ts';
import type { EventBatch } from './read/event-batch.ts';
import type { EventsSummary, FromLogReader, LogPreview, LogProgress, LogTask } from './read/messages.ts';

export type LogRead<Value> = Promise<Result<Value, ReadProblem> | 'cancelled'>;

/** Reads access logs in capped threads. Nothing here throws for what a file holds; a refusal is a value. */
export interface LogReader {
  /** Makes a thread ready for the next call: to be called when a file is about to be chosen. */
  prepare(): void;
  /** Tells what the file is and takes its first rows. `table` repeats it with another sheet, header row, encoding or delimiter. */
  preview(path: string, table?: LogTable, signal?: AbortSignal): LogRead<LogPreview>;
  /** Reads the whole file and says what would come of it; writes nothing. */
  check(
    path: string,
    reading: LogReading,
    now: number,
    onProgress: (progress: LogProgress) => void,
    signal?: AbortSignal,
  ): LogRead<LogCheck>;
  /**
   * Reads the whole file as events. `onBatch` is awaited before the thread may run further ahead. `afterRow` is the `lastRow` of the last
   * batch that was stored, 0 at the first time; numbers of dictionaries then begin anew.
   */
  readEvents(
    path: string,
    reading: LogReading,
    from: { readonly afterRow: number; readonly now: number },
    onBatch: (batch: EventBatch) => Promise<void> | void,
    signal?: AbortSignal,
  ): LogRead<EventsSummary>;
}

const previewRows = 1000;

export function createLogReader(limits: ReadLimits = logLimits, entry: URL = readerEntry()): LogReader {
  const damaged = err<ReadProblem>({ reason: 'damaged', place: null, limit: null });
  const threads = createReaderThreads(entry, limits);
  const run = async (task: LogTask, onBatch: (message: BatchMessage) => Promise<void> | void, signal: AbortSignal | undefined) => {
    const end = await runReaderThread<LogTask, BatchMessage, EndMessage>(threads, task, limits, onBatch, signal);
    return end === 'cancelled' || 'say' in end ? end : err(end);
  };
  return {
    prepare: threads.prepare,
    async preview(path, table, signal) {
      const end = await run({ do: 'previewLog', path, limits, table: table ?? null, rows: previewRows }, () => undefined, signal);
      if (end === 'cancelled' || 'ok' in end) return end;
      return end.say === 'previewed' ? end.result : damaged;
    },
    async check(path, reading, now, onProgress, signal) {
      const task: LogTask = { do: 'checkLog', path, limits, reading, now };
      const end = await run(task, (message) => ('progress' in message ? onProgress(message.progress) : undefined), signal);
      if (end === 'cancelled' || 'ok' in end) return end;
      return end.say === 'checked' ? end.result : damaged;
    },
    async readEvents(path, reading, from, onBatch, signal) {
      const task: LogTask = { do: 'readEvents', path, limits, reading, ...from };
      const end = await run(task, (message) => ('batch' in message ? onBatch(message.batch) : undefined), signal);
      if (end === 'cancelled' || 'ok' in end) return end;
      return end.say === 'readEvents' ? end.result : damaged;
    },
  };
}

type BatchMessage = Extract<FromLogReader, { say: 'batch' }>;
type EndMessage = Exclude<FromLogReader, BatchMessage>;
