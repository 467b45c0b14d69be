import { countryOf } from '../values/places.ts';

/** Spellings of the Treasury that the common reading takes for something else or leaves open. */
const own: Readonly<Record<string, string>> = {
  guinea: 'GN',
  samoa: 'WS',
  palestinian: 'PS',
  'west bank': 'PS',
  gaza: 'PS',
  'man, isle of': 'IM',
  'north macedonia, the republic of': 'MK',
  'netherlands antilles': 'CW',
  'cote d ivoire': 'CI',
  'bahamas, the': 'BS',
  'the gambia': 'GM',
  'congo, republic of the': 'CG',
  'congo, democratic republic of the': 'CD',
  'virgin islands, british': 'VG',
  'virgin islands, u.s.': 'VI',
  'micronesia, federated states of': 'FM',
};

const noCountry = /^(?:region:|undetermined|unknown|none|stateless|-0-|multiple|various)/i;

/** What a country text of the Treasury means: a code, or deliberately none (`Region: Crimea`, `undetermined`), or something we do not know. */
export interface OfacCountry {
  readonly code: string | null;
  readonly known: boolean;
}

export function ofacCountry(text: string): OfacCountry {
  const plain = text
    .trim()
    .replace(/^possibly /i, '')
    .replace(/\.$/, '');
  if (plain === '') return { code: null, known: true };
  const named = own[plain.replace(/^Region: /, '').toLowerCase()];
  if (named !== undefined) return { code: named, known: true };
  if (noCountry.test(plain)) return { code: null, known: true };
  const code = countryOf(plain) ?? countryOf(plain.replace(/^St\.? /, 'Saint ').replace(' & ', ' and '));
  return { code, known: code !== null };
}
