import path from 'node:path';
import { parseArgs } from 'node:util';
import { IsoDate } from '../../src-shared/model/dates.ts';
import { inputFormatOf } from '../core/batch-input/index.ts';
import type { ClassifyError } from '../core/classification-batch/index.ts';
import { type ReleaseBatch, runReleaseBatch } from '../core/release-batch/index.ts';
import { type CliIo, exitCodes, inputFault } from './io.ts';

const usage = `Usage: gatehouse release --in FILE.jsonl --out FILE.jsonl [--on YYYY-MM-DD]

Says for every act of access whether it releases or sends something, to which country, and whether that needs a licence.
  --in   .jsonl (one object per line) or .json (a list): { id, on, facts: { person, item, access, authorisation, … } }
  --on   day of the law for lines that name none; today where it is not given
What is missing or null is not known, and never means no.
`;

interface Options {
  in?: string | undefined;
  out?: string | undefined;
  on?: string | undefined;
  help?: boolean | undefined;
}

/** `gatehouse release`: 0 done, 2 bad arguments, 3 input rejected (line and field on stderr), 4 refused because a rule pack is not sound. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  let values: Options;
  try {
    const text = { type: 'string' } as const;
    ({ values } = parseArgs({
      args: [...args],
      options: { in: text, out: text, on: text, help: { type: 'boolean', short: 'h' } },
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
  const result = await runReleaseBatch(batch);
  if (!result.ok) return explain(io, values.in ?? '', values.out ?? '', result.error);
  const counts = Object.entries(result.value.byLicence).map(([name, count]) => `${count} ${name}`);
  io.stderr(`${result.value.lines} acts judged: ${counts.join(', ')}. Written to ${values.out ?? ''}. Not legal advice.\n`);
  return exitCodes.done;
}

/** Command line as a batch, or what is wrong with it. */
function batchOf(values: Options, io: CliIo): ReleaseBatch | string {
  if (values.in === undefined || values.out === undefined) return 'Both --in and --out are needed.';
  const format = inputFormatOf(values.in);
  if (format !== 'jsonl' && format !== 'json')
    return `--in takes a .jsonl or .json file, not ${path.basename(values.in)}: fact patterns are nested.`;
  const on = IsoDate.safeParse(values.on ?? new Date().toISOString().slice(0, 10));
  if (!on.success) return `--on is not a day: ${values.on ?? ''}. Write YYYY-MM-DD.`;
  const input = path.resolve(io.cwd, values.in);
  const fault = inputFault(input);
  if (fault !== undefined) return fault;
  const output = path.resolve(io.cwd, values.out);
  if (input === output) return '--in and --out are the same file.';
  return { input, format, output, on: on.data, resources: io.resources };
}

function complain(io: CliIo, message: string): number {
  io.stderr(`gatehouse release: ${message}\n\n${usage}`);
  return exitCodes.badArguments;
}

function explain(io: CliIo, input: string, output: string, error: ClassifyError): number {
  switch (error.code) {
    case 'input.rejected':
      for (const { line, column, problem } of error.problems)
        io.stderr(`${input}: line ${line}${column === undefined ? '' : `, ${column}`}: ${problem}\n`);
      io.stderr('Nothing was written. Mend the file and run the command again.\n');
      return exitCodes.inputRejected;
    case 'input.unreadable':
      io.stderr(`gatehouse release: ${input} cannot be read: ${error.detail}\n`);
      return exitCodes.inputRejected;
    case 'output.unwritable':
      io.stderr(`gatehouse release: ${output} cannot be written: ${error.detail}\n`);
      return exitCodes.badArguments;
    case 'packs.unknown':
    case 'packs.refused':
      for (const problem of error.code === 'packs.refused' ? error.problems : [])
        io.stderr(`${problem.pack} ${problem.path}: ${problem.message}\n`);
      io.stderr('gatehouse release: a rule pack is not sound, so nothing was judged. Install the program again.\n');
      return exitCodes.refused;
  }
}
