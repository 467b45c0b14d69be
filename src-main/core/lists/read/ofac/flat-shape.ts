import type { FileHead } from '../frame/list-file.ts';
import { partyTypeOf } from './party-type.ts';

/** How a flat file of the Treasury is written. */
export type FlatShape = { readonly is: 'delimited'; readonly delimiter: ',' | '|' | '@' } | { readonly is: 'fixed' };

/** Which of the four files it is. */
export const flatParts = ['main', 'names', 'addresses', 'remarks'] as const;
export type FlatPart = (typeof flatParts)[number];

/** Starts of the columns of the fixed-field files, from 0, as the Treasury's specification has them (there from 1). */
export const fixedColumns: Readonly<Record<FlatPart, readonly number[]>> = {
  main: [0, 10, 360, 372, 422, 622, 630, 655, 669, 677, 717, 867],
  names: [0, 10, 20, 28, 378],
  addresses: [0, 10, 20, 770, 886, 1136],
  remarks: [0, 10],
};

const widths: Readonly<Record<number, FlatPart>> = { 12: 'main', 5: 'names', 6: 'addresses', 2: 'remarks' };

/** Tells a flat file of the Treasury by its columns: it has no titles. `null` for any other file. */
export function flatShapeOf(head: FileHead): { readonly shape: FlatShape; readonly part: FlatPart } | null {
  if (head.kind !== 'text' || head.root !== null) return null;
  const lines = head.text
    .split('\n')
    .slice(0, head.whole ? undefined : -1)
    .filter((line) => line.trim() !== '' && line !== '\u001a')
    .slice(0, 40);
  if (lines.length === 0) return null;
  for (const delimiter of [',', '|', '@'] as const) {
    const part = delimitedPart(lines, delimiter);
    if (part !== null) return { shape: { is: 'delimited', delimiter }, part };
  }
  const part = fixedPart(lines);
  return part === null ? null : { shape: { is: 'fixed' }, part };
}

function delimitedPart(lines: readonly string[], delimiter: string): FlatPart | null {
  const rows = lines.map((line) => simpleCells(line, delimiter));
  const part = widths[rows[0]?.length ?? 0];
  if (part === undefined) return null;
  const fits = rows.filter((cells) => widths[cells.length] === part && isRow(cells, part)).length;
  // One row in four may be damaged; the two columns of a remarks file say so little that all must fit.
  return fits >= rows.length * (part === 'remarks' ? 1 : 0.75) ? part : null;
}

function isRow(cells: readonly string[], part: FlatPart): boolean {
  if (!/^\d{1,9}$/.test((cells[0] ?? '').trim())) return false;
  const second = (cells[1] ?? '').trim();
  switch (part) {
    case 'main':
      return partyTypeOf(unquoted(cells[2] ?? '')) !== null && cells.some(isNull);
    case 'names':
      return /^\d{1,9}$/.test(second) && /^(?:aka|fka|nka)$/i.test(unquoted(cells[2] ?? ''));
    case 'addresses':
      return /^\d{1,9}$/.test(second) && cells.slice(2).every((cell) => isNull(cell) || /^\s*".*"\s*$/s.test(cell));
    case 'remarks':
      return /^".{8,}"$/.test(second);
  }
}

const unquoted = (cell: string) => cell.trim().replace(/^"|"$/g, '').trim();
const isNull = (cell: string) => /^\s*-0-\s*$/.test(cell);

/** Cells with their quotes, enough to tell the shape. */
function simpleCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (!quoted && line[at] === delimiter) {
      cells.push(line.slice(start, at));
      start = at + 1;
    }
  }
  cells.push(line.slice(start));
  return cells;
}

function fixedPart(lines: readonly string[]): FlatPart | null {
  const whole = lines.every((line) => /^ *\d{1,10}$/.test(line.slice(0, 10)) && line.length > 11);
  if (!whole) return null;
  const all = (test: (line: string) => boolean) => lines.every(test);
  if (all((line) => line.length > 717 && partyTypeOf(line.slice(360, 372).trim()) !== null)) return 'main';
  if (all((line) => /^ *\d+$/.test(line.slice(10, 20)) && /^(?:aka|fka|nka)\s*$/i.test(line.slice(20, 28)))) return 'names';
  if (all((line) => /^ *\d+$/.test(line.slice(10, 20)) && line.length > 886)) return 'addresses';
  return null;
}

/** Cuts a line of a fixed-field file into its columns. */
export function fixedCells(line: string, part: FlatPart): readonly string[] {
  const starts = fixedColumns[part];
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
}
