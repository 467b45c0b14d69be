import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dropUnfinished, whyUnwritten } from '../core/files/index.ts';
import { askSecret } from './ask-secret.ts';
import { type CliCommand, type CliIo, exitCodes } from './io.ts';
import { startPrintProcess } from './print-process.ts';

interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<CliCommand>;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  audit: { summary: 'audit access logs for deemed exports and the signs around them', load: async () => (await import('./audit.ts')).run },
  classify: {
    summary: 'say which control entries chips, models or fact patterns meet',
    load: async () => (await import('./classify.ts')).run,
  },
  compute: { summary: 'estimate training compute for a table of models', load: async () => (await import('./compute.ts')).run },
  exchange: {
    summary: 'save records for other offices, and prove that a file of theirs is as it was signed',
    load: async () => (await import('./exchange.ts')).run,
  },
  gate: {
    summary: 'tell a workspace what a training pipeline reached, and ask whether the gate is open',
    load: async () => (await import('./gate.ts')).run,
  },
  lists: {
    summary: 'say what files of restricted-party lists hold, and what changed between two',
    load: async () => (await import('./lists.ts')).run,
  },
  release: {
    summary: 'say whether acts of access release something, to which country, under which licence',
    load: async () => (await import('./release.ts')).run,
  },
  report: {
    summary: 'make a report or an audit binder of a workspace',
    load: async () => (await import('./report.ts')).run,
  },
  screen: {
    summary: 'screen names against restricted-party lists, with the reasons',
    load: async () => (await import('./screen.ts')).run,
  },
  status: {
    summary: 'say where a workspace stands: the numbers of its overview',
    load: async () => (await import('./status.ts')).run,
  },
  transfers: {
    summary: 'list what is queued to go, with what holds each transfer',
    load: async () => (await import('./transfers.ts')).run,
  },
  verify: {
    summary: 'check that an audit binder is whole, without a workspace',
    load: async () => (await import('./verify.ts')).run,
  },
};

/** The nearest folder above this file that holds the app's package.json: the checkout, or the packaged app. */
function appFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('The app folder with its package.json was not found');
    folder = parent;
  }
  return folder;
}

/** Packs lie beside the archive in a packaged app and in `resources/` in a checkout. */
function resourcesFolder(): string {
  const inCheckout = path.join(appFolder(), 'resources');
  if (existsSync(inCheckout)) return inCheckout;
  const packaged = 'resourcesPath' in process && typeof process.resourcesPath === 'string' ? process.resourcesPath : appFolder();
  return path.join(packaged, 'resources');
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(appFolder(), 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, entry]) => `  ${name.padEnd(12)}${entry.summary}`);
  return [
    'Usage: gatehouse <command> [options]',
    '',
    ...lines,
    '  help        this text',
    '  version     the version of this program',
    '',
    'Exit codes: 0 done, 2 bad arguments, 3 input rejected, 4 refused by policy, 5 rows left out, altered since it was signed, or a gate held.',
    'Add --help to a command for its options. Nothing here is legal advice.',
    '',
  ].join('\n');
}

/**
 * Runs one command of the `gatehouse` command line and resolves to its exit code.
 * `args` are the words after the program's name. Throws only on a defect.
 */
export async function runCli(args: readonly string[], io: CliIo = processIo()): Promise<number> {
  // A packaged start puts `--` first, which keeps Chromium from reading our options as its own.
  const [name, ...rest] = args[0] === '--' ? args.slice(1) : args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.stdout(usage());
    return name === undefined ? exitCodes.badArguments : exitCodes.done;
  }
  if (name === 'version' || name === '--version') {
    io.stdout(`${version()}\n`);
    return exitCodes.done;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    io.stderr(`gatehouse: there is no command "${name.slice(0, 40)}". Run "gatehouse help" for the list.\n`);
    return exitCodes.badArguments;
  }
  const command = await entry.load();
  return command(rest, io);
}

/** What a command is given when this program runs it. */
export function processIo(): CliIo {
  return {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    resources: resourcesFolder(),
    cwd: process.cwd(),
    host: {
      version: version(),
      printer: () => {
        const { GATEHOUSE_ELECTRON: runtime, GATEHOUSE_ELECTRON_ARGS: args } = process.env;
        if (runtime === undefined || !existsSync(runtime))
          return 'PDF needs the Electron runtime, which was not found. Start the command with "npm run -s gatehouse -- report …", which sets it up, or take --format xlsx, docx or json.';
        return startPrintProcess(runtime, args === undefined ? [] : (JSON.parse(args) as string[]), appFolder());
      },
      askSecret,
    },
  };
}

/** Exit codes of a program that a signal ended, as a shell says them. */
const endedBy = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Ends in the middle: nothing half-written stays behind. */
function leave(code: number): never {
  dropUnfinished();
  process.exit(code);
}

if (import.meta.main) {
  // A reader such as `head` may close the pipe early; that is the end of the work, not a defect. Nobody who reads remarks is needed to do it.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') leave(exitCodes.done);
    process.stderr.write(`gatehouse: the answer cannot be written: ${whyUnwritten(error)}\n`, () => leave(exitCodes.badArguments));
  });
  process.stderr.on('error', () => undefined);
  for (const [signal, code] of Object.entries(endedBy)) process.once(signal, () => leave(code));
  try {
    process.exitCode = await runCli(process.argv.slice(2));
  } catch (cause) {
    process.exitCode = exitCodes.defect;
    const said = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(
      `gatehouse: something failed that should not have: ${said}\nNo output file was written. Please report it with the command you gave.\n`,
    );
    if (process.env['GATEHOUSE_TRACE'] !== undefined && cause instanceof Error) process.stderr.write(`${cause.stack ?? ''}\n`);
    dropUnfinished();
  }
}
