import type { ReadLimits } from '../../../importers/read/limits.ts';
import { Refusal } from '../../../importers/read/refuse.ts';

/** One record of a delimited text. */
export interface DelimitedRecord {
  /** Line it begins on, from 1: what an editor shows. */
  readonly line: number;
  readonly cells: readonly string[];
  /** As it stands in the file. */
  readonly text: string;
  /** A quote closed in the middle of a cell, or never. */
  readonly brokenQuotes: boolean;
}

export interface DelimitedShape {
  readonly delimiter: string;
  /** `null` when quotes mean nothing. */
  readonly quote: string | null;
}

/**
 * Cuts a delimited text into records, piece by piece. Keeps the line of each record, since rejects name it; blank lines are passed over and the DOS
 * end mark (0x1A) ends the text. A quote inside an unquoted cell is a letter; inside a quoted one it must be doubled, and a single one that no delimiter follows is
 * taken as a letter too and reported. Throws a `Refusal` for a record beyond the limit.
 */
export async function* delimitedRecords(
  text: AsyncIterable<string>,
  shape: DelimitedShape,
  limits: ReadLimits,
): AsyncGenerator<readonly DelimitedRecord[]> {
  let held = '';
  let line = 1;
  for await (const piece of text) {
    const cut = cutRecords(held + piece, shape, line, false);
    held = cut.rest;
    line = cut.line;
    if (held.length > limits.recordChars) throw new Refusal('limitRecord', `line ${line}`, limits.recordChars);
    if (cut.records.length > 0) yield cut.records;
  }
  const last = cutRecords(held, shape, line, true).records;
  if (last.length > 0) yield last;
}

interface Cut {
  readonly records: DelimitedRecord[];
  readonly rest: string;
  readonly line: number;
}

const dosEnd = '\u001a';

/** All complete records of a text; what follows the last is the rest, unless the text ends here. */
function cutRecords(text: string, { delimiter, quote }: DelimitedShape, firstLine: number, last: boolean): Cut {
  const records: DelimitedRecord[] = [];
  let line = firstLine;
  let start = 0;
  while (start < text.length) {
    const cells: string[] = [];
    let at = start;
    let lines = 0;
    let broken = false;
    let end = -1;
    while (end === -1) {
      let cell: string;
      if (quote !== null && text[at] === quote) {
        const quoted = quotedCell(text, at, quote, delimiter, last);
        if (quoted === null) break;
        cell = quoted.cell;
        broken ||= quoted.broken;
        for (let feed = text.indexOf('\n', at); feed !== -1 && feed < quoted.end; feed = text.indexOf('\n', feed + 1)) lines += 1;
        at = quoted.end;
      } else {
        let stop = text.indexOf('\n', at);
        if (stop === -1) {
          if (!last) break;
          stop = text.length;
        }
        const next = text.indexOf(delimiter, at);
        const to = next !== -1 && next < stop ? next : stop;
        cell = text.slice(at, to);
        at = to;
      }
      cells.push(cell);
      if (text[at] === delimiter) at += 1;
      else end = at;
      // A delimiter at the very end of the text: whether a cell follows is not known yet.
      if (end === -1 && at >= text.length) {
        if (!last) break;
        cells.push('');
        end = at;
      }
    }
    if (end === -1) break;
    const raw = text.slice(start, end);
    if (raw.trim() !== '' && raw !== dosEnd) records.push({ line, cells, text: raw, brokenQuotes: broken });
    line += lines + 1;
    start = end + 1;
  }
  return { records, rest: text.slice(Math.min(start, text.length)), line };
}

function quotedCell(
  text: string,
  from: number,
  quote: string,
  delimiter: string,
  last: boolean,
): { cell: string; end: number; broken: boolean } | null {
  let cell = '';
  let broken = false;
  let at = from + 1;
  for (;;) {
    const close = text.indexOf(quote, at);
    if (close === -1) return last ? { cell: cell + text.slice(at), end: text.length, broken: true } : null;
    if (close + 1 >= text.length && !last) return null;
    const after = text[close + 1];
    if (after === quote) {
      cell += text.slice(at, close + 1);
      at = close + 2;
    } else if (after === delimiter || after === '\n' || after === undefined) {
      return { cell: cell + text.slice(at, close), end: close + 1, broken };
    } else {
      const blanks = /^[ \t]+(?=[\n]|$)/.exec(text.slice(close + 1, close + 40));
      const blankToDelimiter = /^ +/.exec(text.slice(close + 1, close + 40))?.[0] ?? '';
      if (blanks !== null) return { cell: cell + text.slice(at, close), end: close + 1 + blanks[0].length, broken };
      if (blankToDelimiter !== '' && text[close + 1 + blankToDelimiter.length] === delimiter)
        return { cell: cell + text.slice(at, close), end: close + 1 + blankToDelimiter.length, broken };
      broken = true;
      cell += text.slice(at, close + 1);
      at = close + 1;
    }
  }
}
