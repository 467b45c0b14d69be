import { createHash } from 'node:crypto';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { TransferColumns, TransferItem } from '../../../src-shared/contract/transfers.ts';
import type { ImportRecord, ImportValue } from '../../../src-shared/formats/import-target.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { TransferKind, TransferRole, transferNumber } from '../../../src-shared/model/transfer.ts';
import type { Connection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
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
import { assetsCalled } from '../inventory/index.ts';
import { partiesCalled } from '../parties/index.ts';
import { transferTargetSchema } from './import-schema.ts';
import {
  addItem,
  dropTransfer,
  findTransfer,
  insertTransfer,
  type TransferRecord,
  transfersUnder,
  transfersWith,
  updateTransfer,
} from './store.ts';

const textOf = (value: ImportValue | null | undefined): string => (value?.state === 'known' ? String(value.value).trim() : '');

/** A row is one line of a transfer: the record is the transfer with a sign of the line's name. */
const between = '~';
const lineKey = (item: string): string => createHash('sha256').update(identityText(item)).digest('hex').slice(0, 16);
const rowId = (transferId: string, item: string): string => `${transferId}${between}${lineKey(item)}`;
const partsOf = (id: string): { readonly transferId: string; readonly line: string } => {
  const [transferId = '', line = ''] = id.split(between);
  return { transferId, line };
};

/**
 * Brings lists of orders into the queue: rows of one order number to one party are one transfer with a line each. A party or a thing that is in no
 * register keeps its name, and the checks ask who or what it is. What has ended is found again and never changed.
 */
export function createTransferImportTarget(deps: FeatureDeps): ImportTarget {
  const newId = () => deps.ports.ids.next();
  return {
    id: 'transfers',
    variants: [''],
    schema: () => transferTargetSchema,

    unfit: (connection, _variant, records) =>
      records.map((record) => {
        const found = matching(
          connection,
          textOf(record['reference']),
          textOf(record['item']),
          textOf(record['party']),
          textOf(record['plannedOn']),
        );
        const ended = found.find(({ ended: how }) => how !== null);
        return ended === undefined || found.some(({ ended: how }) => how === null) || isSame(ended, record)
          ? null
          : { kind: 'hasEnded', fieldId: 'item', value: transferNumber(ended.number) };
      }),

    lookupExisting(connection, _variant, keys) {
      const found = new Map<string, readonly ExistingRecord[]>();
      for (const key of keys) {
        const records = recordsFor(connection, key);
        if (records.length > 0) found.set(keyText(key), records);
      }
      return found;
    },

    commitRows(tx, batch, rows) {
      const done: CommittedRow[] = [];
      for (const row of rows) {
        const written =
          row.existing === null
            ? addRow(tx, batch, row, { newId, on: deps.ports.clock.today() })
            : changeRow(tx, batch, row, row.existing, newId);
        if (!written.ok) return written;
        done.push({ row: row.row, ...written.value });
      }
      return ok(done);
    },

    undoRows: (tx, batch, rows) => takeBack(tx, batch, rows, newId),
    settle: async () => undefined,
  };
}

const same = (a: string, b: string) => identityText(a) === identityText(b);

/** Transfers that a row may mean: by order number, else by thing, party and day; open ones first. */
function matching(connection: Connection, reference: string, item: string, party: string, day: string): readonly TransferRecord[] {
  const all = reference === '' ? transfersWith(connection, item) : transfersUnder(connection, reference);
  return all
    .filter(
      ({ columns }) =>
        columns.items.some(({ name }) => same(name, item)) &&
        columns.parties.some(({ name }) => same(name, party)) &&
        (reference !== '' || (columns.plannedOn ?? '') === day),
    )
    .sort((a, b) => Number(a.ended !== null) - Number(b.ended !== null) || a.number - b.number);
}

function recordsFor(connection: Connection, { set, parts }: RecordKey): ExistingRecord[] {
  const [a = '', b = '', c = ''] = parts;
  const [reference, item, party, day] = set === 0 ? [a, b, c, ''] : ['', a, b, c];
  // Of several orders alike the first open one is meant; an import never asks which of two equal lines it is.
  const [first] = matching(connection, reference, item, party, day);
  if (first === undefined) return [];
  const line = first.columns.items.find(({ name }) => same(name, item));
  const values: Record<string, ImportValue> = {};
  for (const [field, value] of Object.entries(valuesOf(first.columns, line, party)))
    if (value !== '') values[field] = { state: 'known', value };
  return [{ id: rowId(first.id, item), title: transferNumber(first.number), revision: first.revision, values }];
}

/** What a row can say of a transfer, by field. */
const valuesOf = (columns: TransferColumns, line: TransferItem | undefined, party: string): Readonly<Record<string, string>> => ({
  quantity: line?.quantity ?? '',
  role: columns.parties.find(({ name }) => same(name, party))?.role ?? '',
  destination: columns.destination ?? '',
  plannedOn: columns.plannedOn ?? '',
  kind: columns.kind,
  means: columns.means,
  endUse: columns.endUse,
  owner: columns.owner,
  note: columns.note,
});

function isSame({ columns }: TransferRecord, record: ImportRecord): boolean {
  const line = columns.items.find(({ name }) => same(name, textOf(record['item'])));
  return Object.entries(valuesOf(columns, line, textOf(record['party']))).every(
    ([field, value]) => record[field] === undefined || textOf(record[field]) === value,
  );
}

type Written = Omit<CommittedRow, 'row'>;

/** The one record of that name; null where there is none, or several. */
const onlyOne = (found: readonly { readonly id: string }[]): string | null => (found.length === 1 ? (found[0]?.id ?? null) : null);

const itemOf = (tx: Connection, values: ImportRecord): TransferItem => {
  const name = textOf(values['item']).slice(0, 400);
  return { assetId: onlyOne(assetsCalled(tx, identityText(name))), name, quantity: textOf(values['quantity']).slice(0, 60) };
};

interface Stamp {
  readonly newId: () => string;
  readonly on: string;
}

function addRow(tx: Connection, batch: CommitBatch, { values }: CommitRow, { newId, on }: Stamp): Result<Written, AppError> {
  const item = itemOf(tx, values);
  const reference = textOf(values['reference']).slice(0, 120);
  const party = textOf(values['party']).slice(0, 400);
  // A further line of an order that this very file began.
  const begun =
    reference === ''
      ? undefined
      : transfersUnder(tx, reference).find(
          ({ importBatch, ended, columns }) =>
            importBatch === batch.batchId &&
            ended === null &&
            columns.items.length < 100 &&
            columns.parties.some(({ name }) => same(name, party)),
        );
  if (begun !== undefined) {
    addItem(tx, begun, item, newId);
    return ok({ id: rowId(begun.id, item.name), revision: begun.revision });
  }
  const id = newId();
  const kind = TransferKind.catch('shipment').parse(textOf(values['kind']));
  const columns: TransferColumns = {
    ...{ kind, reference, items: [item], transits: [], authority: null },
    parties: [
      {
        partyId: onlyOne(partiesCalled(tx, identityText(party))),
        name: party,
        role: TransferRole.catch(kind === 'shipment' ? 'ultimateConsignee' : 'endUser').parse(textOf(values['role'])),
      },
    ],
    destination: countryOf(values),
    plannedOn: dayOf(values),
    means: textOf(values['means']).slice(0, 600),
    endUse: textOf(values['endUse']).slice(0, 2000),
    owner: textOf(values['owner']).slice(0, 200),
    note: textOf(values['note']).slice(0, 4000),
  };
  insertTransfer(tx, { id, on, batch: batch.batchId }, columns, newId);
  return ok({ id: rowId(id, item.name), revision: 0 });
}

const dayOf = (values: ImportRecord): IsoDate | null => IsoDate.safeParse(textOf(values['plannedOn'])).data ?? null;
const countryOf = (values: ImportRecord): string | null =>
  /^[A-Z]{2}$/.test(textOf(values['destination'])) ? textOf(values['destination']) : null;

/** Writes values over those of a transfer and of one of its lines; what they are silent about stays. */
function changed(columns: TransferColumns, line: string, values: Readonly<Record<string, ImportValue | null>>): TransferColumns {
  const said = (field: string) => values[field] !== undefined;
  const given: ImportRecord = Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [[field, value]])),
  );
  const text = (field: 'means' | 'endUse' | 'owner' | 'note', most: number) =>
    said(field) ? textOf(given[field]).slice(0, most) : columns[field];
  return {
    ...columns,
    items: columns.items.map((one) =>
      said('quantity') && lineKey(one.name) === line ? { ...one, quantity: textOf(given['quantity']).slice(0, 60) } : one,
    ),
    parties: columns.parties.map((one, at) =>
      said('role') && at === 0 ? { ...one, role: TransferRole.catch(one.role).parse(textOf(given['role'])) } : one,
    ),
    destination: said('destination') ? countryOf(given) : columns.destination,
    plannedOn: said('plannedOn') ? dayOf(given) : columns.plannedOn,
    kind: said('kind') ? TransferKind.catch(columns.kind).parse(textOf(given['kind'])) : columns.kind,
    means: text('means', 600),
    endUse: text('endUse', 2000),
    owner: text('owner', 200),
    note: text('note', 4000),
  };
}

/** Revisions that a batch has moved on by itself, by transfer: several rows may change one. */
const moved = new WeakMap<object, { readonly batch: string; readonly from: Map<string, number> }>();

/** Whether a transfer stands where a row knows it; the first row of a batch moves it on for the others, too. */
function standsFor(tx: Connection, batch: string, one: TransferRecord, revision: number): boolean {
  const known = moved.get(tx.db);
  const own = known?.batch === batch ? known : { batch, from: new Map<string, number>() };
  moved.set(tx.db, own);
  if (own.from.get(one.id) === revision) return true;
  if (one.revision !== revision) return false;
  own.from.set(one.id, revision);
  return true;
}

function changeRow(
  tx: Connection,
  batch: CommitBatch,
  { values }: CommitRow,
  target: { readonly id: string; readonly revision: number },
  newId: () => string,
): Result<Written, AppError> {
  const { transferId, line } = partsOf(target.id);
  const one = findTransfer(tx, transferId);
  if (one === undefined) return err({ code: 'record.notFound', entity: 'transfer', id: transferId });
  if (!standsFor(tx, `commit ${batch.batchId}`, one, target.revision))
    return err({ code: 'record.stale', entity: 'transfer', id: one.id, yours: target.revision, current: one.revision });
  updateTransfer(tx, one, changed(one.columns, line, values), newId, target.revision + 1);
  return ok({ id: target.id, revision: target.revision + 1 });
}

/** Takes rows back to where they were; a transfer goes with the last of its lines. */
function takeBack(
  tx: Connection,
  batch: CommitBatch,
  rows: readonly UndoRow[],
  newId: () => string,
): Result<{ removed: number; restored: number }, AppError> {
  let removed = 0;
  let restored = 0;
  for (const row of rows) {
    const { transferId, line } = partsOf(row.id);
    const one = findTransfer(tx, transferId);
    if (one === undefined) continue;
    if (!standsFor(tx, `undo ${batch.batchId}`, one, row.revision))
      return err({ code: 'undo.blocked', detail: transferTargetSchema.label });
    if (row.outcome === 'changed') {
      updateTransfer(tx, one, changed(one.columns, line, row.before), newId, row.revision + 1);
      restored += 1;
      continue;
    }
    const items = one.columns.items.filter(({ name }) => lineKey(name) !== line);
    if (items.length === 0) dropTransfer(tx, one.id);
    else updateTransfer(tx, one, { ...one.columns, items }, newId, row.revision + 1);
    removed += 1;
  }
  return ok({ removed, restored });
}
