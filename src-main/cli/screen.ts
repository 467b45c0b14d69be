import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { runScreenBatch, type ScreenBatch, type ScreenBatchError, screeningProfile } from '../core/screening-batch/index.ts';
import { dayOf, inputAndOutput } from './arguments.ts';
import { defineCommand, type Given } from './command.ts';
import { type CliCommand, type CliIo, exitCodes } from './io.ts';
import { badArguments, inputRejected, outputUnwritable, type Refusal } from './refusal.ts';

const usage = `Usage: gatehouse screen --lists PATH [PATH ...] --in FILE --out FILE.jsonl
                        [--profile wide|strict] [--threshold 0..1] [--all-above 0..1] [--on YYYY-MM-DD] [--workers N]

Screens every name of a file against restricted-party lists and writes one JSON line each: the hits, best first, with the reasons.
  --lists      official list files (also .gz), or folders of them; recognised by content
  --in         .jsonl ({"qid","query","type","country","dob","ids"}), .json, .csv or .xlsx (header in the first row)
  --profile    wide finds more and asks more; strict asks least; the product's default where it is not given
  --threshold  a hit is written from this score on, instead of the profile's review thresholds
  --all-above  the same, for curves: bands stay those of the profile
  --on         day asked about, for entries that lapse; today where it is not given
  --workers    threads; one per processor, four at most, where it is not given

Exit code 5: everything is written, but some rows could not be screened at all. Each faulty row is named on stderr and in the output.
`;

const options = {
  lists: 'texts',
  in: 'text',
  out: 'text',
  profile: 'text',
  threshold: 'text',
  'all-above': 'text',
  on: 'text',
  workers: 'text',
} as const;

/** Paths that follow `--lists a b c` without the option in front of each. */
function withEachList(args: readonly string[]): string[] {
  const spread: string[] = [];
  let inLists = false;
  for (const arg of args) {
    if (arg.startsWith('-')) inLists = arg === '--lists';
    else if (inLists && spread.at(-1) !== '--lists') spread.push('--lists');
    spread.push(arg);
  }
  return spread;
}

export const run: CliCommand = (args, io) => command(withEachList(args), io);

const command = defineCommand({
  name: 'screen',
  usage,
  options,
  perform: async (given, io) => {
    const batch = batchOf(given, io);
    if (!batch.ok) return batch;
    const start = performance.now();
    const done = await runScreenBatch(batch.value);
    if (!done.ok) return err(refusalOf(done.error, given));
    const { faulty, notes, ...counts } = done.value;
    for (const note of notes) io.stderr(`${note}\n`);
    for (const { line, problems } of faulty) io.stderr(`${given.in ?? ''}: row ${line}: ${problems.join(' ')}\n`);
    const { user, system } = process.cpuUsage();
    return ok({
      // A name that was screened without a fact is screened; one that was not must not pass unnoticed.
      exitCode: faulty.every(({ screened }) => screened) ? exitCodes.done : exitCodes.faultyRows,
      remark: JSON.stringify({
        names: counts.names,
        faultyRows: faulty.length,
        parties: counts.parties,
        listNames: counts.listNames,
        namesWithHits: counts.withHits,
        hits: counts.hits,
        indexSeconds: rounded(counts.indexSeconds),
        screenSeconds: rounded(counts.screenSeconds),
        wallSeconds: rounded((performance.now() - start) / 1000),
        cpuSeconds: rounded((user + system) / 1e6),
        peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
      }),
    });
  },
});

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function batchOf(given: Given<typeof options>, io: CliIo): Result<ScreenBatch, Refusal> {
  if (given.lists === undefined) return err(badArguments('--lists is needed: a list file, or a folder of them.'));
  const files = inputAndOutput(given, io, ['jsonl', 'json', 'csv', 'xlsx']);
  if (!files.ok) return files;
  const lists = given.lists.map((list) => path.resolve(io.cwd, list));
  const missing = lists.find((list) => !existsSync(list));
  if (missing !== undefined) return err(badArguments(`--lists: there is no file or folder ${path.basename(missing)}.`));
  if (lists.includes(files.value.output)) return err(badArguments('--out has the name of a list.'));
  const profile = screeningProfile(given.profile ?? 'default');
  if (profile === undefined) return err(badArguments(`--profile is default, wide or strict, not "${given.profile ?? ''}".`));
  if (given.threshold !== undefined && given['all-above'] !== undefined)
    return err(badArguments('--threshold and --all-above say the same thing; give one of them.'));
  const from = shareOf(given.threshold ?? given['all-above']);
  if (Number.isNaN(from))
    return err(badArguments(`--${given.threshold === undefined ? 'all-above' : 'threshold'} is a number from 0 to 1.`));
  const on = dayOf(given.on);
  if (!on.ok) return on;
  const workers = given.workers === undefined ? Math.min(4, availableParallelism()) : Number(given.workers);
  if (!Number.isInteger(workers) || workers < 1 || workers > 64) return err(badArguments('--workers is a whole number from 1 to 64.'));
  return ok({ lists, ...files.value, profile, from, on: on.value, workers });
}

/** Null where nothing was given, NaN for what is no share. */
function shareOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const share = text.trim() === '' ? Number.NaN : Number(text);
  return share >= 0 && share <= 1 ? share : Number.NaN;
}

function refusalOf(error: ScreenBatchError, given: Given<typeof options>): Refusal {
  switch (error.code) {
    case 'lists':
      return inputRejected(error.faults);
    case 'input.rejected':
      return inputRejected(
        ['Nothing was written. Mend the file and run the command again.'],
        error.problems.map(
          ({ line, column, problem }) => `${given.in ?? ''}: row ${line}${column === undefined ? '' : `, column ${column}`}: ${problem}`,
        ),
      );
    case 'input.unreadable':
      return inputRejected([`${given.in ?? ''} cannot be read: ${error.detail}`]);
    case 'output.unwritable':
      return outputUnwritable(given.out ?? '', error.detail);
  }
}
