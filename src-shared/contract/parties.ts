import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { identifierKinds } from '../model/listed-party.ts';
import { holdingKinds, ownershipTests } from '../model/ownership.ts';
import { PartyRole } from '../model/party-role.ts';
import { placeSignKinds } from '../model/place-sign.ts';
import { ProfileName } from '../model/redaction.ts';
import { Paper } from '../model/report-page.ts';
import { VettingState } from '../model/vetting.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';

/** Customers, partners, vendors and others the company deals with. Staff live in the people register and are screened from there. */

const Id = z.string().min(1).max(80);
const Revision = z.number().int().nonnegative();
const Count = z.number().int().nonnegative();
const Country = z.string().regex(/^[A-Z]{2}$/);
const Name = z.string().trim().min(1).max(400);
const Words = z.string().trim().max(600);

export const PartyKind = z.enum(['organisation', 'person', 'vessel', 'aircraft']);
export type PartyKind = z.infer<typeof PartyKind>;
export const RiskTier = z.enum(['low', 'medium', 'high', 'prohibited']);
export type RiskTier = z.infer<typeof RiskTier>;

/**
 * Where a party stands with screening, and with nothing else. `noMatch`: no entry of the lists in use, which says nothing of owners or
 * places; `stale`: screened, but the party or a list has changed since.
 */
export const ScreeningStanding = z.enum(['notScreened', 'noMatch', 'open', 'trueMatch', 'needFacts', 'escalated', 'stale']);
export type ScreeningStanding = z.infer<typeof ScreeningStanding>;

/**
 * What lists, owners and places come to together, gravest first. `grave`: a rule of ownership, an embargo or a headquarters reaches it;
 * `toAsk`: no match and nothing grave, but owners or a place are open. Only `nothingFound` leaves no question on file.
 */
export const PartyOverall = z.enum(['trueMatch', 'grave', 'toDecide', 'notScreened', 'toAsk', 'nothingFound']);
export type PartyOverall = z.infer<typeof PartyOverall>;

export const PartyName = z.strictObject({
  kind: z.enum(['legal', 'trade', 'former', 'ownScript', 'alias']),
  text: Name,
  /** BCP 47; empty where nobody said. */
  language: z.string().trim().max(35),
});
export const PartyId = z.strictObject({
  kind: z.enum(identifierKinds),
  label: z.string().trim().max(120),
  value: z.string().trim().min(1).max(200),
  country: Country.nullable(),
});
export const PartyPlace = z.strictObject({
  text: z.string().trim().min(1).max(600),
  city: z.string().trim().max(200),
  region: z.string().trim().max(200),
  country: Country.nullable(),
});

const PartyFields = {
  kind: PartyKind,
  name: Name,
  /** Number in the company's own books. */
  externalId: z.string().trim().max(120),
  roles: z.array(PartyRole).max(14),
  registrationCountry: Country.nullable(),
  headquartersCountry: Country.nullable(),
  operationCountries: z.array(Country).max(60),
  /** Of a person: birth as day, month or year; nationality. */
  birth: z.string().trim().max(10),
  nationalities: z.array(Country).max(10),
  gender: z.enum(['male', 'female']).nullable(),
  business: Words,
  website: z.string().trim().max(300),
  tier: RiskTier.nullable(),
  tierReason: Words,
  owner: z.string().trim().max(200),
  note: z.string().trim().max(4000),
};

export const PartyRow = z.strictObject({
  id: Id,
  kind: PartyKind,
  name: z.string().max(400),
  externalId: z.string().max(120),
  roles: z.array(PartyRole),
  countries: z.array(z.string().length(2)).max(64),
  tier: RiskTier.nullable(),
  overall: PartyOverall,
  standing: ScreeningStanding,
  openHits: Count,
  /** Signs beside the lists: embargoed destination, ownership, diversion, address. */
  signs: Count,
  /** The gravest of the signs; null where there is none. */
  gravest: z.enum(['high', 'medium', 'low']).nullable(),
  screenedOn: IsoDate.nullable(),
  /** The first state of the checks that are expected or came round; null where there is none. */
  vetting: VettingState.nullable(),
  vettingsOpen: Count,
  ownersKnown: z.enum(['complete', 'partial', 'noneFurther', 'unknown']),
  archived: z.boolean(),
  revision: Revision,
});
export type PartyRow = z.infer<typeof PartyRow>;

export const PartyFilter = z.strictObject({
  text: z.string().max(200).optional(),
  kinds: z.array(PartyKind).max(4).optional(),
  roles: z.array(PartyRole).max(14).optional(),
  countries: z.array(z.string().length(2)).max(60).optional(),
  tiers: z.array(RiskTier).max(4).optional(),
  standings: z.array(ScreeningStanding).max(7).optional(),
  overall: z.array(PartyOverall).max(6).optional(),
  vettings: z.array(VettingState).max(7).optional(),
  archived: z.boolean().default(false),
});
export type PartyFilter = z.infer<typeof PartyFilter>;

const PartySort = z.strictObject({ by: z.enum(['name', 'overall', 'standing', 'tier', 'screenedOn', 'country']), descending: z.boolean() });

export const HoldingView = z.strictObject({
  id: Id,
  ownerId: Id,
  ownerName: z.string().max(400),
  ownedId: Id,
  ownedName: z.string().max(400),
  kind: z.enum(holdingKinds),
  percent: z.number().min(0).max(100).nullable(),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  evidence: Words,
  evidenceOn: IsoDate.nullable(),
  revision: Revision,
});
export type HoldingView = z.infer<typeof HoldingView>;

export const OwnershipFindingView = z.strictObject({
  test: z.enum(ownershipTests),
  outcome: z.enum(['met', 'notMet', 'question']),
  confirmed: z.boolean(),
  citations: z.array(z.string().max(300)).max(20),
  steps: z.array(z.strictObject({ ownedId: Id, ownerId: Id, percent: z.number().nullable(), text: z.string().max(600) })).max(200),
  aggregate: z.number().nullable(),
  why: z.array(z.string().max(1000)).max(40),
  questions: z.array(z.string().max(600)).max(40),
});
export type OwnershipFindingView = z.infer<typeof OwnershipFindingView>;

/** A sign about a place or a way of dealing, not about a name on a list. */
export const PartySign = z.strictObject({
  kind: z.enum(placeSignKinds),
  severity: z.enum(['high', 'medium', 'low']),
  title: z.string().max(300),
  why: z.string().max(1000),
  /** True: something to ask, not something known. */
  question: z.boolean(),
  citations: z.array(z.string().max(300)).max(20),
});
export type PartySign = z.infer<typeof PartySign>;

export const PartyDetail = z.strictObject({
  row: PartyRow,
  columns: z.strictObject(PartyFields),
  names: z.array(PartyName).max(60),
  identifiers: z.array(PartyId).max(60),
  places: z.array(PartyPlace).max(60),
  owners: z.array(HoldingView).max(200),
  owned: z.array(HoldingView).max(200),
  ultimateParents: z
    .array(z.strictObject({ id: Id, name: z.string().max(400), headquarters: z.string().max(2).nullable(), complete: z.boolean() }))
    .max(20),
  /** Everybody above, tier by tier, as far as the register goes; `listed` are those with a confirmed match. */
  above: z.strictObject({ holdings: z.array(HoldingView).max(500), listed: z.array(Id).max(500) }),
  ownership: z.array(OwnershipFindingView).max(5),
  signs: z.array(PartySign).max(60),
  source: z.string().max(300),
  /** How somebody knows how far the owners are known; empty where nobody said. */
  ownersReason: Words,
});
export type PartyDetail = z.infer<typeof PartyDetail>;

/** What of the register to save, and how. */
export const PartyExport = z.strictObject({
  filter: PartyFilter,
  sort: PartySort.optional(),
  as: z.enum(['pdf', 'xlsx', 'csv']),
  paper: Paper,
  redaction: ProfileName,
});

const touched = ['parties', 'screening', 'journal'] as const;

export const partyMethods = {
  'parties.list': query(
    z.strictObject({
      filter: PartyFilter,
      sort: PartySort.optional(),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({ total: Count, rows: z.array(PartyRow).max(500) }),
    ['parties', 'screening', 'lists', 'rulepacks', 'vetting'],
  ),
  /** Asks where to, and writes all parties a filter finds. Null: the dialog was left. */
  'parties.export': command(
    PartyExport,
    z.strictObject({ name: z.string().max(300), bytes: Count, sha256: z.string().max(64) }).nullable(),
    ['reports', 'journal'],
  ),
  'parties.counts': query(
    z.strictObject({}),
    z.strictObject({
      parties: Count,
      byOverall: z.record(PartyOverall, Count),
      byStanding: z.record(ScreeningStanding, Count),
      byTier: z.record(z.enum([...RiskTier.options, 'none']), Count),
      ownersUnknown: Count,
    }),
    ['parties', 'screening', 'lists', 'rulepacks'],
  ),
  'parties.get': query(z.strictObject({ id: Id }), PartyDetail, ['parties', 'screening', 'lists', 'rulepacks', 'vetting']),
  'parties.find': query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(12) }),
    z.array(z.strictObject({ id: Id, name: z.string().max(400), kind: PartyKind, externalId: z.string().max(120) })).max(50),
    ['parties'],
  ),
  'parties.history': query(z.strictObject({ id: Id }), z.array(JournalEntry).max(200), ['parties', 'journal']),
  'parties.create': command(
    z.strictObject({ columns: z.strictObject(PartyFields).partial().extend({ name: Name, kind: PartyKind }) }),
    PartyDetail,
    [...touched],
  ),
  'parties.update': command(
    z.strictObject({
      id: Id,
      revision: Revision,
      columns: z.strictObject(PartyFields).partial(),
      names: z.array(PartyName).max(60).optional(),
      identifiers: z.array(PartyId).max(60).optional(),
      places: z.array(PartyPlace).max(60).optional(),
    }),
    PartyDetail,
    [...touched],
  ),
  'parties.setMany': command(
    z.strictObject({
      ids: z.array(Id).min(1).max(500),
      change: z.strictObject({
        roles: z.array(PartyRole).max(14).optional(),
        tier: RiskTier.nullable().optional(),
        tierReason: Words.optional(),
        owner: z.string().trim().max(200).optional(),
        archived: z.boolean().optional(),
      }),
    }),
    z.strictObject({ changed: Count }),
    [...touched],
  ),
  'parties.setOwnersKnown': command(
    z.strictObject({ id: Id, revision: Revision, ownersKnown: z.enum(['complete', 'partial', 'noneFurther', 'unknown']), reason: Words }),
    PartyDetail,
    [...touched],
  ),
  'parties.saveHolding': command(
    z.strictObject({
      id: Id.nullable(),
      revision: Revision,
      ownerId: Id,
      ownedId: Id,
      kind: z.enum(holdingKinds),
      percent: z.number().min(0).max(100).nullable(),
      from: IsoDate.nullable(),
      until: IsoDate.nullable(),
      evidence: Words,
      evidenceOn: IsoDate.nullable(),
    }),
    HoldingView,
    [...touched],
  ),
  'parties.removeHolding': command(z.strictObject({ id: Id, revision: Revision }), z.strictObject({ removed: z.boolean() }), [...touched]),
} as const;
