import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../src-shared/formats/internet-address.ts';
import { listLimits, type ReadList, readListBytes } from './network-list.ts';
import { valueAt } from './steps.ts';

const lines = (...given: readonly string[]) => Buffer.from(given.join('\n'));
const listOf = (bytes: Buffer, name = 'list.txt'): ReadList => {
  const list = readListBytes(bytes, name);
  if ('refused' in list) throw new Error(`Refused: ${list.refused}`);
  return list;
};
const has = (list: ReadList, text: string) => {
  const address = readAddress(text);
  return address !== null && valueAt(list.prefixes, address) === 1;
};

describe('readListBytes', () => {
  it('reads numbered networks with comments', () => {
    const list = listOf(lines('# Networks of VPN brands, 2026-03-18', 'AS64500 # Example One', 'as64501', '', 'AS64500 # again'), 'a.txt');
    expect([...list.asns]).toEqual([64_500, 64_501]);
    expect(list).toMatchObject({ networks: 2, ranges: 0, tag: 'vpn', day: '2026-03-18', problemCount: 0 });
  });

  it('reads CSV with a header, quoted names and a space before the quote', () => {
    const list = listOf(lines('ASN,Entity', '64500,"Example, DE"', '64501, "Other Hosting, NL"', '"64502",Third'), 'x.csv');
    expect([...list.asns]).toEqual([64_500, 64_501, 64_502]);
    expect(list.tag).toBe('hosting');
  });

  it('reads addresses and prefixes of both families, one a line', () => {
    const list = listOf(lines('198.51.100.7', '192.0.2.0/28', '2001:db8:1::/48', '2001:db8:2::9', '# end'), 'tor-exits-2024-02.lst');
    expect(list).toMatchObject({ networks: 0, ranges: 4, tag: 'tor', day: '2024-02-01' });
    expect(['198.51.100.7', '192.0.2.15', '2001:db8:1:ffff::1', '2001:db8:2::9'].every((address) => has(list, address))).toBe(true);
    expect(['198.51.100.8', '192.0.2.16', '2001:db8:2::a', '2001:db8:3::'].some((address) => has(list, address))).toBe(false);
  });

  it("reads the Tor project's own list, with its day", () => {
    const list = listOf(
      lines(
        ...['ExitNode 0011BD2485AD45D984EC4159C88FC066E5E3300E', 'Published 2026-03-01 04:02:01', 'LastStatus 2026-03-01 05:00:00'],
        'ExitAddress 192.0.2.9 2026-03-02 05:09:33',
      ),
      'x',
    );
    expect(list).toMatchObject({ ranges: 1, tag: 'tor', day: '2026-03-02', problemCount: 0 });
  });

  it('reads prefixes with country, region and town as a relay list', () => {
    const row = (place: number) => `192.0.${Math.floor(place / 16)}.${(place % 16) * 16}/28,DE,DE-BE,Berlin,`;
    const list = listOf(lines(...Array.from({ length: 40 }, (_, place) => row(place))), 'ranges.csv');
    expect(list).toMatchObject({ ranges: 40, tag: 'relay' });
  });

  it('reads JSON that holds prefixes, as cloud providers publish them', () => {
    const json = {
      createDate: '2026-02-03-10-11-12',
      prefixes: [{ ip_prefix: '192.0.2.0/24', region: 'x' }, { ipv6_prefix: '2001:db8::/40' }],
    };
    expect(listOf(Buffer.from(JSON.stringify(json)), 'ip-ranges.json')).toMatchObject({ ranges: 2, tag: 'hosting', day: '2026-02-03' });
  });

  it('finds the columns of a table whatever their order, and first and last address', () => {
    const named = listOf(
      lines('provider;start ip;end ip', 'Example VPN;192.0.2.4;192.0.2.9', 'Example VPN;198.51.100.1;198.51.100.1'),
      'x.csv',
    );
    expect(named).toMatchObject({ ranges: 2, tag: 'vpn' });
    expect(has(named, '192.0.2.9')).toBe(true);
    expect(has(named, '192.0.2.10')).toBe(false);
    const bare = listOf(lines('Example\t192.0.2.0/24', 'Other\t198.51.100.0/24'), 'x.tsv');
    expect(bare).toMatchObject({ ranges: 2, tag: null });
  });

  it('counts lines of every kind of ending', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const list = listOf(Buffer.from(['192.0.2.0/24', '', 'nothing', '198.51.100.0/24'].join(end)));
      expect([list.ranges, list.problems.map(({ row }) => row)]).toEqual([2, [3]]);
    }
  });

  it('reads UTF-16, and a mark at the start', () => {
    expect(listOf(Buffer.from('\uFEFFAS64500 # vpn\r\nAS64501 # vpn\r\n', 'utf16le'))).toMatchObject({ networks: 2, tag: 'vpn' });
    expect(listOf(Buffer.from('\uFEFFAS64500\n', 'utf8'))).toMatchObject({ networks: 1, problemCount: 0 });
  });

  it('takes a relay list for one, though its name says VPN as well, and finds no Tor in "vendor" or "storage"', () => {
    expect(listOf(lines('192.0.2.0/28'), 'x4b-vpn-apple.txt').tag).toBe('relay');
    expect(listOf(lines('192.0.2.0/28'), 'vendor-storage.txt').tag).toBeNull();
  });

  it('reports lines that are no networks, and refuses prefixes as wide as continents', () => {
    const list = listOf(lines('192.0.2.0/24', '0.0.0.0/0', '::/0', '2000::/3', 'vpn.example.com', '10.0.0.0/5', 'AS0'), 'x');
    expect(list.ranges).toBe(1);
    expect(list.problems.map(({ row, reason }) => [row, reason])).toEqual([
      ...[2, 3, 4].map((row) => [row, 'tooWide']),
      [5, 'notANetwork'],
      [6, 'tooWide'],
      [7, 'notANetwork'],
    ]);
    expect(has(list, '8.8.8.8')).toBe(false);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'noNetworks'],
    ['prose', lines('These are our networks.', 'There are none.'), 'noNetworks'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, ...Array.from({ length: 400 }, (_, place) => place % 9)]), 'notText'],
    ['broken JSON', Buffer.from('{"prefixes": ['), 'damaged'],
    ['JSON nested without end', Buffer.alloc(10_000_000, '['), 'damaged'],
    ['JSON nested deep', Buffer.from(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), 'damaged'],
    ['JSON of two million numbers', Buffer.from(`[${'1,'.repeat(2_000_000)}1]`), 'noNetworks'],
    ['JSON of millions of empty objects', Buffer.from(`[${'{},'.repeat(2_500_000)}1]`), 'tooManyEntries'],
    ['nothing but line ends', Buffer.alloc(10_000_000, '\n'), 'noNetworks'],
    ['millions of short lines', Buffer.alloc(4_000_000, '1\n'), 'tooManyEntries'],
    ['one cell after another', Buffer.alloc(8_000_000, ','), 'noNetworks'],
    ['comment marks', Buffer.alloc(8_000_000, '#'), 'noNetworks'],
    ['a file too large', Buffer.alloc(listLimits.fileBytes + 1, 0x61), 'tooLarge'],
    ['one endless line', Buffer.alloc(8_000_000, 0x31), 'noNetworks'],
  ] as const)('refuses %s', (_, bytes, refused) => {
    expect(readListBytes(bytes, 'x')).toEqual({ refused });
  });

  it('reads a hundred thousand prefixes', () => {
    const many = Array.from({ length: 100_000 }, (_, place) => `${11 + (place >> 16)}.${(place >> 8) & 255}.${place & 255}.0/25`);
    const list = listOf(lines(...many), 'vpn.txt');
    expect(list.ranges).toBe(100_000);
    expect(has(list, '12.134.159.127')).toBe(true);
    expect(has(list, '12.134.159.128')).toBe(false);
  });
});
