import type { PairReason, TokenRole } from '../../../../src-shared/model/screening.ts';
import { ALSO_READ } from '../index/data.ts';
import { eachUnder, keyOf, mixed } from '../index/hash-lists.ts';
import { acronymOf, isStanding, salts, writtenOf } from '../index/keys.ts';
import { isEastAsianFamily, titleOf } from '../names/families.ts';
import { isOneSlip } from '../names/mend.ts';
import type { ScreeningIndex } from '../open-index.ts';
import { acronymAsked, isShortForm } from './acronyms.ts';
import type { Expansion } from './expand.ts';
import { slipsBetween } from './letters.ts';
import { likenessOf } from './likeness.ts';
import type { QueryReading, QueryToken } from './prepare.ts';
import { isTelling, ruleOf, weightOf, worthOf } from './rules.ts';
import { isSameBySyllable } from './syllables.ts';
import { roleOf } from './weights.ts';

/** A word or two of ours beside a word or two of theirs; places are in the readings. */
export interface AlignedPair {
  readonly query: number;
  readonly queryCount: number;
  readonly listed: number;
  readonly listedCount: number;
  readonly similarity: number;
  readonly reason: PairReason;
  readonly weight: number;
}

export interface Leftover {
  readonly place: number;
  readonly role: TokenRole;
  /** Weight it takes away, 0 or more. */
  readonly cost: number;
}

export interface NameScore {
  /** 0 to 1. */
  readonly score: number;
  readonly pairs: readonly AlignedPair[];
  readonly leftQuery: readonly Leftover[];
  readonly leftListed: readonly Leftover[];
}

interface ListedToken {
  readonly word: number;
  readonly role: TokenRole;
  readonly bits: number;
  readonly weight: number;
  readonly token: number;
}

const MOST_TOKENS = 20;
/** From here on a word is its partner by itself, and no part of a longer one. */
const WHOLE_WORD = 0.9;
/** Words written together must be the same but for a sound: two joins and a slip are a guess. */
const JOINED_LEAST = 0.93;

/** Scores one reading of a query's name against one reading of a listed name. Null where no word pairs. */
export function scoreReading(index: ScreeningIndex, query: QueryReading, reading: number): NameScore | null {
  const listed = listedTokens(index, query, reading);
  const offers = offersOf(index, query, listed);
  if (offers.length === 0) return initialsScore(index, query, reading, listed);
  const pairs = chosen(offers, query.tokens.length, listed.length);
  const met = query.kind === 'org' ? withShortForms(index, query, listed, pairs) : pairs;
  const score = judged(index, query, listed, withLastGuess(index, query, listed, met));
  return score.score < INITIALS_LEAST ? (initialsScore(index, query, reading, listed) ?? score) : score;
}

/** What the initials of a whole name are worth, by their number: few letters are the initials of many. */
const INITIALS: readonly number[] = [0, 0, 0, 0, 0.78, 0.82, 0.85];
const INITIALS_LEAST = 0.78;

/** One name is the initials of the other, and nothing else but its dress. */
function initialsScore(index: ScreeningIndex, query: QueryReading, reading: number, listed: readonly ListedToken[]): NameScore | null {
  if (query.kind !== 'org') return null;
  const { data } = index;
  const asked = acronymAsked(query);
  const longer = asked ?? acronymOf(query.reading);
  if (longer === null) return null;
  if (asked === null) {
    const telling = listed.filter(({ role }) => role !== 'legalForm' && role !== 'particle');
    if (telling.length !== 1 || index.word((telling[0] as ListedToken).word).norm !== longer) return null;
  } else {
    let isListed = false;
    eachUnder(data.byAcronym, keyOf(asked, salts.acronym), (one) => {
      if (one === reading) isListed = true;
    });
    if (!isListed) return null;
  }
  const similarity = INITIALS[longer.length] ?? 0;
  const pair = { queryCount: query.tokens.length, listedCount: listed.length, similarity, reason: 'acronym' as const, weight: 1 };
  return { score: similarity, pairs: [{ query: 0, listed: 0, ...pair }], leftQuery: [], leftListed: [] };
}

function listedTokens({ data }: ScreeningIndex, { kind }: QueryReading, reading: number): ListedToken[] {
  const start = data.readingTokens[reading] as number;
  const end = Math.min(data.readingTokens[reading + 1] as number, start + MOST_TOKENS);
  const tokens: ListedToken[] = [];
  for (let token = start; token < end; token += 1) {
    const word = data.tokenWord[token] as number;
    const role = roleOf((data.tokenRole[token] as number) & ~ALSO_READ);
    const bits = data.wordBits[word] as number;
    tokens.push({ word, role, bits, weight: weightOf(kind, role, bits), token });
  }
  return tokens;
}

interface Offer {
  readonly query: number;
  readonly queryCount: number;
  readonly listed: number;
  readonly listedCount: number;
  readonly similarity: number;
  readonly reason: PairReason;
  readonly weight: number;
  readonly value: number;
}

function offersOf(index: ScreeningIndex, query: QueryReading, listed: readonly ListedToken[]): Offer[] {
  const offers: Offer[] = [];
  const offer = (q: number, queryCount: number, l: number, listedCount: number, similarity: number, reason: PairReason, weight: number) =>
    offers.push({ query: q, queryCount, listed: l, listedCount, similarity, reason, weight, value: worthOf(similarity) * weight });
  const isPerson = query.kind === 'person';
  const isEastAsian = isPerson && query.tokens.some(({ token }) => isEastAsianFamily(token.family));
  for (let q = 0; q < query.tokens.length; q += 1) {
    const ours = query.tokens[q] as QueryToken;
    const next = query.tokens[q + 1];
    for (let l = 0; l < listed.length; l += 1) {
      const theirs = listed[l] as ListedToken;
      if (isFormBesideTrade(ours.role, theirs.role)) continue;
      const near = matchOf(index, ours.expansion, theirs);
      const match = near !== undefined && isEastAsian && !isSyllabic(index, ours, theirs, near) ? undefined : near;
      const alone = match?.similarity ?? 0;
      if (match !== undefined) {
        const said = asWritten(index, ours, theirs, match);
        offer(q, 1, l, 1, said.similarity, said.reason, pairWeight(ours, theirs));
      }
      const run = ours.expansion.parts.has(theirs.word) ? partsFrom(query, q, theirs) : null;
      if (run !== null && run.count > 1) {
        offer(q, run.count, l, 1, run.similarity, run.similarity < 1 ? 'slip' : 'equal', Math.max(theirs.weight, ours.weight));
        continue;
      }
      if (match === undefined && isPerson && isInitialOf(index, ours, theirs)) offer(q, 1, l, 1, 0.8, 'initial', 0.15);
      if (alone >= WHOLE_WORD) continue;
      if (ours.glued !== null && next !== undefined) {
        const glued = matchOf(index, ours.glued, theirs);
        const second = matchOf(index, next.expansion, theirs)?.similarity ?? 0;
        if (glued !== undefined && glued.similarity >= JOINED_LEAST && second < WHOLE_WORD)
          offer(q, 2, l, 1, glued.similarity * 0.98, 'joined', (ours.weight + next.weight + theirs.weight) / 2);
      }
      const other = listed[l + 1];
      if (other === undefined) continue;
      const split = splitOf(index, ours, theirs, other);
      if (split > 0 && (matchOf(index, ours.expansion, other)?.similarity ?? 0) < WHOLE_WORD)
        offer(q, 1, l, 2, split, 'split', (ours.weight + theirs.weight + other.weight) / 2);
    }
  }
  return offers;
}

/** In a Chinese or Korean name two words that merely sound alike are two names, unless their syllables agree. */
function isSyllabic(
  index: ScreeningIndex,
  { token }: QueryToken,
  { word }: ListedToken,
  { similarity, reason }: { readonly similarity: number; readonly reason: PairReason },
): boolean {
  if (!guessed.has(reason)) return true;
  const other = index.word(word).norm;
  if (reason === 'slip' && similarity >= CLEAR_SLIP && Math.min(token.norm.length, other.length) >= LONG_NAME) return true;
  return [token.norm, ...token.others].some((norm) => isSameBySyllable(norm, other));
}

const guessed = new Set<PairReason>(['sound', 'slip', 'skeleton']);
const CLEAR_SLIP = 0.85;
const LONG_NAME = 6;

/** Standing words are compared by what they stand for; how each side writes it is told, and costs a trifle. */
function asWritten(
  index: ScreeningIndex,
  ours: QueryToken,
  theirs: ListedToken,
  match: { readonly similarity: number; readonly reason: PairReason },
): { readonly similarity: number; readonly reason: PairReason } {
  if (!variedRoles.has(theirs.role) || (match.reason !== 'equal' && match.reason !== 'otherScript')) return match;
  const written = index.data.tokenWritten[theirs.token] as number;
  if (written === ours.written || match.similarity < 0.99) return match;
  const own = ours.token.others[0] ?? writtenOf(ours.token);
  const other = index.word(written).norm;
  if (own === other) return match;
  if (isShortForm(own, other) || isShortForm(other, own)) return { similarity: 0.98, reason: 'abbreviation' };
  if (own.slice(0, 4) === other.slice(0, 4)) return match.reason === 'equal' ? { similarity: 0.99, reason: 'spellingFamily' } : match;
  return { similarity: 0.97, reason: 'translation' };
}

const variedRoles = new Set<TokenRole>(['tradeWord', 'place', 'branch']);

/** How many words of ours from a place on are each a part of one standing word of theirs, one of them perhaps with a slip (`Trading Houe`). */
function partsFrom(query: QueryReading, from: number, theirs: ListedToken): { readonly count: number; readonly similarity: number } {
  let count = 0;
  let met = 0;
  let similarity = 1;
  for (let q = from; q < query.tokens.length; q += 1) {
    const { expansion, role } = query.tokens[q] as QueryToken;
    if (role === 'particle') continue;
    const like = expansion.parts.get(theirs.word);
    if (like === undefined) break;
    met += 1;
    count = q - from + 1;
    similarity = Math.min(similarity, like);
  }
  return { count: met > 1 ? count : 1, similarity };
}

/** `Trading Company` may be a legal form somewhere; a trade is not met by a form, nor a form by a trade. */
const isFormBesideTrade = (ours: TokenRole, theirs: TokenRole): boolean =>
  ours !== theirs && (ours === 'legalForm' || theirs === 'legalForm') && isStanding(ours) && isStanding(theirs);

/** A word that meets part of a legal form is dress as well, whatever it was taken for. */
const pairWeight = (ours: QueryToken, theirs: ListedToken): number =>
  theirs.role === 'legalForm' ? theirs.weight : (ours.weight + theirs.weight) / 2;

function matchOf({ data }: ScreeningIndex, expansion: Expansion, theirs: ListedToken) {
  const match = expansion.byWord.get(theirs.word);
  if (((data.tokenRole[theirs.token] as number) & ALSO_READ) === 0 || match?.similarity === 1) return match;
  let best = match;
  const key = mixed(theirs.token);
  eachUnder(data.also, key, (word) => {
    const other = expansion.byWord.get(word);
    if (other !== undefined && (best === undefined || other.similarity > best.similarity)) best = other;
  });
  return best;
}

function isInitialOf(index: ScreeningIndex, ours: QueryToken, theirs: ListedToken): boolean {
  const word = index.word(theirs.word).norm;
  if (ours.role === 'initial') return word.startsWith(ours.token.norm) && theirs.role !== 'family' && isNamePart(theirs.role);
  return theirs.role === 'initial' && ours.token.norm.startsWith(word) && ours.role !== 'family' && isNamePart(ours.role);
}

const nameParts = new Set<TokenRole>(['given', 'patronymic', 'word', 'family']);
const isNamePart = (role: TokenRole): boolean => nameParts.has(role);

/** Scripts that part no words, so that one of ours may be two of theirs in any of its romanisations. */
export const unspacedScripts: ReadonlySet<string> = new Set(['Hani', 'Kana', 'Hira']);

/** Two of their words written as one of ours, with a slip at most; either word may come first. */
function splitOf(index: ScreeningIndex, ours: QueryToken, theirs: ListedToken, other: ListedToken): number {
  const { norm, others, script } = ours.token;
  if (norm.length < 5 || ours.role === 'number') return 0;
  const { tokenWritten } = index.data;
  const first = index.word(tokenWritten[theirs.token] as number).norm;
  const second = index.word(tokenWritten[other.token] as number).norm;
  const asWritten = splitInto(norm, first, second);
  if (asWritten > 0 || !unspacedScripts.has(script)) return asWritten;
  // Another romanisation of the same characters: Hsiang-lan for 香瀾.
  return others.reduce((best, way) => Math.max(best, splitInto(way, first, second)), 0);
}

function splitInto(norm: string, first: string, second: string): number {
  if (first.length + second.length < 5 || Math.abs(first.length + second.length - norm.length) > 2) return 0;
  const inOrder = norm.charCodeAt(0) === first.charCodeAt(0) ? likeJoined(norm, first + second) : 0;
  const turned = norm.charCodeAt(0) === second.charCodeAt(0) ? likeJoined(norm, second + first) : 0;
  return Math.max(inOrder, turned);
}

/** The same letters but one: their ends must agree before it is worth comparing them. */
function likeJoined(norm: string, joined: string): number {
  if (norm === joined) return 0.98;
  if (norm.length < 8 || norm.slice(0, 3) !== joined.slice(0, 3) || norm.slice(-2) !== joined.slice(-2)) return 0;
  const slips = slipsBetween(norm, joined, 1);
  return slips > 1 ? 0 : (1 - slips / norm.length) * 0.98;
}

/** One to one, the most valuable first; equal ones by their places, so that the outcome never depends on chance. */
function chosen(offers: Offer[], queryCount: number, listedCount: number): Offer[] {
  offers.sort((a, b) => b.value - a.value || a.query - b.query || a.listed - b.listed || a.queryCount - b.queryCount);
  const usedQuery = new Uint8Array(queryCount);
  const usedListed = new Uint8Array(listedCount);
  const pairs: Offer[] = [];
  for (const offer of offers) {
    let free = true;
    for (let at = 0; at < offer.queryCount; at += 1) if (usedQuery[offer.query + at] === 1) free = false;
    for (let at = 0; at < offer.listedCount; at += 1) if (usedListed[offer.listed + at] === 1) free = false;
    if (!free) continue;
    for (let at = 0; at < offer.queryCount; at += 1) usedQuery[offer.query + at] = 1;
    for (let at = 0; at < offer.listedCount; at += 1) usedListed[offer.listed + at] = 1;
    pairs.push(offer);
  }
  return pairs;
}

/** Short forms the tables do not know (`Shpg` for Shipping), and initials of some words in a row (`TMP` for … Machine Plant). */
function withShortForms(
  index: ScreeningIndex,
  query: QueryReading,
  listed: readonly ListedToken[],
  pairs: readonly Offer[],
): readonly Offer[] {
  const freeQuery = unmetOf(query.tokens.length, pairs, 'query', 'queryCount');
  const freeListed = unmetOf(listed.length, pairs, 'listed', 'listedCount');
  if (freeQuery.length === 0 || freeListed.length === 0) return pairs;
  if (
    !freeQuery.some((q) => isUnknown((query.tokens[q] as QueryToken).role)) &&
    !freeListed.some((l) => isUnknown((listed[l] as ListedToken).role))
  )
    return pairs;
  const { tokenWritten } = index.data;
  const ours = query.tokens.map(({ token, role }) => ({ role, texts: [writtenOf(token), token.norm] }));
  const theirs = listed.map(({ token, word, role }) => ({
    role,
    texts: [index.word(tokenWritten[token] as number).norm, index.word(word).norm],
  }));
  const guesses: Offer[] = [];
  const offer = (q: number, queryCount: number, l: number, listedCount: number, similarity: number, reason: PairReason) => {
    let weight = 0;
    for (let at = 0; at < queryCount; at += 1) weight += (query.tokens[q + at] as QueryToken).weight / 2;
    for (let at = 0; at < listedCount; at += 1) weight += (listed[l + at] as ListedToken).weight / 2;
    guesses.push({ query: q, queryCount, listed: l, listedCount, similarity, reason, weight, value: worthOf(similarity) * weight });
  };
  for (const q of freeQuery)
    for (const l of freeListed) {
      const [one, other] = [ours[q] as Written, theirs[l] as Written];
      if (isShortOf(one, other) || isShortOf(other, one)) offer(q, 1, l, 1, SHORT_FORM, 'abbreviation');
      else {
        const slip = Math.max(slipOf(one, other), slipOf(other, one));
        if (slip > 0) offer(q, 1, l, 1, slip, 'slip');
      }
      const listedRun = initialsFrom(one, theirs, l, freeListed);
      if (listedRun > 1) offer(q, 1, l, listedRun, SHORT_FORM, 'acronym');
      const queryRun = initialsFrom(other, ours, q, freeQuery);
      if (queryRun > 1) offer(q, queryRun, l, 1, SHORT_FORM, 'acronym');
    }
  return guesses.length === 0 ? pairs : [...pairs, ...chosen(guesses, query.tokens.length, listed.length)];
}

/** Only such a word is short for another one, or meant for it. */
const isUnknown = (role: TokenRole): boolean => role === 'word' || role === 'tradeWord';

interface Written {
  readonly role: TokenRole;
  /** As it is written, and as the tables know it. */
  readonly texts: readonly string[];
}

const SHORT_FORM = 0.94;

function unmetOf(count: number, pairs: readonly Offer[], place: 'query' | 'listed', length: 'queryCount' | 'listedCount'): number[] {
  const free: number[] = [];
  for (let at = 0; at < count; at += 1) if (!pairs.some((pair) => at >= pair[place] && at < pair[place] + pair[length])) free.push(at);
  return free;
}

/** A short word of no meaning of its own beside a trade or a place it may be short for. */
const isShortOf = (short: Written, long: Written): boolean =>
  (short.role === 'word' ? variedRoles.has(long.role) : short.role === 'tradeWord' && long.role === 'tradeWord') &&
  long.texts.some((text) => isShortForm(short.texts[0] ?? '', text));

/** Likeness of a word of no meaning to the trade or place it was meant for (`Trqding`), 0 for none. */
function slipOf(slipped: Written, meant: Written): number {
  const text = slipped.texts[0] ?? '';
  if (slipped.role !== 'word' || !variedRoles.has(meant.role) || text.length < SHORTEST_SLIPPED) return 0;
  let best = 0;
  for (const other of meant.texts) {
    // The first letter is seldom mistaken.
    if (other.charCodeAt(0) !== text.charCodeAt(0) || Math.abs(other.length - text.length) > 2) continue;
    const longest = Math.max(text.length, other.length);
    const most = (1 - SLIPPED_LEAST) * longest;
    const slips = slipsBetween(text, other, most);
    if (slips <= most) best = Math.max(best, 1 - slips / longest);
  }
  return best;
}

const SHORTEST_SLIPPED = 5;
const SLIPPED_LEAST = 0.72;

/** How many words in a row from a place on have the letters of a short word as their initials; small words between them do not count. */
function initialsFrom(short: Written, words: readonly Written[], from: number, free: readonly number[]): number {
  const letters = short.texts[0] ?? '';
  if (short.role !== 'word' || letters.length < 3 || letters.length > 6) return 0;
  let met = 0;
  for (let at = from; at < words.length; at += 1) {
    const { role, texts } = words[at] as Written;
    if (role === 'particle') continue;
    if (!free.includes(at)) return 0;
    if (role === 'legalForm' || role === 'number' || texts[0]?.charAt(0) !== letters.charAt(met)) return 0;
    met += 1;
    if (met === letters.length) return at - from + 1;
  }
  return 0;
}

/** Words left over are compared letter by letter, when there are few of them and most of the name is met already. */
const MOST_GUESSED = 2;

/**
 * The index finds words within two slips or of one sound. Once the rest of a name agrees, a word that is further off may still be the same
 * (`Igorevich`, `Ihorovych`): the leftovers are compared outright.
 */
function withLastGuess(
  index: ScreeningIndex,
  query: QueryReading,
  listed: readonly ListedToken[],
  pairs: readonly Offer[],
): readonly Offer[] {
  let met = 0;
  let asked = 0;
  const freeQuery: number[] = [];
  const freeListed: number[] = [];
  for (const [place, { role, weight }] of query.tokens.entries()) {
    asked += weight;
    const pair = pairs.find((one) => place >= one.query && place < one.query + one.queryCount);
    if (pair !== undefined) met += weight;
    else if (isGuessed(query.kind, role)) freeQuery.push(place);
  }
  if (freeQuery.length === 0 || freeQuery.length > MOST_GUESSED || met < asked * 0.45) return pairs;
  for (const [place, { role }] of listed.entries())
    if (isGuessed(query.kind, role) && !pairs.some((one) => place >= one.listed && place < one.listed + one.listedCount))
      freeListed.push(place);
  if (freeListed.length === 0 || freeListed.length > MOST_GUESSED) return pairs;
  const guesses: Offer[] = [];
  const isEastAsian = query.kind === 'person' && query.tokens.some(({ token }) => isEastAsianFamily(token.family));
  for (const q of freeQuery) {
    const ours = query.tokens[q] as QueryToken;
    if (ours.token.norm.length < (ours.role === 'family' || ours.token.script !== 'Latn' ? SHORTEST_GUESSED : SHORTEST_SLIPPED)) continue;
    for (const l of freeListed) {
      const theirs = listed[l] as ListedToken;
      const like = likenessOf(ours.token, index.word(theirs.word), isVowelless(ours) ? 'sound' : 'either');
      if (like === null || (isEastAsian && !isSyllabic(index, ours, theirs, like))) continue;
      const weight = (ours.weight + theirs.weight) / 2;
      guesses.push({ query: q, queryCount: 1, listed: l, listedCount: 1, ...like, weight, value: worthOf(like.similarity) * weight });
    }
  }
  return guesses.length === 0 ? pairs : [...pairs, ...chosen(guesses, query.tokens.length, listed.length)];
}

/** A family name tells more than a given name of so few letters; scripts without vowels have fewer. */
const SHORTEST_GUESSED = 4;
const isGuessed = (kind: QueryReading['kind'], role: TokenRole): boolean => isTelling(kind, role) || role === 'patronymic';
const isVowelless = ({ token }: QueryToken): boolean => token.script === 'Arab' || token.script === 'Hebr';

function judged(index: ScreeningIndex, query: QueryReading, listed: readonly ListedToken[], pairs: readonly Offer[]): NameScore {
  const { kind } = query;
  const usedQuery = new Uint8Array(query.tokens.length);
  const usedListed = new Uint8Array(listed.length);
  let matched = 0;
  let gained = 0;
  let bits = 0;
  let telling = 0;
  const familyMet = { given: false, family: false, word: false };
  for (const { query: q, queryCount, listed: l, listedCount, weight, value, similarity, reason } of pairs) {
    matched += weight;
    gained += value;
    for (let at = 0; at < queryCount; at += 1) usedQuery[q + at] = 1;
    for (let at = 0; at < listedCount; at += 1) {
      usedListed[l + at] = 1;
      const { role } = listed[l + at] as ListedToken;
      if (role === 'given' || role === 'family' || role === 'word') familyMet[role] = true;
    }
    if (reason === 'initial') continue;
    const parts = Math.max(queryCount, listedCount);
    const ours = query.tokens[q] as QueryToken;
    const theirs = listed[l] as ListedToken;
    if (isTelling(kind, ours.role) || isTelling(kind, theirs.role)) {
      telling += parts;
      bits += Math.max(
        0,
        Math.min(ours.bits, theirs.bits) * parts * worthOf(similarity) -
          (kind === 'person' && theirs.role === 'family' ? (1 - similarity) * NEIGHBOURS : 0),
      );
    } else bits += Math.min(ours.bits, theirs.bits) * 0.5 * worthOf(similarity);
  }
  const leftQuery: Leftover[] = [];
  const leftListed: Leftover[] = [];
  const isHan = kind === 'org' && query.tokens.some(({ token }) => token.script === 'Hani');
  let tellingQuery = 0;
  let tellingListed = 0;
  let lightestQuery = Number.POSITIVE_INFINITY;
  let lightestListed = Number.POSITIVE_INFINITY;
  let costs = 0;
  let missing = 0;
  let numbersQuery = 0;
  let numbersListed = 0;
  let patronymicsQuery = 0;
  let patronymicsListed = 0;
  let givenQuery = 0;
  let givenListed = 0;
  let titlesQuery = 0;
  for (const [place, ours] of query.tokens.entries()) {
    if (usedQuery[place] === 1) continue;
    // A word of a legal form that was torn apart (`JOINT … STOCK`) belongs to the form on the other side.
    const isPartOfForm =
      kind !== 'person' &&
      listed.some(
        (theirs) =>
          theirs.role === 'legalForm' &&
          ours.expansion.byWord.has(theirs.word) &&
          (!variedRoles.has(ours.role) || wordsOfForm(query, theirs) >= TORN_FORM),
      );
    const role = isPartOfForm ? 'legalForm' : ours.role;
    const weight = isPartOfForm ? FORM_WEIGHT : ours.weight;
    const cost = weight * ruleOf(kind, role).extra * (isHan && variedRoles.has(role) ? LOOSE : 1);
    costs += cost;
    leftQuery.push({ place, role, cost });
    if (isTelling(kind, role)) {
      tellingQuery += 1;
      lightestQuery = Math.min(lightestQuery, weight);
    }
    if (role === 'number') numbersQuery += 1;
    if (role === 'patronymic') patronymicsQuery += 1;
    if (role === 'given') givenQuery += 1;
    if (role === 'honorific' && mayBeName(ours)) titlesQuery += 1;
  }
  for (const [place, { role, weight }] of listed.entries()) {
    if (usedListed[place] === 1) continue;
    let share = ruleOf(kind, role).missing;
    // A whole family name or every given name missing is more than a second one left out.
    if (kind === 'person' && (role === 'given' || role === 'family') && !familyMet[role] && !familyMet.word) share = 0.5;
    const cost = weight * share * (isHan && variedRoles.has(role) ? LOOSE : 1);
    missing += cost;
    leftListed.push({ place, role, cost });
    if (isTelling(kind, role)) {
      tellingListed += 1;
      lightestListed = Math.min(lightestListed, weight);
    }
    if (role === 'number') numbersListed += 1;
    if (role === 'patronymic') patronymicsListed += 1;
    if (role === 'given') givenListed += 1;
  }
  // Four given names left out say little more than two, once one of them and the family name are met.
  costs += kind === 'person' && familyMet.family && familyMet.given ? Math.min(missing, MOST_OMITTED) : missing;
  // Both have a word the other lacks: they differ, which is worse than one of them saying less.
  const contradictions = Math.min(tellingQuery, tellingListed);
  if (contradictions > 0)
    costs += contradictions * Math.min(lightestQuery, lightestListed) * (kind === 'person' ? (telling >= 3 ? 0.35 : 0.6) : 0.5);
  if (kind === 'person') {
    if (patronymicsQuery > 0 && patronymicsListed > 0) costs += 0.5;
    // A middle name of another sort than theirs, or Amir where they say Ali: said, and not the same.
    else if ((givenQuery > 0 && patronymicsListed > 0) || (patronymicsQuery > 0 && givenListed > 0)) costs += OTHER_MIDDLE;
    if (titlesQuery > 0 && givenListed > 0 && givenQuery === 0) costs += OTHER_MIDDLE;
  }
  if (numbersQuery > 0 && numbersListed > 0) costs += (matched + costs) * 0.6;
  let score = gained / (matched + costs);
  const left = tellingQuery + tellingListed;
  const bare = dressOnly(kind, leftQuery, leftListed);
  const exact = bare && left === 0 && gained > matched * 0.985;
  if (kind === 'person') {
    // A surname alone, or one given name, is never enough.
    if (telling < 2 && left > 0) score = Math.min(score, 0.5);
    if (!exact) score *= enough(bits, 18, left > 0 || pairs.some(({ reason }) => reason === 'initial') ? 0.026 : 0.016);
  } else {
    if (telling === 0 && !bare && bits < (isHan ? MANY_COMMON / 2 : MANY_COMMON)) score = Math.min(score, 0.6);
    if (!exact) score *= bare ? enough(bits, 14, 0.01) : enough(bits, 18, 0.02);
    if (leftQuery.length + leftListed.length === 0 && score < ONE_SLIP && isOneSlipAway(index, query, listed, pairs)) score = ONE_SLIP;
  }
  return { score, pairs, leftQuery, leftListed };
}

/** What a name is worth that is the listed one but for one letter of one longer word: a question to ask, whatever the word tells. */
const ONE_SLIP = 0.785;
const LONG_ENOUGH = 6;

function isOneSlipAway(index: ScreeningIndex, query: QueryReading, listed: readonly ListedToken[], pairs: readonly Offer[]): boolean {
  let slipped: Offer | null = null;
  for (const pair of pairs) {
    if (
      pair.similarity >= ALIKE ||
      (pair.queryCount === 1 && pair.listedCount === 1 && dress.has((listed[pair.listed] as ListedToken).role))
    )
      continue;
    if (slipped !== null || pair.queryCount > 1 || pair.listedCount > 1) return false;
    slipped = pair;
  }
  if (slipped === null) return false;
  const ours = (query.tokens[slipped.query] as QueryToken).token.norm;
  const theirs = index.word((listed[slipped.listed] as ListedToken).word).norm;
  return Math.max(ours.length, theirs.length) >= LONG_ENOUGH && ours.charAt(0) === theirs.charAt(0) && isOneSlip(ours, theirs);
}
const ALIKE = 0.94;

/** What it costs, in weight, that both say a further name and not the same one. */
const OTHER_MIDDLE = 0.2;

/** A title that is as often a name: Amir, Sheikh. */
const mayBeName = ({ token }: QueryToken): boolean => token.script === 'Latn' && titleOf(token.norm)?.maybeName === true;

/** Bits a slip takes away for each tenth of likeness: a rare surname has dozens of neighbours that are as rare. */
const NEIGHBOURS = 12;

const FORM_WEIGHT = 0.03;

/** A bank is no legal form, though some forms say bank: so many words of one form together are the form. */
const TORN_FORM = 3;

const wordsOfForm = ({ tokens }: QueryReading, { word }: ListedToken): number =>
  tokens.reduce((sum, { expansion }) => sum + (expansion.byWord.has(word) ? 1 : 0), 0);

/** Chinese names and their English ones seldom say the same trades and places: one of them says more. */
const LOOSE = 0.55;

/** So many trades and places agree that they name one firm, though none of them would. */
const MANY_COMMON = 18;

/** Weight that leaving out names can cost, at most. */
const MOST_OMITTED = 0.45;

const dress = new Set<TokenRole>(['legalForm', 'particle', 'honorific', 'branch']);
/** Initials of theirs are those of the name before them: `Haqqani Network (HQN)`. */
const dressOnly = (kind: QueryReading['kind'], one: readonly Leftover[], other: readonly Leftover[]): boolean =>
  one.every(({ role }) => dress.has(role)) && other.every(({ role }) => dress.has(role) || (kind === 'org' && role === 'initial'));

/** Little was matched: common words agree by chance. */
const enough = (bits: number, wanted: number, perBit: number): number => 1 - Math.max(0, wanted - bits) * perBit;
