import { readFile, stat } from 'node:fs/promises';
import type { FileNotice, ReadProblem } from '../../../src-shared/formats/import-file.ts';
import { readProblemWords } from '../../../src-shared/text/read-problem.ts';
import { read, readLimits, rowsOf, sniff } from '../importers/index.ts';
import { InputRejected, type RowProblem } from './input-rejected.ts';
import { linesOf, textIn } from './text-file.ts';

export type InputFormat = 'jsonl' | 'json' | 'csv' | 'xlsx';

/** A JSON object as read from outside: every value is still to be checked. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

export type TakeRow = (line: number, row: Row) => void | Promise<void>;

/** Turns the cells of a table's row into the object that a JSON file would have held. */
export type CellsToRow = (header: readonly string[], cells: readonly string[], line: number) => Row;

/** A JSON document has to be held whole; lines and tables are streamed. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;
const MAX_LINE_CHARS = 16 * 1024 * 1024;

/**
 * Hands over every row of a file in order. Lines and tables are streamed, so memory does not grow with the file.
 *
 * Throws `InputRejected`, with the place, for a file that cannot be taken apart; what `take` throws ends the reading.
 */
export async function eachRow(file: string, format: InputFormat, toRow: CellsToRow, take: TakeRow): Promise<void> {
  if (format === 'jsonl') return eachLine(file, take);
  return format === 'json' ? eachElement(file, take) : eachTableRow(file, toRow, take);
}

async function eachLine(file: string, take: TakeRow): Promise<void> {
  let line = 0;
  for await (const plain of linesOf(file)) {
    line += 1;
    if (plain.trim() === '') continue;
    if (plain.length > MAX_LINE_CHARS) throw new InputRejected([{ line, problem: 'The line is longer than 16 million characters.' }]);
    const value = parseJson(plain, line);
    if (!isRow(value)) throw new InputRejected([{ line, problem: 'Each line must be a JSON object.' }]);
    await take(line, value);
  }
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputRejected([{ line, problem: `Not JSON: ${cause instanceof Error ? cause.message : String(cause)}.` }]);
  }
}

async function eachElement(file: string, take: TakeRow): Promise<void> {
  const { size } = await stat(file);
  if (size > MAX_JSON_BYTES)
    throw new InputRejected([
      { line: 1, problem: 'A JSON file may have 256 MB at most. Give one object per line in a .jsonl file instead; it is streamed.' },
    ]);
  const value = parseJson(textIn(await readFile(file)), 1);
  const list = listIn(value);
  for (const [place, element] of list.entries()) {
    if (!isRow(element)) throw new InputRejected([{ line: place + 1, problem: `Element ${place + 1} is not a JSON object.` }]);
    await take(place + 1, element);
  }
}

/** A list, a catalogue that holds one, or a single object. */
function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isRow(value)) throw new InputRejected([{ line: 1, problem: 'The file must hold a list of objects, or an object that holds one.' }]);
  const lists = Object.values(value).filter((entry): entry is readonly unknown[] => Array.isArray(entry) && entry.some(isRow));
  const isItem = ['model', 'peak_dense', 'facts', 'inputs', 'parametersTotal', 'trainingOperations', 'parameters'].some((name) =>
    Object.hasOwn(value, name),
  );
  return isItem || lists[0] === undefined ? [value] : lists[0];
}

async function eachTableRow(file: string, toRow: CellsToRow, take: TakeRow): Promise<void> {
  const sniffed = await sniff(file, readLimits);
  if (!sniffed.ok) throw new InputRejected([{ line: 1, problem: sentenceOf(sniffed.error) }]);
  let header: readonly string[] | undefined;
  const request = { sheet: null, encoding: null, delimiter: null, maxRows: null, batchRows: 500 };
  let stopped: unknown;
  const outcome = await read(file, sniffed.value, request, readLimits, async (batch) => {
    for (const { row, cells } of rowsOf(batch)) {
      const texts = cells.map((cell) => cell.text.trim());
      if (texts.every((text) => text === '')) continue;
      if (stopped === undefined) {
        try {
          if (header === undefined) header = checkHeader(row, texts);
          else await take(row, toRow(header, texts, row));
        } catch (cause) {
          // The reader reports what is thrown here as a damaged file; the real reason is kept and thrown afterwards.
          stopped = cause;
        }
      }
    }
  });
  if (stopped !== undefined) throw stopped;
  if (!outcome.ok) throw new InputRejected([{ line: 1, problem: sentenceOf(outcome.error) }]);
  const broken = outcome.value.notices.flatMap(brokenTable);
  if (broken.length > 0) throw new InputRejected(broken);
  if (header === undefined) throw new InputRejected([{ line: 1, problem: 'The file is empty; a header row is needed.' }]);
}

/** A quote that does not end swallows rows, and a row with too many fields has its values in the wrong columns: nothing of such a file is judged. */
function brokenTable({ code, place }: FileNotice): RowProblem[] {
  const line = Number(/\d+$/.exec(place ?? '')?.[0] ?? 1);
  if (code === 'brokenQuotes') return [{ line, problem: 'A quoted field does not end.' }];
  return code === 'unevenRows' ? [{ line, problem: 'There are more fields than the header has columns.' }] : [];
}

const reasons: Partial<Readonly<Record<ReadProblem['reason'], string>>> = {
  empty: 'it is empty',
  unknownType: 'its content is no kind of table that is known, whatever its name says',
  encrypted: 'it is protected with a password',
  noSheets: 'it has no sheet with a table',
};

const sentenceOf = (problem: ReadProblem): string =>
  reasons[problem.reason] === undefined ? readProblemWords(problem) : `The file cannot be read as a table: ${reasons[problem.reason]}.`;

function checkHeader(line: number, names: readonly string[]): readonly string[] {
  const plain = names.map((name) => name.toLowerCase());
  const doubled = names.find((name, place) => name !== '' && plain.indexOf(name.toLowerCase()) !== place);
  if (doubled !== undefined) throw new InputRejected([{ line, column: doubled, problem: 'The column stands twice in the header.' }]);
  return names;
}
