import path from 'node:path';
import { parseArgs } from 'node:util';
import { inputFormatOf } from '../core/batch-input/index.ts';
import { type ComputeBatchError, runComputeBatch } from '../core/compute-batch/index.ts';
import { type CliIo, exitCodes, inputFault } from './io.ts';

const usage = `Usage: gatehouse compute --in FILE --out FILE.jsonl

Estimates training compute for every model of a table and writes one JSON line for each.
  --in     .csv or .xlsx (header in the first row), .jsonl (one object per line) or .json (a list)
Columns read: model, domain, parameters, active_parameters, dataset_size, dataset_unit, epochs, hardware,
hardware_quantity, training_hours, mfu, hfu, numerical_format, base_model, finetune_flop, training_power_w.
Other columns are ignored, answers and hints among them. A model without enough facts is refused with the reason.
`;

/** `gatehouse compute`: 0 done, 2 bad arguments, 3 input rejected (line and column on stderr). */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  let values: { in?: string | undefined; out?: string | undefined; help?: boolean | undefined };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      strict: true,
    }));
  } catch (cause) {
    return complain(io, cause instanceof Error ? cause.message : String(cause));
  }
  if (values.help === true) {
    io.stdout(usage);
    return exitCodes.done;
  }
  if (values.in === undefined || values.out === undefined) return complain(io, 'Both --in and --out are needed.');
  const format = inputFormatOf(values.in);
  if (format === undefined) return complain(io, `--in takes a .csv, .xlsx, .jsonl or .json file, not ${path.basename(values.in)}.`);
  const input = path.resolve(io.cwd, values.in);
  const fault = inputFault(input);
  if (fault !== undefined) return complain(io, fault);
  const output = path.resolve(io.cwd, values.out);
  if (input === output) return complain(io, '--in and --out are the same file.');

  const result = await runComputeBatch({ input, format, output, resources: io.resources });
  if (!result.ok) return explain(io, values.in, values.out, result.error);
  const { rows, estimated, refused } = result.value;
  io.stderr(`${rows} models: ${estimated} estimated, ${refused} refused with the reason. Written to ${values.out}\n`);
  return exitCodes.done;
}

function complain(io: CliIo, message: string): number {
  io.stderr(`gatehouse compute: ${message}\n\n${usage}`);
  return exitCodes.badArguments;
}

function explain(io: CliIo, input: string, output: string, error: ComputeBatchError): number {
  switch (error.code) {
    case 'input.rejected':
      for (const { line, column, problem } of error.problems)
        io.stderr(`${input}:${line}${column === undefined ? '' : `, column ${column}`}: ${problem}\n`);
      io.stderr('Nothing was written. Mend the file and run the command again.\n');
      return exitCodes.inputRejected;
    case 'input.unreadable':
      io.stderr(`gatehouse compute: ${input} cannot be read: ${error.detail}\n`);
      return exitCodes.badArguments;
    case 'output.unwritable':
      io.stderr(`gatehouse compute: ${output} cannot be written: ${error.detail}\n`);
      return exitCodes.badArguments;
    case 'catalogue':
      io.stderr(
        `gatehouse compute: the accelerator catalogue is damaged (${error.error.file}: ${error.error.detail}). Install the program again.\n`,
      );
      return exitCodes.inputRejected;
  }
}
