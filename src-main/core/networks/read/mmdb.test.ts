import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { type CountryResponse, Reader } from 'mmdb-lib';
import { describe, expect, it } from 'vitest';
import { ipv6Address, readAddress, writeAddress } from '../../../../src-shared/formats/internet-address.ts';
import { convertMmdb } from './convert.ts';
import { DamagedMmdb } from './mmdb-values.ts';
import { valueAt } from './steps.ts';
import { decodeTable, encodeTable } from './table.ts';

const packaged = (name: string, file: string) => readFileSync(createRequire(import.meta.url).resolve(`@ip-location-db/${name}/${file}`));

describe('a converted country database', () => {
  const bytes = packaged('iptoasn-country-mmdb', 'iptoasn-country.mmdb');
  const converted = convertMmdb(bytes);
  const table = decodeTable(encodeTable(converted.table));
  const other = new Reader<CountryResponse>(bytes);

  it('answers as another reader of the same file does, in both families', () => {
    const same = (text: string) => {
      const address = readAddress(text);
      if (address === null) throw new Error(`${text} is no address`);
      const ours = table.label(valueAt(table.steps, address));
      const theirs = (other.get(text) as { country_code?: string } | null)?.country_code ?? '';
      expect([text, ours]).toEqual([text, theirs]);
    };
    fc.assert(
      fc.property(fc.ipV4(), (text) => same(text)),
      { numRuns: 3_000 },
    );
    // Global unicast, where nearly all of IPv6 is.
    const ipv6 = fc.bigInt({ min: 0x2001n << 112n, max: (0x2c10n << 112n) - 1n }).map((value) => writeAddress(ipv6Address(value)));
    fc.assert(
      fc.property(ipv6, (text) => same(text)),
      { numRuns: 3_000 },
    );
  });

  it('knows its kind and its day', () => {
    expect(converted.kind).toBe('country');
    expect(converted.facts.day).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('refuses the file cut short, with its tree bent in circles, or with another mark', () => {
    expect(() => convertMmdb(bytes.subarray(0, bytes.length - 400))).toThrow(DamagedMmdb);
    expect(() => convertMmdb(Buffer.alloc(1000))).toThrow(DamagedMmdb);
    const circular = Buffer.from(bytes);
    // The right branch of the first node leads back to the first node.
    circular.fill(0, 3, 6);
    expect(() => convertMmdb(circular)).toThrow('circles');
  });
});

/** Writes values as the format does, for the few shapes the tests need. */
const text = (value: string) => Buffer.concat([Buffer.from([0x40 + value.length]), Buffer.from(value)]);
const whole = (value: number) => Buffer.from([0xc4, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
const map = (...entries: readonly (readonly [string, Buffer])[]) =>
  Buffer.concat([Buffer.from([0xe0 + entries.length]), ...entries.flatMap(([key, value]) => [text(key), value])]);

/** A database of one node: the lower half of IPv4 has the record, the upper half has none. */
function smallMmdb(record: Buffer, about: readonly (readonly [string, Buffer])[] = []): Buffer {
  const tree = Buffer.from([0, 0, 1 + 16, 0, 0, 1]);
  const said: readonly (readonly [string, Buffer])[] = [
    ['node_count', whole(1)],
    ['record_size', whole(24)],
    ['ip_version', whole(4)],
    ['database_type', text('made')],
    ['build_epoch', whole(1_780_000_000)],
    ['binary_format_major_version', whole(2)],
  ];
  const changed = said.map(([key, value]) => [key, about.find(([name]) => name === key)?.[1] ?? value] as const);
  return Buffer.concat([tree, Buffer.alloc(16), record, Buffer.from('abcdef4d61784d696e642e636f6d', 'hex'), map(...changed)]);
}

describe('convertMmdb', () => {
  const labelsOf = (record: Buffer) => convertMmdb(smallMmdb(record)).table.labels;

  it.each([
    ['country_code', map(['country_code', text('FR')])],
    ['country.iso_code', map(['country', map(['iso_code', text('FR')])])],
    ['country', map(['country', text('FR')])],
  ])('takes the country from %s', (_, record) => {
    expect(labelsOf(record)).toEqual(['', 'FR']);
  });

  it('takes operators, by number and name', () => {
    const converted = convertMmdb(smallMmdb(map(['asn', text('AS64500')], ['as_name', text('Example')])));
    expect(converted).toMatchObject({ kind: 'operator', table: { labels: ['', 'Example'], numbers: [0, 64_500] } });
  });

  it('takes no country from codes that stand for none', () => {
    for (const code of ['EU', 'AP', 'ZZ', 'fra', '1'])
      expect(() => labelsOf(map(['country_code', text(code)]))).toThrow('neither countries nor network operators');
  });

  it('reads a key that names the prototype as any other key', () => {
    expect(() => labelsOf(map(['__proto__', map(['country_code', text('FR')])]))).toThrow(DamagedMmdb);
    expect(Object.hasOwn(Object.prototype, 'country_code')).toBe(false);
  });

  it.each([
    ['a pointer to itself', Buffer.from([0x20, 0])],
    ['a map that says it is longer than the file', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['an array of sixteen million', Buffer.from([0x1f, 4, 0xff, 0xff, 0xff])],
    ['a text past the end', Buffer.from([0x5f, 0xff, 0xff, 0xff])],
    ['nothing at all', Buffer.alloc(0)],
  ])('refuses %s', (_, record) => {
    expect(() => labelsOf(record)).toThrow(DamagedMmdb);
  });

  it.each([
    ['more nodes than bytes', 'node_count', whole(4_000_000_000)],
    ['another size of node', 'record_size', whole(20)],
    ['another protocol', 'ip_version', whole(5)],
    ['another format', 'binary_format_major_version', whole(3)],
    ['no day', 'build_epoch', whole(0)],
  ])('refuses a description with %s', (_, key, value) => {
    expect(() => convertMmdb(smallMmdb(map(['country_code', text('FR')]), [[key, value]]))).toThrow(DamagedMmdb);
  });

  it('never throws anything but a refusal, whatever bytes are changed', () => {
    const good = smallMmdb(map(['country_code', text('FR')]));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          convertMmdb(bytes);
        } catch (cause) {
          expect(cause).toBeInstanceOf(DamagedMmdb);
        }
      }),
    );
  });
});
