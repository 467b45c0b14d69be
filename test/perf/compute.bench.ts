import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eachRow } from '../../src-main/core/batch-input/index.ts';
import { createChipIndex, loadAcceleratorCatalogue } from '../../src-main/core/catalogues/index.ts';
import { estimateRows } from '../../src-main/core/compute-batch/index.ts';
import { type ModelRow, parseRow, rawRow, rowFromCells } from '../../src-main/core/compute-batch/row.ts';
import { type Answer, scoreEstimates } from './compute-score.ts';

export const title = 'Training-compute estimator against published figures';

const root = join(import.meta.dirname, '..', '..');
const table = join(root, '..', 'shared', 'data', 'training-compute.csv');
const columns = ['group', 'target', 'reached', 'count', 'share', 'verdict'];

/** Scores the estimator on the developer set. The columns with answers are read here only, never by the estimator. */
export async function run(): Promise<{ columns: string[]; rows: (string | number)[][]; notes?: string[] }> {
  if (!existsSync(table)) return { columns, rows: [], notes: ['Skipped: ../shared/data/training-compute.csv is not here.'] };
  const catalogue = await loadAcceleratorCatalogue(join(root, 'resources', 'catalogues', 'accelerators'));
  if (!catalogue.ok) throw new Error(`The accelerator catalogue is damaged: ${catalogue.error.file}: ${catalogue.error.detail}`);
  const models: ModelRow[] = [];
  const answers: Answer[] = [];
  await eachRow(table, 'csv', rowFromCells, (line, row) => {
    const raw = rawRow(line, row);
    models.push(parseRow(raw).row);
    answers.push({
      method: String(raw.values['suggested_method']),
      published: Number(raw.values['training_compute_flop']),
      inputs: String(raw.values['inputs_available']),
    });
  });
  const start = performance.now();
  const records = estimateRows(models, createChipIndex(catalogue.value.accelerators));
  const took = performance.now() - start;
  const score = scoreEstimates(models, records, answers);
  return { columns, rows: score.rows, notes: [...score.notes, `${records.length} models in ${took.toFixed(0)} ms`] };
}
