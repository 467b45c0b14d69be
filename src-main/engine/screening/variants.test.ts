import { describe, expect, it } from 'vitest';
import type { PartyType } from '../../../src-shared/model/listed-party.ts';
import { partyNamed as party } from '../../../test/harness/listed-party.ts';
import { buildIndex, openIndex, readQuery, screen, screeningProfiles } from './index.ts';

// Fictional; the shapes are those of the official lists.
const index = openIndex(
  buildIndex([
    party('P-1', ['MANIKOV, Abdulla Ali']),
    party('P-2', ['DARVANI, Salar Zadeh']),
    party('P-3', ['ZADEH, Farrokh']),
    party('P-4', ['ZARGANI BABAKSH, Abed']),
    party('P-5', ['AVTUKHENOV, Mikhail Olegovich']),
    party('P-6', ['PIATRAVETSOU, Aleh']),
    party('P-7', ['KORSAMURI, Abdul Rahim']),
    party('P-8', ['SOLOMYKOV, Aleksandr Nikolaevich']),
    party('P-9', ['JANG, Kyong Hwa']),
    party('P-10', ['ABBASTANI GHOMI, Bashir']),
    party('P-11', ['HAMADIANI, Hamad']),
    party('P-12', ['AL-DURAKI, Uday Salim Hakim']),
    party('P-13', ['AL-DURAKI, Salim Hakim']),
    party('O-1', ['OPEN JOINT STOCK COMPANY VELORIAN AUTOMOBILE PLANT'], { type: 'org' }),
    party('O-2', ['LIMITED LIABILITY COMPANY VOSKHODNIK DIGITAL'], { type: 'org' }),
    party('O-3', ['PETROLANZA TRADING FZE'], { type: 'org' }),
    party('O-4', ['TIFARET HIZB-UL-KALIMA'], { type: 'org' }),
    party('O-5', ['LASHKAN-E-TURVAN'], { type: 'org' }),
    party('O-6', ['HILALI AHMED SOCIETY INDONESIA'], { type: 'org' }),
    party('O-7', ['China Electronics Technology Group Corporation 14th Research Institute (CETC 14)'], { type: 'org' }),
    party('O-8', ['China Electronics Technology Group Corporation 38th Research Institute (CETC 38)'], { type: 'org' }),
    party('O-9', ['INSTARA LOGISTICS'], { type: 'org' }),
    party('O-10', ['HIERAX Company Ltd.'], { type: 'org' }),
    party('O-11', ['KORNEVA OPTICS LLC'], { type: 'org' }),
    party('O-12', ['CAS Centre for Orbital Utilisation'], { type: 'org' }),
    party('V-1', ['FORTUNA'], { type: 'vessel' }),
  ]),
);

const found = (name: string, type: PartyType) =>
  screen(
    index,
    readQuery({ names: [name], type, countries: [], births: [], gender: null, identifiers: [], cities: [] }),
    screeningProfiles.default,
  );

describe('other ways of writing a person are found', () => {
  it.each([
    ['Abdulla as a name of its own', 'Abdallah Ali Manikov', 'P-1'],
    ['Zadeh as the whole family name', 'Farrokh Zadeh', 'P-3'],
    ['Abed before a family name', 'Abid Zargani Babaksh', 'P-4'],
    ['German letters for Russian sounds', 'Michail Awtuchenow', 'P-5'],
    ['the Russian of a Belarusian name', 'Oleg Petravetsev', 'P-6'],
    ['a slip in Abdul', 'Abdlu Rahim Korsamuri', 'P-7'],
    ['q for gh in a short family name', 'Bashir Abbastani Qomi', 'P-10'],
    ['an m that a scanner read as rn', 'Harnad Hamadiani', 'P-11'],
  ])('%s', (_, name, id) => {
    expect(found(name, 'person')[0]?.id).toBe(id);
  });

  it('reads Uday in Arabic letters as a name, and puts him before his father', () => {
    expect(found('عدي سالم حكيم الدوراكي', 'person')[0]?.id).toBe('P-12');
  });

  it('leaves alone who has another middle name, or another given name of like consonants', () => {
    expect(found('Maxim Aleksandr Solomykov', 'person')).toEqual([]);
    expect(found('Kyung-hee Jang', 'person')).toEqual([]);
  });
});

describe('other ways of writing a firm are found', () => {
  it.each([
    ['a slip in Joint Stock', 'Open Jiont Stock Company Velorian Automobile Plant', 'O-1'],
    ['a name written on to its legal form', 'Limited Liability Companyvoskhodnik Digital', 'O-2'],
    ['a trade with two slips', 'Petrolanza Trqdibg Fze', 'O-3'],
    ['a trade by its consonants', 'Petrolanza Trd Fze', 'O-3'],
    ['an article written on to the word before it', 'Tifaret Hizbul Kalima', 'O-4'],
    ['the joining letter of Persian and Urdu', 'Lashkan-i-Turvan', 'O-5'],
    ['initials in brackets, whatever their case', 'Hilali Ahmed Society Indonesia (Hasi)', 'O-6'],
    ['an English trade in Russian spelling', 'Instara Lodzhistiks, Ooo', 'O-9'],
    ['a company behind its branch', 'Hierax - Beijing Branch Company', 'O-10'],
    ['a digit a scanner read for the last letter', 'Korneva 0ptics Llc', 'O-11'],
    ['words for their initials, with small words between', 'Chinese Academy of Sciences Centre for Orbital Utilisation', 'O-12'],
  ])('%s', (_, name, id) => {
    expect(found(name, 'org')[0]?.id).toBe(id);
  });

  it('reads a number in Han characters, and holds another number against a hit', () => {
    expect(found('中国电子科技集团公司第三十八研究所', 'org')[0]?.id).toBe('O-8');
    expect(found('中国电子科技集团公司第十四研究所', 'org').map(({ id }) => id)).toEqual(['O-7']);
  });

  it('asks about a name of one longer word that is one letter off, and not about one of another legal form', () => {
    expect(found('Hierqx Company Ltd.', 'org')[0]).toMatchObject({ id: 'O-10', band: 'review', pairs: [{ reason: 'slip' }, {}] });
    expect(found('Fortunna', 'vessel')[0]).toMatchObject({ id: 'V-1', band: 'review' });
    expect(found('Fort', 'vessel')).toEqual([]);
  });
});
