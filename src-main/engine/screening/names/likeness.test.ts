import { describe, expect, it } from 'vitest';
import { likenessOfPhones } from './likeness.ts';
import { readName } from './read-name.ts';
import type { NameToken } from './types.ts';

function word(text: string): NameToken {
  const token = readName(text, { type: 'person', listed: false })[0]?.tokens[0];
  if (token === undefined) throw new Error(`No word in "${text}"`);
  return token;
}

/** Whether two words meet: the same romanisation, one family, or near sounds where no families keep them apart. */
function meet(one: string, other: string): boolean {
  const [a, b] = [word(one), word(other)];
  const forms = new Set([a.norm, ...a.others]);
  if (forms.has(b.norm) || b.others.some((form) => forms.has(form))) return true;
  if (a.family >= 0 && b.family >= 0) return a.family === b.family;
  return likenessOfPhones(a.phones, b.phones) > 0.85;
}

describe('spellings', () => {
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
    expect(meet(one, other)).toBe(true);
  });

  it.each([
    ['Hasan', 'Husain'],
    ['Kumar', 'Omar'],
    ['Khalid', 'Khalil'],
    ['Abdul Rahman', 'Abdul Karim'],
    ['Nasrullah', 'Nasruddin'],
    ['عبد الرحمن', 'Abdul Karim'],
    ['Ivanov', 'Petrov'],
    ['Kim', 'Park'],
    ['Wang', 'Zhang'],
    ['Sergei', 'Andrei'],
  ])('%s and %s are two names', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('are as near from either side', () => {
    for (const [one, other] of [
      ['التكريتي', 'Takriti'],
      ['Tschemesow', 'Chemezov'],
      ['Hasan', 'Husain'],
    ] as const) {
      const [a, b] = [word(one).phones, word(other).phones];
      expect(likenessOfPhones(a, b)).toBe(likenessOfPhones(b, a));
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
