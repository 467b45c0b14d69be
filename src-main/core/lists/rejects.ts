import { type Connection, prepared } from '../db/index.ts';
import { neutraliseCell } from '../exports/index.ts';
import { rejectWords } from './views.ts';

interface RejectCells {
  readonly file: string;
  readonly line: number;
  /** In words. */
  readonly reason: string;
  readonly text: string;
}

/** Rejected records of a version as CSV with a byte-order mark, for a spreadsheet. Cells that a spreadsheet would run as a formula are made text. */
export function rejectsAsCsv({ db }: Connection, versionId: string): string {
  const rows = prepared<[string], RejectCells>(
    db,
    'SELECT file, line, reason, text FROM list_rejects WHERE version_id = ? ORDER BY place',
  ).all(versionId);
  return `${rejectHead}${rows.map((row) => rejectLine({ ...row, reason: rejectWords(row.reason) })).join('')}`;
}

/** Byte-order mark and titles. */
export const rejectHead = '\ufeffFile,Line,Reason,Record\r\n';

export const rejectLine = ({ file, line, reason, text }: RejectCells): string =>
  `${[file, String(line), reason, text].map(cell).join(',')}\r\n`;

const cell = (value: string): string => `"${neutraliseCell(value).replaceAll('"', '""')}"`;
