import { readCountry } from '../../../importers/map/country.ts';

/** Spellings of the official lists that no list of country names has. Regions are given to the country their list entry stands under. */
const listSpellings: Readonly<Record<string, string>> = {
  'burma/myanmar': 'MM',
  'burma (myanmar)': 'MM',
  'congo (democratic republic)': 'CD',
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  'congo (democratic republic of the)': 'CD',
  'congo (republic)': 'CG',
  'crimea region of ukraine': 'UA',
  'crimea (occupied)': 'UA',
  "democratic people's republic of korea": 'KP',
  'north korea (dprk)': 'KP',
  'north korean': 'KP',
  'korea (democratic peoples republic of)': 'KP',
  'republic of korea': 'KR',
  'federal republic of germany': 'DE',
  'west germany': 'DE',
  'iran (islamic republic of)': 'IR',
  'occupied palestinian territories': 'PS',
  'palestinian territory, occupied': 'PS',
  'gaza strip': 'PS',
  'west bank': 'PS',
  'bolivia (plurinational state of)': 'BO',
  'venezuela (bolivarian republic of)': 'VE',
  'tanzania (united republic of)': 'TZ',
  'kosovo (under uncsr 1244)': 'XK',
  kosovo: 'XK',
  'republic of moldova': 'MD',
  'state of palestine': 'PS',
  'the former yugoslav republic of macedonia': 'MK',
  'turkey (turkiye)': 'TR',
  turkiye: 'TR',
  'virgin islands, british': 'VG',
  'british virgin islands': 'VG',
  'virgin islands (british)': 'VG',
  'virgin islands, u.s.': 'VI',
  'peoples republic of china': 'CN',
  "people's republic of china": 'CN',
  "people's republic of china (prc)": 'CN',
  prc: 'CN',
  'hong kong (sar)': 'HK',
  'hong kong special administrative region': 'HK',
  'uae/dubai': 'AE',
  'u.k.': 'GB',
  'kazakh ssr': 'KZ',
  'kazakh soviet socialist republic': 'KZ',
  'ukrainian ssr': 'UA',
  'ukrainian ussr': 'UA',
  'ukranian ssr': 'UA',
  rsfsr: 'RU',
  'libyan arab jamahiriya': 'LY',
  'sultanate of oman': 'OM',
  'union of the comoros': 'KM',
  afgan: 'AF',
  qatarian: 'QA',
  crimea: 'UA',
  // States that are no more, of several of today's.
  'soviet union': '',
  'former soviet union': '',
  ussr: '',
  'former yugoslavia': '',
  yugoslavia: '',
  unknown: '',
};

const found = new Map<string, string | null>();

/**
 * ISO 3166-1 alpha-2 code (`XK` for Kosovo) of a country as an official list writes it: a code of two or three letters, a name, a
 * nationality. `null` for what names no one country: `00`, `Unknown`, the Soviet Union, `Middle East Region`.
 */
export function countryOf(text: string): string | null {
  const known = found.get(text);
  if (known !== undefined) return known;
  const code = lookUp(text);
  // A file repeats some hundred spellings; a hostile one must not fill the memory with its own.
  if (found.size < 20_000) found.set(text, code);
  return code;
}

function lookUp(text: string): string | null {
  const trimmed = text
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s.;,:-]+|[\s.;,:]+$/g, '');
  if (trimmed === '' || trimmed === '00' || trimmed.length > 120) return null;
  // Namibia; the common reader asks, since people write NA for "not available". Official code columns do not.
  if (trimmed === 'NA') return 'NA';
  const listed = listSpellings[trimmed.toLowerCase()];
  if (listed !== undefined) return listed === '' ? null : listed;
  const reading = readCountry(trimmed);
  if (reading.is === 'country') return reading.code;
  // `In Freedonia as at June 2013`, `Possibly Ethiopian`, `Freedonia since 2009`: what is said about the country is not part of its name.
  const plain = trimmed.replace(/^(?:possibly|believed to be|in)\s+/i, '').replace(/\s+(?:as (?:of|at)|since|until)\b.*$/i, '');
  if (plain !== trimmed && plain !== '') return lookUp(plain);
  // `USSR Currently: Armenia`, `now Republic of Moldova`.
  const today = /\b(?:currently|now|today)[\s:]+(.+)$/i.exec(trimmed)?.[1];
  if (today !== undefined) return lookUp(today);
  const bare = trimmed.replace(/\s*\([^)]*\)\s*$/, '').replace(/\s+(?:national|nationality|citizen(?:ship)?|individual|entity)$/i, '');
  if (bare !== trimmed && bare !== '') return lookUp(bare);
  return null;
}

/** Country at the end of an address: `…, Kabul, Afghanistan.`, `…, Dubai, U.A.E.`, `… Moscow 117587 Russia`. */
export function countryAtEnd(address: string): string | null {
  const text = address.replace(/\([^()]*\)\s*\.?\s*$/, '').replace(/[\s.;,]+$/, (end) => (/[A-Z]\.?$/.test(end) ? end : ''));
  const parts = text.split(',');
  // A postal code or a post box may follow the country: `Moscow, Russia, 124460`.
  while (parts.length > 1 && /^(?:P\.? ?O\.? Box )?[A-Z]{0,2}[\s\d-]*$/i.test((parts.at(-1) ?? '').trim())) parts.pop();
  const last = (parts.at(-1) ?? '').trim();
  const whole = wholeCountry(last);
  if (whole !== null) return whole;
  // `Khabarovski krai 680509, Russia` and `Beijing, China 100102`: the postal code may stand on either side.
  const bare = last.replace(/\b[A-Z]{0,3}\d[\d-]*\b/g, ' ').trim();
  if (bare !== '' && bare !== last) {
    const named = wholeCountry(bare);
    if (named !== null) return named;
  }
  const words = bare.split(/\s+/);
  for (const count of [3, 2, 1]) {
    if (words.length <= count) continue;
    const named = wholeCountry(words.slice(-count).join(' '));
    if (named !== null) return named;
  }
  return null;
}

/** A bare word of two or three letters at the end of an address is rather a state or an abbreviation than a country code. */
const wholeCountry = (text: string): string | null =>
  /^[A-Za-z]{2,3}$/.test(text) && !/^(?:UAE|USA|PRC|UK)$/.test(text) ? null : countryOf(text);
