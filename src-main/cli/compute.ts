import { err, ok } from '../../src-shared/model/result.ts';
import { runComputeBatch } from '../core/compute-batch/index.ts';
import { inputAndOutput } from './arguments.ts';
import { defineCommand } from './command.ts';
import { refused, rowsRefused } from './refusal.ts';

const usage = `Usage: gatehouse compute --in FILE --out FILE.jsonl

Estimates training compute for every model of a table and writes one JSON line for each.
  --in     .csv or .xlsx (header in the first row), .jsonl (one object per line) or .json (a list)
Columns read: model, domain, parameters, active_parameters, dataset_size, dataset_unit, epochs, hardware,
hardware_quantity, training_hours, mfu, hfu, numerical_format, base_model, finetune_flop, training_power_w.
Other columns are ignored, answers and hints among them. A model without enough facts is refused with the reason.
`;

export const run = defineCommand({
  name: 'compute',
  usage,
  options: { in: 'text', out: 'text' },
  perform: async (given, io) => {
    const files = inputAndOutput(given, io, ['csv', 'xlsx', 'jsonl', 'json']);
    if (!files.ok) return files;
    const done = await runComputeBatch({ ...files.value, resources: io.resources });
    if (done.ok) {
      const { rows, estimated, refused: withoutTotal } = done.value;
      return ok(`${rows} models: ${estimated} estimated, ${withoutTotal} refused with the reason. Written to ${given.out ?? ''}`);
    }
    if (done.error.code !== 'catalogue') return err(rowsRefused(done.error, given));
    const { file, detail } = done.error.error;
    return err(refused(`the accelerator catalogue is damaged (${file}: ${detail}). Install the program again.`));
  },
});
