import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv6Address, readAddress, writeAddress } from './internet-address.ts';

describe('readAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['  192.0.2.1 ', '192.0.2.1'],
    ['192.0.2.1:51512', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['fe80::1%25en0', 'fe80::1'],
    ['::', '::'],
    ['1::', '1::'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ])('reads %s as %s', (text, written) => {
    const address = readAddress(text);
    expect(address === null ? null : writeAddress(address)).toBe(written);
  });

  it.each([
    ['', 'empty'],
    ['-', 'a dash'],
    ['cloudtrail.amazonaws.com', 'a service'],
    ['AWS Internal', 'a service'],
    ['private', 'a word'],
    ['localhost:8080', 'a host with a port'],
    ['1.2.3', 'three parts'],
    ['1.2.3.4.5', 'five parts'],
    ['256.1.1.1', 'a part above 255'],
    ['010.1.1.1', 'a leading zero, which some programs read as octal'],
    ['1.2.3.4:port', 'a port that is no number'],
    ['1:2:3:4:5:6:7', 'too few groups'],
    ['1:2:3:4:5:6:7:8:9', 'too many groups'],
    ['1::2::3', 'two gaps'],
    ['12345::', 'a group too long'],
    ['2001:db8::1.2.3', 'a broken tail'],
    ['[2001:db8::1', 'an open bracket'],
    ['[2001:db8::1]x', 'something behind the bracket'],
    ['192.0.2.1, 198.51.100.7', 'two addresses'],
  ])('refuses %s: %s', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  it('reads back every address it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
        expect(readAddress(writeAddress({ family: 4, value }))).toEqual({ family: 4, value });
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 1n << 112n, max: (1n << 128n) - 1n }), (value) => {
        expect(readAddress(writeAddress(ipv6Address(value)))).toEqual(ipv6Address(value));
      }),
    );
  });

  it('reads whatever another implementation calls an address', () => {
    for (const texts of [fc.ipV4(), fc.ipV6()]) {
      fc.assert(
        fc.property(texts, (text) => {
          expect(readAddress(text)).not.toBeNull();
        }),
      );
    }
  });
});
