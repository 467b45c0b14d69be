import { describe, expect, it } from 'vitest';
import { likeness } from './likeness.ts';
import { readName } from './read-name.ts';
import type { NameToken } from './types.ts';

function word(text: string): NameToken {
  const token = readName(text, { type: 'person', listed: false })[0]?.tokens[0];
  if (token === undefined) throw new Error(`No word in "${text}"`);
  return token;
}
const alike = (one: string, other: string): number => likeness(word(one), word(other)).similarity;

describe('likeness', () => {
  it.each([
    // Arabic script beside its Latin spellings.
    ['محمد', 'Mohamed'],
    ['التكريتي', 'Tikriti'],
    ['عبدالرحمان', 'Abdurrahman'],
    ['عبد الحی', 'Abdul Hai'],
    ['سیف‌الله', 'Saifullah'],
    ['نورالدین', 'Noureddine'],
    ['أبواليزيد', 'Abou El Yazid'],
    ['المشهداني', 'Mashhadani'],
    ['الخفاجي', 'Khafaji'],
    ['غوث', 'Ghous'],
    // Spellings of Arabic and Persian names among themselves.
    ['Abd El-Jabbar', 'Abduljabbar'],
    ['Alzahrani', 'Al-Zahrani'],
    ['Qasemi', 'Ghasemi'],
    ['Baghbani', 'Baqbani'],
    ['Djamel', 'Jamal'],
    ['Yacoub', 'Yaqub'],
    ['Reza', 'Ridha'],
    // Slavic names in the spellings of several countries.
    ['Tschemesow', 'Chemezov'],
    ['Tchemezov', 'Chemezov'],
    ['Юрий', 'Yury'],
    ['Oleksandr', 'Alexander'],
    ['Uladzimir', 'Vladimir'],
    ['Хаматович', 'Khamatovich'],
    // East Asia.
    ['Wong', 'Wang'],
    ['王', 'Wang'],
    ['김', 'Kim'],
    ['Rhee', 'Yi'],
    ['田中', 'Tanaka'],
    // Europe.
    ['Bill', 'William'],
    ['Müller', 'Mueller'],
    ['Κωνσταντίνος', 'Konstantin'],
  ])('%s and %s are one name', (one, other) => {
    expect(alike(one, other)).toBeGreaterThan(0.85);
  });

  it.each([
    ['Hasan', 'Husain'],
    ['Khalid', 'Khalil'],
    ['Abdul Rahman', 'Abdul Karim'],
    ['Nasrullah', 'Nasruddin'],
    ['عبد الرحمن', 'Abdul Karim'],
    ['Ivanov', 'Petrov'],
    ['Kim', 'Park'],
    ['Wang', 'Zhang'],
    ['Sergei', 'Andrei'],
  ])('%s and %s are two names', (one, other) => {
    expect(alike(one, other)).toBeLessThan(0.75);
  });

  it('does not depend on which side a word stands', () => {
    for (const [one, other] of [
      ['التكريتي', 'Takriti'],
      ['Tschemesow', 'Chemezov'],
      ['Hasan', 'Husain'],
    ] as const) {
      expect(alike(one, other)).toBe(alike(other, one));
    }
  });
});

describe('skeletons', () => {
  const skeleton = (text: string): string => word(text).skeleton;
  it.each([
    ['الخفاجي', 'Khafaji'],
    ['الربيعي', 'Al-Rubaie'],
    ['مروان', 'Marwan'],
    ['أنور', 'Anouar'],
    ['الراوي', 'Raoui'],
    ['گلستانی', 'Golestani'],
    ['عبد الوهاب', 'Abdelouahab'],
    ['ذوالفقار', 'Zulfiqar'],
    ['الظواهري', 'Zawahiri'],
  ])('of %s and %s are one, so that one finds the other', (native, latin) => {
    expect(skeleton(native)).toBe(skeleton(latin));
  });
});
