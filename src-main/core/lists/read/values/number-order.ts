import { type NumberOrder, readSpan } from './spans.ts';

/** A date in numbers alone with the year last: only such a one can be read two ways. */
const inNumbers = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;
/** No language writes the month first with dots, so dots settle the order of a date that could be read two ways. */
const isDotted = (text: string): boolean => inNumbers.exec(text)?.[2] === '.';

/** What the dates of one column say about their order. */
export interface ColumnOrder {
  /** The order every date of the column allows and one at least proves; null where none proves it, or they contradict each other. */
  readonly order: NumberOrder | null;
  /** Dates that can be read two ways; 0 where the order is proved. */
  readonly open: number;
  /** The first of them as written; empty where there is none. */
  readonly example: string;
}

/** Gathers what the dates of a column say. `03/04/1962` says nothing, `13/04/1962` and `03.04.1962` that the day comes first. */
export function createColumnOrder(): { see(text: string): void; end(): ColumnOrder } {
  const proofs = { dayFirst: 0, monthFirst: 0 };
  let both = 0;
  let example = '';
  return {
    see(text) {
      const found = inNumbers.exec(text);
      if (found === null) return;
      const [first, second] = [Number(found[1]), Number(found[3])];
      if (first > 12 && second <= 12) proofs.dayFirst += 1;
      else if (second > 12 && first <= 12) proofs.monthFirst += 1;
      else if (first <= 12 && second <= 12 && isDotted(text)) proofs.dayFirst += 1;
      else if (first <= 12 && second <= 12 && first !== second) {
        both += 1;
        if (example === '') example = text.trim();
      }
    },
    end() {
      const { dayFirst, monthFirst } = proofs;
      const order = dayFirst > 0 && monthFirst === 0 ? 'dayFirst' : monthFirst > 0 && dayFirst === 0 ? 'monthFirst' : null;
      return order === null ? { order, open: both, example } : { order, open: 0, example: '' };
    },
  };
}

/**
 * Reads a date by the order of its column. Without one a date that can be read two ways stands for both readings and all days between, so that neither
 * is taken for the truth; a date that allows one reading only has that. `null` for what is no date.
 */
export function readInOrder(text: string, order: NumberOrder | null): ReturnType<typeof readSpan> {
  const dayFirst = readSpan(text, 'dayFirst');
  const monthFirst = readSpan(text, 'monthFirst');
  if (dayFirst === null || monthFirst === null) return dayFirst ?? monthFirst;
  if (order !== null || isDotted(text)) return order === 'monthFirst' ? monthFirst : dayFirst;
  if (dayFirst.from === monthFirst.from && dayFirst.until === monthFirst.until) return dayFirst;
  return {
    ...dayFirst,
    from: dayFirst.from < monthFirst.from ? dayFirst.from : monthFirst.from,
    until: dayFirst.until > monthFirst.until ? dayFirst.until : monthFirst.until,
  };
}
