import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { familyOfName } from './families.ts';
import { romaniseHan } from './han.ts';
import { foldLatin } from './latin.ts';
import { arabicFamilies } from './tables/families-arabic.ts';
import { eastAsianFamilies } from './tables/families-east-asian.ts';
import { slavicFamilies } from './tables/families-slavic.ts';
import { westernFamilies } from './tables/families-western.ts';
import { hanWords } from './tables/han-words.ts';
import { japaneseReadings } from './tables/japanese.ts';
import { legalForms } from './tables/legal-forms.ts';
import { branchWords, places } from './tables/places.ts';
import { joiningWords, tradeWords } from './tables/trade-words.ts';

const lines = (table: string): readonly string[] => table.split('\n').filter((line) => line !== '');
const families = [arabicFamilies, slavicFamilies, westernFamilies, eastAsianFamilies].flatMap(lines);
const latin = /^[\u0020-\u007e]+$/u;

describe('the families of names', () => {
  it('are more than three hundred, each of two spellings or more', () => {
    expect(families.length).toBeGreaterThan(300);
    expect(families.filter((line) => line.split(' ').length < 2)).toEqual([]);
  });

  it('hold no spelling twice', () => {
    const seen = new Map<string, string>();
    const twice = families.flatMap((line) =>
      line.split(' ').filter((word) => {
        const before = seen.get(word);
        seen.set(word, line);
        return before !== undefined;
      }),
    );
    expect(twice).toEqual([]);
  });

  it('spell Latin words as they are looked up', () => {
    const words = families.flatMap((line) => line.split(' ')).filter((word) => latin.test(word));
    expect(words.filter((word) => foldLatin(word) !== word)).toEqual([]);
  });

  it('keep one family for each spelling of a line', () => {
    for (const line of families) expect(new Set(line.split(' ').map(familyOfName)).size, line).toBe(1);
  });
});

describe.each([
  { name: 'legal forms', table: legalForms, least: 300 },
  { name: 'trade words', table: tradeWords, least: 1000 },
  { name: 'places', table: places, least: 400 },
  { name: 'branch words', table: branchWords, least: 30 },
  { name: 'joining words', table: joiningWords, least: 10 },
])('the table of $name', ({ table, least }) => {
  const spellings = lines(table).flatMap((line) => line.slice(line.indexOf(': ') + 2).split(', '));

  it('holds no spelling twice, and enough of them', () => {
    expect(spellings.filter((spelling, at) => spellings.indexOf(spelling) !== at)).toEqual([]);
    expect(spellings.length).toBeGreaterThan(least);
  });

  it('spells Latin words as they are looked up', () => {
    const words = spellings.filter((spelling) => latin.test(spelling) && spelling !== '&').flatMap((spelling) => spelling.split(' '));
    expect(words.filter((word) => word !== '&' && foldLatin(word) !== word)).toEqual([]);
  });
});

describe('pinyin', () => {
  // An independent reader of Chinese, with word lists of its own, is asked the same.
  it('of the hundred commonest family names is what a Chinese reader says', () => {
    const common =
      '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武单解翟盖查仇区朴乐';
    const differ = [...common].filter(
      (character) => romaniseHan(character, true)[0] !== pinyin(character, { toneType: 'none', v: true, surname: 'head' }),
    );
    expect(differ).toEqual([]);
  });

  it.each(['重庆长安汽车', '上海银行', '中国船舶重工', '厦门大学', '长江存储科技', '成都飞机工业', '音乐学院', '导弹技术', '旅行社'])(
    'of %s has the reading of a Chinese reader among its own, character by character',
    (text) => {
      const spoken = pinyin(text, { toneType: 'none', v: true, type: 'array' });
      const unread = [...text].filter((character, at) => !romaniseHan(character, false).includes(spoken[at] ?? ''));
      expect(unread).toEqual([]);
    },
  );
});

describe('the table of Japanese readings', () => {
  const table = lines(japaneseReadings);

  it('holds each character once, with readings as passports write them', () => {
    const characters = table.map((line) => line.charAt(0));
    expect(new Set(characters).size).toBe(table.length);
    expect(table.length).toBeGreaterThan(400);
    expect(table.filter((line) => !/^\p{Script=Han}(?: [a-z]+)+$/u.test(line))).toEqual([]);
  });
});

describe('the table of words in Han characters', () => {
  const table = lines(hanWords);

  it('holds each word once, with English words as they are looked up', () => {
    const words = table.map((line) => line.slice(0, line.indexOf(': ')));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(table.length).toBeGreaterThan(300);
    expect(table.filter((line) => !/^\p{Script=Han}{2,}: [a-z]+(?: [a-z]+| \|)*$/u.test(line))).toEqual([]);
  });
});
