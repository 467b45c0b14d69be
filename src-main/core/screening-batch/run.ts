import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { ScreeningHit, ScreeningProfile } from '../../../src-shared/model/screening.ts';
import { openIndex, readQuery, type ScreenOptions, type ScreenTask, screen } from '../../engine/screening/index.ts';
import { type InputFormat, InputRejected, isFileFault, isOfInput, type RowProblem } from '../batch-input/index.ts';
import { asideOf, settled, whyUnwritten } from '../files/index.ts';
import { createPool, poolEntry } from '../jobs/index.ts';
import { type LoadedLists, loadLists } from './load-lists.ts';
import { eachAskedRow, type InputRow, type SeenFault } from './read-rows.ts';

export interface ScreenBatch {
  /** Files and folders of lists, absolute. */
  readonly lists: readonly string[];
  readonly input: string;
  readonly format: InputFormat;
  readonly output: string;
  readonly profile: ScreeningProfile;
  /** Score from which a hit is written, 0 to 1; the profile's thresholds where null. */
  readonly from: number | null;
  /** Day asked about, for entries that lapse. */
  readonly on: string;
  /** Threads; 1 screens on this one. */
  readonly workers: number;
}

export interface ScreenBatchDone {
  readonly names: number;
  readonly hits: number;
  readonly withHits: number;
  readonly parties: number;
  readonly listNames: number;
  readonly indexSeconds: number;
  readonly screenSeconds: number;
  readonly faulty: readonly SeenFault[];
  readonly notes: readonly string[];
}

export type ScreenBatchError =
  | { readonly code: 'lists'; readonly faults: readonly string[] }
  | { readonly code: 'input.rejected'; readonly problems: readonly RowProblem[] }
  | { readonly code: 'input.unreadable'; readonly detail: string }
  | { readonly code: 'output.unwritable'; readonly detail: string };

/** Names handed to a thread at a time: enough to be worth the trip, few enough that the threads end together. */
const CHUNK = 250;

/**
 * Screens every row of a file against lists and writes one JSON line each, in the order of the file. A faulty row is screened as far as it can be
 * read, and its answer says what is wrong with it; the output takes its name only when all is written. Same lists and rows, same bytes, whatever the number of threads.
 */
export async function runScreenBatch(batch: ScreenBatch): Promise<Result<ScreenBatchDone, ScreenBatchError>> {
  const loaded = await loadLists(batch.lists);
  if (!loaded.ok) return err({ code: 'lists', faults: loaded.error });
  const partial = asideOf(batch.output);
  try {
    const done = await screenInto(partial, batch, loaded.value);
    await rename(partial, batch.output);
    return ok(done);
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof InputRejected) return err({ code: 'input.rejected', problems: cause.problems });
    if (!isFileFault(cause)) throw cause;
    return err(
      isOfInput(cause, batch.input)
        ? { code: 'input.unreadable', detail: cause.message }
        : { code: 'output.unwritable', detail: whyUnwritten(cause) },
    );
  } finally {
    settled(partial);
  }
}

async function screenInto(partial: string, batch: ScreenBatch, lists: LoadedLists): Promise<ScreenBatchDone> {
  const start = performance.now();
  const file = await open(partial, 'w');
  const screener = createScreener(batch, lists);
  const faulty: SeenFault[] = [];
  const counts = { names: 0, hits: 0, withHits: 0 };
  const write = async (rows: readonly InputRow[], answers: Promise<readonly (readonly ScreeningHit[])[]>) => {
    const hitsOf = await answers;
    let lines = '';
    let next = 0;
    for (const row of rows) {
      counts.names += 1;
      const hits = row.asked === null ? [] : (hitsOf[next++] ?? []);
      counts.hits += hits.length;
      if (hits.length > 0) counts.withHits += 1;
      if (row.faulty !== null) faulty.push({ ...row.faulty, screened: row.asked !== null });
      const error = row.faulty === null ? '' : `,"error":${JSON.stringify(row.faulty)}`;
      lines += `{"qid":${row.qid},"hits":${JSON.stringify(hits.map(writtenHit))}${error}}\n`;
    }
    await file.write(lines);
  };
  let writing: Promise<void> = Promise.resolve();
  let failed: unknown;
  let rows: InputRow[] = [];
  let waiting = 0;
  const send = () => {
    const sent = rows;
    rows = [];
    waiting += 1;
    const answers = screener.screen(sent);
    answers.catch(() => undefined);
    writing = writing
      .then(() => write(sent, answers))
      .catch((cause: unknown) => {
        failed ??= cause;
      })
      .then(() => {
        waiting -= 1;
      });
  };
  try {
    await eachAskedRow(batch.input, batch.format, async (row) => {
      rows.push(row);
      if (rows.length < CHUNK) return;
      send();
      // The rest of the file stays on disk while the threads are busy.
      if (waiting > batch.workers * 3) await writing;
      if (failed !== undefined) throw failed;
    });
    if (rows.length > 0) send();
    await writing;
    if (failed !== undefined) throw failed;
    // Nobody screened is not nobody found.
    if (counts.names === 0) throw new InputRejected([{ line: 1, problem: 'The file holds no rows.' }]);
  } finally {
    await file.close();
    await screener.close();
  }
  return {
    ...counts,
    parties: lists.parties,
    listNames: lists.names,
    indexSeconds: lists.indexSeconds,
    screenSeconds: (performance.now() - start) / 1000,
    faulty,
    notes: lists.notes,
  };
}

interface Screener {
  screen(rows: readonly InputRow[]): Promise<readonly (readonly ScreeningHit[])[]>;
  close(): Promise<void>;
}

function createScreener({ profile, from, on, workers }: ScreenBatch, { index }: LoadedLists): Screener {
  const options: ScreenOptions = from === null ? { on } : { on, from };
  const queriesOf = (rows: readonly InputRow[]) => rows.flatMap(({ asked }) => (asked === null ? [] : [asked.query]));
  if (workers === 1) {
    const opened = openIndex(index);
    return {
      screen: async (rows) => queriesOf(rows).map((query) => screen(opened, readQuery(query), profile, options)),
      close: async () => undefined,
    };
  }
  const pool = createPool(poolEntry, workers);
  const indexKey = randomUUID();
  return {
    async screen(rows) {
      const input: ScreenTask = { index, indexKey, queries: queriesOf(rows), profile, options };
      return (await pool.run({ task: 'screening.screen', input })) as readonly (readonly ScreeningHit[])[];
    },
    close: () => pool.close(),
  };
}

/** A hit as `docs/cli.md` promises it: pairs with their weight, leftovers as texts, the name of ours that matched. */
function writtenHit(hit: ScreeningHit) {
  const { unmatched, queryName, ...rest } = hit;
  return {
    ...rest,
    unmatched: { query: unmatched.query.map(({ text }) => text), listed: unmatched.listed.map(({ text }) => text) },
    queryName,
  };
}
