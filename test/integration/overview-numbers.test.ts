import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filterInput, readFilter as readFindings } from '../../src-renderer/features/access/findings/filter.ts';
import { dueChecks, duePacks } from '../../src-renderer/features/cases/watch/due.ts';
import { readFilter as readAssets } from '../../src-renderer/features/inventory/list/filter-state.ts';
import { OverviewScreen } from '../../src-renderer/features/overview/OverviewScreen.tsx';
import { filtered, wholePlan } from '../../src-renderer/features/plan/filter.ts';
import { queueInput, readNarrowing } from '../../src-renderer/features/screening/queue/filter.ts';
import type { Watch } from '../../src-shared/contract/cases.ts';
import type { PlanView } from '../../src-shared/contract/plan.ts';
import { PlanFilter } from '../../src-shared/contract/plan-files.ts';
import { drawn } from '../harness/drawn.ts';
import { openTestWorkspace, startTestApp, type TestApp } from '../harness/workspace.ts';

let app: TestApp;

beforeAll(async () => {
  app = startTestApp();
  await app.call('workspace.demo', { parent: null });
});
afterAll(() => app.end());

/** The overview as it is drawn now: its links, and its words that are in none. */
async function overview(from = app): Promise<{ readonly links: readonly Link[]; readonly outside: string }> {
  const html = await drawn(from, createElement(OverviewScreen));
  const links = [...html.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = '', inner = '']) => ({
    href: plain(/href="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    count: /data-count="(\d+)"/.exec(attributes)?.[1] ?? null,
    words: wordsOf(inner),
  }));
  return { links, outside: wordsOf(html.replace(/<a .*?<\/a>/gs, ' ')) };
}

interface Link {
  readonly href: string;
  readonly count: string | null;
  readonly words: string;
}

const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
const wordsOf = (html: string) =>
  plain(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

type Opener = (params: URLSearchParams) => Promise<number>;

const total = async (method: string, input: object): Promise<number> => (await app.call<{ total: number }>(method, input)).total;
const page = { offset: 0, limit: 1 };
const watch = () => app.call<Watch>('cases.watch');

/** How many lines each list shows for an address, read from the address as the list's own screen reads it. */
const lists: Readonly<Record<string, Opener>> = {
  '/models': (params) => total('inventory.list', { filter: { kinds: ['model'], ...readAssets(params) }, ...page }),
  '/check': (params) => total('classification.results', { filter: readAssets(params), ...page }),
  '/access/findings': (params) => total('access.findings', filterInput(readFindings(params), 0, 1)),
  '/parties/queue': async (params) =>
    (await app.call<{ hits: number }>('screening.queue', queueInput(readNarrowing(params), { offset: 0 }))).hits,
  '/vetting': (params) => total('vetting.due', { who: params.get('who'), ...page }),
  '/programme/incidents': (params) => total('cases.incidents', { view: params.get('view') ?? 'open', ...page }),
  '/questions': () => total('questions.page', page),
  '/plan': async (params) => {
    const { tasks } = await app.call<PlanView>('plan.get');
    return filtered(tasks, { ...wholePlan, show: PlanFilter.shape.show.parse(params.get('show')) }).length;
  },
  '/quality': async (params) => {
    const check = params.get('check');
    if (check !== null) return total('quality.records', { check, ...page });
    return (await app.call<{ lines: unknown[] }>('quality.check')).lines.length;
  },
  '/rules/watch': async (params) => {
    const found = await watch();
    const packs = duePacks(found).length;
    if (params.get('view') === 'packs' && params.get('due') === 'yes') return packs;
    expect(params.get('view')).toBe('due');
    return dueChecks(found).length + packs;
  },
  '/lists': async (params) => {
    expect(params.get('old')).toBe('yes');
    return (await app.call<{ old: boolean; off: boolean }[]>('lists.all')).filter(({ old, off }) => old && !off).length;
  },
};

/** Places of one record, or of a picture: what a day, a share or a name in them leads to. */
const ofOne = [
  /^\/assets\/[^/?]+(\?tab=\w+)?$/,
  /^\/access\/findings\/[^/?]+$/,
  /^\/plan\/tasks\/[^/?]+$/,
  /^\/plan\?view=(timeline|burndown)$/,
  /^\/plan\/calendar$/,
  /^\/people\/[^/?]+\?tab=\w+$/,
  /^\/parties\/[^/?]+\?tab=\w+$/,
  /^\/escalations\?to=.+$/,
  /^\/transfers\/[^/?]+$/,
  /^\/people\/authorisations$/,
  /^\/lists\/[^/?]+$/,
  /^\/rules\/watch\?event=.+$/,
  /^\/programme\/(incidents|gates|assessments)\/[^/?]+$/,
  /^\/history\?entry=\d+$/,
];

/** Checks every number and gives the lists that were opened. */
async function check(): Promise<readonly string[]> {
  const { links, outside } = await overview();
  expect(outside.match(/\S*\d\S*/g) ?? [], 'numbers outside a link').toEqual([]);
  const numbers = links.filter(({ words }) => /\d/.test(words));
  expect(numbers.length).toBeGreaterThan(30);
  const nowhere = numbers.filter(({ href, count }) => count === null && !ofOne.some((place) => place.test(href.slice(1))));
  expect(nowhere, 'numbers that open neither a list of as many lines nor a record').toEqual([]);
  const counting = links.filter(({ count }) => count !== null);
  const opened = await Promise.all(
    counting.map(async (link) => {
      const { pathname, searchParams } = new URL(link.href.slice(1), 'app://window');
      return { ...link, count: String(await lists[pathname]?.(searchParams)) };
    }),
  );
  expect(opened).toEqual(counting);
  return counting.map(({ href }) => href.slice(1));
}

describe('every number of the overview', () => {
  it('is part of a link that opens exactly what it counts', async () => {
    const hrefs = await check();
    for (const list of [
      '/models',
      '/check',
      '/access/findings',
      '/parties/queue',
      '/programme/incidents',
      '/questions',
      '/plan',
      '/quality',
    ])
      expect(
        hrefs.some((href) => href.startsWith(list)),
        list,
      ).toBe(true);
  });

  it('still does when half a year went by and things are old, late and over', async () => {
    app.ports.clock.set('2027-07-01T09:00:00.000Z');
    const hrefs = await check();
    expect(hrefs).toEqual(expect.arrayContaining(['/rules/watch?view=packs&due=yes', '/rules/watch?view=due']));
    const runOut = await app.call<{ validTo: string }[]>('overview.authorisations', { limit: 5 });
    expect(runOut.length).toBeGreaterThan(0);
    expect(runOut.every(({ validTo }) => validTo <= '2027-08-30')).toBe(true);
  });
});

describe('the overview of a workspace without an asset', () => {
  it('offers to begin, the plan too, and shows what there is as soon as there is something', async () => {
    const empty = await openTestWorkspace();
    try {
      const before = await overview(empty);
      expect(before.outside).toContain('This workspace is empty.');
      expect(before.outside).toContain('Start the 90 days');
      await empty.call('cases.recordIncident', {
        by: 'Ada Berg',
        columns: { title: 'Weights sent abroad', kind: 'deemedExport', discoveredOn: '2026-11-20' },
      });
      const after = await overview(empty);
      expect(after.outside).not.toContain('This workspace is empty.');
      const stop = after.links.find(({ href }) => href.startsWith('#/programme/incidents/'));
      expect(stop?.words).toContain('Nothing is stopped yet');
    } finally {
      await empty.end();
    }
  });
});
