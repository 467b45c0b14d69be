import { z } from 'zod';
import { HoldingView, PartyDetail, PartyId, PartyName, PartyPlace } from '../../../src-shared/contract/parties.ts';
import type { ExchangeFields } from '../../../src-shared/formats/exchange.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { ExchangePart } from '../exchange/index.ts';
import { identityText } from '../importers/index.ts';
import { findHolding, findParty, insertParty, listed, updateParty } from './store.ts';
import { countriesOf } from './subjects.ts';

const PartyFields = z
  .strictObject({
    ...PartyDetail.shape.columns.shape,
    names: z.array(PartyName).max(60),
    identifiers: z.array(PartyId).max(60),
    places: z.array(PartyPlace).max(60),
    ownersKnown: PartyDetail.shape.row.shape.ownersKnown,
    ownersReason: z.string().max(2000),
    archived: z.boolean(),
  })
  .partial();
const HoldingFields = HoldingView.pick({ kind: true, percent: true, from: true, until: true, evidence: true, evidenceOn: true })
  .extend({ owner: z.string().min(1).max(80), owned: z.string().min(1).max(80) })
  .partial();

const ids = (connection: Connection, table: string): readonly string[] =>
  connection.db.prepare<[], string>(`SELECT id FROM ${table} ORDER BY id`).pluck().all();
const only = (found: readonly { readonly id: string }[]): string | undefined => (found.length === 1 ? found[0]?.id : undefined);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const faultIn = (schema: z.ZodType, fields: ExchangeFields): string | null => {
  const read = schema.safeParse(fields);
  return read.success ? null : (read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0] ?? null);
};

const party: ExchangePart = {
  kind: 'party',
  refs: {},
  names: ['owner'],
  ids: (connection) => ids(connection, 'parties'),
  read: (connection, id) => {
    const row = findParty(connection, id);
    if (row === undefined) return undefined;
    return {
      ...{ kind: row.kind, name: row.name, externalId: row.external_id, roles: listed<string>(row.roles) },
      ...{ registrationCountry: row.registration_country, headquartersCountry: row.headquarters_country },
      ...{ operationCountries: listed<string>(row.operation_countries), nationalities: listed<string>(row.nationalities) },
      ...{
        birth: row.birth,
        gender: row.gender,
        business: row.business,
        website: row.website,
        tier: row.tier,
        tierReason: row.tier_reason,
      },
      ...{ owner: row.owner, note: row.note, names: listed<never>(row.names), identifiers: listed<never>(row.identifiers) },
      ...{ places: listed<never>(row.places), ownersKnown: row.owners_known, ownersReason: row.owners_reason },
      archived: row.archived_at !== null,
    };
  },
  twin: ({ db }, fields) => {
    const number = identityText(text(fields['externalId']));
    if (number !== '') {
      const found = only(prepared<[string], { id: string }>(db, 'SELECT id FROM parties WHERE external_key = ?').all(number));
      if (found !== undefined) return found;
    }
    const countries = [fields['registrationCountry'], fields['headquartersCountry']].map(text).filter(Boolean);
    const named = prepared<[string, string], { id: string; external_key: string }>(
      db,
      'SELECT id, external_key FROM parties WHERE name_key = ? AND kind = ?',
    ).all(identityText(text(fields['name'])), text(fields['kind']));
    return only(
      named.filter(({ id, external_key }) => {
        const row = findParty({ db }, id);
        const places = row === undefined ? [] : countriesOf(row);
        const near = countries.length === 0 || places.length === 0 || countries.some((code) => places.includes(code));
        return near && (number === '' || external_key === '');
      }),
    );
  },
  fault: (fields) => faultIn(PartyFields, fields),
  write: (tx, id, fields, now) => {
    const { names, identifiers, places, ownersKnown, ownersReason, archived, ...columns } = PartyFields.parse(fields);
    const before = findParty(tx, id);
    if (before === undefined) {
      const { name, kind } = columns;
      if (name === undefined || kind === undefined) return false;
      insertParty(tx, id, { ...columns, name, kind }, { names, identifiers, places }, { now, source: '', batch: null });
    } else updateParty(tx, before, columns, { names, identifiers, places }, now);
    if (ownersKnown !== undefined) prepared(tx.db, 'UPDATE parties SET owners_known = ? WHERE id = ?').run(ownersKnown, id);
    if (ownersReason !== undefined) prepared(tx.db, 'UPDATE parties SET owners_reason = ? WHERE id = ?').run(ownersReason, id);
    if (archived !== undefined) prepared(tx.db, 'UPDATE parties SET archived_at = ? WHERE id = ?').run(archived ? now : null, id);
    return true;
  },
  title: ({ name }) => text(name),
};

const holding: ExchangePart = {
  kind: 'holding',
  refs: { owner: 'party', owned: 'party' },
  names: [],
  ids: (connection) => ids(connection, 'party_holdings'),
  read: (connection, id) => {
    const row = findHolding(connection, id);
    if (row === undefined) return undefined;
    const { owner_id: owner, owned_id: owned, kind, percent, from_on: from, until_on: until, evidence, evidence_on: evidenceOn } = row;
    return { owner, owned, kind, percent, from, until, evidence, evidenceOn };
  },
  twin: ({ db }, fields) =>
    only(
      prepared<[string, string, string], { id: string }>(
        db,
        'SELECT id FROM party_holdings WHERE owner_id = ? AND owned_id = ? AND kind = ?',
      ).all(text(fields['owner']), text(fields['owned']), text(fields['kind'])),
    ),
  fault: (fields) => faultIn(HoldingFields, fields),
  write: (tx, id, fields) => {
    const given = HoldingFields.parse(fields);
    const before = findHolding(tx, id);
    const row = {
      id,
      owner: given.owner ?? before?.owner_id ?? '',
      owned: given.owned ?? before?.owned_id ?? '',
      kind: given.kind ?? before?.kind ?? 'shares',
      percent: given.percent === undefined ? (before?.percent ?? null) : given.percent,
      from: given.from === undefined ? (before?.from_on ?? null) : given.from,
      until: given.until === undefined ? (before?.until_on ?? null) : given.until,
      evidence: given.evidence ?? before?.evidence ?? '',
      evidenceOn: given.evidenceOn === undefined ? (before?.evidence_on ?? null) : given.evidenceOn,
    };
    if (row.owner === row.owned || findParty(tx, row.owner) === undefined || findParty(tx, row.owned) === undefined) return false;
    prepared(
      tx.db,
      `INSERT INTO party_holdings (id, owner_id, owned_id, kind, percent, from_on, until_on, evidence, evidence_on)
       VALUES (@id, @owner, @owned, @kind, @percent, @from, @until, @evidence, @evidenceOn)
       ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, owned_id = excluded.owned_id, kind = excluded.kind, percent = excluded.percent,
         from_on = excluded.from_on, until_on = excluded.until_on, evidence = excluded.evidence, evidence_on = excluded.evidence_on,
         revision = revision + 1`,
    ).run(row);
    return true;
  },
  title: ({ kind }) => text(kind),
};

/** Parties with other names, numbers, places and roles, and who owns whom. */
export const partyExchange: readonly ExchangePart[] = [party, holding];
