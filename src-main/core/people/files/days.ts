import type { DateOrder } from '../../../../src-shared/contract/imports.ts';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import { dateOrderHint, isEmptyMark, isUnknownWord, readDate } from '../../importers/index.ts';
import type { FileQuestion } from './problems.ts';
import type { FileTable } from './table.ts';

export interface DayReader {
  /** Order that holds for a column: as answered, or as its own values show; null while it is open. */
  orderOf(place: number): DateOrder | null;
  /** Day of a cell; null where there is none, or where it waits for an answer. */
  read(place: number, title: string, cell: Cell): string | 'unreadable' | null;
  ask(place: number, title: string, sample: string): void;
  questions(): readonly FileQuestion[];
}

/**
 * Reads the days of a table. One value above twelve settles the order of its column; a column that settles nothing is asked about, once, with
 * samples. `0000-00-00` is how one system writes nothing, and the year 9999 how others write “no end”.
 */
export function createDayReader(table: FileTable, answered: DateOrder | null): DayReader {
  const orders = new Map<number, DateOrder | null>();
  const open = new Map<number, { readonly title: string; readonly samples: Set<string> }>();
  const orderOf = (place: number): DateOrder | null => {
    const known = orders.get(place);
    if (known !== undefined) return known;
    const hints = new Set(
      table.rows.flatMap((row) =>
        (row.cells[place]?.text ?? '')
          .split(/[;|\n]/)
          .map((part) => dateOrderHint(/\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.exec(part)?.[0] ?? '')),
      ),
    );
    const seen = hints.has('DMY') !== hints.has('MDY') ? (hints.has('DMY') ? 'DMY' : 'MDY') : null;
    const order = answered ?? seen;
    orders.set(place, order);
    return order;
  };
  const ask = (place: number, title: string, sample: string) => {
    const question = open.get(place) ?? { title, samples: new Set<string>() };
    if (question.samples.size < 5) question.samples.add(sample);
    open.set(place, question);
  };
  return {
    orderOf,
    ask,
    read(place, title, cell) {
      const text = cell.text.trim();
      if (isEmptyMark(text) || isUnknownWord(text) || /^0{1,4}[-/.]0{1,2}[-/.]0{1,4}/.test(text)) return null;
      if (/^(?:present|current|ongoing|today|none|open|never|heute|actuel|actual|permanent|indefinite|unbefristet)$/i.test(text))
        return null;
      const serial = cell.type === 'number' ? serialDay(text) : null;
      if (serial !== null) return serial;
      const reading = cell.type === 'date' && /^\d{4}-/.test(text) ? { is: 'date' as const, iso: text } : readDate(text, orderOf(place));
      if (reading.is === 'twoWays') {
        ask(place, title, text);
        return null;
      }
      if (reading.is === 'notADate') return 'unreadable';
      const day = reading.iso.slice(0, 10);
      return day >= '2900-01-01' ? null : day;
    },
    questions: () =>
      [...open.values()].map(({ title, samples }) => ({
        ask: 'dateOrder' as const,
        file: table.file,
        column: title,
        samples: [...samples],
      })),
  };
}

/** A day that a sheet holds as a bare number, counted from the end of 1899. */
function serialDay(text: string): string | null {
  const serial = Number(text);
  if (!(serial >= 20_000 && serial < 80_000)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
