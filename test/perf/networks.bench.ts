import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type NetworkList, openNetworks } from '../../src-main/core/networks/index.ts';
import { convertMmdb } from '../../src-main/core/networks/read/convert.ts';
import { readListBytes } from '../../src-main/core/networks/read/network-list.ts';
import { ipv6Address, writeAddress } from '../../src-shared/formats/internet-address.ts';

export const title = 'Addresses: look-ups, lists of 100,000 prefixes, converting a database';

const resources = path.resolve(import.meta.dirname, '../../resources');
const count = 100_000;

/** The same numbers in every run. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

const ipv4 = (next: () => number) => Array.from({ length: count }, () => writeAddress({ family: 4, value: next() }));
const ipv6 = (next: () => number) =>
  Array.from({ length: count }, () =>
    writeAddress(ipv6Address((BigInt(0x2001_0000 + (next() % 0x0c00_0000)) << 96n) | (BigInt(next()) << 64n) | BigInt(next()))),
  );

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

export async function run(): Promise<{ columns: string[]; rows: string[][]; notes: string[] }> {
  const next = createNumbers(22);
  const rows: string[][] = [];
  const add = (what: string, ms: number, wanted: string) => rows.push([what, `${ms.toFixed(0)} ms`, wanted]);

  const text = Array.from(
    { length: count },
    () => `${writeAddress({ family: 4, value: (next() & 0xffff_ff00) >>> 0 })}/${24 + (next() % 9)}`,
  ).join('\n');
  const list = timed(() => readListBytes(Buffer.from(text), 'vpn.txt'));
  if ('refused' in list.value) throw new Error(`The list was refused: ${list.value.refused}`);
  add('read a list of 100,000 prefixes', list.ms, '');
  const { asns, prefixes, networks, ranges } = list.value;
  const made: NetworkList = {
    id: 'made',
    name: 'Made',
    tag: 'vpn',
    day: null,
    builtIn: false,
    asns,
    prefixes,
    networks,
    ranges,
    hash: 'made',
  };

  const plain = openNetworks({ resources });
  const listed = openNetworks({ resources, lists: [made] });
  add('first look-up, tables from the disk', timed(() => plain.locate(['8.8.8.8'])).ms, '');
  for (const [name, addresses] of [
    ['IPv4', ipv4(next)],
    ['IPv6', ipv6(next)],
  ] as const) {
    add(`100,000 distinct ${name} addresses`, timed(() => plain.locate(addresses)).ms, '≤ 1,000 ms');
    add(`100,000 distinct ${name} addresses, with that list`, timed(() => listed.locate(addresses)).ms, '≤ 1,000 ms');
  }
  const database = readFileSync(
    createRequire(import.meta.url).resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'),
  );
  add('convert a country database of a million ranges', timed(() => convertMmdb(database)).ms, '');
  return { columns: ['what', 'measured', 'wanted'], rows, notes: [] };
}
