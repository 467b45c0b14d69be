/** Languages as the lists name them in words. Those that write several languages, such as `Arabic/Persian`, say none. */
const languageNames: Readonly<Record<string, string>> = {
  arabic: 'ar',
  armenian: 'hy',
  belarusian: 'be',
  bengali: 'bn',
  burmese: 'my',
  chinese: 'zh',
  'simplified chinese': 'zh-Hans',
  'traditional chinese': 'zh-Hant',
  mandarin: 'zh',
  dari: 'prs',
  farsi: 'fa',
  persian: 'fa',
  georgian: 'ka',
  greek: 'el',
  hebrew: 'he',
  hindi: 'hi',
  japanese: 'ja',
  kazakh: 'kk',
  korean: 'ko',
  kurdish: 'ku',
  macedonian: 'mk',
  pashto: 'ps',
  russian: 'ru',
  serbian: 'sr',
  tajik: 'tg',
  thai: 'th',
  tigrinya: 'ti',
  amharic: 'am',
  ukrainian: 'uk',
  urdu: 'ur',
  uyghur: 'ug',
  uzbek: 'uz',
  bulgarian: 'bg',
};

/** BCP 47 tag of a language as a list gives it: a code such as `BG`, or its English name; empty when it gives none or several. */
export function languageOf(text: string): string {
  const plain = text.trim().toLowerCase();
  if (/^[a-z]{2}$/.test(plain)) return plain;
  return Object.hasOwn(languageNames, plain) ? (languageNames[plain] ?? '') : '';
}
