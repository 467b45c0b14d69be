import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseAnswer, ReleaseLicence } from '../../../src-shared/model/release.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { judgeRelease, type ReleaseLaw, releaseLawOf } from '../../engine/release/index.ts';
import { eachRow, type InputFormat, InputRejected, isFileFault, type Row, type RowProblem } from '../batch-input/index.ts';
import { type ClassifyError, choosePacks } from '../classification-batch/index.ts';
import { readReleaseFacts } from './read-facts.ts';

export interface ReleaseBatch {
  readonly input: string;
  readonly format: Extract<InputFormat, 'jsonl' | 'json'>;
  readonly output: string;
  /** Day for lines that name none. */
  readonly on: IsoDate;
  /** Folder of the shipped packs. */
  readonly resources: string;
}

export interface ReleaseDone {
  readonly lines: number;
  readonly byLicence: Readonly<Partial<Record<ReleaseLicence, number>>>;
}

/** Problems shown at most; a file with more has one cause. */
const MOST_PROBLEMS = 20;
const FLUSH_CHARS = 256_000;

/**
 * Judges every fact pattern of a file and writes one JSON line each, in the order of the file.
 *
 * One pass; memory holds one line. Answers go to a file beside the output that takes its name when all lines were good, so a
 * faulty file leaves nothing behind.
 */
export async function runReleaseBatch(batch: ReleaseBatch): Promise<Result<ReleaseDone, ClassifyError>> {
  const packs = await choosePacks(join(batch.resources, 'rulepacks'), null);
  if (!packs.ok) return packs;
  const law = releaseLawOf(packs.value);
  const partial = `${batch.output}.partial`;
  try {
    const done = await judgeInto(partial, batch, law);
    if (done.ok) await rename(partial, batch.output);
    else await rm(partial, { force: true });
    return done;
  } catch (cause) {
    await rm(partial, { force: true });
    if (!isFileFault(cause)) throw cause;
    return err(
      cause.path === batch.input || cause.path === undefined
        ? { code: 'input.unreadable', detail: cause.message }
        : { code: 'output.unwritable', detail: cause.message },
    );
  }
}

async function judgeInto(partial: string, batch: ReleaseBatch, law: ReleaseLaw): Promise<Result<ReleaseDone, ClassifyError>> {
  const file = await open(partial, 'w');
  const problems: RowProblem[] = [];
  const counts = new Map<ReleaseLicence, number>();
  let lines = 0;
  let pending = '';
  try {
    await eachRow(batch.input, batch.format, refuseTable, async (line, row) => {
      const judged = judgeRow(row, line, batch.on, law);
      if (!judged.ok) {
        problems.push(...judged.error);
        if (problems.length >= MOST_PROBLEMS) throw new InputRejected([]);
        return;
      }
      lines += 1;
      counts.set(judged.value.licence, (counts.get(judged.value.licence) ?? 0) + 1);
      if (problems.length > 0) return;
      pending += `${JSON.stringify(judged.value)}\n`;
      if (pending.length < FLUSH_CHARS) return;
      await file.write(pending);
      pending = '';
    });
    await file.write(pending);
  } catch (cause) {
    // A line that cannot be read at all ends the reading; what was wrong before it is told as well.
    if (!(cause instanceof InputRejected)) throw cause;
    problems.push(...cause.problems);
  } finally {
    await file.close();
  }
  if (problems.length > 0) return err({ code: 'input.rejected', problems: problems.slice(0, MOST_PROBLEMS) });
  if (lines === 0) return err({ code: 'input.rejected', problems: [{ line: 1, problem: 'The file holds no fact patterns.' }] });
  return ok({ lines, byLicence: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) });
}

/** The command line lets no table through: fact patterns are nested. */
function refuseTable(): Row {
  throw new InputRejected([{ line: 1, problem: 'Fact patterns are nested; give a .jsonl or .json file.' }]);
}

type ReleaseLine = { readonly id: string; readonly kind: 'release' } & ReleaseAnswer;

/** Judges one line that is already in memory. Anything under `expected` is not looked at. */
export function judgeRow(row: Row, line: number, fallback: IsoDate, law: ReleaseLaw): Result<ReleaseLine, readonly RowProblem[]> {
  const given = row['on'];
  const on = given === undefined || given === null || given === '' ? ok(fallback) : dayOf(given);
  if (!on.ok) return err([{ line, column: 'on', problem: `on is not a day: ${JSON.stringify(given)}. Write YYYY-MM-DD.` }]);
  const facts = readReleaseFacts(row['facts']);
  if (!facts.ok) return err(facts.error.map(({ field, problem }) => ({ line, column: field, problem })));
  const id = typeof row['id'] === 'string' || typeof row['id'] === 'number' ? String(row['id']) : `line-${line}`;
  return ok({ id, kind: 'release', ...judgeRelease(facts.value, on.value, law) });
}

function dayOf(value: unknown): Result<IsoDate, null> {
  const day = IsoDate.safeParse(value);
  return day.success ? ok(day.data) : err(null);
}
