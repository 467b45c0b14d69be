import { oneWriting } from './arabic.ts';
import { signsOf } from './clusters.ts';
import { phonesOfLatin } from './phones.ts';
import { Sieve } from './sieve.ts';
import { arabicFamilies } from './tables/families-arabic.ts';
import { eastAsianFamilies } from './tables/families-east-asian.ts';
import { slavicFamilies } from './tables/families-slavic.ts';
import { westernFamilies } from './tables/families-western.ts';
import { honorifics, titlesOrNames } from './tables/honorifics.ts';

const regular = signsOf({ G: 'g', q: 'k', T: 't', D: 'd', y: 'i' });

/** What is left of a romanised Arabic name when its regular variants are one: `Khaleefah` and `Khalifa`. Takes the word's sounds. */
function regularForm(phones: string): string {
  let out = '';
  let before = '';
  const end = phones.endsWith('h') ? phones.length - 1 : phones.length;
  for (let at = 0; at < end; at += 1) {
    const sound = regular[phones.charCodeAt(at)] || phones.charAt(at);
    if (sound !== 'i' || before !== 'i') out += sound;
    before = sound;
  }
  return out;
}

const families = new Map<string, number>();
// Every key of `families` and of `titles`, and every key of `byRegularForm`.
const named = new Sieve();
const sounding = new Sieve();
const heads: string[] = [];
const byRegularForm = new Map<string, number>();
let count = 0;

function add(table: string): void {
  for (const line of table.split('\n')) {
    if (line === '') continue;
    const words = line.split(' ');
    for (const word of words) {
      const written = oneWriting(word);
      families.set(written, count);
      named.add(written);
    }
    heads.push(words[0] ?? '');
    count += 1;
  }
}

add(arabicFamilies);
const arabicCount = count;
const somali = /^c[aiu]/u;
for (const [word, family] of families) {
  // Somali writes c for ʿayn: its Cumar has the sound of Omar, not of Kumar.
  if (somali.test(word)) continue;
  const form = regularForm(phonesOfLatin(word));
  // A form two names share says nothing.
  if (form === '') continue;
  byRegularForm.set(form, (byRegularForm.get(form) ?? family) === family ? family : -1);
  sounding.add(form);
}
add(slavicFamilies);
add(westernFamilies);
const westernEnd = count;
add(eastAsianFamilies);
const eastAsianEnd = count;

/** Number of the family a word belongs to, by its romanised form or its original writing in lower case; -1 for none. */
export function familyOfName(word: string): number {
  const written = oneWriting(word);
  return named.mayHold(written) ? (families.get(written) ?? -1) : -1;
}

/** The spelling a family goes by: its first; empty for -1. */
export function headOfFamily(family: number): string {
  return heads[family] ?? '';
}

/** Family of a romanised Arabic name by its sounds (see `phones.ts`), where no spelling of the tables is the word's own; -1 for none. */
export function familyOfSounds(phones: string): number {
  if (phones.length < 4 || phones.length > 12) return -1;
  const form = regularForm(phones);
  return sounding.mayHold(form) ? (byRegularForm.get(form) ?? -1) : -1;
}

/** Whether a family is one of the Arabic, Persian or Turkic names. */
export function isArabicFamily(family: number): boolean {
  return (family >= 0 && family < arabicCount) || (family >= 10_000 && family < 50_000);
}

/** Whether a family is a name of Europe or the Americas. */
export function isWesternFamily(family: number): boolean {
  return family >= arabicCount && family < westernEnd;
}

/** Whether a family is a Chinese, Korean or Japanese name. */
export function isEastAsianFamily(family: number): boolean {
  return family >= westernEnd && family < eastAsianEnd;
}

const titles = new Map<string, { readonly family: number; readonly maybeName: boolean }>();
count = 50_000;
for (const [table, maybeName] of [
  [honorifics, false],
  [titlesOrNames, true],
] as const) {
  for (const line of table.split('\n')) {
    if (line === '') continue;
    for (const word of line.split(' ')) {
      const written = oneWriting(word);
      titles.set(written, { family: families.get(written) ?? count, maybeName });
      named.add(written);
    }
    count += 1;
  }
}

/** A form of address or rank, by its romanised form or its original writing in lower case. `maybeName`: a title only before a longer name. */
export function titleOf(word: string): { readonly family: number; readonly maybeName: boolean } | null {
  const written = oneWriting(word);
  return named.mayHold(written) ? (titles.get(written) ?? null) : null;
}

const compoundKinds = ['abd', 'din', 'allah', 'abu'] as const;
export type CompoundKind = (typeof compoundKinds)[number];

/** Family of a compound, from the family of its variable half: Abd al-Rahman and Abdurehman are one, Abd al-Rahim another. */
export function compoundFamily(kind: CompoundKind, half: number): number {
  return half < 0 || half >= 10_000 ? -1 : (compoundKinds.indexOf(kind) + 1) * 10_000 + half;
}
