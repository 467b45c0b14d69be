import type { PairReason } from '../../../../src-shared/model/screening.ts';
import { eachDeletion } from '../index/deletions.ts';
import { eachUnder, keyOf } from '../index/hash-lists.ts';
import { salts } from '../index/keys.ts';
import { wordIn } from '../index/open.ts';
import type { NameToken } from '../names/index.ts';
import type { ScreeningIndex } from '../open-index.ts';
import { type ComparableWord, foldOf, LEAST, likenessOf } from './likeness.ts';
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
  /** Bits of the word itself. */
  readonly bits: number;
}

const MOST_MATCHES = 96;
const MOST_CACHED = 50_000;

/** Words of the lists a query's word may stand for, with how like they are and why. */
export function expand(index: ScreeningIndex, token: NameToken): Expansion {
  const cacheKey = `${token.norm}|${token.family}|${token.role}|${token.others.length === 0 ? '' : token.others.join(',')}|${token.script}`;
  const cached = index.expansions.get(cacheKey);
  if (cached !== undefined) return cached;
  const fresh = expandAnew(index, token);
  if (index.expansions.size >= MOST_CACHED) index.expansions.clear();
  index.expansions.set(cacheKey, fresh);
  return fresh;
}

/** Roles of words that are matched as they are or by their family only. */
const exactRoles = new Set(['number', 'legalForm', 'particle', 'honorific', 'initial']);

function expandAnew(index: ScreeningIndex, token: NameToken): Expansion {
  const { data } = index;
  const best = new Map<number, Match>();
  const offer = (word: number, similarity: number, reason: PairReason) => {
    const known = best.get(word);
    if (known === undefined || known.similarity < similarity) best.set(word, { word, similarity, reason });
  };
  const otherScript = token.script !== 'Latn' && token.script !== '';
  const itself = wordIn(data, token.norm);
  if (itself >= 0) offer(itself, otherScript ? 0.99 : 1, otherScript ? 'otherScript' : 'equal');
  if (token.family >= 0)
    eachUnder(data.byFamily, keyOf(String(token.family), salts.family), (word) => {
      if (data.wordFamily[word] === token.family && word !== itself) offer(word, 0.96, otherScript ? 'otherScript' : 'spellingFamily');
    });
  const bits = itself >= 0 ? (data.wordBits[itself] as number) : unknownBits(index, token);
  if (!exactRoles.has(token.role)) {
    const forms = [token.norm, ...token.others].filter((form) => form !== '');
    for (const [place, form] of forms.entries()) expandForm(index, token, form, place, otherScript, offer);
    bySkeleton(index, token, otherScript, offer);
  }
  let matches = [...best.values()].sort((a, b) => b.similarity - a.similarity || a.word - b.word);
  if (matches.length > MOST_MATCHES) matches = matches.slice(0, MOST_MATCHES);
  return { matches, byWord: new Map(matches.map((match) => [match.word, match])), bits };
}

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

function expandForm(index: ScreeningIndex, token: NameToken, form: string, place: number, otherScript: boolean, offer: Offer): void {
  const { data } = index;
  if (place > 0) {
    const word = wordIn(data, form);
    if (word >= 0) offer(word, 0.97, otherScript ? 'otherScript' : 'spellingFamily');
  }
  const own: ComparableWord = { norm: form, fold: foldOf(form) };
  const tried = new Set<number>();
  const consider = (word: number) => {
    if (tried.has(word)) return;
    tried.add(word);
    const theirs = index.word(word);
    if (theirs.norm === form) return;
    const like = likenessOf(own, theirs);
    if (like === null) return;
    const known = strangers(data.wordFamily[word] as number, token.family);
    const similarity = like.similarity - (known ? 0.08 : 0);
    if (similarity >= LEAST)
      offer(word, similarity * (place > 0 ? 0.99 : 1), otherScript && like.reason === 'sound' ? 'otherScript' : like.reason);
  };
  eachDeletion(form, (key) => eachUnder(data.byDeletion, key, consider));
  if (place === 0 && token.sound !== '') eachUnder(data.bySound, keyOf(token.sound, salts.sound), consider);
}

/** Two names that both stand in the tables of spellings, but not together, are two names: Amin is no slip of Amir. */
const strangers = (one: number, other: number): boolean => one >= 0 && other >= 0 && one !== other;

/** Consonants alone, for words written without vowels, and for romanisations of them that differ by more than two letters. */
function bySkeleton(index: ScreeningIndex, token: NameToken, otherScript: boolean, offer: Offer): void {
  if (token.skeleton.length < 2) return;
  const { data } = index;
  const key = keyOf(token.skeleton, salts.skeleton);
  const vowelless = token.script === 'Arab' || token.script === 'Hebr';
  if (!vowelless && token.skeleton.length < 3) return;
  const own: ComparableWord = { norm: token.norm, fold: foldOf(token.norm) };
  eachUnder(data.bySkeleton, key, (word) => {
    if (data.wordSkeleton[word] !== key) return;
    const theirs = index.word(word);
    if (theirs.norm === token.norm) return;
    const known = strangers(data.wordFamily[word] as number, token.family) ? 0.08 : 0;
    if (vowelless) {
      const rest = token.skeleton.length <= 2 ? 0.06 : 0;
      offer(word, 0.93 - known - rest, 'otherScript');
      return;
    }
    const like = likenessOf(own, theirs);
    const similarity = Math.max(like?.similarity ?? 0, token.skeleton.length >= 4 ? 0.84 : 0.78) - known;
    if (similarity >= LEAST) offer(word, similarity, otherScript ? 'otherScript' : 'skeleton');
  });
}
