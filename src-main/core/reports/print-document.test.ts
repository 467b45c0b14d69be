import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { printDocument, readPrintStyle } from './print-document.ts';

const style = await readPrintStyle(join(import.meta.dirname, '../../../resources'));

function headOf(change: { left?: readonly string[]; middle?: string }): string {
  const page: ReportPage = {
    title: 'Register',
    language: 'en',
    header: { left: [...(change.left ?? ['Halden Robotics'])], right: ['Register AR-2026-001'] },
    footer: { left: 'Not legal advice', middle: change.middle ?? 'sha256', pageOf: 'Page {page} of {pages}' },
    blocks: [],
  };
  return printDocument(page, 'A4', style).headerHtml;
}
const faces = (head: string) =>
  [...head.matchAll(/font-family:"([^"]+)".*?unicode-range:(U\+[0-9A-F]+)/g)].map(([, family, first]) => `${family} ${first}`);

describe('head and foot of a printed page', () => {
  it('carry the fonts of the signs they show and no others, for every page reads them anew', () => {
    expect(faces(headOf({}))).toEqual(['Inter U+0000']);
    expect(faces(headOf({ left: ['Łódź Optyka'] }))).toEqual(['Inter U+0000', 'Inter U+0100']);
    expect(faces(headOf({ middle: 'Отчёт' }))).toEqual(['Inter U+0000', 'Inter U+0301']);
    expect(faces(headOf({ left: ['深圳'] }))).toEqual(['Inter U+0000']);
  });

  it('leave every font to the page itself', () => {
    const { html } = printDocument(
      { title: '', language: 'en', header: { left: [], right: [] }, footer: { left: '', middle: '', pageOf: '' }, blocks: [] },
      'A4',
      style,
    );
    expect(html.match(/@font-face/g)).toHaveLength(4);
  });
});
