import type { Draft } from './draft.ts';
import { isEastAsianFamily, isWesternFamily } from './families.ts';
import { koreanForm } from './hangul.ts';
import { soundOf } from './sound.ts';
import type { Word } from './types.ts';

// One syllable of Chinese or Korean in any of their romanisations.
const syllable = /^(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh|ts|tz|hs|ss|kk|tt|pp|jj)?(?:[aeiou]|[yw])[aeiou]{0,3}(?:ng|n|m|k|l|p|r|h|t|b|g|s)?$/u;

const isSyllable = (draft: Draft): boolean =>
  draft.word.script === 'Latn' && draft.word.norm.length <= 6 && !isWesternFamily(draft.word.family) && syllable.test(draft.word.norm);
const isSurname = (draft: Draft | undefined): boolean => draft !== undefined && isEastAsianFamily(draft.word.family);
/** A family name of several syllables (Szeto, Namgung, Tanaka). */
const isCompound = (draft: Draft): boolean =>
  draft.word.script === 'Latn' && draft.word.norm.length >= 4 && isSurname(draft) && !syllable.test(draft.word.norm);

function merged(first: Draft, second: Draft): Draft {
  const norm = first.word.norm + second.word.norm;
  const form = koreanForm(first.word.norm) + koreanForm(second.word.norm);
  const word: Word = {
    ...first.word,
    norm,
    others: form === norm ? [] : [form],
    skeleton: first.word.skeleton + second.word.skeleton,
    sound: soundOf(norm),
    phones: first.word.phones + second.word.phones,
    family: -1,
    isTitle: 'no',
  };
  return { ...first, from: Math.min(first.from, second.from), until: Math.max(first.until, second.until), word };
}

/**
 * A given name of more than two syllables is written with a hyphen as well (Hyok-namu), and as one word elsewhere: read both ways.
 */
function hyphenedGiven(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const family = drafts.find((draft) => draft.isFamily) ?? drafts.find(isSurname);
  const [one, other] = drafts.filter((draft) => draft !== family);
  if (one === undefined || other === undefined || !isSurname(family) || other.glue !== '-') return [drafts];
  const given = [one, other];
  // Young-sam is Korean, for all that Sam is English; Mary-Ann is not.
  if (given.some(({ word }) => word.script !== 'Latn') || !given.some((draft) => draft.word.family < 0 || isSurname(draft)))
    return [drafts];
  const joined = merged(one, other);
  return [drafts, family === drafts[0] ? [{ ...family, isFamily: true } as Draft, joined] : [joined, family as Draft]];
}

/**
 * Joins the two syllables of a Chinese or Korean given name (Xiao-ping, Xiao Ping, Se Gon), and knows the family name on either side. Where
 * either end could be the family name, there are two readings.
 */
export function joinSyllables(drafts: readonly Draft[], hasComma: boolean): readonly (readonly Draft[])[] {
  const [first, second, third] = drafts;
  if (first === undefined || second === undefined || drafts.length > 3 || !drafts.some(isSurname)) return [drafts];
  if (third === undefined) {
    // Two words: whichever is a family name by itself; the last one where both are.
    const isFirst = !hasComma && isSurname(first) && !isSurname(second) && first.word.norm.length <= 6;
    return [isFirst ? [{ ...first, isFamily: true }, second] : drafts];
  }
  if (!drafts.every((draft) => isSyllable(draft) || isCompound(draft))) return hyphenedGiven(drafts);
  if (hasComma) return third.isFamily && !second.isFamily ? [[merged(first, second), third]] : [drafts];
  const familyFirst = [{ ...first, isFamily: true }, merged(second, third)];
  const familyLast = [merged(first, second), { ...third, isFamily: true }];
  if (third.glue === '-') return [familyFirst];
  if (second.glue === '-') return [familyLast];
  if (isSurname(first) && isSurname(third)) return [familyFirst, familyLast];
  return [isSurname(third) ? familyLast : familyFirst];
}
