import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import type { Draft } from './draft.ts';
import { joinSyllables } from './east-asian.ts';
import { readJapanese } from './japanese.ts';
import { joinParts, partsOf } from './join.ts';
import type { RawWord } from './split.ts';
import { childWords, smallWords } from './tables/particles.ts';
import type { NameToken, Word } from './types.ts';
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

/** Role of each word of a person's name. */
function rolesOf(drafts: readonly Draft[], hasComma: boolean): readonly TokenRole[] {
  const last = drafts.length - 1;
  const roles = drafts.map((draft, at) => tellingRole(drafts, draft, at, hasComma));
  let family = drafts.findIndex(({ isFamily }, at) => isFamily && roles[at] === null);
  if (family < 0) {
    const open = roles.lastIndexOf(null);
    family = open > 0 && roles.lastIndexOf(null, open - 1) >= 0 ? open : last + 1;
  }
  return roles.map((role, at) => role ?? (at === family ? 'family' : 'given'));
}

/** What a word says of itself or beside its neighbours; null for a name that is given or family by its place alone. */
function tellingRole(drafts: readonly Draft[], { word, isFamily }: Draft, at: number, hasComma: boolean): TokenRole | null {
  const { norm, isTitle } = word;
  const last = drafts.length - 1;
  // O is a Korean family name.
  if (norm.length === 1 && !(isFamily && norm === 'o')) return 'initial';
  if (isTitle !== 'no') {
    // Sheikh, Khan and Haji at the end are family names.
    const isFree = isTitle === 'yes' ? last > 0 && (at < last || hasComma) && !isFamily : last > 1 && at < last && !isFamily;
    if (isFree || (isTitle === 'yes' && suffixes.has(norm))) return 'honorific';
  }
  if (at < last && (childWords.has(norm) || (isSmall(word) && last > 0))) return 'particle';
  const isAfterChild = at > 0 && at < last && !isFamily && childWords.has(drafts[at - 1]?.word.norm ?? '');
  if (isAfterChild || isPatronymic(drafts, at, hasComma)) return 'patronymic';
  return hasComma ? (isFamily ? 'family' : 'given') : null;
}

// عدي is Uday, which romanises to an Italian di.
const isSmall = ({ norm, script, family }: Word): boolean => smallWords.has(norm) && (script !== 'Arab' || family < 0);

// Jr and the like stand last and are no family name.
const suffixes = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv', 'phd', 'md', 'esq']);

/**
 * Reads the words of a person's name; `LAST, First Middle` is turned round. Several readings where the order of a Chinese or Korean name is open.
 */
export function readPerson(clean: string, words: readonly RawWord[]): readonly (readonly NameToken[])[] {
  const comma = words.findIndex((word, at) => at > 0 && word.glue === ',' && !suffixes.has(word.text.toLowerCase()));
  const drafts = joinParts(partsOf(words, comma)).filter((draft) => draft.word.norm !== '');
  const read = joinSyllables(drafts, comma > 0).map((reading) => {
    const roles = rolesOf(reading, comma > 0);
    return reading.map(({ from, until, word }, at) => tokenOf(clean.slice(from, until), word, roles[at] as TokenRole));
  });
  const japanese = words[0]?.script === 'Hani' ? readJapanese(words) : [];
  return japanese.length === 0 ? read : [...read, ...japanese];
}
