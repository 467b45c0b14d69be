import { describe, expect, it } from 'vitest';
import type { PartyAddress } from '../../../src-shared/model/listed-party.ts';
import { partyNamed as party } from '../../../test/harness/listed-party.ts';
import { compareAddresses, isBareAddress, readAddress } from './addresses.ts';
import { buildIndex, explain, openIndex, readQuery, screen, screeningProfiles } from './index.ts';

const at = (text: string): PartyAddress => ({ text, city: '', country: 'HK' });

// Fictional streets; the shapes are those of the entries of Supplement No. 4 to Part 744 that are addresses.
const listed = [
  party('EL-1', ['Address 01'], {
    list: 'EL',
    type: 'unknown',
    addresses: [at('Flat/RM 2309, 23/F, Wo Sang Commercial Centre, 2-16 Fa Lung Street, Mong Kok, Kowloon, Hong Kong.')],
  }),
  party('EL-2', ['Address 02'], {
    list: 'EL',
    type: 'unknown',
    addresses: [at('Room 1318-20, 13F, Sunwood Plaza, 610 Norwick Road, Mong Kok, Kowloon, Hong Kong.')],
  }),
  party('EL-3', ['Orlandia Trading Co'], {
    list: 'EL',
    type: 'unknown',
    addresses: [at('7/F MW Tower, 111 Bonwell Strand, Sheung Wan, Hong Kong')],
  }),
];
const index = openIndex(buildIndex(listed));
const asked = (address: string) =>
  readQuery({
    names: ['Zephyrine Widgets'],
    type: 'org',
    countries: [],
    births: [],
    gender: null,
    identifiers: [],
    cities: [],
    addresses: [address],
  });
const hits = (address: string) => screen(index, asked(address), screeningProfiles.default, { from: 0.6 });

describe('addresses that are listed by themselves', () => {
  it('are entries whose only name is a numbered address', () => {
    expect(listed.map(isBareAddress)).toEqual([true, true, false]);
    expect(isBareAddress(party('EL-4', ['Address 04'], { addresses: [] }))).toBe(false);
    expect(isBareAddress(party('EL-5', ['Address Hotel Ltd'], { addresses: [at('1 Main Street')] }))).toBe(false);
  });

  it('catch whoever uses them, and say why', () => {
    const [hit] = hits('Rm 2309, 23rd Floor, Wo Sang Comm. Ctr., 2-16 Falung St., Kowloon, HK');
    expect(hit).toMatchObject({ id: 'EL-1', matchedName: 'Address 01', band: 'strong', nameScore: 0, pairs: [] });
    expect(hit?.features).toMatchObject([{ name: 'address', points: 100 }]);
    expect(hit?.features[0]?.why).toContain('the same premises: ours Rm 2309');
  });

  it('ask where the room is not said, and leave another room to the wide manner', () => {
    const house = 'Wo Sang Commercial Centre, 8 Fa Lung Street, Mong Kok, Hong Kong';
    expect(hits(house)[0]).toMatchObject({ id: 'EL-1', score: 0.8, band: 'review' });
    const [other] = hits(`Room 1105, 11/F, ${house}`);
    expect(other?.score).toBeLessThan(screeningProfiles.default.thresholds['*']?.review ?? 0);
    expect(other?.score).toBeGreaterThan(screeningProfiles.wide.thresholds['*']?.review ?? 1);
  });

  it.each([
    ['another house of the street', 'Flat 2309, 23/F, 61 Fa Lung Street, Mong Kok, Hong Kong'],
    ['the same number in another street', 'Room 2309, 23/F, 2-16 Harbour Bright Avenue, Wan Chai, Hong Kong'],
    ['the address of an entry that names a party', '7/F MW Tower, 111 Bonwell Strand, Sheung Wan, Hong Kong'],
    ['a city alone', 'Mong Kok, Kowloon, Hong Kong'],
  ])('leave %s alone', (_, address) => {
    expect(hits(address)).toEqual([]);
  });

  it('say in an explanation how near an address is', () => {
    expect(explain(index, asked('Room 1319, Sunwood Plaza, 610 Norwick Rd, Mong Kok'), 'EL-2', screeningProfiles.default)).toMatchObject({
      outcome: 'hit',
      best: { features: [{ name: 'address', points: 100 }] },
    });
  });
});

describe('comparing addresses', () => {
  it.each([
    ['spans of rooms', 'Room 1319, 610 Norwick Road', 'Room 1318-20, 13F, 610 Norwick Road', 'premises'],
    ['floors alone', '7th floor, 111 Bonwell Strand', '7/F MW Tower, 111 Bonwell Strand', 'premises'],
    ['another floor', '9/F, 111 Bonwell Strand', '7/F MW Tower, 111 Bonwell Strand', 'otherUnit'],
    [
      'a house without rooms',
      'Office 3, 52 Hasat Sk., Merkez Mah., Sisli',
      '52 Hasat Sokak, Merkez Mahallesi, Sisli, Istanbul',
      'premises',
    ],
    ['no house number', 'Norwick Road', '610 Norwick Road', null],
  ])('%s', (_, ours, theirs, match) => {
    expect(compareAddresses(readAddress(ours), readAddress(theirs))).toBe(match);
  });
});
