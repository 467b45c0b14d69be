import type { Address } from '../../../../src-shared/formats/internet-address.ts';
import { rangeOf } from './ranges.ts';
import { stepsOfSet, valueAt } from './steps.ts';

/**
 * Ranges that belong to no place: private, shared by carriers, loopback, link-local, documentation, benchmarking, multicast, reserved.
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates).
 */
const specialPrefixes = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/8', '100::/64', '2001:2::/48', '2001:10::/28', '2001:20::/28', '2001:db8::/32', '3fff::/20', 'fc00::/7', 'fe80::/10'],
  ...['fec0::/10', 'ff00::/8'],
].map((text) => {
  const range = rangeOf(text);
  if (range === null) throw new Error(`${text} is no prefix`);
  return range;
});

const special = stepsOfSet(specialPrefixes);

/** True for an address that is inside some network and says nothing about a country. */
export function isInside(address: Address): boolean {
  return valueAt(special, address) !== 0;
}
