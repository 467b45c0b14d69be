import { setTimeout as wait } from 'node:timers/promises';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';

export const title = 'An inventory of 10,000 assets: bulk check, list, filter';

const assets = 10_000;

interface Listed {
  readonly total: number;
  readonly rows: readonly { readonly id: string; readonly kind: string }[];
}

interface PageGlobals {
  readonly host: { readonly call: (method: string, input: unknown) => Promise<{ readonly ok: boolean; readonly value?: unknown }> };
  longTasks: number[];
}

/** Fills the demo workspace up with copies of its own records, each under a name of its own. */
async function fill(window: AppWindow): Promise<void> {
  const { rows, total } = await window.call<Listed>('inventory.list', { filter: {}, offset: 0, limit: 200 });
  const details: unknown[] = [];
  for (const { id } of rows) details.push(await window.call('inventory.get', { id }));
  await window.page.evaluate(
    async ({ details, first, last }) => {
      const { host } = globalThis as unknown as PageGlobals;
      const samples = details as readonly { readonly row: { readonly kind: string }; readonly facts: unknown }[];
      let next = first;
      const create = async () => {
        while (next < last) {
          const number = next;
          next += 1;
          const sample = samples[number % samples.length];
          const reply = await host.call('inventory.create', {
            kind: sample?.row.kind,
            name: `Register ${String(number).padStart(5, '0')}`,
            versionLabel: '1',
            facts: sample?.facts,
          });
          if (!reply.ok) throw new Error(JSON.stringify(reply));
        }
      };
      await Promise.all(Array.from({ length: 8 }, create));
    },
    { details, first: total, last: assets },
  );
}

/** Watches the shell thread: how late a timer due every 5 ms comes at worst. */
async function watchShellThread(window: AppWindow): Promise<void> {
  await window.app.evaluate(() => {
    const watched = globalThis as unknown as { worstStall: number };
    watched.worstStall = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      watched.worstStall = Math.max(watched.worstStall, now - last - 5);
      last = now;
    }, 5);
  });
}

const worstStall = (window: AppWindow) => window.app.evaluate(() => (globalThis as unknown as { worstStall: number }).worstStall);

async function bulkCheck(window: AppWindow): Promise<number> {
  const started = performance.now();
  const { jobId } = await window.call<{ jobId: string }>('classification.bulkStart', { filter: {} });
  for (;;) {
    const jobs = await window.call<readonly { readonly id: string; readonly state: string }[]>('jobs.list');
    const state = jobs.find((job) => job.id === jobId)?.state;
    if (state === 'done') return performance.now() - started;
    if (state !== 'running') throw new Error(`The bulk check ended as ${state}`);
    await wait(25);
  }
}

/** Scrolls the whole list by wheel and returns the longest task of the page in ms. */
async function scrollList(window: AppWindow): Promise<number> {
  await window.page.goto('app://workstation/index.html#/models');
  await window.page.getByRole('grid').first().waitFor();
  await window.page.evaluate(() => {
    const page = globalThis as unknown as PageGlobals;
    page.longTasks = [];
    new PerformanceObserver((list) => page.longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  await window.page.getByRole('grid').first().hover();
  for (let turn = 0; turn < 120; turn += 1) {
    await window.page.mouse.wheel(0, 900);
    await wait(16);
  }
  return window.page.evaluate(() => Math.max(0, ...(globalThis as unknown as PageGlobals).longTasks));
}

async function filterList(window: AppWindow): Promise<number> {
  const times: number[] = [];
  for (const text of ['Register 01', 'Register 0234', 'no such asset', 'Register 09999']) {
    const started = performance.now();
    await window.call('inventory.list', { filter: { text }, offset: 0, limit: 100 });
    times.push(performance.now() - started);
  }
  return Math.max(...times);
}

const verdict = (value: number, budget: number) => (value <= budget ? 'met' : 'missed');

/** Fills a workspace to 10,000 assets through the product's own commands, then measures what a user waits for. */
export async function run(): Promise<{ columns: string[]; rows: (string | number)[][]; notes?: string[] }> {
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  try {
    await openDemo(window);
    const started = performance.now();
    await fill(window);
    const filled = performance.now() - started;
    await watchShellThread(window);
    const check = await bulkCheck(window);
    const stall = await worstStall(window);
    const filter = await filterList(window);
    const longest = await scrollList(window);
    return {
      columns: ['what', 'budget', 'measured', 'verdict'],
      rows: [
        ['check all against all packs (ms)', '≤ 5,000', Math.round(check), verdict(check, 5000)],
        ['longest stall of the shell thread meanwhile (ms)', '≤ 50', Math.round(stall), verdict(stall, 50)],
        ['filter by text, slowest of four (ms)', '≤ 100', Math.round(filter), verdict(filter, 100)],
        ['longest task of the page while scrolling (ms)', '≤ 50', Math.round(longest), verdict(longest, 50)],
      ],
      notes: [`Filled by ${assets.toLocaleString('en-GB')} single commands in ${Math.round(filled / 1000)} s.`],
    };
  } finally {
    await window.close();
  }
}
