import type { Block, Paper } from '../../../src-shared/model/report-page.ts';

/** Sizes of a page in CSS pixels, as the print style has them. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
}

export const pageSizes: Readonly<Record<Paper, PageSize>> = {
  A4: { width: 794, height: 1123, top: 104, bottom: 84, side: 68 },
  Letter: { width: 816, height: 1056, top: 104, bottom: 84, side: 68 },
};

/** A piece that never breaks: a whole block, or one row of a block that may break between rows. Places in pixels from the top. */
export interface Unit {
  readonly block: number;
  /** Place of the row in its block; null for a block that stays whole. */
  readonly row: number | null;
  readonly top: number;
  readonly bottom: number;
  /** Height of the heading that a table repeats on the next page. */
  readonly repeats: number;
  /** Stays with what follows. */
  readonly keeps: boolean;
  /** Begins a page, whatever room is left. */
  readonly starts?: boolean;
}

/** What stands on one page: blocks, some of them only from one row to another. */
export interface Slice {
  readonly block: number;
  readonly rows: { readonly from: number; readonly to: number } | null;
}

/**
 * Breaks a measured report into pages of a height. Rows do not break, a heading never stands last on a page, and a unit taller
 * than a page has a page of its own. The order of the units is kept and none is lost.
 */
export function paginate(units: readonly Unit[], height: number): readonly (readonly Slice[])[] {
  const pages: Unit[][] = [];
  let page: Unit[] = [];
  let start = 0;
  for (const unit of units) {
    const used = unit.bottom - start + (startsInside(page[0] ?? unit) ? (page[0] ?? unit).repeats : 0);
    if (page.length > 0 && unit.starts === true) {
      pages.push(page);
      page = [];
      start = unit.top;
    } else if (page.length > 0 && used > height) {
      const carried = keptTail(page);
      pages.push(page.slice(0, page.length - carried.length));
      page = carried;
      start = (carried[0] ?? unit).top;
    } else if (page.length === 0) start = unit.top;
    page.push(unit);
  }
  if (page.length > 0) pages.push(page);
  return pages.map(slicesOf);
}

const startsInside = (unit: Unit): boolean => unit.row !== null && unit.row > 0;

/** Headings at the end of a page that move on with what they head, unless nothing else is on the page. */
function keptTail(page: readonly Unit[]): Unit[] {
  let from = page.length;
  while (from > 0 && page[from - 1]?.keeps === true) from -= 1;
  return from === 0 ? [] : page.slice(from);
}

function slicesOf(units: readonly Unit[]): Slice[] {
  const slices: Slice[] = [];
  for (const { block, row } of units) {
    const last = slices.at(-1);
    if (row !== null && last?.block === block && last.rows !== null)
      slices[slices.length - 1] = { block, rows: { from: last.rows.from, to: row + 1 } };
    else slices.push({ block, rows: row === null ? null : { from: row, to: row + 1 } });
  }
  return slices;
}

/** A block cut to the rows of a slice. */
export function cutBlock(block: Block, { rows }: Slice): Block {
  if (rows === null) return block;
  switch (block.kind) {
    case 'table':
      return { ...block, rows: block.rows.slice(rows.from, rows.to) };
    case 'steps':
      return { ...block, steps: block.steps.slice(rows.from, rows.to) };
    case 'notes':
      return { ...block, notes: block.notes.slice(rows.from, rows.to) };
    case 'pairs':
      return { ...block, pairs: block.pairs.slice(rows.from, rows.to) };
    default:
      return block;
  }
}
