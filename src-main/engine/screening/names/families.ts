import { nameFamilies } from './tables/name-families.ts';

function index(table: string): ReadonlyMap<string, number> {
  const families = new Map<string, number>();
  let id = 0;
  for (const line of table.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    for (const word of line.split(' ')) if (!families.has(word)) families.set(word, id);
    id += 1;
  }
  return families;
}

const names = index(nameFamilies);

/** Number of the family a word belongs to, by its romanised form or its original writing in lower case; -1 for none. */
export function familyOfName(word: string): number {
  return names.get(word) ?? -1;
}

const compoundKinds = ['abd', 'din', 'allah', 'abu'] as const;

/** Family of a compound, from the family of its variable half: Abd al-Rahman and Abdurehman are one, Abd al-Rahim another. */
export function compoundFamily(kind: (typeof compoundKinds)[number], half: number): number {
  return half < 0 ? -1 : (compoundKinds.indexOf(kind) + 1) * 10_000 + half;
}
