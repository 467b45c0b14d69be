import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportKindView, ReportOptions, ReportPreview } from '../../src-shared/contract/reports.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

const options: ReportOptions = { paper: 'A4', redaction: 'none', recordId: null };
let app: TestApp;
let kinds: readonly string[] = [];

beforeAll(async () => {
  app = startTestApp();
  await app.call('workspace.demo', { parent: null });
  kinds = (await app.call<ReportKindView[]>('reports.kinds')).map(({ kind }) => kind);
}, 120_000);
afterAll(() => app.end());

const preview = (kind: string, change: Partial<ReportOptions> = {}) =>
  app.call<ReportPreview>('reports.preview', { kind, options: { ...options, ...change } });

describe('reports of the demo workspace', () => {
  it('draws every kind with something to read, and no key of the catalogue in its text', async () => {
    for (const kind of kinds) {
      const { page, title } = await preview(kind);
      const said = JSON.stringify(page);
      expect(title, kind).not.toContain('report.');
      expect(page.blocks.length, kind).toBeGreaterThan(3);
      expect(said, kind).not.toMatch(/"text":"(report|access|standing|screening|people|stage|assetKind)\.[a-z]/i);
    }
  });

  it('[G3] shows no name of a person where names are hidden', async () => {
    const { rows } = await app.call<{ rows: { name: string }[] }>('people.list', { filter: {} });
    const names = rows.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const kind of kinds) {
      const said = JSON.stringify((await preview(kind, { redaction: 'initials' })).page);
      expect(
        names.filter((name) => said.includes(name)),
        kind,
      ).toEqual([]);
    }
  });

  it('[G6] has the same content hash for the same records, and another once one changed', async () => {
    const before = await preview('asset-register');
    expect((await preview('asset-register')).contentHash).toBe(before.contentHash);
    await app.call('inventory.create', { kind: 'model', name: 'One more', versionLabel: '', ownerName: '', facts: {} });
    expect((await preview('asset-register')).contentHash).not.toBe(before.contentHash);
  });
});
