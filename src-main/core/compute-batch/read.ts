import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { CsvFault, readCsv } from './csv.ts';

/** A row as text or JSON values, by column name, with its line in the file. */
export interface RawRow {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What is wrong with a file, with the place. `column` is absent where the whole row or file is meant. */
export interface RowProblem {
  readonly line: number;
  readonly column?: string;
  readonly problem: string;
}

/** Thrown while reading when the file cannot be taken apart at all; the batch turns it into a rejection. */
export class InputRejected extends Error {
  override readonly name = 'InputRejected';
  readonly problems: readonly RowProblem[];
  constructor(problems: readonly RowProblem[]) {
    super(problems.map((one) => one.problem).join('; '));
    this.problems = problems;
  }
}

/** Rows of a `.csv` or `.jsonl` file, one at a time. The file can be read again from the start by calling this again. */
export function readRows(file: string, kind: 'csv' | 'jsonl'): AsyncGenerator<RawRow> {
  return kind === 'csv' ? csvRows(file) : jsonRows(file);
}

async function* csvRows(file: string): AsyncGenerator<RawRow> {
  let header: readonly string[] | undefined;
  try {
    for await (const { line, fields } of readCsv(createReadStream(file, { encoding: 'utf8' }))) {
      if (header === undefined) {
        header = checkHeader(line, fields);
        continue;
      }
      if (fields.length !== header.length)
        throw new InputRejected([{ line, problem: `${fields.length} fields where the header has ${header.length} columns` }]);
      yield { line, values: Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])) };
    }
  } catch (cause) {
    if (cause instanceof CsvFault) throw new InputRejected([{ line: cause.line, problem: cause.message }]);
    throw cause;
  }
  if (header === undefined) throw new InputRejected([{ line: 1, problem: 'The file is empty; a header row is needed' }]);
}

function checkHeader(line: number, fields: readonly string[]): readonly string[] {
  const names = fields.map((name) => name.trim().toLowerCase());
  const doubled = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (doubled !== undefined) throw new InputRejected([{ line, column: doubled, problem: 'The column stands twice in the header' }]);
  if (!names.includes('model')) throw new InputRejected([{ line, column: 'model', problem: 'The header has no column "model"' }]);
  return names;
}

async function* jsonRows(file: string): AsyncGenerator<RawRow> {
  const lines = createInterface({ input: createReadStream(file, { encoding: 'utf8' }), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const plain = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (plain.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(plain);
    } catch (cause) {
      throw new InputRejected([{ line, problem: `Not JSON: ${cause instanceof Error ? cause.message : String(cause)}` }]);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new InputRejected([{ line, problem: 'Each line must be a JSON object' }]);
    yield { line, values: Object.fromEntries(Object.entries(value).map(([name, entry]) => [name.trim().toLowerCase(), entry])) };
  }
}
