import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartyDetail, PartyRow } from '../../src-shared/contract/parties.ts';
import type { HitGroup } from '../../src-shared/contract/screening.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let demo: TestApp;
beforeAll(async () => {
  demo = startTestApp();
  await demo.call('workspace.demo', { parent: null });
});
afterAll(() => demo.end());

const parties = async () => (await demo.call<{ rows: PartyRow[] }>('parties.list', { filter: {} })).rows;
const party = async (name: string): Promise<PartyDetail> => {
  const found = (await parties()).find((row) => row.name === name);
  if (found === undefined) throw new Error(`The demo has no ${name}`);
  return demo.call<PartyDetail>('parties.get', { id: found.id });
};

describe('the demo company and whom it deals with', () => {
  it('has possible matches to decide, likeliest first, and leaves ordinary firms alone', async () => {
    const { groups } = await demo.call<{ groups: HitGroup[] }>('screening.queue', { filter: {} });
    const names = groups.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Karvel Mikrosystems Trading FZE', 'Yusuf al-Hadrawi', 'Lianhua Precision (Suzhou)', 'Dmitri Vassilyev']),
    );
    for (const ordinary of ['Fjordlys Havbruk AS', 'Werkraum Automation GmbH', 'Bergstad Kommune', 'Hanseatic Trade Bank'])
      expect(names).not.toContain(ordinary);
    const scores = groups.map(({ hits }) => hits[0]?.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('shows a Dutch supplier run from China by its owners', async () => {
    const solvik = await party('Solvik Sensor B.V.');
    expect(solvik.ultimateParents.map(({ name }) => name)).toContain('Lianhua Holdings Ltd');
    expect(solvik.ownership.find(({ test }) => test === 'headquarters')).toMatchObject({ outcome: 'met', confirmed: true });
    expect(solvik.signs.map(({ kind }) => kind)).toContain('headquarters');
  });

  it('does not let the lists alone speak for a supplier: its row is as grave as its page', async () => {
    const row = (await parties()).find(({ name }) => name === 'Solvik Sensor B.V.');
    expect(row).toMatchObject({ standing: 'noMatch', overall: 'grave', gravest: 'high', signs: 1 });
    const { byOverall } = await demo.call<{ byOverall: Record<string, number> }>('parties.counts');
    const grave = await demo.call<{ total: number; rows: PartyRow[] }>('parties.list', { filter: { overall: ['grave'] } });
    expect(grave.rows.map(({ name }) => name)).toContain('Solvik Sensor B.V.');
    expect(byOverall['grave']).toBe(grave.total);
    const known = (await parties()).filter(({ overall }) => overall === 'nothingFound');
    expect(known.map(({ name }) => name)).toContain('Fjordlys Havbruk AS');
    expect(known.every(({ ownersKnown, signs }) => ownersKnown !== 'unknown' && signs === 0)).toBe(true);
    const gravestFirst = await demo.call<{ rows: PartyRow[] }>('parties.list', { filter: {}, sort: { by: 'overall', descending: false } });
    expect(gravestFirst.rows[0]?.overall).toBe('grave');
  });

  it('asks who owns a company of which nobody knows', async () => {
    const orlan = await party('Orlan Robotics Service');
    expect(orlan.ownership.find(({ test }) => test === 'ofac50')).toMatchObject({ outcome: 'question' });
    expect(orlan.row.ownersKnown).toBe('unknown');
  });

  it('carries a confirmed match up the chain of owners', async () => {
    const { groups } = await demo.call<{ groups: HitGroup[] }>('screening.queue', { filter: { text: 'Lianhua Precision' } });
    const hit = groups[0]?.hits[0];
    if (hit === undefined) throw new Error('Nothing to decide');
    await demo.call('screening.decide', {
      hits: [{ id: hit.id, revision: hit.revision }],
      verdict: 'trueMatch',
      reason: 'sameNameAndFacts',
      note: '',
      seconds: null,
    });
    const affiliates = (await party('Solvik Sensor B.V.')).ownership.find(({ test }) => test === 'bisAffiliates');
    expect(affiliates).toMatchObject({ outcome: 'met', confirmed: false, aggregate: 55 });
    await demo.call('journal.undo');
    expect((await party('Solvik Sensor B.V.')).ownership.find(({ test }) => test === 'bisAffiliates')?.outcome).not.toBe('met');
  });
});
