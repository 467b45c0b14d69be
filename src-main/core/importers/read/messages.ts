import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import type { Result } from '../../../../src-shared/model/result.ts';
import type { RowBatch } from './batch.ts';
import type { ReadLimits } from './limits.ts';
import type { ReadRequest, ReadSummary } from './reading.ts';
import type { Sniffed } from './sniff.ts';

/** What a reader thread is to do; one thread does one task and ends. */
export type ReaderTask =
  | { readonly do: 'sniff'; readonly path: string; readonly limits: ReadLimits }
  | { readonly do: 'read'; readonly path: string; readonly limits: ReadLimits; readonly sniffed: Sniffed; readonly request: ReadRequest };

/** From the thread. After a batch it waits for one `more` before it sends the batch after next. */
export type FromReader =
  | { readonly say: 'batch'; readonly batch: RowBatch }
  | { readonly say: 'sniffed'; readonly result: Result<Sniffed, ReadProblem> }
  | { readonly say: 'read'; readonly result: Result<ReadSummary, ReadProblem> };

export interface ToReader {
  readonly say: 'more';
}

/** Batches that may be under way before the thread waits. */
export const batchesAhead = 2;
