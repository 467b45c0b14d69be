import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Paper, ReportPage } from '../../../src-shared/model/report-page.ts';
import { escapeHtml } from './escape.ts';
import { articleHtml } from './page-html.ts';

/** A document that prints by itself: no script, no address, fonts inside. */
export interface PrintDocument {
  readonly html: string;
  /** Running header and footer in Chromium's template language: `pageNumber` and `totalPages` are filled while printing. */
  readonly headerHtml: string;
  readonly footerHtml: string;
}

/** Style sheets and fonts that a printed report carries with it. */
export interface PrintStyle {
  readonly sheetCss: string;
  readonly printCss: string;
  readonly faces: readonly PrintFace[];
}

/** One file of a font, and the signs that are drawn with it. */
interface PrintFace {
  readonly family: string;
  readonly range: string;
  readonly css: string;
}

const fonts = [
  {
    family: 'Inter',
    file: 'inter-latin.woff2',
    weights: '100 900',
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212, U+2215, U+FEFF, U+FFFD',
  },
  {
    family: 'Inter',
    file: 'inter-latin-ext.woff2',
    weights: '100 900',
    range: 'U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+1E00-1EFF, U+2070-209F, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F',
  },
  { family: 'Inter', file: 'inter-cyrillic.woff2', weights: '100 900', range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' },
  { family: 'IBM Plex Mono', file: 'plex-mono-latin.woff2', weights: '400', range: 'U+0000-00FF' },
] as const;

/** Reads style sheets and fonts from the shipped resources. Rejects where one is missing: the installation is damaged. */
export async function readPrintStyle(resources: string): Promise<PrintStyle> {
  const [sheetCss, printCss, ...faces] = await Promise.all([
    readFile(join(resources, 'templates', 'sheet.css'), 'utf8'),
    readFile(join(resources, 'templates', 'print.css'), 'utf8'),
    ...fonts.map(async (font) => {
      const bytes = await readFile(join(resources, 'fonts', font.file));
      const css = `@font-face{font-family:"${font.family}";font-weight:${font.weights};font-style:normal;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2");unicode-range:${font.range}}`;
      return { family: font.family, range: font.range, css };
    }),
  ]);
  return { sheetCss, printCss, faces };
}

/** Puts a report's page into a whole document for one paper size. `pages`: page numbers of the contents, by place of their block. */
export function printDocument(page: ReportPage, paper: Paper, style: PrintStyle, pages?: ReadonlyMap<number, number>): PrintDocument {
  const css = `${style.faces.map((face) => face.css).join('\n')}\n${style.sheetCss}\n${style.printCss.replace('{size}', paper === 'A4' ? 'A4' : 'letter')}`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
  const { header, footer } = page;
  return {
    html:
      `<!doctype html>\n<html lang="${escapeHtml(page.language)}"><head><meta charset="utf-8">` +
      `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapeHtml(page.title)}</title>` +
      `<style>${css}</style></head><body>${articleHtml(page, pages)}</body></html>`,
    headerHtml: running(
      runningFonts(style, [...header.left, ...header.right, footer.left, footer.middle, footer.pageOf, '0123456789']),
      'margin-top:34px',
      `border-bottom:1pt solid ${page.colour ?? '#1b2330'};padding-bottom:6px`,
      `${stacked(header.left)}${stacked(header.right, 'right')}`,
    ),
    // Head and foot share one document, drawn anew for each page: fonts said twice would double the time of a long print.
    footerHtml: running(
      '',
      'margin-bottom:28px',
      '',
      `<span>${escapeHtml(footer.left)}</span>${stacked([footer.middle], 'center')}<span>${pageOf(footer.pageOf)}</span>`,
    ),
  };
}

/** Every page reads the fonts of its head and foot anew, so they carry only those they draw with: a long print takes half the time. */
function runningFonts({ faces }: PrintStyle, lines: readonly string[]): string {
  const signs = [...new Set(lines.join(''))].map((sign) => sign.codePointAt(0) ?? 0);
  const drawn = faces.filter(({ family, range }) => family === 'Inter' && signs.some((sign) => isInRange(sign, range)));
  return drawn.map(({ css }) => css).join('\n');
}

/** Whether a sign is in a CSS `unicode-range`, as `U+0000-00FF, U+0131`. */
function isInRange(sign: number, range: string): boolean {
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.trim().replace('U+', '').split('-');
    return sign >= Number.parseInt(first, 16) && sign <= Number.parseInt(last, 16);
  });
}

/** Templates are drawn outside the page, where its style sheet does not reach: every rule is said in place. */
function running(fontCss: string, place: string, rule: string, cells: string): string {
  return (
    `${fontCss === '' ? '' : `<style>${fontCss}</style>`}<div style="width:100%;${place};padding:0 68px;font:9pt/12pt Inter,'Noto Sans','DejaVu Sans',sans-serif;color:#404a58;-webkit-print-color-adjust:exact">` +
    `<div style="display:flex;gap:16px;${rule}">${cells}</div></div>`
  );
}

function stacked(lines: readonly string[], align: 'left' | 'center' | 'right' = 'left'): string {
  return `<span style="flex:1;text-align:${align}">${lines.map((each) => `<bdi>${escapeHtml(each)}</bdi>`).join('<br>')}</span>`;
}

function pageOf(pattern: string): string {
  return escapeHtml(pattern).replace('{page}', '<span class="pageNumber"></span>').replace('{pages}', '<span class="totalPages"></span>');
}
