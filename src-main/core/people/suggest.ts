import type { Suggestion } from '../../../src-shared/contract/people.ts';
import type { Connection } from '../db/index.ts';
import { likeness, plainText } from '../importers/index.ts';
import { accountKey } from './accounts.ts';
import { allLinks } from './store.ts';

/** Why an account may be somebody's, surest first. */
const order = [
  'email',
  'identifier',
  'alias',
  'firstLast',
  'login',
  'initials',
  'similar',
] as const satisfies readonly Suggestion['because'][];

interface Known {
  readonly id: string;
  readonly name: string;
  readonly team: string;
}

export interface Suggester {
  /** People whose account this may be, surest first, at most five. */
  of(account: string): readonly Suggestion[];
}

/** Prepares suggestions over everybody in the register: one index, so that a page of accounts costs no search of the whole list. */
export function createSuggester(connection: Connection): Suggester {
  const people = connection.db
    .prepare<[], Known & { external_key: string; identifiers: string; other_names: string }>(
      'SELECT id, name, team, external_key, identifiers, other_names FROM people WHERE archived_at IS NULL',
    )
    .all();
  const exact = new Map<string, { readonly person: Known; readonly because: Suggestion['because'] }[]>();
  const byFirst = new Map<string, { readonly person: Known; readonly login: string }[]>();
  const learn = (text: string, person: Known, because: Suggestion['because']) => {
    if (text.length < 2) return;
    const known = exact.get(text) ?? [];
    known.push({ person, because });
    exact.set(text, known);
  };
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const link of allLinks(connection)) {
    const person = link.person_id === null ? undefined : byId.get(link.person_id);
    if (person === undefined) continue;
    learn(link.account_key, person, 'email');
    const at = link.account_key.indexOf('@');
    if (at > 0) learn(link.account_key.slice(0, at).replace(/\+.*$/, ''), person, 'login');
    if (at > 0) learn(link.account_key.slice(0, at).replace(/\+.*$/, '') + link.account_key.slice(at), person, 'alias');
  }
  for (const person of people) {
    learn(person.external_key, person, 'identifier');
    for (const one of JSON.parse(person.identifiers) as { value: string }[]) learn(accountKey(one.value), person, 'identifier');
    for (const name of [person.name, ...(JSON.parse(person.other_names) as { text: string }[]).map((one) => one.text)])
      learnName(person, name);
  }

  function learnName(person: Known, name: string) {
    const words = plainText(name.includes(',') ? name.split(',').reverse().join(' ') : name)
      .split(' ')
      .filter((word) => word !== '');
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined || first === last) return;
    for (const mark of ['', '.', '_', '-']) {
      learn(`${first}${mark}${last}`, person, 'firstLast');
      learn(`${last}${mark}${first}`, person, 'firstLast');
      learn(`${first.charAt(0)}${mark}${last}`, person, 'initials');
      learn(`${last}${mark}${first.charAt(0)}`, person, 'initials');
      learn(`${first}${mark}${last.charAt(0)}`, person, 'initials');
    }
    const login = `${first}${last}`;
    const near = byFirst.get(login.slice(0, 2)) ?? [];
    near.push({ person, login });
    byFirst.set(login.slice(0, 2), near);
  }

  return {
    of(account) {
      const key = accountKey(account);
      const local = key
        .replace(/@.*$/, '')
        .replace(/\+.*$/, '')
        .replace(/^(?:adm|admin|svc|ext|x|t|p)[-_.]/, '')
        .replace(/\d+$/, '');
      const plusless = key.replace(/\+[^@]*@/, '@');
      const found = new Map<string, Suggestion>();
      const add = (person: Known, because: Suggestion['because']) => {
        const before = found.get(person.id);
        if (before !== undefined && order.indexOf(before.because) <= order.indexOf(because)) return;
        found.set(person.id, { personId: person.id, name: person.name, team: person.team, because });
      };
      for (const text of new Set([key, plusless, local, key.replace(/@.*$/, '')])) {
        // What stands before the @ is a login, never somebody's whole address.
        for (const { person, because } of exact.get(text) ?? [])
          add(person, text !== key && because === 'email' ? (text === plusless ? 'alias' : 'login') : because);
      }
      if (found.size === 0) {
        const letters = plainText(local).replaceAll(' ', '');
        for (const { person, login } of byFirst.get(letters.slice(0, 2)) ?? []) if (likeness(letters, login) > 0.75) add(person, 'similar');
      }
      return [...found.values()]
        .sort((a, b) => order.indexOf(a.because) - order.indexOf(b.because) || a.name.localeCompare(b.name))
        .slice(0, 5);
    },
  };
}
