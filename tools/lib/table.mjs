const shown = (cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumSignificantDigits: 6 }) : String(cell));

/** Lays out a table for a terminal: numbers to the right, words to the left. */
export function renderTable(columns, rows) {
  const cells = rows.map((row) => row.map(shown));
  const widths = columns.map((name, index) => Math.max(name.length, ...cells.map((row) => (row[index] ?? '').length)));
  const line = (row, isNumber) =>
    `  ${row.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('   ')}`.trimEnd();
  const numeric = columns.map((_, index) => rows.length > 0 && rows.every((row) => typeof row[index] === 'number'));
  return [
    line(columns, (i) => numeric[i]),
    line(
      widths.map((width) => '─'.repeat(width)),
      () => false,
    ),
    ...cells.map((row) => line(row, (i) => numeric[i])),
  ].join('\n');
}
