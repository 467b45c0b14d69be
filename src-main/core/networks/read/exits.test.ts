import { describe, expect, it } from 'vitest';
import { readExitRows } from './exits.ts';
import { writeRange } from './ranges.ts';
import { rowsOfText } from './text-rows.ts';

const read = (text: string, order: Parameters<typeof readExitRows>[1] = null) => {
  const source = rowsOfText(Buffer.from(text));
  if (source.is !== 'rows') throw new Error('No rows');
  const { exits, problems } = readExitRows(source.rows, order);
  return { exits: exits.map((exit) => ({ ...exit, range: writeRange(exit.range) })), problems };
};

describe('readExitRows', () => {
  it('reads site, network and days', () => {
    const { exits, problems } = read(
      'Site,Prefix,Valid from,Valid to\nLondon,192.0.2.0/28,2025-01-01,\n"Paris, VPN",2001:db8::/48,01.02.2025,31.12.2025\n',
    );
    expect(problems).toEqual([]);
    expect(exits).toEqual([
      { label: 'London', range: '192.0.2.0/28', from: '2025-01-01', until: null },
      { label: 'Paris, VPN', range: '2001:db8::/48', from: '2025-02-01', until: '2025-12-31' },
    ]);
  });

  it('reads several networks in one cell, ranges by first and last address, and rows without a header', () => {
    expect(read('name;cidr\nHQ;"192.0.2.1, 192.0.2.8/29"\n').exits.map(({ range }) => range)).toEqual(['192.0.2.1', '192.0.2.8/29']);
    expect(read('site,first ip,last ip\nHQ,192.0.2.1,192.0.2.9\n').exits.map(({ range }) => range)).toEqual(['192.0.2.1-192.0.2.9']);
    expect(read('192.0.2.1,London\n198.51.100.0/24,Paris\n').exits.map(({ label }) => label)).toEqual(['London', 'Paris']);
    expect(read('192.0.2.1 # London\n').exits).toMatchObject([{ label: 'London', range: '192.0.2.1' }]);
  });

  it('asks about a day that reads two ways unless the order is given', () => {
    const text = 'site,ip,from\nHQ,192.0.2.1,03/04/2025\n';
    expect(read(text)).toMatchObject({ exits: [], problems: [{ row: 2, reason: 'dateTwoWays' }] });
    expect(read(text, 'DMY').exits).toMatchObject([{ from: '2025-04-03' }]);
    expect(read(text, 'MDY').exits).toMatchObject([{ from: '2025-03-04' }]);
  });

  it('makes no exit of a row it cannot read: it would hide findings', () => {
    const { exits, problems } = read(
      'site,ip,from,until\nA,office.example,,\nB,192.0.2.1,soon,\nC,192.0.2.1,2025-02-01,2025-01-01\nD,,,\n',
    );
    expect(exits).toEqual([]);
    expect(problems.map(({ reason }) => reason)).toEqual(['notANetwork', 'notADate', 'endsBeforeItStarts', 'notANetwork']);
  });
});
