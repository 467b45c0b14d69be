import { describe, expect, it } from 'vitest';
import type { PartyType } from '../../../src-shared/model/listed-party.ts';
import { partyNamed as party } from '../../../test/harness/listed-party.ts';
import { buildIndex, openIndex, readQuery, screen, screeningProfiles } from './index.ts';

// Fictional; the shapes are those of the official lists.
const index = openIndex(
  buildIndex([
    party('O-1', ['Verkhovina Institute of Optical Systems'], { type: 'org' }),
    party('O-2', ['KARAVEL INTERNATIONAL SHIPPING MANAGEMENT CO LTD'], { type: 'org' }),
    party('O-3', ['BANCO AURELIA DEL SUR'], { type: 'org' }),
    party('O-4', ['TIKHOVETSK MACHINE CONSTRUCTION PLANT DUBROVSKY'], { type: 'org' }),
    party('O-5', ['HALVANI NETWORK (HNK)'], { type: 'org' }),
    party('O-6', ['ORLINSK TRADING HOUSE'], { type: 'org' }),
    party('O-7', ['NASRIN GHADEMI AND ASSOCIATES PARTNERSHIP COMPANY'], { type: 'org' }),
    party('O-8', ['JSC SPA VELORION'], { type: 'org' }),
    party('O-9', ['Severnaya University'], { type: 'org' }),
    party('P-1', ['KIM, Se Un']),
    party('P-2', ['WU, Yonghao']),
    party('P-3', ['HALEBI, Anwar']),
    party('P-4', ['TAVAKOL, Emir Jon']),
  ]),
);

const hits = (name: string, type: PartyType) =>
  screen(
    index,
    readQuery({ names: [name], type, countries: [], births: [], gender: null, identifiers: [], cities: [] }),
    screeningProfiles.default,
  );
const pairOf = (name: string, type: PartyType, id: string, reason: string) =>
  hits(name, type)
    .find((hit) => hit.id === id)
    ?.pairs.find((pair) => pair.reason === reason);

describe('reasons beyond likeness', () => {
  it('knows a company by the initials of its name', () => {
    expect(pairOf('VIOS', 'org', 'O-1', 'acronym')).toMatchObject({
      query: 'VIOS',
      listed: 'Verkhovina Institute of Optical Systems',
      similarity: 0.78,
    });
    expect(hits('VIOK', 'org')).toEqual([]);
  });

  it('knows the initials of some words in a row', () => {
    expect(pairOf('TMCP Dubrovsky', 'org', 'O-4', 'acronym')).toMatchObject({
      query: 'TMCP',
      listed: 'TIKHOVETSK MACHINE CONSTRUCTION PLANT',
    });
  });

  it('knows a trade by its short form', () => {
    expect(pairOf('Karavel Intl Shpg Mgmt Co Ltd', 'org', 'O-2', 'abbreviation')).toMatchObject({ query: 'Intl', listed: 'INTERNATIONAL' });
    // No table knows this one; its letters do.
    expect(pairOf('Karavel International Shppng Mgmt', 'org', 'O-2', 'abbreviation')?.similarity).toBeLessThan(1);
  });

  it('knows a trade in another language', () => {
    expect(
      pairOf('Aurelia Bank del Sur', 'org', 'O-3', 'translation') ?? pairOf('Банк Aurelia del Sur', 'org', 'O-3', 'translation'),
    ).toBeDefined();
    expect(hits('Северная Университет', 'org')[0]?.id).toBe('O-9');
  });

  it('meets the parts of a trade of several words only together', () => {
    expect(hits('Orlinsk Trading Houe', 'org')[0]?.id).toBe('O-6');
    expect(hits('Orlinsk Trading House', 'org')[0]?.nameScore).toBe(1);
  });
});

describe('what is no word of the name', () => {
  it.each([
    ['initials in brackets behind the name', 'Halvani Network', 'O-5'],
    ['a branch with its city', 'Halvani Network Shanghai Branch', 'O-5'],
    ['an office with its city', 'Halvani Network Hong Kong Office', 'O-5'],
    ['a digit for a letter', 'Halvani Netw0rk', 'O-5'],
    ['two words written as one', 'Nasrin Ghademi And Associatespartnership Company', 'O-7'],
  ])('%s', (_, name, id) => {
    expect(hits(name, 'org').map((hit) => hit.id)).toContain(id);
  });

  it('does not take a bank for the legal form of a bank', () => {
    expect(hits('Velorion Bank', 'org').every(({ nameScore }) => nameScore < 0.95)).toBe(true);
  });
});

describe('strangers', () => {
  it.each([
    ['a Korean given name of other consonants', 'Soo-jin Kim'],
    ['a Korean given name of more syllables', 'Seo-yeon Kim'],
    ['a Chinese given name of other consonants', 'Jianguo Wu'],
  ])('%s', (_, name) => {
    expect(hits(name, 'person')).toEqual([]);
  });

  it('reads a digit in a name of a person as the letter it was', () => {
    expect(hits('Emir J0n Tavakol', 'person')[0]?.id).toBe('P-4');
  });
});
