import { createHash } from 'node:crypto';
import type { LogReading } from '../../../../src-shared/formats/access-log.ts';
import type { FileNotice } from '../../../../src-shared/formats/import-file.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { createNotices } from '../../importers/read/notices.ts';
import { fileBytes } from '../../importers/read/text-source.ts';
import { readLogRows } from './rows/log-rows.ts';
import type { RowTaker } from './rows/row-taker.ts';

export interface WholeLog {
  /** Of the file's bytes as they lie on disk. */
  readonly sha256: string;
  readonly notices: readonly FileNotice[];
}

/** Reads a log from end to end. `progress.bytes` grows with what was read from the disk. Throws a `Refusal`. */
export async function readWholeLog(
  path: string,
  limits: ReadLimits,
  reading: LogReading,
  progress: { bytes: number },
  taker: RowTaker,
): Promise<WholeLog> {
  const notices = createNotices();
  const sha = createHash('sha256');
  const onBytes = (piece: Buffer) => {
    sha.update(piece);
    progress.bytes += piece.length;
  };
  await readLogRows({ path, limits, file: reading.file, table: reading.table, notices, maxRows: null, onBytes }, taker);
  if (progress.bytes === 0) {
    // Workbooks are read from the middle out, so their bytes are hashed apart.
    for await (const piece of fileBytes({ path, gzip: false, limits })) onBytes(piece);
  }
  await taker.send();
  return { sha256: sha.digest('hex'), notices: notices.list() };
}
