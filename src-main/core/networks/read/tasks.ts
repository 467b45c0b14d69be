import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { z } from 'zod';
import { DateOrder } from '../../../../src-shared/contract/imports.ts';
import type { NetworkTag } from '../../../../src-shared/model/network.ts';
import { convertMmdb, type TableKind } from './convert.ts';
import { type ReadExits, readExitRows } from './exits.ts';
import { DamagedMmdb } from './mmdb-values.ts';
import { type ListProblem, type ListRefusal, listLimits, type ReadList, readListBytes, readListRows } from './network-list.ts';
import { rowsOfObjects } from './row-objects.ts';
import { encodeTable } from './table.ts';
import { type ListRow, rowsOfText } from './text-rows.ts';

/** Largest address database that is read, in bytes. Country and operator databases are a tenth of it. */
const maxDatabaseBytes = 100 * 1024 * 1024;

/** Bytes as they are kept: packed, under the hash of what is packed. */
export interface PackedBytes {
  readonly packed: Uint8Array;
  readonly sha256: string;
}

function pack(bytes: Buffer): PackedBytes {
  const packed = deflateSync(bytes);
  return { packed, sha256: createHash('sha256').update(packed).digest('hex') };
}

export interface DatabaseRead extends PackedBytes {
  readonly kind: TableKind;
  readonly type: string;
  readonly day: string;
  readonly ranges: number;
}

type DatabaseRefusal = 'notAnAddressDatabase' | 'addressDatabaseTooLarge' | 'cannotRead';

/** Pool task: reads a MaxMind DB file and answers it in our own form. */
export function readDatabaseTask(input: unknown): DatabaseRead | { readonly refused: DatabaseRefusal; readonly detail: string } {
  const { path } = z.strictObject({ path: z.string() }).parse(input);
  const bytes = wholeFile(path, maxDatabaseBytes);
  if (bytes === 'tooLarge') return { refused: 'addressDatabaseTooLarge', detail: '' };
  if (bytes === 'cannotRead') return { refused: 'cannotRead', detail: '' };
  try {
    const { kind, facts, table, ranges } = convertMmdb(bytes);
    return { ...pack(encodeTable(table)), kind, type: facts.type, day: facts.day, ranges };
  } catch (cause) {
    if (!(cause instanceof DamagedMmdb)) throw cause;
    return { refused: 'notAnAddressDatabase', detail: cause.message };
  }
}

const Row = z.strictObject({ row: z.number(), cells: z.array(z.string()), comment: z.string() });
/** A text file to read here, or rows that a spreadsheet reader gave. */
const FileInput = z.strictObject({
  path: z.string(),
  name: z.string(),
  rows: z.array(Row).nullable(),
  dateOrder: DateOrder.nullable(),
});
export interface FileTaskInput {
  readonly path: string;
  readonly name: string;
  readonly rows: readonly ListRow[] | null;
  readonly dateOrder: DateOrder | null;
}

export interface ListRead extends PackedBytes {
  readonly networks: number;
  readonly ranges: number;
  readonly tag: NetworkTag | null;
  readonly day: string | null;
  readonly problems: readonly ListProblem[];
  readonly problemCount: number;
}

/** Pool task: reads a list of networks. */
export function readListTask(input: unknown): ListRead | { readonly refused: ListRefusal | 'cannotRead' } {
  const { path, name, rows } = FileInput.parse(input);
  const list = rows === null ? listOfFile(path, name) : readListRows(rows, name);
  if ('refused' in list) return list;
  const { networks, ranges, tag, day, problems, problemCount } = list;
  return { ...pack(encodeList(list)), networks, ranges, tag, day, problems, problemCount };
}

/** A list from a text file. */
export function listOfFile(path: string, name: string): ReadList | { readonly refused: ListRefusal | 'cannotRead' } {
  const bytes = wholeFile(path, listLimits.fileBytes);
  return typeof bytes === 'string' ? { refused: bytes } : readListBytes(bytes, name);
}

/** A list as a table: steps of 1 where it lists addresses, and the numbers of networks in place of labels. */
export function encodeList({ asns, prefixes }: Pick<ReadList, 'asns' | 'prefixes'>): Buffer {
  return encodeTable({ steps: prefixes, labels: Array.from({ length: asns.length + 1 }, () => ''), numbers: [0, ...asns] });
}

/** Why a file of exits gave nothing at all. */
export type ExitsRefusal = 'cannotRead' | 'notText' | 'damaged' | 'tooLarge' | 'tooManyEntries';

/** Pool task: reads the company's own exits. */
export function readExitsTask(input: unknown): ReadExits | { readonly refused: ExitsRefusal } {
  const { path, rows, dateOrder } = FileInput.parse(input);
  if (rows !== null) return readExitRows(rows, dateOrder);
  const found = exitRowsOfFile(path);
  return 'refused' in found ? found : readExitRows(found, dateOrder);
}

/** Rows of a text or JSON file of exits. */
export function exitRowsOfFile(path: string): readonly ListRow[] | { readonly refused: ExitsRefusal } {
  const bytes = wholeFile(path, listLimits.fileBytes);
  if (typeof bytes === 'string') return { refused: bytes };
  const source = rowsOfText(bytes);
  if (source.is === 'refused') return { refused: source.reason };
  return source.is === 'json' ? rowsOfObjects(source.value) : source.rows;
}

/** The bytes of a file that is no larger than it may be. */
function wholeFile(path: string, maxBytes: number): Buffer | 'tooLarge' | 'cannotRead' {
  try {
    const found = statSync(path);
    if (!found.isFile()) return 'cannotRead';
    return found.size > maxBytes ? 'tooLarge' : readFileSync(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return 'cannotRead';
    throw cause;
  }
}
