import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportKindView, ReportOptions, ReportPreview } from '../../src-shared/contract/reports.ts';
import { contentsOf } from '../../src-shared/model/report-contents.ts';
import { openEveryFormat } from '../harness/report-files.ts';
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
      expect(page.blocks.length, kind).toBeGreaterThan(2);
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

  it('leads with contents to every part of a report of several pages', async () => {
    for (const kind of [
      'asset-register',
      'classification-register',
      'classification-memos',
      'access-audit',
      'people-and-control-plans',
      'screening',
      'programme-assessment',
      'incident-file',
      'policy-manual',
    ]) {
      const { page } = await preview(kind);
      expect(page.blocks.filter((block) => block.kind === 'contents').length, kind).toBe(1);
      expect(contentsOf(page.blocks).length, kind).toBeGreaterThan(1);
    }
    const said = contentsOf((await preview('asset-register')).page.blocks).map(({ text }) => text);
    expect(said.join('; ')).toMatch(/\d {2}Models/);
  });

  it('[G6] has the same content hash for the same records, and another once one changed', async () => {
    const before = await preview('asset-register');
    expect((await preview('asset-register')).contentHash).toBe(before.contentHash);
    await app.call('inventory.create', { kind: 'model', name: 'One more', versionLabel: '', ownerName: '', facts: {} });
    expect((await preview('asset-register')).contentHash).not.toBe(before.contentHash);
  });
});

describe('every kind in every format', () => {
  it('opens with what the page says: sheets with rows, a whole Word package, the data, and the printed page', async () => {
    let withTables = 0;
    for (const kind of kinds) {
      const { preview: shown, sheets, parts, broken, json, html } = await openEveryFormat(app, kind, options);
      expect(sheets.size, kind).toBeGreaterThan(0);
      for (const [name, rows] of sheets) expect(rows[0]?.length, `${kind} ${name}`).toBeGreaterThan(0);
      expect(broken, kind).toEqual([]);
      expect(parts.get('word/footer1.xml'), kind).toContain('NUMPAGES');
      expect(parts.get('word/document.xml'), kind).not.toMatch(/>\d+\.\d{4,}</);
      expect(parts.get('word/document.xml'), kind).toContain('<w:pStyle w:val="Title"/>');
      expect(json.kind).toBe(kind);
      expect(Object.keys(json.data).length, kind).toBeGreaterThan(0);
      expect(html, kind).toContain(`<title>${shown.title}`);
      if (parts.get('word/document.xml')?.includes('<w:tblHeader/>') === true) withTables += 1;
    }
    expect(withTables).toBeGreaterThan(6);
  }, 90_000);
});

describe('the brand', () => {
  it('stands on every report, and takes only pictures that reach nowhere and colours that can be read', async () => {
    const svg = join(app.ports.root, 'logo.svg');
    const pick = async (content: string | Buffer) => {
      writeFileSync(svg, content);
      app.ports.picks.files.push(svg);
      return app.app.dispatch('reports.pickLogo', {});
    };
    const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4">${inside}</svg>`;
    expect((await pick(drawing('<rect width="10" height="4"/>'))).ok).toBe(true);
    for (const bad of [
      drawing('<script>alert(1)</script>'),
      drawing('<rect onload="alert(1)"/>'),
      drawing('<image href="https://example.org/a.png"/>'),
      drawing('<rect fill="url(https://example.org/a)"/>'),
      drawing('<style>@import "x";</style>'),
      `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('&a;')}`,
      '<html><svg></svg></html>',
      Buffer.from('GIF89a'),
    ])
      expect(await pick(bad), String(bad)).toMatchObject({ ok: false, error: { code: 'file.refused' } });
    expect(await app.refusal('reports.setBrand', { colour: '#f2be62', lines: [] })).toMatchObject({ code: 'policy.refused' });
    await app.call('reports.setBrand', { colour: '#0f5132', lines: ['Harbour Advisers', 'desk@harbour.example'] });
    const { page } = await preview('screening');
    expect(page.colour).toBe('#0f5132');
    expect(page.blocks[0]).toMatchObject({ kind: 'brand', lines: ['Harbour Advisers', 'desk@harbour.example'] });
  });
});
