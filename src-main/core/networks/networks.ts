import { createHash } from 'node:crypto';
import { type Address, readAddress } from '../../../src-shared/formats/internet-address.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type AddressFacts, type NetworkTag, networkTags } from '../../../src-shared/model/network.ts';
import { type AllowedNetwork, type CorporateExit, hasNumber, type NetworkList } from './list.ts';
import type { DatabaseRole } from './manifest.ts';
import { contains } from './read/ranges.ts';
import { isInside } from './read/special.ts';
import { stepsOfSet, valueAt } from './read/steps.ts';
import type { AddressTable } from './read/table.ts';
import { type LazyTable, type ShippedNetworks, shippedNetworks } from './shipped.ts';

/** A database in use: shipped, or the company's own file in its place. */
export interface DatabaseInUse {
  readonly name: string;
  readonly day: IsoDate;
  readonly hash: string;
  readonly table: LazyTable;
}

/** Everything an answer about an address rests on. */
export interface NetworkData {
  readonly databases: Readonly<Record<DatabaseRole, DatabaseInUse>>;
  /** Where an operator is at home, where the operator database in use does not say. */
  readonly homes: LazyTable;
  readonly lists: readonly NetworkList[];
  readonly exits: readonly CorporateExit[];
  readonly allowed: readonly AllowedNetwork[];
}

/** Offline knowledge about addresses. Pure over its data: the same address gives the same answer while `basis` is the same. */
export interface Networks {
  /** Facts of each address, in the order given. About two microseconds each; long runs are cut into slices by the caller. */
  locate(addresses: readonly string[]): AddressFacts[];
  /** Gets the tables ready without holding the thread up; otherwise the first look-up after a while waits for the disk. */
  warm(): Promise<void>;
  /** Exits of the company that hold the address, each with its days. Facts say `corporate` when one does on any day. */
  exitsOf(address: string): readonly CorporateExit[];
  /** Reason for which the company accepts the address, or null. */
  allowedBecause(address: string): string | null;
  /** Another text whenever any answer may be another. */
  readonly basis: string;
  /** Day of the oldest of the three databases. */
  readonly dataDay: IsoDate;
}

/** Shipped data, with the given lists, exits and allow list on top; for the command line, measurements and tests. */
export function openNetworks(options: {
  /** Folder of shipped data. */
  readonly resources: string;
  readonly lists?: readonly NetworkList[];
  readonly exits?: readonly CorporateExit[];
  readonly allowed?: readonly AllowedNetwork[];
}): Networks {
  const shipped = shippedNetworks(options.resources);
  return createNetworks({
    databases: shippedDatabases(shipped),
    homes: shipped.table('operator'),
    lists: [...shipped.lists, ...(options.lists ?? [])],
    exits: options.exits ?? [],
    allowed: options.allowed ?? [],
  });
}

/** The shipped databases as the ones in use. */
export function shippedDatabases(shipped: ShippedNetworks): Readonly<Record<DatabaseRole, DatabaseInUse>> {
  const inUse = (role: DatabaseRole): DatabaseInUse => {
    const about = shipped.databases.find((database) => database.role === role);
    if (about === undefined) throw new Error(`The address tables hold no ${role}`);
    return { name: about.name, day: about.day as IsoDate, hash: about.sha256, table: shipped.table(role) };
  };
  return { country: inUse('country'), country2: inUse('country2'), operator: inUse('operator') };
}

/** Operator names read out of the table are kept up to this many: logs name the same few networks again and again. */
const keptNames = 20_000;

export function createNetworks(data: NetworkData): Networks {
  const { databases, lists, exits, allowed } = data;
  const exitSpace = stepsOfSet(exits.map(({ range }) => range));
  const allowedRanges = allowed.flatMap(({ network, reason }) => ('range' in network ? [{ range: network.range, reason }] : []));
  const allowedSpace = stepsOfSet(allowedRanges.map(({ range }) => range));
  const allowedAsns = new Map(allowed.flatMap(({ network, reason }) => ('asn' in network ? [[network.asn, reason] as const] : [])));
  const dataDay = [databases.country.day, databases.country2.day, databases.operator.day].sort()[0] as IsoDate;
  const sources = lists.map(({ name, day }) => (day === null ? name : `${name}, ${day}`));
  const names = new Map<number, { readonly asn: number; readonly operator: string; readonly home: string | null }>();
  let homePlaces: Map<number, number> | undefined;

  /** The tables for one run of look-ups: asking for each anew, for every address, would cost as much as the look-up. */
  const openTables = (): Tables => ({
    country: databases.country.table.get(),
    country2: databases.country2.table.get(),
    operator: databases.operator.table.get(),
  });

  /** The home of an operator by its number, from the shipped table: a company's own file seldom says. */
  const homeOf = (asn: number): string | null => {
    const table = data.homes.get();
    if (homePlaces === undefined) {
      homePlaces = new Map();
      for (let place = 1; place < table.labelCount; place += 1) homePlaces.set(table.number(place), place);
    }
    const place = homePlaces.get(asn);
    return place === undefined ? null : table.home(place);
  };

  const operatorAt = (table: AddressTable, address: Address) => {
    const place = valueAt(table.steps, address);
    if (place === 0) return null;
    const known = names.get(place);
    if (known !== undefined) return known;
    const asn = table.number(place);
    const home = databases.operator.table === data.homes ? table.home(place) : homeOf(asn);
    const made = { asn, operator: table.label(place), home };
    if (names.size < keptNames) names.set(place, made);
    return made;
  };

  const exitsAt = (address: Address): readonly CorporateExit[] =>
    exits.length === 0 || valueAt(exitSpace, address) === 0 ? [] : exits.filter(({ range }) => contains(range, address));

  const allowedAt = (address: Address, asn: number | null): string | null => {
    if (asn !== null && allowedAsns.has(asn)) return allowedAsns.get(asn) ?? null;
    if (allowedRanges.length === 0 || valueAt(allowedSpace, address) === 0) return null;
    return allowedRanges.find(({ range }) => contains(range, address))?.reason ?? null;
  };

  const factsOf = (text: string, tables: Tables): AddressFacts => {
    const address = readAddress(text);
    if (address === null) return { ...nothing, address: text, kind: 'notAnAddress' };
    const inside = isInside(address);
    const tags: NetworkTag[] = [];
    const tagSources: string[] = [];
    const operator = inside ? null : operatorAt(tables.operator, address);
    let oldest: IsoDate | null = inside ? null : dataDay;
    if (!inside) {
      for (let place = 0; place < lists.length; place += 1) {
        const list = lists[place] as NetworkList;
        const byNumber = operator !== null && hasNumber(list.asns, operator.asn);
        if (!byNumber && valueAt(list.prefixes, address) === 0) continue;
        tags.push(list.tag);
        tagSources.push(sources[place] ?? list.name);
        if (list.day !== null && (oldest === null || list.day < oldest)) oldest = list.day;
      }
    }
    for (const { label } of exitsAt(address)) {
      tags.push('corporate');
      tagSources.push(label);
    }
    return {
      address: text,
      kind: inside ? 'inside' : 'public',
      country: inside ? null : countryAt(tables.country, address),
      country2: inside ? null : countryAt(tables.country2, address),
      asn: operator?.asn ?? null,
      operator: operator === null || operator.operator === '' ? null : operator.operator,
      operatorCountry: operator?.home ?? null,
      tags: tags.length === 0 ? noTags : networkTags.filter((tag) => tags.includes(tag)),
      tagSources,
      allowed: allowedAt(address, operator?.asn ?? null) !== null,
      dataDay: oldest,
    };
  };

  return {
    locate(addresses) {
      const tables = openTables();
      return addresses.map((address) => factsOf(address, tables));
    },
    async warm() {
      await Promise.all([databases.country, databases.country2, databases.operator].map(({ table }) => table.warm()));
      await data.homes.warm();
    },
    exitsOf: (text) => {
      const address = readAddress(text);
      return address === null ? [] : exitsAt(address);
    },
    allowedBecause: (text) => {
      const address = readAddress(text);
      return address === null
        ? null
        : allowedAt(address, isInside(address) ? null : (operatorAt(openTables().operator, address)?.asn ?? null));
    },
    basis: basisOf(data),
    dataDay,
  };
}

interface Tables {
  readonly country: AddressTable;
  readonly country2: AddressTable;
  readonly operator: AddressTable;
}

function countryAt({ steps, label }: AddressTable, address: Address): string | null {
  const place = valueAt(steps, address);
  return place === 0 ? null : label(place);
}

const noTags: readonly NetworkTag[] = [];
const nothing: Omit<AddressFacts, 'address' | 'kind'> = {
  country: null,
  country2: null,
  asn: null,
  operator: null,
  operatorCountry: null,
  tags: [],
  tagSources: [],
  allowed: false,
  dataDay: null,
};

function basisOf({ databases, lists, exits, allowed }: NetworkData): string {
  const content = {
    databases: [databases.country.hash, databases.country2.hash, databases.operator.hash],
    lists: lists.map(({ id, name, tag, day, hash }) => [id, name, tag, day, hash]),
    exits,
    allowed,
  };
  const text = JSON.stringify(content, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
