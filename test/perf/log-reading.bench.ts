import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createLogReader } from '../../src-main/core/accesslogs/log-reader.ts';
import { proposeReading } from '../../src-main/core/accesslogs/read/propose/propose.ts';
import { createTimeReader } from '../../src-main/core/accesslogs/read/time/reader.ts';
import { logLimits, readerEntry } from '../../src-main/core/importers/index.ts';
import type { LogReading } from '../../src-shared/formats/access-log.ts';
import { writeBigLog } from './access-log-files.ts';

export const title = 'Access logs: a million rows told, checked and read in the reader thread';

const million = 1_000_000;
const now = Date.parse('2027-01-01T00:00:00Z');
type Row = (string | number)[];

/** The built thread, as people run it; from source it would first strip its types. */
const built = new URL('../../out/main/reader.js', import.meta.url);
const entry = existsSync(built) ? built : readerEntry();

/** Times the reader alone: nothing is stored. */
export async function run(): Promise<{ columns: string[]; rows: Row[]; notes: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-reading-'));
  try {
    const rows: Row[] = [timeReading()];
    for (const kind of ['csv', 'xlsx'] as const) {
      const path = join(folder, `access.${kind}`);
      await writeBigLog(path, kind, million);
      rows.push(...(await readingOf(path, kind.toUpperCase(), kind === 'csv' ? 150 : 1000)));
      rmSync(path);
    }
    return {
      columns: ['what', 'budget', 'measured', 'rows/s', 'peak RSS, MB'],
      rows,
      notes: [`The reader thread is ${entry === built ? 'the built one' : 'run from source, which slows the preview'}.`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeReading(): Row {
  const texts = Array.from({ length: 1000 }, (_, at) => new Date(Date.UTC(2026, 0, 1) + at * 1_234_567).toISOString());
  const reader = createTimeReader({ zone: null, dateOrder: null, year: null, zoneWords: {} }, now);
  const start = performance.now();
  let sum = 0;
  for (let round = 0; round < 1000; round += 1) for (const text of texts) sum += reader.read(text);
  if (Number.isNaN(sum)) throw new Error('A plain time was not read');
  const ms = performance.now() - start;
  return ['a million ISO times', '≥ 150,000 rows/s', `${Math.round(ms)} ms`, Math.round(million / (ms / 1000)), ''];
}

async function readingOf(path: string, kind: string, budgetMs: number): Promise<Row[]> {
  const reader = createLogReader(logLimits, entry);
  let reading: LogReading | null = null;
  const rows: Row[] = [];
  // The wizard makes a thread ready while the file is being chosen; the other look is one that comes out of the blue.
  for (const name of ['out of the blue', 'as the wizard asks', 'as the wizard asks, again']) {
    if (name !== 'out of the blue') {
      reader.prepare();
      await wait(1000);
    }
    rows.push(
      await timed(`${kind}: preview, ${name}`, `≤ ${budgetMs} ms`, 0, async () => {
        const preview = await reader.preview(path);
        if (preview === 'cancelled' || !preview.ok) throw new Error(`The ${kind} was refused`);
        // Date cells of a workbook name no zone.
        reading = proposeReading(preview.value, now, { answers: { zone: 'UTC' } }).reading;
      }),
    );
  }
  if (reading === null) throw new Error('No preview');
  const known: LogReading = reading;
  rows.push(
    await timed(`${kind}: check`, '', million, async () => {
      const check = await reader.check(path, known, now, () => undefined);
      if (check === 'cancelled' || !check.ok || check.value.events !== million) throw new Error('The check did not find every row');
    }),
    await timed(`${kind}: events`, kind === 'CSV' ? '≥ 60,000 rows/s' : '≥ 40,000 rows/s', million, async () => {
      let events = 0;
      const end = await reader.readEvents(path, known, { afterRow: 0, now }, (batch) => {
        events += batch.length;
      });
      if (end === 'cancelled' || !end.ok || events !== million) throw new Error('Not every row became an event');
    }),
  );
  return rows;
}

async function timed(name: string, budget: string, count: number, work: () => Promise<void>): Promise<Row> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  const ms = performance.now() - start;
  return [name, budget, `${Math.round(ms)} ms`, count === 0 ? '' : Math.round(count / (ms / 1000)), Math.round(peak / 1e6)];
}
