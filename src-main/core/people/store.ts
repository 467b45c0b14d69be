import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { EraseReason, PersonColumns, PersonDetail, TieKind, TieState } from '../../../src-shared/contract/people.ts';
import { err, type Result } from '../../../src-shared/model/result.ts';
import { atRevision, type Connection, prepared } from '../db/index.ts';
import { identityText, plainText } from '../importers/index.ts';
import { accountKey } from './accounts.ts';

/** A person as the table holds it. */
export interface PersonRecord {
  readonly id: string;
  readonly external_id: string;
  readonly external_key: string;
  readonly name: string;
  readonly name_key: string;
  readonly other_names: string;
  readonly identifiers: string;
  readonly employment: string | null;
  readonly employer: string;
  readonly employer_country: string | null;
  readonly employer_headquarters: string | null;
  readonly role: string;
  readonly team: string;
  readonly site: string;
  readonly work_country: string | null;
  readonly start_on: string | null;
  readonly last_day: string | null;
  readonly citizenship_state: TieState;
  readonly residence_state: TieState;
  readonly us_state: TieState;
  readonly sourced: number;
  readonly search_text: string;
  readonly archived_at: string | null;
  readonly erased_at: string | null;
  readonly erased_because: EraseReason | null;
  readonly revision: number;
}

/** Where new ids and times come from. */
export interface Stamp {
  readonly newId: () => string;
  readonly now: string;
}

export interface LinkRecord {
  readonly id: string;
  readonly account: string;
  readonly account_key: string;
  readonly system: string;
  readonly state: 'person' | 'service' | 'shared' | 'ignored';
  readonly person_id: string | null;
  readonly owner: string;
  readonly purpose: string;
  readonly origin: 'roster' | 'file' | 'person';
}

export const stateColumn: Readonly<Record<TieKind, 'citizenship_state' | 'residence_state' | 'us_state'>> = {
  citizenship: 'citizenship_state',
  permanentResidence: 'residence_state',
  usStatus: 'us_state',
};

const columnOf: Readonly<Record<keyof PersonColumns, string>> = {
  name: 'name',
  externalId: 'external_id',
  employment: 'employment',
  employer: 'employer',
  employerCountry: 'employer_country',
  employerHeadquarters: 'employer_headquarters',
  role: 'role',
  team: 'team',
  site: 'site',
  workCountry: 'work_country',
  startOn: 'start_on',
  lastDay: 'last_day',
};

export function findPerson({ db }: Connection, id: string): PersonRecord | undefined {
  return prepared<[string], PersonRecord>(db, 'SELECT * FROM people WHERE id = ?').get(id);
}

/** The person, if it is there, was not erased, and nobody changed it since the caller looked. */
export function personAt(connection: Connection, id: string, revision: number): Result<PersonRecord, AppError> {
  const found = atRevision('person', id, revision, findPerson(connection, id));
  return found.ok && found.value.erased_at !== null ? err({ code: 'record.notFound', entity: 'person', id }) : found;
}

/** What a new person comes with besides its columns. */
export interface NewPerson {
  readonly otherNames?: string;
  readonly accounts?: readonly { readonly account: string; readonly system: string }[];
  readonly states?: { readonly citizenship: TieState; readonly residence: TieState; readonly us: TieState; readonly sourced: boolean };
  readonly importBatch?: string;
}

/** Adds a person in one write: each write to the table is a row of the journal. */
export function insertPerson(
  connection: Connection,
  columns: PersonColumns & { readonly name: string },
  stamp: Stamp,
  more: NewPerson = {},
): string {
  const id = stamp.newId();
  const { otherNames = '[]', accounts = [], states } = more;
  const search = searchText(
    columns,
    otherNames,
    '[]',
    accounts.map(({ account }) => account),
  );
  prepared(
    connection.db,
    `INSERT INTO people (id, external_id, external_key, name, name_key, other_names, employment, employer, employer_country, employer_headquarters,
       role, team, site, work_country, start_on, last_day, citizenship_state, residence_state, us_state, sourced, search_text, import_batch, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    columns.externalId ?? '',
    identityText(columns.externalId ?? ''),
    columns.name,
    identityText(columns.name),
    otherNames,
    columns.employment ?? null,
    columns.employer ?? '',
    columns.employerCountry ?? null,
    columns.employerHeadquarters ?? null,
    columns.role ?? '',
    columns.team ?? '',
    columns.site ?? '',
    columns.workCountry ?? null,
    columns.startOn ?? null,
    columns.lastDay ?? null,
    states?.citizenship ?? 'notAsked',
    states?.residence ?? 'notAsked',
    states?.us ?? 'notAsked',
    states?.sourced === true ? 1 : 0,
    search,
    more.importBatch ?? null,
    stamp.now,
    stamp.now,
  );
  addPersonAccounts(connection, id, accounts, more.importBatch === undefined ? 'person' : 'roster', stamp);
  return id;
}

/** Changes columns in one write and counts the change; what is not named stays. */
export function changePerson(
  connection: Connection,
  id: string,
  columns: PersonColumns & { readonly otherNames?: string | undefined; readonly identifiers?: string | undefined },
  stamp: Stamp,
): void {
  const person = findPerson(connection, id);
  if (person === undefined) return;
  const { otherNames = person.other_names, identifiers = person.identifiers, ...plain } = columns;
  const values = new Map<string, string | null>([
    ['other_names', otherNames],
    ['identifiers', identifiers],
  ]);
  for (const [field, value] of Object.entries(plain) as [keyof PersonColumns, string | null | undefined][]) {
    if (value === undefined) continue;
    values.set(columnOf[field], value);
    if (field === 'name') values.set('name_key', identityText(value ?? ''));
    if (field === 'externalId') values.set('external_key', identityText(value ?? ''));
  }
  const now: PersonColumns = {
    name: plain.name ?? person.name,
    externalId: plain.externalId ?? person.external_id,
    team: plain.team ?? person.team,
    role: plain.role ?? person.role,
    site: plain.site ?? person.site,
    employer: plain.employer ?? person.employer,
  };
  const accounts = linksOf(connection, id).map((link) => link.account);
  values.set('search_text', searchText(now, otherNames, identifiers, accounts));
  const set = [...values.keys()].map((column) => `${column} = ?`).join(', ');
  prepared(connection.db, `UPDATE people SET ${set}, updated_at = ?, revision = revision + 1 WHERE id = ?`).run(
    ...values.values(),
    stamp.now,
    id,
  );
}

/** Counts a change of the person that was in another table, and makes its words anew. */
export function touch(connection: Connection, id: string, stamp: Stamp): void {
  changePerson(connection, id, {}, stamp);
}

/** What a search looks at: names, numbers, accounts and where somebody works. Ties are not in it. */
function searchText(columns: PersonColumns, otherNames: string, identifiers: string, accounts: readonly string[]): string {
  const names = (JSON.parse(otherNames) as PersonDetail['otherNames']).map((one) => one.text);
  const numbers = (JSON.parse(identifiers) as PersonDetail['identifiers']).map((one) => one.value);
  const { name, externalId, team, role, site, employer } = columns;
  return plainText([name, ...names, externalId, ...numbers, ...accounts, team, role, site, employer].join(' ')).slice(0, 4000);
}

export function linksOf({ db }: Connection, personId: string): readonly LinkRecord[] {
  return prepared<[string], LinkRecord>(db, 'SELECT * FROM account_links WHERE person_id = ? ORDER BY account_key, system').all(personId);
}

/** Every account somebody answered for. */
export function allLinks({ db }: Connection): readonly LinkRecord[] {
  return prepared<[], LinkRecord>(db, 'SELECT * FROM account_links ORDER BY account_key, system').all();
}

export function addLink({ db }: Connection, link: Omit<LinkRecord, 'id' | 'account_key'>, stamp: Stamp): void {
  prepared(db, 'INSERT INTO account_links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    stamp.newId(),
    link.account,
    accountKey(link.account),
    link.system,
    link.state,
    link.person_id,
    link.owner,
    link.purpose,
    link.origin,
  );
}

/** Accounts of a person that a roster names; those already linked stay as they are. Answers how many were added. */
export function addPersonAccounts(
  connection: Connection,
  personId: string,
  accounts: readonly { readonly account: string; readonly system: string }[],
  origin: LinkRecord['origin'],
  stamp: Stamp,
): number {
  const known = new Set(linksOf(connection, personId).map((link) => `${link.system}\u0000${link.account_key}`));
  let added = 0;
  for (const { account, system } of accounts) {
    const key = `${system}\u0000${accountKey(account)}`;
    if (accountKey(account) === '' || known.has(key)) continue;
    known.add(key);
    added += 1;
    addLink(connection, { account, system, state: 'person', person_id: personId, owner: '', purpose: '', origin }, stamp);
  }
  return added;
}
