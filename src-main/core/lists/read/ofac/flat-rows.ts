import type { ReadLimits } from '../../../importers/read/limits.ts';
import { type DelimitedRecord, delimitedRecords, isCutOff, withLinesApart } from '../frame/delimited-records.ts';
import { type ListFile, textOf } from '../frame/list-file.ts';
import { type FlatPart, type FlatShape, fixedCells } from './flat-shape.ts';

export interface FlatRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly brokenQuotes: boolean;
  /** The file ends inside this row. */
  readonly cutOff: boolean;
  /** The first row after an end mark: another file was glued on. */
  readonly glued: boolean;
}

/** Streams the rows of a flat file, nulls as empty texts. A file glued from several keeps the end mark of each before its first number: it goes. */
export async function* flatRows(
  file: ListFile,
  shape: FlatShape,
  part: FlatPart,
  limits: ReadLimits,
  onBytes?: (piece: Buffer) => void,
): AsyncGenerator<readonly FlatRow[]> {
  const text = textOf(file, limits, onBytes);
  const fixed = shape.is === 'fixed';
  const cut = fixed ? { delimiter: '\u0000', quote: null } : { delimiter: shape.delimiter, quote: '"' };
  for await (const some of delimitedRecords(text, cut, limits)) {
    const records = fixed ? some : withLinesApart(some, cut, columnCounts[part]);
    yield records.map((record) => ({ ...rowOf(record, fixed, part), cutOff: !fixed && isCutOff(record, columnCounts[part]) }));
  }
}

/** Columns of each file. */
export const columnCounts: Readonly<Record<FlatPart, number>> = { main: 12, names: 5, addresses: 6, remarks: 2 };

/** Remarks are cut between any two letters, and what follows spills into a file of its own: a blank at the cut belongs to the text. */
const remarksColumn: Partial<Readonly<Record<FlatPart, number>>> = { main: 11, remarks: 1 };

function rowOf(record: DelimitedRecord, fixed: boolean, part: FlatPart): Omit<FlatRow, 'cutOff'> {
  const text = withoutEndMark(record.text);
  const cells = fixed ? fixedCells(text, part) : record.cells;
  return {
    line: record.line,
    text,
    brokenQuotes: record.brokenQuotes,
    glued: text !== record.text,
    cells: cells.map((cell, index) => {
      const plain = withoutEndMark(cell.trim());
      if (plain === '-0-') return '';
      return !fixed && index === remarksColumn[part] ? withoutEndMark(cell) : plain;
    }),
  };
}

/** DOS ended text files with this character. */
const endMark = '\u001a';

function withoutEndMark(text: string): string {
  let start = 0;
  while (text[start] === endMark) start += 1;
  return text.slice(start);
}
