import { join } from 'node:path';
import type { PackProblem } from '../../../src-shared/formats/rulepack.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../src-shared/model/finding.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { classifyItem } from '../../engine/classification/index.ts';
import { type AnsweredRow, answerRows, type InputFormat, isRow, type Row, type RowProblem, type RowsFault } from '../batch-input/index.ts';
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
  | RowsFault
  | { readonly code: 'packs.unknown'; readonly unknown: readonly string[]; readonly known: readonly string[] }
  | { readonly code: 'packs.refused'; readonly problems: readonly PackProblem[] };

/**
 * Classifies every row of a file and writes one JSON line each, in the order of the file.
 *
 * A file with a faulty row leaves nothing behind; see `answerRows`.
 */
export async function runClassifyBatch(batch: ClassifyBatch): Promise<Result<ClassifyDone, ClassifyError>> {
  const packs = await choosePacks(join(batch.resources, 'rulepacks'), batch.packs);
  if (!packs.ok) return packs;
  const { input, format, output } = batch;
  const done = await answerRows<string>({
    input,
    format,
    output,
    toRow: rowFromCells,
    whenEmpty: 'The file holds no rows.',
    answer: (row, line) => classifyRow(row, line, batch, packs.value),
  });
  return done.ok ? ok({ rows: done.value.rows, byClassification: done.value.byHeading as Readonly<Record<string, number>> }) : done;
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

/** Classifies one row that is already in memory. */
export function classifyRow(
  row: Row,
  line: number,
  batch: Pick<ClassifyBatch, 'kind' | 'on'>,
  packs: readonly RulePack[],
): Result<AnsweredRow<string>, readonly RowProblem[]> {
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
  return ok({ heading: finding.classification, line: answerOf(kind, idOf(flat, line), finding) });
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
