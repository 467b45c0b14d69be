import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import ar from 'i18n-iso-countries/langs/ar.json' with { type: 'json' };
import cs from 'i18n-iso-countries/langs/cs.json' with { type: 'json' };
import da from 'i18n-iso-countries/langs/da.json' with { type: 'json' };
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import ja from 'i18n-iso-countries/langs/ja.json' with { type: 'json' };
import ko from 'i18n-iso-countries/langs/ko.json' with { type: 'json' };
import nl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import pl from 'i18n-iso-countries/langs/pl.json' with { type: 'json' };
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import sv from 'i18n-iso-countries/langs/sv.json' with { type: 'json' };
import tr from 'i18n-iso-countries/langs/tr.json' with { type: 'json' };
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { demonyms } from './demonyms.ts';
import { likeness, plainText } from './normal.ts';

/** Common, short and former names that the lists lack. */
const more: Readonly<Record<string, readonly string[]>> = {
  US: [
    'USA',
    'U.S.',
    'U.S.A.',
    'United States',
    'United States of America',
    'the States',
    'Vereinigte Staaten',
    'Etats-Unis',
    'EEUU',
    'EE. UU.',
    'American',
  ],
  GB: [
    'United Kingdom of Great Britain and Northern Ireland',
    'UK',
    'U.K.',
    'United Kingdom',
    'Great Britain',
    'Britain',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Grossbritannien',
    'Angleterre',
    'British',
  ],
  CN: ['PRC', "People's Republic of China", 'Mainland China', 'China (PRC)', 'P.R. China', 'Chinese'],
  TW: ['Taiwan', 'Taiwan (ROC)', 'Republic of China', 'Chinese Taipei', 'Taiwanese'],
  HK: ['Hong Kong', 'Hong Kong SAR', 'HKSAR'],
  MO: ['Macau', 'Macao', 'Macau SAR'],
  KR: ['South Korea', 'Republic of Korea', 'Korea (South)', 'Korea, South', 'Korea, Republic of', 'ROK', 'Südkorea', 'South Korean'],
  KP: ['North Korea', 'DPRK', 'Korea (North)', 'Korea, North', "Korea, Democratic People's Republic of", 'Nordkorea', 'North Korean'],
  RU: ['Russia', 'Russian Federation', 'Russian'],
  IR: ['Iran', 'Iran, Islamic Republic of', 'Islamic Republic of Iran', 'Iran, Isl. Rep.', 'Iran, Islam. Rep.', 'Iranian'],
  SY: ['Syria', 'Syrian Arab Republic', 'Syrian'],
  VE: ['Venezuela', 'Venezuela, Bolivarian Republic of', 'Venezuelan'],
  BO: ['Bolivia'],
  TZ: ['Tanzania'],
  LA: ['Laos', 'Lao PDR'],
  VN: ['Vietnam', 'Viet Nam', 'Vietnamese'],
  MD: ['Moldova'],
  CZ: ['Czech Republic', 'Czechia'],
  NL: ['Netherlands', 'The Netherlands', 'Holland', 'Niederlande', 'Dutch'],
  AE: ['UAE', 'U.A.E.', 'Emirates', 'United Arab Emirates', 'VAE'],
  SA: ['KSA', 'Saudi', 'Saudi Arabia', 'Saudi Arabian'],
  CI: ['Ivory Coast', "Côte d'Ivoire"],
  MM: ['Burma', 'Myanmar'],
  SZ: ['Swaziland', 'Eswatini'],
  CV: ['Cape Verde', 'Cabo Verde'],
  MK: ['Macedonia', 'North Macedonia', 'FYROM'],
  TR: ['Turkey', 'Türkiye', 'Turkish'],
  PS: ['Palestine', 'Palestinian Territories', 'State of Palestine'],
  VA: ['Vatican', 'Vatican City', 'Holy See'],
  BN: ['Brunei'],
  CD: ['DR Congo', 'DRC', 'Congo-Kinshasa', 'Congo (Kinshasa)', 'Congo, Democratic Republic of the', 'Zaire'],
  CG: ['Congo-Brazzaville', 'Congo (Brazzaville)', 'Republic of the Congo', 'Congo, Republic of the'],
  TL: ['East Timor', 'Timor-Leste'],
  GM: ['Gambia', 'The Gambia'],
  BS: ['Bahamas', 'The Bahamas'],
  FM: ['Micronesia'],
  XK: ['Kosovo'],
  IN: ['Indian'],
  JP: ['Japanese'],
  DE: ['German'],
  FR: ['French'],
  IT: ['Italian'],
  ES: ['Spanish'],
  CA: ['Canadian'],
  PK: ['Pakistani'],
  IL: ['Israeli'],
  UA: ['Ukrainian'],
  BY: ['Belarusian'],
  CU: ['Cuban'],
  BR: ['Brazilian'],
  MX: ['Mexican'],
  AU: ['Australian'],
  PL: ['Polish'],
  SE: ['Swedish'],
  CH: ['Swiss'],
  SG: ['Singaporean'],
  EG: ['Egyptian'],
};

/** Names that fit several countries; they are always asked. `NA` is Namibia's code and everybody's "not available". */
const ambiguous: Readonly<Record<string, readonly string[]>> = {
  korea: ['KR', 'KP'],
  korean: ['KR', 'KP'],
  congo: ['CD', 'CG'],
  guinea: ['GN', 'GQ', 'GW', 'PG'],
  na: ['NA'],
  america: ['US'],
  congolese: ['CD', 'CG'],
  dominican: ['DO', 'DM'],
  guinean: ['GN', 'GQ', 'GW'],
  soviet: ['RU', 'UA', 'BY', 'KZ'],
  ussr: ['RU', 'UA', 'BY', 'KZ'],
  'soviet union': ['RU', 'UA', 'BY', 'KZ'],
  yugoslavia: ['RS', 'HR', 'BA', 'SI', 'ME', 'MK'],
  yugoslav: ['RS', 'HR', 'BA', 'SI', 'ME', 'MK'],
  czechoslovakia: ['CZ', 'SK'],
  'serbia and montenegro': ['RS', 'ME'],
  'saint martin': ['MF', 'SX'],
  'virgin islands': ['VG', 'VI'],
  samoa: ['WS', 'AS'],
};

interface CountryIndex {
  readonly byName: ReadonlyMap<string, string>;
  readonly byCode: ReadonlyMap<string, string>;
  /** By alpha-2 code. */
  readonly english: ReadonlyMap<string, string>;
}

let made: CountryIndex | null = null;

/** Made when it is first asked for: most threads that load this file never read a country. */
function index(): CountryIndex {
  made ??= makeIndex();
  return made;
}

function makeIndex(): CountryIndex {
  const byName = new Map<string, string>();
  const byCode = new Map<string, string>();
  const english = new Map<string, string>();
  const learn = (name: string, alpha2: string) => {
    const key = plainText(name);
    if (!byName.has(key)) byName.set(key, alpha2);
  };
  for (const [alpha2, alpha3, numeric] of codes as [string, string, string][]) {
    byCode.set(alpha2, alpha2);
    byCode.set(alpha3, alpha2);
    byCode.set(numeric, alpha2);
  }
  for (const language of [en, de, fr, es, it, pt, nl, pl, sv, da, cs, tr, ru, zh, ja, ko, ar]) {
    for (const [alpha2, names] of Object.entries(language.countries as Record<string, string | string[]>)) {
      const list = typeof names === 'string' ? [names] : names;
      if (language === en) english.set(alpha2, list[0] ?? alpha2);
      for (const name of list) learn(name, alpha2);
    }
  }
  for (const [alpha2, names] of Object.entries(more)) for (const name of names) byName.set(plainText(name), alpha2);
  for (const [alpha2, names] of Object.entries(demonyms)) for (const name of names.split('|')) learn(name, alpha2);
  return { byName, byCode, english };
}

export type CountryReading =
  | { readonly is: 'country'; readonly code: string; readonly exact: boolean }
  | { readonly is: 'ask'; readonly codes: readonly string[] }
  | { readonly is: 'notACountry' };

/** English name of a country by its ISO 3166-1 alpha-2 code. */
export function countryName(code: string): string {
  return index().english.get(code) ?? code;
}

/** Every country, by code, for lists of choices. */
export function allCountries(): ReadonlyArray<readonly [code: string, name: string]> {
  return [...index().english];
}

/**
 * Reads a country from a code (ISO alpha-2, alpha-3, numeric) or a name in seventeen languages, former and short names included. Where the name fits
 * several it asks. Of `Frankfurt, Germany` and `Germany (DE)` it takes the part that names a country.
 */
export function readCountry(text: string): CountryReading {
  const whole = lookUp(text);
  if (whole.is !== 'notACountry') return whole;
  if (text.length > 200) return whole;
  const parts = text
    .split(/[,;/|()[\]]|\s[-–]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return whole;
  const found = new Set<string>();
  for (const part of parts) {
    const reading = lookUp(part);
    if (reading.is === 'ask') return reading;
    if (reading.is === 'country') found.add(reading.code);
  }
  const [code] = found;
  if (code === undefined) return whole;
  return found.size === 1 ? { is: 'country', code, exact: false } : { is: 'ask', codes: [...found] };
}

function lookUp(text: string): CountryReading {
  const key = plainText(text);
  if (key === '') return { is: 'notACountry' };
  if (Object.hasOwn(ambiguous, key)) return { is: 'ask', codes: ambiguous[key] ?? [] };
  const { byCode, byName } = index();
  const trimmed = text.trim();
  const code = /^(?:[A-Za-z]{2,3}|\d{3})$/.test(trimmed)
    ? (byCode.get(trimmed.toUpperCase()) ?? (trimmed.toUpperCase() === 'XK' ? 'XK' : undefined))
    : undefined;
  // Two lower-case letters are rather a word ("in", "no") than a country.
  if (code !== undefined && (trimmed.length !== 2 || trimmed === trimmed.toUpperCase())) return { is: 'country', code, exact: true };
  const named = byName.get(key) ?? byName.get(key.replace(/^(?:the|die|der|les?|la|los|las|il) /, ''));
  return named === undefined ? { is: 'notACountry' } : { is: 'country', code: named, exact: true };
}

/** Countries whose English name looks most like a text, best first. */
export function suggestCountries(text: string): readonly string[] {
  const reading = readCountry(text);
  if (reading.is === 'country') return [reading.code];
  if (reading.is === 'ask') return reading.codes;
  const key = plainText(text);
  return [...index().english]
    .map(([code, name]) => ({ code, score: likeness(key, plainText(name)) }))
    .filter((one) => one.score > 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map((one) => one.code);
}
