import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../../src-shared/model/release.ts';
import type { ActReading, OutsideReading } from './act.ts';
import type { Control, Form, ItemReading } from './item.ts';
import { fitsEntry, type Regime } from './law.ts';
import { ANY_COUNTRY, codeOf, type PersonReading, type Standing } from './person.ts';
import { type Said, saidUnder, valuesNamed } from './words.ts';

/** Everything read from the facts; what is not known is a list of possibilities. */
export interface Reading {
  readonly facts: ReleaseFacts;
  readonly person: PersonReading;
  readonly item: ItemReading;
  readonly act: ActReading;
  readonly outside: OutsideReading;
  readonly abroad: AbroadReading;
}

export interface AbroadReading {
  /** The people abroad hold the item under an authorisation of their own. */
  readonly entityAuthorised: Said;
  readonly entityKnows: Said;
  readonly nationalsCovered: Said;
  /** Screening, diversion controls and an assurance, together. */
  readonly screened: Said;
  readonly screeningMentioned: boolean;
}

/** One complete set of facts the readings leave room for. */
export interface Supposed {
  readonly standing: Standing;
  readonly latest: string;
  readonly control: Control;
  readonly form: Form;
  readonly place: string;
  readonly published: boolean;
  readonly patents: boolean;
  readonly research: boolean;
  readonly teaching: boolean;
  readonly revealed: boolean;
  readonly endToEnd: boolean;
  readonly keysElsewhere: boolean;
  readonly soundCryptography: boolean;
  readonly regularEmployee: boolean;
  readonly onlyPartners: boolean;
  readonly entityAuthorised: boolean;
  readonly screened: boolean;
  /** The item falls under the regime at all. */
  readonly subject: boolean;
}

type Name = keyof Supposed;

/** What is asked where a fact decides: the words of the open point, and the question. */
export const openPoints: Readonly<Record<Name, { readonly unknown: string; readonly ask: string }>> = {
  standing: { unknown: 'usStatus', ask: 'US person status: citizen, lawful permanent resident or protected individual?' },
  latest: {
    unknown: 'most recent citizenship or permanent residency',
    ask: 'latest citizenship or permanent residency, with dates and order of all citizenships and permanent residences',
  },
  control: {
    unknown: 'classification and reasons for control',
    ask: 'control entry, the entry of the item it is for, and the reasons for control',
  },
  form: { unknown: 'form of the item', ask: 'is it technology or source code, or compiled object code only?' },
  place: { unknown: 'place of the person', ask: 'in which country was the person when the access took place?' },
  published: { unknown: 'published', ask: 'has exactly this content been published, open to anyone without limits?' },
  patents: {
    unknown: 'patent or standards publication',
    ask: 'is the content in a published patent or open application, or part of standards work to be published?',
  },
  research: {
    unknown: 'terms of the research',
    ask: 'does it arise from research meant for publication, without limits on publication or participation?',
  },
  teaching: {
    unknown: 'catalogue course of an academic institution',
    ask: 'is it taught in a catalogue course of an academic institution?',
  },
  revealed: {
    unknown: 'whether anything was opened or revealed',
    ask: 'was technology or source code opened or shown; do the logs cover the whole time and all copies?',
  },
  endToEnd: { unknown: 'end-to-end encryption', ask: 'is it encrypted end to end, from the owner to the owner?' },
  keysElsewhere: { unknown: 'who holds the keys', ask: 'can the provider or any third party decrypt, and who holds the keys?' },
  soundCryptography: { unknown: 'cryptographic standard', ask: 'FIPS 140-2 or successor modules, or means as effective?' },
  regularEmployee: {
    unknown: 'length and kind of employment',
    ask: 'length and kind of employment: permanent and regular, or contract staff on which terms?',
  },
  onlyPartners: { unknown: 'all nationalities', ask: 'every citizenship and permanent residency the person holds' },
  entityAuthorised: { unknown: 'authorisation held by the recipient', ask: 'authorisation held by the company abroad for this item' },
  screened: {
    unknown: 'screening, diversion controls and assurances under 734.20(c)',
    ask: 'screening, substantive contacts with D:5 countries, diversion controls, and assurances signed under 734.20(c)',
  },
  subject: {
    unknown: 'whether the item is subject to the EAR',
    ask: 'origin, share of US content, and whether it is the direct product of US technology or tools',
  },
};

export function readAbroad(facts: ReleaseFacts, entityAuthorised: Said): AbroadReading {
  const screening = saidUnder(facts, /screen|vetted|vetting|background check/);
  const controls = saidUnder(facts, /diversion|technology control plan|safeguards? plan|control plan/);
  const assurance = saidUnder(facts, /assurance|^nda$|non.?disclosure|clearance|undertaking/);
  const contacts = saidUnder(facts, /contacts?\b|^ties|substantive/);
  const mentioned =
    valuesNamed(facts, /screen|vetted|vetting|diversion|assurance|^nda$|non.?disclosure|clearance|undertaking|contacts?\b|substantive/)
      .length > 0;
  const all = [screening, controls, assurance];
  const screened: Said =
    contacts === 'yes' || all.includes('no') ? 'no' : all.every((one) => one === 'yes') && contacts === 'no' ? 'yes' : 'unknown';
  return {
    entityAuthorised,
    entityKnows: saidUnder(facts, /(employer|firm|company|recipient|entity) knows/),
    nationalsCovered: coversNationals(facts),
    screened,
    screeningMentioned: mentioned,
  };
}

/** The licence names the nationality, or third-country staff as such. */
function coversNationals(facts: ReleaseFacts): Said {
  const covers = facts.authorisation?.['covers'] ?? facts.authorisation?.['nationals'] ?? facts.authorisation?.['persons'];
  const text = (Array.isArray(covers) ? covers.join(', ') : typeof covers === 'string' ? covers : '').toLowerCase();
  if (/\b(silent|not|no|without|except|excludes?|excluding)\b[^.;]{0,40}\b(third.country|foreign|dual|nationals?|citizens?)/.test(text))
    return 'no';
  if (/\b(third.country|dual)[ -]?(and third.country )?(nationals?|staff|employees?)/.test(text)) return 'yes';
  const codes = (
    Array.isArray(covers) ? covers : [...(typeof covers === 'string' ? covers.matchAll(/\b[A-Z]{2}\b/g) : [])].map(String)
  ).map(codeOf);
  const ties = [...(facts.person?.citizenships ?? []), ...(facts.person?.permanentResidences ?? [])].map((tie) => codeOf(tie?.country));
  return /nationals?|citizens?|nationality/.test(text) && codes.some((code) => code !== null && ties.includes(code)) ? 'yes' : 'no';
}

const bools = (said: Said): readonly boolean[] => (said === 'unknown' ? [true, false] : [said === 'yes']);

/** Values each fact may have. A fact nobody brought up and nothing turns on has one. */
export function possibilities(reading: Reading, on: IsoDate, regime: Regime): { readonly [K in Name]: readonly Supposed[K][] } {
  const { person, item, act, outside, abroad } = reading;
  const partners = regime.rules.abroad?.partners;
  // A list of the company's own may name any country, so one of it stands beside the extremes of the law.
  const named = (reading.facts.licenceRequiredForNationalsOf ?? []).slice(0, 1);
  const places = act.place === null ? [regime.rules.territory[0] ?? 'US', ...extremes(regime, null, on), ...named] : [act.place];
  // Facts about staff abroad are only asked where somebody is abroad; employment also where a licence is lifted for staff.
  const away = act.kind !== 'storage' && places.some((code) => !regime.rules.territory.includes(code));
  const relief = item.entries.some((entry) => fitsEntry(entry, regime.rules.employeeRelief?.entries ?? []));
  const whereAbroad = (said: Said): readonly boolean[] => (away ? bools(said) : [said === 'yes']);
  return {
    standing: person.standings,
    latest: (act.kind === 'storage' ? person.latest.slice(0, 1) : person.latest).flatMap((country) =>
      country === ANY_COUNTRY ? [...new Set([...extremes(regime, act.place, on), ...named])] : [country],
    ),
    control: item.controls,
    form: item.forms,
    place: places,
    published: bools(outside.published),
    patents: bools(outside.patents),
    research: bools(outside.research),
    teaching: bools(outside.teaching),
    revealed: bools(act.revealed),
    endToEnd: act.kind === 'storage' ? bools(act.encrypted.endToEnd) : [false],
    keysElsewhere: act.kind === 'storage' ? bools(act.encrypted.keysElsewhere) : [true],
    soundCryptography: act.kind === 'storage' ? bools(act.encrypted.sound) : [false],
    regularEmployee: away || relief ? bools(person.regularEmployee) : [person.regularEmployee === 'yes'],
    onlyPartners: partners === undefined || !person.incomplete || !away ? [!person.incomplete] : [true, false],
    entityAuthorised: whereAbroad(abroad.entityAuthorised),
    screened: whereAbroad(abroad.screened),
    subject: subjectOf(reading, places, regime),
  };
}

/** Items of another origin fall under the regime at home; abroad that hangs on content and tools nobody may have told. */
function subjectOf({ item, act, facts }: Reading, places: readonly string[], regime: Regime): readonly boolean[] {
  const { territory, namedBy } = regime.rules;
  if (namedBy.length > 0 || item.origin === null || territory.includes(item.origin)) return [true];
  const stated = saidUnder(facts.item, /^subject to (the )?ear$|^direct product of$/);
  if (stated !== 'unknown') return [stated === 'yes'];
  const home = [...places, ...(act.dataPlace === null ? [] : [act.dataPlace])].every((code) => territory.includes(code));
  return home || (act.dataPlace !== null && territory.includes(act.dataPlace)) ? [true] : [true, false];
}

/** Countries that stand for "any": the one an item may go to most freely, the strictest, and the place itself. */
export function extremes(regime: Regime, place: string | null, on: IsoDate): readonly string[] {
  const graded = regime.places.filter((code) => !regime.rules.territory.includes(code));
  const marked = (code: string) => regime.marks(code, on)?.length ?? Number.POSITIVE_INFINITY;
  const sorted = [...graded].sort((a, b) => marked(a) - marked(b) || (a < b ? -1 : 1));
  const strictest = graded.find((code) => regime.rules.embargoes.some((row) => row.place === code && row.deemed.listed === 'required'));
  const abroad = place !== null && regime.rules.territory.includes(place) ? null : place;
  return [
    ...new Set([abroad, sorted[0], strictest ?? sorted.at(-1)].filter((code): code is string => code !== null && code !== undefined)),
  ];
}
