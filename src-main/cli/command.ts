import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { type CliCommand, type CliIo, exitCodes } from './io.ts';
import { badArguments, type Refusal } from './refusal.ts';

/** What an option takes: one text, one text each time it is given, or nothing. */
type OptionKind = 'text' | 'texts' | 'flag';
type Options = Readonly<Record<string, OptionKind>>;

/** The options a call gave; what was not given is absent. */
export type Given<O extends Options> = {
  readonly [Name in keyof O]?: O[Name] extends 'text' ? string : O[Name] extends 'flag' ? boolean : readonly string[];
};

interface CommandDefinition<O extends Options> {
  /** As it is typed after `gatehouse`. */
  readonly name: string;
  /** Begins with `Usage: gatehouse NAME …`, ends with a line break. Shown for `--help` and under a complaint about arguments. */
  readonly usage: string;
  /** Without the dashes; `--help` comes by itself. */
  readonly options: O;
  /** The `texts` option that words without dashes belong to, for a command that takes its files without naming an option. */
  readonly words?: keyof O & string;
  /** Does the work. The text is the closing remark for stderr, without a line break. */
  readonly perform: (given: Given<O>, io: CliIo) => Promise<Result<string | Ending, Refusal>>;
}

/** An end that is not simply done: everything was written, and the caller should look at it all the same. */
export interface Ending {
  readonly remark: string;
  readonly exitCode: (typeof exitCodes)['done' | 'faultyRows' | 'held'];
}

/**
 * One command of the command line. Reads the options, answers `--help`, and says every refusal the same way:
 * 0 done, 2 bad arguments, 3 input rejected, 4 refused, 5 done with something to look at. Throws only on a defect.
 */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): CliCommand {
  return async (args, io) => {
    const read = readOptions(args, definition.options, definition.words);
    if (!read.ok) return refuse(badArguments(read.error), definition, io);
    if (read.value.help) {
      io.stdout(definition.usage);
      return exitCodes.done;
    }
    const ended = await definition.perform(read.value.given, io);
    if (!ended.ok) return refuse(ended.error, definition, io);
    const { remark, exitCode } = typeof ended.value === 'string' ? { remark: ended.value, exitCode: exitCodes.done } : ended.value;
    io.stderr(`${remark}\n`);
    return exitCode;
  };
}

function readOptions<O extends Options>(
  args: readonly string[],
  options: O,
  words: string | undefined,
): Result<{ readonly given: Given<O>; readonly help: boolean }, string> {
  const kinds = Object.entries(options).map(
    ([name, kind]) =>
      [name, kind === 'flag' ? { type: 'boolean' as const } : { type: 'string' as const, multiple: kind === 'texts' }] as const,
  );
  try {
    const { values, positionals, tokens } = parseArgs({
      args: withoutYes(args, options),
      options: { ...Object.fromEntries(kinds), help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: words !== undefined,
      tokens: true,
    });
    const optionNames = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = optionNames.find((name, place) => options[name] === 'text' && optionNames.indexOf(name) !== place);
    if (twice !== undefined) return err(`--${twice} is given twice. Give it once.`);
    const { help, ...named } = values;
    const given = words === undefined || positionals.length === 0 ? named : { ...named, [words]: positionals };
    // parseArgs forgets the names when they come from a table; `kinds` holds exactly those of O.
    return ok({ given: given as Given<O>, help: help === true });
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

/** A flag may be followed by `yes`, as it had to be in earlier versions: scripts that say so go on working. */
const withoutYes = (args: readonly string[], options: Options): string[] =>
  args.filter((word, place) => word !== 'yes' || options[args[place - 1]?.replace(/^--/, '') ?? ''] !== 'flag');

function refuse(refusal: Refusal, { name, usage }: { readonly name: string; readonly usage: string }, io: CliIo): number {
  for (const place of refusal.places ?? []) io.stderr(`${place}\n`);
  for (const complaint of refusal.complaints) io.stderr(`gatehouse ${name}: ${complaint}\n`);
  if (refusal.showUsage === true) io.stderr(`\n${usage}`);
  return refusal.exitCode;
}
