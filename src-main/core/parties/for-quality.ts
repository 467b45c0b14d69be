import type { z } from 'zod';
import type { PartyId } from '../../../src-shared/contract/parties.ts';
import type { QualityHolding, QualityParty, QualityReached } from '../../engine/quality/index.ts';
import type { Judging } from '../classification/index.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import { createOwnership, type TrueMatches } from './ownership.ts';
import { listed, type PartyRecord } from './store.ts';

type Db = Pick<Connection, 'db'>;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly key: string;
  readonly country: string;
  readonly identifiers: string;
  readonly ownersKnown: string;
}

/** Parties as the checks see them; where screening stands is another room's to say. */
export function partiesForQuality({ db }: Db): readonly Omit<QualityParty, 'screening'>[] {
  const rows = prepared<[], Row>(
    db,
    `SELECT id, kind, name, name_key AS key, coalesce(registration_country, '') AS country, identifiers, owners_known AS ownersKnown
     FROM parties WHERE archived_at IS NULL ORDER BY id`,
  ).all();
  return rows.map(({ identifiers, kind, ...row }) => ({
    ...row,
    organisation: kind === 'organisation',
    identifiers: listed<z.infer<typeof PartyId>>(identifiers).map(
      ({ kind: of, country, value }) =>
        `${of} ${country ?? ''} ${value
          .normalize('NFKC')
          .replace(/[\s.\-/]/gu, '')
          .toUpperCase()}`,
    ),
  }));
}

/** Party by party the rules of ownership that reach it; only who has an owner or a headquarters on file can be reached. */
export function* reachedForQuality(
  workspace: OpenWorkspace,
  law: Pick<Judging, 'packs' | 'on'>,
  matches: TrueMatches,
): Generator<readonly QualityReached[]> {
  const ownershipOf = createOwnership(workspace, law, matches);
  const rows = prepared<[], PartyRecord>(
    workspace.db,
    `SELECT * FROM parties WHERE archived_at IS NULL AND kind <> 'person'
       AND (headquarters_country IS NOT NULL OR id IN (SELECT owned_id FROM party_holdings)) ORDER BY id`,
  ).all();
  for (const row of rows)
    yield ownershipOf(row)
      .filter(({ outcome }) => outcome === 'met')
      .map(({ test, confirmed }) => ({ partyId: row.id, name: row.name, test, confirmed }));
}

/** Holdings between parties that are still in the register. */
export function holdingsForQuality({ db }: Db): readonly QualityHolding[] {
  const rows = prepared<[], Omit<QualityHolding, 'share'> & { readonly kind: string }>(
    db,
    `SELECT h.id, h.owner_id AS ownerId, h.owned_id AS ownedId, h.kind, h.percent, coalesce(h.from_on, '') AS "from", coalesce(h.until_on, '') AS until
     FROM party_holdings h JOIN parties o ON o.id = h.owned_id AND o.archived_at IS NULL ORDER BY h.id`,
  ).all();
  return rows.map(({ kind, ...row }) => ({ ...row, share: kind === 'shares' }));
}
