import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DateOrder } from '../../../src-shared/contract/imports.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { NetworkTag } from '../../../src-shared/model/network.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { type FileReader, read, readLimits, sniff } from '../importers/index.ts';
import type { NetworkList } from './list.ts';
import { type ExitColumns, missingExitTitle } from './read/columns.ts';
import { type ExitProblem, type ReadExit, readExitRows } from './read/exits.ts';
import { type ListProblem, type ListRefusal, type ReadList, readListRows } from './read/network-list.ts';
import { type ExitsRefusal, exitRowsOfFile, listOfFile } from './read/tasks.ts';
import { rowsOfWorkbook } from './sheet-rows.ts';

/** A file of the folder that gave no list, or rows of it that gave no entry. */
export interface ListFileProblem {
  readonly file: string;
  /** `refused`: nothing of it was used; `kindGuessed`: nothing says what kind of network it lists. */
  readonly reason: ListRefusal | 'cannotRead' | 'kindGuessed' | ListProblem['reason'];
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

async function readListFile(file: string, name: string): Promise<ReadList | { readonly refused: ListRefusal | 'cannotRead' }> {
  const sheet = await rowsOfWorkbook(file, readerHere);
  if (sheet === 'cancelled' || !sheet.ok) return { refused: 'cannotRead' };
  return sheet.value === null ? listOfFile(file, name) : readListRows(sheet.value, name);
}

/** The guarded readers, in this thread: a command of the command line has nothing else to keep responsive. */
const readerHere: FileReader = {
  sniff: (path) => sniff(path, readLimits),
  read: (path, sniffed, request, onBatch) => read(path, sniffed, request, readLimits, async (batch) => onBatch(batch)),
};

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

/**
 * Reads the company's own exits from a file: text, CSV, JSON or spreadsheet, by content; for the command line and the app.
 * Errors: the file cannot be read or is nothing of these.
 */
export async function readExits(
  file: string,
  options: { readonly dateOrder: DateOrder | null; readonly columns?: ExitColumns },
): Promise<
  Result<
    { readonly exits: readonly ReadExit[]; readonly problems: readonly ExitProblem[] },
    ExitsRefusal | { readonly missingTitle: string }
  >
> {
  const sheet = await rowsOfWorkbook(file, readerHere);
  if (sheet === 'cancelled' || !sheet.ok) return err('cannotRead');
  const rows = sheet.value ?? exitRowsOfFile(file);
  if ('refused' in rows) return err(rows.refused);
  const missing = missingExitTitle(rows, options.columns ?? {});
  return missing === null ? ok(readExitRows(rows, options.dateOrder, options.columns)) : err({ missingTitle: missing });
}
