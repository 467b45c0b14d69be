import { readCountry } from '../../../importers/map/country.ts';
import { plainText } from '../../../importers/map/normal.ts';

/** What a list says in place of a country. */
export interface CountryText {
  /** ISO 3166-1 alpha-2; `null` when the text names none. */
  readonly code: string | null;
  /** The text names something that is deliberately no country: a region under embargo, a vessel without flag, "undetermined". */
  readonly known: boolean;
}

/** Spellings of the agencies that general tables lack or take for something else. Keys as `plainText` writes them. */
const own: Readonly<Record<string, string>> = {
  burma: 'MM',
  'korea north': 'KP',
  'korea south': 'KR',
  'congo democratic republic of the': 'CD',
  'congo democratic republic of': 'CD',
  'congo republic of the': 'CG',
  'congo republic of': 'CG',
  'bahamas the': 'BS',
  'gambia the': 'GM',
  'west bank': 'PS',
  gaza: 'PS',
  palestinian: 'PS',
  'palestinian authority': 'PS',
  'occupied palestinian territories': 'PS',
  'virgin islands british': 'VG',
  'british virgin islands': 'VG',
  'virgin islands us': 'VI',
  'ivory coast': 'CI',
  'cote d ivoire': 'CI',
  macau: 'MO',
  macao: 'MO',
  'hong kong': 'HK',
  'marshall islands': 'MH',
  'cape verde': 'CV',
  kosovo: 'XK',
  'sint maarten': 'SX',
  curacao: 'CW',
  'netherlands antilles': 'CW',
  guinea: 'GN',
  'sao tome and principe': 'ST',
  'the netherlands': 'NL',
  'turks and caicos islands': 'TC',
  'st kitts and nevis': 'KN',
  'saint kitts and nevis': 'KN',
  'st vincent and the grenadines': 'VC',
  'st lucia': 'LC',
  'saint vincent': 'VC',
  turkiye: 'TR',
  uae: 'AE',
  'democratic people s republic of korea': 'KP',
  dprk: 'KP',
  'republic of china taiwan': 'TW',
  'federated states of micronesia': 'FM',
  'the gambia': 'GM',
  'islamic republic of iran': 'IR',
  samoa: 'WS',
};

const noCountry = /^(?:region|undetermined|unknown|stateless|none|not applicable|various|international|na|n a)\b/;

const kept = new Map<string, CountryText>();

/** Reads a country as lists print it: names in the agencies' spellings, ISO codes, former names. `Region: Crimea` is known and no country. */
export function countryText(text: string): CountryText {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const answer = look(text);
  // Lists use some three hundred spellings; a hostile file could bring millions.
  if (kept.size < 5000) kept.set(text, answer);
  return answer;
}

function look(text: string): CountryText {
  const plain = plainText(text);
  if (plain === '') return { code: null, known: true };
  if (Object.hasOwn(own, plain)) return { code: own[plain] ?? null, known: true };
  if (noCountry.test(plain)) return { code: null, known: true };
  const reading = readCountry(text);
  return reading.is === 'country' ? { code: reading.code, known: true } : { code: null, known: false };
}

/** ISO code of a country text, `null` when there is none. */
export const countryCode = (text: string): string | null => countryText(text).code;
