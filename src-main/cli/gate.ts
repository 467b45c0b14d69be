import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { stageNames } from '../../src-shared/formats/stage-report.ts';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { english } from '../../src-shared/text/en/index.ts';
import { createText } from '../../src-shared/text/format.ts';
import { whyWords } from '../../src-shared/text/gates.ts';
import { textIn } from '../core/batch-input/index.ts';
import { pathFault } from './arguments.ts';
import { defineCommand } from './command.ts';
import { type CliHost, type CliIo, exitCodes } from './io.ts';
import { passphraseOf } from './passphrase.ts';
import { badArguments, inputRejected, type Refusal } from './refusal.ts';
import { openHeadless } from './workspace.ts';

const usage = `Usage: gatehouse gate --workspace DIR --in FILE [--dry-run] [--passphrase-fd N]

Tells a workspace that a training pipeline reached a stage, and says whether the gate of that stage is open. One JSON line for each report.
  --in             reports, gatehouse.stage/1: one JSON object, a list of them, or one a line
  --dry-run        say what taking them in would do; nothing is written
  --passphrase-fd  number of an open file descriptor whose first line is the passphrase; asked at the terminal where it is not given
Exit codes: 0 every gate is open, 5 one is held, 3 a report cannot be taken in (then none is), 4 wrong passphrase.
A gate is opened by a person in the window, never by this command. The passphrase is never an argument and never taken from the environment.
`;

type Lines = OutputOf<'cases.previewStages'>;
type Line = Lines['lines'][number];

const mostBytes = 1_000_000;
const text = createText<Record<string, string>>('en', english);

export const run = defineCommand({
  name: 'gate',
  usage,
  options: { workspace: 'text', in: 'text', 'dry-run': 'flag', 'passphrase-fd': 'text' },
  perform: async (given, io) => {
    if (given.workspace === undefined || given.in === undefined) return err(badArguments('Both --workspace and --in are needed.'));
    const folder = path.resolve(io.cwd, given.workspace);
    const input = path.resolve(io.cwd, given.in);
    const fault = pathFault('workspace', folder, 'folder') ?? pathFault('in', input, 'file');
    if (fault !== undefined) return err(badArguments(fault));
    const name = path.basename(input);
    if (statSync(input).size > mostBytes) return err(inputRejected([`${name} is larger than ${mostBytes} bytes. Split it.`]));
    const { host } = io;
    if (host === undefined) throw new Error('This command needs a host');
    const passphrase = await passphraseOf(given['passphrase-fd'], host);
    if (!passphrase.ok) return passphrase;
    const answered = await ask(
      { folder, passphrase: passphrase.value, dryRun: given['dry-run'] === true },
      { text: textIn(readFileSync(input)), source: name.slice(0, 300), matches: [] },
      io,
      host,
    );
    if (!answered.ok) return answered;
    const { lines, recorded, openElsewhere } = answered.value;
    const answers = lines.map((line) => answerOf(line, recorded));
    for (const answer of answers) io.stdout(`${JSON.stringify(answer)}\n`);
    const held = answers.filter(({ state }) => state === 'held').length;
    const why = openElsewhere
      ? ' The workspace is open elsewhere and was only read, so nothing was recorded: run the command again later, or bring the file in by the window.'
      : '';
    return ok({
      remark: `${held === 0 ? 'Every gate is open.' : `${held} of ${answers.length} held.`}${why} Not legal advice.`,
      exitCode: held === 0 ? exitCodes.done : exitCodes.held,
    });
  },
});

interface Answered {
  readonly lines: readonly Line[];
  readonly recorded: boolean;
  readonly openElsewhere: boolean;
}

/** Looks first, and takes the reports in only where every one of them can be. */
async function ask(
  { folder, passphrase, dryRun }: { readonly folder: string; readonly passphrase: string; readonly dryRun: boolean },
  input: { readonly text: string; readonly source: string; readonly matches: readonly [] },
  io: CliIo,
  host: CliHost,
): Promise<Result<Answered, Refusal>> {
  const opened = await openHeadless({ folder, passphrase, readOnly: dryRun, on: null, output: null }, io, host);
  if (!opened.ok) return opened;
  const { call, close, readOnly } = opened.value;
  try {
    const looked = await call<Lines>('cases.previewStages', input);
    if (!looked.ok) return looked;
    const problems = looked.value.lines.flatMap(({ line, problem }) =>
      problem === null
        ? []
        : [`${input.source}: line ${line}: ${text.dynamic(`gates.stages.problem.${problem.code}`, { field: problem.field })}`],
    );
    if (problems.length > 0) return err(inputRejected(['Nothing was recorded. Mend the file and run the command again.'], problems));
    const openElsewhere = readOnly && !dryRun && looked.value.new > 0;
    if (readOnly || looked.value.new === 0) return ok({ lines: looked.value.lines, recorded: false, openElsewhere });
    const taken = await call<Lines>('cases.takeStages', input);
    return taken.ok ? ok({ lines: taken.value.lines, recorded: true, openElsewhere: false }) : taken;
  } finally {
    await close();
  }
}

/** One line of the answer; documented in docs/cli.md. */
function answerOf({ line, said, model, known, compute, onRecord, gate }: Line, taken: boolean) {
  if (said === null || model === null || gate === null) throw new Error(`Line ${line} was neither refused nor judged`);
  const wanting = gate.wanting.map((condition) => {
    const why = whyWords(text, condition);
    return { id: condition.id as string, text: text.dynamic(`gates.need.${condition.id}`), ...(why === '' ? {} : { why }) };
  });
  const besides = [
    ...(known === 'differs' ? ['sameRun'] : []),
    ...(gate.isOtherRun ? ['otherRun'] : []),
    ...(gate.state === 'ready' ? ['pass'] : []),
  ].map((id) => ({ id, text: text.dynamic(`gates.stages.missing.${id}`) }));
  return {
    line,
    model: model.name,
    modelId: model.assetId,
    version: model.versionLabel,
    gate: stageNames[said.gate],
    destination: said.destination === '' ? null : said.destination,
    runId: said.runId === '' ? null : said.runId,
    state: gate.open && known !== 'differs' ? 'open' : 'held',
    gateState: gate.state,
    missing: gate.open && known !== 'differs' ? [] : [...besides, ...wanting],
    passedBy: gate.pass?.by ?? null,
    passedOn: gate.pass?.on ?? null,
    recorded: known === 'repeated' || (known === 'new' && taken),
    repeated: known !== 'new',
    compute,
    computeOnRecord: onRecord,
  };
}
