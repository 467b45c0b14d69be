import { eachRow, type InputFormat, isRow, linesOf, type Row } from '../batch-input/index.ts';
import { type AskedRow, qidOf, readAskedRow } from './read-query.ts';

/** A row of which something could not be read. */
export interface FaultyRow {
  readonly line: number;
  readonly problems: readonly string[];
}

/** A faulty row, and whether its name was screened all the same. */
export interface SeenFault extends FaultyRow {
  readonly screened: boolean;
}

/** A row with its name, if it can be asked, and with what is wrong with it, if anything. Faulty rows are asked as far as they go. */
export interface InputRow {
  /** The `qid` as JSON, just as the input wrote it: a number stays that number, digit by digit. The line where the row has none. */
  readonly qid: string;
  readonly asked: Pick<AskedRow, 'query'> | null;
  readonly faulty: FaultyRow | null;
}

/**
 * Hands over every row of the input in order. A row that cannot be read is handed over as faulty and the next one follows: among ten thousand names
 * one bad line must not cost the others. Throws `InputRejected` for a file that cannot be taken apart at all.
 */
export async function eachAskedRow(file: string, format: InputFormat, take: (row: InputRow) => Promise<void>): Promise<void> {
  if (format === 'jsonl') return eachLine(file, take);
  return eachRow(file, format, cellsToRow, (line, row) => take(asked(row, line)));
}

/** `written` tells how a number of the row stands in the file, which its value may not hold (`1.0`, twenty digits). */
function asked(row: Row, line: number, written?: (column: string) => string | undefined): InputRow {
  const read = readAskedRow(row, line);
  const problems = read.ok ? read.value.problems : read.error;
  const said = qidOf(row);
  const number = typeof said?.value === 'number' ? written?.(said.column) : undefined;
  return {
    qid: number ?? JSON.stringify(said?.value ?? String(line)),
    asked: read.ok ? read.value : null,
    faulty:
      problems.length === 0
        ? null
        : { line, problems: problems.map(({ column, problem }) => (column === undefined ? problem : `${column}: ${problem}`)) },
  };
}

async function eachLine(file: string, take: (row: InputRow) => Promise<void>): Promise<void> {
  let line = 0;
  for await (const plain of linesOf(file)) {
    line += 1;
    if (plain.trim() === '') continue;
    await take(rowOfLine(plain, line));
  }
}

function rowOfLine(text: string, line: number): InputRow {
  const unreadable = (problem: string): InputRow => ({
    qid: JSON.stringify(String(line)),
    asked: null,
    faulty: { line, problems: [problem] },
  });
  const numbers: { readonly holder: unknown; readonly key: string; readonly source: string }[] = [];
  let value: unknown;
  try {
    value = JSON.parse(text, function (this: unknown, key: string, one: unknown, context?: { readonly source?: string }) {
      if (typeof one === 'number' && context?.source !== undefined) numbers.push({ holder: this, key, source: context.source });
      return one;
    });
  } catch (cause) {
    return unreadable(`Not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
  if (!isRow(value)) return unreadable('Each line must be a JSON object.');
  return asked(value, line, (column) => numbers.find(({ holder, key }) => holder === value && key === column)?.source);
}

function cellsToRow(header: readonly string[], cells: readonly string[]): Row {
  const row: Record<string, unknown> = {};
  for (const [place, name] of header.entries()) if (name !== '' && (cells[place] ?? '') !== '') row[name] = cells[place];
  return row;
}
