import { plainText } from './normal.ts';

const yes =
  'yes y true t 1 x ja j oui o si sí s sim да 是 はい 예 tak ano evet kylla wahr vrai verdadero ok enabled open checked ✓ ✔ ☑ on'.split(
    ' ',
  );
const no =
  'no n false f 0 nein non nao não нет 否 いいえ 아니오 nie ne hayir ei nej falsch faux falso disabled closed unchecked ✗ ✘ ☐ off'.split(
    ' ',
  );
const unknown = [
  'unknown',
  'unk',
  'n/a',
  'n.a.',
  'not available',
  'not known',
  'not sure',
  'unclear',
  'undisclosed',
  'not disclosed',
  'not stated',
  'not specified',
  'unspecified',
  'confidential',
  '?',
  '??',
  '???',
  'tbd',
  'tbc',
  'to be determined',
  'to be confirmed',
  'pending',
  'ask',
  'unbekannt',
  'k.a.',
  'k. a.',
  'keine angabe',
  'nicht bekannt',
  'inconnu',
  'inconnue',
  'nc',
  'n.c.',
  'desconocido',
  'desconocida',
  'no disponible',
  'sconosciuto',
  'n.d.',
  'desconhecido',
  'onbekend',
  'okänd',
  'neznámý',
  'nieznane',
  'неизвестно',
  'н/д',
  '不明',
  '未知',
  '不详',
  '미상',
];

const marks = (words: readonly string[]) => new Set(words.map(wordKey));
const yesWords = marks(yes);
const noWords = marks(no);
const unknownWords = marks(unknown);
const emptyMarks = new Set(['', '-', '--', '---', '–', '—', '.', '…', "'", 'null', 'nil', '(empty)', '(blank)', '(leer)', '#n/a']);

/** Signs such as `?` and `✓` are words too, so they are kept where plain text would drop them. */
function wordKey(word: string): string {
  const trimmed = word.trim().toLowerCase();
  const plain = plainText(trimmed);
  return plain === '' ? trimmed : plain;
}

/** What people write into a cell to say that there is nothing in it. */
export function isEmptyMark(text: string): boolean {
  return emptyMarks.has(text.trim().toLowerCase());
}

/** "Unknown", "n/a", "?", "k. A." and their like: said to be unknown, which is not the same as silence. */
export function isUnknownWord(text: string): boolean {
  return text.length <= 40 && unknownWords.has(wordKey(text));
}

/** Yes or no in the languages spreadsheets come in; `null` for anything else. */
export function readYesNo(text: string): 'yes' | 'no' | null {
  if (text.length > 20) return null;
  const key = wordKey(text);
  if (yesWords.has(key)) return 'yes';
  return noWords.has(key) ? 'no' : null;
}
