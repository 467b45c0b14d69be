import { familyOfName } from './families.ts';

/** A person's name written without blanks in Han or Hangul: the family name in front, and the rest. */
export interface UnspacedName {
  readonly family: string;
  readonly given: string;
}

const longestSurname = 3;

/**
 * Parts a name of two to six characters into family and given name. A known family name of several characters (欧阳, 田中) wins over the first
 * character alone; null when all of it is a family name, or nothing known starts it and it is too short or too long for a Chinese or Korean name.
 */
export function partUnspacedName(text: string): UnspacedName | null {
  const characters = [...text];
  if (characters.length < 2 || characters.length > 6) return null;
  for (let length = Math.min(longestSurname, characters.length); length >= 1; length -= 1) {
    const family = characters.slice(0, length).join('');
    if (familyOfName(family) < 0) continue;
    return length === characters.length ? null : { family, given: characters.slice(length).join('') };
  }
  return characters.length <= 4 ? { family: characters[0] ?? '', given: characters.slice(1).join('') } : null;
}
