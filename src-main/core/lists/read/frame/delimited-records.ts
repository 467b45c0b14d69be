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
  /** The text ends with it, and without a line end: it may have been cut off. */
  readonly unended?: true;
}

/** Whether a text was cut off inside this record: it ends without a line end and before its last cell or quote. */
export const isCutOff = ({ unended, brokenQuotes, cells }: DelimitedRecord, width: number): boolean =>
  unended === true && (brokenQuotes || cells.length < width);

export interface DelimitedShape {
  readonly delimiter: string;
  /** `null` when quotes mean nothing. */
  readonly quote: string | null;
}

/**
 * Cuts a delimited text into records, piece by piece. Keeps the line of each record, since rejects name it; blank lines are passed over and the DOS
 * end mark (0x1A) ends the text. A quote inside an unquoted cell is a letter; inside a quoted one it must be doubled, and a single one that no delimiter follows is
 * taken as a letter too and reported. A quote that never closes spoils the line it stands on and no other. Throws a `Refusal` for a record beyond the limit.
 */
export async function* delimitedRecords(
  text: AsyncIterable<string>,
  shape: DelimitedShape,
  limits: ReadLimits,
): AsyncGenerator<readonly DelimitedRecord[]> {
  let held = '';
  let line = 1;
  let alone = 0;
  for await (const piece of text) {
    const cut = cutRecords(held + piece, shape, line, false);
    held = cut.rest;
    line = cut.line;
    if (cut.records.length > 0) yield cut.records;
    while (held.length > limits.recordChars) {
      const end = held.indexOf('\n');
      alone += 1;
      if (end === -1 || end > limits.recordChars || alone > mostAlone) throw new Refusal('limitRecord', `line ${line}`, limits.recordChars);
      yield cutRecords(held.slice(0, end), shape, line, true, true).records;
      const rest = cutRecords(held.slice(end + 1), shape, line + 1, false);
      held = rest.rest;
      line = rest.line;
      if (rest.records.length > 0) yield rest.records;
    }
  }
  const last = cutRecords(held, shape, line, true).records;
  const end = last.pop();
  if (end !== undefined) yield [...last, held.endsWith('\n') ? end : { ...end, unended: true }];
}

/** Quotes that never close, of one text: each costs another look at what follows, which nobody shall be able to ask for without end. */
const mostAlone = 100;

interface Cut {
  readonly records: DelimitedRecord[];
  readonly rest: string;
  readonly line: number;
}

const dosEnd = '\u001a';

/**
 * All complete records of a text; what follows the last is the rest, unless the text ends here. On a `lone` line a quote that does not close is taken for a slip
 * of the pen and left out.
 */
function cutRecords(text: string, shape: DelimitedShape, firstLine: number, last: boolean, lone = false): Cut {
  const { delimiter, quote } = shape;
  const records: DelimitedRecord[] = [];
  let alone = 0;
  let line = firstLine;
  let start = 0;
  while (start < text.length) {
    const cells: string[] = [];
    let at = start;
    let lines = 0;
    let broken = false;
    let open = false;
    let end = -1;
    while (end === -1) {
      let cell: string;
      if (quote !== null && text[at] === quote) {
        const quoted = quotedCell(text, at, quote, delimiter, last);
        if (quoted === null) break;
        broken ||= quoted.broken;
        if (lone && quoted.open) {
          const next = text.indexOf(delimiter, at);
          cell = text.slice(at + 1, next === -1 ? text.length : next);
          cells.push(cell);
          at = next === -1 ? text.length : next + 1;
          if (next === -1) end = at;
          continue;
        }
        cell = quoted.cell;
        open ||= quoted.open;
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
    const lineEnd = lines > 0 ? text.indexOf('\n', start) : -1;
    if (open && lineEnd !== -1 && alone < mostAlone) {
      alone += 1;
      records.push(...cutRecords(text.slice(start, lineEnd), shape, line, true, true).records);
      line += 1;
      start = lineEnd + 1;
      continue;
    }
    if (raw.trim() !== '' && raw !== dosEnd) records.push({ line, cells, text: raw, brokenQuotes: broken });
    line += lines + 1;
    start = end + 1;
  }
  return { records, rest: text.slice(Math.min(start, text.length)), line };
}

/**
 * Records whose quotes do not match and that run over line ends, taken apart where a stray quote glued rows together that would be lost one and all: the first
 * line by itself, the rest as it reads then. A record of the right `width` is left as it is unless its parts have that width, too.
 */
export function withLinesApart(records: readonly DelimitedRecord[], shape: DelimitedShape, width: number): readonly DelimitedRecord[] {
  const isSuspect = ({ brokenQuotes, text }: DelimitedRecord) => brokenQuotes && text.includes('\n');
  if (!records.some(isSuspect)) return records;
  const apart: DelimitedRecord[] = [];
  const waiting = [...records].reverse();
  let looks = 0;
  for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
    looks += 1;
    const end = isSuspect(record) && looks < records.length + mostAlone ? record.text.indexOf('\n') : -1;
    const first = end === -1 ? [] : cutRecords(record.text.slice(0, end), shape, record.line, true, true).records;
    const rest = end === -1 ? [] : cutRecords(record.text.slice(end + 1), shape, record.line + 1, true).records;
    const fits = [...first, ...rest].every(({ cells }) => cells.length === width);
    if (end === -1 || (record.cells.length === width && !fits)) apart.push(record);
    else {
      apart.push(...first);
      waiting.push(...rest.reverse());
    }
  }
  return apart;
}

function quotedCell(
  text: string,
  from: number,
  quote: string,
  delimiter: string,
  last: boolean,
): { cell: string; end: number; broken: boolean; open: boolean } | null {
  let cell = '';
  let broken = false;
  let at = from + 1;
  for (;;) {
    const close = text.indexOf(quote, at);
    if (close === -1) return last ? { cell: cell + text.slice(at), end: text.length, broken: true, open: true } : null;
    if (close + 1 >= text.length && !last) return null;
    const after = text[close + 1];
    if (after === quote) {
      cell += text.slice(at, close + 1);
      at = close + 2;
    } else if (after === delimiter || after === '\n' || after === undefined) {
      return { cell: cell + text.slice(at, close), end: close + 1, broken, open: false };
    } else {
      const blanks = /^[ \t]+(?=[\n]|$)/.exec(text.slice(close + 1, close + 40));
      const blankToDelimiter = /^ +/.exec(text.slice(close + 1, close + 40))?.[0] ?? '';
      if (blanks !== null) return { cell: cell + text.slice(at, close), end: close + 1 + blanks[0].length, broken, open: false };
      if (blankToDelimiter !== '' && text[close + 1 + blankToDelimiter.length] === delimiter)
        return { cell: cell + text.slice(at, close), end: close + 1 + blankToDelimiter.length, broken, open: false };
      broken = true;
      cell += text.slice(at, close + 1);
      at = close + 1;
    }
  }
}
