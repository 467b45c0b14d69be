import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { type ClassifyBatch, type ClassifyError, runClassifyBatch } from '../core/classification-batch/index.ts';
import { dayOf, inputAndOutput } from './arguments.ts';
import { defineCommand, type Given } from './command.ts';
import type { CliIo } from './io.ts';
import { badArguments, packsRefused, type Refusal, rowsRefused } from './refusal.ts';

const usage = `Usage: gatehouse classify --in FILE --out FILE.jsonl [--kind chip|model|auto|facts] [--on YYYY-MM-DD] [--packs us-ear,eu,...]

Says for every row which control entries it meets, misses or leaves open on a day, and writes one JSON line each.
  --in     .jsonl (one object per line), .json (a list, or a catalogue that holds one), .csv or .xlsx (header in the first row)
  --kind   chip: fields of the accelerator catalogue; model: parametersTotal, trainingTokens, trainingOperations, weightsPublished, ...;
           facts: fact patterns { id, on, facts: { item, exporter } }; auto (the rule): by the fields of each row
  --on     day of the law for rows that name none; today where it is not given
  --packs  rule packs to judge by; all where it is not given
`;

const kinds = ['chip', 'model', 'auto', 'facts'] as const;

const options = { in: 'text', out: 'text', kind: 'text', on: 'text', packs: 'text' } as const;

export const run = defineCommand({
  name: 'classify',
  usage,
  options,
  perform: async (given, io) => {
    const batch = batchOf(given, io);
    if (!batch.ok) return batch;
    const done = await runClassifyBatch(batch.value);
    if (!done.ok) return err(refusalOf(done.error, given));
    const counts = Object.entries(done.value.byClassification).map(([name, count]) => `${count} ${name}`);
    return ok(
      `${done.value.rows} rows judged for ${batch.value.on}: ${counts.join(', ')}. Written to ${given.out ?? ''}. Not legal advice.`,
    );
  },
});

function batchOf(given: Given<typeof options>, io: CliIo): Result<ClassifyBatch, Refusal> {
  const kind = kinds.find((one) => one === (given.kind ?? 'auto'));
  if (kind === undefined) return err(badArguments(`--kind is one of ${kinds.join(', ')}, not "${given.kind ?? ''}".`));
  const files =
    kind === 'facts'
      ? inputAndOutput(given, io, ['jsonl', 'json'], ' with --kind facts: fact patterns are nested')
      : inputAndOutput(given, io, ['jsonl', 'json', 'csv', 'xlsx']);
  if (!files.ok) return files;
  const on = dayOf(given.on);
  if (!on.ok) return on;
  const packs = given.packs === undefined ? null : namesIn(given.packs);
  if (packs?.length === 0) return err(badArguments('--packs names no pack.'));
  return ok({ ...files.value, kind, on: on.value, packs, resources: io.resources });
}

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function refusalOf(error: ClassifyError, given: Given<typeof options>): Refusal {
  switch (error.code) {
    case 'packs.unknown':
      return badArguments(`no rule pack ${error.unknown.join(', ')}. There are: ${error.known.join(', ')}.`);
    case 'packs.refused':
      return packsRefused(error.problems, 'Install the program again, or leave the pack out with --packs.');
    default:
      return rowsRefused(error, given);
  }
}
