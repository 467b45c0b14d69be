import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DateOrder } from '../../../src-shared/contract/imports.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { NetworkTag } from '../../../src-shared/model/network.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { read, readLimits, rowsOf, sniff } from '../importers/index.ts';
import type { NetworkList } from './list.ts';
import { type ExitProblem, type ReadExit, readExitRows } from './read/exits.ts';
import { type ListProblem, type ListRefusal, listLimits, type ReadList, readListBytes, readListRows } from './read/network-list.ts';
import { type ListRow, rowsOfText } from './read/text-rows.ts';

/** A file of the folder that gave no list, or rows of it that gave no entry. */
export interface ListFileProblem {
  readonly file: string;
  /** `refused`: nothing of it was used; `kindGuessed`: nothing says what kind of network it lists. */
  readonly reason: ListRefusal | 'unreadable' | 'kindGuessed' | ListProblem['reason'];
  readonly row: number | null;
  readonly text: string;
}

/** Most files taken from one folder, and how deep folders are followed. */
const maxFiles = 500;
const maxDepth = 3;

/**
 * Reads every list of networks in a folder, by content; for the command line. Files that are no lists are problems, not failures.
 * The kind of a list is told by its words; where nothing tells, lists of numbered networks count as hosting and lists of addresses
 * as proxies, and a problem says so.
 */
export async function readNetworkLists(
  folder: string,
): Promise<{ readonly lists: readonly NetworkList[]; readonly problems: readonly ListFileProblem[] }> {
  const lists: NetworkList[] = [];
  const problems: ListFileProblem[] = [];
  for (const file of await filesUnder(folder, maxDepth)) {
    if (lists.length >= maxFiles) break;
    const name = basename(file);
    const found = await readListFile(file, name);
    if ('refused' in found) {
      problems.push({ file: name, reason: found.refused, row: null, text: '' });
      continue;
    }
    problems.push(...found.problems.map(({ row, text, reason }) => ({ file: name, reason, row, text })));
    if (found.tag === null) problems.push({ file: name, reason: 'kindGuessed', row: null, text: '' });
    lists.push(
      asNetworkList(found, { id: `file.${lists.length}`, name, tag: found.tag ?? (found.networks > found.ranges ? 'hosting' : 'proxy') }),
    );
  }
  return { lists, problems };
}

async function filesUnder(folder: string, depth: number): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry) => {
        if (entry.isDirectory()) return depth > 1 ? await filesUnder(join(folder, entry.name), depth - 1) : [];
        return entry.isFile() ? [join(folder, entry.name)] : [];
      }),
  );
  return found.flat();
}

async function readListFile(file: string, name: string): Promise<ReadList | { readonly refused: ListRefusal | 'unreadable' }> {
  const rows = await rowsOfSpreadsheet(file);
  if (rows === 'unreadable') return { refused: 'unreadable' };
  if (rows !== 'noSpreadsheet') return readListRows(rows, name);
  if ((await stat(file)).size > listLimits.fileBytes) return { refused: 'tooLarge' };
  return readListBytes(await readFile(file), name);
}

/** A list that was read, ready to be asked. */
export function asNetworkList(
  list: ReadList,
  about: { readonly id: string; readonly name: string; readonly tag: NetworkTag; readonly day?: IsoDate | null },
): NetworkList {
  const { asns, prefixes, networks, ranges } = list;
  const hash = createHash('sha256');
  for (const part of [asns, prefixes.starts4, prefixes.values4, prefixes.starts6, prefixes.values6])
    hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  const day = about.day === undefined ? (list.day as IsoDate | null) : about.day;
  return { ...about, day, builtIn: false, asns, prefixes, networks, ranges, hash: hash.digest('hex') };
}

/** Why a file of exits gave nothing at all. */
export type ExitsRefusal = 'unreadable' | 'notText' | 'damaged' | 'tooLarge';

/**
 * Reads the company's own exits from a file: text, CSV, JSON or spreadsheet, by content; for the command line and the app.
 * Errors: the file cannot be read or is nothing of these.
 */
export async function readExits(
  file: string,
  options: { readonly dateOrder: DateOrder | null },
): Promise<Result<{ readonly exits: readonly ReadExit[]; readonly problems: readonly ExitProblem[] }, ExitsRefusal>> {
  const sheet = await rowsOfSpreadsheet(file);
  if (sheet === 'unreadable') return err('unreadable');
  if (sheet !== 'noSpreadsheet') return ok(readExitRows(sheet, options.dateOrder));
  if ((await stat(file)).size > listLimits.fileBytes) return err('tooLarge');
  const source = rowsOfText(await readFile(file));
  if (source.is === 'refused') return err(source.reason);
  return ok(readExitRows(source.is === 'json' ? rowsOfObjects(source.value) : source.rows, options.dateOrder));
}

/** A JSON list of flat objects as a table; anything else has no rows. */
function rowsOfObjects(value: unknown): readonly ListRow[] {
  const list = Array.isArray(value) ? value : Object.values(value ?? {}).find((inner) => Array.isArray(inner));
  const objects = (Array.isArray(list) ? list : []).filter((one): one is object => typeof one === 'object' && one !== null);
  const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const cells = (one: object) => {
    const entries = new Map<string, unknown>(Object.entries(one));
    return keys.map((key) => {
      const found = entries.get(key);
      return typeof found === 'string' || typeof found === 'number' ? String(found) : Array.isArray(found) ? found.join(', ') : '';
    });
  };
  return [{ row: 0, cells: keys, comment: '' }, ...objects.map((one, place) => ({ row: place + 1, cells: cells(one), comment: '' }))];
}

/** Zip and compound files begin like this; what else a spreadsheet may be (HTML, XML) is no list of networks. */
const zipStart = Buffer.from('PK\u0003\u0004', 'latin1');
const compoundStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Rows of the first sheet, or that the file is none. Reads through the importers' guarded reader. */
async function rowsOfSpreadsheet(file: string): Promise<readonly ListRow[] | 'noSpreadsheet' | 'unreadable'> {
  const start = await firstBytes(file);
  if (start === null) return 'unreadable';
  if (!start.subarray(0, 4).equals(zipStart) && !start.equals(compoundStart)) return 'noSpreadsheet';
  const sniffed = await sniff(file, readLimits);
  if (!sniffed.ok) return 'unreadable';
  const rows: ListRow[] = [];
  const request = {
    sheet: sniffed.value.sniff.sheets[0]?.name ?? null,
    encoding: null,
    delimiter: null,
    maxRows: listLimits.entries,
    batchRows: 5_000,
  };
  const outcome = await read(file, sniffed.value, request, readLimits, async (batch) => {
    for (const { row, cells } of rowsOf(batch)) rows.push({ row, cells: cells.map(({ text }) => text.trim()), comment: '' });
  });
  return outcome.ok ? rows : 'unreadable';
}

async function firstBytes(file: string): Promise<Buffer | null> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return null;
    throw cause;
  }
}
