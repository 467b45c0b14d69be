import type { PackProblem } from '../../src-shared/formats/rulepack.ts';
import type { RowsFault } from '../core/batch-input/index.ts';
import { exitCodes } from './io.ts';

/** Why a command ends without its answer. */
export interface Refusal {
  readonly exitCode: (typeof exitCodes)['badArguments' | 'inputRejected' | 'refused' | 'altered'];
  /** Sentences with the place and what to do; the command's name is put before each. */
  readonly complaints: readonly string[];
  /** Lines printed before the complaints as they are, each with its own place (`in.csv: row 3, column name: …`). */
  readonly places?: readonly string[];
  /** Whether the usage follows: the way the command was called is what has to change. */
  readonly showUsage?: true;
}

/** The command was called wrongly: message and usage, exit code 2. */
export const badArguments = (complaint: string): Refusal => ({
  exitCode: exitCodes.badArguments,
  complaints: [complaint],
  showUsage: true,
});

/** A file that was named cannot be taken, or a question about it is open: exit code 3. Nothing has been written. */
export const inputRejected = (complaints: readonly string[], places: readonly string[] = []): Refusal => ({
  exitCode: exitCodes.inputRejected,
  complaints,
  places,
});

/** What the program itself brought along is not sound, so nothing is judged: exit code 4. */
export const refused = (complaint: string, places: readonly string[] = []): Refusal => ({
  exitCode: exitCodes.refused,
  complaints: [complaint],
  places,
});

/** Something is not as it was signed: exit code 5. */
export const altered = (complaint: string): Refusal => ({ exitCode: exitCodes.altered, complaints: [complaint] });

/** The output cannot be written where the call wants it: exit code 2, without the usage, which would not help. */
export const outputUnwritable = (output: string, detail: string): Refusal => ({
  exitCode: exitCodes.badArguments,
  complaints: [`${output} cannot be written: ${detail}`],
});

/** How a place in `--in` is named: row and column of a table, or line and field of fact patterns. */
const places = {
  row: (line: number, column?: string) => `row ${line}${column === undefined ? '' : `, column ${column}`}`,
  line: (line: number, field?: string) => `line ${line}${field === undefined ? '' : `, ${field}`}`,
} as const;

/** Refusal for what went wrong while the rows of `--in` were answered; a place reads `in.csv: row 3, column name: …`. */
export function rowsRefused(
  fault: RowsFault,
  given: { readonly in?: string; readonly out?: string },
  place: keyof typeof places = 'row',
): Refusal {
  const input = given.in ?? '';
  switch (fault.code) {
    case 'input.rejected':
      return inputRejected(
        ['Nothing was written. Mend the file and run the command again.'],
        fault.problems.map(({ line, column, problem }) => `${input}: ${places[place](line, column)}: ${problem}`),
      );
    case 'input.unreadable':
      return inputRejected([`${input} cannot be read: ${fault.detail}`]);
    case 'output.unwritable':
      return outputUnwritable(given.out ?? '', fault.detail);
  }
}

/** Refusal for rule packs that are not sound; `advice` says what to do. */
export const packsRefused = (problems: readonly PackProblem[], advice: string): Refusal =>
  refused(
    `a rule pack is not sound, so nothing was judged. ${advice}`,
    problems.map((problem) => `${problem.pack} ${problem.path}: ${problem.message}`),
  );
