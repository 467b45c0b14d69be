import { afterEach, describe, expect, it } from 'vitest';
import type { EntryView, GuideThreshold, PackSummary, RuleHit } from '../../src-shared/contract/rulelibrary.ts';
import type { EntryFinding } from '../../src-shared/model/finding.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function workspace(): Promise<TestWorkspace> {
  open = await openTestWorkspace();
  return open;
}

const search = (app: TestWorkspace, text: string, change: object = {}) =>
  app.call<{ total: number; byKind: Record<string, number>; hits: RuleHit[] }>('rulepacks.search', {
    text,
    offset: 0,
    limit: 50,
    ...change,
  });

const entriesOf = async (app: TestWorkspace, id: string): Promise<readonly EntryFinding[]> => {
  const view = await app.call<{ finding: { entries: EntryFinding[] } }>('classification.run', { id });
  return view.finding.entries;
};

const addModel = async (app: TestWorkspace): Promise<string> => {
  const asset = await app.call<{ row: { id: string } }>('inventory.create', {
    kind: 'model',
    name: 'Aurora 7B',
    versionLabel: '1.0',
    facts: { trainingOperations: { state: 'known', value: { value: 5e23 } } },
  });
  return asset.row.id;
};

describe('the shipped packs in the library', () => {
  it('are listed with version, hash, sources and day of the last check', async () => {
    const packs = await (await workspace()).call<PackSummary[]>('rulepacks.list');
    const us = packs.find(({ id }) => id === 'us-ear');
    expect(us).toMatchObject({ enabled: true, guideOnly: false });
    expect(us?.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(packs.find(({ id }) => id === 'guide-thresholds')?.guideOnly).toBe(true);
    expect(packs.every(({ counts }) => counts.sources > 0)).toBe(true);
  });

  it('are searched by entry number, word and country', async () => {
    const app = await workspace();
    expect((await search(app, '4E091')).hits[0]).toMatchObject({
      kind: 'entry',
      id: '4E091',
      textStatus: 'inForce',
      enforcement: 'notEnforced',
    });
    expect((await search(app, 'emirates', { kinds: ['country'] })).hits[0]).toMatchObject({ id: 'AE' });
    const all = await search(app, '');
    expect(Object.values(all.byKind).reduce((sum, count) => sum + count, 0)).toBe(all.total);
  });

  it('cite a source for every statement of every entry', async () => {
    const app = await workspace();
    const { hits } = await search(app, '', { kinds: ['entry'], limit: 500 });
    expect(hits.length).toBeGreaterThan(50);
    for (const { pack, id } of hits) {
      const entry = await app.call<EntryView>('rulepacks.entry', { pack, id });
      const sources = [
        ...entry.sources,
        ...[...entry.textStatus, ...entry.enforcement, ...entry.licence].map(({ source }) => source),
        ...entry.versions.flatMap(({ limbs, unless }) => [...limbs, ...unless].map(({ source }) => source)),
      ];
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.filter(({ reference, sourceId }) => reference === sourceId)).toEqual([]);
    }
  });

  it('answers an unknown pack or entry with "not found"', async () => {
    const app = await workspace();
    expect(await app.refusal('rulepacks.entry', { pack: 'us-ear', id: '9Z999' })).toMatchObject({ code: 'record.notFound' });
    expect(await app.refusal('rulepacks.sources', { pack: 'nobody' })).toMatchObject({ code: 'record.notFound' });
  });
});

describe('switching packs', () => {
  it('takes a pack out of every answer and back in', async () => {
    const app = await workspace();
    const id = await addModel(app);
    expect((await entriesOf(app, id)).some(({ pack }) => pack === 'eu')).toBe(true);
    await app.call('rulepacks.setEnabled', { pack: 'eu', enabled: false });
    expect((await entriesOf(app, id)).some(({ pack }) => pack === 'eu')).toBe(false);
    const packs = await app.call<PackSummary[]>('rulepacks.setEnabled', { pack: 'eu', enabled: true });
    expect(packs.every(({ enabled }) => enabled)).toBe(true);
    expect((await entriesOf(app, id)).some(({ pack }) => pack === 'eu')).toBe(true);
  });
});

describe('guide thresholds', () => {
  const own = {
    origin: 'own',
    id: null,
    revision: 0,
    title: 'Board asks',
    quantity: 'totalOperations',
    value: 1e23,
    enabled: true,
    reason: 'Board decision 7',
  };

  it("give the company's own line an entry that is a guide and never law", async () => {
    const app = await workspace();
    const id = await addModel(app);
    await app.call('rulepacks.saveGuideThreshold', own);
    const entry = (await entriesOf(app, id)).find(({ pack }) => pack === 'company-thresholds');
    expect(entry).toMatchObject({ entry: 'Board asks', guideResult: 'above', isLaw: false, isExportControl: false, textStatus: 'guide' });
    const [added] = (await app.call<GuideThreshold[]>('rulepacks.guideThresholds')).filter(({ origin }) => origin === 'own');
    await app.call('rulepacks.removeGuideThreshold', { id: added?.id, revision: added?.revision });
    expect((await entriesOf(app, id)).some(({ pack }) => pack === 'company-thresholds')).toBe(false);
  });

  it('change a shipped number and put it back; the pack version says so', async () => {
    const app = await workspace();
    const id = await addModel(app);
    const guide = (await app.call<GuideThreshold[]>('rulepacks.guideThresholds')).find(({ id: key }) => key === 'guide-thresholds:G1');
    if (guide === undefined) throw new Error('The guide of 10^25 operations is shipped');
    expect(guide.explanation).toContain('No such rule was found.');
    const change = { origin: 'shipped', id: guide.id, enabled: true, reason: 'Earlier warning' };
    await app.call('rulepacks.saveGuideThreshold', { ...change, revision: guide.revision, value: 1e23 });
    expect((await entriesOf(app, id)).find(({ entry }) => entry === 'G1')).toMatchObject({ guideResult: 'above', margin: { limit: 1e23 } });
    const packs = await app.call<PackSummary[]>('rulepacks.list');
    expect(packs.find(({ id: key }) => key === 'guide-thresholds')?.version).toContain('+own.');
    const after = await app.call<GuideThreshold[]>('rulepacks.saveGuideThreshold', { ...change, revision: 1, value: null });
    expect(after.find(({ id: key }) => key === guide.id)).toMatchObject({ value: guide.shippedValue, revision: 2 });
    expect((await entriesOf(app, id)).find(({ entry }) => entry === 'G1')).toMatchObject({ guideResult: 'below' });
  });

  it('refuse a stale change, a number where there is none, and law', async () => {
    const app = await workspace();
    const change = { origin: 'shipped', revision: 0, enabled: true, reason: '' };
    await app.call('rulepacks.saveGuideThreshold', { ...change, id: 'guide-thresholds:G1', value: 2e25 });
    expect(await app.refusal('rulepacks.saveGuideThreshold', { ...change, id: 'guide-thresholds:G1', value: 3e25 })).toMatchObject({
      code: 'record.stale',
      yours: 0,
      current: 1,
    });
    expect(await app.refusal('rulepacks.saveGuideThreshold', { ...change, id: 'guide-thresholds:G4', value: 1 })).toMatchObject({
      code: 'policy.refused',
    });
    expect(await app.refusal('rulepacks.saveGuideThreshold', { ...change, id: 'us-ear:4E091', value: 1 })).toMatchObject({
      code: 'record.notFound',
    });
    expect(await app.refusal('rulepacks.saveGuideThreshold', { ...own, value: -1 })).toMatchObject({ code: 'request.invalid' });
  });
});
