import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { readLines } from './asset-lines.ts';
import { itemOf, type JudgeRequest } from './judge/judge-batch.ts';
import type { FindingSummary } from './judge/judge-item.ts';
import { askPool } from './judge-many.ts';
import type { Judging } from './judging.ts';
import { gatherAround } from './surroundings.ts';

/** What an asset would be under some rules. */
export interface JudgedUnder {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Finding in force, whatever rules were asked about. */
  readonly findingId: string | null;
  readonly classification: string;
  readonly standing: FindingStanding;
  readonly openEntry: string;
  /** Entries of export control it meets, and those it may meet. */
  readonly met: readonly string[];
  readonly undetermined: readonly string[];
}

type FindingStanding = 'clear' | 'clearOnClaimedRules' | 'review' | 'restricted' | 'unassessed';

const batchSize = 50;
/** Batches on their way to the pool or back. */
const ahead = 4;

/** Judges every asset that is not archived under some rules: pool threads judge, nothing is written. In the order of the register. */
export async function judgeUnder(
  deps: FeatureDeps,
  law: Pick<Judging, 'packs' | 'packsKey' | 'on'>,
  job: Pick<JobContext, 'signal' | 'pause'>,
): Promise<JudgedUnder[]> {
  const ids = deps
    .session()
    .db.prepare<[], { id: string }>('SELECT id FROM assets WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE, id')
    .all()
    .map(({ id }) => id);
  const judged: JudgedUnder[] = [];
  const flights: Promise<readonly JudgedUnder[]>[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const flight = judgeBatch(deps, law, ids.slice(start, start + batchSize), job.signal);
    // A failure is met where the answer is awaited; a cancelled job awaits no further ones.
    flight.catch(() => undefined);
    flights.push(flight);
    await job.pause();
    const next = flights.length >= ahead ? flights.shift() : undefined;
    if (next !== undefined) judged.push(...(await next));
  }
  for (const flight of flights) judged.push(...(await flight));
  return judged;
}

async function judgeBatch(
  deps: FeatureDeps,
  law: Pick<Judging, 'packs' | 'packsKey' | 'on'>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly JudgedUnder[]> {
  const workspace = deps.session();
  const lines = readLines(workspace, ids);
  const items = lines.map(itemOf);
  const request: JudgeRequest = {
    batch: {
      ...gatherAround(workspace, items),
      items: lines.map((line) => ({ id: line.id, kind: line.kind, name: line.name, facts: line.facts, earlier: null })),
    },
    on: law.on,
    packsKey: law.packsKey,
    packs: null,
    resources: deps.ports.paths.resources,
  };
  const answers = await askPool(deps, signal, request, law);
  return lines.map((line, place): JudgedUnder => {
    const answer = answers[place];
    if (answer === undefined) throw new Error(`The pool judged ${answers.length} of ${lines.length} assets`);
    const { met, undetermined } = JSON.parse(answer.summary) as FindingSummary;
    const { classification, standing, openEntry } = answer.digest;
    return {
      id: line.id,
      name: line.name,
      kind: line.kind,
      findingId: line.findingId,
      classification,
      standing,
      openEntry,
      met,
      undetermined,
    };
  });
}
