import type { ListedParty } from '../../../src-shared/model/listed-party.ts';
import { keyOf } from './index/hash-lists.ts';
import { salts } from './index/keys.ts';
import { cleanName } from './names/clean.ts';
import { foldLatin } from './names/latin.ts';

/** An address as far as it tells one set of rooms from another. */
export interface ReadAddress {
  /** House numbers, spans as written: `610`, `301-307`. */
  readonly numbers: readonly string[];
  /** Words of the building and the street, generic ones left out; two neighbours also as one (`fayuen` for Fa Yuen). */
  readonly words: ReadonlySet<string>;
  /** Letters of all words once, what the share that meets is a share of. */
  readonly letters: number;
  readonly unit: string;
  readonly floor: string;
}

const bareName = /^(?:high[- ]diversion(?:[- ]risk)?\s+)?address\s*(?:no\.?\s*)?\d*$/iu;

/**
 * Whether an entry names no party but an address, which catches whoever uses it. Source: 15 CFR 744.16; such entries stand in Supplement No. 4 to
 * Part 744 as "Address 01" and so on.
 */
export const isBareAddress = ({ names, addresses }: Pick<ListedParty, 'names' | 'addresses'>): boolean =>
  addresses.length > 0 && names.length > 0 && names.every(({ text }) => bareName.test(text.trim()));

const unitWords = '(?:flat\\s*/?\\s*rm|room|rooms|rm|flat|unit|office|suite|ste|apartment|apt|shop|ic kapi|kapi|daire|kv|ofis)';
const unitOf = new RegExp(`\\b${unitWords}\\.?\\s*(?:no\\b\\.?:?\\s*)?(\\d+[a-z]?(?:\\s*-\\s*\\d+[a-z]?)?|[a-z]\\d*)\\b`, 'u');
const floorOf = /\b(?:(\d{1,3})(?:st|nd|rd|th)?\s*\/?\s*(?:f|fl|flr|floor)|(?:floor|level|kat|etazh)\s*(?:no\.?:?\s*)?(\d{1,3}))\b/u;
const houseNumber = /\b\d{1,4}[a-z]?(?:\s*-\s*\d{1,4}[a-z]?)?\b/gu;
const dashes = /\s*-\s*/u;

const generic = new Set(
  (
    'street st str road rd avenue ave lane ln drive dr boulevard blvd square sq highway way court ct place pl strand main alley ulitsa ul prospekt pr ' +
    'sokak sk cadde caddesi cad mahalle mahallesi mah bulvari no number kapi ic building bldg tower twr centre center ctr plaza house hse block blk commercial ' +
    'industrial estate mansion court phase floor room unit flat office suite the of and north south east west new territories nt city district province region ' +
    'hong kong hk kowloon china prc russia turkey turkiye uae dubai united arab emirates'
  ).split(' '),
);

/** Reads an address written in Latin letters. */
export function readAddress(text: string): ReadAddress {
  let rest = foldedLine(text);
  const unit = unitOf.exec(rest);
  if (unit !== null) rest = rest.replace(unit[0], ' ');
  const floor = floorOf.exec(rest);
  if (floor !== null) rest = rest.replace(floor[0], ' ');
  const numbers = [...new Set((rest.match(houseNumber) ?? []).map((number) => number.replace(dashes, '-')))];
  const all = rest.split(/[^a-z]+/u).filter((word) => word.length > 1 && !generic.has(word));
  const joined = all.slice(1).map((word, at) => (all[at] ?? '') + word);
  return {
    numbers,
    words: new Set([...all, ...joined]),
    letters: [...new Set(all)].reduce((sum, word) => sum + word.length, 0),
    unit: (unit?.[1] ?? '').replace(/\s+/gu, '').replace(/^0+(?=\d)/u, ''),
    floor: floor?.[1] ?? floor?.[2] ?? '',
  };
}

const foldedLine = (text: string): string =>
  cleanName(text)
    .split(/(\s+|[^\p{L}\p{N}\p{M}]+)/u)
    .map((piece) => (/[\p{L}\p{N}]/u.test(piece) ? foldLatin(piece) : piece))
    .join('');

/** A span of house numbers wider than this is looked up by its ends alone. */
const WIDEST = 60;

/** House numbers an address answers to: each of a span. */
function houseNumbers({ numbers }: ReadAddress): readonly string[] {
  const all = new Set<string>();
  for (const number of numbers) {
    const [from, until] = number.split('-').map((end) => Number.parseInt(end, 10));
    all.add(String(from));
    if (until === undefined || from === undefined) continue;
    all.add(String(until));
    if (until > from && until - from <= WIDEST) for (let one = from; one < until; one += 1) all.add(String(one));
  }
  return [...all];
}

/** Keys a bare address is found by: its house numbers. */
export const addressKeys = (address: ReadAddress): readonly number[] => houseNumbers(address).map((number) => keyOf(number, salts.address));

export type AddressMatch = 'premises' | 'building' | 'otherUnit';

/** Share of the shorter address's letters that must stand in the other one. */
const ENOUGH = 0.6;

/**
 * How two addresses stand to each other: the same rooms; the same house where one of them names no room; another room of the same house. Null
 * where house number or street differ.
 */
export function compareAddresses(ours: ReadAddress, theirs: ReadAddress): AddressMatch | null {
  const known = new Set(houseNumbers(theirs));
  if (!houseNumbers(ours).some((number) => known.has(number))) return null;
  const least = Math.min(ours.letters, theirs.letters);
  if (least < 4 || metLetters(ours, theirs) < least * ENOUGH) return null;
  if (theirs.unit === '' && theirs.floor === '') return 'premises';
  if (ours.unit === '' && ours.floor === '') return 'building';
  if (ours.unit !== '' && theirs.unit !== '') {
    const isSame = ours.unit === theirs.unit || spanHolds(ours.unit, theirs.unit) || spanHolds(theirs.unit, ours.unit);
    const otherFloor = ours.floor !== '' && theirs.floor !== '' && ours.floor !== theirs.floor;
    return isSame && !otherFloor ? 'premises' : 'otherUnit';
  }
  if (ours.floor !== '' && theirs.floor !== '' && ours.floor !== theirs.floor) return 'otherUnit';
  return theirs.unit === '' && ours.floor === theirs.floor ? 'premises' : 'building';
}

/** Letters of the words both have; two words of one and the same word written together on the other side count once. */
function metLetters(ours: ReadAddress, theirs: ReadAddress): number {
  let met = 0;
  const counted = new Set<string>();
  for (const word of [...ours.words].filter((one) => theirs.words.has(one)).sort((a, b) => b.length - a.length)) {
    if ([...counted].some((longer) => longer.includes(word))) continue;
    counted.add(word);
    met += word.length;
  }
  return met;
}

/** Whether a span of rooms (`1318-19`, `1318-20`) holds a room. */
function spanHolds(span: string, room: string): boolean {
  const [first, last] = span.split('-');
  if (first === undefined || last === undefined || !/^\d+$/u.test(room) || !/^\d+$/u.test(first) || !/^\d+$/u.test(last)) return false;
  const until = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return Number(room) >= Number(first) && Number(room) <= Number(until);
}
