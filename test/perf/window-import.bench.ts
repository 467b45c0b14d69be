import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import type { JobView } from '../../src-shared/contract/jobs.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { writeBigLog } from './access-log-files.ts';
import { bigRoster } from './import-files.ts';

export const title = 'The window while a million rows and a large roster come in';

const million = 1_000_000;
const people = 100_000;
const shellBudgetMs = 50;
type Row = (string | number)[];

/**
 * Times the built app in its window, by the same calls as the wizards make: how long the shell thread and the page stand still, and how long
 * any other question has to wait for the core.
 */
export async function run(): Promise<{ columns: string[]; rows: Row[]; notes: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-window-'));
  const window = await launchApp();
  const rows: Row[] = [];
  try {
    await openDemo(window);
    const meter = await createMeter(window, rows);
    await meter('nothing to do, for five seconds', () => wait(5000));
    await accessLog(window, meter, folder);
    await roster(window, meter, folder);
    return {
      columns: [
        'what',
        'took',
        'shell thread stood still, ms',
        'page stood still, ms',
        'longest wait of another question, ms',
        'shell ≤ 50 ms',
      ],
      rows,
      notes: [
        'The page counts from 50 ms on; a dash is less. Another question: the list of jobs, asked every 50 ms through page, shell and core.',
        'The first row is the measure of the machine: what it shows with nothing to do stands in every row.',
      ],
    };
  } finally {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Meter = <T>(what: string, work: () => Promise<T>) => Promise<T>;

async function accessLog(window: AppWindow, meter: Meter, folder: string): Promise<void> {
  const file = join(folder, 'access.csv');
  await writeBigLog(file, 'csv', million);
  await show(window, '#/access/import');
  window.answer('openFiles', [file]);
  const [picked] = await window.call<{ handle: string }[]>('accessLogs.chooseFiles', { folder: false });
  // Nobody chooses a file in less.
  await wait(1500);
  const { id } = await meter('log of a million rows: first look', () =>
    window.call<{ id: string }>('accessLogs.start', { handles: [picked?.handle] }),
  );
  await show(window, `#/access/import/${id}`);
  const job = async (method: string) => ended(window, (await window.call<{ jobId: string }>(method, { id })).jobId);
  await meter('log: check', () => job('accessLogs.check'));
  const { jobId } = await window.call<{ jobId: string }>('accessLogs.write', { id });
  await wait(3000);
  await meter('log: cancel in the middle', () => cancelled(window, jobId));
  await meter('log: read into the workspace, from there on', () => job('accessLogs.write'));
  await meter('log: commit, and the audit after it', async () => {
    const { revision } = await window.call<{ revision: number }>('accessLogs.session', { id });
    await window.call('accessLogs.commit', { id, revision, saveProfileAs: null });
    for (let running = true; running; ) {
      await wait(100);
      running = (await window.call<JobView[]>('jobs.list')).some(({ state }) => state === 'running');
    }
  });
}

async function roster(window: AppWindow, meter: Meter, folder: string): Promise<void> {
  const file = join(folder, 'roster.csv');
  writeFileSync(file, bigRoster(people));
  window.answer('openFile', file);
  window.answer('openFiles', [file]);
  const [picked] = await window.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
  const session = await meter('roster of 100,000: read and staged', async () => {
    const started = await window.call<ImportSession>('imports.start', { target: 'people', variant: '', handle: picked?.handle });
    if (started.job !== null) await ended(window, started.job.jobId);
    return started;
  });
  const begin = async (method: string) => {
    const { revision } = await window.call<ImportSession>('imports.session', { id: session.id });
    return (await window.call<{ jobId: string }>(method, { id: session.id, revision })).jobId;
  };
  await meter('roster: check', async () => ended(window, await begin('imports.check')));
  const jobId = await begin('imports.commit');
  await wait(3000);
  await meter('roster: cancel in the middle', () => cancelled(window, jobId));
  await meter('roster: commit', async () => ended(window, await begin('imports.commit')));
  await meter('roster: the ten seconds after', () => wait(10_000));
}

async function show(window: AppWindow, hash: string): Promise<void> {
  await window.page.evaluate((to) => {
    globalThis.location.hash = to;
  }, hash);
  await window.page.getByRole('heading', { level: 1 }).waitFor();
}

async function ended(window: AppWindow, jobId: string, as: JobView['state'] = 'done'): Promise<void> {
  for (;;) {
    const job = (await window.call<JobView[]>('jobs.list')).find(({ id }) => id === jobId);
    if (job !== undefined && job.state !== 'running') {
      if (job.state !== as) throw new Error(JSON.stringify(job));
      return;
    }
    await wait(20);
  }
}

async function cancelled(window: AppWindow, jobId: string): Promise<void> {
  await window.call('jobs.cancel', { id: jobId });
  await ended(window, jobId, 'cancelled');
}

interface Watched {
  benchDelay: ReturnType<typeof monitorEventLoopDelay>;
  benchLongest: number;
  benchWait: number;
  host: { call(method: string, input: unknown): Promise<unknown> };
}

/** Puts the watches into shell and page, and a row under every piece of work. */
async function createMeter({ app, page }: AppWindow, rows: Row[]): Promise<Meter> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const watched = globalThis as unknown as Watched;
    watched.benchDelay = monitorEventLoopDelay({ resolution: 5 });
    watched.benchDelay.enable();
  });
  await page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.benchLongest = 0;
    watched.benchWait = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.benchLongest = Math.max(watched.benchLongest, duration);
    }).observe({ entryTypes: ['longtask'] });
    const ask = async () => {
      const start = performance.now();
      await watched.host.call('jobs.list', {});
      watched.benchWait = Math.max(watched.benchWait, performance.now() - start);
      setTimeout(ask, 50);
    };
    void ask();
  });
  return async (what, work) => {
    await app.evaluate(() => (globalThis as unknown as Watched).benchDelay.reset());
    await page.evaluate(() => {
      const watched = globalThis as unknown as Watched;
      watched.benchLongest = 0;
      watched.benchWait = 0;
    });
    const start = performance.now();
    const value = await work();
    const ms = performance.now() - start;
    const shell = (await app.evaluate(() => (globalThis as unknown as Watched).benchDelay.max)) / 1e6;
    const inPage = await page.evaluate(() => {
      const { benchLongest, benchWait } = globalThis as unknown as Watched;
      return { benchLongest, benchWait };
    });
    rows.push([
      what,
      ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`,
      Math.round(shell),
      inPage.benchLongest === 0 ? '–' : Math.round(inPage.benchLongest),
      Math.round(inPage.benchWait),
      shell <= shellBudgetMs ? 'met' : 'missed',
    ]);
    return value;
  };
}
