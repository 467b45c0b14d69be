import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { buildMemo } from '../../src-main/core/reports/build-memo.ts';
import { memoPage, usualParts } from '../../src-main/core/reports/memo-page.ts';
import { articleHtml } from '../../src-main/core/reports/page-html.ts';
import { cutBlock, paginate, type Unit } from '../../src-renderer/ui/sheet/paginate.ts';
import { SheetBlock } from '../../src-renderer/ui/sheet/SheetBlock.tsx';
import { english } from '../../src-shared/text/en/index.ts';
import { createText } from '../../src-shared/text/format.ts';
import { input } from './atlas.ts';

const text = createText<Record<string, string>>('en', english);
const page = memoPage(buildMemo(input, text), usualParts, text);

/** Tags and classes without what screen and paper may do differently: outlines of icons, heading levels, wrappers, quotes. */
const bare = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&#x27;', '&#39;')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

describe('the sheet', () => {
  it('says the same on screen and on paper, block by block', () => {
    for (const block of page.blocks) {
      const onScreen = renderToStaticMarkup(createElement(SheetBlock, { block }));
      const onPaper = articleHtml({ ...page, blocks: [block] });
      expect(bare(onScreen)).toBe(bare(onPaper));
      expect(classesOf(onScreen)).toEqual(classesOf(onPaper).filter((name) => name !== 'sheet'));
    }
  });
});

function classesOf(html: string): string[] {
  return [...html.replace(/<svg.*?<\/svg>/gs, '').matchAll(/class="([^"]*)"/g)].map(([, names]) => names ?? '').sort();
}

describe('paginate', () => {
  const whole = (block: number, top: number, bottom: number, keeps = false): Unit => ({ block, row: null, top, bottom, repeats: 0, keeps });
  const row = (block: number, place: number, top: number, bottom: number): Unit => ({
    block,
    row: place,
    top,
    bottom,
    repeats: 20,
    keeps: false,
  });

  it('moves a heading on with what it heads', () => {
    expect(paginate([whole(0, 0, 60), whole(1, 70, 90, true), whole(2, 90, 120)], 100)).toEqual([
      [{ block: 0, rows: null }],
      [
        { block: 1, rows: null },
        { block: 2, rows: null },
      ],
    ]);
  });

  it('breaks a table between rows and makes room for the heading it repeats', () => {
    const rows = [row(0, 0, 0, 50), row(0, 1, 50, 90), row(0, 2, 90, 130), row(0, 3, 130, 165)];
    expect(paginate(rows, 100)).toEqual([[{ block: 0, rows: { from: 0, to: 2 } }], [{ block: 0, rows: { from: 2, to: 4 } }]]);
    expect(paginate(rows, 90)).toEqual([
      [{ block: 0, rows: { from: 0, to: 2 } }],
      [{ block: 0, rows: { from: 2, to: 3 } }],
      [{ block: 0, rows: { from: 3, to: 4 } }],
    ]);
  });

  it('gives what is taller than a page a page of its own and loses nothing', () => {
    expect(paginate([whole(0, 0, 10, true), whole(1, 10, 500), whole(2, 500, 520)], 100).flat()).toHaveLength(3);
  });

  it('cuts blocks to the rows of a slice', () => {
    const table = page.blocks.find((block) => block.kind === 'table');
    if (table === undefined || table.kind !== 'table') throw new Error('The memo has a table');
    expect(cutBlock(table, { block: 0, rows: { from: 1, to: 3 } })).toMatchObject({ rows: table.rows.slice(1, 3) });
  });
});
