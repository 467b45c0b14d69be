import type { Draft } from './draft.ts';
import { joinSyllables } from './east-asian.ts';
import { readJapanese } from './japanese.ts';
import { joinParts, partsOf } from './join.ts';
import type { RawWord } from './split.ts';
import { childWords, smallWords } from './tables/particles.ts';
import type { NameToken } from './types.ts';
import { tokenOf } from './words.ts';

const patronymic =
  /(?:[oeaiy]v(?:i|y)(?:ch|tch|tsch|c)|[oea]wi(?:tsch|cz)|[oeiy]vn[ay]|[oe]un[ay]|ichn[ay]|a[wu]na|inichna|[mkl]ich|lyich|oglu|ogly|qizi|kizi|uulu|kyzy)$/u;
const surnameEnding = /(?:ov|ev|yov|ova|eva|in|ina|sky|ski|skiy|skii|skaya|ko|uk|yuk|chuk|yan|ian|dze|shvili|ov[ay]|enko)$/u;

function isPatronymic(drafts: readonly Draft[], at: number, hasComma: boolean): boolean {
  const draft = drafts[at];
  if (draft === undefined || at === 0 || draft.isFamily || draft.word.norm.length < 6 || !patronymic.test(draft.word.norm)) return false;
  if (hasComma || at < drafts.length - 1) return true;
  // Царев Михаил Михайлович: family name first.
  return drafts.length === 3 && surnameEnding.test(drafts[0]?.word.norm ?? '');
}

function withRoles(drafts: readonly Draft[], hasComma: boolean): readonly Draft[] {
  const isChild = (at: number): boolean => childWords.has(drafts[at]?.word.norm ?? '');
  const last = drafts.length - 1;
  const first = drafts.map((draft, at): Draft => {
    const { norm, isTitle } = draft.word;
    // O is a Korean family name.
    if (norm.length === 1 && !(draft.isFamily && norm === 'o')) return { ...draft, role: 'initial' };
    // Sheikh, Khan and Haji at the end are family names.
    const isFree = isTitle === 'yes' ? last > 0 && (at < last || hasComma) && !draft.isFamily : last > 1 && at < last && !draft.isFamily;
    if (isTitle !== 'no' && isFree) return { ...draft, role: 'honorific' };
    if (isTitle === 'yes' && suffixes.has(norm)) return { ...draft, role: 'honorific' };
    if (at < last && (childWords.has(norm) || (smallWords.has(norm) && last > 0))) return { ...draft, role: 'particle' };
    if ((isChild(at - 1) && at < last && !draft.isFamily) || isPatronymic(drafts, at, hasComma)) return { ...draft, role: 'patronymic' };
    return hasComma ? { ...draft, role: draft.isFamily ? 'family' : 'given' } : draft;
  });
  const open = first.filter((draft) => draft.role === null);
  const family = open.find((draft) => draft.isFamily) ?? (open.length > 1 ? open.at(-1) : undefined);
  return first.map((draft) => (draft.role !== null ? draft : { ...draft, role: draft === family ? 'family' : 'given' }));
}

// Jr and the like stand last and are no family name.
const suffixes = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv', 'phd', 'md', 'esq']);

/**
 * Reads the words of a person's name; `LAST, First Middle` is turned round. Several readings where the order of a Chinese or Korean name is open.
 */
export function readPerson(clean: string, words: readonly RawWord[]): readonly (readonly NameToken[])[] {
  const comma = words.findIndex((word, at) => at > 0 && word.glue === ',' && !suffixes.has(word.text.toLowerCase()));
  const drafts = joinParts(partsOf(words, comma)).filter((draft) => draft.word.norm !== '');
  const read = joinSyllables(drafts, comma > 0).map((reading) =>
    withRoles(reading, comma > 0).map((draft) => tokenOf(clean.slice(draft.from, draft.until), draft.word, draft.role ?? 'given')),
  );
  const japanese = words[0]?.script === 'Hani' ? readJapanese(words) : [];
  return japanese.length === 0 ? read : [...read, ...japanese];
}
