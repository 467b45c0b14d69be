import anyAscii from 'any-ascii';

/** Characters read otherwise as a family name than elsewhere. */
const surnameReadings = new Map(
  Object.entries({
    单: 'shan',
    單: 'shan',
    曾: 'zeng',
    解: 'xie',
    任: 'ren',
    仇: 'qiu',
    区: 'ou',
    區: 'ou',
    查: 'zha',
    朴: 'piao',
    翟: 'zhai',
    盖: 'ge',
    蓋: 'ge',
    乐: 'yue',
    樂: 'yue',
    尉: 'yu',
    覃: 'qin',
    繁: 'po',
    秘: 'bi',
    折: 'she',
    黑: 'he',
    员: 'yun',
    員: 'yun',
    洗: 'xian',
    冼: 'xian',
    缪: 'miao',
    繆: 'miao',
    宓: 'mi',
    尹: 'yin',
    石: 'shi',
    葛: 'ge',
    那: 'na',
    隗: 'wei',
    郇: 'xun',
    召: 'shao',
    句: 'gou',
    祭: 'zhai',
    种: 'chong',
    六: 'lu',
    佴: 'nai',
    吕: 'lv',
    呂: 'lv',
    柏: 'bai',
    薄: 'bo',
    卜: 'bu',
    晟: 'cheng',
    阚: 'kan',
    逄: 'pang',
    莘: 'shen',
    褚: 'chu',
    俞: 'yu',
    沈: 'shen',
    贾: 'jia',
    賈: 'jia',
  }),
);

/** Characters with a second common reading inside names. */
const secondReadings = new Map(
  Object.entries({
    长: 'chang',
    長: 'chang',
    行: 'hang',
    重: 'chong',
    乐: 'yue',
    樂: 'yue',
    朝: 'chao',
    盛: 'cheng',
    藏: 'zang',
    传: 'zhuan',
    都: 'du',
    校: 'jiao',
    兴: 'xing',
    弹: 'dan',
    率: 'shuai',
    会: 'kuai',
    省: 'xing',
    系: 'ji',
    厦: 'xia',
    佛: 'fo',
    勒: 'le',
    剥: 'bo',
    吕: 'lv',
    呂: 'lv',
    绿: 'lv',
    綠: 'lv',
    律: 'lv',
    旅: 'lv',
    铝: 'lv',
    鋁: 'lv',
    女: 'nv',
    匙: 'chi',
    车: 'ju',
    曾: 'ceng',
    参: 'shen',
    大: 'dai',
    调: 'diao',
    少: 'shao',
    还: 'huan',
    正: 'zheng',
    中: 'zhong',
    圳: 'zhen',
    略: 'lve',
    蔚: 'yu',
    谷: 'gu',
    单: 'dan',
    解: 'jie',
    任: 'ren',
    石: 'shi',
    尉: 'wei',
    地: 'di',
    仔: 'zi',
    伺: 'si',
    薄: 'bo',
    纪: 'ji',
    应: 'ying',
    宁: 'ning',
    柏: 'bo',
  }),
);

/** From a pinyin syllable to Wade-Giles without its marks, as names of Taiwan and of older lists are spelled; in this order. */
const wadeGiles: readonly (readonly [RegExp, string])[] = [
  [/^(?:zh|ch)i$/u, 'chih'],
  [/^shi$/u, 'shih'],
  [/^ri$/u, 'jih'],
  [/^[zc]i$/u, 'tzu'],
  [/^si$/u, 'ssu'],
  [/^yan$/u, 'yen'],
  [/^you$/u, 'yu'],
  [/^er$/u, 'erh'],
  [/(?<=[yi])e$/u, 'eh'],
  [/ue$/u, 'ueh'],
  [/ian$/u, 'ien'],
  [/ong$/u, 'ung'],
  [/(?<=^[gk])ui$/u, 'uei'],
  [/(?<=^[dtnlzcr]|^[zc]h)uo$/u, 'o'],
  [/(?<=^[gkh])e$/u, 'o'],
  [/^(?:zh|j|q)/u, 'ch'],
  [/^x/u, 'hs'],
  [/^(?:z|c(?!h))/u, 'ts'],
  [/^r/u, 'j'],
  [/^b/u, 'p'],
  [/^d/u, 't'],
  [/^g/u, 'k'],
];
/** A name or family name of one person; more characters are a company's. */
const longestPersonal = 3;

const olderSpelling = (syllable: string): string => wadeGiles.reduce((text, [from, to]) => text.replace(from, to), syllable);

const notLetter = /[^a-z]+/gu;
const longestName = 16;

function readingOf(character: string): string {
  return anyAscii(character).toLowerCase().replace(notLetter, '');
}

/**
 * Pinyin of Han characters without tones: the usual reading first, then the one with a second reading of one character, then Wade-Giles
 * where the text is no longer than a personal name. `isSurname` prefers the readings family names have (曾 Zeng, 单 Shan).
 */
export function romaniseHan(text: string, isSurname: boolean): readonly string[] {
  const characters = [...text];
  const usual = characters.map((character) =>
    isSurname ? (surnameReadings.get(character) ?? readingOf(character)) : readingOf(character),
  );
  const ways = new Set([usual.join('')]);
  // Nobody's name is longer; each second reading is a way of its own.
  if (characters.length > longestName) return [...ways];
  characters.forEach((character, at) => {
    const second = secondReadings.get(character);
    if (second !== undefined && second !== usual[at]) ways.add(usual.map((reading, place) => (place === at ? second : reading)).join(''));
  });
  // Passports write ü as u or as yu.
  for (const way of [...ways])
    if (way.includes('lv') || way.includes('nv'))
      ways.add(way.replaceAll('lv', 'lu').replaceAll('nv', 'nu')).add(way.replaceAll('lv', 'lyu'));
  if (characters.length <= longestPersonal) ways.add(usual.map(olderSpelling).join(''));
  return [...ways];
}
