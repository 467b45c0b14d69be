import path from 'node:path';
import { parseArgs } from 'node:util';
import { IsoDate } from '../../src-shared/model/dates.ts';
import { inputFormatOf } from '../core/batch-input/index.ts';
import { type ClassifyBatch, type ClassifyError, runClassifyBatch } from '../core/classification-batch/index.ts';
import { type CliIo, exitCodes, inputFault } from './io.ts';

const usage = `Usage: gatehouse classify --in FILE --out FILE.jsonl [--kind chip|model|auto|facts] [--on YYYY-MM-DD] [--packs us-ear,eu,...]

Says for every row which control entries it meets, misses or leaves open on a day, and writes one JSON line each.
  --in     .jsonl (one object per line), .json (a list, or a catalogue that holds one), .csv or .xlsx (header in the first row)
  --kind   chip: fields of the accelerator catalogue; model: parametersTotal, trainingTokens, trainingOperations, weightsPublished, ...;
           facts: fact patterns { id, on, facts: { item, exporter } }; auto (the rule): by the fields of each row
  --on     day of the law for rows that name none; today where it is not given
  --packs  rule packs to judge by; all where it is not given
`;

const kinds = ['chip', 'model', 'auto', 'facts'] as const;

interface Options {
  in?: string | undefined;
  out?: string | undefined;
  kind?: string | undefined;
  on?: string | undefined;
  packs?: string | undefined;
  help?: boolean | undefined;
}

/** `gatehouse classify`: 0 done, 2 bad arguments, 3 input rejected (row and column on stderr), 4 refused because a rule pack is not sound. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  let values: Options;
  try {
    const text = { type: 'string' } as const;
    ({ values } = parseArgs({
      args: [...args],
      options: { in: text, out: text, kind: text, on: text, packs: text, help: { type: 'boolean', short: 'h' } },
      strict: true,
    }));
  } catch (cause) {
    return complain(io, cause instanceof Error ? cause.message : String(cause));
  }
  if (values.help === true) {
    io.stdout(usage);
    return exitCodes.done;
  }
  const batch = batchOf(values, io);
  if (typeof batch === 'string') return complain(io, batch);
  const result = await runClassifyBatch(batch);
  if (!result.ok) return explain(io, values.in ?? '', values.out ?? '', result.error);
  const counts = Object.entries(result.value.byClassification).map(([name, count]) => `${count} ${name}`);
  io.stderr(`${result.value.rows} rows judged for ${batch.on}: ${counts.join(', ')}. Written to ${values.out ?? ''}. Not legal advice.\n`);
  return exitCodes.done;
}

/** Command line as a batch, or what is wrong with it. */
function batchOf(values: Options, io: CliIo): ClassifyBatch | string {
  if (values.in === undefined || values.out === undefined) return 'Both --in and --out are needed.';
  const kind = kinds.find((one) => one === (values.kind ?? 'auto'));
  if (kind === undefined) return `--kind is one of ${kinds.join(', ')}, not "${values.kind ?? ''}".`;
  const format = inputFormatOf(values.in);
  if (format === undefined) return `--in takes a .jsonl, .json, .csv or .xlsx file, not ${path.basename(values.in)}.`;
  if (kind === 'facts' && (format === 'csv' || format === 'xlsx'))
    return '--kind facts takes a .jsonl or .json file: fact patterns are nested.';
  const on = IsoDate.safeParse(values.on ?? today());
  if (!on.success) return `--on is not a day: ${values.on ?? ''}. Write YYYY-MM-DD.`;
  const input = path.resolve(io.cwd, values.in);
  const fault = inputFault(input);
  if (fault !== undefined) return fault;
  const output = path.resolve(io.cwd, values.out);
  if (input === output) return '--in and --out are the same file.';
  const packs =
    values.packs === undefined
      ? null
      : values.packs
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== '');
  if (packs?.length === 0) return '--packs names no pack.';
  return { input, format, output, kind, on: on.data, packs, resources: io.resources };
}

const today = (): string => new Date().toISOString().slice(0, 10);

function complain(io: CliIo, message: string): number {
  io.stderr(`gatehouse classify: ${message}\n\n${usage}`);
  return exitCodes.badArguments;
}

function explain(io: CliIo, input: string, output: string, error: ClassifyError): number {
  switch (error.code) {
    case 'input.rejected':
      for (const { line, column, problem } of error.problems)
        io.stderr(`${input}: row ${line}${column === undefined ? '' : `, column ${column}`}: ${problem}\n`);
      io.stderr('Nothing was written. Mend the file and run the command again.\n');
      return exitCodes.inputRejected;
    case 'input.unreadable':
      io.stderr(`gatehouse classify: ${input} cannot be read: ${error.detail}\n`);
      return exitCodes.inputRejected;
    case 'output.unwritable':
      io.stderr(`gatehouse classify: ${output} cannot be written: ${error.detail}\n`);
      return exitCodes.badArguments;
    case 'packs.unknown':
      io.stderr(`gatehouse classify: no rule pack ${error.unknown.join(', ')}. There are: ${error.known.join(', ')}.\n`);
      return exitCodes.badArguments;
    case 'packs.refused':
      for (const problem of error.problems) io.stderr(`${problem.pack} ${problem.path}: ${problem.message}\n`);
      io.stderr(
        'gatehouse classify: a rule pack is not sound, so nothing was judged. Install the program again, or leave the pack out with --packs.\n',
      );
      return exitCodes.refused;
  }
}
