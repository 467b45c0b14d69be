import type { z } from 'zod';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import type { HoldingView, PartyDetail, PartyId, PartyName, PartyPlace } from '../../../src-shared/contract/parties.ts';
import type { Holding } from '../../../src-shared/model/ownership.ts';
import { type Connection, prepared } from '../db/index.ts';
import { identityText, plainText } from '../importers/index.ts';

/** A party as the table holds it. */
export interface PartyRecord {
  readonly id: string;
  readonly kind: PartyDetail['columns']['kind'];
  readonly name: string;
  readonly external_id: string;
  readonly roles: string;
  readonly registration_country: string | null;
  readonly headquarters_country: string | null;
  readonly operation_countries: string;
  readonly birth: string;
  readonly nationalities: string;
  readonly gender: 'male' | 'female' | null;
  readonly business: string;
  readonly website: string;
  readonly tier: PartyDetail['columns']['tier'];
  readonly tier_reason: string;
  readonly owner: string;
  readonly note: string;
  readonly names: string;
  readonly identifiers: string;
  readonly places: string;
  readonly owners_known: PartyDetail['row']['ownersKnown'];
  readonly owners_reason: string;
  readonly source: string;
  readonly import_batch: string | null;
  readonly archived_at: string | null;
  readonly revision: number;
}

export type PartyColumns = InputOf<'parties.update'>['columns'];
export type PartyExtras = {
  readonly names?: readonly z.infer<typeof PartyName>[] | undefined;
  readonly identifiers?: readonly z.infer<typeof PartyId>[] | undefined;
  readonly places?: readonly z.infer<typeof PartyPlace>[] | undefined;
};

const columnOf: Readonly<Record<keyof PartyColumns, string>> = {
  kind: 'kind',
  name: 'name',
  externalId: 'external_id',
  roles: 'roles',
  registrationCountry: 'registration_country',
  headquartersCountry: 'headquarters_country',
  operationCountries: 'operation_countries',
  birth: 'birth',
  nationalities: 'nationalities',
  gender: 'gender',
  business: 'business',
  website: 'website',
  tier: 'tier',
  tierReason: 'tier_reason',
  owner: 'owner',
  note: 'note',
};

export const findParty = ({ db }: Pick<Connection, 'db'>, id: string): PartyRecord | undefined =>
  prepared<[string], PartyRecord>(db, 'SELECT * FROM parties WHERE id = ?').get(id);

export const listed = <T>(json: string): T[] => JSON.parse(json) as T[];

/** Text as a search compares it. Case goes first: numbers such as `MA1X` are one word however they are typed. */
export const searchable = (text: string): string => plainText(text.toLowerCase());

/** Columns and lists as SQL values, with the keys and the search text that hang on them. */
function assignments(
  before: PartyRecord | undefined,
  columns: PartyColumns,
  extras: PartyExtras,
): ReadonlyMap<string, string | number | null> {
  const set = new Map<string, string | number | null>();
  for (const [field, value] of Object.entries(columns) as [keyof PartyColumns, unknown][]) {
    if (value === undefined) continue;
    set.set(columnOf[field], Array.isArray(value) ? JSON.stringify(value) : (value as string | null));
  }
  if (extras.names !== undefined) set.set('names', JSON.stringify(extras.names));
  if (extras.identifiers !== undefined) set.set('identifiers', JSON.stringify(extras.identifiers));
  if (extras.places !== undefined) set.set('places', JSON.stringify(extras.places));
  const text = (column: 'name' | 'external_id' | 'business' | 'owner' | 'names' | 'identifiers' | 'places'): string =>
    String(set.get(column) ?? before?.[column] ?? (column === 'names' || column === 'identifiers' || column === 'places' ? '[]' : ''));
  const names = listed<z.infer<typeof PartyName>>(text('names'));
  const identifiers = listed<z.infer<typeof PartyId>>(text('identifiers'));
  const places = listed<z.infer<typeof PartyPlace>>(text('places'));
  set.set('name_key', identityText(text('name')));
  set.set('external_key', identityText(text('external_id')));
  set.set(
    'search_text',
    searchable(
      [
        text('name'),
        text('external_id'),
        text('business'),
        text('owner'),
        ...names.map((name) => name.text),
        ...identifiers.map(({ value }) => value),
        ...places.flatMap(({ text, city, region }) => [text, city, region]),
      ].join(' '),
    ),
  );
  return set;
}

export function insertParty(
  { db }: Connection,
  id: string,
  columns: PartyColumns & { readonly name: string; readonly kind: PartyRecord['kind'] },
  extras: PartyExtras,
  about: { readonly now: string; readonly source: string; readonly batch: string | null },
): void {
  const set = new Map(assignments(undefined, columns, extras));
  set.set('id', id);
  set.set('source', about.source);
  set.set('import_batch', about.batch);
  set.set('created_at', about.now);
  set.set('updated_at', about.now);
  const fields = [...set.keys()];
  prepared<unknown[]>(db, `INSERT INTO parties (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`).run(...set.values());
}

export function updateParty({ db }: Connection, before: PartyRecord, columns: PartyColumns, extras: PartyExtras, now: string): void {
  const set = new Map(assignments(before, columns, extras));
  set.set('updated_at', now);
  const fields = [...set.keys()];
  prepared<unknown[]>(
    db,
    `UPDATE parties SET ${fields.map((field) => `${field} = ?`).join(', ')}, revision = revision + 1 WHERE id = ?`,
  ).run(...set.values(), before.id);
}

export interface HoldingRecord {
  readonly id: string;
  readonly owner_id: string;
  readonly owned_id: string;
  readonly kind: HoldingView['kind'];
  readonly percent: number | null;
  readonly from_on: HoldingView['from'];
  readonly until_on: HoldingView['until'];
  readonly evidence: string;
  readonly evidence_on: HoldingView['evidenceOn'];
  readonly revision: number;
  readonly owner_name: string;
  readonly owned_name: string;
}

const holdingSql = `SELECT h.*, o.name AS owner_name, c.name AS owned_name FROM party_holdings h
  JOIN parties o ON o.id = h.owner_id JOIN parties c ON c.id = h.owned_id`;

export const holdingsIn = ({ db }: Pick<Connection, 'db'>, ownedId: string): readonly HoldingRecord[] =>
  prepared<[string], HoldingRecord>(db, `${holdingSql} WHERE h.owned_id = ? ORDER BY h.percent DESC, o.name, h.id`).all(ownedId);
export const holdingsOf = ({ db }: Pick<Connection, 'db'>, ownerId: string): readonly HoldingRecord[] =>
  prepared<[string], HoldingRecord>(db, `${holdingSql} WHERE h.owner_id = ? ORDER BY h.percent DESC, c.name, h.id`).all(ownerId);
/** Parties of which an owner is on file. */
export const ownedIds = ({ db }: Pick<Connection, 'db'>): ReadonlySet<string> =>
  new Set(
    prepared<[], { id: string }>(db, 'SELECT DISTINCT owned_id AS id FROM party_holdings')
      .all()
      .map(({ id }) => id),
  );
export const findHolding = ({ db }: Pick<Connection, 'db'>, id: string): HoldingRecord | undefined =>
  prepared<[string], HoldingRecord>(db, `${holdingSql} WHERE h.id = ?`).get(id);

export const holdingView = (row: HoldingRecord): HoldingView => ({
  id: row.id,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  ownedId: row.owned_id,
  ownedName: row.owned_name,
  kind: row.kind,
  percent: row.percent,
  from: row.from_on,
  until: row.until_on,
  evidence: row.evidence,
  evidenceOn: row.evidence_on,
  revision: row.revision,
});

export const asHolding = (row: HoldingRecord): Holding => ({
  ownerId: row.owner_id,
  ownedId: row.owned_id,
  kind: row.kind,
  percent: row.percent,
  from: row.from_on,
  until: row.until_on,
  evidence: row.evidence,
});
