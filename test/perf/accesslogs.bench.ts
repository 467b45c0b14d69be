import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  countEvents,
  coverageOf,
  discardLogImport,
  type EventQuery,
  eventPage,
  importLogFile,
  listLogAccounts,
  listLogImports,
  loadEvents,
  rollUp,
  sourceRow,
  undoLogImport,
} from '../../src-main/core/accesslogs/index.ts';
import type { FeatureDeps } from '../../src-main/core/feature.ts';
import { createSlicer } from '../../src-main/core/jobs/index.ts';
import type { LogReading } from '../../src-shared/formats/access-log.ts';
import { eventStoreMigrations, importTools } from '../harness/access-log.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace } from '../harness/workspace.ts';
import { bigLogReading } from './access-log-files.ts';

export const title = 'Access logs: a million events imported, asked and taken back';

const million = 1_000_000;
type Row = (string | number)[];

/** Times the event store on a real encrypted workspace, with the reader thread and the shipped address data. */
export async function run(): Promise<{ columns: string[]; rows: Row[]; notes: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-logs-'));
  const rows: Row[] = [];
  const probe = createProbe(eventStoreMigrations);
  const workspace = await openTestWorkspace({ features: [probe.feature], seedDemo: null });
  const deps = probe.deps();
  try {
    const csv = join(folder, 'access.csv');
    const xlsx = join(folder, 'access.xlsx');
    writeApart(csv, 'csv');
    writeApart(xlsx, 'xlsx');
    await askAll(deps, csv, rows);
    await cancel(deps, csv, rows);
    await imported(deps, 'million-row XLSX', xlsx, bigLogReading(xlsx, 'xlsx'), 40_000, rows);
    const file = join(workspace.folder, 'workspace.db');
    return {
      columns: [
        'what',
        'budget',
        'measured',
        'processor, all threads',
        'longest stall of the core, ms',
        'its processor time, ms',
        'verdict',
      ],
      rows,
      notes: [
        `The workspace's file: ${Math.round(statSync(file).size / 1e6)} MB.`,
        'Times are by the clock; where other work keeps the machine busy, the processor time says what the work itself takes.',
        'The core has a thread of its own, as has the reader: the shell thread takes no part in any of this, so what stalls it is measured in the window.',
      ],
    };
  } finally {
    await workspace.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a log in a process of its own: its memory must not stand in the way of measuring ours. */
function writeApart(path: string, kind: 'csv' | 'xlsx'): void {
  const module = JSON.stringify(new URL('./access-log-files.ts', import.meta.url).href);
  const script = `const { writeBigLog } = await import(${module}); await writeBigLog(${JSON.stringify(path)}, '${kind}', ${million});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
}

interface Timed<Value> {
  readonly value: Value;
  readonly ms: number;
  readonly stallMs: number;
  /** The longest that the thread computed at a stretch: a stall without waits for the disk and for a processor. */
  readonly stretchMs: number;
  /** Of all threads together: what it would take if nobody else used the machine's processors. */
  readonly processorMs: number;
  /** Grown above the start, all threads of the process together, MB. */
  readonly grownMb: number;
}

async function timed<Value>(work: () => Promise<Value>): Promise<Timed<Value>> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage.rss();
  let peak = before;
  let computed = process.threadCpuUsage();
  let stretch = 0;
  const turns = setInterval(() => {
    const { user, system } = process.threadCpuUsage(computed);
    stretch = Math.max(stretch, user + system);
    computed = process.threadCpuUsage();
  }, 1);
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  delay.enable();
  const start = performance.now();
  const used = process.cpuUsage();
  const value = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  delay.disable();
  clearInterval(watch);
  clearInterval(turns);
  return {
    value,
    ms,
    stallMs: Math.round(delay.max / 1e6),
    stretchMs: Math.round(stretch / 1000),
    processorMs: (user + system) / 1000,
    grownMb: Math.round((peak - before) / 1e6),
  };
}

const processor = (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');

async function imported(deps: FeatureDeps, what: string, path: string, reading: LogReading, budget: number, rows: Row[]): Promise<void> {
  const { value, ms, stallMs, stretchMs, processorMs, grownMb } = await timed(() =>
    importLogFile(deps.session(), { path, name: what }, reading, importTools(deps)),
  );
  if (!value.ok || value.value.import.events !== million) throw new Error(`${what}: ${JSON.stringify(value)}`);
  const rate = Math.round(million / (ms / 1000));
  rows.push([
    `${what}: read, located, deduped, encrypted, rolled up`,
    `≥ ${budget} rows/s`,
    `${rate} rows/s`,
    processor(processorMs),
    stallMs,
    stretchMs,
    verdict(rate >= budget),
  ]);
  rows.push([`${what}: memory of reader and core, grown`, '≤ 500 MB', `${grownMb} MB`, '', '', '', verdict(grownMb <= 500)]);
}

async function askAll(deps: FeatureDeps, csv: string, rows: Row[]): Promise<void> {
  const session = () => deps.session();
  const reading = bigLogReading(csv, 'csv');
  await imported(deps, 'million-row CSV', csv, reading, 60_000, rows);
  const ask = async (what: string, budgetMs: number, work: () => Promise<unknown>) => {
    const { ms, stallMs, stretchMs, processorMs } = await timed(work);
    rows.push([what, `≤ ${budgetMs} ms`, `${Math.round(ms)} ms`, processor(processorMs), stallMs, stretchMs, verdict(ms <= budgetMs)]);
  };
  const { pause } = createSlicer();
  await ask('the same file again: nothing new', 1000, () =>
    importLogFile(session(), { path: csv, name: 'again' }, reading, importTools(deps)),
  );
  await ask('all events for the audit', 1500, () => loadEvents(session(), {}, pause));
  const marks = (...numbers: number[]) => Uint8Array.from({ length: 20_000 }, (_, place) => (numbers.includes(place) ? 1 : 0));
  const page = (query: EventQuery, oldestFirst = false) => eventPage(session(), query, { oldestFirst, after: null, limit: 200 }, pause);
  await ask('newest 200 events', 300, () => page({}));
  await ask('page: an account with few events', 300, () => page({ accounts: marks(399) }));
  await ask('page: a filter nothing fits', 300, () => page({ accounts: marks(19_999), outcome: 3 }, true));
  await ask('page: a text in account, resource, action or address', 300, () =>
    page({ anyOf: { accounts: marks(7), resources: marks(3), actions: marks(), addresses: marks(9) } }),
  );
  await ask('count with two filters', 300, () => countEvents(session(), { resources: marks(1, 2, 3), outcome: 3 }, pause));
  await ask('roll-up of all days', 300, () => rollUp(session(), {}, pause));
  await ask('accounts with first and last day', 300, () => listLogAccounts(session(), pause));
  await ask('coverage by resource and day', 300, () => coverageOf(session(), pause));
  await ask('an original row', 300, () => Promise.resolve(sourceRow(session(), 1, 777_777)));
  const [done] = listLogImports(session());
  await ask('taking the import back', 10_000, () =>
    undoLogImport(session(), done?.id ?? '', { now: () => deps.ports.clock.now(), pause: createSlicer().pause }),
  );
}

async function cancel(deps: FeatureDeps, csv: string, rows: Row[]): Promise<void> {
  const abort = new AbortController();
  const tools = importTools(deps);
  let cancelledAt = 0;
  const end = await importLogFile(deps.session(), { path: csv, name: 'cancelled' }, bigLogReading(csv, 'csv'), {
    ...tools,
    signal: abort.signal,
    pause: createSlicer(abort.signal).pause,
    progress(done, total) {
      if (cancelledAt > 0 || done < total / 3) return;
      cancelledAt = performance.now();
      abort.abort();
    },
  });
  const ms = performance.now() - cancelledAt;
  if (end.ok) throw new Error('The import was not cancelled');
  rows.push(['cancel in the middle, until it is answered', '≤ 500 ms', `${Math.round(ms)} ms`, '', '', '', verdict(ms <= 500)]);
  const [begun] = listLogImports(deps.session());
  await discardLogImport(deps.session(), begun?.id ?? '', { now: tools.now, pause: createSlicer().pause });
}
