/** A cell of an export: text, a number that stays a number, or nothing. */
export type ExportCell = string | number | null;

/** A table with a name, a header and rows; `width` in characters. */
export interface ExportSheet {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
}

export interface ExportColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Values offered in a list in each cell of the column; others are accepted all the same. */
  readonly choices?: readonly string[];
  /** Shown beside a cell of the column while it is chosen. */
  readonly note?: string;
}

/** Longest text a spreadsheet program keeps in one cell. */
export const CELL_LIMIT = 32_767;

const startsFormula = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * Text as a cell that no program runs: one that begins with `= + - @`, a tab or a return (or their full-width twins)
 * gets an apostrophe in front. Everything else is left as it is.
 */
export function neutraliseCell(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

const unshowable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs to be taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without the signs that XML refuses. */
export const withoutUnshowable = (text: string): string => text.replace(unshowable, '\ufffd');

/** Text that every file format here can hold: neutralised, signs that XML refuses replaced, and cut at the cell limit with a mark. */
export function safeText(text: string): string {
  const clean = withoutUnshowable(neutraliseCell(text));
  return clean.length <= CELL_LIMIT ? clean : `${clean.slice(0, CELL_LIMIT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
