import type { SlicedConnection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { type AssetLine, earlierOf, readLines, storeJudged } from './asset-lines.ts';
import { type Item, maxSpread } from './judge/item-input.ts';
import { itemOf, type JudgeAnswer, type JudgeRequest } from './judge/judge-batch.ts';
import type { Judged } from './judge/judge-item.ts';
import type { Judging } from './judging.ts';
import { linkParts } from './link-parts.ts';
import { dependentsOf, gatherAround } from './surroundings.ts';

const batchSize = 50;
/** Batches on their way to the pool or back, so that its threads never wait for the database. */
const ahead = 4;

interface Flight {
  readonly lines: readonly AssetLine[];
  readonly items: readonly Item[];
  readonly answer: Promise<readonly Judged[]>;
}

/**
 * Classifies many assets, and those that rest on them, inside a command in slices: pool threads judge, the core reads and
 * writes. Progress counts the assets asked for.
 */
export async function judgeMany(
  tx: SlicedConnection,
  deps: FeatureDeps,
  judging: Judging,
  ids: readonly string[],
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<void> {
  const done = new Set<string>();
  let wave = [...new Set(ids)];
  for (let spread = 0; spread <= maxSpread && wave.length > 0; spread += 1) {
    await judgeWave(tx, deps, job, judging, wave, ids.length);
    for (const id of wave) done.add(id);
    wave = dependentsOf(tx, wave).filter((id) => !done.has(id));
  }
}

async function judgeWave(
  tx: SlicedConnection,
  deps: FeatureDeps,
  job: Pick<JobContext, 'signal' | 'progress'>,
  judging: Judging,
  ids: readonly string[],
  total: number,
): Promise<void> {
  const stamp = { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() };
  const flights: Flight[] = [];
  let finished = 0;
  const land = async ({ lines, items, answer }: Flight) => {
    const judged = await answer;
    for (const [index, line] of lines.entries()) {
      const [result, item] = [judged[index], items[index]];
      if (result === undefined || item === undefined) throw new Error(`The pool judged ${judged.length} of ${lines.length} assets`);
      storeJudged(tx, line, item.facts, result, judging, stamp);
      await tx.pause();
    }
    finished += lines.length;
    job.progress(Math.min(finished, total), total);
  };
  for (let start = 0; start < ids.length; start += batchSize) {
    flights.push(launch(tx, deps, job.signal, judging, ids.slice(start, start + batchSize)));
    await tx.pause();
    const next = flights.length >= ahead ? flights.shift() : undefined;
    if (next !== undefined) await land(next);
  }
  for (const flight of flights) await land(flight);
}

function launch(tx: SlicedConnection, deps: FeatureDeps, signal: AbortSignal, judging: Judging, ids: readonly string[]): Flight {
  const lines = readLines(tx, ids);
  const items = lines.map(itemOf);
  linkParts(tx, deps, items);
  const request: JudgeRequest = {
    batch: {
      ...gatherAround(tx, items),
      items: lines.map((line) => ({ id: line.id, kind: line.kind, name: line.name, facts: line.facts, earlier: earlierOf(line, judging) })),
    },
    on: judging.on,
    packsKey: judging.packsKey,
    packs: null,
    resources: deps.ports.paths.resources,
  };
  const answer = askPool(deps, signal, request, judging);
  // A failure is met where the answer is awaited; a cancelled check awaits no further ones.
  answer.catch(() => undefined);
  return { lines, items, answer };
}

/** A thread keeps the packs it was given last; one without them asks. */
export async function askPool(
  deps: FeatureDeps,
  signal: AbortSignal,
  request: JudgeRequest,
  { packs }: Pick<Judging, 'packs'>,
): Promise<readonly Judged[]> {
  const run = async (input: JudgeRequest) => (await deps.jobs.pool({ task: 'classification.judge', input }, signal)) as JudgeAnswer;
  const judged = (await run(request)) ?? (await run({ ...request, packs }));
  if (judged === null) throw new Error('A pool thread lost its packs');
  return judged;
}
