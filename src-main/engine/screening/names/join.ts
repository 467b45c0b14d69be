import { compoundWord, readPersonWord, withEnding } from './compounds.ts';
import type { Draft, Part } from './draft.ts';
import { isArabicFamily, isEastAsianFamily } from './families.ts';
import { knownWord } from './known-words.ts';
import { isOneSlip } from './mend.ts';
import type { RawWord } from './split.ts';
import {
  articles,
  assimilatedArticles,
  faithWords,
  familyEndings,
  fatherWords,
  godWords,
  servantOrName,
  servantWords,
} from './tables/particles.ts';
import type { Word } from './types.ts';
import { partUnspacedName } from './unspaced-name.ts';
import { readHanSurname, readWord } from './words.ts';

const apostrophe = /'/gu;
// al'Aziz, el'Ayashi: the article written on with an apostrophe.
const gluedArticle = /^(?:al|el|ul)'(?=\p{L}{2})/iu;

/** The words of a person's name in natural order: what stands before the comma goes to the end. */
export function partsOf(words: readonly RawWord[], comma: number): readonly Part[] {
  const parts: Part[] = [];
  const push = (raw: RawWord, text: string, isFamily: boolean): void => {
    const unspaced = raw.script === 'Hani' || raw.script === 'Hang' ? partUnspacedName(text) : null;
    if (unspaced !== null && (words.length === 1 || words.every((word) => word.script !== raw.script || word === raw))) {
      const between = raw.from + unspaced.family.length;
      const family = raw.script === 'Hani' ? readHanSurname(unspaced.family) : readWord(unspaced.family, raw.script);
      parts.push({ word: readWord(unspaced.given, raw.script), raw: { ...raw, text: unspaced.given, from: between }, isFamily: false });
      parts.push({ word: family, raw: { ...raw, text: unspaced.family, until: between }, isFamily: true });
      return;
    }
    const { word, names } = readPersonWord(text === raw.text ? raw.known : knownWord(text, raw.script));
    if (names.length === 0) parts.push({ word, raw, isFamily });
    else for (const name of names) parts.push({ word: { ...name, script: raw.script }, raw, isFamily });
  };
  words.forEach((raw, at) => {
    const isFamily = at < comma;
    if (!raw.text.includes("'")) push(raw, raw.text, isFamily);
    else {
      const glued = gluedArticle.exec(raw.text)?.[0].length ?? 0;
      if (glued > 0) push({ ...raw, until: raw.from + glued }, raw.text.slice(0, glued - 1), isFamily);
      const rest = glued > 0 ? { ...raw, glue: '-', from: raw.from + glued } : raw;
      push(rest, raw.text.slice(glued).replace(apostrophe, ''), isFamily);
    }
  });
  return comma <= 0 ? parts : [...parts.filter((part) => !part.isFamily), ...parts.filter((part) => part.isFamily)];
}

// Abd is the name Abid, too, unless the next word has the article.
const arabicArticle = /^[اٱ]ل/u;

function isArticle(parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  const next = parts[at + 1];
  if (part === undefined || next === undefined || next.word.norm.length < 2) return false;
  const { norm, script } = part.word;
  if (script === 'Arab') return norm === 'al';
  if (script !== 'Latn' || norm.length > 4) return false;
  const isHyphened = next.raw.glue === '-';
  // "Al Gore" is a given name, "Al Houthi" an article: a blank after it says little at the start of a short name.
  if (articles.has(norm)) return isHyphened || at > 0 || parts.length > 2;
  if (!assimilatedArticles.has(norm)) return false;
  // PARK, Un-simae: the first syllable of a Korean name.
  if (parts.some(({ isFamily, word }) => isFamily && isEastAsianFamily(word.family)) && !next.word.norm.startsWith(norm.slice(1)))
    return false;
  return isHyphened || (norm.length > 1 && next.word.norm.startsWith(norm.slice(1)) && (norm.startsWith('a') || at > 0));
}

const withArticle = new Map<Word, Word>();

/** The word with its article also as one (Al-Zahrani, Alzahrani): where the other side writes them so, they meet. */
function articled(word: Word): Word {
  if (word.script !== 'Latn') return word;
  let read = withArticle.get(word);
  if (read === undefined) {
    read = { ...word, others: [...word.others, `al${word.norm}`, `el${word.norm}`] };
    withArticle.set(word, read);
  }
  return read;
}

/** Joins what is one name in several words, and drops articles into the word they belong to. */
export function joinParts(parts: readonly Part[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const skipArticle = (at: number): number => (isArticle(parts, at) ? at + 1 : at);
  for (let at = 0; at < parts.length; ) {
    const first = parts[at];
    const named = skipArticle(at);
    const part = parts[named];
    if (first === undefined || part === undefined) break;
    const second = skipArticle(named + 1);
    const next = parts[second];
    const joined = next === undefined ? null : join(part, next, second > named + 1, parts.length > 2);
    const last = joined === null || next === undefined ? part : next;
    const word = joined ?? (named > at ? articled(part.word) : part.word);
    drafts.push({
      from: Math.min(first.raw.from, last.raw.from),
      until: Math.max(part.raw.until, last.raw.until),
      word,
      isFamily: first.isFamily || last.isFamily,
      glue: first.raw.glue,
    });
    at = joined === null ? named + 1 : second + 1;
  }
  return drafts;
}

/** Abdlu Manaf, Abdudl Rahim: before the second half of such a name a slip in the first is none. */
const isSlippedServant = ({ norm, family, script }: Word, half: Word): boolean =>
  script === 'Latn' && family < 0 && norm.startsWith('abd') && isArabicFamily(half.family) && isOneSlip(norm, 'abdul');

function join(part: Part, next: Part, hasArticle: boolean, isLonger: boolean): Word | null {
  const { norm } = part.word;
  const second = next.word;
  if (second.norm.length < 2 || part.raw.glue === '(' || next.raw.glue === '(') return null;
  const isServant = servantWords.has(norm) || (hasArticle && servantOrName.has(norm)) || isSlippedServant(part.word, second);
  if (isServant && (part.word.script !== 'Arab' || arabicArticle.test(next.raw.text))) {
    return godWords.has(second.norm)
      ? readWord('abdullah', 'Latn')
      : compoundWord('abd', second.script === 'Arab' ? readWord(next.raw.text.replace(arabicArticle, ''), 'Arab') : second);
  }
  if (fatherWords.has(norm)) return compoundWord('abu', second);
  if (part.raw.text.length < 3) return null;
  if (faithWords.has(second.norm) && (hasArticle || second.norm.length > 3 || second.script === 'Arab'))
    return compoundWord('din', part.word);
  if (godWords.has(second.norm) && !norm.endsWith('llah')) return compoundWord('allah', part.word);
  // Salar Zadeh: of two words the ending is the family name.
  return isLonger && familyEndings.has(second.norm) ? withEnding(part.word, second) : null;
}
