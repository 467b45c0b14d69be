import type { ListedParty } from '../../../../src-shared/model/listed-party.ts';
import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { foldLatin } from '../names/latin.ts';
import { baseWeight, bitsOf, commonness } from '../score/weights.ts';
import { Collector, type StandingText } from './collect.ts';
import { ALSO_READ, type IndexData } from './data.ts';
import { eachDeletion } from './deletions.ts';
import { entryOf, type IndexEntry } from './entry.ts';
import { HashListsBuilder, keyOf, mixed, sharedFloat32, sharedInt32, sharedUint32 } from './hash-lists.ts';
import { salts } from './keys.ts';
import { lettersIn } from './letter-set.ts';
import { raritiesIn } from './open.ts';
import { packTexts } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface BuildOptions {
  /** Version of each list by its code, shown with every hit; a hash or a day. */
  readonly versions?: ReadonlyMap<string, string>;
  /** Another index whose counts of words are used: a small index over changed entries then scores as the whole list does. */
  readonly raritiesOf?: IndexData;
}

/** Builds the candidate index over listed parties. Same parties in the same order, same bytes. Parties whose id comes twice are kept apart. */
export function buildIndex(parties: readonly ListedParty[], options: BuildOptions = {}): IndexData {
  const builder = new IndexBuilder();
  builder.add(parties);
  return builder.finish(options);
}

/** Takes listed parties as they are read and lays the index out at the end. */
export class IndexBuilder {
  readonly #collected = new Collector();

  add(parties: readonly ListedParty[]): void {
    for (const party of parties) this.#collected.take(entryOf(party));
  }

  addEntries(entries: readonly IndexEntry[]): void {
    for (const entry of entries) this.#collected.take(entry);
  }

  /** Once; the builder is spent afterwards. */
  finish(options: BuildOptions = {}): IndexData {
    return layOut(this.#collected, options);
  }
}

function layOut(collected: Collector, { versions, raritiesOf }: BuildOptions): IndexData {
  const { lists, party, names, readings, tokens, also, vocabulary } = collected;
  // Where the last one ends, as each one's end is the start of the next.
  party.names.push(names.texts.length);
  names.readings.push(readings.name.length);
  readings.tokens.push(tokens.word.length);
  const written = standingWords(collected.standing, vocabulary);
  const described = describeWords(vocabulary, party.ids.length, raritiesOf);
  const tokenWord = tokens.word.shared32();
  const tokenRole = tokens.role.shared8();
  const readingTokens = readings.tokens.shared32();
  const alsoRead = { token: also.token.shared32(), word: also.word.shared32() };
  const alsoLists = new HashListsBuilder();
  for (let at = 0; at < alsoRead.token.length; at += 1) alsoLists.add(mixed(alsoRead.token[at] as number), alsoRead.word[at] as number);
  return {
    format: 1,
    lists: lists.map((code) => ({ code, version: versions?.get(code) ?? '' })),
    partyIds: packTexts(party.ids),
    partyList: party.list.shared8(),
    partyType: party.type.shared8(),
    partyNames: party.names.shared32(),
    partyRecords: packTexts(party.records),
    nameTexts: packTexts(names.texts),
    nameParty: names.party.shared32(),
    nameKind: names.kind.shared8(),
    nameReadings: names.readings.shared32(),
    readingName: readings.name.shared32(),
    readingKind: readings.kind.shared8(),
    readingTokens,
    readingWeight: weighReadings(readingTokens, tokenWord, tokenRole, described.wordBits),
    tokenWord,
    tokenRole,
    tokenWritten: tokens.written.shared32(),
    words: packTexts(vocabulary.texts),
    wordPhones: packTexts(vocabulary.phones),
    ...described,
    ...postingsOf(readingTokens, tokenWord, vocabulary.texts.length, alsoRead),
    byJoined: collected.byJoined.finish(),
    byWhole: collected.byWhole.finish(),
    byBag: collected.byBag.finish(),
    byAcronym: collected.byAcronym.finish(),
    byIdentifier: collected.byIdentifier.finish(),
    byAddress: collected.byAddress.finish(),
    ...written,
    also: alsoLists.finish(),
  };
}

/** How the words behind standing words were written, so that a slip in one of them (`Limitrd`) is still found. */
function standingWords(standing: ReadonlyMap<string, StandingText>, vocabulary: Vocabulary): Pick<IndexData, 'byAlias' | 'byPart'> {
  const wholes = new HashListsBuilder();
  const pieces = new HashListsBuilder();
  const add = (into: HashListsBuilder, written: string, word: number) => into.add(mixed(vocabulary.plain(written)), word);
  for (const [text, { role, word }] of standing) {
    const norm = vocabulary.texts[word] as string;
    const whole = foldLatin(text).replace(/[^a-z0-9]/g, '');
    if (whole !== norm) add(wholes, whole, word);
    const all = text.split(/[^\p{L}\p{N}]+/u);
    // One word of a legal form is as good as all of it; one word of `design bureau` is not.
    const isWhole = role === 'legalForm' || all.length === 1;
    for (const piece of all) {
      const written = foldLatin(piece);
      if (written.length < 3 || written === norm) continue;
      add(isWhole ? wholes : pieces, written, word);
    }
  }
  return { byAlias: wholes.finish(), byPart: pieces.finish() };
}
function describeWords(vocabulary: Vocabulary, parties: number, raritiesOf: IndexData | undefined) {
  const { texts, roles, families, sounds, skeletons } = vocabulary;
  const count = texts.length;
  const wordBits = sharedFloat32(count);
  const wordFamily = sharedInt32(count);
  const wordLetters = sharedUint32(count);
  const wordSkeleton = sharedUint32(count);
  const wordSound = sharedUint32(count);
  const byWord = new HashListsBuilder(count);
  const byDeletion = new HashListsBuilder(count * 28);
  const bySound = new HashListsBuilder(count);
  const bySkeleton = new HashListsBuilder(count);
  const byFamily = new HashListsBuilder(count >> 3);
  const known = raritiesOf === undefined ? null : raritiesIn(raritiesOf);
  for (let word = 0; word < count; word += 1) {
    const text = texts[word] as string;
    const role = roles[word] as TokenRole;
    const family = families[word] as number;
    wordBits[word] = known?.(text) ?? bitsOf(vocabulary.partiesHaving(word), parties, commonness({ role, family, norm: text }));
    wordFamily[word] = family;
    wordLetters[word] = lettersIn(text);
    byWord.add(keyOf(text, salts.word), word);
    if (family >= 0) byFamily.add(keyOf(String(family), salts.family), word);
    if (role === 'number') continue;
    eachDeletion(text, (key) => byDeletion.add(key, word));
    const sound = sounds[word] as string;
    if (sound !== '') {
      wordSound[word] = keyOf(sound, salts.sound);
      bySound.add(wordSound[word] as number, word);
    }
    const skeleton = skeletons[word] as string;
    if (skeleton.length > 1) {
      wordSkeleton[word] = keyOf(skeleton, salts.skeleton);
      bySkeleton.add(wordSkeleton[word] as number, word);
    }
  }
  return {
    wordBits,
    wordFamily,
    wordLetters,
    wordSkeleton,
    wordSound,
    byWord: byWord.finish(),
    byDeletion: byDeletion.finish(),
    bySound: bySound.finish(),
    bySkeleton: bySkeleton.finish(),
    byFamily: byFamily.finish(),
  };
}

/** For each word the readings it stands in, in their order and each once. */
function postingsOf(
  readingTokens: Uint32Array,
  tokenWord: Uint32Array,
  words: number,
  also: { readonly token: Uint32Array; readonly word: Uint32Array },
): Pick<IndexData, 'postingStarts' | 'postings'> {
  const counts = new Uint32Array(words + 1);
  const last = new Uint32Array(words).fill(0xffffffff);
  const eachWord = (take: (word: number, reading: number) => void) => {
    last.fill(0xffffffff);
    let further = 0;
    for (let reading = 0; reading + 1 < readingTokens.length; reading += 1) {
      const end = readingTokens[reading + 1] as number;
      for (let token = readingTokens[reading] as number; token < end; token += 1) {
        const word = tokenWord[token] as number;
        if (last[word] !== reading) take(word, reading);
        last[word] = reading;
        for (; further < also.token.length && (also.token[further] as number) <= token; further += 1) {
          const other = also.word[further] as number;
          if (last[other] !== reading) take(other, reading);
          last[other] = reading;
        }
      }
    }
  };
  eachWord((word) => {
    counts[word + 1] = (counts[word + 1] as number) + 1;
  });
  const postingStarts = sharedUint32(words + 1);
  for (let word = 0; word < words; word += 1) postingStarts[word + 1] = (postingStarts[word] as number) + (counts[word + 1] as number);
  const postings = sharedUint32(postingStarts[words] as number);
  const next = postingStarts.slice();
  eachWord((word, reading) => {
    postings[next[word] as number] = reading;
    next[word] = (next[word] as number) + 1;
  });
  return { postingStarts, postings };
}

function weighReadings(readingTokens: Uint32Array, tokenWord: Uint32Array, tokenRole: Uint8Array, wordBits: Float32Array): Float32Array {
  const weights = sharedFloat32(readingTokens.length - 1);
  for (let reading = 0; reading < weights.length; reading += 1) {
    let weight = 0;
    const end = readingTokens[reading + 1] as number;
    for (let token = readingTokens[reading] as number; token < end; token += 1)
      weight += baseWeight((tokenRole[token] as number) & ~ALSO_READ, wordBits[tokenWord[token] as number] as number);
    weights[reading] = weight;
  }
  return weights;
}
