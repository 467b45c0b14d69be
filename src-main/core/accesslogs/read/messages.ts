import type { LogCheck, LogFile, LogProblemGroup, LogReading, LogTable } from '../../../../src-shared/formats/access-log.ts';
import type { FileNotice, ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import type { Result } from '../../../../src-shared/model/result.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import type { EventBatch } from './event-batch.ts';

/** The first rows of a file, as text. Records are spread over `titles`; lines are taken apart. */
export interface LogPreview {
  readonly file: LogFile;
  readonly table: LogTable;
  readonly titles: readonly string[];
  readonly rows: ReadonlyArray<{ readonly row: number; readonly cells: readonly string[] }>;
  /** False when the file holds more. */
  readonly complete: boolean;
}

export interface EventsSummary {
  readonly sha256: string;
  readonly rows: number;
  readonly events: number;
  readonly rejected: number;
  readonly notices: readonly FileNotice[];
  /** Events that were taken with a doubt, as a check groups them. */
  readonly warnings: readonly LogProblemGroup[];
}

export type LogTask =
  | {
      readonly do: 'previewLog';
      readonly path: string;
      readonly limits: ReadLimits;
      readonly table: LogTable | null;
      readonly rows: number;
    }
  | { readonly do: 'checkLog'; readonly path: string; readonly limits: ReadLimits; readonly reading: LogReading; readonly now: number }
  | {
      readonly do: 'readEvents';
      readonly path: string;
      readonly limits: ReadLimits;
      readonly reading: LogReading;
      /** Rows up to this one were stored before and are not sent again; 0 reads all. */
      readonly afterRow: number;
      /** Milliseconds since 1970: times more than a day later are refused. */
      readonly now: number;
    };

export interface LogProgress {
  readonly rows: number;
  readonly readBytes: number;
}

export type FromLogReader =
  | { readonly say: 'batch'; readonly batch: EventBatch }
  | { readonly say: 'batch'; readonly progress: LogProgress }
  | { readonly say: 'previewed'; readonly result: Result<LogPreview, ReadProblem> }
  | { readonly say: 'checked'; readonly result: Result<LogCheck, ReadProblem> }
  | { readonly say: 'readEvents'; readonly result: Result<EventsSummary, ReadProblem> };
