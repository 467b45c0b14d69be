/** Words of a line: plain, strong, emphasised, a key or a piece of code, or a link. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: ReadonlyArray<readonly string[]> };

export interface Chapter {
  /** Heading, empty for what stands before the first one. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ManualText {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/**
 * Reads the part of Markdown that our guide is written in: headings of two levels, paragraphs, lists of one level, tables,
 * and pictures, which are left out because the program itself is on screen.
 */
export function readManual(markdown: string): ManualText {
  const lines = markdown.split('\n');
  const title = lines.find((line) => line.startsWith('# '))?.slice(2) ?? '';
  const chapters: { title: string; lines: string[] }[] = [{ title: '', lines: [] }];
  for (const line of lines) {
    if (line.startsWith('## ')) chapters.push({ title: line.slice(3), lines: [] });
    else if (!line.startsWith('# ') && !line.startsWith('![')) chapters.at(-1)?.lines.push(line);
  }
  return {
    title,
    chapters: chapters
      .map((chapter) => ({ title: chapter.title, blocks: blocksOf(chapter.lines) }))
      .filter((chapter) => chapter.title !== '' || chapter.blocks.length > 0),
  };
}

const marker = /^(?:[-*]|\d+\.) /;

function blocksOf(lines: readonly string[]): readonly Block[] {
  const groups: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    // A list may follow its sentence without a blank line between.
    const first = open?.[0];
    const startsList = marker.test(line) && first !== undefined && !marker.test(first);
    if (open === undefined || startsList) {
      open = [];
      groups.push(open);
    }
    open.push(line);
  }
  return groups.map(blockOf);
}

function blockOf(lines: readonly string[]): Block {
  const first = lines[0] ?? '';
  if (first.startsWith('|')) {
    const [head = [], ...rows] = lines.filter((line) => !/^\|[\s|:-]+\|$/.test(line)).map(cellsOf);
    return { kind: 'table', head, rows };
  }
  if (!marker.test(first)) return { kind: 'paragraph', text: joined(lines) };
  const items: string[][] = [];
  for (const line of lines) {
    if (marker.test(line)) items.push([line.replace(marker, '')]);
    else items.at(-1)?.push(line);
  }
  return { kind: 'list', ordered: /^\d/.test(first), items: items.map(joined) };
}

const joined = (lines: readonly string[]) => lines.map((line) => line.trim()).join(' ');
const cellsOf = (line: string) =>
  line
    .slice(1, line.lastIndexOf('|'))
    .split(' | ')
    .map((cell) => cell.trim());

/** Splits a line into its words by kind. */
export function readInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  const pattern = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\((.+?)\)/g;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, strong, em, code, link, to] = match;
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (em !== undefined) parts.push({ kind: 'em', text: em });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else parts.push({ kind: 'link', text: link ?? '', to: to ?? '' });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** The words of a block without any marks, for searching and for excerpts. */
export function plainText(block: Block): string {
  const texts = block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [block.head, ...block.rows].flat();
  return texts.map((text) => readInline(text).reduce((said, part) => said + part.text, '')).join(' ');
}
