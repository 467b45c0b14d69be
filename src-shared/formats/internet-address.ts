/** Four words of 32 bits, highest first. */
export type Words = readonly [number, number, number, number];

/** An Internet address as numbers. IPv4 inside IPv6 (`::ffff:` and the NAT64 prefix) reads as IPv4: it is the same machine. */
export type Address = { readonly family: 4; readonly value: number } | { readonly family: 6; readonly words: Words };

const dot = 0x2e;
const zero = 0x30;
const nine = 0x39;

/**
 * Reads an address as logs write it: `203.0.113.9`, `203.0.113.9:51512`, `2001:db8::1`, `[2001:db8::1]:443`, `::ffff:203.0.113.9`,
 * `fe80::1%eth0`. Answers null for host and service names, and for numbers with leading zeros, which programs read in two ways.
 */
export function readAddress(text: string): Address | null {
  let bare = text.trim();
  if (bare.startsWith('[')) {
    const end = bare.indexOf(']');
    if (end < 0 || !/^(?::\d{1,5})?$/.test(bare.slice(end + 1))) return null;
    bare = bare.slice(1, end);
  }
  const zone = bare.indexOf('%');
  if (zone >= 0) bare = bare.slice(0, zone);
  const firstColon = bare.indexOf(':');
  if (firstColon < 0) return asIpv4(bare);
  // One colon only: IPv4 with a port. IPv6 has at least two.
  if (bare.indexOf(':', firstColon + 1) < 0) return /^\d{1,5}$/.test(bare.slice(firstColon + 1)) ? asIpv4(bare.slice(0, firstColon)) : null;
  return asIpv6(bare);
}

function asIpv4(text: string): Address | null {
  const value = ipv4Number(text);
  return value === null ? null : { family: 4, value };
}

/** Character by character: this runs once for each of a hundred thousand addresses. */
function ipv4Number(text: string): number | null {
  if (text.length < 7 || text.length > 15) return null;
  let value = 0;
  let byte = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot) {
      if (digits === 0) return null;
      value = value * 256 + byte;
      byte = 0;
      digits = 0;
      dots += 1;
    } else {
      if (code < zero || code > nine || (digits > 0 && byte === 0)) return null;
      byte = byte * 10 + code - zero;
      digits += 1;
      if (byte > 255) return null;
    }
  }
  return dots === 3 && digits > 0 ? value * 256 + byte : null;
}

const groupsOfAddress = 8;
/** `64:ff9b::/96`, under which an IPv6-only server sees IPv4 visitors (RFC 6052). */
const nat64 = 0x0064_ff9b;

function asIpv6(text: string): Address | null {
  if (text.length > 45) return null;
  let hex = text;
  if (text.includes('.')) {
    const lastColon = text.lastIndexOf(':');
    const tail = ipv4Number(text.slice(lastColon + 1));
    if (tail === null) return null;
    hex = `${text.slice(0, lastColon + 1)}${Math.floor(tail / 65_536).toString(16)}:${(tail % 65_536).toString(16)}`;
  }
  const groups = hextets(hex);
  if (groups === null) return null;
  const word = (at: number) => (groups[at] ?? 0) * 65_536 + (groups[at + 1] ?? 0);
  const words: Words = [word(0), word(2), word(4), word(6)];
  const [a, b, c, d] = words;
  const isMapped = (a === 0 && b === 0 && c === 0xffff) || (a === nat64 && b === 0 && c === 0);
  return isMapped ? { family: 4, value: d } : { family: 6, words };
}

/** The eight numbers of a text, `::` filled with zeros; null where it is not that. */
function hextets(text: string): readonly number[] | null {
  const groups: number[] = [];
  let gap = -1;
  let at = 0;
  if (text.startsWith('::')) {
    gap = 0;
    at = 2;
  }
  while (at < text.length) {
    let value = 0;
    let digits = 0;
    while (at < text.length && text[at] !== ':') {
      const digit = hexDigit(text.charCodeAt(at));
      digits += 1;
      if (digit < 0 || digits > 4) return null;
      value = value * 16 + digit;
      at += 1;
    }
    if (digits === 0 || groups.length === groupsOfAddress) return null;
    groups.push(value);
    if (at === text.length) break;
    at += 1;
    if (text[at] === ':') {
      if (gap >= 0) return null;
      gap = groups.length;
      at += 1;
    } else if (at === text.length) return null;
  }
  if (gap < 0) return groups.length === groupsOfAddress ? groups : null;
  const missing = groupsOfAddress - groups.length;
  if (missing < 1) return null;
  return [...groups.slice(0, gap), ...Array.from({ length: missing }, () => 0), ...groups.slice(gap)];
}

function hexDigit(code: number): number {
  if (code >= zero && code <= nine) return code - zero;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** An IPv6 address by its number. */
export function ipv6Address(value: bigint): Address {
  const word = (shift: bigint) => Number((value >> shift) & 0xffff_ffffn);
  return { family: 6, words: [word(96n), word(64n), word(32n), word(0n)] };
}

/** The number of an IPv6 address. */
export function ipv6Number([a, b, c, d]: Words): bigint {
  return (BigInt(a) << 96n) | (BigInt(b) << 64n) | (BigInt(c) << 32n) | BigInt(d);
}

/** An address as people write it; IPv6 in the short form of RFC 5952. */
export function writeAddress(address: Address): string {
  if (address.family === 4) return [24, 16, 8, 0].map((shift) => (address.value >>> shift) & 255).join('.');
  const parts = address.words.flatMap((word) => [(word >>> 16).toString(16), (word & 0xffff).toString(16)]);
  let longest = { at: 0, length: 0 };
  for (let at = 0; at < groupsOfAddress; at += 1) {
    let length = 0;
    while (parts[at + length] === '0') length += 1;
    if (length > longest.length) longest = { at, length };
  }
  if (longest.length < 2) return parts.join(':');
  return `${parts.slice(0, longest.at).join(':')}::${parts.slice(longest.at + longest.length).join(':')}`;
}
