import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackProblem } from '../../../src-shared/formats/rulepack.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../src-shared/model/finding.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { classifyItem } from '../../engine/classification/index.ts';
import { eachRow, type InputFormat, InputRejected, isFileFault, isRow, type Row, type RowProblem } from '../batch-input/index.ts';
import { loadRulePacks } from '../rulepacks/index.ts';
import { factsAnswer, listLine } from './answers.ts';
import { looksLikeChip } from './read-chip.ts';
import { type ReadFacts, readFactPattern, readRow } from './read-facts.ts';
import { rowFromCells } from './table-row.ts';
import { withInputs } from './values.ts';

export type ClassifyKind = 'chip' | 'model' | 'auto' | 'facts';

export interface ClassifyBatch {
  readonly input: string;
  readonly format: InputFormat;
  readonly output: string;
  readonly kind: ClassifyKind;
  /** Day for rows that name none. */
  readonly on: IsoDate;
  /** Ids of the packs to judge by, or `null` for all. */
  readonly packs: readonly string[] | null;
  /** Folder of the shipped packs. */
  readonly resources: string;
}

export interface ClassifyDone {
  readonly rows: number;
  readonly byClassification: Readonly<Record<string, number>>;
}

export type ClassifyError =
  | { readonly code: 'input.rejected'; readonly problems: readonly RowProblem[] }
  | { readonly code: 'input.unreadable'; readonly detail: string }
  | { readonly code: 'output.unwritable'; readonly detail: string }
  | { readonly code: 'packs.unknown'; readonly unknown: readonly string[]; readonly known: readonly string[] }
  | { readonly code: 'packs.refused'; readonly problems: readonly PackProblem[] };

/** Problems shown at most; a file with more has one cause. */
const MOST_PROBLEMS = 20;
const FLUSH_CHARS = 256_000;

/**
 * Classifies every row of a file and writes one JSON line each, in the order of the file.
 *
 * One pass; memory holds one row. Lines go to a file beside the output that takes its name when all rows were good, so a
 * faulty file leaves nothing behind.
 */
export async function runClassifyBatch(batch: ClassifyBatch): Promise<Result<ClassifyDone, ClassifyError>> {
  const packs = await choosePacks(join(batch.resources, 'rulepacks'), batch.packs);
  if (!packs.ok) return packs;
  const partial = `${batch.output}.partial`;
  try {
    const done = await classifyInto(partial, batch, packs.value);
    if (done.ok) await rename(partial, batch.output);
    else await rm(partial, { force: true });
    return done;
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof InputRejected) return err({ code: 'input.rejected', problems: cause.problems });
    if (isFileFault(cause))
      return err(
        cause.path === batch.input || cause.path === undefined
          ? { code: 'input.unreadable', detail: cause.message }
          : { code: 'output.unwritable', detail: cause.message },
      );
    throw cause;
  }
}

/** Packs to judge by, all of them sound: a pack that does not match its hash is never left out silently. */
export async function choosePacks(
  directory: string,
  wanted: readonly string[] | null,
): Promise<Result<readonly RulePack[], ClassifyError>> {
  const loaded = await loadRulePacks(directory);
  if (!loaded.ok) return err({ code: 'packs.refused', problems: loaded.error });
  const known = [...loaded.value.packs.map(({ pack }) => pack.manifest.id), ...loaded.value.refused.map((problem) => problem.pack)];
  const unknown = (wanted ?? []).filter((id) => !known.includes(id));
  if (unknown.length > 0) return err({ code: 'packs.unknown', unknown, known: [...new Set(known)] });
  const refused = loaded.value.refused.filter((problem) => wanted === null || wanted.includes(problem.pack));
  if (refused.length > 0) return err({ code: 'packs.refused', problems: refused });
  return ok(loaded.value.packs.map(({ pack }) => pack).filter((pack) => wanted === null || wanted.includes(pack.manifest.id)));
}

async function classifyInto(
  partial: string,
  batch: ClassifyBatch,
  packs: readonly RulePack[],
): Promise<Result<ClassifyDone, ClassifyError>> {
  const file = await open(partial, 'w');
  const problems: RowProblem[] = [];
  const counts = new Map<string, number>();
  let rows = 0;
  let pending = '';
  try {
    await eachRow(batch.input, batch.format, rowFromCells, async (line, row) => {
      const taken = classifyRow(row, line, batch, packs);
      if (!taken.ok) {
        problems.push(...taken.error);
        if (problems.length >= MOST_PROBLEMS) throw new InputRejected(problems.slice(0, MOST_PROBLEMS));
        return;
      }
      rows += 1;
      counts.set(taken.value.classification, (counts.get(taken.value.classification) ?? 0) + 1);
      if (problems.length > 0) return;
      pending += `${JSON.stringify(taken.value.answer)}\n`;
      if (pending.length < FLUSH_CHARS) return;
      await file.write(pending);
      pending = '';
    });
    await file.write(pending);
  } catch (cause) {
    // A row that cannot be read at all ends the reading; what was wrong before it is told as well.
    if (!(cause instanceof InputRejected)) throw cause;
    for (const problem of cause.problems) if (!problems.includes(problem)) problems.push(problem);
  } finally {
    await file.close();
  }
  if (problems.length > 0) return err({ code: 'input.rejected', problems: problems.slice(0, MOST_PROBLEMS) });
  if (rows === 0) return err({ code: 'input.rejected', problems: [{ line: 1, problem: 'The file holds no rows.' }] });
  return ok({ rows, byClassification: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) });
}

interface ClassifiedRow {
  readonly classification: string;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Classifies one row that is already in memory. */
export function classifyRow(
  row: Row,
  line: number,
  batch: Pick<ClassifyBatch, 'kind' | 'on'>,
  packs: readonly RulePack[],
): Result<ClassifiedRow, readonly RowProblem[]> {
  const flat = withInputs(row);
  const kind = batch.kind === 'auto' ? guessKind(flat) : batch.kind;
  if (kind === undefined)
    return err([
      {
        line,
        problem:
          'This row is neither a chip (peak_dense, applicable_die_area_mm2, …) nor a model (parametersTotal, trainingOperations, …). Give --kind, or the fields.',
      },
    ]);
  const on = dayOf(flat, batch.on);
  if (on === undefined) return err([{ line, column: 'on', problem: `on is not a day: ${JSON.stringify(flat['on'])}. Write YYYY-MM-DD.` }]);
  const read: ReadFacts = kind === 'facts' ? readFactPattern(row['facts']) : readRow(flat, kind);
  if (read.facts === undefined) return err(read.problems.map((problem) => ({ line, column: problem.field, problem: problem.message })));
  const finding = classifyItem(read.facts, on, packs);
  return ok({ classification: finding.classification, answer: answerOf(kind, idOf(flat, line), finding) });
}

const answerOf = (kind: 'chip' | 'model' | 'facts', id: string, finding: ItemFinding): Readonly<Record<string, unknown>> =>
  kind === 'facts' ? { id, kind: 'classification', on: finding.on, ...factsAnswer(finding) } : listLine(id, finding);

function guessKind(row: Row): 'chip' | 'model' | 'facts' | undefined {
  if (isRow(row['facts'])) return 'facts';
  if (row['type'] === 'model' || row['type'] === 'chip') return row['type'];
  if (looksLikeChip(row)) return 'chip';
  const names = [
    'parametersTotal',
    'parameters',
    'trainingOperations',
    'training_compute_flop',
    'trainingTokens',
    'weightsPublished',
    'active_parameters',
    'parametersActive',
  ];
  return names.some((name) => Object.hasOwn(row, name)) ? 'model' : undefined;
}

function dayOf(row: Row, fallback: IsoDate): IsoDate | undefined {
  if (row['on'] === undefined || row['on'] === null || row['on'] === '') return fallback;
  const day = IsoDate.safeParse(row['on']);
  return day.success ? day.data : undefined;
}

function idOf(row: Row, line: number): string {
  const id = row['id'] ?? row['name'] ?? row['model'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : `row-${line}`;
}
