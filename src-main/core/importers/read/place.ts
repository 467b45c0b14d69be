/** `A`, `B`, … `Z`, `AA` for a column counted from 0. */
export function columnLetter(column: number): string {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - digit - 1) / 26;
  }
  return letters;
}

/** Column of a reference such as `BC12`, counted from 0; -1 when it has none. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
    if (column > 1_000_000) break;
  }
  return column - 1;
}

/** Place of a cell the way spreadsheets write it: `Okt!B7`, or `B7` in a file without sheets. */
export function cellPlace(sheet: string | null, row: number, column: number): string {
  return `${sheetPrefix(sheet)}${columnLetter(column)}${row}`;
}

/** Place of a whole row: `Okt!12:12`. */
export function rowPlace(sheet: string | null, row: number): string {
  return `${sheetPrefix(sheet)}${row}:${row}`;
}

function sheetPrefix(sheet: string | null): string {
  return sheet === null ? '' : `${sheet.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60)}!`;
}
