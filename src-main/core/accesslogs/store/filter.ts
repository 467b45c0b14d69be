import type Database from 'better-sqlite3';
import type { EventFilter } from '../../../../src-shared/contract/access.ts';
import { type ActionKind, eventOutcomes, withheldTime } from '../../../../src-shared/model/access-events.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { type LoggedAccount, loggedAccounts, textsOf } from './dictionaries.ts';
import { findLogImport } from './imports.ts';
import type { EventQuery, Wanted } from './query.ts';
import { dayOfDate } from './summaries.ts';

const dayMs = 86_400_000;

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What other rooms know of the texts in the logs. */
export interface EventJoins {
  /** Whose each account is, by position; null where nobody said. */
  people(workspace: OpenWorkspace, accounts: readonly LoggedAccount[]): readonly (Named | null)[];
  /** The asset behind each resource name, by position. */
  assets(workspace: OpenWorkspace, resources: readonly string[]): readonly (Named | null)[];
  /** Asked once for each call; the answer is used for many events. */
  actionKinds(workspace: OpenWorkspace): (action: string, resource: string) => ActionKind;
  /** Findings that rest on each of some events. */
  findingsOf(
    workspace: OpenWorkspace,
    eventIds: readonly number[],
  ): ReadonlyMap<number, readonly { readonly id: string; readonly label: string }[]>;
  /** Ids of the events under a finding. */
  eventsOfFinding(workspace: OpenWorkspace, findingId: string): readonly number[];
  /** By day, `YYYY-MM-DD`: findings of a person with an event on it. */
  findingDays(workspace: OpenWorkspace, personId: string): ReadonlyMap<string, number>;
}

/** Turns what a screen filters by into numbers of the store; null when nothing can fit. */
export function queryFor(workspace: OpenWorkspace, filter: EventFilter, joins: EventJoins): EventQuery | null {
  const { db } = workspace;
  const query: { -readonly [K in keyof EventQuery]: EventQuery[K] } = {};
  if (filter.from !== null) query.fromMs = dayOfDate(filter.from) * dayMs;
  if (filter.until !== null) query.untilMs = (dayOfDate(filter.until) + 1) * dayMs;
  // Whoever asks for days asks for events that have one.
  if (filter.until !== null && filter.from === null) query.fromMs = withheldTime + 1;
  if (filter.outcome !== null) query.outcome = eventOutcomes.indexOf(filter.outcome);
  if (filter.importId !== null) {
    const found = findLogImport(workspace, filter.importId);
    if (found === undefined) return null;
    query.imports = new Set([found.number]);
  }
  if (filter.findingId !== null) query.ids = new Set(joins.eventsOfFinding(workspace, filter.findingId));
  const words = filter.text.trim().toLowerCase();
  const needsAccounts = filter.account !== null || filter.personId !== null || words !== '';
  const accounts = needsAccounts ? loggedAccounts(workspace) : [];
  const people = filter.personId !== null || words !== '' ? joins.people(workspace, accounts) : [];
  if (filter.account !== null || filter.personId !== null) {
    const account = filter.account?.trim().toLowerCase() ?? null;
    const ids = accounts
      .filter(
        (one, place) =>
          (account === null || one.account.toLowerCase() === account) &&
          (filter.personId === null || people[place]?.id === filter.personId),
      )
      .map(({ id }) => id);
    query.accounts = wanted(ids);
  }
  const needsResources = filter.assetId !== null || filter.actionKind !== null || words !== '';
  const resources = needsResources ? textsOf(db, 'resource') : [];
  const assets = filter.assetId !== null || words !== '' ? joins.assets(workspace, resources) : [];
  if (filter.assetId !== null) query.resources = wanted(placesWhere(resources, (_, place) => assets[place]?.id === filter.assetId));
  const actions = filter.actionKind !== null || words !== '' ? textsOf(db, 'action') : [];
  if (filter.actionKind !== null) query.acts = actsOfKind(actions, resources, joins.actionKinds(workspace), filter.actionKind);
  if (filter.tag !== null)
    query.addresses = wanted(idsOf(db, "SELECT id FROM log_addresses WHERE instr(tags, '\"' || ? || '\"') > 0", filter.tag));
  if (filter.country !== null)
    query.place = {
      addresses: wanted(idsOf(db, 'SELECT id FROM log_addresses WHERE country = ? OR country2 = ?', filter.country, filter.country)),
      located: wanted(idsOf(db, 'SELECT id FROM log_addresses WHERE country IS NOT NULL OR country2 IS NOT NULL')),
      loggedCountry: idsOf(db, 'SELECT id FROM log_countries WHERE country = ?', filter.country)[0] ?? -1,
    };
  if (words !== '') {
    query.anyOf = {
      accounts: wanted(accounts.filter(({ account }, place) => has(account, words) || has(people[place]?.name, words)).map(({ id }) => id)),
      resources: wanted(placesWhere(resources, (text, place) => has(text, words) || has(assets[place]?.name, words))),
      actions: wanted(placesWhere(actions, (text) => has(text, words))),
      addresses: wanted(
        idsOf(db, 'SELECT id FROM log_addresses WHERE instr(lower(address), ?) > 0 OR instr(lower(operator), ?) > 0', words, words),
      ),
    };
  }
  return query;
}

const has = (text: string | undefined, words: string): boolean => text?.toLowerCase().includes(words) === true;

const placesWhere = (texts: readonly string[], test: (text: string, place: number) => boolean): number[] =>
  texts.flatMap((text, place) => (place > 0 && text !== '' && test(text, place) ? [place] : []));

function wanted(ids: readonly number[]): Wanted {
  const marks = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const id of ids) marks[id] = 1;
  return marks;
}

function idsOf(db: Database.Database, sql: string, ...given: readonly string[]): readonly number[] {
  return prepared<string[], { id: number }>(db, sql)
    .all(...given)
    .map(({ id }) => id);
}

/** Whether an action at a resource is of a kind, each pair judged once. */
function actsOfKind(
  actions: readonly string[],
  resources: readonly string[],
  kindOf: (action: string, resource: string) => ActionKind,
  kind: ActionKind,
): (action: number, resource: number) => boolean {
  const known = new Map<number, boolean>();
  return (action, resource) => {
    const pair = action * 0x1_0000_0000 + resource;
    const found = known.get(pair);
    if (found !== undefined) return found;
    const fits = kindOf(actions[action] ?? '', resources[resource] ?? '') === kind;
    known.set(pair, fits);
    return fits;
  };
}
