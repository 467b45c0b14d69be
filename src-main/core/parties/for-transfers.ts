import type { PartySign, ScreeningStanding } from '../../../src-shared/contract/parties.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { Grounds, Standings } from './list.ts';
import { createBriefs } from './ownership.ts';
import { listed, type PartyRecord } from './store.ts';

/** A party as somebody who is about to send something to it looks at it. */
export interface ReceivingParty {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly tier: PartyRecord['tier'];
  readonly roles: readonly string[];
  readonly screening: ScreeningStanding;
  readonly openHits: number;
  /** Rules of ownership that cannot be answered for want of owners. */
  readonly ownership: { readonly questions: number };
  readonly signs: readonly Pick<PartySign, 'kind' | 'severity' | 'question' | 'title'>[];
}

/** Parties by id, in slices, with where they stand. */
export async function partiesForTransfers(
  session: () => OpenWorkspace,
  ids: readonly string[],
  standings: Standings,
  groundsOf: (workspace: OpenWorkspace) => Omit<Grounds, 'beside'>,
  pause: () => Promise<void>,
): Promise<readonly ReceivingParty[]> {
  const workspace = session();
  const rows = prepared<[string], PartyRecord>(
    workspace.db,
    'SELECT * FROM parties WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  ).all(JSON.stringify(ids));
  if (rows.length === 0) return [];
  await pause();
  const standing = standings(session(), rows);
  await pause();
  const grounds = groundsOf(session());
  const briefOf = createBriefs(session(), grounds, grounds.matches);
  const found: ReceivingParty[] = [];
  for (const row of rows) {
    await pause();
    const { signs, ownership } = briefOf(row);
    const { standing: screening, openHits } = standing.get(row.id) ?? { standing: 'notScreened' as const, openHits: 0 };
    found.push({
      ...{ id: row.id, name: row.name, archived: row.archived_at !== null, tier: row.tier, roles: listed<string>(row.roles) },
      ...{ screening, openHits, signs },
      ownership: { questions: ownership.filter(({ outcome }) => outcome === 'question').length },
    });
  }
  return found;
}

/** Parties that are called so, or have that number in the company's books; archived ones are left out. */
export const partiesCalled = ({ db }: Pick<Connection, 'db'>, key: string): readonly { readonly id: string; readonly name: string }[] =>
  prepared<[string, string, string], { id: string; name: string }>(
    db,
    `SELECT id, name FROM parties WHERE archived_at IS NULL AND ? <> '' AND (name_key = ? OR external_key = ?) ORDER BY name, id LIMIT 20`,
  ).all(key, key, key);
