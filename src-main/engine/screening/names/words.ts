import anyAscii from 'any-ascii';
import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { bareArabic, phonesOfArabic, romaniseArabic, skeletonOfArabic } from './arabic.ts';
import { romaniseCyrillic } from './cyrillic.ts';
import { familyOfName, familyOfSounds, headOfFamily, titleOf } from './families.ts';
import { romaniseGreek } from './greek.ts';
import { romaniseHan } from './han.ts';
import { romaniseHangul } from './hangul.ts';
import { readHebrew } from './hebrew.ts';
import { romaniseIndic } from './indic.ts';
import { type KnownWord, knownWord } from './known-words.ts';
import { foldLatin, isFolded, spellOutLatin } from './latin.ts';
import { phonesOfLatin } from './phones.ts';
import { respelled } from './respell.ts';
import { skeletonOfLatin } from './skeleton.ts';
import { slotOf } from './slots.ts';
import { soundOf } from './sound.ts';
import { romaniseThai } from './thai.ts';
import type { NameToken, Word } from './types.ts';

const notWord = /[^a-z0-9]+/gu;
const longVowel = /([aeiou])\1+|(?<=o)u/gu;

const oneDigit = /^[a-z]+[015][a-z]*$|^[05][a-z]{4,}$/u;
const misread = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['5', 's'],
]);

/** A word with a digit that a scanner took for a letter (`N0n`, `A1i`); one at the end is a number, but for a zero. */
function withoutDigits(word: string): string {
  if (!oneDigit.test(word) || word.endsWith('1') || word.endsWith('5')) return word;
  return word.replace(/[015]/u, (digit) => misread.get(digit) ?? digit);
}

function romanise(text: string, script: string): readonly string[] {
  switch (script) {
    case 'Latn': {
      const lower = text.toLowerCase();
      const isPlain = isFolded(lower);
      const folded = isPlain ? lower : foldLatin(text);
      const letters = withoutDigits(folded);
      if (letters !== folded) return folded.includes('1') ? [letters, folded.replace('1', 'i'), folded] : [letters, folded];
      if (isPlain) {
        const way = respelled(folded);
        return way === '' ? [folded] : [folded, way];
      }
      const spelled = spellOutLatin(text);
      return spelled === '' || spelled === folded ? [folded] : [folded, spelled];
    }
    case 'Cyrl':
      return romaniseCyrillic(text);
    case 'Grek':
      return romaniseGreek(text);
    case 'Arab':
      return romaniseArabic(text);
    case 'Hani':
      return romaniseHan(text, false);
    case 'Thai':
      return romaniseThai(text);
    case 'Hebr':
      return readHebrew(text).ways;
    case 'Hang':
      return romaniseHangul(text);
    case 'Deva':
    case 'Beng':
    case 'Guru':
    case 'Gujr':
    case 'Taml':
    case 'Telu':
    case 'Knda':
    case 'Mlym':
      return romaniseIndic(text);
    case 'Kana':
    case 'Hira': {
      // Passports write a long vowel once.
      const spelled = anyAscii(text).toLowerCase().replace(notWord, '');
      return [...new Set([spelled, spelled.replace(longVowel, '$1')])];
    }
    default:
      return [anyAscii(text).toLowerCase().replace(notWord, '')];
  }
}

function read(written: string, script: string): Word {
  const isArabic = script === 'Arab';
  const text = isArabic ? bareArabic(written) : written;
  const ways = romanise(text, script);
  const norm = ways[0] ?? '';
  const hebrew = script === 'Hebr' ? readHebrew(text) : null;
  const phones = hebrew?.phones ?? (isArabic ? phonesOfArabic(text) : phonesOfLatin(norm));
  const lower = script === 'Latn' ? norm : text.toLowerCase();
  const title = titleOf(lower) ?? (lower === norm ? null : titleOf(norm));
  let family = title?.family ?? familyOfName(lower);
  if (lower !== norm || ways.length > 1) for (const way of ways) if (family < 0) family = familyOfName(way);
  if (family < 0 && (script === 'Latn' || script === 'Cyrl')) family = familyOfSounds(phones);
  // A known name in a script that leaves sounds open is spelled as its family is.
  const head = opaque.has(script) ? headOfFamily(family) : '';
  const slot = slotOf(head === '' ? norm : head);
  return {
    norm: slot.norm,
    others: head !== '' ? ways.filter((way) => way !== head) : ways.length > 1 ? ways.slice(1) : none,
    script,
    skeleton: hebrew?.skeleton ?? (isArabic ? skeletonOfArabic(text) : skeletonOfLatin(norm)),
    sound: soundOf(norm),
    phones,
    family,
    isTitle: title === null ? 'no' : title.maybeName ? 'maybe' : 'yes',
    slot,
  };
}

const none: readonly string[] = [];
const opaque = new Set(['Arab', 'Hebr', 'Hani', 'Hang']);

/** What a known word is by itself; read when it is first asked. */
export function wordOf(known: KnownWord): Word {
  known.word ??= read(known.text, known.script);
  return known.word;
}

/** Reads one word (no blanks), in the one script given. */
export const readWord = (text: string, script: string): Word => wordOf(knownWord(text, script));

/** A token for a word. */
export function tokenOf(text: string, word: Word, role: TokenRole): NameToken {
  const { norm, others, script, skeleton, sound, phones, family } = word;
  const slot = word.slot.norm === norm ? word.slot : slotOf(norm);
  return { text, norm: slot.norm, others, role, script, skeleton, sound, phones, family, slot };
}

/** Reads a family name in Han characters, some of which have a reading of their own there. */
export function readHanSurname(text: string): Word {
  const [norm = '', ...others] = romaniseHan(text, true);
  const word = readWord(text, 'Hani');
  if (word.family >= 0) return word;
  return { ...word, norm, others, skeleton: skeletonOfLatin(norm), sound: soundOf(norm), phones: phonesOfLatin(norm) };
}
