import type { PairReason } from '../../../../src-shared/model/screening.ts';
import { eachDeletion } from '../index/deletions.ts';
import { eachUnder, keyOf, mixed } from '../index/hash-lists.ts';
import { salts } from '../index/keys.ts';
import { lettersApart, lettersIn } from '../index/letter-set.ts';
import { wordIn } from '../index/open.ts';
import type { NameReading, NameToken } from '../names/index.ts';
import { phonesOfLatin } from '../names/phones.ts';
import { skeletonOfLatin } from '../names/skeleton.ts';
import { soundOf } from '../names/sound.ts';
import type { ScreeningIndex } from '../open-index.ts';
import { type ComparableWord, LEAST, likenessOf } from './likeness.ts';
import { bitsOf, commonness } from './weights.ts';

/** A listed word a query's word may stand for. */
export interface Match {
  readonly word: number;
  readonly similarity: number;
  readonly reason: PairReason;
}

export interface Expansion {
  /** Likest first; equal ones by their number. */
  readonly matches: readonly Match[];
  readonly byWord: ReadonlyMap<number, Match>;
  /** Standing words of several written words of which this is one, with its likeness to that one. */
  readonly parts: ReadonlyMap<number, number>;
  /** Number of the word itself, -1 where the lists have no such word. */
  readonly itself: number;
}

/** Short words of companies and ships are mostly letters that stand for words: another letter is another company. */
const SHORT_IN_COMPANIES = 3;
const MOST_MATCHES = 96;
const MOST_CACHED = 50_000;

/** Words of the lists a query's word may stand for, with how like they are and why. */
export function expand(index: ScreeningIndex, token: NameToken, kind: NameReading['kind']): Expansion {
  const exactly = kind !== 'person' && token.script === 'Latn' && token.norm.length <= SHORT_IN_COMPANIES;
  const cacheKey = `${exactly ? '=' : ''}${token.norm}|${token.family}|${exactRoles.has(token.role) ? 'x' : ''}${isJoined(token) ? 'j' : ''}|${token.others.length === 0 ? '' : token.others.join(',')}|${token.script}`;
  const cached = index.expansions.get(cacheKey);
  if (cached !== undefined) return cached;
  const fresh = expandAnew(index, token, exactly);
  if (index.expansions.size >= MOST_CACHED) index.expansions.clear();
  index.expansions.set(cacheKey, fresh);
  return fresh;
}

/** Roles of words that are matched as they are or by their family only. */
const exactRoles = new Set(['number', 'legalForm', 'particle', 'honorific', 'initial']);

function expandAnew(index: ScreeningIndex, token: NameToken, exactly: boolean): Expansion {
  const { data } = index;
  const best = new Map<number, Match>();
  const take = (word: number, similarity: number, reason: PairReason) => {
    const known = best.get(word);
    if (known === undefined || known.similarity < similarity) best.set(word, { word, similarity, reason });
  };
  const parts = new Map<number, number>();
  const offer = (word: number, similarity: number, reason: PairReason) => {
    take(word, similarity, reason);
    eachUnder(data.byPart, mixed(word), (standing) => parts.set(standing, Math.max(similarity, parts.get(standing) ?? 0)));
    eachUnder(data.byAlias, mixed(word), (standing) => take(standing, similarity * 0.99, reason));
  };
  const otherScript = token.script !== 'Latn' && token.script !== '';
  const itself = wordIn(data, token.norm);
  if (itself >= 0) offer(itself, otherScript ? 0.99 : 1, otherScript ? 'otherScript' : 'equal');
  if (token.family >= 0)
    eachUnder(data.byFamily, keyOf(String(token.family), salts.family), (word) => {
      if (data.wordFamily[word] === token.family && word !== itself) offer(word, 0.96, otherScript ? 'otherScript' : 'spellingFamily');
    });
  if (itself < 0 && token.script === 'Latn')
    for (const form of scannedAs(token.norm)) {
      const word = wordIn(data, form);
      if (word >= 0) offer(word, SCANNED, 'slip');
    }
  if (!exactly && !exactRoles.has(token.role)) {
    const forms = [token.norm, ...token.others].filter((form) => form !== '');
    for (const [place, form] of forms.entries())
      expandForm(
        index,
        token,
        form,
        {
          place,
          otherScript,
          established: itself >= 0 && (data.wordBits[itself] as number) < ESTABLISHED,
          joined: isJoined(token),
        },
        offer,
      );
    bySkeleton(index, token, otherScript, offer);
  }
  let matches = [...best.values()].sort((a, b) => b.similarity - a.similarity || a.word - b.word);
  if (matches.length > MOST_MATCHES) matches = matches.slice(0, MOST_MATCHES);
  return { matches, byWord: new Map(matches.map((match) => [match.word, match])), parts, itself };
}

/** A scanner's mistake is sure of one letter, so it is nearly the word. */
const SCANNED = 0.95;
const noForms: readonly string[] = [];

/** What a word that no list has may have been before it was scanned: `rn` is an m, a digit at its end a letter. */
function scannedAs(norm: string): readonly string[] {
  if (norm.includes('rn')) return [norm.replace('rn', 'm')];
  return norm.length > 2 && norm.endsWith('1') && /^[a-z]+1$/u.test(norm) ? [`${norm.slice(0, -1)}l`, `${norm.slice(0, -1)}i`] : noForms;
}

/** How much a word of a query tells, in bits; a word the lists have not is as rare as its family and role are. */
export function bitsIn(index: ScreeningIndex, token: NameToken, { itself }: Expansion): number {
  return itself >= 0 ? (index.data.wordBits[itself] as number) : unknownBits(index, token);
}

/** Two words of a query written together have no sound of their own. */
const isJoined = (token: NameToken): boolean => token.sound === '' && token.role === 'word' && token.script === 'Latn';

function unknownBits(index: ScreeningIndex, token: NameToken): number {
  let having = 0;
  const { data } = index;
  if (token.family >= 0)
    eachUnder(data.byFamily, keyOf(String(token.family), salts.family), (word) => {
      if (data.wordFamily[word] === token.family) having = Math.max(having, 1 / (data.wordBits[word] as number));
    });
  return having > 0 ? 1 / having : bitsOf(0, data.partyList.length, commonness(token));
}

type Offer = (word: number, similarity: number, reason: PairReason) => void;

interface FormOf {
  /** 0 for the word itself, then its other romanisations. */
  readonly place: number;
  readonly otherScript: boolean;
  /** The word stands in so many names that it is no slip of another. */
  readonly established: boolean;
  /** Two words written together: only the same letters but one will do. */
  readonly joined: boolean;
}

/** Words of fewer bits are known names: dozens of parties have them. */
const ESTABLISHED = 11.5;
const BOTH_ESTABLISHED = 0.1;
/** Nothing but letters that say the same sound differ. */
const SAME_SOUND = 0.96;

function expandForm(
  index: ScreeningIndex,
  token: NameToken,
  form: string,
  { place, otherScript, established, joined }: FormOf,
  offer: Offer,
): void {
  const { data } = index;
  if (place > 0) {
    const word = wordIn(data, form);
    if (word >= 0) offer(word, 0.97, otherScript ? 'otherScript' : 'spellingFamily');
  }
  const own: ComparableWord = {
    norm: form,
    phones: place === 0 && !otherScript ? token.phones : phonesOfLatin(form),
    family: token.family,
  };
  const { looked } = index;
  looked.now += 1;
  const letters = lettersIn(form);
  const mostApart = joined ? 1 : form.length <= 5 ? 2 : form.length <= 8 ? 3 : 4;
  const consider = (word: number, soundsAlike: boolean) => {
    if (looked.marks[word] === looked.now) return;
    looked.marks[word] = looked.now;
    if (lettersApart(letters, data.wordLetters[word] as number) > mostApart + (soundsAlike ? 2 : 0)) return;
    const theirs = index.word(word);
    if (theirs.norm === form) return;
    const like = likenessOf(own, theirs, soundsAlike ? 'either' : 'slipFirst');
    if (like === null) return;
    const known = established && like.similarity < SAME_SOUND && (data.wordBits[word] as number) < ESTABLISHED;
    const similarity = like.similarity - (known ? BOTH_ESTABLISHED : 0);
    if (similarity >= LEAST)
      offer(word, similarity * (place > 0 ? 0.99 : 1), otherScript && like.reason === 'sound' ? 'otherScript' : like.reason);
  };
  const sound = place === 0 ? token.sound : isRespelled(token, form) ? soundOf(form) : '';
  if (sound !== '') eachUnder(data.bySound, keyOf(sound, salts.sound), (word) => consider(word, true));
  eachDeletion(form, (key) => eachUnder(data.byDeletion, key, (word) => consider(word, false)), joined);
}

/** A Latin word in the spelling of another language: not one with its article, which sounds otherwise. */
const isRespelled = ({ script, norm, sound }: NameToken, form: string): boolean =>
  script === 'Latn' && sound !== '' && form.charCodeAt(0) === norm.charCodeAt(0) && form.length >= norm.length && form.endsWith('v');

/** Consonants alone, for words written without vowels, and for romanisations of them that differ by more than two letters. */
function bySkeleton(index: ScreeningIndex, token: NameToken, otherScript: boolean, offer: Offer): void {
  const vowelless = token.script === 'Arab' || token.script === 'Hebr';
  if (token.skeleton.length < (vowelless ? 1 : 3)) return;
  const { data } = index;
  // Hebrew letters that say two sounds have a skeleton for each.
  const skeletons = token.script === 'Hebr' ? new Set([token.skeleton, ...token.others.map(skeletonOfLatin)]) : [token.skeleton];
  const letters = lettersIn(token.norm);
  const mostApart = token.norm.length <= 6 ? 4 : 5;
  const consider = (word: number) => {
    if (!vowelless && lettersApart(letters, data.wordLetters[word] as number) > mostApart) return;
    const theirs = index.word(word);
    if (theirs.norm === token.norm || (!vowelless && !sameStart(token.norm, theirs.norm))) return;
    const like = likenessOf(token, theirs, vowelless ? 'sound' : 'either');
    if (like !== null) offer(word, like.similarity, otherScript ? 'otherScript' : like.reason === 'slip' ? 'slip' : 'skeleton');
  };
  for (const skeleton of skeletons) if (skeleton !== '') eachUnder(data.bySkeleton, keyOf(skeleton, salts.skeleton), consider);
}

const vowels = new Set('aeiouy');
const starts: Readonly<Record<string, string>> = { c: 'k', q: 'k', g: 'k', z: 's', x: 'h', w: 'v', u: 'v', f: 'v', p: 'b', t: 'd', j: 'y' };

/** Both words begin with a vowel, or with consonants that romanisations exchange. */
function sameStart(one: string, other: string): boolean {
  const [a, b] = [one.charAt(0), other.charAt(0)];
  if (vowels.has(a) && vowels.has(b)) return true;
  return (starts[a] ?? a) === (starts[b] ?? b);
}
