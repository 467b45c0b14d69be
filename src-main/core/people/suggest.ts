import type { Suggestion } from '../../../src-shared/contract/people.ts';
import { type Connection, prepared } from '../db/index.ts';
import { identityText, likeness, plainText } from '../importers/index.ts';
import { accountKey } from './accounts.ts';

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

interface Asked {
  readonly key: string;
  /** What stands before the `@`, without a tag, a prefix of rank and figures at the end. */
  readonly local: string;
  readonly found: Map<string, Suggestion>;
}

/**
 * People whose accounts these may be, by position, surest first, at most five each. Addresses and numbers are looked up; names are gone through once
 * for the whole page, so that a hundred thousand people cost no index of their own.
 */
export function suggestPeople(connection: Connection, accounts: readonly string[]): readonly (readonly Suggestion[])[] {
  const asked = accounts.map((account): Asked => {
    const key = accountKey(account);
    return { key, local: localPart(key), found: new Map() };
  });
  for (const one of asked) lookUp(connection, one);
  byName(connection, asked);
  return asked.map(({ found }) =>
    [...found.values()].sort((a, b) => order.indexOf(a.because) - order.indexOf(b.because) || a.name.localeCompare(b.name)).slice(0, 5),
  );
}

function localPart(key: string): string {
  return key
    .replace(/@.*$/, '')
    .replace(/\+.*$/, '')
    .replace(/^(?:adm|admin|svc|ext|x|t|p)[-_.]/, '')
    .replace(/\d+$/, '');
}

function add(one: Asked, person: Known, because: Suggestion['because']): void {
  const before = one.found.get(person.id);
  if (before !== undefined && order.indexOf(before.because) <= order.indexOf(because)) return;
  one.found.set(person.id, { personId: person.id, name: person.name, team: person.team, because });
}

const owners = `SELECT DISTINCT p.id, p.name, p.team FROM account_links l JOIN people p ON p.id = l.person_id
   WHERE p.archived_at IS NULL AND l.state = 'person' AND`;

function lookUp({ db }: Connection, one: Asked): void {
  const { key, local } = one;
  const named = prepared<[string], Known>(db, `${owners} l.account_key = ? LIMIT 10`);
  for (const person of named.all(key)) add(one, person, 'email');
  const numbered = prepared<[string], Known>(
    db,
    'SELECT id, name, team FROM people WHERE external_key = ? AND archived_at IS NULL LIMIT 10',
  );
  for (const text of new Set([identityText(key), identityText(key.replace(/@.*$/, ''))]))
    if (text !== '') for (const person of numbered.all(text)) add(one, person, 'identifier');
  if (local.length < 2) return;
  const at = key.indexOf('@');
  const between = prepared<[string, string], Known>(db, `${owners} l.account_key >= ? AND l.account_key < ? LIMIT 10`);
  if (at > 0) {
    const home = key.slice(at);
    // The same address with another tag, or with none.
    const bare = `${key.slice(0, at).replace(/\+.*$/, '')}`;
    for (const person of named.all(bare + home)) add(one, person, 'alias');
    const tagged = prepared<[string, string, string], Known>(
      db,
      `${owners} l.account_key >= ? AND l.account_key < ? AND l.account_key LIKE ? LIMIT 10`,
    );
    for (const person of tagged.all(`${bare}+`, `${bare},`, `%${home.replace(/[\\%_]/g, '')}`)) add(one, person, 'alias');
  }
  // The sign after "@" closes the range of addresses that begin with the log-in.
  for (const text of new Set([local, key.replace(/@.*$/, '')]))
    for (const person of between.all(`${text}@`, `${text}A`)) add(one, person, 'login');
}

function byName({ db }: Connection, asked: readonly Asked[]): void {
  const wanted = new Map<string, Asked[]>();
  const letters = new Map<string, Asked[]>();
  for (const one of asked) {
    if (one.local.length < 2) continue;
    const text = one.local.replace(/[._-]/g, '');
    wanted.set(text, [...(wanted.get(text) ?? []), one]);
    if (one.found.size === 0) letters.set(text.slice(0, 2), [...(letters.get(text.slice(0, 2)) ?? []), one]);
  }
  if (wanted.size === 0) return;
  const people = db
    .prepare<[], Known & { other_names: string }>('SELECT id, name, team, other_names FROM people WHERE archived_at IS NULL')
    .iterate();
  for (const person of people) {
    const names =
      person.other_names === '[]'
        ? [person.name]
        : [person.name, ...(JSON.parse(person.other_names) as { text: string }[]).map((one) => one.text)];
    for (const name of names) {
      const [first, last] = firstAndLast(name);
      if (first === '' || last === '') continue;
      for (const text of [first + last, last + first]) for (const one of wanted.get(text) ?? []) add(one, person, 'firstLast');
      for (const text of [first.charAt(0) + last, last + first.charAt(0), first + last.charAt(0)])
        for (const one of wanted.get(text) ?? []) add(one, person, 'initials');
      for (const one of letters.get(first.slice(0, 2)) ?? [])
        if (one.found.size < 5 && likeness(one.local.replace(/[._-]/g, ''), first + last) > 0.75) add(one, person, 'similar');
    }
  }
}

/** First and last word of a name in small letters; `Silva, Ana` is turned round. */
function firstAndLast(name: string): readonly [string, string] {
  const whole = name.includes(',') ? name.split(',').reverse().join(' ') : name;
  const plain = /^[A-Za-z ]+$/.test(whole) ? whole.trim().toLowerCase() : plainText(whole);
  const words = plain.split(' ');
  return words.length < 2 ? ['', ''] : [words[0] ?? '', words.at(-1) ?? ''];
}
