import { eq } from 'drizzle-orm';
import { type Connection, prepared } from '../db/index.ts';
import type { AssetState } from './asset-state.ts';
import { assetStates } from './tables.ts';

const columns: Readonly<Record<keyof AssetState, string>> = {
  assetId: 'asset_id',
  versionId: 'version_id',
  findingId: 'finding_id',
  judgedOn: 'judged_on',
  packsKey: 'packs_key',
  role: 'role',
  purpose: 'purpose',
  computeLow: 'compute_low',
  computeLikely: 'compute_likely',
  computeHigh: 'compute_high',
  weights: 'weights',
  tpp: 'tpp',
  performanceDensity: 'performance_density',
  dataCentre: 'data_centre',
  classification: 'classification',
  openEntry: 'open_entry',
  standing: 'standing',
  completeness: 'completeness',
  openQuestions: 'open_questions',
  topEffect: 'top_effect',
  nearLimit: 'near_limit',
  decidedUntil: 'decided_until',
  searchText: 'search_text',
};

const keys = Object.keys(columns) as (keyof AssetState)[];
const names = Object.values(columns);
const changing = names.filter((name) => name !== 'asset_id');

// A line that stays as it is, is not written: the journal keeps what changed and nothing else.
const upsert = `
  INSERT INTO asset_states (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
  ON CONFLICT (asset_id) DO UPDATE SET ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE ${changing.map((name) => `asset_states.${name} IS NOT excluded.${name}`).join(' OR ')}`;

/** Writes an asset's line in the lists, new or anew. */
export function saveState({ db }: Connection, state: AssetState): void {
  const values = keys.map((key) => {
    const value = state[key];
    return typeof value === 'boolean' ? Number(value) : value;
  });
  prepared<(string | number | null)[]>(db, upsert).run(...values);
}

export function findState({ orm }: Connection, assetId: string): typeof assetStates.$inferSelect | undefined {
  return orm.select().from(assetStates).where(eq(assetStates.assetId, assetId)).get();
}

/** Notes how long the newest decision on an asset's finding holds. */
export function markDecided({ orm }: Connection, assetId: string, until: string): void {
  orm.update(assetStates).set({ decidedUntil: until }).where(eq(assetStates.assetId, assetId)).run();
}

/** How many safeguards are recorded for each asset. */
export function safeguardCounts({ db }: Connection): ReadonlyMap<string, number> {
  const rows = db.prepare<[], { asset_id: string; n: number }>('SELECT asset_id, count(*) AS n FROM safeguards GROUP BY 1').all();
  return new Map(rows.map((row) => [row.asset_id, row.n]));
}
