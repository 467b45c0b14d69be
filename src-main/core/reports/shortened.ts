import type { Block, ReportPage } from '../../../src-shared/model/report-page.ts';

/** Blocks, and rows of one table, that a screen draws. */
const mostBlocks = 400;
const mostRows = 200;

/** A page short enough for a screen: tables cut after their first rows. `leftOut` counts what only the saved report holds. */
export function shortened(page: ReportPage): { readonly page: ReportPage; readonly leftOut: number } {
  let leftOut = 0;
  const blocks = page.blocks.slice(0, mostBlocks).map((block): Block => {
    if (block.kind !== 'table' || block.rows.length <= mostRows) return block;
    leftOut += block.rows.length - mostRows;
    return { ...block, rows: block.rows.slice(0, mostRows) };
  });
  return { page: { ...page, blocks }, leftOut: leftOut + Math.max(0, page.blocks.length - mostBlocks) };
}
