import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { NetworkList } from './list.ts';
import { openNetworks } from './networks.ts';
import { type AddressRange, rangeOf } from './read/ranges.ts';
import { stepsOfSet } from './read/steps.ts';

const resources = fileURLToPath(new URL('../../../resources', import.meta.url));
const range = (text: string): AddressRange => {
  const found = rangeOf(text);
  if (found === null) throw new Error(`${text} is no range`);
  return found;
};
const list = (given: Partial<NetworkList>): NetworkList => ({
  id: 'made',
  name: 'Made list',
  tag: 'vpn',
  day: isoDate('2024-02-27'),
  builtIn: false,
  asns: new Uint32Array(),
  prefixes: stepsOfSet([]),
  networks: 0,
  ranges: 0,
  hash: 'made',
  ...given,
});
const one = (address: string, options: Omit<Parameters<typeof openNetworks>[0], 'resources'> = {}) => {
  const [facts] = openNetworks({ resources, ...options }).locate([address]);
  if (facts === undefined) throw new Error('No answer');
  return facts;
};

describe('locate', () => {
  it('knows the country and the operator of well-known addresses', () => {
    expect(one('8.8.8.8')).toMatchObject({ kind: 'public', country: 'US', country2: 'US', asn: 15_169, tags: ['hosting'] });
    expect(one('8.8.8.8').operator).toContain('Google');
    expect(one('[2001:4860:4860::8888]:443')).toMatchObject({ kind: 'public', country: 'US', asn: 15_169 });
  });

  it('says where an operator is run from only where nearly all its addresses lie in one country', () => {
    // Iran Telecommunication Company, AS58224, and a world-wide one.
    expect(one('5.232.0.1')).toMatchObject({ country: 'IR', operatorCountry: 'IR' });
    expect(one('8.8.8.8').operatorCountry).toBeNull();
  });

  it.each([
    '10.1.2.3',
    '100.64.9.1',
    '127.0.0.1',
    '169.254.1.1',
    '172.31.255.255',
    '192.168.1.1:5000',
    '203.0.113.9',
    '224.0.0.1',
    '::1',
    'fd00::1',
    'fe80::1%eth0',
    '2001:db8::1',
    'ff02::1',
  ])('says %s is inside, and no country', (address) => {
    expect(one(address)).toMatchObject({ kind: 'inside', country: null, country2: null, asn: null, tags: [], dataDay: null });
  });

  it.each(['172.32.0.1', '100.128.0.1', '11.0.0.1', '192.169.0.1', '2600::1'])('says %s, beside a private range, is public', (address) => {
    expect(one(address).kind).toBe('public');
  });

  it.each(['cloudtrail.amazonaws.com', 'AWS Internal', '', 'gce-internal-ip', '999.1.1.1'])('says "%s" is no address', (address) => {
    expect(one(address)).toMatchObject({ address, kind: 'notAnAddress', country: null, dataDay: null });
  });

  it('answers the same after the tables were made ready ahead', async () => {
    const networks = openNetworks({ resources });
    await networks.warm();
    expect(networks.locate(['8.8.8.8'])).toEqual([one('8.8.8.8')]);
  });

  it('keeps the address as it was written, and the order', () => {
    const given = ['::ffff:8.8.8.8', '8.8.8.8:53', 'x', '8.8.8.8'];
    expect(
      openNetworks({ resources })
        .locate(given)
        .map(({ address }) => address),
    ).toEqual(given);
  });

  it('tags by number and by prefix, names the list behind each tag, and goes by the oldest data', () => {
    const lists = [
      list({ asns: Uint32Array.of(15_169), name: 'By number', tag: 'proxy' }),
      list({ prefixes: stepsOfSet([range('8.8.8.0/24')]), name: 'By prefix', tag: 'relay', day: null }),
      list({ prefixes: stepsOfSet([range('8.8.9.0/24')]), name: 'Beside it', tag: 'tor' }),
    ];
    expect(one('8.8.8.8', { lists })).toMatchObject({
      tags: ['hosting', 'relay', 'proxy'],
      tagSources: [expect.stringMatching(/^Hosting and cloud, 20/), 'By number, 2024-02-27', 'By prefix'],
      dataDay: '2024-02-27',
    });
  });

  it('names corporate exits, inside and outside, with their days', () => {
    const exits = [
      { label: 'London', range: range('8.8.8.0/28'), from: isoDate('2025-01-01'), until: null },
      { label: 'VPN pool', range: range('10.8.0.0/16'), from: null, until: null },
    ];
    const networks = openNetworks({ resources, exits });
    expect(networks.locate(['8.8.8.8', '10.8.1.1', '8.8.8.16']).map(({ tags }) => tags)).toEqual([
      ['hosting', 'corporate'],
      ['corporate'],
      ['hosting'],
    ]);
    expect(networks.exitsOf('8.8.8.8')).toMatchObject([{ label: 'London', from: '2025-01-01' }]);
  });

  it('says what the company allows, by number and by prefix, and why', () => {
    const allowed = [
      { network: { asn: 15_169 }, reason: 'Build machines' },
      { network: { range: range('10.9.0.0/16') }, reason: 'Lab' },
    ];
    const networks = openNetworks({ resources, allowed });
    expect(networks.locate(['8.8.8.8', '10.9.1.1', '1.1.1.1']).map((facts) => facts.allowed)).toEqual([true, true, false]);
    expect(networks.allowedBecause('8.8.8.8')).toBe('Build machines');
    expect(networks.allowedBecause('1.1.1.1')).toBeNull();
  });
});

describe('basis', () => {
  it('is the same for the same data and another for any change', () => {
    const plain = openNetworks({ resources }).basis;
    expect(openNetworks({ resources }).basis).toBe(plain);
    const changed = [
      openNetworks({ resources, lists: [list({})] }),
      openNetworks({ resources, lists: [list({ tag: 'tor' })] }),
      openNetworks({ resources, exits: [{ label: 'a', range: range('8.8.8.0/28'), from: null, until: null }] }),
      openNetworks({ resources, exits: [{ label: 'a', range: range('2001:db8::/64'), from: null, until: null }] }),
      openNetworks({ resources, allowed: [{ network: { asn: 1 }, reason: '' }] }),
    ].map(({ basis }) => basis);
    expect(new Set([plain, ...changed]).size).toBe(changed.length + 1);
  });
});
