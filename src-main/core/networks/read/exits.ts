import type { DateOrder } from '../../../../src-shared/contract/imports.ts';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import { readDate } from '../../importers/map/date.ts';
import { type ExitColumns, findColumns } from './columns.ts';
import { type AddressRange, rangeOf } from './ranges.ts';
import type { ListRow } from './text-rows.ts';

/** A corporate exit as a file gives it. */
export interface ReadExit {
  readonly label: string;
  readonly range: AddressRange;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

export interface ExitProblem {
  readonly row: number;
  readonly text: string;
  readonly reason: 'notANetwork' | 'notADate' | 'dateTwoWays' | 'endsBeforeItStarts' | 'tooMany';
}

export interface ReadExits {
  readonly exits: readonly ReadExit[];
  readonly problems: readonly ExitProblem[];
}

/** More addresses of its own than any company has; a longer file is something else. */
export const maxExits = 5_000;
const maxLabel = 200;
/** A file with more problems than this is no table of exits. */
const maxProblems = 1_000;

/**
 * Reads the company's own exits from rows: an address, prefix or range, and where given the site and the first and last day. A row whose
 * network or day cannot be read is a problem and no exit: an exit that is wrong would hide findings.
 *
 * `order` settles slashed dates; without it a date that reads both ways is a problem (`dateTwoWays`). `named` are titles that somebody named.
 */
export function readExitRows(rows: readonly ListRow[], order: DateOrder | null, named: ExitColumns = {}): ReadExits {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const { columns, dataFrom } = findColumns(filled, named);
  const exits: ReadExit[] = [];
  const problems: ExitProblem[] = [];
  const cellOf = (row: ListRow, role: Parameters<typeof columns.get>[0]) => row.cells[columns.get(role) ?? -1]?.trim() ?? '';

  for (const row of filled.slice(dataFrom)) {
    if (problems.length >= maxProblems) return { exits, problems: [...problems, { row: row.row, text: '', reason: 'tooMany' }] };
    const problem = (text: string, reason: ExitProblem['reason']) => problems.push({ row: row.row, text: text.slice(0, 120), reason });
    const first = cellOf(row, 'first');
    const written = cellOf(row, 'range') || (first === '' ? (row.cells[0] ?? '') : `${first}-${cellOf(row, 'last') || first}`);
    // One cell may hold several networks of one site.
    const texts = written.split(/[,;\n]+/).map((text) => text.trim());
    const ranges = texts.filter((text) => text !== '').map((text) => ({ text, range: rangeOf(text) }));
    const from = dayOf(cellOf(row, 'from'), order);
    const until = dayOf(cellOf(row, 'until'), order);
    if (from.is === 'problem') problem(cellOf(row, 'from'), from.reason);
    else if (until.is === 'problem') problem(cellOf(row, 'until'), until.reason);
    else if (from.day !== null && until.day !== null && until.day < from.day) problem(`${from.day} – ${until.day}`, 'endsBeforeItStarts');
    else if (ranges.length === 0) problem(written, 'notANetwork');
    else {
      for (const { text, range } of ranges) {
        if (range === null) problem(text, 'notANetwork');
        else if (exits.length >= maxExits) return { exits, problems: [...problems, { row: row.row, text, reason: 'tooMany' }] };
        else
          exits.push({ label: (cellOf(row, 'label') || row.comment || text).slice(0, maxLabel), range, from: from.day, until: until.day });
      }
    }
  }
  return { exits, problems };
}

type Day = { readonly is: 'day'; readonly day: IsoDate | null } | { readonly is: 'problem'; readonly reason: 'notADate' | 'dateTwoWays' };

function dayOf(text: string, order: DateOrder | null): Day {
  if (text === '' || /^(?:-|–|n\/?a|none|open|present|current|today|ongoing|null)$/i.test(text)) return { is: 'day', day: null };
  const reading = readDate(text, order);
  if (reading.is === 'date') return { is: 'day', day: reading.iso.slice(0, 10) as IsoDate };
  return { is: 'problem', reason: reading.is === 'twoWays' ? 'dateTwoWays' : 'notADate' };
}
