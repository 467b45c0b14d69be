import { describe, expect, it } from 'vitest';
import type { PartyType } from '../../../../src-shared/model/listed-party.ts';
import { readName } from './read-name.ts';

const read = (text: string, type: PartyType = 'person') =>
  readName(text, { type, listed: true }).map(({ tokens }) => tokens.map(({ norm, role }) => `${norm} ${role}`).join(', '));

describe('a person', () => {
  it.each([
    ["AL-'ANIZI, 'Abd al-Rahman Khalaf", 'abdulrahman given, khalaf given, anizi family'],
    ['SAFI-AL-DIN, Abdallah', 'abdallah given, safiuddin family'],
    ['Walerii Sergeewitsch Selesnjow', 'walerii given, sergeewitsch patronymic, selesnjow family'],
    ['Царев Михаил Михайлович', 'tsarev given, mikhail family, mikhaylovich patronymic'],
    ['VOLOSHYN, Oleh Anatoliyovych', 'oleh given, anatoliyovych patronymic, voloshyn family'],
    ['MALOY, Sasha V.', 'sasha given, v initial, maloy family'],
    ['Mufti Abdul Rahim', 'mufti honorific, abdulrahim given'],
    ['Hamza Sheikh', 'hamza given, sheikh family'],
    ['Smith, John Jr.', 'john given, jr honorific, smith family'],
    ['Ali bin Ahmad al-Zahrani', 'ali given, bin particle, ahmad patronymic, zahrani family'],
    ['Ludwig van der Berg', 'ludwig given, van particle, der particle, berg family'],
    ['محمد عواد العوادي', 'muhammad given, awwad given, awadi family'],
    ['王小明', 'xiaoming given, wang family'],
    ['曾庆红', 'qinghong given, zeng family'],
    ['김정은', 'jeongeun given, kim family'],
    ['עודד בר-צבי', 'oded given, bar particle, tzvi family'],
    ['สมศักดิ์ วงศ์สวัสดิ์', 'somsak given, wongsawat family'],
    ['선우은탁', 'euntak given, seonu family'],
    ['SUNWOO, Eun-tak', 'euntak given, sunwoo family'],
    ['司徒文朗', 'wenlang given, situ family'],
    ['KIM, Un-sok', 'unsok given, kim family'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('has two readings where either end may be the family name', () => {
    expect(read('Lu Qian Shen')).toEqual(['lu family, qianshen given', 'luqian given, shen family']);
  });

  it('reads a hyphened Korean given name of three syllables as two words and as one', () => {
    expect(read('JEGAL, Un-serin')).toEqual(['un given, serin given, jegal family', 'unserin given, jegal family']);
  });

  it('keeps for each word what was written', () => {
    const [reading] = readName("AL-'ANIZI, 'Abd al-Rahman", { type: 'person', listed: true });
    expect(reading?.tokens.map(({ text }) => text)).toEqual(['Abd al-Rahman', "AL-'ANIZI"]);
  });
});

describe('an organisation', () => {
  it.each([
    ['Doornbos, Gesellschaft mit beschränkter Haftung', 'doornbos word, gmbh legalForm'],
    ['PETROLEOS DE VENEZUELA, S.A.', 'petroleum tradeWord, of particle, venezuela place, sa legalForm'],
    ['Общество с ограниченной ответственностью «Ромашка»', 'ooo legalForm, romashka word'],
    ['OBSCHESTVO S OGRANICHENNOI OTVETSTVENNOSTIU ROMASHKA', 'ooo legalForm, romashka word'],
    ['Joint Stock Companny Romashka', 'jsc legalForm, romashka word'],
    ['华为技术有限公司', 'huawei word, technology tradeWord, hansha legalForm'],
    ['Factory No. 5', 'factory tradeWord, 5 number'],
    ['Fifth Plant', '5 number, plant tradeWord'],
    ['Al Romashka Ticaret Şirketi', 'romashka word, trading tradeWord, sirketi legalForm'],
    ['SA Romashka', 'sa word, romashka word'],
    ['Romashka Institute, Moscow Branch', 'romashka word, institute tradeWord, moscow branch, branch branch'],
    ['Romashka (Hong Kong Office)', 'romashka word, hongkong branch, office branch'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text, 'org')).toEqual([expected]);
  });

  it('gives forms of one kind one family, and others another', () => {
    const familyOf = (form: string) => readName(`Romashka ${form}`, { type: 'org', listed: false })[0]?.tokens.at(-1)?.family;
    expect(new Set(['LLC', 'GmbH', 'Ltd.', 'Limited', 'S.r.l.', 'ООО', 'Sp. z o.o.'].map(familyOf)).size).toBe(1);
    expect(familyOf('LLC')).not.toBe(familyOf('Joint Stock Company'));
  });
});

describe('a name of unknown type', () => {
  it('is read as a firm and as a person', () => {
    expect(readName('Ivan Romashka', { type: 'unknown', listed: true }).map(({ kind }) => kind)).toEqual(['org', 'person']);
  });
  it.each(['', ' . ', '()', '\u200f'])('of no letters (%j) has no reading', (text) => {
    expect(readName(text, { type: 'unknown', listed: false })).toEqual([]);
  });
});

describe('signs that are not part of a name', () => {
  it.each([
    ['Müller', 'Mu\u0308ller'],
    ['محمد', 'مـحـمـد'],
    ['محمد', 'ﻣﺤﻤﺪ'],
    ['Ivan\u200fov', 'Ivanov'],
    ['Sa’id', "Sa'id"],
    ['Хаmатoвич', 'Хаматович'],
  ])('%s and %s are read alike', (one, other) => {
    expect(read(one)).toEqual(read(other));
  });
});

describe('a hostile name', () => {
  it.each([
    'a'.repeat(200_000),
    'al-'.repeat(50_000),
    'عبدال'.repeat(20_000),
    '王'.repeat(50_000),
    "a'".repeat(50_000),
    'A. '.repeat(50_000),
  ])('is read to the end in a moment (%#)', { timeout: 5_000 }, (text) => {
    expect(readName(text, { type: 'unknown', listed: false }).length).toBeGreaterThan(0);
  });
});
