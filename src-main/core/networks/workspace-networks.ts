import { promisify } from 'node:util';
import { inflate, inflateSync } from 'node:zlib';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';
import { headOf } from '../journal/index.ts';
import type { AllowedNetwork, CorporateExit, NetworkList } from './list.ts';
import { readNetwork } from './network-text.ts';
import { createNetworks, type DatabaseInUse, type NetworkData, type Networks, shippedDatabases } from './networks.ts';
import { rangeOf } from './read/ranges.ts';
import { decodeTable } from './read/table.ts';
import { lazyTable, shippedNetworks } from './shipped.ts';
import { allowedRows, databaseRows, exitRows, type ListRow, listRows, readPieces } from './store.ts';

/** What an open workspace knows of addresses, with the data behind it. */
export interface WorkspaceNetworks {
  readonly networks: Networks;
  readonly data: NetworkData;
}

const unpacked = promisify<Buffer, Buffer>(inflate);

interface Kept extends WorkspaceNetworks {
  /** Entry of the journal up to which this is known to be current. */
  readonly seq: number;
  /** Names the rows it was made from. */
  readonly rows: string;
}

const kept = new WeakMap<OpenWorkspace, Kept>();

/**
 * Offline knowledge about addresses as the workspace has it: shipped data, its own lists and databases, its exits and its allow list.
 * Kept until a command changes any of them; undo and redo are commands too. Ask anew after each `await`.
 */
export function networksOf(workspace: OpenWorkspace, resources: string): Networks {
  return workspaceNetworks(workspace, resources).networks;
}

export function workspaceNetworks(workspace: OpenWorkspace, resources: string): WorkspaceNetworks {
  const before = kept.get(workspace);
  const { seq } = headOf(workspace.db);
  if (before !== undefined && before.seq === seq) return before;
  const stored = {
    databases: databaseRows(workspace),
    lists: listRows(workspace),
    exits: exitRows(workspace),
    allowed: allowedRows(workspace),
  };
  const rows = JSON.stringify(stored);
  const made: Kept =
    before !== undefined && before.rows === rows ? { ...before, seq } : { ...build(workspace, resources, stored), seq, rows };
  kept.set(workspace, made);
  return made;
}

interface Stored {
  readonly databases: ReturnType<typeof databaseRows>;
  readonly lists: ReturnType<typeof listRows>;
  readonly exits: ReturnType<typeof exitRows>;
  readonly allowed: ReturnType<typeof allowedRows>;
}

function build(workspace: OpenWorkspace, resources: string, stored: Stored): WorkspaceNetworks {
  const shipped = shippedNetworks(resources);
  const databases = { ...shippedDatabases(shipped) };
  for (const { role, name, day, sha256 } of stored.databases) {
    const inUse: DatabaseInUse = {
      name,
      day: day as IsoDate,
      hash: sha256,
      table: lazyTable(
        () => decodeTable(inflateSync(readPieces(workspace, sha256))),
        async () => decodeTable(await unpacked(readPieces(workspace, sha256))),
      ),
    };
    databases[role] = inUse;
  }
  const data: NetworkData = {
    databases,
    homes: shipped.table('operator'),
    lists: [...shipped.lists, ...stored.lists.map((row) => listOf(workspace, row))],
    exits: stored.exits.map(({ label, network, fromDay, untilDay }): CorporateExit => {
      const range = rangeOf(network);
      if (range === null) throw new Error('An exit holds no network');
      return { label, range, from: fromDay as IsoDate | null, until: untilDay as IsoDate | null };
    }),
    allowed: stored.allowed.map(({ network, reason }): AllowedNetwork => {
      const read = readNetwork(network);
      if (read === null) throw new Error('An allowed network is none');
      return { network: read.network, reason };
    }),
  };
  return { networks: createNetworks(data), data };
}

function listOf(connection: Connection, row: ListRow): NetworkList {
  const table = decodeTable(inflateSync(readPieces(connection, row.sha256)));
  const { id, name, tag, networks, ranges, sha256 } = row;
  return {
    ...{ id, name, tag, networks, ranges, builtIn: false, hash: sha256 },
    day: row.day as IsoDate | null,
    asns: Uint32Array.from({ length: table.labelCount - 1 }, (_, place) => table.number(place + 1)),
    prefixes: table.steps,
  };
}
