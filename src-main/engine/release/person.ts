import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../../src-shared/model/release.ts';
import { type Said, saidOf, valuesNamed } from './words.ts';

export type Standing = 'citizen' | 'permanentResident' | 'protectedIndividual' | 'foreign';

/** Stands for a country nobody named. */
export const ANY_COUNTRY = '*';

export interface PersonReading {
  /** What the person may be on the day; one where it is known. */
  readonly standings: readonly Standing[];
  /** Countries that may be the latest citizenship or permanent residency; `*` where it may be any. */
  readonly latest: readonly string[];
  /** Every country of citizenship or permanent residency on the day. */
  readonly countries: readonly string[];
  /** The list of countries may miss some. */
  readonly incomplete: boolean;
  readonly regularEmployee: Said;
  /** Employee, contractor or intern of the company, for its own use. */
  readonly internalStaff: Said;
  readonly universityStaff: Said;
  readonly locatedIn: string | null;
  readonly employerCountry: string | null;
  readonly employerHeadquarters: string | null;
  /** Places in the record that speak against each other, in words. */
  readonly contradictions: readonly string[];
}

/** What the facts say about the person on the day. Nothing is taken from the place of birth. */
export function readPerson(facts: ReleaseFacts, on: IsoDate, territory: readonly string[]): PersonReading {
  const person = facts.person ?? {};
  const citizenships = tiesOf(person.citizenships, on);
  const residences = tiesOf(person.permanentResidences, on);
  const record = valuesNamed(person, /^(citizenship known|citizenships known|complete)$/).some(({ value }) => value === false);
  const stateless = valuesNamed(person, /^stateless$/).some(({ value }) => saidOf(value) === 'yes');
  const noCitizenship = citizenships.none && !stateless;
  const incomplete = record || !citizenships.said || !residences.said || citizenships.unnamed || residences.unnamed || noCitizenship;
  const own = [...citizenships.ties, ...residences.ties].filter((tie) => !territory.includes(tie.country));
  const latest = latestOf(own);
  const standing = standingOf(facts, on, citizenships.ties, residences.ties, territory);
  const employment = typeof person.employment === 'string' ? person.employment : null;
  return {
    ...standing,
    latest: incomplete || latest.length === 0 ? [...latest, ANY_COUNTRY] : latest,
    countries: [...new Set(own.map((tie) => tie.country))].sort(),
    incomplete,
    regularEmployee: regularOf(employment, facts),
    internalStaff: staffOf(employment),
    universityStaff: universityOf(employment, person.employer?.name ?? null),
    locatedIn: codeOf(person.locatedIn),
    employerCountry: codeOf(person.employer?.country),
    employerHeadquarters: codeOf(person.employer?.headquarters),
  };
}

export const codeOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Za-z]{2}$/.test(value.trim()) ? value.trim().toUpperCase() : null;

/** A tie with the first and the last day on which it may have begun. */
interface Tie {
  readonly country: string;
  readonly from: string;
  readonly to: string;
}

interface Ties {
  readonly ties: readonly Tie[];
  /** Somebody said what there is, even if it is nothing. */
  readonly said: boolean;
  readonly none: boolean;
  /** A tie is named without its country. */
  readonly unnamed: boolean;
}

const LONG_AGO = '0000-01-01';

function tiesOf(value: unknown, on: IsoDate): Ties {
  if (!Array.isArray(value)) return { ties: [], said: false, none: false, unnamed: false };
  const ties: Tie[] = [];
  let unnamed = false;
  for (const one of value as readonly unknown[]) {
    const tie = (typeof one === 'object' && one !== null ? one : { country: one }) as Readonly<Record<string, unknown>>;
    const country = codeOf(tie['country']);
    const [from, to] = spanOf(tie['since'] ?? tie['from']);
    const end = spanOf(tie['until'] ?? tie['to'] ?? tie['endedOn'] ?? tie['renouncedOn'])[1];
    if (from > on || (end !== '' && end <= on)) continue;
    if (country === null) unnamed = true;
    else ties.push({ country, from: from === '' ? LONG_AGO : from, to: to === '' || to > on ? on : to });
  }
  return { ties, said: true, none: value.length === 0, unnamed };
}

/** First and last day a date may mean: a year or a month alone leaves it open. Empty where no date is given. */
function spanOf(value: unknown): readonly [string, string] {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return [text.slice(0, 10), text.slice(0, 10)];
  if (/^\d{4}-\d{2}$/.test(text)) return [`${text}-01`, `${text}-31`];
  return /^\d{4}$/.test(text) ? [`${text}-01-01`, `${text}-12-31`] : ['', ''];
}

/** Countries whose tie is not surely older than another one. Ties of one day stand side by side. */
function latestOf(ties: readonly Tie[]): string[] {
  const open = ties.filter((tie) => !ties.some((other) => other.country !== tie.country && other.from > tie.to));
  return [...new Set(open.map((tie) => tie.country))].sort();
}

interface StandingReading {
  readonly standings: readonly Standing[];
  readonly contradictions: readonly string[];
}

const plain = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase().replace(/[^a-z0-9]/g, '') : '');

const statusNames: readonly (readonly [Standing, RegExp])[] = [
  ['citizen', /^(us)?(citizen|national|citizenship)$/],
  ['permanentResident', /^(us)?(lawful|legal)?permanentresident$|^lpr$|^greencard(holder)?$/],
  ['protectedIndividual', /^protectedindividual$|^(admittedas)?refugee$|^asylee$|^(granted)?asylum(granted)?$/],
  [
    'foreign',
    /^(visa|none|foreign(person|national)?|nonimmigrant|h1b|h2b|h4|l1|l2|f1|j1|o1|tn|e3|b1|b2|opt|stem|ead|daca|tps|parolee|humanitarianparole|temporary(resident|worker)?|workpermit|student(visa)?|workvisa|visitor|asylumapplicant|asylumseeker|pendingasylum|asylumpending)$/,
  ],
];

function standingOf(
  facts: ReleaseFacts,
  on: IsoDate,
  citizenships: readonly Tie[],
  residences: readonly Tie[],
  territory: readonly string[],
): StandingReading {
  const person = facts.person ?? {};
  const home = (ties: readonly Tie[]) => ties.some((tie) => territory.includes(tie.country));
  const listed = (value: unknown) =>
    Array.isArray(value) &&
    (value as readonly unknown[]).some((one) => territory.includes(codeOf((one as { country?: unknown } | null)?.country ?? one) ?? ''));
  const citizen = home(citizenships);
  const resident = home(residences);
  const stated = statusNames.find(([, pattern]) => pattern.test(plain(person.usStatus)))?.[0];
  const since = valuesNamed(person, /^(us )?status since$|^protected since$|granted( on)?$|^(us )?status from$/)
    .map(({ value }) => spanOf(value)[0])
    .find((day) => day !== '');
  const notYet = since !== undefined && since > on;
  const until = valuesNamed(person, /^(us )?status until$|^status ended( on)?$|abandoned( on)?$/)
    .map(({ value }) => spanOf(value)[1])
    .find((day) => day !== '');
  const over = until !== undefined && until <= on;
  const pending = isPending(person);
  const one = (standing: Standing): StandingReading => ({ standings: [standing], contradictions: [] });
  if (stated === 'citizen') {
    if (citizen || (!listed(person.citizenships) && !notYet)) return one('citizen');
    return resident
      ? one('permanentResident')
      : { standings: ['foreign', 'permanentResident'], contradictions: ['the citizenship begins after the day'] };
  }
  if (stated === 'permanentResident') {
    if (over) return one('foreign');
    if (resident || (!listed(person.permanentResidences) && !notYet)) return one(citizen ? 'citizen' : 'permanentResident');
    return one('foreign');
  }
  if (stated === 'protectedIndividual') {
    if (pending || notYet) return one('foreign');
    return over ? { standings: ['foreign', 'permanentResident'], contradictions: ['the status has ended'] } : one('protectedIndividual');
  }
  if (stated === 'foreign') {
    if (citizen) return { standings: ['foreign', 'citizen'], contradictions: ['the status and the listed citizenship do not agree'] };
    if (resident)
      return {
        standings: ['foreign', 'permanentResident'],
        contradictions: ['the status and the listed permanent residence do not agree'],
      };
    return one('foreign');
  }
  if (citizen) return one('citizen');
  if (resident) return one('permanentResident');
  return { standings: ['foreign', 'permanentResident'], contradictions: [] };
}

/** Somebody who has applied for protection does not have it. */
function isPending(person: object): boolean {
  return valuesNamed(person, /asyl|refugee|protect|status/).some(
    ({ value }) =>
      typeof value === 'string' &&
      /\b(pending|applied|application|filed|not (yet )?(decided|granted)|awaiting|interview|denied|refused|rejected)\b/i.test(value),
  );
}

const SHORT_TERM =
  /\b((one|two|three|four|five|six|seven|eight|nine|ten|eleven|[1-9]|1[01])([ -]|\s)*(weeks?|months?)|[1-9]\d* (days?|weeks?)|short|temporary|seasonal|part.time|ad hoc|hourly|per diem)\b/i;
const LONG_TERM =
  /\b(long.term|indefinite|permanent|open.ended|(one|two|three|four|five|[1-9]\d?)[ -]*years?|since \d{4}|(1[2-9]|[2-9]\d) months|unlimited)\b/i;
const EXCLUSIVE = /\b(exclusive(ly)?|full.time|only for (the|this) (company|firm|entity))\b/i;
const DIRECTION = /\b(direct(ion|ed)?|control(led)?|supervis\w+|schedule)\b/i;
const UNDERTAKING = /\b(nda|non-?disclosure|confidentiality)\b/i;

/** Permanent and regular, contract staff included where all terms of the definition are stated. */
function regularOf(employment: string | null, facts: ReleaseFacts): Said {
  const kind = plain(employment);
  const told = [
    ...valuesNamed(
      facts.person,
      /engage|contract|term|duration|arrange|direct|full ?time|exclusive|nda|disclos|works|site|employed|since$/,
    ),
    ...valuesNamed({ engagement: facts['engagement'], contract: facts['contract'] }, /engage|contract/),
  ]
    .filter(({ key }) => key !== 'since' && key !== 'employment')
    .map(({ key, value }) =>
      value === true ? key.replace(/([a-z])([A-Z])/g, '$1 $2') : typeof value === 'string' ? `${key} ${value}` : '',
    )
    .join('; ');
  const text = `${employment ?? ''}; ${told}`;
  if (/^(permanentregular|permanent|regular|permanentandregular|permanentemployee|fulltimepermanent)/.test(kind))
    return SHORT_TERM.test(told) ? 'no' : 'yes';
  if (/contract|agency|consultant|freelance|secondee|leased/.test(kind)) {
    if (SHORT_TERM.test(text) && !/long.term/i.test(text)) return 'no';
    return LONG_TERM.test(text) && EXCLUSIVE.test(text) && DIRECTION.test(text) && UNDERTAKING.test(text) ? 'yes' : 'no';
  }
  if (kind === '' || /^(employee|staff|unknown|employed)$/.test(kind)) return 'unknown';
  return 'no';
}

function staffOf(employment: string | null): Said {
  const kind = plain(employment);
  if (kind === '' || kind === 'unknown') return 'unknown';
  return /permanent|regular|contract|intern|employee|staff|agency|consultant|temporary|secondee|trainee|postdoc/.test(kind) ? 'yes' : 'no';
}

function universityOf(employment: string | null, employer: string | null): Said {
  if (employer === null || !/universit|college|institute of technology|polytechnic|academ/i.test(employer)) return 'no';
  return /permanent|regular|postdoc|professor|faculty/i.test(employment ?? '') ? 'yes' : 'no';
}
