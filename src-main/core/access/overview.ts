import type { AccessOverview } from '../../../src-shared/contract/access.ts';
import { accessFindingTypes } from '../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { auditLawOf } from '../../engine/access/index.ts';
import { dateOfDay, listLogImports, undatedDay } from '../accesslogs/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { findingStates } from './finding-list.ts';
import { lastRun } from './finding-rows.ts';
import { currentPicture, type Picture } from './picture.ts';
import { type AccessJoins, type BasisPart, basisOf, basisParts } from './sources.ts';

const dayMs = 86_400_000;

/** Monday of the week of a day counted from 1970. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

/** Figures of the access overview, from the daily roll-up and the findings of the last run. */
export async function overviewOf(deps: FeatureDeps, joins: AccessJoins, pause: () => Promise<void>): Promise<AccessOverview> {
  const picture = await currentPicture(deps, joins, pause);
  const findings = await findingStates(deps.session, pause);
  const { people } = picture.around.people;
  await pause();
  const volumes = countGroups(picture);
  await pause();
  const byCountry = byCountryOf(picture, findings);
  await pause();
  const stale = await staleBecause(deps.session(), picture, volumes.events, pause);
  await pause();
  const workspace = deps.session();
  const byType = accessFindingTypes.map((type) => {
    const own = findings.filter((finding) => finding.type === type);
    const open = own.filter(({ state }) => state === 'open');
    return { type, open: open.length, decided: own.length - open.length, high: open.filter(({ severity }) => severity === 'high').length };
  });
  const run = lastRun(workspace);
  const oldest = picture.facts.reduce<string | null>(
    (day, facts) => (facts?.dataDay != null && (day === null || facts.dataDay < day) ? facts.dataDay : day),
    null,
  );
  return {
    imports: listLogImports(workspace).filter(({ state }) => state === 'committed').length,
    events: volumes.events,
    people: people.length,
    accounts: volumes.accounts,
    unlinkedAccounts: volumes.unlinked,
    peopleWithoutCitizenshipSource: people.filter(
      ({ citizenships, permanentResidences, usStatus }) => citizenships.length + permanentResidences.length === 0 && usStatus === 'unknown',
    ).length,
    firstDay: volumes.firstDay,
    lastDay: volumes.lastDay,
    byType,
    byWeek: byWeekOf(findings),
    byCountry,
    undated: volumes.undated,
    unlocated: volumes.unlocated,
    databasesDiffer: volumes.differ,
    lastRun: run === undefined ? null : { at: run.at, events: run.events, changed: run.changed, judgedOn: run.judged_on as IsoDate },
    stale,
    networkDataAgeDays:
      oldest === null ? null : Math.max(0, Math.round((Date.parse(deps.ports.clock.today()) - Date.parse(oldest)) / dayMs)),
  };
}

function countGroups({ groups, links, facts, addresses }: Picture) {
  let [events, undated] = [0, 0];
  const located = { differ: 0, inside: 0, noAddress: 0, notFound: 0, found: 0 };
  const kinds = Object.keys(located) as (keyof typeof located)[];
  const kindOf = Uint8Array.from(addresses, (address, place) => kinds.indexOf(locatedAs(address, facts[place] ?? null)));
  const byKind = new Float64Array(kinds.length);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const seen = new Uint8Array(links.length);
  for (let at = 0; at < groups.length; at += 1) {
    const count = groups.events[at] ?? 0;
    const day = groups.day[at] ?? 0;
    events += count;
    if (day === undatedDay) undated += count;
    else {
      if (day < first) first = day;
      if (day > last) last = day;
    }
    seen[groups.account[at] ?? 0] = 1;
    const kind = kindOf[groups.address[at] ?? 0] ?? kinds.indexOf('notFound');
    byKind[kind] = (byKind[kind] ?? 0) + count;
  }
  for (const [place, kind] of kinds.entries()) located[kind] = byKind[place] ?? 0;
  const { differ, inside, noAddress, notFound } = located;
  seen[0] = 0;
  return {
    events,
    differ,
    unlocated: { inside, noAddress, notFound },
    accounts: seen.reduce((sum, one) => sum + one, 0),
    unlinked: links.filter((link, place) => seen[place] === 1 && link.kind === 'unknown').length,
    undated,
    firstDay: first > last ? null : dateOfDay(first),
    lastDay: first > last ? null : dateOfDay(last),
  };
}

/** What is known of where an address lies. */
function locatedAs(address: string, known: Picture['facts'][number]): 'differ' | 'inside' | 'noAddress' | 'notFound' | 'found' {
  if (address === '' || known?.kind === 'notAnAddress') return 'noAddress';
  if (known?.kind === 'inside') return 'inside';
  if (known === null || (known.country === null && known.country2 === null)) return 'notFound';
  return known.country !== null && known.country2 !== null && known.country !== known.country2 ? 'differ' : 'found';
}

type States = Awaited<ReturnType<typeof findingStates>>;

function byWeekOf(findings: States): AccessOverview['byWeek'] {
  const weeks = new Map<number, Partial<Record<(typeof accessFindingTypes)[number], number>>>();
  for (const { type, first_ts: first } of findings) {
    if (first === null) continue;
    const week = mondayOf(Math.floor(first / dayMs));
    const counts = weeks.get(week) ?? {};
    counts[type] = (counts[type] ?? 0) + 1;
    weeks.set(week, counts);
  }
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .slice(-600)
    .map(([week, counts]) => ({ week: dateOfDay(week), counts }));
}

function byCountryOf({ groups, facts, links, around }: Picture, findings: States): AccessOverview['byCountry'] {
  // Groups are many, addresses and accounts few: what is true of those is worked out before.
  const countries: string[] = [];
  const numberOf = new Map<string, number>();
  const countryOf = Int32Array.from(facts, (one) => {
    const country = one?.country ?? null;
    if (country === null) return -1;
    const known = numberOf.get(country);
    if (known !== undefined) return known;
    numberOf.set(country, countries.length);
    return countries.push(country) - 1;
  });
  const events = new Float64Array(countries.length);
  const isSeen = new Uint8Array(countries.length);
  const used = new Uint8Array(countries.length * links.length);
  for (let at = 0; at < groups.length; at += 1) {
    const country = countryOf[groups.address[at] ?? 0] ?? -1;
    if (country < 0) continue;
    events[country] = (events[country] ?? 0) + (groups.events[at] ?? 0);
    isSeen[country] = 1;
    const account = groups.account[at] ?? 0;
    if (account < links.length) used[country * links.length + account] = 1;
  }
  const personOf = links.map((link) => (link.kind === 'person' ? link.personId : null));
  const peopleIn = (country: number): number => {
    const people = new Set<string>();
    for (const [account, person] of personOf.entries())
      if (person !== null && used[country * links.length + account] === 1) people.add(person);
    return people.size;
  };
  const named = new Map<string, number>();
  for (const { countries, type, state } of findings) {
    if (
      state !== 'open' ||
      (type !== 'sanctioned_country' && type !== 'vpn_hosting_tor' && type !== 'impossible_travel' && type !== 'deemed_export')
    )
      continue;
    for (const country of countries.split(' ')) named.set(country, (named.get(country) ?? 0) + 1);
  }
  const { embargoed } = auditLawOf(around.judging.packs);
  return countries
    .map((country, at) => ({ country, at }))
    .filter(({ at }) => isSeen[at] === 1)
    .map(({ country, at }) => ({
      country,
      events: events[at] ?? 0,
      people: peopleIn(at),
      findings: named.get(country) ?? 0,
      embargoed: embargoed.has(country),
    }))
    .sort((a, b) => b.events - a.events || (a.country < b.country ? -1 : 1))
    .slice(0, 260);
}

const moved: Readonly<Record<BasisPart, string>> = {
  events: 'Events were added or removed, or addresses located anew.',
  people: 'People, accounts, authorisations or trips changed.',
  assets: 'Assets, their classification, names or allowed roles changed.',
  settings: 'Settings of the audit changed.',
  rules: 'Rule packs, or the law of the day, changed.',
};

/** What the last run rested on and that differs now, in plain words. */
async function staleBecause(workspace: OpenWorkspace, { around }: Picture, events: number, pause: () => Promise<void>): Promise<string[]> {
  const run = lastRun(workspace);
  if (run === undefined) return events > 0 ? ['The audit has not run yet.'] : [];
  const before = JSON.parse(run.basis) as Partial<Record<BasisPart, string>>;
  const now = await basisOf(workspace, around, pause);
  return basisParts.filter((part) => before[part] !== now[part]).map((part) => moved[part]);
}

/** Names in the logs that no asset answers to, most frequent first. */
export async function unmatchedResources(
  deps: FeatureDeps,
  joins: AccessJoins,
  limit: number,
  pause: () => Promise<void>,
): Promise<{ total: number; rows: { resource: string; events: number }[] }> {
  const { groups, assets, resources } = await currentPicture(deps, joins, pause);
  const counts = new Map<number, number>();
  for (let at = 0; at < groups.length; at += 1) {
    const resource = groups.resource[at] ?? 0;
    if ((assets[resource] ?? -1) < 0 && (resources[resource] ?? '') !== '')
      counts.set(resource, (counts.get(resource) ?? 0) + (groups.events[at] ?? 0));
  }
  const rows = [...counts]
    .map(([resource, events]) => ({ resource: (resources[resource] ?? '').slice(0, 1000), events }))
    .sort((a, b) => b.events - a.events || (a.resource < b.resource ? -1 : 1));
  return { total: rows.length, rows: rows.slice(0, limit) };
}
