import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { networkTags } from '../../../src-shared/model/network.ts';
import type { NetworkList } from './list.ts';
import { type AddressDatabase, AddressManifestSchema, type DatabaseRole } from './manifest.ts';
import { stepsOfSet } from './read/steps.ts';
import { type AddressTable, decodeTable } from './read/table.ts';

/** Milliseconds after the last look-up at which the tables, some 24 MB, are let go. */
const keptMs = 60_000;

/** A table that is read when it is first needed and let go when nobody asked for a while. */
export interface LazyTable {
  get(): AddressTable;
  /** Reads it without holding the thread up, so that the next `get` is at once. */
  warm(): Promise<void>;
}

/** Keeps what `read` gives for a minute after its last use. `readLater` gives the same without waiting for the disk. */
export function lazyTable(read: () => AddressTable, readLater: () => Promise<AddressTable>): LazyTable {
  let table: AddressTable | undefined;
  let timer: NodeJS.Timeout | undefined;
  const used = () => {
    if (timer !== undefined) {
      timer.refresh();
      return;
    }
    timer = setTimeout(() => {
      table = undefined;
      timer = undefined;
    }, keptMs);
    // The product must be able to end meanwhile.
    timer.unref();
  };
  return {
    get() {
      table ??= read();
      used();
      return table;
    },
    async warm() {
      if (table === undefined) {
        const made = await readLater();
        table ??= made;
      }
      used();
    },
  };
}

/** Address data that come with the product. */
export interface ShippedNetworks {
  readonly databases: readonly AddressDatabase[];
  readonly lists: readonly NetworkList[];
  table(role: DatabaseRole): LazyTable;
}

const known = new Map<string, ShippedNetworks>();

/**
 * The shipped databases and lists of a resources folder; read once, the tables themselves on first use.
 * Throws when they are missing or damaged: the installation is broken then (in a checkout: `npm run build` makes them).
 */
export function shippedNetworks(resources: string): ShippedNetworks {
  const found = known.get(resources);
  if (found !== undefined) return found;
  const folder = join(resources, 'addresses');
  const manifest = AddressManifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const tables = new Map(
    manifest.databases.map(({ role, file }) => {
      const path = join(folder, file);
      return [
        role,
        lazyTable(
          () => decodeTable(readFileSync(path)),
          async () => decodeTable(await readFile(path)),
        ),
      ] as const;
    }),
  );
  const made: ShippedNetworks = {
    databases: manifest.databases,
    lists: wellKnownLists(resources),
    table(role) {
      const table = tables.get(role);
      if (table === undefined) throw new Error(`The address tables hold no ${role}`);
      return table;
    },
  };
  known.set(resources, made);
  return made;
}

const WellKnown = z.strictObject({
  id: z.string().max(80),
  name: z.string().max(200),
  day: IsoDate,
  licence: z.string().max(80),
  note: z.string().max(600),
  sources: z.array(z.string().max(300)).min(1),
  groups: z.array(
    z.strictObject({
      tag: z.enum(networkTags),
      name: z.string().max(200),
      networks: z.array(z.strictObject({ asn: z.number().int().positive().max(0xffff_ffff), name: z.string().max(200) })).min(1),
    }),
  ),
});

/** The short list we wrote ourselves, as one list for each kind of network. */
function wellKnownLists(resources: string): readonly NetworkList[] {
  const written = WellKnown.parse(JSON.parse(readFileSync(join(resources, 'networks', 'well-known.json'), 'utf8')));
  return written.groups.map(({ tag, name, networks }) => ({
    id: `${written.id}.${tag}`,
    name,
    tag,
    day: written.day,
    builtIn: true,
    asns: Uint32Array.from(networks, ({ asn }) => asn).sort(),
    prefixes: stepsOfSet([]),
    networks: networks.length,
    ranges: 0,
    hash: `${written.id} ${written.day} ${networks.map(({ asn }) => asn).join(' ')}`,
  }));
}
