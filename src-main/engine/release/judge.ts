import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseAnswer, ReleaseFacts, ReleaseLicence } from '../../../src-shared/model/release.ts';
import type { ReleaseTestId } from '../../../src-shared/model/release-rules.ts';
import { placeNames } from '../rules/place-names.ts';
import { readAct, readOutside } from './act.ts';
import { type AuthorisationReading, readAuthorisation } from './authorisation.ts';
import { type Decided, decide } from './decide.ts';
import { readItem } from './item.ts';
import { type Regime, type ReleaseLaw, regimesFor } from './law.ts';
import { sortReasons } from './licence.ts';
import { ANY_COUNTRY, readPerson } from './person.ts';
import { openPoints, possibilities, type Reading, readAbroad, type Supposed } from './suppose.ts';
import { testsOf } from './tests.ts';

/**
 * Says whether an act of access releases anything, to which country, and whether that needs a licence on the day.
 *
 * A fact that is missing is not guessed: every value it could have is tried, and the answer is only given where all of
 * them agree. Pure: the same facts, day and law give the same bytes.
 */
export function judgeRelease(facts: ReleaseFacts, on: IsoDate, law: ReleaseLaw): ReleaseAnswer {
  const classification = typeof facts.item?.classification === 'string' ? facts.item.classification : null;
  const { named, meant } = regimesFor(law, classification);
  const both = named !== undefined && meant !== undefined && isOfBoth(facts, classification ?? '', meant);
  const regimes = named === undefined || both ? [meant, named].filter((regime) => regime !== undefined) : [named];
  const answers = regimes.map((regime) => judgeUnder(regime, facts, on));
  const [first, second] = answers;
  if (first === undefined) return notJudged(on, 'rules on releases', 'load a rule pack that holds rules on releases');
  // Under two regimes each has to be satisfied, so the stricter answer leads.
  return second !== undefined && strictness(second) > strictness(first) ? second : first;
}

const order: readonly ReleaseLicence[] = ['notRequired', 'exceptionPossible', 'undetermined', 'required'];
const strictness = (answer: ReleaseAnswer): number => order.indexOf(answer.licence);

/** Named under one regime, and yet an item of the other: made there, or said to be listed in both. */
function isOfBoth(facts: ReleaseFacts, classification: string, meant: Regime): boolean {
  const origin = typeof facts.item?.origin === 'string' ? facts.item.origin.trim().toUpperCase() : '';
  return (
    meant.rules.territory.includes(origin) ||
    (/\b(EAR|ECCN|CCL|US)\b/.test(classification) && !/\bno US (content|origin)/i.test(classification))
  );
}

function judgeUnder(regime: Regime, facts: ReleaseFacts, on: IsoDate): ReleaseAnswer {
  if (on < regime.coversFrom)
    return notJudged(on, 'law on that day', 'the rules were not read for a day that early; ask somebody who knows them');
  const reading = read(facts, on, regime);
  const authorisation = readAuthorisation(facts, on);
  const decisions = decideAll(reading, on, regime);
  const open = openNames(decisions);
  return merge(
    decisions.map((one) => one.decided),
    open,
    reading,
    authorisation,
    on,
    regime,
  );
}

function read(facts: ReleaseFacts, on: IsoDate, regime: Regime): Reading {
  const person = readPerson(facts, on, regime.rules.territory);
  const item = readItem(facts, on, regime);
  const authorisation = readAuthorisation(facts, on);
  return {
    facts,
    person,
    item,
    act: readAct(facts, person, item.forms, regime.rules.territory),
    outside: readOutside(facts, on, item.forms),
    abroad: readAbroad(facts, authorisation.entity),
  };
}

interface Decision {
  readonly supposed: Supposed;
  readonly decided: Decided;
  readonly signature: string;
}

type Name = keyof Supposed;

/** Every complete set of facts the readings allow, judged. */
function decideAll(reading: Reading, on: IsoDate, regime: Regime): readonly Decision[] {
  const values = possibilities(reading, on, regime);
  let sets: Partial<Supposed>[] = [{}];
  for (const name of Object.keys(values) as Name[]) {
    const options = values[name] as readonly unknown[];
    sets = sets.flatMap((set) => options.map((value) => ({ ...set, [name]: value })));
  }
  return sets.map((set) => {
    const supposed = set as Supposed;
    const decided = decide(supposed, reading, on, regime);
    const { release, event, toCountries, licence, text, reasons } = decided;
    return { supposed, decided, signature: JSON.stringify([release, event, toCountries, licence, text, reasons]) };
  });
}

/** Facts that change the answer while all others stay the same. */
function openNames(decisions: readonly Decision[]): readonly Name[] {
  const [first] = decisions;
  if (first === undefined || decisions.length === 1) return [];
  const names = (Object.keys(first.supposed) as Name[]).filter(
    (name) => new Set(decisions.map((one) => JSON.stringify(one.supposed[name]))).size > 1,
  );
  return names.filter((name) => {
    const seen = new Map<string, string>();
    return decisions.some(({ supposed, signature }) => {
      const rest = JSON.stringify({ ...supposed, [name]: null });
      const before = seen.get(rest);
      seen.set(rest, signature);
      return before !== undefined && before !== signature;
    });
  });
}

const same = <T>(values: readonly T[]): T | undefined =>
  new Set(values.map((value) => JSON.stringify(value))).size === 1 ? values[0] : undefined;

function merge(
  decided: readonly Decided[],
  open: readonly Name[],
  reading: Reading,
  authorisation: AuthorisationReading,
  on: IsoDate,
  regime: Regime,
): ReleaseAnswer {
  const leant = [...new Set(decided.flatMap((one) => one.excluded))];
  // An exclusion whose text is not confirmed on the day clears nobody.
  const shaky = leant.some((test) => regime.standsOn(regime.exclusion(test)?.rule.id ?? '', on) === 'open');
  const found = agreed(decided.map((one) => one.licence));
  const licence = shaky && found === 'notRequired' ? 'undetermined' : found;
  const text = agreed(decided.map((one) => one.text));
  const anywhere = reading.act.place === null || reading.person.latest.includes(ANY_COUNTRY);
  const place = placeOf(decided, licence, anywhere);
  const settled = licence !== 'undetermined';
  const reasons = settled ? inAll(decided.map((one) => one.reasons)) : [];
  const tests = place.release === 'undetermined' ? [] : excludedIn(decided, place.release === 'no', reading);
  const rules = [...new Set([...decided.flatMap((one) => one.rules), ...tests.map((test) => regime.exclusion(test)?.rule.id ?? '')])];
  const cited = rules.flatMap((id) => regime.rule(id) ?? []);
  const asked = open.map((name) => openPoints[name]);
  const warnings = [...new Set(decided.flatMap((one) => one.warnings))];
  return {
    ...place,
    licence,
    ...(text !== licence || warnings.includes('textNotEnforced') ? { textLicence: text } : {}),
    authorised: authorisation.covers,
    reasons: sortReasons(reasons),
    excludedBy: tests.map((test) => regime.exclusion(test)?.code ?? test),
    unknown: [...new Set([...asked.map((one) => one.unknown), ...inAll(decided.map((one) => one.unknown))])],
    ask: [
      ...new Set([
        ...asked.map((one) => one.ask),
        ...askedIn(decided),
        ...(authorisation.pending && licence !== 'notRequired' ? ['has any access taken place already'] : []),
      ]),
    ],
    exceptions: exceptionsOf(decided, licence),
    warnings: [
      ...warnings,
      ...cited.flatMap((rule) => (rule.caveat === undefined || on < rule.caveat.from ? [] : [`unreadAmendment: ${rule.caveat.says}`])),
      ...reading.person.contradictions.map((says) => `contradiction: ${says}`),
    ],
    tests: testsOf(decided, reading, authorisation, licence, regime),
    citations: [...new Set(cited.map((rule) => rule.citation.locator))],
    trace: traceOf(place, licence, decided, cited, regime),
    on,
  };
}

/** Where all answers agree, that; where each asks for some authorisation or none can be given, the point stays open. */
function agreed(licences: readonly ReleaseLicence[]): ReleaseLicence {
  return same(licences) ?? 'undetermined';
}

type Place = Pick<ReleaseAnswer, 'release' | 'event' | 'toCountries'>;

/** The act and the countries, as far as all possibilities share them. */
function placeOf(decided: readonly Decided[], licence: ReleaseLicence, anywhere: boolean): Place {
  const release = same(decided.map((one) => one.release));
  const event = same(decided.map((one) => one.event));
  if (release === undefined || event === undefined) return { release: 'undetermined', event: 'undetermined', toCountries: [] };
  const countries = same(decided.map((one) => one.toCountries));
  if (countries !== undefined) return { release, event, toCountries: countries };
  const shared = inAll(decided.map((one) => one.toCountries));
  if (shared.length > 0) return { release, event, toCountries: shared };
  const named = [...new Set(decided.flatMap((one) => one.toCountries))];
  // Each of a few known countries gives the same answer, so it does not matter which of them is the latest.
  if (licence !== 'undetermined' && !anywhere) return { release, event, toCountries: named };
  return { release: 'undetermined', event: 'undetermined', toCountries: [] };
}

function inAll<T>(lists: readonly (readonly T[])[]): T[] {
  const [first, ...rest] = lists;
  return (first ?? []).filter((value) => rest.every((list) => list.includes(value)));
}

/** Exclusions every possibility shares. Where nothing is released for different reasons, the one that is known to hold is named. */
function excludedIn(decided: readonly Decided[], nothingReleased: boolean, { person, item }: Reading): readonly ReleaseTestId[] {
  const shared = inAll(decided.map((one) => one.excluded));
  if (shared.length > 0 || !nothingReleased) return shared;
  const named = [...new Set(decided.flatMap((one) => one.excluded))];
  const certain = named.filter(
    (test) =>
      (person.standings.length === 1 && test === person.standings[0]) ||
      (test === 'objectCode' && item.forms.every((form) => form === 'objectCode')),
  );
  return certain.length > 0 ? certain : named;
}

/** Questions of every possibility, most frequent first, so that the ones that always matter lead. */
function askedIn(decided: readonly Decided[]): string[] {
  const counts = new Map<string, number>();
  for (const one of decided) for (const ask of new Set(one.ask)) counts.set(ask, (counts.get(ask) ?? 0) + 1);
  return [...counts].filter(([, count]) => count === decided.length || decided.length <= 4).map(([ask]) => ask);
}

function exceptionsOf(decided: readonly Decided[], licence: ReleaseLicence): ReleaseAnswer['exceptions'] {
  const needing = decided.filter((one) => one.licence === 'required' || one.licence === 'exceptionPossible');
  if (licence === 'notRequired' || needing.length === 0) return { fit: [], fail: [] };
  const fit = (needing[0]?.fit ?? []).filter((offer) => needing.every((one) => one.fit.some((other) => other.symbol === offer.symbol)));
  const fail = needing
    .flatMap((one) => one.fail)
    .filter((one, index, all) => all.findIndex((other) => other.symbol === one.symbol) === index);
  return { fit: licence === 'exceptionPossible' || licence === 'undetermined' ? fit : [], fail };
}

function traceOf(
  place: Place,
  licence: ReleaseLicence,
  decided: readonly Decided[],
  cited: readonly {
    readonly id: string;
    readonly title: string;
    readonly says: string;
    readonly citation: { readonly locator: string };
    readonly confidence: string;
  }[],
  regime: Regime,
): ReleaseAnswer['trace'] {
  const to = place.toCountries.length === 0 ? '' : ` to ${placeNames(place.toCountries)}`;
  return [
    { step: 'regime', says: `Judged under ${regime.packId}.`, citation: null },
    {
      step: 'possibilities',
      says:
        decided.length === 1
          ? 'Every fact that matters is known.'
          : `${decided.length} complete sets of facts fit what is known; all were judged.`,
      citation: null,
    },
    ...cited.map((rule) => ({ step: rule.id, says: `${rule.title}: ${rule.says} (${rule.confidence})`, citation: rule.citation.locator })),
    { step: 'event', says: `Release: ${place.release}; ${place.event}${to}.`, citation: null },
    { step: 'licence', says: `Licence: ${licence}.`, citation: null },
  ];
}

function notJudged(on: IsoDate, unknown: string, ask: string): ReleaseAnswer {
  return {
    release: 'undetermined',
    event: 'undetermined',
    toCountries: [],
    licence: 'undetermined',
    authorised: 'unknown',
    reasons: [],
    excludedBy: [],
    unknown: [unknown],
    ask: [ask],
    exceptions: { fit: [], fail: [] },
    warnings: [],
    tests: [],
    citations: [],
    trace: [],
    on,
  };
}
