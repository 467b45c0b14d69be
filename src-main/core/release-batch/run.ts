import { join } from 'node:path';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseAnswer, ReleaseLicence } from '../../../src-shared/model/release.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { judgeRelease, type ReleaseLaw, releaseLawOf } from '../../engine/release/index.ts';
import { answerRows, type InputFormat, InputRejected, type Row, type RowProblem } from '../batch-input/index.ts';
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

/**
 * Judges every fact pattern of a file and writes one JSON line each, in the order of the file.
 *
 * A file with a faulty line leaves nothing behind; see `answerRows`.
 */
export async function runReleaseBatch(batch: ReleaseBatch): Promise<Result<ReleaseDone, ClassifyError>> {
  const packs = await choosePacks(join(batch.resources, 'rulepacks'), null);
  if (!packs.ok) return packs;
  const law = releaseLawOf(packs.value);
  const { input, format, output, on } = batch;
  const done = await answerRows<ReleaseLicence>({
    input,
    format,
    output,
    toRow: refuseTable,
    whenEmpty: 'The file holds no fact patterns.',
    answer(row, line) {
      const judged = judgeRow(row, line, on, law);
      return judged.ok ? ok({ line: judged.value, heading: judged.value.licence }) : judged;
    },
  });
  return done.ok ? ok({ lines: done.value.rows, byLicence: done.value.byHeading }) : done;
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
