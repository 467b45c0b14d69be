import { type CompoundKind, compoundFamily, familyOfName, isArabicFamily } from './families.ts';
import type { KnownWord } from './known-words.ts';
import { slotOf } from './slots.ts';
import { soundOf } from './sound.ts';
import type { PersonWord, Word } from './types.ts';
import { readWord, wordOf } from './words.ts';

/** How each kind of compound is put together from its variable half: norm, sounds, skeleton. */
const shapes: Readonly<Record<CompoundKind, readonly [before: string, after: string, skeletonBefore: string, skeletonAfter: string]>> = {
  abd: ['abdul', '', 'bd', ''],
  abu: ['abu', '', 'b', ''],
  din: ['', 'uddin', '', 'dn'],
  allah: ['', 'ullah', '', 'l'],
};

/** One word for a compound (Abd al-Rahman, Saif al-Din, Rahmat Ullah, Abu Bakr), whatever way it was written. */
export function compoundWord(kind: CompoundKind, half: Word, others: readonly string[] = []): Word {
  const [before, after, skeletonBefore, skeletonAfter] = shapes[kind];
  const norm = before + half.norm + after;
  const own = familyOfName(norm);
  return {
    norm,
    others,
    script: half.script,
    skeleton: skeletonBefore + half.skeleton + skeletonAfter,
    sound: soundOf(norm),
    phones: before + half.phones + after.replace('dd', 'd').replace('llah', 'la'),
    isTitle: 'no',
    family: own >= 0 ? own : compoundFamily(kind, half.family),
    slot: slotOf(norm),
  };
}

const servantWithL = /^abd[aeiou]{1,2}l(.{3,})$/u;
const servantAssimilated = /^abd[aeiou]{1,2}((?:r|s|n|z|d|t|sh|th).{3,})$/u;
const faith = /^(.{3,}?)(?:ou[ld]|[aueoi]l|[aueoi]d|ou|[aueo])?d(?:in|een|ine|ien)$/u;
const god = /^(.{3,}?)(?:ou|[uoa])ll?ah?$/u;
const father = /^ab(?:u|ou)(?:l|el|al)?(.{4,})$/u;
const childOf = /^(?:bin|ben|ibn)(?:al|el|ul)?(.{4,})$/u;
const joinedArticle = /^(?:al|el)(.{4,})$/u;
const beginsWithGod = /^l?l?[ae]?l?l?ah?i?$/u;
const doubled = /^(.)\1|^(sh)sh|^(th)th/u;

const latinShapes = [
  [faith, 'din'],
  [god, 'allah'],
  [father, 'abu'],
] as const;
// How every shape above begins or ends: most words are told by that alone.
const mayBeCompound = /^(?:a[bl]|[bei])|(?:[ln]a?h?|ne?)$/u;

function latin(text: string): Word {
  return readWord(text.replace(doubled, '$1$2$3'), 'Latn');
}

/** Abdullatif and Abdulatif are Latif, Abdulaziz is Aziz: the half that is a known name decides whose the l is. */
function servantHalf(half: string): Word {
  const plain = latin(half);
  if (plain.family >= 0) return plain;
  const withL = latin(`l${half}`);
  return withL.family >= 0 ? withL : plain;
}

function readLatin(word: Word): Word {
  const { norm } = word;
  if (norm.startsWith('abd')) {
    const half = servantWithL.exec(norm)?.[1];
    if (half !== undefined && !beginsWithGod.test(half)) return compoundWord('abd', servantHalf(half), [norm]);
    const assimilated = servantAssimilated.exec(norm)?.[1];
    if (assimilated !== undefined) return compoundWord('abd', latin(assimilated), [norm]);
  }
  if (word.family >= 0) return word;
  if (!mayBeCompound.test(norm)) return word;
  for (const [shape, kind] of latinShapes) {
    const half = shape.exec(norm)?.[1];
    if (half === undefined) continue;
    const of = latin(half);
    // Only beside a known name: Aladdin and Abuja are no compounds.
    if (of.family >= 0) return compoundWord(kind, of, [norm]);
  }
  const child = childOf.exec(norm)?.[1];
  const named = child ?? joinedArticle.exec(norm)?.[1];
  if (named !== undefined) {
    const of = latin(named);
    if (isArabicFamily(of.family)) return { ...of, others: [norm] };
  }
  return word;
}

const arabicServant = /^عبدال(.{2,})$/u;
const arabicFaith = /^(.{2,})ال?د[يی]ن$/u;
const arabicGod = /^(.{3,}?)ا?لل?[هہ]$/u;
const arabicFather = /^[أا]ب[ويی](?:ال)?(.{3,})$/u;
const arabicChild = /^بن(?:ال)?(.{3,})$/u;

function readArabic(word: Word, text: string): Word {
  if (word.family >= 0) return word;
  const servant = arabicServant.exec(text)?.[1];
  if (servant !== undefined) return compoundWord('abd', readWord(servant, 'Arab'));
  for (const [shape, kind] of [
    [arabicFaith, 'din'],
    [arabicGod, 'allah'],
    [arabicFather, 'abu'],
  ] as const) {
    const half = shape.exec(text)?.[1];
    if (half !== undefined) return compoundWord(kind, readWord(half, 'Arab'));
  }
  const child = arabicChild.exec(text)?.[1];
  if (child === undefined) return word;
  const of = readWord(child, 'Arab');
  return of.family >= 0 ? of : word;
}

const twoNames = /^(.{3,}?)[uia](?:l|r|s|z|n|sh)(.{4,})$/u;
const firstOfTwo = /^(.{3,})[ui](?:l|r)$/u;

function readTwoNames(word: Word): readonly Word[] {
  const alone = firstOfTwo.exec(word.norm)?.[1];
  if (alone !== undefined) {
    const of = readWord(alone, 'Latn');
    if (isArabicFamily(of.family)) return [of];
  }
  const [, one = '', other = ''] = twoNames.exec(word.norm) ?? [];
  if (one === '') return noNames;
  const halves = [latin(one), latin(other)];
  return halves.every((half) => isArabicFamily(half.family)) ? halves : noNames;
}

const noNames: readonly Word[] = [];

/**
 * Reads one word of a person's name: as `readWord`, compounds written as one word (Abdulrahman, Saifuddin, عبدالرحمن) as compounds, and two names
 * with the article between (Azizurrahman, Shamsulhaq) or at the end of the first (Hameedul Hassan) apart.
 */
export function readPersonWord(known: KnownWord): PersonWord {
  known.person ??= asPersonWord(wordOf(known), known.text, known.script);
  return known.person;
}

function asPersonWord(plain: Word, text: string, script: string): PersonWord {
  let word = plain;
  if (compounding.has(script)) {
    if (script === 'Arab') word = readArabic(plain, text);
    else if (plain.norm.length >= 6) {
      const read = readLatin(plain);
      // Most words are no compound, and need no copy.
      word = read.script === script ? read : { ...read, script };
    }
  }
  const mayBeTwo = word.script === 'Latn' && word.family < 0 && word.norm.length >= 6;
  return { word, names: mayBeTwo ? readTwoNames(word) : noNames };
}

const compounding = new Set(['Latn', 'Arab', 'Cyrl']);

/** A family name with its ending in one word: Ahmadi Nejad. */
export function withEnding(stem: Word, ending: Word): Word {
  const norm = stem.norm + ending.norm;
  return {
    ...stem,
    norm,
    others: [],
    skeleton: stem.skeleton + ending.skeleton,
    sound: soundOf(norm),
    phones: stem.phones + ending.phones,
    family: familyOfName(norm),
    isTitle: 'no',
  };
}
