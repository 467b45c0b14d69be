import { type Address, ipv6Address, ipv6Number, readAddress, writeAddress } from '../../../../src-shared/formats/internet-address.ts';

/** Addresses from `first` to `last`, both included. */
export type AddressRange =
  | { readonly family: 4; readonly first: number; readonly last: number }
  | { readonly family: 6; readonly first: bigint; readonly last: bigint };

const everyIpv6 = (1n << 128n) - 1n;

/**
 * Reads `203.0.113.0/24`, `2001:db8::/32`, `203.0.113.1-203.0.113.9`, `203.0.113.0 255.255.255.0` or one address.
 * Host bits below the prefix are cut, as routers do. Answers null for anything else.
 */
export function rangeOf(text: string): AddressRange | null {
  const bare = text.trim();
  const slash = bare.indexOf('/');
  if (slash > 0) {
    const address = readAddress(bare.slice(0, slash));
    if (address === null) return null;
    const suffix = bare.slice(slash + 1).trim();
    const bits = suffix.includes('.') ? bitsOfMask(suffix) : /^\d{1,3}$/.test(suffix) ? Number(suffix) : null;
    // A mapped address such as ::ffff:203.0.113.0/120 counts its prefix over 128 bits.
    const mapped = address.family === 4 && bare.slice(0, slash).includes(':') ? 96 : 0;
    return bits === null ? null : prefixRange(address, bits - mapped);
  }
  const range = /^([^\s-]+)\s*[-–]\s*([^\s-]+)$/.exec(bare);
  if (range !== null) return between(readAddress(range[1] ?? ''), readAddress(range[2] ?? ''));
  const masked = /^(\S+)\s+(255\.\S+)$/.exec(bare);
  if (masked !== null) {
    const address = readAddress(masked[1] ?? '');
    const bits = bitsOfMask(masked[2] ?? '');
    return address === null || bits === null ? null : prefixRange(address, bits);
  }
  const single = readAddress(bare);
  return single === null ? null : between(single, single);
}

function between(first: Address | null, last: Address | null): AddressRange | null {
  if (first?.family === 4 && last?.family === 4)
    return first.value <= last.value ? { family: 4, first: first.value, last: last.value } : null;
  if (first?.family !== 6 || last?.family !== 6) return null;
  const [from, to] = [ipv6Number(first.words), ipv6Number(last.words)];
  return from <= to ? { family: 6, first: from, last: to } : null;
}

function prefixRange(address: Address, bits: number): AddressRange | null {
  if (bits < 0) return null;
  if (address.family === 4) {
    if (bits > 32) return null;
    const size = 2 ** (32 - bits);
    const first = Math.floor(address.value / size) * size;
    return { family: 4, first, last: first + size - 1 };
  }
  if (bits > 128) return null;
  const hostBits = BigInt(128 - bits);
  const first = (ipv6Number(address.words) >> hostBits) << hostBits;
  return { family: 6, first, last: first | ((1n << hostBits) - 1n) };
}

function bitsOfMask(text: string): number | null {
  const mask = readAddress(text);
  if (mask?.family !== 4) return null;
  const bits = Math.clz32(~mask.value);
  return mask.value === (bits === 0 ? 0 : 2 ** 32 - 2 ** (32 - bits)) ? bits : null;
}

/** A range as a prefix where it is one, else as first and last address. */
export function writeRange(range: AddressRange): string {
  const [first, last] =
    range.family === 4
      ? [writeAddress({ family: 4, value: range.first }), writeAddress({ family: 4, value: range.last })]
      : [writeAddress(ipv6Address(range.first)), writeAddress(ipv6Address(range.last))];
  if (first === last) return first;
  const whole = range.family === 4 ? 32 : 128;
  const size = BigInt(range.last) - BigInt(range.first) + 1n;
  const hostBits = size.toString(2).length - 1;
  const isPrefix = size === 1n << BigInt(hostBits) && BigInt(range.first) % size === 0n;
  return isPrefix ? `${first}/${whole - hostBits}` : `${first}-${last}`;
}

/** True when the address lies in the range. */
export function contains(range: AddressRange, address: Address): boolean {
  if (range.family === 4) return address.family === 4 && address.value >= range.first && address.value <= range.last;
  if (address.family !== 6) return false;
  const value = ipv6Number(address.words);
  return value >= range.first && value <= range.last;
}

export const lastIpv4 = 0xffff_ffff;
export const lastIpv6 = everyIpv6;
