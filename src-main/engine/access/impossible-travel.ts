import { placeName } from '../rules/place-names.ts';
import { compareTexts } from './context.ts';
import { hourMs } from './days.ts';
import { smallestDistanceKm } from './distance.ts';
import { inTimeOrder, makeFinding, nameOf, oldestData, onlyAsset } from './finding.ts';
import { hidesPlace, isExpected, isOnTrip } from './location.ts';
import type { AuditFinding, RuleContext } from './types.ts';

/** A journey that nobody can make. Positions of the two events, and what it would have taken. */
interface Leap {
  readonly from: number;
  readonly to: number;
  readonly km: number;
  readonly kmh: number;
}

/** Countries that an address may lie in, by either database; empty where the address hides the place or has none. */
export function placesOf(context: RuleContext): readonly (readonly string[])[] {
  return context.input.addresses.map((facts) => {
    if (facts === null || facts.kind !== 'public' || hidesPlace(facts)) return [];
    return [...new Set([facts.country, facts.country2].filter((country) => country !== null))];
  });
}

/** Distances by pair of places, kept: the smallest over everything that the databases allow. */
export function createDistances(): (from: readonly string[], to: readonly string[]) => number {
  const known = new Map<string, number>();
  const between = (a: string, b: string): number => {
    const key = a < b ? `${a}${b}` : `${b}${a}`;
    const found = known.get(key) ?? smallestDistanceKm(a, b) ?? 0;
    known.set(key, found);
    return found;
  };
  return (from, to) => {
    let smallest = Number.POSITIVE_INFINITY;
    for (const a of from) for (const b of to) smallest = Math.min(smallest, between(a, b));
    return smallest === Number.POSITIVE_INFINITY ? 0 : smallest;
  };
}

/**
 * Two consecutive located events of one person that are further apart than anybody travels in the time between them. Distance in
 * kilometres between the nearest edges of the two countries, less the tolerance; speed in km/h by setting. Where the databases
 * differ, the places nearest to each other count. Hidden, corporate and private addresses are passed over.
 */
export function findImpossibleTravel(context: RuleContext): AuditFinding[] {
  const { order, input, subjectOf, done, settings, subjects } = context;
  const { events } = input;
  const places = placesOf(context);
  const logged = input.dictionaries.loggedCountries.map((country) => (country === '' ? [] : [country]));
  const placesAt = (place: number): readonly string[] => {
    const address = events.address[place] ?? 0;
    // Where the log gives no address, its own word for the country is all there is.
    return (input.dictionaries.addresses[address] === '' ? logged[events.loggedCountry[place] ?? 0] : places[address]) ?? [];
  };
  const distance = createDistances();
  const last = new Int32Array(subjects.length).fill(-1);
  const leaps = new Map<string, Leap[]>();
  for (const place of order) {
    if (done[place] !== 1) continue;
    const here = placesAt(place);
    if (here.length === 0) continue;
    const subject = subjectOf[events.account[place] ?? 0] ?? -1;
    if (subject < 0 || subjects[subject]?.kind !== 'person') continue;
    const before = last[subject] ?? -1;
    last[subject] = place;
    if (before < 0) continue;
    const there = placesAt(before);
    if (there === here || there[0] === here[0]) continue;
    const km = distance(there, here) - settings.travelToleranceKm;
    if (km <= 0) continue;
    const hours = ((events.ts[place] ?? 0) - (events.ts[before] ?? 0)) / hourMs;
    if (km <= settings.maxSpeedKmh * hours || isAnnounced(context, subject, before, there, place, here)) continue;
    const pair = [there[0] ?? '', here[0] ?? ''].sort().join('-');
    const key = `${subject} ${pair}`;
    const leap = { from: before, to: place, km, kmh: km / Math.max(hours, 1 / 60) };
    const known = leaps.get(key);
    if (known === undefined) leaps.set(key, [leap]);
    else known.push(leap);
  }
  return [...leaps].map(([key, found]) => findingOf(context, key, found, places));
}

/** True where either end was an announced trip: the log of a traveller's desk at home may go on by itself. */
function isAnnounced(
  context: RuleContext,
  subject: number,
  before: number,
  there: readonly string[],
  place: number,
  here: readonly string[],
): boolean {
  const { ts } = context.input.events;
  const person = context.subjects[subject]?.person;
  if (person === null || person === undefined) return false;
  const trip = (countries: readonly string[], at: number) =>
    countries.some((country) => isOnTrip(context, person.id, country, ts[at] ?? 0));
  const expected = (countries: readonly string[], at: number) =>
    countries.some((country) => country === context.settings.home || isExpected(context, subject, country, ts[at] ?? 0));
  return (trip(here, place) && (trip(there, before) || expected(there, before))) || (trip(there, before) && expected(here, place));
}

function findingOf(context: RuleContext, key: string, leaps: readonly Leap[], places: readonly (readonly string[])[]): AuditFinding {
  const { input, subjects, settings } = context;
  const [index = '', pair = ''] = key.split(' ');
  const subject = subjects[Number(index)];
  const [worst] = [...leaps].sort((a, b) => b.kmh - a.kmh);
  if (subject === undefined || worst === undefined) throw new Error('A journey needs a subject');
  const found = inTimeOrder(context, new Set(leaps.flatMap(({ from, to }) => [from, to])));
  const differ = leaps.every(({ from, to }) => [from, to].some((place) => (places[input.events.address[place] ?? 0] ?? []).length > 1));
  const minutes = Math.round(((input.events.ts[worst.to] ?? 0) - (input.events.ts[worst.from] ?? 0)) / 60_000);
  const [one = '', other = ''] = pair.split('-');
  const told = `At least ${Math.round(worst.km).toLocaleString('en')} km in ${minutes < 120 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`}, between ${placeName(one)} and ${placeName(other)}.`;
  return makeFinding(context, 'impossible_travel', subject, `between:${pair}`, found, {
    title: `${nameOf(subject)} was in ${placeName(one)} and ${placeName(other)} too soon after each other`,
    summary: `${told} Faster than ${settings.maxSpeedKmh} km/h, so somebody else may use the account.`,
    severity: 'medium',
    confidence: differ ? 'low' : worst.kmh > 2 * settings.maxSpeedKmh ? 'high' : 'medium',
    assetId: onlyAsset(context, found),
    countries: [one, other].sort(compareTexts),
    why: [
      told,
      `The distance is between the nearest edges of the two countries, less ${settings.travelToleranceKm} km.`,
      ...(differ ? ['The address databases differ on one of the places; the nearest reading was used.'] : []),
    ],
    citations: ['Sign of shared or stolen credentials; no rule by itself'],
    questions: [
      {
        id: 'finding.travel',
        ask: 'Was one of the two addresses a network exit of the company or of a telephone abroad?',
        about: 'finding',
        field: null,
        clearedBy: 'yes',
      },
      {
        id: 'finding.shared',
        ask: `Did ${nameOf(subject)} alone use the account at both times?`,
        about: 'finding',
        field: null,
        clearedBy: 'yes',
      },
    ],
    dataDay: oldestData(context, found),
    ground: { between: pair, fastest: String(Math.round(worst.kmh)), databases: differ ? 'differ' : 'agree' },
  });
}
