import { describe, expect, it } from 'vitest';
import { languageOf } from './languages.ts';
import { createKeys, noticeKey } from './notice-key.ts';
import { countryAtEnd, countryOf } from './places.ts';

describe('countryOf', () => {
  it.each([
    ['Iran (Islamic Republic of)', 'IR'],
    ["Democratic People's Republic of Korea", 'KP'],
    ['North Korea (DPRK)', 'KP'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Congo (Democratic Republic)', 'CD'],
    ['Crimea Region of Ukraine', 'UA'],
    ['Turkey (Turkiye)', 'TR'],
    ['U.A.E.', 'AE'],
    ['Burma', 'MM'],
    ['IRQ', 'IQ'],
    ['Kosovo', 'XK'],
    ['NA', 'NA'],
    ['People’s Republic of China', 'CN'],
    ['Turkish individual', 'TR'],
    ['USSR Currently: Armenia', 'AM'],
    ['In Syria as at June 2013', 'SY'],
    ['Possibly Ethiopian', 'ET'],
    ['Hong Kong Special Administrative Region', 'HK'],
    ['00', null],
    ['Unknown', null],
    ['USSR', null],
    ['Middle East Region', null],
  ])('%s → %s', (text, code) => {
    expect(countryOf(text)).toBe(code);
  });
});

describe('countryAtEnd', () => {
  it.each([
    ['No. 18 Long Road, Kabul, Afghanistan.', 'AF'],
    ['P.O. Box 1, Deira, Dubai, U.A.E.', 'AE'],
    ['12 Street, Moscow, 117587, Russia (See alternate address under Crimea).', 'RU'],
    ['12 Street, Moscow, Russia, 124460', 'RU'],
    ['d. 1 ul. Long, Khabarovski krai 680509 Russia', 'RU'],
    ['Beijing, 074004 China', 'CN'],
    ['No. 7 Road, Harbin', null],
    ['Springfield, IN', null],
  ])('%s → %s', (text, code) => {
    expect(countryAtEnd(text)).toBe(code);
  });
});

describe('noticeKey', () => {
  it('is the same whether a page of the notice or of the entry is cited, and however later notices are added', () => {
    const key = noticeKey('EL', 'Fictional Works Co., Ltd.', ['76 FR 71869, 11/21/11', '80 FR 1, 1/2/15']);
    expect(noticeKey('EL', 'FICTIONAL WORKS CO LTD', ['76 F.R. 71867'])).toBe(key);
    expect(noticeKey('EL', 'Fictional Works Co., Ltd.', ['Vol. 76, No. 12'])).toBe(key);
    expect(noticeKey('EL', 'Fictional Works Co., Ltd.', ['80 FR 1'])).not.toBe(key);
    expect(noticeKey('EL', 'Fictional Works Co., Ltd.', ['80 F.R. 1', '76.F.R.71869'])).toBe(key);
    expect(noticeKey('UVL', 'Fictional Works Co., Ltd.', ['76 FR 1'])).not.toBe(key);
  });

  it('keeps entries of one file apart', () => {
    const unique = createKeys();
    expect([unique('EL-1', 'AF'), unique('EL-1', 'PK'), unique('EL-1', 'PK'), unique('EL-1', ''), unique('EL-2', '')]).toEqual([
      'EL-1',
      'EL-1-PK',
      'EL-1-PK-2',
      'EL-1-2',
      'EL-2',
    ]);
  });
});

describe('languageOf', () => {
  it('reads codes and names, and says none for several', () => {
    expect(['BG', 'Russian', 'Arabic/Persian', ''].map(languageOf)).toEqual(['bg', 'ru', '', '']);
  });
});
