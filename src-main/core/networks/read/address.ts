/** An Internet address as numbers. IPv4 inside IPv6 (`::ffff:` and the NAT64 prefix) reads as IPv4: it is the same machine. */
export type Address = { readonly family: 4; readonly value: number } | { readonly family: 6; readonly value: bigint };

const dot = 0x2e;
const zero = 0x30;
const nine = 0x39;
const hextet = /^[0-9a-f]{1,4}$/i;

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

function asIpv6(text: string): Address | null {
  if (text.length > 45) return null;
  let hex = text;
  const lastColon = text.lastIndexOf(':');
  if (text.includes('.')) {
    const tail = ipv4Number(text.slice(lastColon + 1));
    if (tail === null) return null;
    hex = `${text.slice(0, lastColon + 1)}${Math.floor(tail / 65_536).toString(16)}:${(tail % 65_536).toString(16)}`;
  }
  const halves = hex.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  let value = 0n;
  for (const part of [...head, ...Array.from({ length: missing }, () => '0'), ...tail]) {
    if (!hextet.test(part)) return null;
    value = (value << 16n) | BigInt(Number.parseInt(part, 16));
  }
  const prefix = value >> 32n;
  if (prefix === 0xffffn || prefix === nat64Prefix) return { family: 4, value: Number(value & 0xffff_ffffn) };
  return { family: 6, value };
}

/** `64:ff9b::/96`, under which an IPv6-only server sees IPv4 visitors (RFC 6052). */
const nat64Prefix = 0x0064_ff9b_0000_0000_0000_0000n;

/** An address as people write it; IPv6 in the short form of RFC 5952. */
export function writeAddress({ family, value }: Address): string {
  if (family === 4) return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
  const parts = Array.from({ length: 8 }, (_, place) => ((value >> BigInt(112 - 16 * place)) & 0xffffn).toString(16));
  let longest = { at: 0, length: 0 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (parts[at + length] === '0') length += 1;
    if (length > longest.length) longest = { at, length };
  }
  if (longest.length < 2) return parts.join(':');
  return `${parts.slice(0, longest.at).join(':')}::${parts.slice(longest.at + longest.length).join(':')}`;
}
