import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { PersonColumns, PersonDetail, TieKind, TieState } from '../../../src-shared/contract/people.ts';
import type { Result } from '../../../src-shared/model/result.ts';
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

/** The person, if it is there and nobody changed it since the caller looked. */
export function personAt(connection: Connection, id: string, revision: number): Result<PersonRecord, AppError> {
  return atRevision('person', id, revision, findPerson(connection, id));
}

export function insertPerson(
  connection: Connection,
  columns: PersonColumns & { readonly name: string },
  stamp: Stamp,
  importBatch: string | null = null,
): string {
  const id = stamp.newId();
  prepared(connection.db, 'INSERT INTO people (id, name, name_key, import_batch, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    id,
    columns.name,
    identityText(columns.name),
    importBatch,
    stamp.now,
    stamp.now,
  );
  setColumns(connection, id, columns);
  return id;
}

/** Changes columns and counts the change; names that identify are kept in their comparable form beside them. */
export function changePerson(
  connection: Connection,
  id: string,
  columns: PersonColumns & { readonly otherNames?: string | undefined; readonly identifiers?: string | undefined },
  stamp: Stamp,
): void {
  const { otherNames, identifiers, ...plain } = columns;
  setColumns(connection, id, plain);
  if (otherNames !== undefined) prepared(connection.db, 'UPDATE people SET other_names = ? WHERE id = ?').run(otherNames, id);
  if (identifiers !== undefined) prepared(connection.db, 'UPDATE people SET identifiers = ? WHERE id = ?').run(identifiers, id);
  touch(connection, id, stamp);
}

function setColumns({ db }: Connection, id: string, columns: PersonColumns): void {
  for (const [field, value] of Object.entries(columns) as [keyof PersonColumns, string | null | undefined][]) {
    if (value === undefined) continue;
    prepared(db, `UPDATE people SET ${columnOf[field]} = ? WHERE id = ?`).run(value, id);
    if (field === 'name') prepared(db, 'UPDATE people SET name_key = ? WHERE id = ?').run(identityText(value ?? ''), id);
    if (field === 'externalId') prepared(db, 'UPDATE people SET external_key = ? WHERE id = ?').run(identityText(value ?? ''), id);
  }
}

/** Counts a change of the person, whatever table it was in, and makes its words anew. */
export function touch(connection: Connection, id: string, stamp: Stamp): void {
  const person = findPerson(connection, id);
  if (person === undefined) return;
  prepared(connection.db, 'UPDATE people SET search_text = ?, updated_at = ?, revision = revision + 1 WHERE id = ?').run(
    searchTextOf(connection, person),
    stamp.now,
    id,
  );
}

/** What a search looks at: names, numbers, accounts and where somebody works. Ties are not in it. */
export function refreshSearch(connection: Connection, id: string): void {
  const person = findPerson(connection, id);
  if (person === undefined) return;
  prepared(connection.db, 'UPDATE people SET search_text = ? WHERE id = ?').run(searchTextOf(connection, person), id);
}

function searchTextOf(connection: Connection, person: PersonRecord): string {
  const names = (JSON.parse(person.other_names) as PersonDetail['otherNames']).map((one) => one.text);
  const identifiers = (JSON.parse(person.identifiers) as PersonDetail['identifiers']).map((one) => one.value);
  const accounts = linksOf(connection, person.id).map((one) => one.account);
  const parts = [
    person.name,
    ...names,
    person.external_id,
    ...identifiers,
    ...accounts,
    person.team,
    person.role,
    person.site,
    person.employer,
  ];
  return plainText(parts.join(' ')).slice(0, 4000);
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
