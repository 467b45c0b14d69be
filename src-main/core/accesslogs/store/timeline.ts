import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { OpenWorkspace } from '../../db/index.ts';
import { addressById, loggedAccounts, textById } from './dictionaries.ts';
import type { EventJoins } from './filter.ts';
import type { Pause } from './keys.ts';
import { rollUp, undatedDay } from './roll-up.ts';
import { dateOfDay } from './summaries.ts';

/** One day of a person in the logs. */
export interface PersonDay {
  readonly day: IsoDate;
  readonly events: number;
  /** ISO 3166-1 alpha-2, most events first. */
  readonly countries: string[];
  readonly findings: number;
}

/** Days with events under any account of a person, oldest first; events whose time the log withholds belong to none. */
export async function personDays(workspace: OpenWorkspace, personId: string, joins: EventJoins, pause: Pause): Promise<PersonDay[]> {
  const accounts = loggedAccounts(workspace);
  const people = joins.people(workspace, accounts);
  const own = new Set(accounts.filter((_, place) => people[place]?.id === personId).map(({ id }) => id));
  if (own.size === 0) return [];
  const groups = await rollUp(workspace, {}, pause);
  const countryOf = countries(workspace);
  const days = new Map<number, { events: number; readonly countries: Map<string, number> }>();
  for (let at = 0; at < groups.length; at += 1) {
    if (!own.has(groups.account[at] ?? 0) || groups.day[at] === undatedDay) continue;
    const day = days.get(groups.day[at] ?? 0) ?? { events: 0, countries: new Map<string, number>() };
    days.set(groups.day[at] ?? 0, day);
    const events = groups.events[at] ?? 0;
    day.events += events;
    const country = countryOf(groups.address[at] ?? 0, groups.loggedCountry[at] ?? 0);
    if (country !== null) day.countries.set(country, (day.countries.get(country) ?? 0) + events);
  }
  const findings = joins.findingDays(workspace, personId);
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([number, day]) => ({
      day: dateOfDay(number),
      events: day.events,
      countries: [...day.countries]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 40)
        .map(([country]) => country),
      findings: findings.get(dateOfDay(number)) ?? 0,
    }));
}

/** Country of an address, else what the log says; null where neither knows. */
function countries({ db }: OpenWorkspace): (address: number, loggedCountry: number) => string | null {
  const known = new Map<number, string | null>();
  return (address, loggedCountry) => {
    if (!known.has(address)) {
      const facts = addressById(db, address)?.facts;
      known.set(address, facts?.country ?? facts?.country2 ?? null);
    }
    const logged = textById(db, 'country', loggedCountry);
    return known.get(address) ?? (logged.length === 2 ? logged : null);
  };
}
