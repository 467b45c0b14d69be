import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { type CompoundKind, compoundFamily, familyOfName } from './families.ts';
import { soundOf } from './sound.ts';
import type { RawWord } from './split.ts';
import {
  articles,
  assimilatedArticles,
  childWords,
  faithWords,
  familyEndings,
  fatherWords,
  godWords,
  servantWords,
  smallWords,
} from './tables/particles.ts';
import type { NameToken } from './types.ts';
import { fieldsOf, readWord, type Word } from './words.ts';

export interface Part {
  readonly word: Word;
  readonly raw: RawWord;
  readonly isFamily: boolean;
}

interface Draft {
  from: number;
  until: number;
  word: Word;
  role: TokenRole | null;
  isFamily: boolean;
}

// Abd is the name Abid, too, unless the next word has the article.
const arabicArticle = /^[اٱ]ل/u;
const apostrophe = /'/gu;
// al'Aziz, el'Ayashi: the article written on with an apostrophe.
const gluedArticle = /^(al|el|ul)'(?=\p{L}{2})/iu;

function partsOf(words: readonly RawWord[], comma: number): readonly Part[] {
  const parts: Part[] = [];
  const push = (raw: RawWord, at: number): void => {
    const glued = gluedArticle.exec(raw.text);
    if (glued !== null) {
      const length = glued[0].length;
      push({ ...raw, text: raw.text.slice(0, length - 1), until: raw.from + length }, at);
      push({ ...raw, text: raw.text.slice(length), glue: '-', from: raw.from + length }, at);
      return;
    }
    const text = raw.text.includes("'") ? raw.text.replace(apostrophe, '') : raw.text;
    parts.push({ word: readWord(text, raw.script), raw: text === raw.text ? raw : { ...raw, text }, isFamily: comma >= 0 && at < comma });
  };
  words.forEach(push);
  if (comma < 0) return parts;
  return [...parts.filter((part) => !part.isFamily), ...parts.filter((part) => part.isFamily)];
}

function compound(norm: string, kind: CompoundKind, of: Word, skeleton: string): Word {
  const phones =
    kind === 'abd' ? `abdul${of.phones}` : kind === 'abu' ? `abu${of.phones}` : kind === 'din' ? `${of.phones}udin` : `${of.phones}ula`;
  return {
    norm,
    others: [],
    script: of.script,
    skeleton,
    sound: soundOf(norm),
    phones,
    isTitle: 'no',
    family: familyOfName(norm) >= 0 ? familyOfName(norm) : compoundFamily(kind, of.family),
  };
}

/** A family name with its ending in one word. */
function ended(stem: Word, ending: Word): Word {
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

const writtenServant = /^abd(?:al|el|ul|ol|il|oul|ur|us|un|ush|ar|as|an|er|es|ool)(.{3,})$/u;
const writtenFaith = /^(.{3,}?)(?:[aueoi]l|[aueoi]d|[aueo])?d(?:in|een|ine|ien)$/u;
const writtenGod = /^(.{3,}?)(?:[uoa])ll?ah?$/u;
const startsWithGod = /^l?l?ah?i?$/u;

/** A compound written as one word: Abdulrahman, Saifuddin, Rahmatullah. */
export function readCompound(word: Word): Word {
  if (word.script !== 'Latn' || word.norm.length < 6) return word;
  const { norm } = word;
  const servant = writtenServant.exec(norm)?.[1];
  if (servant !== undefined && !startsWithGod.test(servant)) {
    const rest = readWord(servant, 'Latn');
    return { ...compound(`abdul${rest.norm}`, 'abd', rest, `bd${rest.skeleton}`), others: [norm] };
  }
  if (word.family >= 0 || norm.startsWith('abd')) return word;
  const faith = writtenFaith.exec(norm)?.[1];
  if (faith !== undefined) {
    const rest = readWord(faith, 'Latn');
    if (rest.family >= 0) return { ...compound(`${rest.norm}uddin`, 'din', rest, `${rest.skeleton}dn`), others: [norm] };
  }
  const god = writtenGod.exec(norm)?.[1];
  if (god !== undefined) {
    const rest = readWord(god, 'Latn');
    if (rest.family >= 0) return { ...compound(`${rest.norm}ullah`, 'allah', rest, `${rest.skeleton}l`), others: [norm] };
  }
  return word;
}

/** Joins what is one name in several words, and drops articles into the word they belong to. */
function join(parts: readonly Part[]): Draft[] {
  const drafts: Draft[] = [];
  const isArticle = (at: number): boolean => {
    const part = parts[at];
    const next = parts[at + 1];
    if (part === undefined || next === undefined || (part.word.script !== 'Latn' && part.word.script !== 'Arab')) return false;
    const { norm } = part.word;
    if (articles.has(norm)) return next.raw.glue === '-' || at > 0 || parts.length > 2;
    return (
      assimilatedArticles.has(norm) &&
      (next.raw.glue === '-' || (norm.length > 1 && norm.slice(1) === next.word.norm.slice(0, norm.length - 1)))
    );
  };
  const skipArticle = (at: number): number => (isArticle(at) ? at + 1 : at);
  let at = 0;
  while (at < parts.length) {
    const first = parts[at];
    if (first === undefined) break;
    const start = first.raw.from;
    let { isFamily } = first;
    const named = skipArticle(at);
    const part = parts[named];
    if (part === undefined) break;
    const next = parts[skipArticle(named + 1)];
    const after = skipArticle(named + 1) + 1;
    const { norm } = part.word;
    const spans = (last: Part): { from: number; until: number } => ({
      from: Math.min(start, last.raw.from),
      until: Math.max(last.raw.until, part.raw.until),
    });
    if (
      next !== undefined &&
      servantWords.has(norm) &&
      next.word.norm.length > 1 &&
      (part.word.script !== 'Arab' || arabicArticle.test(next.raw.text))
    ) {
      const isGod = godWords.has(next.word.norm);
      const word = isGod ? readWord('abdullah', 'Latn') : compound(`abdul${next.word.norm}`, 'abd', next.word, `bd${next.word.skeleton}`);
      isFamily = isFamily || next.isFamily;
      drafts.push({ ...spans(next), word, role: null, isFamily });
      at = after;
    } else if (next !== undefined && fatherWords.has(norm) && next.word.norm.length > 1) {
      drafts.push({
        ...spans(next),
        word: compound(`abu${next.word.norm}`, 'abu', next.word, `b${next.word.skeleton}`),
        role: null,
        isFamily,
      });
      at = after;
    } else if (next !== undefined && faithWords.has(next.word.norm) && part.raw.text.length > 2) {
      drafts.push({ ...spans(next), word: compound(`${norm}uddin`, 'din', part.word, `${part.word.skeleton}dn`), role: null, isFamily });
      at = after;
    } else if (next !== undefined && godWords.has(next.word.norm) && part.raw.text.length > 2) {
      drafts.push({ ...spans(next), word: compound(`${norm}ullah`, 'allah', part.word, `${part.word.skeleton}l`), role: null, isFamily });
      at = after;
    } else if (next !== undefined && familyEndings.has(next.word.norm) && part.raw.text.length > 2) {
      drafts.push({ ...spans(next), word: ended(part.word, next.word), role: null, isFamily });
      at = after;
    } else {
      drafts.push({ from: start, until: part.raw.until, word: readCompound(part.word), role: null, isFamily });
      at = named + 1;
    }
  }
  return drafts;
}

const patronymic =
  /(?:ovi(?:ch|tch|tsch|c)|evi(?:ch|tch|tsch|c)|avi(?:ch|tch)|owi(?:tsch|cz)|ewi(?:tsch|cz)|ovn[ay]|evn[ay]|oun[ay]|eun[ay]|ichn[ay]|awna|inichna|lyich|mich|kich|oglu|ogly|qizi|kizi|uulu|kyzy)$/u;

function giveRoles(drafts: readonly Draft[], hasComma: boolean): void {
  drafts.forEach((draft, at) => {
    const { norm } = draft.word;
    if (norm.length === 1) draft.role = 'initial';
    else if (
      draft.word.isTitle !== 'no' &&
      drafts.length > 1 &&
      (draft.word.isTitle === 'yes' || (drafts.length > 2 && at < drafts.length - 1))
    )
      draft.role = 'honorific';
    else if (childWords.has(norm) || smallWords.has(norm)) draft.role = 'particle';
    else if (at > 0 && drafts[at - 1]?.role === 'particle' && childWords.has(drafts[at - 1]?.word.norm ?? '') && at < drafts.length - 1)
      draft.role = 'patronymic';
    else if (at > 0 && !draft.isFamily && patronymic.test(norm) && (hasComma || at < drafts.length - 1)) draft.role = 'patronymic';
    else if (hasComma) draft.role = draft.isFamily ? 'family' : 'given';
  });
  if (hasComma) return;
  const open = drafts.filter((draft) => draft.role === null);
  open.forEach((draft, at) => {
    draft.role = at === open.length - 1 && open.length > 1 ? 'family' : 'given';
  });
}

/** Reads the words of a person's name; `LAST, First Middle` is turned round. */
export function readPerson(clean: string, words: readonly RawWord[]): readonly NameToken[] {
  const comma = words.findIndex((word, at) => at > 0 && word.glue === ',');
  const drafts = join(partsOf(words, comma));
  giveRoles(drafts, comma > 0);
  return drafts
    .filter((draft) => draft.word.norm !== '')
    .map((draft) => ({ text: clean.slice(draft.from, draft.until), ...fieldsOf(draft.word), role: draft.role ?? 'given' }));
}
