import type { AddressFacts } from '../../../src-shared/model/network.ts';
import { placeName, placeNames } from '../rules/place-names.ts';
import { compareTexts } from './context.ts';
import { dayNumber, dayNumberOf } from './days.ts';
import { gather, makeFinding, nameOf, oldestData, onlyAsset, spanWords } from './finding.ts';
import type { AuditFinding, FindingLevel, RuleContext } from './types.ts';

/** Tags of addresses that say where a network ends and not where somebody is. */
const hidingTags = new Set(['vpn', 'hosting', 'tor', 'proxy', 'relay', 'corporate']);

export const hidesPlace = (facts: AddressFacts): boolean => facts.allowed || facts.tags.some((tag) => hidingTags.has(tag));

/** Country from which an address reaches in, where both databases agree and no network in between hides it; null otherwise. */
export function isAbroadSign({ input }: Pick<RuleContext, 'input'>): (address: number) => string | null {
  const places = input.addresses.map((facts) =>
    facts === null || facts.kind !== 'public' || hidesPlace(facts) || (facts.country2 !== null && facts.country2 !== facts.country)
      ? null
      : facts.country,
  );
  return (address) => places[address] ?? null;
}

/** True where a trip to the country was announced for the day, or the person works there. A day each way allows for the journey. */
export function isExpected(context: RuleContext, subject: number, country: string, ts: number): boolean {
  const person = context.subjects[subject]?.person ?? null;
  return person !== null && (person.workCountry === country || isOnTrip(context, person.id, country, ts));
}

export function isOnTrip({ travel }: RuleContext, personId: string, country: string, ts: number): boolean {
  const day = dayNumber(ts);
  return (travel.get(personId) ?? []).some(
    (trip) => trip.country === country && day >= dayNumberOf(trip.from) - 1 && day <= dayNumberOf(trip.until) + 1,
  );
}

/** Why an address or a log entry points to a place of concern. Smaller rank is stronger. */
interface Sign {
  readonly country: string;
  readonly isEmbargoed: boolean;
  readonly rank: number;
  readonly because: string;
}

/** Signs of an event: the strongest for each country. Worked out once for each address. */
export function createPlaceSigns(context: RuleContext): (place: number) => readonly Sign[] {
  const { input, law, settings } = context;
  const highRisk = new Set(settings.highRiskCountries.filter((country) => !law.embargoed.has(country)));
  const ofAddress = input.addresses.map((facts) => (facts === null ? [] : signsOf(facts, law.embargoed, highRisk)));
  const ofLog = input.dictionaries.loggedCountries.map((country): Sign | null =>
    law.embargoed.has(country) ? { country, isEmbargoed: true, rank: 3, because: `The log itself says ${placeName(country)}.` } : null,
  );
  const none: readonly Sign[] = [];
  const joined = new Map<number, readonly Sign[]>();
  return (place) => {
    const address = input.events.address[place] ?? 0;
    const logged = input.events.loggedCountry[place] ?? 0;
    const own = ofAddress[address] ?? none;
    const said = ofLog[logged] ?? null;
    if (said === null) return own;
    const facts = input.addresses[address] ?? null;
    if (own.some(({ country }) => country === said.country) || facts?.tags.includes('corporate') === true) return own;
    const key = address * 65_536 + logged;
    const both = joined.get(key) ?? [...own, said];
    joined.set(key, both);
    return both;
  };
}

function signsOf(facts: AddressFacts, embargoed: ReadonlyMap<string, string>, highRisk: ReadonlySet<string>): readonly Sign[] {
  // An allowed network may be a VPN or a host; that does not move it out of an embargoed place.
  if (facts.kind !== 'public' || facts.tags.includes('corporate')) return [];
  const { country, country2, operatorCountry } = facts;
  const signs = new Map<string, Sign>();
  const add = (sign: Sign) => {
    if (!signs.has(sign.country)) signs.set(sign.country, sign);
  };
  const both = country !== null && country === country2;
  for (const code of [country, country2]) {
    if (code === null || !embargoed.has(code)) continue;
    if (both || country === null || country2 === null)
      add({
        country: code,
        isEmbargoed: true,
        rank: both ? 0 : 1,
        because: both
          ? `Both address databases place it in ${placeName(code)}.`
          : `One address database places it in ${placeName(code)}; the other has no answer.`,
      });
    else add({ country: code, isEmbargoed: true, rank: 2, because: `The databases differ: ${placeNames([country, country2])}.` });
  }
  if (operatorCountry !== null && embargoed.has(operatorCountry))
    add({
      country: operatorCountry,
      isEmbargoed: true,
      rank: 2,
      because: `Its network is run from ${placeName(operatorCountry)}${facts.operator === null ? '' : ` (${facts.operator})`}, wherever it ends.`,
    });
  // Elsewhere a hidden address says nothing, and databases that differ are too weak a sign.
  if (signs.size === 0 && !hidesPlace(facts)) {
    const sure = country === country2 || country2 === null ? country : country === null ? country2 : null;
    if (sure !== null && highRisk.has(sure))
      add({
        country: sure,
        isEmbargoed: false,
        rank: 4,
        because: `The address lies in ${placeName(sure)}${both ? ' by both databases' : ''}.`,
      });
  }
  return [...signs.values()];
}

/**
 * Successful sign-ins and access from an embargoed or high-risk place, or over a network that is run from an embargoed one. One address
 * database is enough for a possible finding. A trip clears a high-risk place, never an embargoed one.
 * Source: places as the law handed in says; high-risk places by setting.
 */
export function findSanctionedPlaces(context: RuleContext): AuditFinding[] {
  const { whole, input, subjectOf, done } = context;
  const signsAt = createPlaceSigns(context);
  const lists = new Map<string, number[]>();
  const strongest = new Map<string, { sign: Sign; others: Set<string>; subject: number; trip: boolean }>();
  for (const place of whole) {
    if (done[place] !== 1) continue;
    const signs = signsAt(place);
    if (signs.length === 0) continue;
    const subject = subjectOf[input.events.account[place] ?? 0] ?? -1;
    if (subject < 0) continue;
    for (const sign of signs) {
      const expected = isExpected(context, subject, sign.country, input.events.ts[place] ?? 0);
      if (!sign.isEmbargoed && expected) continue;
      const key = `${subject} ${sign.country}`;
      gather(lists, key, place);
      const known = strongest.get(key);
      const best = known === undefined || sign.rank < known.sign.rank ? sign : known.sign;
      strongest.set(key, {
        sign: best,
        others: (known?.others ?? new Set()).add(sign.because),
        subject,
        trip: (known?.trip ?? false) || expected,
      });
    }
  }
  return [...lists].map(([key, places]) => {
    const seen = strongest.get(key);
    const subject = seen === undefined ? undefined : context.subjects[seen.subject];
    if (seen === undefined || subject === undefined) throw new Error('A place needs a sign');
    const { sign } = seen;
    const severity: FindingLevel = sign.isEmbargoed && sign.rank < 3 ? 'high' : 'medium';
    const confidence: FindingLevel = sign.rank === 0 ? 'high' : sign.rank === 1 || sign.rank === 4 ? 'medium' : 'low';
    const why = [
      ...[...seen.others].sort(compareTexts),
      ...(sign.isEmbargoed
        ? [`${placeName(sign.country)} is under a comprehensive embargo.`]
        : [`${placeName(sign.country)} is on the list of high-risk places.`]),
      ...(seen.trip && sign.isEmbargoed
        ? [`${placeName(sign.country)} was announced as a trip or is the place of work. That does not clear it.`]
        : []),
      ...(sign.country === 'UA' ? ['Address data does not tell Crimea and the occupied regions from the rest of the country.'] : []),
      'A country behind an address is evidence, not proof.',
    ];
    return makeFinding(context, 'sanctioned_country', subject, `country:${sign.country}`, places, {
      title: `${nameOf(subject)} signed in from ${sign.isEmbargoed ? 'an embargoed' : 'a high-risk'} place, ${placeName(sign.country)}`,
      summary: `${spanWords(context, places)} of ${nameOf(subject)} came from ${placeName(sign.country)}. ${why[0] ?? ''}`,
      severity,
      confidence,
      assetId: onlyAsset(context, places),
      countries: [sign.country],
      why,
      citations: [sign.isEmbargoed ? (context.law.embargoed.get(sign.country) ?? '15 CFR 746') : '15 CFR 740 Supp. 1, Country Group D:5'],
      questions: [
        {
          id: 'finding.location',
          ask: `Was ${nameOf(subject)} somewhere else at that time?`,
          about: 'finding',
          field: null,
          clearedBy: 'yes',
        },
        ...(sign.isEmbargoed
          ? [
              {
                id: 'finding.authorisation',
                ask: `Did a licence cover access from ${placeName(sign.country)}?`,
                about: 'finding',
                field: null,
                clearedBy: 'yes',
              } as const,
            ]
          : [
              {
                id: 'finding.travel',
                ask: `Was a trip to ${placeName(sign.country)} announced?`,
                about: 'finding',
                field: null,
                clearedBy: 'yes',
              } as const,
            ]),
      ],
      dataDay: oldestData(context, places),
      ground: { country: sign.country, signs: [...seen.others].sort(compareTexts).join(' '), trip: String(seen.trip) },
    });
  });
}

const tagOrder = ['tor', 'vpn', 'proxy', 'hosting', 'relay'] as const;
type HidingTag = (typeof tagOrder)[number];

const tagWords: Readonly<Record<HidingTag, string>> = {
  tor: 'a Tor exit',
  vpn: 'a commercial VPN',
  proxy: 'an open proxy',
  hosting: 'a hosting network',
  relay: 'a privacy relay',
};

/** The strongest kind of hiding network of an address that counts by the settings, or null. */
export function hidingTagOf(facts: AddressFacts | null, counted: readonly string[]): HidingTag | null {
  if (facts === null || facts.kind !== 'public' || facts.allowed || facts.tags.includes('corporate')) return null;
  // Other lists often carry relays as VPN or hosting; a relay stays a weak sign.
  if (facts.tags.includes('relay') && !counted.includes('relay') && !facts.tags.includes('tor')) return null;
  return tagOrder.find((tag) => facts.tags.includes(tag) && counted.includes(tag)) ?? null;
}

/** Successful events over a network that hides where somebody is. Corporate and allowed exits, and service accounts from hosting, are not found. */
export function findHidingNetworks(context: RuleContext): AuditFinding[] {
  const { whole, input, subjectOf, done, settings, subjects } = context;
  const tags = input.addresses.map((facts) => hidingTagOf(facts, settings.networkTags));
  const lists = new Map<string, number[]>();
  for (const place of whole) {
    const tag = tags[input.events.address[place] ?? 0] ?? null;
    if (tag === null || done[place] !== 1) continue;
    const subject = subjectOf[input.events.account[place] ?? 0] ?? -1;
    if (subject < 0 || (tag === 'hosting' && subjects[subject]?.kind === 'service')) continue;
    gather(lists, `${subject} ${tag}`, place);
  }
  return [...lists].map(([key, places]) => {
    const [index = '', name = 'vpn'] = key.split(' ');
    const tag = name as HidingTag;
    const subject = subjects[Number(index)];
    if (subject === undefined) throw new Error('A network needs a subject');
    const facts = [...new Set(places.map((place) => input.addresses[input.events.address[place] ?? 0] ?? null))].filter(
      (one) => one !== null,
    );
    const sources = [...new Set(facts.flatMap(({ tagSources }) => tagSources))].sort(compareTexts).slice(0, 8);
    const countries = [...new Set(facts.flatMap(({ country }) => country ?? []))].sort();
    const operators = [...new Set(facts.flatMap(({ operator }) => operator ?? []))].sort(compareTexts).slice(0, 5);
    return makeFinding(context, 'vpn_hosting_tor', subject, `network:${tag}`, places, {
      title: `${nameOf(subject)} came through ${tagWords[tag]}`,
      summary: `${spanWords(context, places)} of ${nameOf(subject)} came through ${tagWords[tag]}, so where the person was is not known.`,
      severity: tag === 'tor' ? 'high' : tag === 'relay' || tag === 'hosting' ? 'low' : 'medium',
      confidence: tag === 'tor' || tag === 'vpn' ? 'high' : 'medium',
      assetId: onlyAsset(context, places),
      countries,
      why: [
        ...(sources.length > 0 ? [`Named by: ${sources.join('; ')}.`] : []),
        ...(operators.length > 0 ? [`Run by: ${operators.join('; ')}.`] : []),
        'A network that hides its users also hides access from a place where it would be an export. It does not make such access harmless.',
      ],
      citations: ['15 CFR 734.13(a)(1)'],
      questions: [
        {
          id: 'finding.corporate',
          ask: 'Is this network the company\u2019s own exit, or one it allows?',
          about: 'finding',
          field: null,
          clearedBy: 'yes',
        },
        {
          id: 'finding.location',
          ask: `Is it known by other means where ${nameOf(subject)} was?`,
          about: 'finding',
          field: null,
          clearedBy: 'yes',
        },
      ],
      dataDay: oldestData(context, places),
      ground: { network: tag, named: sources.join('; '), countries: countries.join(', ') },
    });
  });
}
