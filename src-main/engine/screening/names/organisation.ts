import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { readFirmWord } from './firm-words.ts';
import { japaneseWays } from './japanese.ts';
import { knownWord } from './known-words.ts';
import { isOneSlip } from './mend.ts';
import { cutUnspaced, isArea, isPhraseAt, translationsOf } from './phrases.ts';
import type { RawWord } from './split.ts';
import { leadingForms } from './tables/legal-forms.ts';
import { articles, assimilatedArticles } from './tables/particles.ts';
import type { FirmWord, NameToken, Phrase } from './types.ts';
import { tokenOf } from './words.ts';

interface Part {
  readonly read: FirmWord;
  /** As it stands in the name, where that is at hand. */
  readonly text?: string;
  readonly from: number;
  readonly until: number;
  readonly glue: string;
}

const soundless = { skeleton: '', sound: '', phones: '' };
const none: readonly string[] = [];
const apostrophe = /'/gu;
const unspaced = new Set(['Hani', 'Hira', 'Kana', 'Thai', 'Hang']);

/** A piece of writing without blanks: in the words English names say for it where there are such, else as it sounds. */
function piecesOf(piece: string, script: string, way: number, place: Pick<Part, 'from' | 'until' | 'glue'>): readonly Part[] {
  const ways = script === 'Hani' ? translationsOf(piece) : [];
  const said = ways[Math.min(way, ways.length - 1)];
  if (said === undefined) {
    const read = readFirmWord(knownWord(piece, script));
    const japanese = script === 'Hani' && read.phrases === undefined ? japaneseWays(piece) : [];
    return [
      japanese.length === 0
        ? { read, ...place }
        : { read: { ...read, word: { ...read.word, others: [...read.word.others, ...japanese] } }, ...place },
    ];
  }
  return said.map((text, at): Part => {
    const read = readFirmWord(knownWord(text, 'Latn'));
    const sounds = said.length === 1 ? readFirmWord(knownWord(piece, script)).word : null;
    const others = sounds === null ? read.word.others : [sounds.norm, ...sounds.others];
    return { read: { ...read, word: { ...read.word, others, script } }, ...place, glue: at === 0 ? place.glue : ' ' };
  });
}

const MOST_WAYS = 3;

/** In how many ways a name is read: as many as the word in Han characters has that English names say most differently. */
function waysToRead(words: readonly RawWord[]): number {
  let ways = 1;
  for (const { text, script } of words)
    if (script === 'Hani') for (const piece of cutUnspaced(text)) ways = Math.max(ways, translationsOf(piece).length);
  return Math.min(ways, MOST_WAYS);
}

/** Reads single letters with dots between as one word (`S.A.`, `J. S. C.`), and cuts writing without blanks. */
function partsOf(words: readonly RawWord[], way: number): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const raw = words[at];
    if (raw === undefined) break;
    const { script, from, glue } = raw;
    if (unspaced.has(script) && raw.text.length > 1) {
      let start = from;
      for (const piece of cutUnspaced(raw.text)) {
        const until = start + piece.length;
        if (start === from || !isArea(piece))
          parts.push(...piecesOf(piece, script, way, { from: start, until, glue: start === from ? glue : ' ' }));
        start = until;
      }
      continue;
    }
    let text = raw.text.includes("'") ? raw.text.replace(apostrophe, '') : raw.text;
    let { until } = raw;
    if (text.length === 1 && script === 'Latn' && text !== '&') {
      for (let next = words[at + 1]; next !== undefined && next.glue === '.' && next.text.length === 1; next = words[at + 1]) {
        text += next.text;
        until = next.until;
        at += 1;
      }
    }
    const read = readFirmWord(text === raw.text ? raw.known : knownWord(text, script));
    if (read.cut > 0 && until - from === text.length) {
      parts.push({ read: readFirmWord(knownWord(text.slice(0, read.cut), script)), from, until: from + read.cut, glue });
      parts.push({ read: readFirmWord(knownWord(text.slice(read.cut), script)), from: from + read.cut, until, glue: ' ' });
    } else parts.push(until - from === raw.text.length ? { read, text: raw.text, from, until, glue } : { read, from, until, glue });
  }
  mendJointStock(parts);
  return parts;
}

/** `Jiont Stock Company`, `Joint Sotck Company`: a slip in either word beside the other one. Alone, either may be the name of a firm (Stork). */
function mendJointStock(parts: Part[]): void {
  for (let at = 0; at < parts.length; at += 1) {
    const norm = parts[at]?.read.norm;
    if (norm === 'stock') {
      mendAt(parts, at - 1, 'joint');
      at += partJoint(parts, at - 1);
    } else if (norm === 'joint') mendAt(parts, at + 1, 'stock');
  }
}

/** `Magnetonjoint Stock Company`: the name and the form written as one. How many words there are more. */
function partJoint(parts: Part[], at: number): number {
  const part = parts[at];
  const letters = (part?.read.word.norm.length ?? 0) - 'joint'.length;
  if (part === undefined || letters < SHORTEST_NAME || !part.read.word.norm.endsWith('joint') || part.until - part.from !== letters + 5)
    return 0;
  const { norm } = part.read.word;
  const cut = part.from + letters;
  parts.splice(
    at,
    1,
    { read: readFirmWord(knownWord(norm.slice(0, letters), 'Latn')), from: part.from, until: cut, glue: part.glue },
    { read: readFirmWord(knownWord('joint', 'Latn')), from: cut, until: part.until, glue: ' ' },
  );
  return 1;
}
const SHORTEST_NAME = 3;

function mendAt(parts: Part[], at: number, meant: string): void {
  const part = parts[at];
  if (part === undefined || part.read.word.script !== 'Latn' || !isOneSlip(part.read.norm, meant)) return;
  parts[at] = { ...part, read: readFirmWord(knownWord(meant, 'Latn')) };
}

function isArticle(parts: readonly Part[], at: number): boolean {
  const next = parts[at + 1];
  if (next === undefined || next.read.word.norm.length < 2) return false;
  const norm = parts[at]?.read.word.norm ?? '';
  if (next.glue === ' ') return (norm === 'al' || norm === 'el') && next.read.word.norm.length > 2;
  if (next.glue !== '-') return false;
  return articles.has(norm) || (assimilatedArticles.has(norm) && norm.length > 1);
}

const connectives = new Set(['e', 'i', 'o', 'u', 'ye', 'va', 'wa']);

/** Lashkar-e-Taiba, Jamaat-i-Islami: what joins two words of Persian or Urdu, between two hyphens. */
function isConnective(parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  return part !== undefined && part.glue === '-' && parts[at + 1]?.glue === '-' && connectives.has(part.read.word.norm);
}

/** Short forms mean a legal form only at an end of the name, beside another form, or after a comma. */
function stands(phrase: Phrase, parts: readonly Part[], at: number, before: TokenRole | undefined): boolean {
  if (!phrase.isShort) return true;
  if (at === 0) return parts.length > phrase.words.length && leadingForms.has(phrase.words.join(''));
  const end = at + phrase.words.length;
  const next = parts[end];
  if (next === undefined || next.glue === '(' || next.glue === ',' || parts[at]?.glue === ',' || before === 'legalForm') return true;
  return next.read.phrases?.find((one) => isPhraseAt(one, parts, end))?.role === 'legalForm';
}

/** The longest phrase of the tables that stands at a place and is meant there. */
function phraseAt(parts: readonly Part[], at: number, before: TokenRole | undefined): Phrase | undefined {
  const phrases = parts[at]?.read.phrases;
  if (phrases === undefined) return undefined;
  for (const phrase of phrases) if (isPhraseAt(phrase, parts, at) && stands(phrase, parts, at, before)) return phrase;
  return undefined;
}

/** Reads the words of an organisation's name (of a vessel's and an aircraft's, too): legal forms, trade words, places and numbers apart. */
export function readOrganisation(clean: string, words: readonly RawWord[]): readonly (readonly NameToken[])[] {
  const ways = waysToRead(words);
  const readings = [readOneWay(clean, partsOf(words, 0))];
  for (let way = 1; way < ways; way += 1) readings.push(readOneWay(clean, partsOf(words, way)));
  return readings;
}

function readOneWay(clean: string, parts: readonly Part[]): readonly NameToken[] {
  const tokens: NameToken[] = [];
  const glues: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    let part = parts[at];
    if (part === undefined || part.read.word.norm === '') continue;
    const { from, glue } = part;
    let article = '';
    if (isArticle(parts, at)) {
      article = part.read.word.norm;
      at += 1;
      part = parts[at] ?? part;
    }
    glues.push(glue);
    const { word } = part.read;
    if (isConnective(parts, at)) {
      tokens.push(tokenOf(textOf(clean, from, part), word, 'particle'));
      continue;
    }
    const before = tokens.at(-1)?.role;
    const phrase = phraseAt(parts, at, before);
    if (phrase !== undefined) {
      at += phrase.words.length - 1;
      const text = textOf(clean, from, parts[at] ?? part);
      // What was written stays beside the word it stands for, so that a slip in the other name still meets it.
      const isOneWord = phrase.words.length === 1 && phrase.norm !== word.norm && phrase.role !== 'legalForm';
      // The sound of its first word is not the sound of a phrase.
      const { skeleton, sound, phones } = phrase.words.length === 1 ? word : soundless;
      const { norm, role, family, slot } = phrase;
      tokens.push({ text, norm, others: isOneWord ? [word.norm] : none, role, script: word.script, skeleton, sound, phones, family, slot });
      continue;
    }
    const next = parts[at + 1];
    const after = part.read.isNumberSign ? next?.read.number : undefined;
    const number = after ?? part.read.number;
    if (after !== undefined && next !== undefined) at += 1;
    const text = textOf(clean, from, after === undefined ? part : (next ?? part));
    if (number !== undefined) tokens.push(tokenOf(text, { ...word, norm: number, others: [], family: -1 }, 'number'));
    else if (article !== '') tokens.push(tokenOf(text, { ...word, others: [...word.others, article + word.norm] }, 'word'));
    else if (withArticle.test(word.norm) && next !== undefined)
      // Hizbul Mujahideen beside Hizb-ul-Mujahideen.
      tokens.push(tokenOf(text, { ...word, others: [...word.others, word.norm.slice(0, -2)] }, 'word'));
    else tokens.push(tokenOf(text, word, word.norm.length === 1 ? 'initial' : 'word'));
  }
  return markGloss(clean, markOffice(tokens, glues));
}

/** What stands in a name from a place to the end of a part; most often that part alone. */
const textOf = (clean: string, from: number, { text, from: start, until }: Part): string =>
  text !== undefined && start === from ? text : clean.slice(from, until);

const withArticle = /^[a-z]{4,}ul$/u;

const offices = new Set(['office', 'department']);

/** "(Hong Kong Office)", ", Purchasing Department", "Shanghai Branch": an office of the firm behind its name. */
function markOffice(tokens: readonly NameToken[], glues: readonly string[]): readonly NameToken[] {
  // "… Beijing Branch Company".
  const closing = tokens.at(-1)?.role === 'legalForm' && tokens.at(-2)?.role === 'branch' ? tokens.at(-1) : undefined;
  if (closing !== undefined) return [...markOffice(tokens.slice(0, -1), glues.slice(0, -1)), closing];
  const last = tokens.at(-1);
  if (last === undefined || last.role === 'legalForm' || !(offices.has(last.norm) || last.role === 'branch')) return tokens;
  // "… Shanghai Branch", "… Hong Kong Office": where the office is, says nothing about whose it is.
  if (tokens.at(-2)?.role === 'place' && tokens.slice(0, -2).some(({ role }) => role === 'word' || role === 'tradeWord'))
    return tokens.map((token, at) => (at < tokens.length - 2 ? token : { ...token, role: 'branch' }));
  const start = glues.findLastIndex((glue, at) => at > 0 && (glue === '(' || glue === ',' || glue === '-'));
  if (start < 1 || tokens.length - start > 4) return tokens;
  return tokens.map((token, at) => (at < start || token.role === 'number' ? token : { ...token, role: 'branch' }));
}

const capitals = /^[A-Z]{2,6}$/u;
const fewLetters = /^[A-Za-z]{2,6}$/u;

/** "Haqqani Network (HQN)": letters in brackets that only repeat the name before them are its initials, and no word of their own. */
function markGloss(clean: string, tokens: readonly NameToken[]): readonly NameToken[] {
  if (!clean.includes('(') && !clean.includes('/')) return tokens;
  let at = 0;
  return tokens.map((token) => {
    at = clean.indexOf(token.text, at);
    const start = at;
    at += token.text.length;
    if (token.role !== 'word' || !fewLetters.test(token.text)) return token;
    const opening = openings.exec(clean.slice(0, start))?.[0].length ?? 0;
    if (opening === 0) return token;
    const before = clean.slice(0, start - opening).toUpperCase();
    const isGloss = capitals.test(token.text) ? isShortFor(token.text, before) : token.text.toUpperCase() === initialsOf(before);
    return isGloss ? { ...token, role: 'particle' } : token;
  });
}

const between = /[^\p{L}\p{N}]+/u;
const openings = /(?:\(| ?\/ ?)$/u;
const unsaid = new Set(['AND', 'OF', 'FOR', 'THE', 'DE', 'LA', 'DEL', 'Y', 'ET', 'DES', 'UND', 'IN']);
const initialsOf = (name: string): string =>
  name
    .split(between)
    .filter((word) => !unsaid.has(word))
    .map((word) => word.charAt(0))
    .join('');

/** Whether letters follow each other in a name, the first of them at the start of a word. */
function isShortFor(letters: string, name: string): boolean {
  let place = name.startsWith(letters.charAt(0)) ? 0 : name.indexOf(` ${letters.charAt(0)}`) + 1;
  if (place === 0 && !name.startsWith(letters.charAt(0))) return false;
  for (const letter of letters) {
    place = name.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}
