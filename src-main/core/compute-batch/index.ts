import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { estimateCompute } from '../../engine/compute/index.ts';
import { eachRow, type InputFormat, InputRejected, isFileFault, isOfInput, type RowProblem } from '../batch-input/index.ts';
import { type CatalogueError, type ChipIndex, createChipIndex, loadAcceleratorCatalogue } from '../catalogues/index.ts';
import { asideOf, settled, whyUnwritten } from '../files/index.ts';
import { inputsFromRow, type KnownModel, modelKey } from './inputs.ts';
import { learn, namedBases, withoutRepeats } from './known.ts';
import { type OutputRecord, toOutput } from './output.ts';
import { type ModelRow, parseRow, type RawRow, rawRow, rowFromCells } from './row.ts';

export type { OutputRecord } from './output.ts';

export interface ComputeBatch {
  readonly input: string;
  readonly format: InputFormat;
  readonly output: string;
  /** Folder of the shipped packs. */
  readonly resources: string;
}

export interface ComputeBatchDone {
  readonly rows: number;
  readonly estimated: number;
  readonly refused: number;
}

export type ComputeBatchError =
  | { readonly code: 'input.rejected'; readonly problems: readonly RowProblem[] }
  | { readonly code: 'input.unreadable'; readonly detail: string }
  | { readonly code: 'output.unwritable'; readonly detail: string }
  | { readonly code: 'catalogue'; readonly error: CatalogueError };

/** Problems shown at most; a file with more has one cause. */
const mostProblems = 20;

/**
 * Estimates every model of a table and writes one JSON line each, in the order of the table.
 *
 * Reads the file three times: to check it all before anything is written, to learn the models that others name as their
 * base, and to estimate. Memory holds the base models only. Nothing is written when a row is faulty; the output takes its name once it is whole.
 */
export async function runComputeBatch(batch: ComputeBatch): Promise<Result<ComputeBatchDone, ComputeBatchError>> {
  const catalogue = await loadAcceleratorCatalogue(join(batch.resources, 'catalogues', 'accelerators'));
  if (!catalogue.ok) return err({ code: 'catalogue', error: catalogue.error });
  const index = createChipIndex(catalogue.value.accelerators);
  try {
    const wanted = await checkAll(batch);
    const known = await learnBases(batch, wanted, index);
    return await writeAll(batch, index, known);
  } catch (cause) {
    if (cause instanceof InputRejected) return err({ code: 'input.rejected', problems: cause.problems });
    if (isFileFault(cause)) return err({ code: 'input.unreadable', detail: cause.message });
    throw cause;
  }
}

/** Estimates rows that are already in memory, as the benchmark and tests need them. */
export function estimateRows(rows: readonly ModelRow[], index: ChipIndex): OutputRecord[] {
  const wanted = new Set(rows.flatMap(namedBases));
  const known = new Map<string, KnownModel>();
  for (const row of rows) if (wanted.has(modelKey(row.model))) learn(known, row, index);
  const bases = withoutRepeats(known);
  return rows.map((row) => estimateRow(row, index, bases));
}

function estimateRow(row: ModelRow, index: ChipIndex, known: ReadonlyMap<string, KnownModel>): OutputRecord {
  const { inputs, messages } = inputsFromRow(row, index, known);
  return toOutput(row.model, inputs, estimateCompute(inputs), messages);
}

const eachModel = ({ input, format }: Pick<ComputeBatch, 'input' | 'format'>, take: (raw: RawRow) => void | Promise<void>): Promise<void> =>
  eachRow(input, format, rowFromCells, (line, row) => take(rawRow(line, row)));

async function checkAll(batch: ComputeBatch): Promise<ReadonlySet<string>> {
  const wanted = new Set<string>();
  const problems: RowProblem[] = [];
  let rows = 0;
  await eachModel(batch, (raw) => {
    rows += 1;
    const { row, problems: found } = parseRow(raw);
    problems.push(...found);
    if (problems.length >= mostProblems) throw new InputRejected(problems.slice(0, mostProblems));
    for (const name of namedBases(row)) wanted.add(name);
  });
  if (rows === 0) throw new InputRejected([{ line: 1, problem: 'The file is empty: it holds no rows' }]);
  if (problems.length > 0) throw new InputRejected(problems.slice(0, mostProblems));
  return wanted;
}

async function learnBases(batch: ComputeBatch, wanted: ReadonlySet<string>, index: ChipIndex): Promise<ReadonlyMap<string, KnownModel>> {
  const known = new Map<string, KnownModel>();
  if (wanted.size === 0) return known;
  await eachModel(batch, (raw) => {
    const { row } = parseRow(raw);
    if (wanted.has(modelKey(row.model))) learn(known, row, index);
  });
  return withoutRepeats(known);
}

async function writeAll(
  batch: ComputeBatch,
  index: ChipIndex,
  known: ReadonlyMap<string, KnownModel>,
): Promise<Result<ComputeBatchDone, ComputeBatchError>> {
  const partial = asideOf(batch.output);
  try {
    const done = await writeInto(partial, batch, index, known);
    await rename(partial, batch.output);
    return ok(done);
  } catch (cause) {
    await rm(partial, { force: true });
    if (isFileFault(cause) && !isOfInput(cause, batch.input)) return err({ code: 'output.unwritable', detail: whyUnwritten(cause) });
    throw cause;
  } finally {
    settled(partial);
  }
}

async function writeInto(
  partial: string,
  batch: ComputeBatch,
  index: ChipIndex,
  known: ReadonlyMap<string, KnownModel>,
): Promise<ComputeBatchDone> {
  const done = { rows: 0, estimated: 0, refused: 0 };
  const file = await open(partial, 'w');
  try {
    let pending = '';
    await eachModel(batch, async (raw) => {
      const record = estimateRow(parseRow(raw).row, index, known);
      done.rows += 1;
      if (record.refused) done.refused += 1;
      else done.estimated += 1;
      pending += `${JSON.stringify(record)}\n`;
      if (pending.length > 64_000) {
        await file.write(pending);
        pending = '';
      }
    });
    await file.write(pending);
  } finally {
    await file.close();
  }
  return done;
}
