import { eq, sql } from 'drizzle-orm';
import type { Connection } from '../db/index.ts';
import type { AssetState } from './asset-state.ts';
import { assetStates } from './tables.ts';

/** Writes an asset's line in the lists, new or anew. */
export function saveState({ orm }: Connection, state: AssetState): void {
  const { assetId: _, ...rest } = state;
  orm.insert(assetStates).values(state).onConflictDoUpdate({ target: assetStates.assetId, set: rest }).run();
}

export function findState({ orm }: Connection, assetId: string): typeof assetStates.$inferSelect | undefined {
  return orm.select().from(assetStates).where(eq(assetStates.assetId, assetId)).get();
}

/** Notes how long the newest decision on an asset's finding holds. */
export function markDecided({ orm }: Connection, assetId: string, until: string): void {
  orm.update(assetStates).set({ decidedUntil: until }).where(eq(assetStates.assetId, assetId)).run();
}

/** Counts per standing over what is not archived. */
export function countStandings({ orm }: Connection): readonly { readonly standing: string; readonly count: number }[] {
  return orm.all<{ standing: string; count: number }>(
    sql`SELECT s.standing AS standing, count(*) AS count FROM asset_states s JOIN assets a ON a.id = s.asset_id WHERE a.archived_at IS NULL GROUP BY s.standing`,
  );
}
