import type { PartyType } from '../../../src-shared/model/listed-party.ts';
import type {
  LeftOver,
  NamePair,
  ScreeningExplanation,
  ScreeningHit,
  ScreeningProfile,
  ScreeningQuery,
} from '../../../src-shared/model/screening.ts';
import { addressKeys, readAddress } from './addresses.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { identifierKeys } from './identifiers.ts';
import { bagKey, bagOf, isSameBag } from './index/bag.ts';
import { indexedNameKinds, indexedTypes } from './index/data.ts';
import { eachUnder } from './index/hash-lists.ts';
import { openRecord } from './index/record.ts';
import { textAt } from './index/texts.ts';
import { type NameReading, readName } from './names/index.ts';
import type { ScreeningIndex } from './open-index.ts';
import { thresholdsFor } from './profiles.ts';
import { candidatesOf } from './score/candidates.ts';
import { type Leftover, type NameScore, scoreReading } from './score/name-score.ts';
import { prepareReading, type QueryReading } from './score/prepare.ts';
import { vesselScore } from './score/vessels.ts';

/** A query whose names have been read; reading is the same for every index, so it may be kept from one list version to the next. */
export interface ReadQuery {
  readonly query: ScreeningQuery;
  readonly names: readonly { readonly text: string; readonly readings: readonly NameReading[] }[];
}

export function readQuery(query: ScreeningQuery): ReadQuery {
  return {
    query,
    names: query.names.map((text) => ({ text, readings: readName(text, { type: query.type, listed: false }) })),
  };
}

export interface ScreenOptions {
  /** Day asked about, `YYYY-MM-DD`: entries that lapsed before it say so. Null: no entry has lapsed. */
  readonly on?: string | null;
  /** Hits from this score on, whatever the profile's thresholds; for curves and for showing the effect of a threshold. */
  readonly from?: number;
  /** Hits at most, the best ones. */
  readonly most?: number;
}

/** One listed party as good as it gets: its best name for the query's best name. */
interface Found {
  readonly party: number;
  readonly name: number;
  readonly reading: number;
  readonly queryName: number;
  readonly query: QueryReading | null;
  readonly nameScore: NameScore | null;
  /** The same words in another order, where reading them in that order would lead astray. */
  readonly shuffled?: true;
}

const nothing: NameScore = { score: 0, pairs: [], leftQuery: [], leftListed: [] };
const MOST_HITS = 50;

/** Listed parties a query may be, best first. Deterministic: the same index, query and profile give the same hits to the last digit. */
export function screen(index: ScreeningIndex, read: ReadQuery, profile: ScreeningProfile, options: ScreenOptions = {}): ScreeningHit[] {
  const hits: ScreeningHit[] = [];
  for (const found of bestPerParty(index, read).values()) {
    const hit = hitOf(index, read, found, profile, options, false);
    if (hit !== null) hits.push(hit);
  }
  hits.sort(byRank);
  return hits.length > (options.most ?? MOST_HITS) ? hits.slice(0, options.most ?? MOST_HITS) : hits;
}

const byRank = (a: ScreeningHit, b: ScreeningHit): number =>
  b.score - a.score ||
  b.nameScore - a.nameScore ||
  (a.list < b.list ? -1 : a.list > b.list ? 1 : 0) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function bestPerParty(index: ScreeningIndex, { query, names }: ReadQuery): Map<number, Found> {
  const { data } = index;
  const best = new Map<number, Found>();
  const take = (found: Found) => {
    const known = best.get(found.party);
    if (known === undefined || isBetter(index, found, known)) best.set(found.party, found);
  };
  /** Found by something else than its name. */
  const unnamed = (party: number): Found => {
    const name = data.partyNames[party] as number;
    return { party, name, reading: data.nameReadings[name] as number, queryName: 0, query: null, nameScore: null };
  };
  for (const [queryName, { text, readings }] of names.entries()) {
    for (const name of namesOfSameWords(index, text)) {
      const reading = data.nameReadings[name] as number;
      const party = data.nameParty[name] as number;
      if (isComparable(query.type, indexedTypes[data.partyType[party] as number] as PartyType))
        take({ party, name, reading, queryName, query: null, nameScore: { ...nothing, score: SHUFFLED }, shuffled: true });
    }
    for (const one of readings) {
      const prepared = prepareReading(index, one);
      for (const reading of candidatesOf(index, prepared)) {
        const nameScore = scoreFor(index, prepared, reading);
        if (nameScore === null || nameScore.score < LEAST_NAME) continue;
        const name = data.readingName[reading] as number;
        take({ party: data.nameParty[name] as number, name, reading, queryName, query: prepared, nameScore });
      }
    }
  }
  for (const identifier of query.identifiers)
    for (const key of identifierKeys(identifier))
      eachUnder(data.byIdentifier, key, (party) => {
        if (!best.has(party)) take(unnamed(party));
      });
  for (const text of query.addresses ?? [])
    for (const key of addressKeys(readAddress(text)))
      eachUnder(data.byAddress, key, (party) => {
        if (!best.has(party)) take(unnamed(party));
      });
  return best;
}

/** The same words in another order: all but the order agrees. */
const SHUFFLED = 0.97;

function namesOfSameWords({ data }: ScreeningIndex, text: string): number[] {
  const words = bagOf(text);
  const key = bagKey(text);
  const found: number[] = [];
  if (key !== null)
    eachUnder(data.byBag, key, (name) => {
      if (isSameBag(words, bagOf(textAt(data.nameTexts, name)))) found.push(name);
    });
  return found;
}

const things = new Set<PartyType>(['vessel', 'aircraft']);
/** Persons and companies are not compared with each other, nor ships with either; who does not say what he is is compared with all but ships. */
const isComparable = (ours: PartyType, theirs: PartyType): boolean =>
  ours === theirs || (ours === 'unknown' && !things.has(theirs)) || (theirs === 'unknown' && !things.has(ours));

/** Names worse than this are no match under any threshold. */
const LEAST_NAME = 0.45;

function scoreFor(index: ScreeningIndex, query: QueryReading, reading: number): NameScore | null {
  const score = scoreReading(index, query, reading);
  return score !== null && (query.kind === 'vessel' || query.kind === 'aircraft') ? vesselScore(query, score) : score;
}

/** A weak alias counts less; else the better score, then the earlier name and reading. */
function isBetter({ data }: ScreeningIndex, one: Found, other: Found): boolean {
  const standing = (found: Found) => (found.nameScore?.score ?? 0) - (isWeak(data.nameKind[found.name] as number) ? 0.1 : 0);
  const gap = standing(one) - standing(other);
  return gap > 0 || (gap === 0 && one.reading < other.reading);
}

const isWeak = (kind: number): boolean => indexedNameKinds[kind] === 'weak';

function hitOf(
  index: ScreeningIndex,
  read: ReadQuery,
  found: Found,
  profile: ScreeningProfile,
  { on = null, from }: ScreenOptions,
  always: boolean,
): ScreeningHit | null {
  const { data } = index;
  const name = found.nameScore ?? nothing;
  const list = data.lists[data.partyList[found.party] as number];
  const type = indexedTypes[data.partyType[found.party] as number] as PartyType;
  const { review, strong } = thresholdsFor(profile, list?.code ?? '', type);
  if (!always && atBest(name.score, read.query) < (from ?? review)) return null;
  const record = openRecord(textAt(data.partyRecords, found.party));
  const evidence = evidenceFor(read.query, { type, record, weakName: isWeak(data.nameKind[found.name] as number) }, on);
  const score = Math.max(together(name.score, evidence), addressScore(evidence));
  if (!always && score < (from ?? review)) return null;
  return {
    id: textAt(data.partyIds, found.party),
    list: list?.code ?? '',
    listVersion: list?.version ?? '',
    score: rounded(score),
    nameScore: rounded(name.score),
    evidenceScore: evidence.points,
    band: score >= strong ? 'strong' : 'review',
    queryName: read.names[found.queryName]?.text ?? '',
    matchedName: textAt(data.nameTexts, found.name),
    ...explained(index, found, read, type),
    features: evidence.features,
  };
}

/** Full marks for the name alone: room is left above it for evidence. */
const NAME_ALONE = 0.97;

/** Name and evidence as one number below 1: what speaks for it closes part of the gap to 1, what speaks against it takes a share away. */
function together(nameScore: number, { points, decided }: Evidence): number {
  if (decided) return 0.985 + 0.014 * nameScore;
  const base = nameScore * NAME_ALONE;
  if (points < 0) return base * (1 + points / 150);
  return base + (1 - base) * 0.6 * (1 - Math.exp(-points / 40)) * Math.max(0, (nameScore - 0.4) / 0.6);
}

/** What an address that is listed by itself is worth: the premises decide, the house asks, another room of it is for the wide manner. */
const ADDRESS = { premises: 0.97, house: 0.8, otherRoom: 0.7 } as const;

function addressScore({ features }: Evidence): number {
  const points = features.find(({ name }) => name === 'address')?.points ?? 0;
  return points >= 100 ? ADDRESS.premises : points >= 40 ? ADDRESS.house : points > 0 ? ADDRESS.otherRoom : 0;
}

/** The score with all the evidence a query could bring: what stays below the threshold even so needs no closer look. */
function atBest(nameScore: number, query: ScreeningQuery): number {
  if (query.identifiers.length > 0 || (query.addresses ?? []).length > 0) return 1;
  const mayHelp = query.births.length > 0 || query.countries.length > 0 || query.cities.length > 0;
  return mayHelp ? together(nameScore, { features: [], points: 100, decided: false }) : nameScore * NAME_ALONE;
}

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

/** Pairs and leftovers in the words of both names: the listed name is read again, since the index keeps no spelling of its words. */
function explained(index: ScreeningIndex, found: Found, read: ReadQuery, type: PartyType): Pick<ScreeningHit, 'pairs' | 'unmatched'> {
  const { name, reading, query, nameScore } = found;
  if (found.shuffled === true) {
    const pairs = samePairs(read.names[found.queryName]?.text ?? '', textAt(index.data.nameTexts, name));
    return { pairs, unmatched: { query: [], listed: [] } };
  }
  if (query === null || nameScore === null) return { pairs: [], unmatched: { query: [], listed: [] } };
  const { data } = index;
  const place = reading - (data.nameReadings[name] as number);
  const listed = readName(textAt(data.nameTexts, name), { type, listed: true })[place]?.tokens ?? [];
  const ours = query.reading.tokens;
  const text = (tokens: readonly { readonly text: string }[], from: number, count: number) =>
    tokens
      .slice(from, from + count)
      .map((token) => token.text)
      .join(' ');
  const total = nameScore.pairs.reduce((sum, pair) => sum + pair.weight, 0);
  const leftOver =
    (tokens: readonly { readonly text: string }[]) =>
    (left: Leftover): LeftOver => ({
      text: tokens[left.place]?.text ?? '',
      role: left.role,
      points: -rounded(left.cost),
    });
  const pairs = [...nameScore.pairs]
    .sort((a, b) => a.query - b.query || a.listed - b.listed)
    .map(
      (pair): NamePair => ({
        query: text(ours, pair.query, pair.queryCount),
        listed: text(listed, pair.listed, pair.listedCount),
        reason: pair.reason,
        similarity: Math.round(pair.similarity * 1000) / 1000,
        weight: total === 0 ? 0 : Math.round((1000 * pair.weight) / total) / 1000,
      }),
    );
  return { pairs, unmatched: { query: nameScore.leftQuery.map(leftOver(ours)), listed: nameScore.leftListed.map(leftOver(listed)) } };
}

/** Every word of ours beside the same word of theirs. */
function samePairs(ours: string, theirs: string): NamePair[] {
  const written = theirs.split(notWord).filter((word) => word !== '');
  const words = ours.split(notWord).filter((word) => word !== '');
  return words.map((word) => ({
    query: word,
    listed: written.find((other) => other.toLowerCase() === word.toLowerCase()) ?? word,
    reason: 'equal',
    similarity: 1,
    weight: Math.round(1000 / words.length) / 1000,
  }));
}
const notWord = /[^\p{L}\p{N}\p{M}]+/u;

/** Every name of an entry with its score for the query, best first. Costs the names of one entry and no search. */
export function nameScoresOf(
  index: ScreeningIndex,
  read: ReadQuery,
  partyId: string,
): readonly { readonly text: string; readonly nameScore: number }[] {
  const party = index.partyNumber(partyId);
  if (party < 0) return [];
  const prepared = read.names.flatMap(({ readings }) => readings.map((one) => prepareReading(index, one)));
  const { data } = index;
  const names: { text: string; nameScore: number }[] = [];
  for (let name = data.partyNames[party] as number; name < (data.partyNames[party + 1] as number); name += 1) {
    let score = 0;
    for (let reading = data.nameReadings[name] as number; reading < (data.nameReadings[name + 1] as number); reading += 1)
      for (const ours of prepared) score = Math.max(score, scoreFor(index, ours, reading)?.score ?? 0);
    names.push({ text: textAt(data.nameTexts, name), nameScore: rounded(score) });
  }
  return names.sort((a, b) => b.nameScore - a.nameScore || (a.text < b.text ? -1 : 1));
}

/** Why an entry is a hit, or is not: every name of it with its score. Null where the index has no such party. */
export function explain(
  index: ScreeningIndex,
  read: ReadQuery,
  partyId: string,
  profile: ScreeningProfile,
  options: ScreenOptions = {},
): ScreeningExplanation | null {
  const { data } = index;
  const party = index.partyNumber(partyId);
  if (party < 0) return null;
  const names: { text: string; nameScore: number }[] = [];
  let best: Found | null = null;
  let candidate = bestPerParty(index, read).has(party);
  const end = data.partyNames[party + 1] as number;
  for (let name = data.partyNames[party] as number; name < end; name += 1) {
    let score = 0;
    for (let reading = data.nameReadings[name] as number; reading < (data.nameReadings[name + 1] as number); reading += 1) {
      for (const [queryName, { readings }] of read.names.entries()) {
        for (const one of readings) {
          const prepared = prepareReading(index, one);
          const nameScore = scoreFor(index, prepared, reading);
          const found: Found = { party, name, reading, queryName, query: prepared, nameScore };
          if (best === null || isBetter(index, found, best)) best = found;
          score = Math.max(score, nameScore?.score ?? 0);
        }
      }
    }
    names.push({ text: textAt(data.nameTexts, name), nameScore: rounded(score) });
  }
  const hit = best === null ? null : hitOf(index, read, best, profile, options, true);
  const type = indexedTypes[data.partyType[party] as number] as PartyType;
  const { review, strong } = thresholdsFor(profile, data.lists[data.partyList[party] as number]?.code ?? '', type);
  if (hit !== null && hit.score >= review) candidate = true;
  names.sort((a, b) => b.nameScore - a.nameScore || (a.text < b.text ? -1 : 1));
  return {
    outcome: !candidate ? 'notCandidate' : hit !== null && hit.score >= review ? 'hit' : 'belowReview',
    best: hit,
    names,
    reviewAt: review,
    strongAt: strong,
  };
}
