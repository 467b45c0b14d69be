import { chartShape, type Shape } from '../../../src-shared/model/chart-shape.ts';
import { type ContentsEntry, contentsOf } from '../../../src-shared/model/report-contents.ts';
import {
  type Block,
  type Chart,
  isPoint,
  type Line,
  type Mark,
  type Pair,
  type ReportPage,
  type Run,
} from '../../../src-shared/model/report-page.ts';
import { assertNever } from '../../../src-shared/model/result.ts';
import { escapeHtml } from './escape.ts';

/**
 * The blocks of a report as HTML inside one `article`. Every value is escaped; there is no script and no address in it.
 * `pages` are the page numbers of the contents by place of the block they point at; without them the numbers are left blank.
 */
export function articleHtml(page: ReportPage, pages: ReadonlyMap<number, number> = new Map()): string {
  const entries = contentsOf(page.blocks);
  const targets = new Set(page.blocks.some(({ kind }) => kind === 'contents') ? entries.map(({ block }) => block) : []);
  const blocks = page.blocks.map((block, place) => {
    const html = block.kind === 'contents' ? contentsHtml(block.title, entries, pages) : blockHtml(block);
    return targets.has(place) ? html.replace(/^<\w+/, (tag) => `${tag} id="${placeName(place)}"`) : html;
  });
  const style = page.colour === undefined ? '' : ` style="--sheet-brand:${page.colour}"`;
  return `<article class="sheet"${style}>${blocks.join('\n')}</article>`;
}

/** Name of the place in a document that a line of the contents leads to. */
export const placeName = (block: number): string => `part-${block}`;

function contentsHtml(title: string, entries: readonly ContentsEntry[], pages: ReadonlyMap<number, number>): string {
  const rows = entries.map(
    ({ block, text, level }) =>
      `<li data-level="${level}"><a href="#${placeName(block)}"><span dir="auto">${escapeHtml(text)}</span><i></i><span>${pages.get(block) ?? ''}</span></a></li>`,
  );
  return `<nav class="sheet-contents"><h2>${escapeHtml(title)}</h2><ol>${rows.join('')}</ol></nav>`;
}

function brandHtml({ logo, lines }: Extract<Block, { kind: 'brand' }>): string {
  const image = logo === null ? '' : `<img src="${escapeHtml(logo.source)}" alt="${escapeHtml(logo.alternative)}">`;
  return `<div class="sheet-brand"><span>${image}</span><span>${lines.map((each) => `<span dir="auto">${escapeHtml(each)}</span>`).join('')}</span></div>`;
}

function chartHtml(chart: Chart): string {
  const { width, height, shapes } = chartShape(chart);
  const legend =
    chart.series.length < 2
      ? ''
      : `<span class="sheet-legend">${chart.series.map(({ name }, place) => `<span data-series="${place}">${escapeHtml(name)}</span>`).join('')}</span>`;
  return (
    `<figure class="sheet-in sheet-chart"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(chart.caption)}">${shapes.map(shapeSvg).join('')}</svg>` +
    `<figcaption dir="auto">${escapeHtml(chart.caption)}${legend}</figcaption></figure>`
  );
}

function shapeSvg(shape: Shape): string {
  const series = 'series' in shape && shape.series !== null ? ` data-series="${shape.series}"` : '';
  switch (shape.kind) {
    case 'line': {
      const points = shape.points.map(({ x, y }) => `${x},${y}`).join(' ');
      return `<${shape.closed ? 'polygon' : 'polyline'} points="${points}"${series}/>`;
    }
    case 'bar':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"${series}/>`;
    case 'dot':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="2.5"${series}/>`;
    case 'words':
      return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}">${escapeHtml(shape.text)}</text>`;
  }
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'brand':
      return brandHtml(block);
    case 'contents':
      return contentsHtml(block.title, [], new Map());
    case 'pageBreak':
      return '<div class="sheet-break"></div>';
    case 'chart':
      return chartHtml(block.chart);
    case 'image':
      return `<p class="sheet-in sheet-image"><img src="${escapeHtml(block.source)}" alt="${escapeHtml(block.alternative)}" style="width:${(block.width * 100).toFixed(1)}%"></p>`;
    case 'title':
      return `<h1 class="sheet-title" dir="auto">${escapeHtml(block.text)}</h1><p class="sheet-under" dir="auto">${escapeHtml(block.under)}</p>`;
    case 'banner':
      return `<p class="sheet-banner" dir="auto">${escapeHtml(block.text)}</p>`;
    case 'verdict':
      return (
        `<section class="sheet-verdict"><div><p class="sheet-word">${markSvg(block.mark)}<span>${escapeHtml(block.word)}</span></p>` +
        `<p class="sheet-sentence" dir="auto">${lineHtml(block.sentence)}</p></div><dl>${block.pairs.map(pairHtml).join('')}</dl></section>`
      );
    case 'heading':
      return `<h2 class="sheet-heading"><span>${block.number}</span>${escapeHtml(block.text)}</h2>`;
    case 'subheading':
      return `<h3 class="sheet-subheading" dir="auto">${lineHtml(block.line)}</h3>`;
    case 'pairs':
      return `<dl class="sheet-in sheet-pairs" data-columns="${block.columns}">${block.pairs.map((pair) => `<div>${pairHtml(pair)}</div>`).join('')}</dl>`;
    case 'sum':
      return `<div class="sheet-in sheet-sum"><span dir="auto">${lineHtml(block.left)}</span><span dir="auto">${lineHtml(block.right)}</span></div>`;
    case 'paragraph':
      return `<p class="sheet-in${block.quiet ? ' sheet-quiet' : ''}"${isPoint(block.line) ? ' data-point=""' : ''} dir="auto">${lineHtml(block.line)}</p>`;
    case 'table':
      return tableHtml(block);
    case 'steps':
      return `<ol class="sheet-steps">${block.steps.map(stepHtml).join('')}</ol>`;
    case 'notes':
      return `<ol class="sheet-notes">${block.notes.map((note) => `<li><span>[${note.number}]</span><span dir="auto">${lineHtml(note.line)}</span></li>`).join('')}</ol>`;
    case 'signatures':
      return `<div class="sheet-signatures">${block.lines.map((each) => `<div><b>${escapeHtml(each.role)}</b><br><span dir="auto">${escapeHtml(each.name)}</span></div>`).join('')}</div>`;
    default:
      return assertNever(block);
  }
}

function tableHtml(table: Extract<Block, { kind: 'table' }>): string {
  const whole = table.columns.reduce((sum, { share }) => sum + share, 0);
  const columns = table.columns.map(({ share }) => `<col style="width:${((share / whole) * 100).toFixed(2)}%">`).join('');
  const head = table.columns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('');
  const rows = table.rows.map((row) => {
    if (row.kind === 'group')
      return `<tr class="sheet-group"><td colspan="${table.columns.length}" dir="auto">${lineHtml(row.cells[0] ?? [])}</td></tr>`;
    return `<tr>${row.cells.map((cell) => `<td dir="auto">${lineHtml(cell)}</td>`).join('')}</tr>`;
  });
  return `<table class="sheet-table"><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function stepHtml({ line, detail }: { line: Line; detail: Line }): string {
  return `<li><span dir="auto">${lineHtml(line)}${detail.length === 0 ? '' : `<small>${lineHtml(detail)}</small>`}</span></li>`;
}

function pairHtml({ term, value }: Pair): string {
  return `<dt dir="auto">${escapeHtml(term)}</dt><dd dir="auto">${lineHtml(value)}</dd>`;
}

function lineHtml(line: Line): string {
  return line.map(runHtml).join('');
}

function runHtml(run: Run): string {
  switch (run.kind) {
    case 'text':
      return escapeHtml(run.text);
    case 'strong':
      return `<b>${escapeHtml(run.text)}</b>`;
    case 'quiet':
      return `<span class="sheet-quiet">${escapeHtml(run.text)}</span>`;
    case 'code':
      return `<span class="sheet-code">${escapeHtml(run.text)}</span>`;
    case 'up':
      return run.strong ? `<b><sup>${escapeHtml(run.text)}</sup></b>` : `<sup>${escapeHtml(run.text)}</sup>`;
    case 'note':
      return `<span class="sheet-ref">[${run.number}]</span>`;
    default:
      return assertNever(run);
  }
}

/** Outlines that differ in grey print. Shapes: Tabler icons, MIT. */
const outlines: Readonly<Record<Mark, readonly string[]>> = {
  check: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M9 12l2 2l4 -4'],
  triangle: [
    'M12 9v4',
    'M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0',
    'M12 16h.01',
  ],
  hand: [
    'M8 13v-7.5a1.5 1.5 0 0 1 3 0v6.5',
    'M11 5.5v-2a1.5 1.5 0 1 1 3 0v8.5',
    'M14 5.5a1.5 1.5 0 0 1 3 0v6.5',
    'M17 7.5a1.5 1.5 0 0 1 3 0v8.5a6 6 0 0 1 -6 6h-2h.208a6 6 0 0 1 -5.012 -2.7a69.74 69.74 0 0 1 -.196 -.3c-.312 -.479 -1.407 -2.388 -3.286 -5.728a1.5 1.5 0 0 1 .536 -2.022a1.867 1.867 0 0 1 2.28 .28l1.47 1.47',
  ],
  dashed: [
    'M8.56 3.69a9 9 0 0 0 -2.92 1.95',
    'M3.69 8.56a9 9 0 0 0 -.69 3.44',
    'M3.69 15.44a9 9 0 0 0 1.95 2.92',
    'M8.56 20.31a9 9 0 0 0 3.44 .69',
    'M15.44 20.31a9 9 0 0 0 2.92 -1.95',
    'M20.31 15.44a9 9 0 0 0 .69 -3.44',
    'M20.31 8.56a9 9 0 0 0 -1.95 -2.92',
    'M15.44 3.69a9 9 0 0 0 -3.44 -.69',
  ],
  info: ['M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0', 'M12 9h.01', 'M11 12h1v4h1'],
};

function markSvg(mark: Mark): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true">${outlines[mark].map((path) => `<path d="${path}"/>`).join('')}</svg>`;
}
