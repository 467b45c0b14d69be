import type { Buffer } from 'node:buffer';
import type { NetworkTag } from '../../../../src-shared/model/network.ts';
import { findColumns } from './columns.ts';
import { type AddressRange, rangeOf, writeRange } from './ranges.ts';
import { type Steps, stepsOfSet } from './steps.ts';
import { suggestTag } from './suggest-tag.ts';
import { type ListRow, rowsOfText } from './text-rows.ts';

/** What a list may cost at most. */
export const listLimits = { fileBytes: 32 * 1024 * 1024, entries: 1_000_000, problems: 100 } as const;

export interface ListProblem {
  readonly row: number;
  readonly text: string;
  readonly reason: 'notANetwork' | 'tooWide';
}

/** A list as it was read: its networks, and what the file itself says of kind and day. */
export interface ReadList {
  readonly asns: Uint32Array;
  readonly prefixes: Steps;
  /** Distinct networks by number, and ranges as given. */
  readonly networks: number;
  readonly ranges: number;
  /** Kind the words of the file speak for; null where nothing does. */
  readonly tag: NetworkTag | null;
  /** Day the file gives itself, `YYYY-MM-DD`. */
  readonly day: string | null;
  /** The first of them; `problemCount` counts all. */
  readonly problems: readonly ListProblem[];
  readonly problemCount: number;
}

export type ListRefusal = 'notText' | 'damaged' | 'tooLarge' | 'tooManyEntries' | 'noNetworks';

/**
 * Reads a list of networks from the bytes of a text file, by content: `AS64500 # name`, `ASN,Entity`, one address or prefix a line, CSV with
 * a column of either, the Tor project's exit lists, and JSON that holds prefixes, as cloud providers publish them.
 */
export function readListBytes(bytes: Buffer, fileName: string): ReadList | { readonly refused: ListRefusal } {
  if (bytes.length > listLimits.fileBytes) return { refused: 'tooLarge' };
  const source = rowsOfText(bytes);
  if (source.is === 'refused') return { refused: source.reason };
  return source.is === 'json' ? readJsonList(source.value, fileName) : readListRows(source.rows, fileName);
}

/** The same from rows that a spreadsheet reader gave. */
export function readListRows(rows: readonly ListRow[], fileName: string): ReadList | { readonly refused: ListRefusal } {
  const collected = createCollector();
  const { columns, dataFrom } = findColumns(rows.filter(({ cells }) => cells.length > 0));
  const bare = columns.has('asn');
  const header = rows.filter(({ cells }) => cells.length > 0)[dataFrom - 1]?.row ?? 0;
  const labels: string[] = [];
  let exitDay: string | null = null;

  for (const row of rows) {
    if (row.cells.length === 0 || row.row <= header) continue;
    const exit = /^(ExitAddress|ExitNode|Published|LastStatus)\s+(\S+)(?:\s+(\d{4}-\d{2}-\d{2}))?/.exec(row.cells[0] ?? '');
    if (exit !== null) {
      if (exit[1] === 'ExitAddress') {
        collected.add(row.row, exit[2] ?? '', false);
        if (exit[3] !== undefined && (exitDay === null || exit[3] > exitDay)) exitDay = exit[3];
      }
      continue;
    }
    if (labels.length < 2_000) labels.push(`${row.cells[columns.get('label') ?? -1] ?? ''} ${row.comment}`);
    const [first, last] = [row.cells[columns.get('first') ?? -1], row.cells[columns.get('last') ?? -1]];
    const range = row.cells[columns.get('range') ?? -1];
    const asn = row.cells[columns.get('asn') ?? -1];
    if (range !== undefined && range !== '') collected.add(row.row, range, false);
    else if (first !== undefined && last !== undefined && first !== '') collected.add(row.row, `${first}-${last}`, false);
    else if (asn !== undefined && asn !== '') collected.add(row.row, asn, bare);
    else collected.add(row.row, row.cells[0] ?? '', bare);
    if (collected.full()) return { refused: 'tooManyEntries' };
  }
  const comments = rows.filter(({ cells }) => cells.length === 0).map(({ comment }) => comment);
  const list = collected.finish();
  if (list === null) return { refused: 'noNetworks' };
  const geofeed =
    rows.slice(0, 50).filter(({ cells }) => /^[A-Z]{2}-/.test(cells[2] ?? '') && /^[A-Z]{2}$/.test(cells[1] ?? '')).length > 25;
  return {
    ...list,
    tag: exitDay === null ? suggestTag(fileName, comments, labels, geofeed) : 'tor',
    day: exitDay ?? dayIn([...comments.slice(0, 40), fileName]),
  };
}

function readJsonList(value: unknown, fileName: string): ReadList | { readonly refused: ListRefusal } {
  const collected = createCollector();
  const said: string[] = [];
  const pending: (readonly [value: object, key: string])[] = typeof value === 'object' && value !== null ? [[value, '']] : [];
  const take = (found: unknown, key: string) => {
    if (typeof found === 'object' && found !== null) pending.push([found, key]);
    else if (typeof found !== 'string') return;
    else if (/^[0-9a-f.:]{2,45}\/\d{1,3}$/i.test(found)) collected.add(0, found, false);
    else if (said.length < 40 && /date|time|synctoken/i.test(key)) said.push(found.slice(0, 100));
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [found, key] = next;
    if (Array.isArray(found)) for (const inner of found) take(inner, key);
    else for (const name in found) if (Object.hasOwn(found, name)) take((found as Record<string, unknown>)[name], name);
    if (collected.full() || pending.length > listLimits.entries * 2) return { refused: 'tooManyEntries' };
  }
  const list = collected.finish();
  if (list === null) return { refused: 'noNetworks' };
  return { ...list, tag: suggestTag(fileName, [], [], false), day: dayIn([...said, fileName]) };
}

/** The widest prefixes that are taken for one network; wider ones would put whole continents on a list. */
const widest = { 4: 2 ** 26, 6: 1n << 116n } as const;

function createCollector() {
  const asns = new Set<number>();
  const ranges: AddressRange[] = [];
  const problems: ListProblem[] = [];
  let problemCount = 0;
  const problem = (row: number, text: string, reason: ListProblem['reason']) => {
    problemCount += 1;
    if (problems.length < listLimits.problems) problems.push({ row, text: text.slice(0, 120), reason });
  };
  return {
    /** `bare`: a plain number is the number of a network. */
    add(row: number, text: string, bare: boolean) {
      const number = /^(AS)?\s?(\d{1,10})(?=\s|$)/i.exec(text.trim());
      if (number !== null && (bare || number[1] !== undefined)) {
        const asn = Number(number[2]);
        if (asn > 0 && asn <= 0xffff_ffff) asns.add(asn);
        else problem(row, text, 'notANetwork');
        return;
      }
      const range = rangeOf(text) ?? rangeOf(text.split(/\s/)[0] ?? '');
      if (range === null) problem(row, text, 'notANetwork');
      else if (range.family === 4 ? range.last - range.first >= widest[4] : range.last - range.first >= widest[6])
        problem(row, writeRange(range), 'tooWide');
      else ranges.push(range);
    },
    full: () => asns.size + ranges.length > listLimits.entries,
    finish: (): Omit<ReadList, 'tag' | 'day'> | null =>
      asns.size + ranges.length === 0
        ? null
        : {
            asns: Uint32Array.from(asns).sort(),
            prefixes: stepsOfSet(ranges),
            networks: asns.size,
            ranges: ranges.length,
            problems,
            problemCount,
          },
  };
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first day that any of the texts names. */
function dayIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const iso = /(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(text);
    if (iso !== null) return realDay(iso[1], iso[2], iso[3]);
    const month =
      /(?:(\d{1,2})\s+)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2})\b[,\s]*)?(?:\S+\s+){0,2}?(20\d{2})\b/i.exec(
        text,
      );
    if (month !== null) {
      const number = monthNames.indexOf((month[2] ?? '').toLowerCase()) + 1;
      const found = realDay(month[4], String(number), month[1] ?? month[3]);
      if (found !== null) return found;
    }
    // A month alone: its first day, since a list must not look newer than it is.
    const whole = /(?<!\d)(20\d{2})-(0[1-9]|1[0-2])(?!\d)/.exec(text);
    if (whole !== null) return realDay(whole[1], whole[2], '1');
  }
  return null;
}

function realDay(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
