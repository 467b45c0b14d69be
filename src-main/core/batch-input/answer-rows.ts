import { open, rename, rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { asideOf, settled, whyUnwritten } from '../files/index.ts';
import { isFileFault, isOfInput } from './input-file.ts';
import { InputRejected, type RowProblem } from './input-rejected.ts';
import { type CellsToRow, eachRow, type InputFormat, type Row } from './rows.ts';

/** One row, answered: the JSON line it becomes, and the heading it is counted under. */
export interface AnsweredRow<Heading extends string> {
  readonly line: unknown;
  readonly heading: Heading;
}

export interface RowsToAnswer<Heading extends string> {
  readonly input: string;
  readonly format: InputFormat;
  readonly output: string;
  readonly toRow: CellsToRow;
  /** What is said of a file without a single row. */
  readonly whenEmpty: string;
  /** Answers one row; `line` is its place in the file, counted from 1. */
  readonly answer: (row: Row, line: number) => Result<AnsweredRow<Heading>, readonly RowProblem[]>;
}

export interface RowsAnswered<Heading extends string> {
  readonly rows: number;
  readonly byHeading: Readonly<Partial<Record<Heading, number>>>;
}

export type RowsFault =
  | { readonly code: 'input.rejected'; readonly problems: readonly RowProblem[] }
  | { readonly code: 'input.unreadable'; readonly detail: string }
  | { readonly code: 'output.unwritable'; readonly detail: string };

/** Problems shown at most; a file with more has one cause. */
const MOST_PROBLEMS = 20;
const FLUSH_CHARS = 256_000;

/**
 * Answers every row of a file with one JSON line, in the order of the file.
 *
 * One pass; memory holds one row. Lines go to a file beside the output that takes its name when all rows were good, so a
 * faulty file leaves nothing behind.
 */
export async function answerRows<Heading extends string>(job: RowsToAnswer<Heading>): Promise<Result<RowsAnswered<Heading>, RowsFault>> {
  const partial = asideOf(job.output);
  try {
    const done = await answerInto(partial, job);
    if (done.ok) await rename(partial, job.output);
    else await rm(partial, { force: true });
    return done;
  } catch (cause) {
    await rm(partial, { force: true });
    if (!isFileFault(cause)) throw cause;
    return err(
      isOfInput(cause, job.input)
        ? { code: 'input.unreadable', detail: cause.message }
        : { code: 'output.unwritable', detail: whyUnwritten(cause) },
    );
  } finally {
    settled(partial);
  }
}

async function answerInto<Heading extends string>(
  partial: string,
  job: RowsToAnswer<Heading>,
): Promise<Result<RowsAnswered<Heading>, RowsFault>> {
  const file = await open(partial, 'w');
  const problems: RowProblem[] = [];
  const counts = new Map<Heading, number>();
  let rows = 0;
  let pending = '';
  try {
    await eachRow(job.input, job.format, job.toRow, async (line, row) => {
      const answered = job.answer(row, line);
      if (!answered.ok) {
        problems.push(...answered.error);
        if (problems.length >= MOST_PROBLEMS) throw new InputRejected([]);
        return;
      }
      rows += 1;
      counts.set(answered.value.heading, (counts.get(answered.value.heading) ?? 0) + 1);
      if (problems.length > 0) return;
      pending += `${JSON.stringify(answered.value.line)}\n`;
      if (pending.length < FLUSH_CHARS) return;
      await file.write(pending);
      pending = '';
    });
    await file.write(pending);
  } catch (cause) {
    // A row that cannot be read at all ends the reading; what was wrong before it is told as well.
    if (!(cause instanceof InputRejected)) throw cause;
    problems.push(...cause.problems);
  } finally {
    await file.close();
  }
  if (problems.length > 0) return err({ code: 'input.rejected', problems: problems.slice(0, MOST_PROBLEMS) });
  if (rows === 0) return err({ code: 'input.rejected', problems: [{ line: 1, problem: job.whenEmpty }] });
  const byHeading = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) as Partial<Record<Heading, number>>;
  return ok({ rows, byHeading });
}
