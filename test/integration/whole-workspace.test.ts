import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

type Found = OutputOf<'quality.check'>;
type Records = OutputOf<'quality.records'>;

let demo: TestApp;
beforeAll(async () => {
  demo = startTestApp();
  await demo.call('workspace.demo', { parent: null });
});
afterAll(() => demo.end());

const check = () => demo.call<Found>('quality.check', {});

describe('quality checks over the demo company', () => {
  it('say that it has no official list and parties with unknown owners, and count what they looked at', async () => {
    const { lines, records, checks } = await check();
    expect(lines.map((line) => line.check)).toEqual(expect.arrayContaining(['noOfficialList', 'ownersUnknown']));
    expect(records).toBeGreaterThan(50);
    expect(checks).toBeGreaterThan(lines.length);
    for (const { check: id, count, first } of lines) {
      const page = await demo.call<Records>('quality.records', { check: id, offset: 0, limit: 500 });
      expect(page.total).toBe(count);
      expect(page.rows.slice(0, first.length)).toEqual(first);
    }
  });

  it('follow a change at once, and its undo', async () => {
    const owners = (found: Found) => found.lines.find((line) => line.check === 'assetOwner')?.count ?? 0;
    const before = owners(await check());
    const { rows } = await demo.call<{ rows: { id: string; ownerName: string }[] }>('inventory.list', {
      filter: {},
      offset: 0,
      limit: 200,
    });
    const owned = rows.find(({ ownerName }) => ownerName !== '');
    if (owned === undefined) throw new Error('Nothing in the demo has an owner');
    const { row } = await demo.call<OutputOf<'inventory.get'>>('inventory.get', { id: owned.id });
    await demo.call('inventory.update', { id: owned.id, revision: row.revision, columns: { ownerName: '' } });
    expect(owners(await check())).toBe(before + 1);
    await demo.call('journal.undo', {});
    expect(owners(await check())).toBe(before);
  });
});

describe('finding a record of the demo company by words', () => {
  const find = (text: string) => demo.call<OutputOf<'search.records'>>('search.records', { text, limit: 12 });
  const titles = async (text: string) => (await find(text)).map(({ entity, title }) => `${entity} ${title}`);

  it('reaches every room: assets, people by account, parties by any name, findings by number', async () => {
    expect(await titles('lockbox')).toEqual(expect.arrayContaining([expect.stringMatching(/^asset LockBox/)]));
    expect(await titles('kamali')).toEqual(expect.arrayContaining(['person Dariush Kamali', expect.stringMatching(/^accessFinding /)]));
    expect(await titles('solvik')).toEqual(expect.arrayContaining(['party Solvik Sensor B.V.']));
    expect((await find('f-0001')).map(({ entity, detail }) => `${entity} ${detail}`)).toEqual(['accessFinding F-0001']);
  });

  it('puts names that begin with the text first, and never answers by citizenship', async () => {
    const [first] = await find('Dariush');
    expect(first).toMatchObject({ entity: 'person', title: 'Dariush Kamali', ref: { kind: 'person' } });
    expect((await find('Iranian')).filter(({ entity }) => entity === 'person')).toEqual([]);
  });
});

describe('how long cases take in the demo company', () => {
  it('counts its own records, keeps a target, and takes it back', async () => {
    const times = await demo.call<OutputOf<'quality.cycleTimes'>>('quality.cycleTimes', {});
    const of = (kind: string, rows: typeof times) => rows.find((one) => one.kind === kind);
    const findings = await demo.call<OutputOf<'access.findings'>>('access.findings', { limit: 500 });
    expect((of('accessFinding', times)?.open ?? 0) + (of('accessFinding', times)?.closed ?? 0)).toBe(findings.total);
    const set = await demo.call<typeof times>('quality.setTarget', { kind: 'accessFinding', days: 14 });
    expect(of('accessFinding', set)).toMatchObject({ targetDays: 14 });
    await demo.call('journal.undo', {});
    expect(of('accessFinding', await demo.call<typeof times>('quality.cycleTimes', {}))).toMatchObject({ targetDays: null });
  });
});

describe('what the demo company can count about itself', () => {
  it('gives every measure, and one moves when a record does', async () => {
    const read = async () => new Map((await demo.call<OutputOf<'measures.read'>>('measures.read', {})).map((one) => [one.id, one]));
    const before = await read();
    for (const [id, { done, of }] of before) expect(done, id).toBeLessThanOrEqual(of);
    expect(before.get('listsFresh')).toMatchObject({ done: 0, of: 0 });
    const { rows } = await demo.call<OutputOf<'access.findings'>>('access.findings', { states: ['open'], limit: 1 });
    await demo.call('access.decide', { ids: [rows[0]?.id], state: 'cleared', reason: 'Asked the team lead.', reviewOn: null });
    expect((await read()).get('findingsExplained')?.done).toBe((before.get('findingsExplained')?.done ?? 0) + 1);
    await demo.call('journal.undo', {});
    expect(await read()).toEqual(before);
  });
});

describe('the overview of the demo company', () => {
  it('names what to do next in several rooms, gravest first, and its trend adds up', async () => {
    const actions = await demo.call<OutputOf<'overview.actions'>>('overview.actions', { limit: 8 });
    expect(actions[0]?.kind).toMatch(/^(incidentStep|decideFinding)$/);
    expect(new Set(actions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    const trend = await demo.call<OutputOf<'overview.findingsTrend'>>('overview.findingsTrend', { weeks: 520 });
    const { byWeek } = await demo.call<OutputOf<'access.overview'>>('access.overview', {});
    const sums = byWeek.map(({ week, counts }) => ({ week, count: Object.values(counts).reduce((sum, one) => sum + one, 0) }));
    expect(trend).toEqual(sums);
  });

  it('shows a change of the plan at once', async () => {
    const plan = async () => demo.call<NonNullable<OutputOf<'plan.get'>>>('plan.get', {});
    const before = await plan();
    const open = before.tasks.find(({ state }) => state === 'todo');
    if (open === undefined) throw new Error('Nothing of the demo plan is to do');
    await demo.call('plan.change', { id: open.id, revision: open.revision, change: { state: 'doing' } });
    expect((await plan()).tasks.find(({ id }) => id === open.id)?.state).toBe('doing');
    await demo.call('journal.undo', {});
    expect((await plan()).tasks.find(({ id }) => id === open.id)?.state).toBe('todo');
  });
});
