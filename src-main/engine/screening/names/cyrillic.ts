/** Per letter: the usual English way, then ICAO passports, German, French and scholarly; a missing column follows the first. */
const rows: readonly (readonly [letter: string, english: string, icao?: string, german?: string, french?: string, scholarly?: string])[] = [
  ['а', 'a'],
  ['б', 'b'],
  ['в', 'v', 'v', 'w', 'v', 'v'],
  ['г', 'g', 'g', 'g', 'g', 'g'],
  ['ґ', 'g'],
  ['д', 'd'],
  ['е', 'e'],
  ['ё', 'yo', 'e', 'jo', 'io', 'e'],
  ['є', 'ye', 'ie', 'je', 'ie', 'je'],
  ['ж', 'zh', 'zh', 'sch', 'j', 'z'],
  ['з', 'z', 'z', 's', 'z', 'z'],
  ['и', 'i'],
  ['і', 'i'],
  ['ї', 'yi', 'i', 'ji', 'i', 'ji'],
  ['й', 'y', 'i', 'i', 'i', 'j'],
  ['к', 'k'],
  ['л', 'l'],
  ['м', 'm'],
  ['н', 'n'],
  ['о', 'o'],
  ['п', 'p'],
  ['р', 'r'],
  ['с', 's'],
  ['т', 't'],
  ['у', 'u', 'u', 'u', 'ou', 'u'],
  ['ў', 'w', 'u', 'u', 'ou', 'u'],
  ['ф', 'f'],
  ['х', 'kh', 'kh', 'ch', 'kh', 'h'],
  ['ц', 'ts', 'ts', 'z', 'ts', 'c'],
  ['ч', 'ch', 'ch', 'tsch', 'tch', 'c'],
  ['ш', 'sh', 'sh', 'sch', 'ch', 's'],
  ['щ', 'shch', 'shch', 'schtsch', 'chtch', 'sc'],
  ['ъ', '', 'ie', '', '', ''],
  ['ы', 'y'],
  ['ь', ''],
  ['э', 'e'],
  ['ю', 'yu', 'iu', 'ju', 'iou', 'ju'],
  ['я', 'ya', 'ia', 'ja', 'ia', 'ja'],
  ['ђ', 'dj'],
  ['ѓ', 'gj'],
  ['ѕ', 'dz'],
  ['ј', 'j'],
  ['љ', 'lj'],
  ['њ', 'nj'],
  ['ћ', 'c', 'c', 'c', 'c', 'c'],
  ['ќ', 'kj'],
  ['џ', 'dz', 'dz', 'dsch', 'dj', 'dz'],
  ['қ', 'k', 'q'],
  ['ғ', 'g', 'gh'],
  ['ң', 'ng', 'n'],
  ['ө', 'o'],
  ['ұ', 'u'],
  ['ү', 'u'],
  ['һ', 'h'],
  ['ә', 'a', 'e'],
  ['ҳ', 'h', 'kh'],
  ['ҷ', 'j', 'ch'],
  ['ӣ', 'i'],
  ['ӯ', 'u'],
  ['ӏ', ''],
];

const systems = 5;
const tables: readonly ReadonlyMap<string, string>[] = Array.from(
  { length: systems },
  (_, system) => new Map(rows.map((row) => [row[0], row[system + 1] ?? row[1]])),
);

const vowels = new Set('аеёиоуыэюяіїєў');

function transliterate(word: string, system: number): string {
  const table = tables[system];
  let out = '';
  let before = '';
  for (const letter of word) {
    const spelling = table?.get(letter) ?? (letter < '\u0080' ? letter : '');
    // At the start, after a vowel and after a sign, е is heard as "ye"; English spelling shows it.
    if (system === 0 && letter === 'е' && (before === '' || vowels.has(before) || before === 'ь' || before === 'ъ')) out += 'ye';
    else out += spelling;
    before = letter;
  }
  return out;
}

/** Romanisations of a Cyrillic word, lower-case `a-z`: the usual English one first, then ICAO, German, French and scholarly, without repeats. */
export function romaniseCyrillic(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const ways = new Set<string>();
  for (let system = 0; system < systems; system += 1) ways.add(transliterate(lower, system).replace(/[^a-z0-9]/gu, ''));
  return [...ways];
}
