import type { RejectedRow } from './event-batch.ts';

/** Names of the added columns and of the problems, from the catalogue. */
export interface RejectedWords {
  readonly row: string;
  readonly reason: string;
  readonly column: string;
  readonly value: string;
  reasonOf(problem: RejectedRow['problem']): string;
}

/**
 * Rows that are no events, as a CSV: row number, reason, column and value to blame, then the row as it stands in the file. Text that a spreadsheet
 * would run as a formula gets an apostrophe. Lines end as RFC 4180 has them; the caller puts a byte-order mark before.
 */
export function* rejectedCsv(
  rejected: Iterable<RejectedRow & { readonly cells: readonly string[] }>,
  titles: readonly string[],
  words: RejectedWords,
): Generator<string> {
  yield csvLine([words.row, words.reason, words.column, words.value, ...titles]);
  for (const { row, problem, column, value, cells } of rejected)
    yield csvLine([String(row), words.reasonOf(problem), column ?? '', value, ...cells]);
}

const csvLine = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
