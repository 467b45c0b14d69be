import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { IsoDate } from '../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { inputFormatOf } from '../core/batch-input/index.ts';
import type { CliIo } from './io.ts';
import { badArguments, type Refusal } from './refusal.ts';

type InputFormat = NonNullable<ReturnType<typeof inputFormatOf>>;

/** `--in` and `--out` of a command that answers one file with another. */
interface InputAndOutput<Format extends InputFormat> {
  /** Absolute. */
  readonly input: string;
  readonly format: Format;
  /** Absolute. */
  readonly output: string;
}

/**
 * Checks `--in` and `--out`: both given, a readable file of a format the command takes, and two files.
 * `because` is said after a format that is not taken. Errors: `badArguments`, with the option.
 */
export function inputAndOutput<const Format extends InputFormat>(
  given: { readonly in?: string; readonly out?: string },
  io: CliIo,
  formats: readonly Format[],
  because = '',
): Result<InputAndOutput<Format>, Refusal> {
  if (given.in === undefined || given.out === undefined) return err(badArguments('Both --in and --out are needed.'));
  const found = inputFormatOf(given.in);
  const format = formats.find((one) => one === found);
  if (format === undefined) return err(badArguments(`--in takes a ${endings(formats)} file, not ${path.basename(given.in)}${because}.`));
  const input = path.resolve(io.cwd, given.in);
  const fault = pathFault('in', input, 'file');
  if (fault !== undefined) return err(badArguments(fault));
  const output = path.resolve(io.cwd, given.out);
  if (input === output) return err(badArguments('--in and --out are the same file.'));
  const outFault = outputFault('out', output);
  return outFault === undefined ? ok({ input, format, output }) : err(badArguments(outFault));
}

/** The day of `--on`, or today in UTC where it is not given. Errors: `badArguments`. */
export function dayOf(on: string | undefined): Result<IsoDate, Refusal> {
  const day = IsoDate.safeParse(on ?? new Date().toISOString().slice(0, 10));
  return day.success ? ok(day.data) : err(badArguments(`--on is not a day: ${on ?? ''}. Write YYYY-MM-DD.`));
}

/** Why the path of an option cannot be read as a file or as a folder, or `undefined` when it can. `full` is absolute. */
export function pathFault(option: string, full: string, kind: 'file' | 'folder'): string | undefined {
  const name = path.basename(full);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found === undefined) return `--${option}: there is no ${kind} ${name}.`;
  if (!(kind === 'file' ? found.isFile() : found.isDirectory())) return `--${option}: ${name} is no ${kind}.`;
  try {
    accessSync(full, constants.R_OK);
    return undefined;
  } catch {
    return `--${option}: ${name} may not be read.`;
  }
}

/**
 * Why an option's path cannot take what is written, or `undefined` when it can. A file that is there gives way to the new one; what is no ordinary file
 * would be replaced by one, so it is refused. `full` is absolute.
 */
export function outputFault(option: string, full: string): string | undefined {
  const name = path.basename(full);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return `--${option}: ${name} is a folder. Name a file.`;
  if (found !== undefined && !found.isFile()) return `--${option}: ${full} is no ordinary file. Name a file.`;
  const folder = path.dirname(full);
  const parent = statSync(folder, { throwIfNoEntry: false });
  if (parent === undefined) return `--${option}: there is no folder ${path.basename(folder)} to write ${name} into. Make it first.`;
  if (!parent.isDirectory()) return `--${option}: ${path.basename(folder)} is no folder.`;
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch {
    return `--${option}: nothing may be written into the folder ${path.basename(folder)}.`;
  }
}

/** `.csv, .xlsx or .json` */
function endings(formats: readonly InputFormat[]): string {
  const all = formats.map((format) => `.${format}`);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;
}
