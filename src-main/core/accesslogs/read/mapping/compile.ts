import type { LogField, LogMapping, LogRule, LogSource } from '../../../../../src-shared/formats/access-log.ts';
import { isEmptyMark } from '../../../importers/map/words.ts';
import { valueText } from '../../../importers/read/json-cells.ts';
import { takePart } from '../values/take.ts';
import { headerKey } from './header-key.ts';
import { follow, parsePath } from './path.ts';

/** Gives the text of a field of one row; nothing when the row has none. */
export type FieldText<Row> = (row: Row) => string;
export type FieldTexts<Row> = { readonly [Field in LogField]?: FieldText<Row> };

/** A row of a table or a line that was taken apart. */
export type Cells = readonly string[];

/**
 * Prepares a mapping for rows of cells. A source names a column, or a column that holds JSON and a path into it; a source whose column is not there gives nothing.
 */
export function compileForCells(mapping: LogMapping, titles: readonly string[]): FieldTexts<Cells> {
  const columns = new Map<string, number>();
  for (const [column, title] of titles.entries()) {
    const key = headerKey(title);
    if (key !== '' && !columns.has(key)) columns.set(key, column);
  }
  return compile(mapping, (path) => cellText(path, columns));
}

/** Prepares a mapping for JSON records. */
export function compileForRecords(mapping: LogMapping): FieldTexts<unknown> {
  return compile(mapping, (path) => {
    const parsed = parsePath(path);
    return (record) => valueText(follow(record, parsed));
  });
}

function cellText(path: string, columns: ReadonlyMap<string, number>): FieldText<Cells> | null {
  const whole = columns.get(headerKey(path));
  if (whole !== undefined) return (cells) => cells[whole] ?? '';
  const parts = path.split('.');
  for (let taken = parts.length - 1; taken > 0; taken -= 1) {
    const column = columns.get(
      headerKey(
        parts
          .slice(0, taken)
          .join('.')
          .replace(/\[[^\]]*\]$/, ''),
      ),
    );
    if (column === undefined) continue;
    // The rest is followed from an object with the cell under one key, so that `[type=User]` on that key works as in a record.
    const rest = parsePath(['cell'.concat(/\[[^\]]*\]$/.exec(parts[taken - 1] ?? '')?.[0] ?? ''), ...parts.slice(taken)].join('.'));
    return (cells) => {
      const text = cells[column] ?? '';
      return text === '' ? '' : valueText(follow({ cell: text }, rest));
    };
  }
  return null;
}

function compile<Row>(mapping: LogMapping, textAt: (path: string) => FieldText<Row> | null): FieldTexts<Row> {
  const compiled: { [Field in LogField]?: FieldText<Row> } = {};
  for (const [field, rule] of Object.entries(mapping) as [LogField, LogRule][]) {
    const sources = rule.from.map((source) => compileSource(source, textAt)).filter((one) => one !== null);
    if (sources.length > 0) compiled[field] = rule.join === undefined ? firstOf(sources) : joinOf(sources, rule.join);
  }
  return compiled;
}

function firstOf<Row>(sources: readonly FieldText<Row>[]): FieldText<Row> {
  const [only] = sources;
  if (sources.length === 1 && only !== undefined) return only;
  return (row) => {
    for (const source of sources) {
      const text = source(row);
      if (text !== '') return text;
    }
    return '';
  };
}

function joinOf<Row>(sources: readonly FieldText<Row>[], mark: string): FieldText<Row> {
  return (row) =>
    sources
      .map((source) => source(row))
      .filter((text) => text !== '')
      .join(mark);
}

function compileSource<Row>(source: LogSource, textAt: (path: string) => FieldText<Row> | null): FieldText<Row> | null {
  const text = textAt(source.path);
  if (text === null) return null;
  const { take } = source;
  const not = new Set((source.not ?? []).map((word) => word.toLowerCase()));
  const append = source.append === undefined ? null : textAt(source.append);
  const tidied: FieldText<Row> = (row) => {
    const written = tidy(text(row));
    if (take === undefined && not.size === 0) return written;
    const part = take === undefined ? written : takePart(written, take);
    return not.has(part.toLowerCase()) ? '' : part;
  };
  if (append === null) return tidied;
  return (row) => {
    const first = tidied(row);
    const second = first === '' ? '' : tidy(append(row));
    return second === '' ? first : `${first}/${second}`;
  };
}

/** Blanks off, one leading apostrophe off (a spreadsheet's mark for text), signs for "nothing" out. */
function tidy(written: string): string {
  if (written === '') return '';
  const text = written.trim();
  const bare = text.charCodeAt(0) === 39 ? text.slice(1) : text;
  return bare.length <= 7 && isEmptyMark(bare) ? '' : bare;
}
