import type { TransferColumns, TransferDecision, TransferItem, TransferParty } from '../../../src-shared/contract/transfers.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { AuthorityKind, TransferKind } from '../../../src-shared/model/transfer.ts';
import { type Connection, prepared } from '../db/index.ts';
import { identityText } from '../importers/index.ts';

type Db = Pick<Connection, 'db'>;

/** A transfer as it is stored, with what it is made of. */
export interface TransferRecord {
  readonly id: string;
  readonly number: number;
  readonly columns: TransferColumns;
  readonly ended: 'gone' | 'refused' | 'cancelled' | null;
  readonly goneOn: IsoDate | null;
  readonly uncleared: boolean;
  /** The hold in force. */
  readonly hold: { readonly reason: string; readonly until: IsoDate | null } | null;
  /** Ground of the clearance in force, as JSON; null where nobody cleared it. */
  readonly ground: string | null;
  readonly recordedOn: IsoDate;
  readonly importBatch: string | null;
  readonly revision: number;
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly kind: TransferKind;
  readonly reference: string;
  readonly destination: string | null;
  readonly transits: string;
  readonly planned_on: IsoDate | null;
  readonly means: string;
  readonly end_use: string;
  readonly authority_kind: AuthorityKind | null;
  readonly authority_reference: string;
  readonly authority_basis: string;
  readonly owner: string;
  readonly note: string;
  readonly ended: TransferRecord['ended'];
  readonly gone_on: IsoDate | null;
  readonly uncleared: number;
  readonly hold_id: string | null;
  readonly hold_reason: string | null;
  readonly hold_until: IsoDate | null;
  readonly ground: string | null;
  readonly recorded_on: IsoDate;
  readonly import_batch: string | null;
  readonly revision: number;
}

const select = `
  SELECT t.*, h.reason AS hold_reason, h.until_on AS hold_until, c.ground FROM transfers t
  LEFT JOIN transfer_decisions h ON h.id = t.hold_id LEFT JOIN transfer_decisions c ON c.id = t.clearance_id`;

const recordOf = (row: Row, items: readonly TransferItem[], parties: readonly TransferParty[]): TransferRecord => ({
  id: row.id,
  number: row.number,
  columns: {
    kind: row.kind,
    reference: row.reference,
    items: [...items],
    parties: [...parties],
    destination: row.destination,
    transits: JSON.parse(row.transits) as string[],
    plannedOn: row.planned_on,
    means: row.means,
    endUse: row.end_use,
    authority:
      row.authority_kind === null ? null : { kind: row.authority_kind, reference: row.authority_reference, basis: row.authority_basis },
    owner: row.owner,
    note: row.note,
  },
  ended: row.ended,
  goneOn: row.gone_on,
  uncleared: row.uncleared === 1,
  hold: row.hold_id === null ? null : { reason: row.hold_reason ?? '', until: row.hold_until },
  ground: row.ground,
  recordedOn: row.recorded_on,
  importBatch: row.import_batch,
  revision: row.revision,
});

/** The rows with what they are made of, in their order. */
function recordsOf({ db }: Db, rows: readonly Row[]): TransferRecord[] {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const items = grouped(
    prepared<[string], TransferItem & { readonly owner: string }>(
      db,
      `SELECT transfer_id AS owner, asset_id AS assetId, name, quantity FROM transfer_items
       WHERE transfer_id IN (SELECT value FROM json_each(?)) ORDER BY transfer_id, place`,
    ).all(ids),
  );
  const parties = grouped(
    prepared<[string], TransferParty & { readonly owner: string }>(
      db,
      `SELECT transfer_id AS owner, party_id AS partyId, name, role FROM transfer_parties
       WHERE transfer_id IN (SELECT value FROM json_each(?)) ORDER BY transfer_id, place`,
    ).all(ids),
  );
  return rows.map((row) => recordOf(row, items.get(row.id) ?? [], parties.get(row.id) ?? []));
}

function grouped<T>(rows: readonly (T & { readonly owner: string })[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { owner, ...one } of rows) {
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [one as T]);
    else group.push(one as T);
  }
  return groups;
}

export const findTransfer = (connection: Db, id: string): TransferRecord | undefined =>
  recordsOf(connection, prepared<[string], Row>(connection.db, `${select} WHERE t.id = ?`).all(id))[0];

/** Transfers a page at a time by number, after one; 0 begins. */
export const transfersAfter = (connection: Db, number: number, limit: number): TransferRecord[] =>
  recordsOf(
    connection,
    prepared<[number, number], Row>(connection.db, `${select} WHERE t.number > ? ORDER BY t.number LIMIT ?`).all(number, limit),
  );

/** Ids of the transfers that an asset or a party is part of. */
export const transferIdsOf = ({ db }: Db, { kind, id }: { readonly kind: 'asset' | 'party'; readonly id: string }): ReadonlySet<string> =>
  new Set(
    prepared<[string], { id: string }>(
      db,
      kind === 'asset'
        ? 'SELECT DISTINCT transfer_id AS id FROM transfer_items WHERE asset_id = ?'
        : 'SELECT DISTINCT transfer_id AS id FROM transfer_parties WHERE party_id = ?',
    )
      .all(id)
      .map((row) => row.id),
  );

/** Open transfers under an order number, and those that ended. */
export const transfersUnder = (connection: Db, reference: string): TransferRecord[] =>
  recordsOf(
    connection,
    prepared<[string], Row>(connection.db, `${select} WHERE t.reference_key = ? AND t.reference_key <> '' ORDER BY t.number`).all(
      identityText(reference),
    ),
  );

/** Transfers without an order number in which a line is called so. */
export const transfersWith = (connection: Db, item: string): TransferRecord[] =>
  recordsOf(
    connection,
    prepared<[string], Row>(
      connection.db,
      `${select} WHERE t.reference_key = '' AND t.id IN (SELECT transfer_id FROM transfer_items WHERE name_key = ?) ORDER BY t.number LIMIT 200`,
    ).all(identityText(item)),
  );

/** Column values in the order of both statements below. */
const valuesOf = ({ kind, reference, destination, transits, plannedOn, means, endUse, authority, owner, note }: TransferColumns) => [
  ...[kind, reference, identityText(reference), destination, JSON.stringify(transits), plannedOn, means, endUse],
  ...[authority?.kind ?? null, authority?.reference ?? '', authority?.basis ?? '', owner, note],
];
const columns = [
  ...['kind', 'reference', 'reference_key', 'destination', 'transits', 'planned_on', 'means', 'end_use'],
  ...['authority_kind', 'authority_reference', 'authority_basis', 'owner', 'note'],
];

export interface NewTransfer {
  readonly id: string;
  readonly on: string;
  readonly batch: string | null;
}

/** Keeps a new one under the next number. Part of a command. */
export function insertTransfer(connection: Db, { id, on, batch }: NewTransfer, wanted: TransferColumns, newId: () => string): void {
  const last = prepared<[], { n: number | null }>(connection.db, 'SELECT max(number) AS n FROM transfers').get()?.n ?? 0;
  const fields = ['id', 'number', 'recorded_on', 'import_batch', ...columns];
  prepared<unknown[]>(connection.db, `INSERT INTO transfers (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`).run(
    ...[id, last + 1, on, batch],
    ...valuesOf(wanted),
  );
  putParts(connection, id, wanted, newId);
}

/** Writes what changed; lines that stay as they are are not touched. `revision` is the one it then has. Part of a command. */
export function updateTransfer(
  connection: Db,
  before: TransferRecord,
  wanted: TransferColumns,
  newId: () => string,
  revision = before.revision + 1,
): void {
  prepared<unknown[]>(
    connection.db,
    `UPDATE transfers SET ${columns.map((field) => `${field} = ?`).join(', ')}, revision = ? WHERE id = ?`,
  ).run(...valuesOf(wanted), revision, before.id);
  const same = JSON.stringify([before.columns.items, before.columns.parties]) === JSON.stringify([wanted.items, wanted.parties]);
  if (same) return;
  dropParts(connection, before.id);
  putParts(connection, before.id, wanted, newId);
}

const insertItem = 'INSERT INTO transfer_items (id, transfer_id, place, asset_id, name, name_key, quantity) VALUES (?, ?, ?, ?, ?, ?, ?)';

function putParts({ db }: Db, id: string, { items, parties }: TransferColumns, newId: () => string): void {
  const item = prepared<unknown[]>(db, insertItem);
  for (const [place, { assetId, name, quantity }] of items.entries())
    item.run(newId(), id, place, assetId, name, identityText(name), quantity);
  const party = prepared<unknown[]>(
    db,
    'INSERT INTO transfer_parties (id, transfer_id, place, party_id, name, role) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [place, { partyId, name, role }] of parties.entries()) party.run(newId(), id, place, partyId, name, role);
}

/** Adds a line to one that the same import began. Part of a command. */
export const addItem = (
  { db }: Db,
  { id, columns: { items } }: TransferRecord,
  { assetId, name, quantity }: TransferItem,
  newId: () => string,
): void => {
  prepared<unknown[]>(db, insertItem).run(...[newId(), id, items.length, assetId, name, identityText(name), quantity]);
};

function dropParts({ db }: Db, id: string): void {
  prepared(db, 'DELETE FROM transfer_items WHERE transfer_id = ?').run(id);
  prepared(db, 'DELETE FROM transfer_parties WHERE transfer_id = ?').run(id);
}

/** Takes one away whole: only what an import brought and nobody decided. Part of a command. */
export function dropTransfer(connection: Db, id: string): void {
  dropParts(connection, id);
  prepared(connection.db, 'DELETE FROM transfers WHERE id = ?').run(id);
}

export interface NewDecision {
  readonly id: string;
  readonly kind: TransferDecision['kind'];
  readonly at: string;
  readonly on: string;
  readonly by: string;
  readonly reason: string;
  readonly until?: string | null;
  readonly goneOn?: string;
  readonly afterTheFact?: boolean;
  readonly open?: TransferDecision['open'];
  readonly ground?: string;
  readonly digest?: string;
}

/** What a decision makes of the transfer's own row. A hold ends the clearance. */
const effects: Readonly<Record<TransferDecision['kind'], string>> = {
  clear: 'clearance_id = @id',
  hold: 'hold_id = @id, clearance_id = NULL',
  release: 'hold_id = NULL',
  refuse: "ended = 'refused', hold_id = NULL, clearance_id = NULL",
  cancel: "ended = 'cancelled', hold_id = NULL, clearance_id = NULL",
  gone: "ended = 'gone', gone_on = @goneOn, uncleared = @afterTheFact, hold_id = NULL",
};

/** Keeps a decision and what follows from it. Part of a command. */
export function keepDecision({ db }: Db, transferId: string, decision: NewDecision): void {
  const { id, kind, at, on, by, reason, until, goneOn, afterTheFact, open, ground, digest } = decision;
  prepared<unknown[]>(
    db,
    `INSERT INTO transfer_decisions (id, transfer_id, kind, made_at, made_on, by_name, reason, until_on, gone_on, after_the_fact, open_reasons, ground, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[id, transferId, kind, at, on, by, reason, until ?? null, goneOn ?? null, afterTheFact === true ? 1 : 0],
    ...[JSON.stringify(open ?? []), ground ?? '', digest ?? ''],
  );
  const named = { id, goneOn: goneOn ?? null, afterTheFact: afterTheFact === true ? 1 : 0 };
  const used = Object.fromEntries(Object.entries(named).filter(([name]) => effects[kind].includes(`@${name}`)));
  prepared<unknown[]>(db, `UPDATE transfers SET ${effects[kind]}, revision = revision + 1 WHERE id = @transferId`).run({
    ...used,
    transferId,
  });
}

interface DecisionRow {
  readonly id: string;
  readonly kind: TransferDecision['kind'];
  readonly made_on: IsoDate;
  readonly by_name: string;
  readonly reason: string;
  readonly until_on: IsoDate | null;
  readonly gone_on: IsoDate | null;
  readonly after_the_fact: number;
  readonly open_reasons: string;
}

/** Decisions on one, the newest first. */
export const decisionsOf = ({ db }: Db, transferId: string): TransferDecision[] =>
  prepared<[string], DecisionRow>(db, 'SELECT * FROM transfer_decisions WHERE transfer_id = ? ORDER BY made_at DESC, id DESC LIMIT 200')
    .all(transferId)
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      on: row.made_on,
      by: row.by_name,
      reason: row.reason,
      until: row.until_on,
      goneOn: row.gone_on,
      open: JSON.parse(row.open_reasons) as TransferDecision['open'],
      afterTheFact: row.after_the_fact === 1,
    }));
