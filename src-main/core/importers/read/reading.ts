import type { Delimiter, FileNotice, TextEncodingName } from '../../../../src-shared/formats/import-file.ts';
import type { BatchBuilder } from './batch.ts';
import type { ReadLimits } from './limits.ts';
import type { Notices } from './notices.ts';

/** What to read and where the rows go. */
export interface ReadRequest {
  /** Sheet by name; `null` for files without sheets, or the first table. */
  readonly sheet: string | null;
  readonly encoding: TextEncodingName | null;
  readonly delimiter: Delimiter | null;
  /** Stops after so many rows, for previews; `null` reads all. */
  readonly maxRows: number | null;
  readonly batchRows: number;
  /** The text is packed with gzip. */
  readonly gzip?: boolean;
}

/** Everything a format's reader is given. `emit` waits until the other side can take more. */
export interface ReadContext<Batch> {
  readonly path: string;
  readonly request: ReadRequest;
  readonly limits: ReadLimits;
  readonly notices: Notices;
  /** Takes the cells of each row as they come and makes batches of them. */
  readonly builder: BatchBuilder<Batch>;
  emit(batch: Batch): Promise<void>;
  /** Every piece of the file as it is read from the disk, where the format is read in pieces. */
  readonly onBytes?: (piece: Buffer) => void;
}

export interface ReadSummary {
  readonly rows: number;
  /** False when reading stopped at `maxRows`. */
  readonly complete: boolean;
  readonly notices: readonly FileNotice[];
}

/** A batch is sent at this many characters even when it has few rows. */
export const heavyBatch = 2_000_000;
