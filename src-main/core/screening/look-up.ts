import type { LookUp, LookUpHit } from '../../../src-shared/contract/screening.ts';
import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { ScreeningHit, ScreeningProfile, ScreeningQuery } from '../../../src-shared/model/screening.ts';
import type { ScreenTask } from '../../engine/screening/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { listTitle, readEntry, type ScreenedList } from '../lists/index.ts';
import { chunksOf } from './chunks.ts';
import { bothSides, inWords } from './hit-view.ts';
import type { HeldIndex } from './index-holder.ts';

const hitsPerName = 50;
const namesAtOnce = 100;

/** Hits of names nobody keeps, in the order of the names. Runs on the pool, a hundred names a task. */
export async function screenNames(
  deps: FeatureDeps,
  index: HeldIndex,
  queries: readonly ScreeningQuery[],
  profile: ScreeningProfile,
  signal: AbortSignal,
): Promise<readonly (readonly ScreeningHit[])[]> {
  const answers = chunksOf(queries, namesAtOnce).map((some) => {
    const input: ScreenTask = {
      index: index.data,
      indexKey: index.key,
      queries: some,
      profile,
      options: { on: deps.ports.clock.today(), most: hitsPerName },
    };
    return deps.jobs.pool({ task: 'screening.screen', input }, signal) as Promise<readonly (readonly ScreeningHit[])[]>;
  });
  return (await Promise.all(answers)).flat();
}

export function lookUpHit(
  deps: FeatureDeps,
  lists: ReadonlyMap<string, ScreenedList>,
  query: ScreeningQuery,
  hit: ScreeningHit,
): LookUpHit {
  const list = lists.get(hit.list);
  const entry = list === undefined ? undefined : readEntry(deps.session(), list.versionId, hit.id);
  return {
    list: hit.list,
    listTitle: listTitle(hit.list),
    entryId: hit.id,
    entryName: (entry?.body.names[0]?.text ?? hit.matchedName).slice(0, 1000),
    type: entry?.body.type ?? 'unknown',
    matchedName: hit.matchedName.slice(0, 1000),
    score: hit.score,
    nameScore: hit.nameScore,
    evidenceScore: hit.evidenceScore,
    band: hit.band,
    pairs: [...hit.pairs],
    unmatched: { query: [...hit.unmatched.query], listed: [...hit.unmatched.listed] },
    features: hit.features.map((feature) => ({
      ...inWords(feature),
      ...(entry === undefined ? { ours: '', theirs: '' } : bothSides(feature, { query }, entry.body)),
    })),
  };
}

/** The lists something was compared with, as answers and certificates name them. */
export const listsOfLookUp = (lists: readonly ScreenedList[], today: IsoDate): LookUp['lists'] =>
  lists.map(({ code, title, label, published, day }) => ({
    ...{ code, title, published },
    version: label,
    ageDays: Math.max(0, daysBetween(day, today)),
  }));

const keptLookUps = 50;

/** Keeps a look-up so that a certificate can be printed of it later; only the last few. */
export function keepLookUp(workspace: OpenWorkspace, lookUp: LookUp): void {
  workspace.writeUntracked(() => {
    workspace.db.prepare('INSERT OR REPLACE INTO screening_lookups VALUES (?, ?, ?)').run(lookUp.id, lookUp.at, JSON.stringify(lookUp));
    workspace.db
      .prepare('DELETE FROM screening_lookups WHERE id NOT IN (SELECT id FROM screening_lookups ORDER BY at DESC, id LIMIT ?)')
      .run(keptLookUps);
  });
}

export function readLookUp({ db }: Pick<OpenWorkspace, 'db'>, id: string): LookUp | undefined {
  const row = db.prepare('SELECT body FROM screening_lookups WHERE id = ?').get(id) as { body: string } | undefined;
  return row === undefined ? undefined : (JSON.parse(row.body) as LookUp);
}
