import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { readerEntry } from '../../src-main/core/importers/index.ts';
import { readLists } from '../../src-main/core/lists/index.ts';
import { listLimits } from '../../src-main/core/lists/read/frame/limits.ts';

export const title = 'Official lists: the whole SDN list and 125 MB of advanced XML read in the reader thread';

const built = new URL('../../out/main/reader.js', import.meta.url);
const entry = existsSync(built) ? built : readerEntry();
const mebi = 1024 * 1024;
const lists = resolve(import.meta.dirname, '../../../shared/lists');
type Row = (string | number)[];

export async function run(): Promise<{ columns: string[]; rows: Row[]; notes: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-lists-'));
  const notes: string[] = [];
  try {
    const rows: Row[] = [];
    const path = join(folder, 'advanced.xml');
    await writeAdvanced(path, 125 * 1_000_000);
    rows.push(await readingOf('Advanced XML', '20 s', [path]));
    const sdn = ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map((name) => join(lists, 'ofac-sdn', name));
    if (sdn.every((file) => existsSync(file))) rows.push(await readingOf('SDN flat files', '3 s', sdn));
    else notes.push('The stored SDN list is not at hand; only the generated file was read.');
    return { columns: ['what', 'budget', 's', 'MB', 'parties', 'CPU s', 'RSS grown by, MB'], rows, notes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readingOf(what: string, budget: string, paths: readonly string[]): Promise<Row> {
  const before = process.memoryUsage().rss;
  let peak = before;
  let parties = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const onParties = (some: readonly unknown[]) => {
    parties += some.length;
  };
  const end = await readLists(paths, { onParties }, listLimits, entry);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  clearInterval(sampler);
  if (end === 'cancelled' || end.sources.some(({ result }) => !result.ok)) throw new Error(`${what} was not read: ${JSON.stringify(end)}`);
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  return [
    what,
    budget,
    seconds.toFixed(1),
    Math.round(bytes / 1_000_000),
    parties,
    ((used.user + used.system) / 1_000_000).toFixed(1),
    Math.round((peak - before) / mebi),
  ];
}

/** An advanced file of a size: the invented one with its parties, places, papers and entries repeated under other numbers. */
async function writeAdvanced(path: string, bytes: number): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/lists/us/advanced.xml'), 'utf8');
  const section = (name: string) => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(text)?.[1] ?? '';
  const names = ['Locations', 'IDRegDocuments', 'DistinctParties', 'ProfileRelationships', 'SanctionsEntries'];
  const onceBytes = names.reduce((sum, name) => sum + Buffer.byteLength(section(name)), 0);
  const times = Math.ceil(bytes / onceBytes);
  const out = createWriteStream(path);
  const write = async (piece: string) => {
    if (!out.write(piece)) await once(out, 'drain');
  };
  await write(text.slice(0, text.indexOf('<Locations>')));
  for (const name of names) {
    await write(`<${name}>`);
    for (let time = 0; time < times; time += 1)
      await write(
        section(name).replace(
          /\b((?:Fixed|[\w-]*Profile|Location|Identity|SanctionsEntry)?(?:Ref|ID))="(3[12]|4[12]|90\d{3}|910\d)"/g,
          `$1="${time + 1}$2"`,
        ),
      );
    await write(`</${name}>`);
  }
  out.end('</Sanctions>');
  await finished(out);
}
