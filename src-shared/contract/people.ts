import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { Position } from './access.ts';
import { DateOrder } from './imports.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';

/**
 * People who may reach what the workspace registers. Citizenship, permanent residence and standing under US law are kept apart from everything else:
 * no list, search, journal line or log holds them, and `people.revealTies` is the only method that answers with them.
 */

const Id = z.string().min(1).max(80);
const Revision = z.number().int().nonnegative();
const Count = z.number().int().nonnegative();
const Country = z.string().regex(/^[A-Z]{2}$/);
const Words = z.string().trim().max(400);
const Name = z.string().trim().min(1).max(200);

export const EmploymentKind = z.enum([
  'permanentRegular',
  'employee',
  'contractor',
  'temporary',
  'intern',
  'student',
  'visitor',
  'guest',
  'customer',
  'other',
]);
export type EmploymentKind = z.infer<typeof EmploymentKind>;

/** `onFile`: something is kept. `unknown`: asked, or looked for, and not known. `notAsked`: nobody asked. */
export const TieState = z.enum(['onFile', 'unknown', 'notAsked']);
export type TieState = z.infer<typeof TieState>;

export const TieKind = z.enum(['citizenship', 'permanentResidence', 'usStatus']);
export type TieKind = z.infer<typeof TieKind>;

export const UsStanding = z.enum(['citizen', 'lawfulPermanentResident', 'protectedIndividual', 'visa', 'none']);
export type UsStanding = z.infer<typeof UsStanding>;

/** Why a tie is kept. Closed, so that nobody writes the tie itself into the reason. */
export const TiePurpose = z.enum(['releaseCheck', 'licenceApplication', 'controlPlan', 'legalDuty']);
export type TiePurpose = z.infer<typeof TiePurpose>;

/** Why somebody looks. The choice is what the journal says. */
export const LookPurpose = z.enum(['assessFinding', 'prepareLicence', 'correctRecord', 'answerPerson', 'audit']);
export type LookPurpose = z.infer<typeof LookPurpose>;

/** Why ties are erased. Closed, so that the journal cannot repeat what is being erased. */
export const EraseReason = z.enum(['personAsked', 'notNeeded', 'wrong', 'retentionOver']);
export type EraseReason = z.infer<typeof EraseReason>;

export const OtherName = z.strictObject({
  kind: z.enum(['ownScript', 'preferred', 'former', 'alias']),
  text: Name,
  /** BCP 47 tag such as `zh-Hans`; empty where nobody said. */
  language: z.string().trim().max(35),
});
export type OtherName = z.infer<typeof OtherName>;

export const Identifier = z.strictObject({ system: z.string().trim().min(1).max(80), value: z.string().trim().min(1).max(200) });
export type Identifier = z.infer<typeof Identifier>;

const PersonFields = {
  name: Name,
  /** Number in the company's own books. */
  externalId: z.string().trim().max(120),
  employment: EmploymentKind.nullable(),
  employer: Words,
  employerCountry: Country.nullable(),
  employerHeadquarters: Country.nullable(),
  role: Words,
  team: Words,
  site: Words,
  /** ISO 3166-1 alpha-2 of the place of work. */
  workCountry: Country.nullable(),
  startOn: IsoDate.nullable(),
  lastDay: IsoDate.nullable(),
};

export const PersonColumns = z.strictObject(PersonFields).partial();
export type PersonColumns = z.infer<typeof PersonColumns>;

/** One line of the list. It says whether ties are on file and sourced, never what they are. */
export const PersonRow = z.strictObject({
  id: Id,
  name: z.string().max(200),
  externalId: z.string().max(120),
  team: z.string().max(400),
  role: z.string().max(400),
  site: z.string().max(400),
  employment: EmploymentKind.nullable(),
  accounts: Count,
  startOn: IsoDate.nullable(),
  lastDay: IsoDate.nullable(),
  citizenship: TieState,
  /** Every citizenship on file says where it came from. */
  sourced: z.boolean(),
  /** By the audit; null before it ran. */
  position: Position.nullable(),
  findings: Count.nullable(),
  archived: z.boolean(),
  revision: Revision,
});
export type PersonRow = z.infer<typeof PersonRow>;

export const PeopleFilter = z.strictObject({
  /** Words looked for in names, numbers, accounts, team, role and site. */
  text: z.string().max(200).optional(),
  teams: z.array(z.string().max(400)).max(50).optional(),
  roles: z.array(z.string().max(400)).max(50).optional(),
  sites: z.array(z.string().max(400)).max(50).optional(),
  employment: z.array(EmploymentKind).max(10).optional(),
  citizenship: z.array(TieState).max(3).optional(),
  /** Kept with a source, or without. */
  sourced: z.boolean().optional(),
  /** Last day lies before today, or not. */
  left: z.boolean().optional(),
  withoutAccount: z.boolean().optional(),
  archived: z.boolean().optional(),
});
export type PeopleFilter = z.infer<typeof PeopleFilter>;

export const PeopleSort = z.strictObject({
  by: z.enum(['name', 'externalId', 'team', 'role', 'site', 'employment', 'accounts', 'startOn', 'lastDay', 'citizenship']),
  descending: z.boolean(),
});

const FacetValue = z.strictObject({ value: z.string().max(400), count: Count });

/** A tie without what it says. */
export const TieNote = z.strictObject({
  id: Id,
  kind: TieKind,
  purpose: TiePurpose,
  recordedOn: IsoDate,
  keepUntil: IsoDate.nullable(),
  /** Kept longer than its last day. */
  overdue: z.boolean(),
  sourced: z.boolean(),
});
export type TieNote = z.infer<typeof TieNote>;

/** A tie as it is shown after it was asked for. `country` for citizenship and residence, `standing` for US status. */
export const RevealedTie = TieNote.extend({
  country: Country.nullable(),
  standing: UsStanding.nullable(),
  /** Day, month or year it began. */
  since: z.string().max(10).nullable(),
  source: z.string().max(400),
});
export type RevealedTie = z.infer<typeof RevealedTie>;

export const AccountState = z.enum(['person', 'service', 'shared', 'ignored']);
export type AccountState = z.infer<typeof AccountState>;

export const AccountLink = z.strictObject({
  id: Id,
  account: z.string().max(300),
  system: z.string().max(80),
  state: AccountState,
  personId: Id.nullable(),
  personName: z.string().max(200),
  owner: z.string().max(200),
  purpose: z.string().max(400),
  origin: z.enum(['roster', 'file', 'person']),
});
export type AccountLink = z.infer<typeof AccountLink>;

export const AuthorisationKind = z.enum(['licence', 'technologyControlPlan', 'exception', 'other']);
export const AuthorisationStatus = z.enum(['valid', 'pending', 'revoked', 'expired', 'unknown']);

const AuthorisationFields = {
  kind: AuthorisationKind,
  number: z.string().trim().max(120),
  personId: Id.nullable(),
  nationalities: z.array(Country).max(60),
  assetIds: z.array(Id).max(200),
  eccns: z.array(z.string().trim().min(1).max(40)).max(60),
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  status: AuthorisationStatus,
  note: Words,
  /** Where the paper is. */
  evidence: Words,
};
export const PersonAuthorisation = z.strictObject({
  id: Id,
  ...AuthorisationFields,
  personName: z.string().max(200),
  assetNames: z.array(z.string().max(300)).max(200),
  revision: Revision,
});
export type PersonAuthorisation = z.infer<typeof PersonAuthorisation>;

const TravelFields = { personId: Id, country: Country, from: IsoDate, until: IsoDate, source: Words };
export const Trip = z.strictObject({ id: Id, ...TravelFields, personName: z.string().max(200), revision: Revision });
export type Trip = z.infer<typeof Trip>;

/** A controlled asset that the person may reach: the reason to ask for citizenship. */
export const Reach = z.strictObject({
  assetId: Id,
  name: z.string().max(300),
  entry: z.string().max(80),
  because: z.enum(['role', 'team', 'reached']),
});
export type Reach = z.infer<typeof Reach>;

export const PersonDetail = z.strictObject({
  row: PersonRow,
  /** Set where everything but the id was erased. */
  erased: z.strictObject({ on: IsoDate, because: EraseReason }).nullable(),
  columns: z.strictObject(PersonFields),
  otherNames: z.array(OtherName).max(20),
  identifiers: z.array(Identifier).max(40),
  accounts: z.array(AccountLink).max(200),
  ties: z.array(TieNote).max(60),
  states: z.strictObject({ citizenship: TieState, permanentResidence: TieState, usStatus: TieState }),
  /** Empty: nothing controlled is within reach, so there is no ground to ask. */
  reach: z.array(Reach).max(200),
  /** Controlled assets of which nobody said who should reach them: no ground by themselves. */
  unsaid: Count,
  authorisations: z.array(PersonAuthorisation).max(200),
  travel: z.array(Trip).max(500),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

export const Suggestion = z.strictObject({
  personId: Id,
  name: z.string().max(200),
  team: z.string().max(400),
  because: z.enum(['email', 'identifier', 'alias', 'firstLast', 'login', 'initials', 'similar']),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const LogAccount = z.strictObject({
  account: z.string().max(400),
  system: z.string().max(80),
  events: Count,
  firstOn: IsoDate.nullable(),
  lastOn: IsoDate.nullable(),
  link: AccountLink.nullable(),
  /** Best first; nothing is linked by itself. */
  suggestions: z.array(Suggestion).max(5),
});
export type LogAccount = z.infer<typeof LogAccount>;

export const AccountTarget = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('person'), personId: Id }),
  z.strictObject({ state: z.literal('service'), owner: z.string().trim().max(200), purpose: Words }),
  z.strictObject({ state: z.literal('shared'), owner: z.string().trim().max(200), purpose: Words }),
  z.strictObject({ state: z.literal('ignored'), purpose: Words }),
  z.strictObject({ state: z.literal('none') }),
]);
export type AccountTarget = z.infer<typeof AccountTarget>;

export const ListFileKind = z.enum(['serviceAccounts', 'authorisations', 'travel']);
export type ListFileKind = z.infer<typeof ListFileKind>;

/** What a light list brought. `questions` not empty: nothing was written; answer and call again with the handle. */
export const ListFileOutcome = z.strictObject({
  handle: Id,
  fileName: z.string().max(300),
  added: Count,
  same: Count,
  problems: z
    .array(z.strictObject({ row: Count.nullable(), column: z.string().max(400), value: z.string().max(200), reason: z.string().max(400) }))
    .max(200),
  problemCount: Count,
  questions: z.array(z.strictObject({ column: z.string().max(400), samples: z.array(z.string().max(80)).max(5) })).max(20),
});
export type ListFileOutcome = z.infer<typeof ListFileOutcome>;

const topics = ['people', 'access', 'journal'] as const;

export const peopleMethods = {
  'people.list': query(
    z.strictObject({
      filter: PeopleFilter,
      sort: PeopleSort.optional(),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({ total: Count, rows: z.array(PersonRow).max(500) }),
    ['people', 'access'],
  ),
  'people.facets': query(
    z.strictObject({}),
    z.strictObject({
      teams: z.array(FacetValue).max(200),
      roles: z.array(FacetValue).max(200),
      sites: z.array(FacetValue).max(200),
      employment: z.array(FacetValue).max(20),
    }),
    ['people'],
  ),
  'people.counts': query(
    z.strictObject({}),
    z.strictObject({
      people: Count,
      left: Count,
      citizenship: z.strictObject({ onFile: Count, unknown: Count, notAsked: Count }),
      /** Citizenship on file without a source. */
      unsourced: Count,
      /** Ties kept past their last day. */
      overdue: Count,
      unlinkedAccounts: Count,
      serviceAccounts: Count,
    }),
    ['people', 'accessLogs'],
  ),
  'people.get': query(z.strictObject({ id: Id }), PersonDetail, ['people', 'access', 'inventory', 'classification']),
  /** What was done with a record, looks at ties among it, newest first. */
  'people.history': query(z.strictObject({ id: Id }), z.array(JournalEntry).max(200), ['people', 'journal']),
  /** Names and teams by words, for fields that pick a person. */
  'people.find': query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(12) }),
    z.array(z.strictObject({ id: Id, name: z.string().max(200), team: z.string().max(400), externalId: z.string().max(120) })).max(50),
    ['people'],
  ),
  'people.create': command(
    z.strictObject({
      columns: z.strictObject(PersonFields).partial().extend({ name: Name }),
      accounts: z.array(z.string().trim().min(1).max(300)).max(50),
    }),
    PersonDetail,
    [...topics],
  ),
  'people.update': command(
    z.strictObject({
      id: Id,
      revision: Revision,
      columns: PersonColumns,
      otherNames: z.array(OtherName).max(20).optional(),
      identifiers: z.array(Identifier).max(40).optional(),
    }),
    PersonDetail,
    [...topics],
  ),
  'people.archive': command(
    z.strictObject({ ids: z.array(Id).min(1).max(500), archived: z.boolean() }),
    z.strictObject({ changed: Count }),
    [...topics],
  ),

  /** Shows the ties of one person once, and keeps who looked, when, at whom and why. */
  'people.revealTies': command(z.strictObject({ id: Id, purpose: LookPurpose }), z.strictObject({ ties: z.array(RevealedTie).max(60) }), [
    'journal',
  ]),
  /** Adds a tie, or corrects one; the earlier value stays for undo until it is erased. */
  'people.saveTie': command(
    z.strictObject({
      personId: Id,
      revision: Revision,
      tieId: Id.nullable(),
      kind: TieKind,
      country: Country.nullable(),
      standing: UsStanding.nullable(),
      since: z
        .string()
        .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
        .nullable(),
      source: z.string().trim().min(1).max(400),
      purpose: TiePurpose,
      keepUntil: IsoDate.nullable(),
    }),
    PersonDetail,
    [...topics],
  ),
  /** Says that nothing is known, or that nobody asked. Refused while something is on file. */
  'people.setTieState': command(
    z.strictObject({ personId: Id, revision: Revision, kind: TieKind, state: z.enum(['unknown', 'notAsked']) }),
    PersonDetail,
    [...topics],
  ),
  /** Removes values for good, earlier ones with them. The journal keeps that it happened, not what was there; undo stops here. */
  'people.eraseTies': command(
    z.strictObject({ personId: Id, revision: Revision, tieIds: z.array(Id).min(1).max(60).nullable(), reason: EraseReason }),
    PersonDetail,
    [...topics],
  ),

  /** What erasing a person would take and leave. */
  'people.erasePreview': query(
    z.strictObject({ id: Id }),
    z.strictObject({
      ties: Count,
      /** Accounts that go altogether, since no log names them. */
      accounts: Count,
      /** Accounts that logs name: events keep them as evidence unless they are replaced. */
      logged: z.array(z.string().max(400)).max(200),
      trips: Count,
      authorisations: Count,
      findings: Count,
    }),
    ['people', 'access', 'accessLogs'],
  ),
  /**
   * Erases everything of a person but the id, under which findings and events go on to speak of an erased person. The journal keeps that it happened, when,
   * by whom and why, and is emptied of what it quoted; undo stops there. `replaceAccounts`: events call the accounts otherwise from now on. Errors:
   * `record.notFound`, `record.stale`.
   */
  'people.erase': command(z.strictObject({ id: Id, revision: Revision, reason: EraseReason, replaceAccounts: z.boolean() }), PersonDetail, [
    ...topics,
    'accessLogs',
    'imports',
  ]),
  /** Ties whose last day is past or comes within some days, those longest past first: never what they say. */
  'people.retention': query(
    z.strictObject({
      withinDays: z.number().int().min(0).max(3650).default(30),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.strictObject({
      total: Count,
      overdue: Count,
      /** Ties that nobody gave a last day. */
      undated: Count,
      rows: z.array(TieNote.extend({ personId: Id, personName: z.string().max(200) })).max(500),
    }),
    ['people'],
  ),

  'people.accounts': query(
    z.strictObject({
      show: z.enum(['unlinked', 'person', 'service', 'shared', 'ignored', 'all']).default('unlinked'),
      text: z.string().max(200).default(''),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({ total: Count, rows: z.array(LogAccount).max(500) }),
    ['people', 'accessLogs'],
  ),
  'people.linkAccounts': command(
    z.strictObject({
      accounts: z
        .array(z.strictObject({ account: z.string().trim().min(1).max(300), system: z.string().trim().max(80) }))
        .min(1)
        .max(500),
      target: AccountTarget,
    }),
    z.strictObject({ changed: Count }),
    [...topics],
  ),

  'people.authorisations': query(z.strictObject({ personId: Id.nullable() }), z.array(PersonAuthorisation).max(2000), [
    'people',
    'inventory',
  ]),
  'people.saveAuthorisation': command(
    z.strictObject({ id: Id.nullable(), revision: Revision, ...AuthorisationFields }),
    PersonAuthorisation,
    [...topics],
  ),
  'people.removeAuthorisation': command(z.strictObject({ id: Id, revision: Revision }), z.strictObject({ removed: z.boolean() }), [
    ...topics,
  ]),
  'people.trips': query(z.strictObject({ personId: Id.nullable() }), z.array(Trip).max(5000), ['people']),
  'people.saveTrip': command(z.strictObject({ id: Id.nullable(), revision: Revision, ...TravelFields }), Trip, [...topics]),
  'people.removeTrip': command(z.strictObject({ id: Id, revision: Revision }), z.strictObject({ removed: z.boolean() }), [...topics]),

  /** Asks for a file of service accounts, authorisations or trips and adds what is new in one step. Null: nothing was picked. */
  'people.importList': command(
    z.strictObject({ kind: ListFileKind, handle: Id.nullable(), dateOrder: DateOrder.nullable() }),
    ListFileOutcome.nullable(),
    [...topics],
  ),
};
