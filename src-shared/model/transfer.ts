import { z } from 'zod';
import { PartyRole } from './party-role.ts';
import { RecordRef } from './record-ref.ts';

/** How something leaves, or is opened to somebody. Words under `transfers.kind.<id>`. */
export const TransferKind = z.enum(['shipment', 'download', 'serviceActivation', 'technicalDiscussion', 'other']);
export type TransferKind = z.infer<typeof TransferKind>;

/** Under what it goes, as somebody of the company stated it. Nothing here says that the statement is right. */
export const AuthorityKind = z.enum(['licence', 'exception', 'noLicence', 'other']);
export type AuthorityKind = z.infer<typeof AuthorityKind>;

/** What a party is to a transfer; the rest of the roles say what one is to the company. */
export const TransferRole = PartyRole.extract([
  'purchaser',
  'intermediateConsignee',
  'ultimateConsignee',
  'endUser',
  'freightForwarder',
  'customer',
  'reseller',
  'distributor',
  'researchPartner',
  'bank',
  'other',
]);
export type TransferRole = z.infer<typeof TransferRole>;

/** Roles of whoever has the thing in the end. */
export const receivingRoles: ReadonlySet<TransferRole> = new Set(['endUser', 'ultimateConsignee', 'customer', 'researchPartner']);

/**
 * What is looked at before something goes. The order is that of the page: what goes, to whom, where, and under what. Words under
 * `transfers.check.<id>`.
 */
export const TransferCheckId = z.enum([
  'items',
  'classification',
  'assetHalt',
  'gate',
  'openFindings',
  'receivers',
  'screening',
  'ownership',
  'signs',
  'tier',
  'vetting',
  'partyHalt',
  'destination',
  'endUse',
  'authority',
]);
export type TransferCheckId = z.infer<typeof TransferCheckId>;

/** `unknown` never counts as clear: somebody says why it may go all the same. */
export const TransferCheckState = z.enum(['holds', 'unknown', 'clear']);
export type TransferCheckState = z.infer<typeof TransferCheckState>;

/** One thing that was looked at, with what was found. */
export const TransferCheck = z.strictObject({
  /** Names the check and what it is about: the same from day to day. */
  key: z.string().min(1).max(260),
  id: TransferCheckId,
  state: TransferCheckState,
  /** Why, as a text `transfers.says.<says>` whose gaps `detail` fills. */
  says: z.string().min(1).max(60),
  detail: z.record(z.string().max(30), z.union([z.string().max(600), z.number()])),
  /** What it was looked at in; null where that is the transfer itself. */
  record: RecordRef.nullable(),
  recordName: z.string().max(700),
});
export type TransferCheck = z.infer<typeof TransferCheck>;

/**
 * Where a transfer stands. `lapsed`: it was cleared, and what the clearance rested on has changed since; `held`: somebody holds it, or a check does.
 */
export const TransferState = z.enum(['waiting', 'held', 'lapsed', 'cleared', 'gone', 'refused', 'cancelled']);
export type TransferState = z.infer<typeof TransferState>;

/** Under what it goes, as the user states it: number of the licence, symbol of the exception, or why none is held to be needed. */
export const Authority = z.strictObject({
  kind: AuthorityKind,
  reference: z.string().trim().max(200),
  basis: z.string().trim().max(2000),
});
export type Authority = z.infer<typeof Authority>;

/** A part of what a clearance rested on that is no longer as it was. */
export const LapseReason = z.strictObject({
  what: z.string().max(40),
  name: z.string().max(700),
  was: TransferCheckState.nullable(),
  is: TransferCheckState.nullable(),
});
export type LapseReason = z.infer<typeof LapseReason>;

/** How the company calls it: `T-0001`. */
export const transferNumber = (number: number): string => `T-${String(number).padStart(4, '0')}`;
