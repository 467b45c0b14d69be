// Makes resources/addresses from the address packages: three tables and a manifest that says what they are. `tools/lib/addresses.mjs` calls it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AddressManifest } from '../../src-main/core/networks/manifest.ts';
import { convertMmdb } from '../../src-main/core/networks/read/convert.ts';
import { encodeTable, type LabelledSteps } from '../../src-main/core/networks/read/table.ts';
import { homesOf } from './homes.ts';
import { operatorTable } from './operators.ts';
import { sources } from './sources.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const packages = path.join(root, 'node_modules', '@ip-location-db');
const target = path.join(root, 'resources', 'addresses');
const making = `${target}.making`;
const stamp = process.argv[2] ?? '';

const versionOf = (name: string): string => JSON.parse(readFileSync(path.join(packages, name, 'package.json'), 'utf8')).version;
/** The operator files carry no day of their own; the package's version ends in it: `2.3.2026061719`. */
function dayOf(version: string): string {
  const day = /\.(\d{4})(\d{2})(\d{2})\d{2}$/.exec(version);
  if (day === null) throw new Error(`The version ${version} names no day`);
  return `${day[1]}-${day[2]}-${day[3]}`;
}
const country = (name: string, file: string) => convertMmdb(readFileSync(path.join(packages, name, file)));

const first = country('geo-whois-asn-country-mmdb', 'geo-whois-asn-country.mmdb');
const second = country('iptoasn-country-mmdb', 'iptoasn-country.mmdb');
const operators = operatorTable(path.join(packages, 'asn', 'asn-ipv4-num.csv'), path.join(packages, 'asn', 'asn-ipv6-num.csv'));
const homes = homesOf(operators, first.table, second.table);

const made: {
  readonly role: 'country' | 'country2' | 'operator';
  readonly table: LabelledSteps;
  readonly day: string;
  readonly package: string;
}[] = [
  { role: 'country', table: first.table, day: first.facts.day, package: 'geo-whois-asn-country-mmdb' },
  { role: 'country2', table: second.table, day: second.facts.day, package: 'iptoasn-country-mmdb' },
  { role: 'operator', table: { ...operators, homes }, day: dayOf(versionOf('asn')), package: 'asn' },
];

rmSync(making, { recursive: true, force: true });
mkdirSync(making, { recursive: true });
const manifest: AddressManifest = {
  stamp,
  databases: made.map(({ role, table, day, package: name }) => {
    const bytes = encodeTable(table);
    const file = `${role}.bin`;
    writeFileSync(path.join(making, file), bytes);
    return {
      ...sources[role],
      role,
      file,
      day,
      version: versionOf(name),
      ranges: table.steps.values4.length + table.steps.values6.length,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  }),
};
writeFileSync(path.join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
// Made aside and then put in place, so that whoever reads meanwhile sees the old folder or the new one.
rmSync(target, { recursive: true, force: true });
renameSync(making, target);
