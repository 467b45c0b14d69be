import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { eachRow, type InputFormat, InputRejected, isRow, type Row } from '../batch-input/index.ts';
import { type AskedRow, qidOf, readAskedRow } from './read-query.ts';

/** A row that asks nothing we can answer; its answer says why. */
export interface FaultyRow {
  readonly qid: string;
  readonly line: number;
  readonly problems: readonly string[];
}

export type InputRow = { readonly asked: AskedRow } | { readonly faulty: FaultyRow };

/**
 * Hands over every row of the input in order. A row that cannot be read is handed over as faulty and the next one follows: among ten thousand names
 * one bad line must not cost the others. Throws `InputRejected` for a file that cannot be taken apart at all.
 */
export async function eachAskedRow(file: string, format: InputFormat, take: (row: InputRow) => Promise<void>): Promise<void> {
  if (format === 'jsonl') return eachLine(file, take);
  return eachRow(file, format, cellsToRow, (line, row) => take(asked(row, line)));
}

function asked(row: Row, line: number): InputRow {
  const read = readAskedRow(row, line);
  if (read.ok) return { asked: read.value };
  return {
    faulty: {
      qid: qidOf(row, line),
      line,
      problems: read.error.map(({ column, problem }) => (column === undefined ? problem : `${column}: ${problem}`)),
    },
  };
}

async function eachLine(file: string, take: (row: InputRow) => Promise<void>): Promise<void> {
  const lines = createInterface({ input: createReadStream(file, { encoding: 'utf8' }), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  let rows = 0;
  for await (const text of lines) {
    line += 1;
    const plain = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (plain.trim() === '') continue;
    rows += 1;
    await take(rowOfLine(plain, line));
  }
  if (rows === 0) throw new InputRejected([{ line: 1, problem: 'The file holds no rows.' }]);
}

function rowOfLine(text: string, line: number): InputRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { faulty: { qid: String(line), line, problems: [`Not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`] } };
  }
  if (!isRow(value)) return { faulty: { qid: String(line), line, problems: ['Each line must be a JSON object.'] } };
  return asked(value, line);
}

function cellsToRow(header: readonly string[], cells: readonly string[]): Row {
  const row: Record<string, unknown> = {};
  for (const [place, name] of header.entries()) if (name !== '' && (cells[place] ?? '') !== '') row[name] = cells[place];
  return row;
}
