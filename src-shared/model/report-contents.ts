import type { Block } from './report-page.ts';

/** A line of the contents, and the place of the block it leads to. */
export interface ContentsEntry {
  readonly block: number;
  readonly text: string;
  readonly level: 1 | 2;
}

/** Beyond this many lines the contents name parts alone. */
const mostLines = 60;

/**
 * Lines of a report's contents: the titles of its parts after the first title, and the headings. Where that makes more lines
 * than fit on a page or two, parts alone.
 */
export function contentsOf(blocks: readonly Block[]): readonly ContentsEntry[] {
  const first = blocks.findIndex(({ kind }) => kind === 'title');
  const all = blocks.flatMap((block, place): ContentsEntry[] => {
    if (block.kind === 'title' && place !== first) return [{ block: place, text: block.text, level: 1 }];
    if (block.kind === 'heading') return [{ block: place, text: `${block.number}  ${block.text}`, level: 2 }];
    return [];
  });
  const parts = all.filter(({ level }) => level === 1);
  if (parts.length === 0) return all.map((entry) => ({ ...entry, level: 1 }));
  return all.length > mostLines ? parts : all;
}
