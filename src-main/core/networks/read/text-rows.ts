import type { Buffer } from 'node:buffer';
import { guessEncoding, looksBinary } from '../../importers/read/text-encoding.ts';

/** One row of a file of networks: its cells, and what stood behind a comment mark. */
export interface ListRow {
  /** Line or row, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly comment: string;
}

/** A file of networks as rows, or why it cannot be one. */
export type ListSource =
  | { readonly is: 'rows'; readonly rows: readonly ListRow[] }
  | { readonly is: 'json'; readonly value: unknown }
  | { readonly is: 'refused'; readonly reason: 'notText' | 'damaged' | 'tooManyEntries' };

/** Longest line that is read; a longer one is no entry of a list. */
const maxLine = 4_096;
/** Lines with something on them; a list of a million entries has room for its comments. */
const maxRows = 1_200_000;
/** Deepest nesting of JSON that is read; published lists need four. */
const maxNesting = 60;
const maxValues = 4_000_000;
const delimiters = [',', ';', '\t', '|'] as const;
/** Lines looked at to find the delimiter. */
const sampleLines = 200;
const sampleChars = 200_000;

/** Cuts the bytes of a text file into rows. Lines that begin with `#`, `;` or `//` are comments; so is what follows a ` #`. */
export function rowsOfText(bytes: Buffer): ListSource {
  const { encoding, hasBom } = guessEncoding(bytes.subarray(0, 1_048_576), bytes.length <= 1_048_576);
  const text = new TextDecoder(encoding).decode(bytes);
  if (looksBinary(text.slice(0, 65_536))) return { is: 'refused', reason: 'notText' };
  const bare = hasBom ? text.replace(/^\uFEFF/, '') : text;
  if (/^\s*[[{]/.test(bare)) return jsonOf(bare);
  const delimiter = delimiterOf(bare.slice(0, sampleChars).split(lineEnd));
  const rows: ListRow[] = [];
  for (const { line, number } of linesOf(bare)) {
    if (rows.length === maxRows) return { is: 'refused', reason: 'tooManyEntries' };
    rows.push(rowOf(line, number, delimiter));
  }
  return { is: 'rows', rows };
}

const lineEnd = /\r\n|\n|\r/;

/** Lines with something on them, one at a time: a file of nothing but line ends must not become millions of texts. */
function* linesOf(text: string): Generator<{ readonly line: string; readonly number: number }> {
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    number += 1;
    const line = text.slice(start, end).trim();
    // Files of old systems end their lines with a carriage return alone.
    if (line.includes('\r')) {
      for (const part of line.split('\r')) {
        if (part.trim() !== '') yield { line: part.trim(), number };
        number += 1;
      }
      number -= 1;
    } else if (line !== '') yield { line, number };
    start = end + 1;
  }
}

function rowOf(trimmed: string, row: number, delimiter: string | null): ListRow {
  const isComment = /^(?:#|;|\/\/)/.test(trimmed);
  // The tail is cut only where a space stands before the mark: names may hold one.
  const tail = isComment ? 0 : trimmed.search(/\s#/);
  const entry = isComment ? '' : tail < 0 ? trimmed : trimmed.slice(0, tail);
  const comment = isComment ? trimmed : tail < 0 ? '' : trimmed.slice(tail);
  return {
    row,
    cells: entry === '' ? [] : splitLine(entry.slice(0, maxLine), delimiter),
    comment:
      comment === ''
        ? ''
        : comment
            .slice(0, maxLine)
            .replace(/^[\s#;/]+/, '')
            .slice(0, 400)
            .trim(),
  };
}

function jsonOf(text: string): ListSource {
  const cost = costOfJson(text);
  if (cost.depth > maxNesting) return { is: 'refused', reason: 'damaged' };
  if (cost.values > maxValues) return { is: 'refused', reason: 'tooManyEntries' };
  try {
    return { is: 'json', value: JSON.parse(text) };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { is: 'refused', reason: 'damaged' };
  }
}

/** What parsing would build, counted before it does: levels, and values. */
function costOfJson(text: string): { readonly depth: number; readonly values: number } {
  let [depth, deepest, values] = [0, 0, 1];
  let quoted = false;
  for (let at = 0; at < text.length && deepest <= maxNesting; at += 1) {
    const mark = text[at];
    if (quoted) {
      if (mark === '\\') at += 1;
      else if (mark === '"') quoted = false;
    } else if (mark === '"') quoted = true;
    else if (mark === ',') values += 1;
    else if (mark === '[' || mark === '{') {
      depth += 1;
      values += 1;
      deepest = Math.max(deepest, depth);
    } else if (mark === ']' || mark === '}') depth -= 1;
  }
  return { depth: deepest, values };
}

/** The mark that cuts most of the first lines, or none for plain lists. */
function delimiterOf(lines: readonly string[]): string | null {
  const sample = lines.filter((line) => !/^\s*(?:#|;|\/\/|$)/.test(line)).slice(0, sampleLines);
  let best: string | null = null;
  let most = sample.length / 2;
  for (const delimiter of delimiters) {
    const cut = sample.filter((line) => splitLine(line.slice(0, maxLine), delimiter).length > 1).length;
    if (cut > most) {
      best = delimiter;
      most = cut;
    }
  }
  return best;
}

/** One line of a delimited file. A quote opens a cell also behind spaces, as some lists are written; cells do not run over lines. */
export function splitLine(line: string, delimiter: string | null): readonly string[] {
  if (delimiter === null) return [line.trim()];
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at];
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (line[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (mark === delimiter) {
      cells.push(cell.trim());
      cell = '';
    } else cell += mark;
  }
  cells.push(cell.trim());
  return cells;
}
