import { type KnownWord, knownIn, knownWord } from './known-words.ts';
import { scriptOf } from './script.ts';

/** A word as it stands in the (cleaned) name, without apostrophes at its ends. */
export interface RawWord {
  readonly text: string;
  readonly script: string;
  readonly known: KnownWord;
  /** What stands before it: blanks and signs as one mark, the strongest of `,` `(` `.` `/` `-` `'` ` `. */
  readonly glue: string;
  readonly from: number;
  readonly until: number;
}

const mark = /\p{M}/u;
const letter = /[\p{L}\p{N}]/u;
const strength = " '-/.(,";

// Latin letters that look like a Cyrillic one, and are typed for it.
const lookAlike = new Map(
  Object.entries({ a: 'а', c: 'с', e: 'е', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', b: 'в', h: 'н' }),
);
const latinLetter = /[a-z]/giu;
const toLatin = new Map([...lookAlike].map(([latin, cyrillic]) => [cyrillic, latin]));
const cyrillicLetter = /[а-яёі]/giu;

/** One script for a word that mixes look-alike letters: the one most of it is written in. */
function unmix(text: string): readonly [text: string, script: string] {
  const latin = text.match(latinLetter)?.length ?? 0;
  const cyrillic = text.match(cyrillicLetter)?.length ?? 0;
  if (cyrillic >= latin) return [text.toLowerCase().replace(latinLetter, (sign) => lookAlike.get(sign) ?? sign), 'Cyrl'];
  return [text.toLowerCase().replace(cyrillicLetter, (sign) => toLatin.get(sign) ?? sign), 'Latn'];
}

const BLANK = 0x20;
const isJapanese = (script: string): boolean => script === 'Hira' || script === 'Kana';

/** Cuts a cleaned name at blanks and signs, and where the script changes (Han beside Latin); apostrophes inside a word stay. */
export function splitWords(text: string): readonly RawWord[] {
  const words: RawWord[] = [];
  let from = -1;
  let script = '';
  let isMixed = false;
  let glue = ' ';
  const close = (until: number): void => {
    if (from < 0) return;
    let end = until;
    while (text.charAt(end - 1) === "'") end -= 1;
    // Digits alone are of no script.
    const known = isMixed ? knownWord(...unmix(text.slice(from, end))) : knownIn(text, from, end, script === '' ? 'Latn' : script);
    words.push({ text: known.text, script: known.script, known, glue, from, until: end });
    from = -1;
    glue = ' ';
  };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Most letters of most names: inside a Latin word, nothing changes.
    if (from >= 0 && script === 'Latn' && ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90))) continue;
    if (unit === BLANK) {
      close(at);
      continue;
    }
    const code = unit < 128 ? unit : (text.codePointAt(at) ?? 0);
    const width = code > 0xffff ? 2 : 1;
    const sign = width === 1 ? text.charAt(at) : String.fromCodePoint(code);
    const isPlainLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    const isDigit = code >= 48 && code <= 57;
    if (isPlainLetter || isDigit || (code > 127 && (letter.test(sign) || mark.test(sign)))) {
      const own = isDigit ? '' : isPlainLetter ? 'Latn' : scriptOf(code);
      if (from < 0) {
        from = at;
        script = own;
        isMixed = false;
      } else if (own !== '' && own !== script && own !== 'Zyyy') {
        if (script === '') script = own;
        else if ((own === 'Cyrl' && script === 'Latn') || (own === 'Latn' && script === 'Cyrl')) isMixed = true;
        else if (!(isJapanese(own) && isJapanese(script)) && !mark.test(sign)) {
          close(at);
          from = at;
          script = own;
          isMixed = false;
        }
      }
    } else if (sign === "'" && from >= 0) {
      // Stays for now; cut off again when the word ends here.
    } else {
      close(at);
      const known = sign === '(' || sign === ')' || sign === '"' || sign === '“' || sign === '”' ? '(' : sign;
      const kind = strength.includes(known) ? known : sign === '،' || sign === ';' || sign === '、' || sign === '，' ? ',' : ' ';
      if (strength.indexOf(kind) > strength.indexOf(glue)) glue = kind;
      if (sign === '&' || sign === '+') {
        words.push({ text: '&', script: 'Latn', known: knownWord('&', 'Latn'), glue, from: at, until: at + 1 });
        glue = ' ';
      }
    }
    at += width - 1;
  }
  close(text.length);
  return words;
}
