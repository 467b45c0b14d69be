/** Hebrew letters: Latin spelling, class in the skeleton, sound (see `phones.ts`; vowels are not written, as in Arabic). */
const rows: readonly (readonly [letters: string, latin: string, skeleton: string, phone: string])[] = [
  ['א', 'a', '', 'A'],
  ['ב', 'b', 'b', 'b'],
  ['ג', 'g', 'k', 'g'],
  ['ד', 'd', 'd', 'd'],
  ['ה', 'h', 'h', 'h'],
  ['ו', 'o', '', 'W'],
  ['ז', 'z', 'd', 'z'],
  ['ח', 'h', 'h', 'x'],
  ['טת', 't', 't', 't'],
  ['י', 'i', '', 'Y'],
  ['כך', 'k', 'k', 'k'],
  ['ל', 'l', 'l', 'l'],
  ['מם', 'm', 'm', 'm'],
  ['נן', 'n', 'n', 'n'],
  ['ס', 's', 's', 's'],
  ['ע', '', '', "'"],
  ['פף', 'p', 'b', 'p'],
  ['צץ', 'tz', 't', '0'],
  ['ק', 'k', 'k', 'k'],
  ['ר', 'r', 'r', 'r'],
  ['ש', 'sh', 'c', 'S'],
];
const letters = new Map(rows.flatMap(([of, ...rest]) => [...of].map((letter) => [letter, rest] as const)));
const points = /[\u0591-\u05c7]+/gu;

/** Reads a Hebrew word: a romanisation without the vowels it does not write, its skeleton and its sounds. */
export function readHebrew(word: string): { readonly ways: readonly string[]; readonly skeleton: string; readonly phones: string } {
  let norm = '';
  let skeleton = '';
  let phones = '';
  const plain = [...word.replace(points, '')];
  plain.forEach((letter, at) => {
    const [latin = '', code = '', phone = ''] = letters.get(letter) ?? [];
    const isFinalH = letter === 'ה' && at === plain.length - 1 && at > 0;
    norm += isFinalH ? 'a' : latin;
    skeleton += isFinalH ? '' : at === 0 && letter === 'י' ? 'y' : code;
    phones += isFinalH ? 'H' : phone;
  });
  return { ways: [norm], skeleton, phones };
}
