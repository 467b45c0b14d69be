import type { DateOrder } from '../../../../src-shared/contract/imports.ts';
import { readCountry } from './country.ts';
import { readDate } from './date.ts';
import { plainText } from './normal.ts';
import { isEmptyMark, isUnknownWord } from './words.ts';

/** One thing a text says about where somebody belongs. `country` null where it names a standing and no country. */
export interface TieStatement {
  readonly kind: 'citizen' | 'resident' | 'protected' | 'visa' | 'notResident' | 'usPerson' | 'none';
  readonly country: string | null;
  /** Day, month or year it began, as `2010-05-03`, `2010-05` or `2010`; null when not said. */
  readonly since: string | null;
}

export interface TieReading {
  readonly statements: readonly TieStatement[];
  /** Said to be unknown, which is not silence. */
  readonly unknown: boolean;
  /** Parts nothing could be made of; the text is then not the whole answer. */
  readonly unreadable: readonly string[];
  /** Dates that can be read two ways. */
  readonly twoWays: readonly string[];
}

/** A statement as one text, and back. */
export const tieToken = ({ kind, country, since }: TieStatement): string => `${kind}:${country ?? ''}:${since ?? ''}`;

export function tieFromToken(token: string): TieStatement {
  const [kind = '', country = '', since = ''] = token.split(':');
  return { kind: kind as TieStatement['kind'], country: country === '' ? null : country, since: since === '' ? null : since };
}

export type TieContext = 'citizen' | 'resident' | 'usStatus';

const residentWords =
  /\b(?:(?:lawful |legal )?permanent(?:ly)? resid(?:ent|ence|ency)(?: alien| card)?|lpr|green ?card(?: holder)?|immigrant|pr holder|settled status|indefinite leave to remain|ilr|daueraufenthalt\w*|niederlassungserlaubnis|unbefristeter? aufenthalt\w*|resident permanent|residente permanente|residencia permanente|titre de sejour permanent)\b/;
const protectedWords =
  /\b(?:asylee|granted asylum|asylum granted|refugee|protected individual|asylberechtigte?r?|(?:anerkannter )?fluchtling|refugie|refugiado|asilado|temporary resident 1255a)\b/;
/** Waiting for an answer, or protection of another kind: 8 USC 1324b(a)(3) names those admitted as refugees or granted asylum. */
const notProtectedWords =
  /\b(?:asylum (?:seeker|applicant|pending|claim\w*)|applicant|pending|applied|daca|tps|temporary protected status|parolee|parole|asylbewerber\w*)\b/;
const notResidentWords = /\b(?:non ?resident(?: alien)?|nra|non ?immigrant(?: alien)?|resident alien for tax)\b/;
const visaWords =
  /\b(?:h ?1 ?b1?|h ?4|l ?1 ?[ab]?|l ?2|f ?1|f ?2|j ?1|j ?2|o ?1|e ?3|e ?2|b ?1|b ?2|m ?1|p ?1|r ?1|tn|opt|stem opt|cpt|ead|visa(?: holder)?|work permit|work visa|student visa|blue card|aufenthaltstitel|permis de travail|temporary (?:visa|worker|resident))\b/;
const notUsWords =
  /\b(?:(?:non|not)(?: an?)? ?u ?s ?(?:person|citizen|national)?|(?:not|non) (?:an? )?(?:united states|american) (?:person|citizen)|foreign(?: person| national)?|alien|none|no status)\b/;
const usPersonWords = /\b(?:u ?s ?person|united states person|itar person|us persons)\b/;
const citizenWords =
  /\b(?:(?:naturali[sz]ed |dual |born |native )?citizen(?:ship)?|nationality|national|naturali[sz]ed|dual|subject|staatsangehorig\w*|staatsburger\w*|burger(?:in)?|citoyen\w*|nationalite|ressortissant\w*|ciudadan\w*|nacional(?:idad)?|cittadin\w*)\b/;

const day = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\/\d{1,2}\/\d{1,2}|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\p{L}{3,9} \d{1,2},? \d{4}|\d{4}-\d{2}|(?:19|20)\d{2}`;
const dated = new RegExp(
  String.raw`[\s,]*[([{]?\s*(?:(?:since|from|as of|acquired|granted|naturali[sz]ed|seit|depuis|desde|dal|le)\s*:?\s*|[:@=]\s*)?(?<![\p{L}\d])(${day})(?:T[\d:.Z+-]*)?(?![\p{L}\d])\s*[)\]}]?`,
  'iu',
);

/**
 * Reads what a cell says of citizenship, residence or US status: `Citizen (United States of America)`, `CN since 1990; US`, `Permanent Resident
 * (Canada)`, `H-1B`, `asylee`. `context` says what a bare country means. Order of dates as `readDate` has it. Nothing is guessed: a part that fits no
 * reading, or a name that fits several countries, is handed back as unreadable.
 */
export function readTies(text: string, context: TieContext, order: DateOrder | null): TieReading {
  const statements: TieStatement[] = [];
  const unreadable: string[] = [];
  const twoWays: string[] = [];
  let unknown = false;
  for (const part of partsOf(text)) {
    if (isUnknownWord(part) || /^(?:not (?:asked|collected|on file)|prefer not to say|declined)$/i.test(part)) {
      unknown = true;
      continue;
    }
    // A second citizenship of “none” says that there is no second one. In capitals `NO` is the code of Norway.
    const isNorway = context === 'citizen' && part === 'NO';
    if (context !== 'usStatus' && !isNorway && /^(?:none|no|nil|keine?|aucune?|ningun[oa]|nessuna)$/i.test(part)) continue;
    const reading = readPart(part, context, order);
    if (reading === null) unreadable.push(part);
    else if ('twoWays' in reading) twoWays.push(reading.twoWays);
    else statements.push(reading);
  }
  return { statements, unknown, unreadable, twoWays };
}

/** What separates ties, weakest last: a country whose name holds a comma or an “and” is found before its parts are. */
const separators = [/[;|\n\r•]/, /,(?!\s*\d{4})/, /\/(?=\s*\p{L})/u, /[&+]/, /\s(?:and|und|et|y|e)\s/i];

function partsOf(text: string, level = 0): readonly string[] {
  const trimmed = text.trim().replace(/^dual(?:[ -](?:citizen(?:ship)?|national(?:ity)?))?\s*[:-]?\s*(?=\p{L})/iu, '');
  if (trimmed === '' || isEmptyMark(trimmed)) return [];
  if (isUnknownWord(trimmed) || namesOneCountry(trimmed)) return [trimmed];
  const separator = separators[level];
  if (separator === undefined) return [trimmed];
  // “Citizen of Bosnia and Herzegovina” is one statement before it is two.
  if (level === separators.length - 1 && readPart(trimmed, 'citizen', null) !== null) return [trimmed];
  return outsideBrackets(trimmed, separator).flatMap((part) => partsOf(part, level + 1));
}

/** Splits where a separator stands, but never inside brackets: `Citizen (Bosnia and Herzegovina)` is one. */
function outsideBrackets(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  const found = [...text.matchAll(new RegExp(separator.source, `${separator.flags}g`))];
  for (const match of found) {
    for (const sign of text.slice(from, match.index)) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth > 0) continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    depth = 0;
  }
  parts.push(text.slice(from));
  return parts;
}

function namesOneCountry(text: string): boolean {
  const bare = text.replace(dated, ' ').trim();
  const reading = readCountry(upper(bare));
  return reading.is === 'country' && reading.exact;
}

/** Short codes are written in either case; `no` stays a word. */
function upper(text: string): string {
  const trimmed = text.trim();
  return /^[a-z]{2,3}$/.test(trimmed) && !/^(?:no|in|is|it|at|be|by|me|my|so|to|us[a-z]|and|the)$/.test(trimmed)
    ? trimmed.toUpperCase()
    : trimmed;
}

function readPart(part: string, context: TieContext, order: DateOrder | null): TieStatement | { readonly twoWays: string } | null {
  const found = dated.exec(part);
  const since = found === null ? null : sinceOf(found[1] ?? '', order);
  if (since === 'twoWays') return { twoWays: found?.[1] ?? part };
  const rest = found === null ? part : `${part.slice(0, found.index)} ${part.slice(found.index + found[0].length)}`.trim();
  const whole = countryIn(rest);
  // In a column of US standing, `F-1` and `TN` are visas before they are anything else.
  if (whole !== null && whole !== 'unclear' && !(context === 'usStatus' && /^TN$/i.test(rest.trim()))) {
    const kind = context === 'resident' ? 'resident' : 'citizen';
    return { kind, country: whole, since };
  }
  const words = plainText(rest).replace(/\bu s a?\b/g, 'us');
  const statement = (kind: TieStatement['kind'], country: string | null): TieStatement => ({ kind, country, since });
  if (notProtectedWords.test(words)) return statement(visaWords.test(words) ? 'visa' : 'none', null);
  if (protectedWords.test(words)) return statement('protected', 'US');
  if (notResidentWords.test(words)) {
    const country = countryBeside(words, notResidentWords);
    return country === 'unclear' ? null : statement('notResident', country);
  }
  if (residentWords.test(words)) {
    const country = countryBeside(words, residentWords);
    if (country === 'unclear') return null;
    return statement('resident', country ?? (/\b(?:lpr|green ?card|lawful)\b/.test(words) || context === 'usStatus' ? 'US' : null));
  }
  if (/\bresident alien\b/.test(words)) return null;
  if (notUsWords.test(words)) {
    const country = countryBeside(words, notUsWords);
    if (country === 'unclear') return null;
    return country === null ? statement('none', null) : statement('notResident', country);
  }
  if (usPersonWords.test(words)) return statement('usPerson', 'US');
  if (/\bstateless|staatenlos|apatride|apatrida\b/.test(words)) return null;
  if (citizenWords.test(words)) {
    const country = countryBeside(words, citizenWords);
    if (country === 'unclear') return null;
    return country === null && context !== 'usStatus' ? null : statement('citizen', country ?? 'US');
  }
  if (visaWords.test(words)) return statement('visa', null);
  if (context === 'usStatus' && /^(?:usc|us ?c)$/.test(words)) return statement('citizen', 'US');
  return null;
}

function countryIn(text: string): string | 'unclear' | null {
  const bare = text
    .trim()
    .replace(/^[([{]+|[)\]}]+$/g, '')
    .replace(/^[-–:,\s]+|[-–:,\s]+$/g, '');
  if (bare === '') return null;
  // Everybody's “not available” is also a country; with a heading that asks for countries it is the country.
  if (bare === 'NA') return 'NA';
  const reading = readCountry(upper(bare));
  if (reading.is === 'country' && (reading.exact || !/[([]/.test(bare))) return reading.code;
  return reading.is === 'ask' ? 'unclear' : null;
}

/** The country named around the words of a standing: `permanent resident of canada`, `us citizen`. */
function countryBeside(words: string, standing: RegExp): string | 'unclear' | null {
  const fill = `(?:of|the|a|an|de|del|der|des|von|by|in|holder|status|country|with|card)`;
  const rest = words
    .replace(new RegExp(standing.source, 'g'), ' ')
    .replace(new RegExp(String.raw`^(?:\s*${fill}\b)+|(?:\b${fill}\s*)+$`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (rest === '') return null;
  const country = countryIn(/^[a-z]{2,3}$/.test(rest) ? rest.toUpperCase() : rest);
  return country ?? 'unclear';
}

/** A day as the model keeps it; a month or a year stays as short as it was said. */
export function sinceOf(text: string, order: DateOrder | null): string | 'twoWays' | null {
  const trimmed = text.trim();
  if (/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(trimmed)) return trimmed;
  if (/^0{1,4}[-/.]0{1,2}[-/.]0{1,4}$/.test(trimmed)) return null;
  const reading = readDate(trimmed, order);
  if (reading.is === 'twoWays') return 'twoWays';
  return reading.is === 'date' ? reading.iso.slice(0, 10) : null;
}
