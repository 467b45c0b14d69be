import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { PartyKind, RiskTier } from '../../../src-shared/contract/parties.ts';
import type { ImportRecord, ImportValue } from '../../../src-shared/formats/import-target.ts';
import { PartyRole } from '../../../src-shared/model/party-role.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { heldError } from '../holds/index.ts';
import {
  type CommitBatch,
  type CommitRow,
  type CommittedRow,
  type ExistingRecord,
  type ImportTarget,
  identityText,
  keyText,
  type RecordKey,
  type UndoRow,
} from '../importers/index.ts';
import {
  type Identifier,
  identifierOf,
  identifierToken,
  kindByName,
  listOf,
  type Name,
  type NamedOwner,
  nameOf,
  nameToken,
  ownerToken,
  type Place,
  placesWith,
  placeValues,
  readOwners,
  refineParty,
  textOf,
} from './import-record.ts';
import { partyTargetSchema } from './import-schema.ts';
import { findParty, holdingsIn, insertParty, listed, type PartyColumns, type PartyExtras, type PartyRecord, updateParty } from './store.ts';
import { countriesOf } from './subjects.ts';

const plain = { externalId: 120, business: 600, website: 300, tierReason: 600, owner: 200, note: 4000, birth: 10 } as const;
const codes = ['registrationCountry', 'headquartersCountry'] as const;
const lists = ['operationCountries', 'nationalities'] as const;

interface Stamp {
  readonly newId: () => string;
  readonly now: string;
}

/**
 * Brings sheets of parties into the register. What a row is silent about stays as it is; other names, identifiers, roles and owners are added to
 * those on record. An owner the register does not know becomes a party of its own; a share nobody gave stays unknown.
 */
export function createPartyImportTarget(deps: FeatureDeps, changed: () => void): ImportTarget {
  const stamp = (): Stamp => ({ newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() });
  return {
    id: 'parties',
    variants: [''],
    schema: () => partyTargetSchema,
    refine: refineParty,
    changed,

    lookupExisting(connection, _variant, keys) {
      const found = new Map<string, readonly ExistingRecord[]>();
      for (const key of keys) {
        const records = recordsFor(connection, key).map((row) => ({
          id: row.id,
          title: row.name,
          revision: row.revision,
          values: recordOf(connection, row),
        }));
        if (records.length > 0) found.set(keyText(key), records);
      }
      return found;
    },

    commitRows(tx, batch, rows) {
      const at = stamp();
      const done: CommittedRow[] = [];
      for (const row of rows) {
        const written = row.existing === null ? addRow(tx, batch, row, at) : changeRow(tx, batch, row, row.existing, at);
        if (!written.ok) return written;
        done.push({ row: row.row, ...written.value });
      }
      return ok(done);
    },

    undoRows: (tx, batch, rows) => takeBack(tx, batch, rows, stamp()),
    settle: async () => undefined,
  };
}

/** By number alone; else by name and country, where neither side knows better. */
function recordsFor({ db }: Connection, { set, parts }: RecordKey): readonly PartyRecord[] {
  const [first = '', country = '', externalId = ''] = parts;
  if (set === 0)
    return prepared<[string], PartyRecord>(db, 'SELECT * FROM parties WHERE external_key = ? AND archived_at IS NULL').all(first);
  return prepared<[string], PartyRecord>(db, 'SELECT * FROM parties WHERE name_key = ? AND archived_at IS NULL')
    .all(first)
    .filter((row) => {
      const places = countriesOf(row);
      const sameCountry = country === '' || places.length === 0 || places.some((code) => code.toLowerCase() === country);
      return sameCountry && (externalId === '' || row.external_id === '');
    });
}

function recordOf(connection: Connection, row: PartyRecord): ImportRecord {
  const made: Record<string, ImportValue> = { ...placeValues(listed<Place>(row.places)) };
  const put = (id: string, value: string | readonly string[] | null) => {
    if (value !== null && value.length > 0) made[id] = { state: 'known', value: typeof value === 'string' ? value : [...value] };
  };
  put('name', row.name);
  put('kind', row.kind);
  put('externalId', row.external_id);
  put('roles', listed<string>(row.roles));
  put('registrationCountry', row.registration_country);
  put('headquartersCountry', row.headquarters_country);
  put('operationCountries', listed<string>(row.operation_countries));
  put('nationalities', listed<string>(row.nationalities));
  put('birth', row.birth);
  put('gender', row.gender);
  put('business', row.business);
  put('website', row.website);
  put('tier', row.tier);
  put('tierReason', row.tier_reason);
  put('owner', row.owner);
  put('note', row.note);
  put('aliases', listed<Name>(row.names).map(nameToken));
  put('identifiers', listed<Identifier>(row.identifiers).map(identifierToken));
  put(
    'owners',
    holdingsIn(connection, row.id).map((held) => ownerToken({ name: held.owner_name, percent: held.percent })),
  );
  return made;
}

function columnsOf(values: ImportRecord, before: PartyRecord | null): PartyColumns {
  const columns: Record<string, unknown> = {};
  for (const [id, longest] of Object.entries(plain)) if (values[id]?.state === 'known') columns[id] = textOf(values[id]).slice(0, longest);
  for (const id of codes) if (values[id]?.state === 'known') columns[id] = textOf(values[id]);
  for (const id of lists)
    if (values[id]?.state === 'known') {
      const column = id === 'operationCountries' ? before?.operation_countries : before?.nationalities;
      columns[id] = union(listed<string>(column ?? '[]'), listOf(values[id]), (code) => code).slice(0, id === 'nationalities' ? 10 : 60);
    }
  if (values['name']?.state === 'known') columns['name'] = textOf(values['name']).slice(0, 400);
  const kind = PartyKind.safeParse(textOf(values['kind']));
  if (kind.success) columns['kind'] = kind.data;
  const tier = RiskTier.safeParse(textOf(values['tier']));
  if (tier.success) columns['tier'] = tier.data;
  const gender = textOf(values['gender']);
  if (gender === 'male' || gender === 'female') columns['gender'] = gender;
  const roles = listOf(values['roles']).filter((role) => PartyRole.safeParse(role).success);
  if (roles.length > 0) columns['roles'] = union(listed<string>(before?.roles ?? '[]'), roles, (role) => role);
  return columns as PartyColumns;
}

/** Lists of the record with those of the row added. */
function extrasOf(values: ImportRecord, before: PartyRecord | null): PartyExtras {
  const places = placesWith(values, listed<Place>(before?.places ?? '[]'));
  return {
    ...(values['aliases'] === undefined
      ? {}
      : {
          names: union(listed<Name>(before?.names ?? '[]'), listOf(values['aliases']).map(nameOf), ({ text }) => identityText(text)).slice(
            0,
            60,
          ),
        }),
    ...(values['identifiers'] === undefined
      ? {}
      : {
          identifiers: union(
            listed<Identifier>(before?.identifiers ?? '[]'),
            listOf(values['identifiers']).map(identifierOf),
            ({ kind, value }) => `${kind} ${identityText(value)}`,
          ).slice(0, 60),
        }),
    places: [...places],
  };
}

function union<T>(before: readonly T[], more: readonly T[], keyOf: (one: T) => string): T[] {
  const made = new Map(before.map((one) => [keyOf(one), one]));
  for (const one of more) if (!made.has(keyOf(one))) made.set(keyOf(one), one);
  return [...made.values()];
}

type Written = Omit<CommittedRow, 'row'>;
const sourceOf = (batch: CommitBatch, row: CommitRow): string => `${batch.fileName}, row ${row.row}`.slice(0, 300);

function addRow(tx: Connection, batch: CommitBatch, row: CommitRow, at: Stamp): Result<Written, AppError> {
  const { values } = row;
  const columns = columnsOf(values, null);
  const name = columns?.name ?? textOf(values['externalId']);
  const kind = columns?.kind ?? 'organisation';
  const extras = extrasOf(values, null);
  // An earlier row of this file may have named it as an owner already.
  const asOwner = madeAsOwner(tx, batch, name);
  const id = asOwner?.id ?? at.newId();
  if (asOwner === undefined)
    insertParty(tx, id, { ...columns, name, kind }, extras, { now: at.now, source: sourceOf(batch, row), batch: batch.batchId });
  else updateParty(tx, asOwner, { ...columns, kind, roles: union(columns?.roles ?? [], ['owner'], (role) => role) }, extras, at.now);
  addOwners(tx, batch, row, id, at);
  return ok({ id, revision: findParty(tx, id)?.revision ?? 0 });
}

function changeRow(
  tx: Connection,
  batch: CommitBatch,
  row: CommitRow,
  target: { readonly id: string; readonly revision: number },
  at: Stamp,
): Result<Written, AppError> {
  const party = findParty(tx, target.id);
  if (party === undefined) return err({ code: 'record.notFound', entity: 'party', id: target.id });
  if (party.revision !== target.revision)
    return err({ code: 'record.stale', entity: 'party', id: target.id, yours: target.revision, current: party.revision });
  updateParty(tx, party, columnsOf(row.values, party), extrasOf(row.values, party), at.now);
  addOwners(tx, batch, row, party.id, at);
  return ok({ id: party.id, revision: findParty(tx, party.id)?.revision ?? 0 });
}

/** A party this batch made only because a row named it as an owner: nothing was changed in it since. */
function madeAsOwner({ db }: Connection, batch: CommitBatch, name: string): PartyRecord | undefined {
  return prepared<[string, string], PartyRecord>(
    db,
    `SELECT * FROM parties WHERE name_key = ? AND import_batch = ? AND roles = '["owner"]' AND revision = 0`,
  ).get(identityText(name), batch.batchId);
}

function addOwners(tx: Connection, batch: CommitBatch, row: CommitRow, ownedId: string, at: Stamp): void {
  const known = holdingsIn(tx, ownedId);
  for (const owner of listOf(row.values['owners']).flatMap((token) => readOwners(token))) {
    const key = identityText(owner.name);
    if (known.some((held) => identityText(held.owner_name) === key && held.percent === owner.percent)) continue;
    const ownerId = ownerFor(tx, batch, row, owner, at);
    if (ownerId === ownedId) continue;
    prepared(
      tx.db,
      `INSERT INTO party_holdings (id, owner_id, owned_id, kind, percent, evidence, import_batch) VALUES (?, ?, ?, 'shares', ?, ?, ?)`,
    ).run(at.newId(), ownerId, ownedId, owner.percent, sourceOf(batch, row), batch.batchId);
  }
}

function ownerFor(tx: Connection, batch: CommitBatch, row: CommitRow, { name }: NamedOwner, at: Stamp): string {
  const found = prepared<[string], { id: string }>(
    tx.db,
    'SELECT id FROM parties WHERE name_key = ? AND archived_at IS NULL ORDER BY id',
  ).all(identityText(name));
  // Two parties of one name: which one owns is for a person to say, so that it is not linked to the wrong one.
  if (found.length === 1 && found[0] !== undefined) return found[0].id;
  const id = at.newId();
  insertParty(
    tx,
    id,
    { name, kind: kindByName(name), roles: ['owner'] },
    {},
    { now: at.now, source: sourceOf(batch, row), batch: batch.batchId },
  );
  return id;
}

/** Takes rows back to where they were; refuses the whole batch when somebody has worked on one since. */
function takeBack(
  tx: Connection,
  batch: CommitBatch,
  rows: readonly UndoRow[],
  at: Stamp,
): Result<{ removed: number; restored: number }, AppError> {
  let removed = 0;
  let restored = 0;
  for (const row of rows) {
    const party = findParty(tx, row.id);
    if (party === undefined) continue;
    const blocked = err({ code: 'undo.blocked' as const, detail: party.name });
    if (party.revision !== row.revision) return blocked;
    const owners = dropBroughtHoldings(tx, batch, row.id, row.outcome === 'new');
    if (owners === null) return blocked;
    if (row.outcome === 'new') {
      const held = heldError(tx, { kind: 'party', id: row.id });
      if (held !== undefined) return err(held);
      if (hasHoldings(tx, row.id) || hasEvidence(tx, row.id)) return blocked;
      prepared(tx.db, 'DELETE FROM parties WHERE id = ?').run(row.id);
      removed += 1;
    } else {
      restore(tx, party, row.before, at);
      restored += 1;
    }
    for (const id of owners) dropIdleOwner(tx, batch, id);
  }
  return ok({ removed, restored });
}

/** Removes the batch's holdings in a party, and those it has in others when it goes itself. Null: somebody changed one. Answers the owners. */
function dropBroughtHoldings({ db }: Connection, batch: CommitBatch, id: string, both: boolean): readonly string[] | null {
  const held = prepared<[string, string, string], { id: string; owner_id: string; revision: number }>(
    db,
    `SELECT id, owner_id, revision FROM party_holdings WHERE import_batch = ? AND (owned_id = ? OR owner_id = ?)`,
  ).all(batch.batchId, id, both ? id : '');
  if (held.some(({ revision }) => revision > 0)) return null;
  for (const one of held) prepared(db, 'DELETE FROM party_holdings WHERE id = ?').run(one.id);
  return [...new Set(held.map(({ owner_id }) => owner_id))].filter((owner) => owner !== id);
}

const hasHoldings = ({ db }: Connection, id: string): boolean =>
  prepared<[string, string]>(db, 'SELECT 1 FROM party_holdings WHERE owner_id = ? OR owned_id = ? LIMIT 1').get(id, id) !== undefined;

const hasEvidence = ({ db }: Connection, id: string): boolean =>
  prepared<[string]>(db, "SELECT 1 FROM evidence WHERE record_kind = 'party' AND record_id = ? LIMIT 1").get(id) !== undefined;

/** An owner the batch made goes with the last holding, unless somebody has made it more than that. */
function dropIdleOwner(tx: Connection, batch: CommitBatch, id: string): void {
  const owner = findParty(tx, id);
  if (owner === undefined || owner.import_batch !== batch.batchId || owner.revision > 0 || owner.roles !== '["owner"]') return;
  if (!hasHoldings(tx, id) && !hasEvidence(tx, id)) prepared(tx.db, 'DELETE FROM parties WHERE id = ?').run(id);
}

function restore(tx: Connection, party: PartyRecord, before: UndoRow['before'], at: Stamp): void {
  const columns: Record<string, unknown> = {};
  for (const id of Object.keys(plain)) if (id in before) columns[id] = textOf(before[id]);
  for (const id of [...codes, 'gender', 'tier']) if (id in before) columns[id] = textOf(before[id]) || null;
  for (const id of [...lists, 'roles']) if (id in before) columns[id] = [...listOf(before[id])];
  for (const id of ['name', 'kind']) if (id in before && textOf(before[id]) !== '') columns[id] = textOf(before[id]);
  updateParty(
    tx,
    party,
    columns as PartyColumns,
    {
      ...('aliases' in before ? { names: keptNames(party, listOf(before['aliases'])) } : {}),
      ...('identifiers' in before ? { identifiers: keptIdentifiers(party, listOf(before['identifiers'])) } : {}),
      places: [...placesWith(before, listed<Place>(party.places))],
    },
    at.now,
  );
}

/** Names and identifiers that were there before, whole: a token does not say their language or country. */
const keptNames = (party: PartyRecord, tokens: readonly string[]): Name[] => {
  const wanted = new Set(tokens);
  return listed<Name>(party.names).filter((one) => wanted.has(nameToken(one)));
};
const keptIdentifiers = (party: PartyRecord, tokens: readonly string[]): Identifier[] => {
  const wanted = new Set(tokens);
  return listed<Identifier>(party.identifiers).filter((one) => wanted.has(identifierToken(one)));
};
