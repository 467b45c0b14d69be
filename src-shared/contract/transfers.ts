import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { ProfileName } from '../model/redaction.ts';
import { Paper } from '../model/report-page.ts';
import { Authority, LapseReason, TransferCheck, TransferKind, TransferRole, TransferState } from '../model/transfer.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';

/** Shipments, downloads, service activations and technical discussions: what goes, to whom, and whether something in the workspace holds it. */

const Id = z.string().min(1).max(80);
const Revision = z.int().nonnegative();
const Count = z.int().nonnegative();
const Country = z.string().regex(/^[A-Z]{2}$/);
const Person = z.string().trim().max(200);
const Why = z.string().trim().min(1).max(2000);

export const TransferItem = z.strictObject({
  /** Null: a line that names nothing of the register yet. */
  assetId: Id.nullable(),
  name: z.string().trim().min(1).max(400),
  /** As it is written on the order, with its unit; empty where nobody said. */
  quantity: z.string().trim().max(60),
});
export type TransferItem = z.infer<typeof TransferItem>;

export const TransferParty = z.strictObject({
  /** Null: a name that is in no register yet. */
  partyId: Id.nullable(),
  name: z.string().trim().min(1).max(400),
  role: TransferRole,
});
export type TransferParty = z.infer<typeof TransferParty>;

export const TransferColumns = z.strictObject({
  kind: TransferKind,
  /** Order number, ticket or meeting. */
  reference: z.string().trim().max(120),
  items: z.array(TransferItem).max(100),
  parties: z.array(TransferParty).max(30),
  destination: Country.nullable(),
  transits: z.array(Country).max(20),
  plannedOn: IsoDate.nullable(),
  /** Carrier, portal, tenant, place of the meeting. */
  means: z.string().trim().max(600),
  endUse: z.string().trim().max(2000),
  authority: Authority.nullable(),
  owner: Person,
  note: z.string().trim().max(4000),
});
export type TransferColumns = z.infer<typeof TransferColumns>;

export const TransferRow = z.strictObject({
  id: Id,
  number: z.string().max(12),
  kind: TransferKind,
  reference: z.string().max(120),
  state: TransferState,
  plannedOn: IsoDate.nullable(),
  /** Its day has passed and it neither went nor was stopped. */
  late: z.boolean(),
  goneOn: IsoDate.nullable(),
  /** It went, and nobody had cleared it. */
  uncleared: z.boolean(),
  /** The first things and the first parties by name, and how many more there are. */
  items: z.string().max(500),
  parties: z.string().max(500),
  destination: z.string().max(2).nullable(),
  owner: z.string().max(200),
  holds: Count,
  unknowns: Count,
  /** What holds it, or is open: the first check that does. */
  first: TransferCheck.nullable(),
  /** Somebody's own hold: why. */
  heldBecause: z.string().max(2000),
  /** The day until which somebody holds it. */
  heldUntil: IsoDate.nullable(),
  lapsed: z.array(LapseReason).max(60),
  revision: Revision,
});
export type TransferRow = z.infer<typeof TransferRow>;

export const TransferDecision = z.strictObject({
  id: Id,
  kind: z.enum(['clear', 'hold', 'release', 'refuse', 'cancel', 'gone']),
  on: IsoDate,
  by: z.string().max(200),
  reason: z.string().max(2000),
  /** Of a hold: until when. */
  until: IsoDate.nullable(),
  /** Of one that went: the day. */
  goneOn: IsoDate.nullable(),
  /** Of a clearance: what was open, and why it was cleared all the same. */
  open: z.array(z.strictObject({ key: z.string().max(260), reason: z.string().max(2000) })).max(400),
  /** Of one that went: it was recorded afterwards, without a clearance. */
  afterTheFact: z.boolean(),
});
export type TransferDecision = z.infer<typeof TransferDecision>;

export const TransferDetail = z.strictObject({
  row: TransferRow,
  columns: TransferColumns,
  checks: z.array(TransferCheck).max(1000),
  /** What a clearance would rest on; named by whoever clears, so that nothing is cleared that was not seen. */
  digest: z.string().length(64),
  /** The newest first. */
  decisions: z.array(TransferDecision).max(200),
  recordedOn: IsoDate,
});
export type TransferDetail = z.infer<typeof TransferDetail>;

/** What of the queue to look at. `waiting` holds those that lapsed too; `late` those whose day has passed. */
export const TransferView = z.enum(['open', 'waiting', 'held', 'cleared', 'late', 'gone', 'refused', 'all']);
export type TransferView = z.infer<typeof TransferView>;

const reads = [
  'transfers',
  'inventory',
  'classification',
  'parties',
  'screening',
  'lists',
  'vetting',
  'cases',
  'access',
  'rulepacks',
  'settings',
] as const;
const touched = ['transfers', 'journal', 'quality', 'evidence'] as const;
const at = { id: Id, revision: Revision };

export const transferMethods = {
  /** A page of the queue by planned day, and the next one that is queued. */
  'transfers.list': query(
    z.strictObject({ view: TransferView, text: z.string().max(200).optional(), offset: Count, limit: z.int().min(1).max(500) }),
    z.strictObject({
      total: Count,
      counts: z.strictObject({
        open: Count,
        waiting: Count,
        held: Count,
        cleared: Count,
        late: Count,
        gone: Count,
        refused: Count,
        all: Count,
      }),
      next: TransferRow.nullable(),
      rows: z.array(TransferRow).max(500),
    }),
    [...reads],
  ),
  'transfers.get': query(z.strictObject({ id: Id }), TransferDetail, [...reads]),
  'transfers.history': query(z.strictObject({ id: Id }), z.array(JournalEntry).max(200), ['journal']),
  /** Transfers of one asset or party, the newest day first. */
  'transfers.of': query(
    z.strictObject({ record: z.strictObject({ kind: z.enum(['asset', 'party']), id: Id }) }),
    z.strictObject({ total: Count, rows: z.array(TransferRow).max(200) }),
    [...reads],
  ),
  /** Adds one, or changes one that has not gone. Errors: `record.stale`, `record.notFound`, `request.invalid`, `policy.refused`. */
  'transfers.save': command(z.strictObject({ id: Id.nullable(), revision: Revision, columns: TransferColumns }), TransferDetail, [
    ...touched,
  ]),
  /** Clears one on which nothing holds; each open check needs its reason. Errors: `record.stale`, `policy.refused`. */
  'transfers.clear': command(
    z.strictObject({
      ...at,
      digest: z.string().length(64),
      reasons: z.array(z.strictObject({ key: z.string().max(260), reason: z.string().trim().max(2000) })).max(400),
      note: z.string().trim().max(2000),
    }),
    TransferDetail,
    [...touched],
  ),
  /** Holds one, which ends its clearance. A hold stands until somebody releases it, also past its day. */
  'transfers.hold': command(z.strictObject({ ...at, reason: Why, until: IsoDate.nullable() }), TransferDetail, [...touched]),
  'transfers.release': command(z.strictObject({ ...at, reason: Why }), TransferDetail, [...touched]),
  'transfers.stop': command(z.strictObject({ ...at, outcome: z.enum(['refuse', 'cancel']), reason: Why }), TransferDetail, [...touched]),
  /**
   * It went. Without a clearance in force only as a record after the fact, with its reason: nothing is hidden, and a quality check says it.
   * Errors: `policy.refused`, `request.invalid` for a day to come.
   */
  'transfers.gone': command(z.strictObject({ ...at, goneOn: IsoDate, afterTheFact: Why.nullable() }), TransferDetail, [...touched]),
  /** Saves a view of the queue; null where the dialog was left. */
  'transfers.export': command(
    z.strictObject({
      view: TransferView,
      text: z.string().max(200).optional(),
      as: z.enum(['pdf', 'xlsx', 'csv']),
      paper: Paper,
      redaction: ProfileName,
    }),
    z.strictObject({ name: z.string().max(300), bytes: Count, sha256: z.string().max(64) }).nullable(),
    ['journal'],
  ),
} as const;
