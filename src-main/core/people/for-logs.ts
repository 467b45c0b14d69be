import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import { answerAccount, isThere } from './account-handlers.ts';
import { accountBookFor } from './for-audit.ts';
import { findPerson, insertPerson, type Stamp, touch } from './store.ts';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Names of people by id; those that are gone are left out. */
export function namesOf({ db }: Connection, ids: readonly string[]): ReadonlyMap<string, string> {
  const one = prepared<[string], NamedPerson>(db, 'SELECT id, name FROM people WHERE id = ?');
  return new Map(
    ids.flatMap((id) => {
      const person = one.get(id);
      return person === undefined ? [] : [[id, person.name] as const];
    }),
  );
}

/** The person of each account, by position; null where nobody has it. */
export function peopleOfAccounts(
  connection: Connection,
  accounts: readonly { readonly account: string; readonly system: string | null }[],
): readonly (NamedPerson | null)[] {
  const book = accountBookFor(
    connection,
    accounts.map(({ account }) => account),
  );
  const byId = prepared<[string], NamedPerson>(connection.db, 'SELECT id, name FROM people WHERE id = ?');
  return accounts.map(({ account, system }) => {
    const target = book.find(account, system === '' ? null : system);
    return target.kind === 'person' ? (byId.get(target.personId) ?? null) : null;
  });
}

export interface AccountStanding {
  readonly account: string;
  readonly known: { readonly is: 'person'; readonly person: NamedPerson } | { readonly is: 'service' } | { readonly is: 'nobody' };
}

/** Whose accounts of a log are, before anything of the log is kept. Whose they may be is `suggestPeople`: it goes through all names, so ask it for a page. */
export function accountsOf(connection: Connection, accounts: readonly string[], system: string | null): readonly AccountStanding[] {
  const book = accountBookFor(connection, accounts);
  return accounts.map((account): AccountStanding => {
    const target = book.find(account, system);
    const person = target.kind === 'person' ? findPerson(connection, target.personId) : undefined;
    if (person !== undefined) return { account, known: { is: 'person', person: { id: person.id, name: person.name } } };
    if (target.kind === 'service') return { account, known: { is: 'service' } };
    return { account, known: { is: 'nobody' } };
  });
}

export type AccountAnswer =
  | { readonly account: string; readonly system: string; readonly to: 'person'; readonly personId: string }
  | { readonly account: string; readonly system: string; readonly to: 'new'; readonly name: string }
  | { readonly account: string; readonly system: string; readonly to: 'service' };

/** Keeps what a person said of accounts, new people with them: one command, one step back. Errors: `record.notFound`. */
export function settleAccounts(
  workspace: OpenWorkspace,
  answers: readonly AccountAnswer[],
  stamp: Stamp,
): Reply<{ readonly linked: number }> {
  const params = {
    account: answers[0]?.account.slice(0, 200) ?? '',
    count: answers.length,
    state: answers[0]?.to === 'service' ? 'service' : 'person',
  };
  return workspace.write({ method: 'people.linkAccounts', params }, () => {
    const touched = new Set<string>();
    for (const answer of answers) {
      const personId =
        answer.to === 'person' ? answer.personId : answer.to === 'new' ? insertPerson(workspace, { name: answer.name }, stamp) : null;
      if (personId !== null && !isThere(workspace, personId)) return err({ code: 'record.notFound', entity: 'person', id: personId });
      const target = personId === null ? { state: 'service' as const, owner: '', purpose: '' } : { state: 'person' as const, personId };
      for (const id of answerAccount(workspace, answer.account, answer.system, target, stamp)) touched.add(id);
      if (personId !== null) touched.add(personId);
    }
    for (const id of touched) touch(workspace, id, stamp);
    return ok({ linked: answers.length });
  });
}
