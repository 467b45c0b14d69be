/** Texts that stand for "no address". */
const none = new Set(['', '-', '0.0.0.0', '::', 'null', 'none', 'n/a', 'unknown', 'not available', '(none)']);

export interface AddressReading {
  /** The address in its usual short form, a host or service name as written, or nothing. */
  readonly text: string;
  /** False for text that is neither an address nor looks like a name. */
  readonly good: boolean;
}

const nothing: AddressReading = { text: '', good: true };

/**
 * Reads an address as logs write it: with a port, in brackets, IPv4 inside IPv6, with a zone id, as a list of proxies of which the left-most public one
 * counts. Names of hosts and services (`cloudtrail.amazonaws.com`, `AWS Internal`) are kept as they are: they are no error, and no address.
 */
export function readAddress(written: string): AddressReading {
  const text = written.trim().replace(/^['"]+|['"]+$/g, '');
  if (none.has(text.toLowerCase())) return nothing;
  if (text.includes(',')) return leftMost(text);
  const plain = plainAddress(text);
  if (plain !== null) return none.has(plain) ? nothing : { text: plain, good: true };
  return { text: text.slice(0, 200), good: /^[\p{L}][\p{L}\d .:/_-]*$/u.test(text) && !/^[\da-f:.]+$/i.test(text) };
}

function leftMost(list: string): AddressReading {
  const parts = list
    .split(',')
    .slice(0, 50)
    .map((part) => readAddress(part));
  const addresses = parts.filter((part) => part.text !== '' && plainAddress(part.text) !== null);
  return addresses.find((part) => !isInside(part.text)) ?? addresses[0] ?? parts.find((part) => part.text !== '') ?? nothing;
}

function plainAddress(text: string): string | null {
  const v4 = ipv4(text);
  if (v4 !== null) return v4;
  const port = /^(\d{1,3}(?:\.\d{1,3}){3})[:/](\d{1,5})$/.exec(text);
  if (port !== null) return ipv4(port[1] ?? '');
  const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text);
  return ipv6((bracketed?.[1] ?? text).replace(/%[\w.-]+$/, ''));
}

/** Canonical text of an IPv4 address, or `null`. Leading zeros are read as decimal. */
function ipv4(text: string): string | null {
  if (text.length < 7 || text.length > 15) return null;
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let plain = true;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    if (part.length > 1 && part.startsWith('0')) plain = false;
  }
  return plain ? text : parts.map(Number).join('.');
}

/** Canonical text (RFC 5952) of an IPv6 address, an IPv4 address where one is mapped into it, or `null`. */
function ipv6(text: string): string | null {
  if (!text.includes(':') || text.length > 45 || !/^[\da-f:.]+$/i.test(text)) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groupsOf = (half: string): number[] | null => {
    const groups: number[] = [];
    for (const part of half === '' ? [] : half.split(':')) {
      if (part.includes('.')) {
        const v4 = ipv4(part)?.split('.').map(Number);
        if (v4 === undefined) return null;
        groups.push((v4[0] ?? 0) * 256 + (v4[1] ?? 0), (v4[2] ?? 0) * 256 + (v4[3] ?? 0));
      } else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
      else return null;
    }
    return groups;
  };
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [groups[6] ?? 0, groups[7] ?? 0].flatMap((group) => [group >> 8, group & 255]).join('.');
  return shorten(groups);
}

function shorten(groups: readonly number[]): string {
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
    at += length;
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.at === -1) return hex.join(':');
  return `${hex.slice(0, best.at).join(':')}::${hex.slice(best.at + best.length).join(':')}`;
}

/** Private, carrier-grade, loopback, link-local and documentation ranges, of which no country can be told. */
function isInside(address: string): boolean {
  if (address.includes(':')) return /^(?:::1$|f[cd]|fe[89ab]|2001:db8:)/.test(address);
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
  return (
    a === 10 ||
    a === 127 ||
    a === 0 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 192 && b === 0 && c === 2) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113)
  );
}
