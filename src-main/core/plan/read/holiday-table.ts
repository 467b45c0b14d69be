import type { HolidayFile } from '../../../../src-shared/formats/holiday-file.ts';
import { dateOrderHint, readDate } from '../../importers/map/date.ts';
import type { ReadRow } from '../../importers/read/batch.ts';
import { createCollector, type Years } from './collect.ts';

/** Rows that are looked at to tell which column holds what. */
const lookedAt = 200;
const nameTitle =
  /^(name|title|holiday|summary|subject|description|occasion|event|feiertag|bezeichnung|titel|nom|libell|festivo|helligdag|navn)/iu;

/**
 * Days off in a table: the column with most days, and the column that names them, by its title or by its words. A first row without a day is
 * the header. A day that can be read two ways follows the other rows; where none of them tells it is rejected, as is every row without a day.
 */
export function readHolidayTable(rows: readonly ReadRow[], years: Years): HolidayFile {
  const collector = createCollector(years);
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  const sample = filled.slice(0, lookedAt);
  const columns = Array.from({ length: Math.max(0, ...sample.map(({ cells }) => cells.length)) }, (_, place) => place);
  const dayColumn = most(columns, (column) => sample.filter((row) => isDay(textAt(row, column))).length);
  const [head] = filled;
  const header = head !== undefined && !isDay(textAt(head, dayColumn)) ? head : null;
  const body = header === null ? filled : filled.slice(1);
  const others = columns.filter((column) => column !== dayColumn);
  const nameColumn =
    others.find((column) => header !== null && nameTitle.test(textAt(header, column))) ??
    most(
      others,
      (column) => sample.filter((row) => row !== header && /\p{L}{2}/u.test(textAt(row, column)) && !isDay(textAt(row, column))).length,
    );
  const order = orderOf(body.map((row) => textAt(row, dayColumn)));
  for (const row of body) {
    const read = readDate(textAt(row, dayColumn), order);
    const taken = read.is === 'date' && collector.take(read.iso.slice(0, 10), textAt(row, nameColumn));
    if (!taken) collector.reject(row.row, row.cells.map(({ text }) => text).join(' '), read.is === 'twoWays' ? 'twoWays' : 'noDay');
  }
  return collector.end('table');
}

const textAt = (row: ReadRow, column: number | undefined): string => (column === undefined ? '' : (row.cells[column]?.text.trim() ?? ''));
const isDay = (text: string): boolean => readDate(text, null).is !== 'notADate';

/** The column that scores highest, the first of equals; undefined where none scores. */
function most(columns: readonly number[], scoreOf: (column: number) => number): number | undefined {
  let best: { readonly column: number; readonly score: number } | undefined;
  for (const column of columns) {
    const score = scoreOf(column);
    if (score > (best?.score ?? 0)) best = { column, score };
  }
  return best?.column;
}

/** Whether the day or the month stands first, as the rows tell that can be read only one way; null where they tell nothing, or both. */
function orderOf(texts: readonly string[]): 'DMY' | 'MDY' | null {
  const hints = new Set(texts.map(dateOrderHint));
  if (hints.has('DMY') === hints.has('MDY')) return null;
  return hints.has('DMY') ? 'DMY' : 'MDY';
}
