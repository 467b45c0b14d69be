import { indexedTypes } from '../index/data.ts';
import { eachUnder, keyOf } from '../index/hash-lists.ts';
import { acronymOf, salts, wholeKey } from '../index/keys.ts';
import { wordIn } from '../index/open.ts';
import type { ScreeningIndex } from '../open-index.ts';
import { acronymAsked } from './acronyms.ts';
import { unspacedScripts } from './name-score.ts';
import type { QueryReading, QueryToken } from './prepare.ts';

/** Readings looked at closely, at most. */
const MOST_CANDIDATES = 80;
/** A word that more readings have is looked up only when nothing rarer is asked. */
const COMMON = 3000;
/** Share of the query's weight a reading must have to be looked at. */
const LEAST_SHARE = 0.46;
/** Share of the lighter of the two names that must have been met. */
const HALF = 0.5;

/**
 * Readings that may be the query's name, never all of them: words of the query from the rarest on, each with what it may stand for, until
 * what is left could not carry a name by itself; whole names in any order; words written together; acronyms.
 */
export function candidatesOf(index: ScreeningIndex, query: QueryReading): number[] {
  const { data, points } = index;
  const touched: number[] = [];
  const kind = indexedTypes.indexOf(query.kind);
  const add = (reading: number, value: number) => {
    if (data.readingKind[reading] !== kind) return;
    if (points[reading] === 0) touched.push(reading);
    points[reading] = (points[reading] as number) + value;
  };
  const tokens = [...query.tokens].filter(isSearched).sort((a, b) => b.weight - a.weight || b.bits - a.bits);
  const total = query.tokens.reduce((sum, token) => sum + token.weight, 0);
  // Initials meet no word of the index: what they stand for is seen when the names are compared.
  const wanted = query.kind === 'org' ? total - unmetInitials(query.tokens) : total;
  let rest = tokens.reduce((sum, token) => sum + token.weight, 0);
  for (const [place, token] of tokens.entries()) {
    const mayBegin = rest >= LEAST_SHARE * total || place === 0;
    rest -= token.weight;
    searchWord(index, token, mayBegin, add);
  }
  for (const token of query.tokens) {
    if (token.glued === null) continue;
    for (const match of token.glued.matches) {
      if (match.similarity < 0.9) break;
      eachPosting(index, match.word, COMMON, (reading) => add(reading, token.weight * 2 * match.similarity));
    }
  }
  for (const token of query.tokens)
    for (const form of unspacedScripts.has(token.token.script) ? [token.token.norm, ...token.token.others] : [token.token.norm])
      if (form.length >= 5) eachUnder(data.byJoined, keyOf(form, salts.joined), (reading) => add(reading, token.weight * 0.98));
  eachUnder(data.byWhole, wholeKey(query.reading), (reading) => add(reading, total));
  const acronym = acronymAsked(query);
  if (acronym !== null) eachUnder(data.byAcronym, keyOf(acronym, salts.acronym), (reading) => add(reading, total));
  const initials = acronymOf(query.reading);
  if (initials !== null) {
    const word = wordIn(data, initials);
    if (word >= 0) eachPosting(index, word, MOST_CANDIDATES, (reading) => add(reading, total));
  }

  const found: number[] = [];
  const ranks: number[] = [];
  for (const reading of touched) {
    const value = points[reading] as number;
    points[reading] = 0;
    const weight = data.readingWeight[reading] as number;
    if (value < HALF * Math.min(wanted, weight)) continue;
    found.push(reading);
    ranks.push((2 * value) / (total + weight));
  }
  return found.length > MOST_CANDIDATES ? bestOf(found, ranks) : found.sort((a, b) => a - b);
}

/** The best ranked, in the order of the index; among equals the earlier ones. */
function bestOf(found: readonly number[], ranks: readonly number[]): number[] {
  const sorted = Float64Array.from(ranks).sort();
  const bar = sorted[sorted.length - MOST_CANDIDATES] as number;
  const above: number[] = [];
  const level: number[] = [];
  for (const [place, rank] of ranks.entries()) (rank > bar ? above : rank === bar ? level : []).push(found[place] as number);
  level.sort((a, b) => a - b);
  return [...above, ...level.slice(0, MOST_CANDIDATES - above.length)].sort((a, b) => a - b);
}

/** Weight of short words no listed name has. */
function unmetInitials(tokens: readonly QueryToken[]): number {
  let weight = 0;
  for (const { role, token, expansion, weight: own } of tokens)
    if (role === 'word' && token.norm.length <= MOST_INITIALS && expansion.itself < 0) weight += own;
  return weight;
}
const MOST_INITIALS = 6;

const unsearched = new Set(['legalForm', 'particle', 'honorific', 'initial', 'branch']);
const isSearched = (token: QueryToken): boolean => !unsearched.has(token.role);

function searchWord(index: ScreeningIndex, token: QueryToken, mayBegin: boolean, add: (reading: number, value: number) => void): void {
  const { data, points, seen } = index;
  const marked: number[] = [];
  for (const { word, similarity } of token.expansion.matches) {
    const start = data.postingStarts[word] as number;
    const end = data.postingStarts[word + 1] as number;
    const begins = mayBegin && end - start <= COMMON;
    // A long list only helps readings that are already in sight.
    if (!begins && end - start > COMMON * 2) continue;
    for (let at = start; at < end; at += 1) {
      const reading = data.postings[at] as number;
      if (seen[reading] === 1) continue;
      if (!begins && points[reading] === 0) continue;
      seen[reading] = 1;
      marked.push(reading);
      add(reading, token.weight * similarity);
    }
  }
  // A word of a longer trade word only helps: the rest of that word stands beside it, or it is another trade.
  for (const [word, similarity] of token.expansion.parts)
    eachPosting(index, word, COMMON, (reading) => {
      if (seen[reading] === 1 || points[reading] === 0) return;
      seen[reading] = 1;
      marked.push(reading);
      add(reading, token.weight * similarity * 0.5);
    });
  for (const reading of marked) seen[reading] = 0;
}

function eachPosting({ data }: ScreeningIndex, word: number, most: number, take: (reading: number) => void): void {
  const start = data.postingStarts[word] as number;
  const end = data.postingStarts[word + 1] as number;
  if (end - start > most) return;
  for (let at = start; at < end; at += 1) take(data.postings[at] as number);
}
