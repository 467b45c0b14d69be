import { type Connection, prepared } from '../db/index.ts';
import { rejectWords } from './views.ts';

/** Rejected records of a version as CSV with a byte-order mark, for a spreadsheet. Cells that a spreadsheet would run as a formula are made text. */
export function rejectsAsCsv({ db }: Connection, versionId: string): string {
  const rows = prepared<[string], { file: string; line: number; reason: string; text: string }>(
    db,
    'SELECT file, line, reason, text FROM list_rejects WHERE version_id = ? ORDER BY place',
  ).all(versionId);
  const lines = rows.map(({ file, line, reason, text }) => [file, String(line), rejectWords(reason), text].map(cell).join(','));
  return `\ufeff${['File,Line,Reason,Record', ...lines].join('\r\n')}\r\n`;
}

const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
