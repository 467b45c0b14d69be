import { readAddress as parseAddress, writeAddress } from '../../../../../src-shared/formats/internet-address.ts';

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

/** The address in its usual short form. Leading zeros of IPv4 are read as decimal, as the program that wrote the log meant them. */
function plainAddress(text: string): string | null {
  const dotted = /^(\d{1,3}(?:\.\d{1,3}){3})(?:[:/]\d{1,5})?$/.exec(text)?.[1];
  if (dotted !== undefined) return ipv4(dotted);
  const address = text.includes(':') ? parseAddress(text) : null;
  return address === null ? null : writeAddress(address);
}

function ipv4(dotted: string): string | null {
  const parts = dotted.split('.').map(Number);
  return parts.every((part) => part <= 255) ? parts.join('.') : null;
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
