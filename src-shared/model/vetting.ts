import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { PartyRole } from './party-role.ts';

/**
 * What a company looks at, or is promised, beside the lists: checks of a party or a person, and undertakings of a party. Words under
 * `vetting.kind.<id>`.
 */
export const VettingKind = z.enum([
  'dueDiligence',
  'enhancedDueDiligence',
  'partnerAudit',
  'siteVisit',
  'backgroundCheck',
  'endUseStatement',
  'resaleLimits',
  'policyUndertaking',
  'auditRight',
]);
export type VettingKind = z.infer<typeof VettingKind>;

/** Kinds that are agreed with the other side and not looked at: their results have words of their own. */
export const undertakings: ReadonlySet<VettingKind> = new Set(['endUseStatement', 'resaleLimits', 'policyUndertaking', 'auditRight']);

/** What may be kept of each side. A check of staff is about the person alone. */
export const vettingKindsOf: Readonly<Record<'party' | 'person', readonly VettingKind[]>> = {
  party: VettingKind.options,
  person: ['backgroundCheck', 'policyUndertaking'],
};

/** How it came out. `waiting`: begun or asked for, no answer yet; `refused`: the other side would not have it. */
export const VettingResult = z.enum(['passed', 'passedWithConditions', 'failed', 'refused', 'waiting']);
export type VettingResult = z.infer<typeof VettingResult>;

/** Tiers a rule may name; `none`: a party that nobody gave a tier. */
const Tier = z.enum(['low', 'medium', 'high', 'prohibited', 'none']);
/**
 * One line of what a company expects of parties. A list of roles that is empty holds for every role; one of tiers for every tier but
 * `prohibited`, since nothing is done any more with such a party.
 */
export const PartyExpectation = z.strictObject({
  kind: VettingKind,
  tiers: z.array(Tier).max(5),
  roles: z.array(PartyRole).max(14),
  /** Null: once is enough. */
  everyMonths: z.int().min(1).max(120).nullable(),
});
export type PartyExpectation = z.infer<typeof PartyExpectation>;

/** One line of what a company expects of staff. `sensitive`: those who reach a controlled asset by role, team or a finding. */
export const StaffExpectation = z.strictObject({
  kind: z.enum(['backgroundCheck', 'policyUndertaking']),
  who: z.enum(['sensitive', 'everybody']),
  everyMonths: z.int().min(1).max(120).nullable(),
});
export type StaffExpectation = z.infer<typeof StaffExpectation>;

export const VettingRules = z.strictObject({
  parties: z.array(PartyExpectation).max(60),
  staff: z.array(StaffExpectation).max(10),
});
export type VettingRules = z.infer<typeof VettingRules>;

/**
 * What this product expects where a company says nothing else. A default of the product and no rule of law: no regulation that the packs hold
 * sets these spans.
 */
export const defaultVettingRules: VettingRules = {
  parties: [
    { kind: 'dueDiligence', tiers: ['medium'], roles: [], everyMonths: 24 },
    { kind: 'enhancedDueDiligence', tiers: ['high'], roles: [], everyMonths: 12 },
    { kind: 'endUseStatement', tiers: ['high'], roles: ['customer', 'endUser', 'ultimateConsignee', 'purchaser'], everyMonths: 12 },
    { kind: 'resaleLimits', tiers: [], roles: ['reseller', 'distributor'], everyMonths: null },
    { kind: 'policyUndertaking', tiers: [], roles: ['reseller', 'distributor'], everyMonths: 24 },
    { kind: 'auditRight', tiers: ['medium', 'high'], roles: ['reseller', 'distributor', 'vendor'], everyMonths: null },
    { kind: 'partnerAudit', tiers: ['high'], roles: ['reseller', 'distributor', 'vendor', 'researchPartner'], everyMonths: 24 },
  ],
  staff: [{ kind: 'backgroundCheck', who: 'sensitive', everyMonths: 60 }],
};

/**
 * Where something that is expected stands, what wants something first. `notPassed` and `refused` are only said of parties: of a person the result is restricted, and only
 * that something is on file is told.
 */
export const VettingState = z.enum(['notPassed', 'refused', 'overdue', 'missing', 'waiting', 'soon', 'inForce']);
export type VettingState = z.infer<typeof VettingState>;

/** States in which somebody has something to do. */
export const openVettingStates = ['missing', 'overdue', 'notPassed', 'refused', 'waiting'] as const satisfies readonly VettingState[];

/** One kind with where it stands for somebody. */
export const VettingStanding = z.strictObject({
  kind: VettingKind,
  state: VettingState,
  /** False: nobody expects it, but its own next day came round. */
  expected: z.boolean(),
  /** The day it has to be done again; null where there is none. */
  dueOn: IsoDate.nullable(),
  /** Months after which the rules want it again; null: once, or not expected. */
  everyMonths: z.int().nullable(),
});
export type VettingStanding = z.infer<typeof VettingStanding>;
