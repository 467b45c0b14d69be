import { Buffer } from 'node:buffer';
import { DamagedMmdb, type MmdbValue, readMmdbValue } from './mmdb-values.ts';
import type { AddressRange } from './ranges.ts';

/** What a MaxMind DB file says of itself. */
export interface MmdbFacts {
  /** As the maker calls it: `GeoLite2-Country`, `country ipvAll`. */
  readonly type: string;
  /** Day it was built, UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly ipVersion: 4 | 6;
}

interface Mmdb {
  readonly facts: MmdbFacts;
  /** Every range with a record, IPv4 first, each family in rising order. `record` numbers the distinct records. */
  readonly ranges: () => Generator<{ readonly range: AddressRange; readonly record: number }>;
  /** The record of that number. */
  readonly record: (record: number) => MmdbValue;
}

const marker = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex');
/** The format puts the description of the file into its last 128 KiB. */
const markerReach = 128 * 1024;
const separatorBytes = 16;

/**
 * Opens the bytes of a MaxMind DB file. Throws `DamagedMmdb` when they are not one, or when its tree is not a tree: each node is
 * visited once, so a file that sends the reader round in circles, or through one node by a million ways, is refused.
 *
 * Source: MaxMind DB file format 2.0, <https://maxmind.github.io/MaxMind-DB/>.
 */
export function openMmdb(bytes: Buffer): Mmdb {
  const markerAt = bytes.lastIndexOf(marker);
  if (markerAt < 0 || bytes.length - markerAt > markerReach) throw new DamagedMmdb('The end mark of the format is missing');
  const aboutAt = markerAt + marker.length;
  const about = readMmdbValue(bytes, aboutAt, bytes.length, aboutAt);
  const nodeCount = numberIn(about, 'node_count');
  const recordBits = numberIn(about, 'record_size');
  const ipVersion = numberIn(about, 'ip_version');
  const built = numberIn(about, 'build_epoch');
  const type = textIn(about, 'database_type');
  if (numberIn(about, 'binary_format_major_version') !== 2) throw new DamagedMmdb('The format is another major version than 2');
  if (recordBits !== 24 && recordBits !== 28 && recordBits !== 32) throw new DamagedMmdb('The size of the tree is unknown to the format');
  if (ipVersion !== 4 && ipVersion !== 6) throw new DamagedMmdb('The Internet Protocol version is neither 4 nor 6');
  const nodeBytes = recordBits / 4;
  const dataStart = nodeCount * nodeBytes + separatorBytes;
  if (nodeCount < 1 || dataStart > markerAt) throw new DamagedMmdb('The tree is longer than the file');
  const day = new Date(built * 1000);
  if (Number.isNaN(day.getTime()) || built <= 0) throw new DamagedMmdb('The day it was built is missing');

  const child = (node: number, side: 0 | 1): number => {
    const at = node * nodeBytes;
    if (recordBits === 24) return bytes.readUIntBE(at + side * 3, 3);
    if (recordBits === 32) return bytes.readUInt32BE(at + side * 4);
    const middle = bytes[at + 3] ?? 0;
    return side === 0 ? (middle >> 4) * 0x100_0000 + bytes.readUIntBE(at, 3) : (middle & 15) * 0x100_0000 + bytes.readUIntBE(at + 4, 3);
  };

  /** Where IPv4 hangs in an IPv6 tree: 96 zero bits down. */
  const ipv4Root = (): { readonly node: number; readonly depth: number } => {
    if (ipVersion === 4) return { node: 0, depth: 0 };
    let node = 0;
    let depth = 0;
    while (depth < 96 && node < nodeCount) {
      node = child(node, 0);
      depth += 1;
    }
    return { node, depth };
  };

  function* ranges(): Generator<{ range: AddressRange; record: number }> {
    let visits = 0;
    const visit = () => {
      visits += 1;
      if (visits > nodeCount) throw new DamagedMmdb('The tree runs in circles');
    };
    const root4 = ipv4Root();

    /** Walks down from a node without a stack of calls: the path is in `pending`. */
    function* walk(from: number, bits: number, isAlias: (node: number) => boolean) {
      const pending: { node: number; depth: number; prefix: bigint }[] = [{ node: from, depth: 0, prefix: 0n }];
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { node, depth, prefix } = next;
        if (node === nodeCount || isAlias(node)) continue;
        if (node > nodeCount) {
          const hostBits = BigInt(bits - depth);
          const first = prefix << hostBits;
          yield { first, last: first | ((1n << hostBits) - 1n), record: node - nodeCount - separatorBytes };
          continue;
        }
        if (depth >= bits) throw new DamagedMmdb('A branch is longer than an address');
        visit();
        pending.push({ node: child(node, 1), depth: depth + 1, prefix: (prefix << 1n) | 1n });
        pending.push({ node: child(node, 0), depth: depth + 1, prefix: prefix << 1n });
      }
    }

    if (root4.depth === 96 || ipVersion === 4) {
      for (const { first, last, record } of walk(root4.node, 32, () => false))
        yield { range: { family: 4, first: Number(first), last: Number(last) }, record };
    }
    if (ipVersion === 4) return;
    // IPv4 hangs in the tree several times (mapped, 6to4, Teredo): it was read above, and must not be counted as circles.
    const isAlias = (node: number) => root4.depth === 96 && node === root4.node && node !== nodeCount;
    for (const { first, last, record } of walk(0, 128, isAlias)) yield { range: { family: 6, first, last }, record };
  }

  return {
    facts: { type, day: day.toISOString().slice(0, 10), ipVersion },
    ranges,
    record: (record) => readMmdbValue(bytes, dataStart, markerAt, dataStart + record),
  };
}

function field(about: MmdbValue, name: string): MmdbValue | undefined {
  return typeof about === 'object' && about !== null && !Array.isArray(about) ? (about as Record<string, MmdbValue>)[name] : undefined;
}

function numberIn(about: MmdbValue, name: string): number {
  const value = field(about, name);
  if (typeof value === 'bigint' && value < 2n ** 53n) return Number(value);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new DamagedMmdb(`Its description names no ${name}`);
  return value;
}

function textIn(about: MmdbValue, name: string): string {
  const value = field(about, name);
  if (typeof value !== 'string') throw new DamagedMmdb(`Its description names no ${name}`);
  return value.slice(0, 100);
}
