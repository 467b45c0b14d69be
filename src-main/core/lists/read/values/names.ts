import type { ListedName, ListedNameKind } from '../../../../../src-shared/model/listed-party.ts';

/** A name as a list prints it, blanks evened out; presentation forms and tatweel of Arabic script are put right (NFKC), since no keyboard writes them. */
export function listedName(
  text: string,
  kind: ListedNameKind,
  more: { readonly language?: string; readonly family?: string; readonly given?: string; readonly script?: string } = {},
): ListedName {
  const tidy = tidyName(text);
  return {
    text: tidy,
    kind,
    script: more.script ?? scriptOf(tidy),
    language: more.language ?? '',
    family: more.family ?? '',
    given: more.given ?? '',
  };
}

/** Blanks evened out, invisible marks gone, letters composed. */
export function tidyName(text: string): string {
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  const composed = /[\ufb00-\ufdff\ufe70-\ufeff]/.test(text) ? text.normalize('NFKC') : text.normalize('NFC');
  return composed
    .replace(/[\p{Cf}\u0640]/gu, (mark) => (mark === '\u200c' || mark === '\u200d' ? mark : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Khmr', /\p{Script=Khmer}/gu],
  ['Mymr', /\p{Script=Myanmar}/gu],
  ['Laoo', /\p{Script=Lao}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Sinh', /\p{Script=Sinhala}/gu],
];

/** ISO 15924 code of the script most letters are in; `Jpan` for Han mixed with Kana, `Latn` for text without letters. */
export function scriptOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(text)) return 'Latn';
  let best = 'Latn';
  let most = 0;
  let han = 0;
  let kana = 0;
  for (const [code, pattern] of scripts) {
    const count = text.match(pattern)?.length ?? 0;
    if (code === 'Hani') han = count;
    if (code === 'Kana') kana = count;
    if (count > most) {
      best = code;
      most = count;
    }
  }
  return kana > 0 && han > 0 && (best === 'Hani' || best === 'Kana') ? 'Jpan' : best;
}

/** Names without repeats of the same text, the first kept; empty ones dropped. */
export function distinctNames(names: readonly ListedName[]): readonly ListedName[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    if (name.text === '' || seen.has(name.text)) return false;
    seen.add(name.text);
    return true;
  });
}
