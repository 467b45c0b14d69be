import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { ExportRecord, MemoOptions, MemoPreview } from '../../src-shared/contract/reports.ts';
import { ClassificationMemo } from '../../src-shared/model/report.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

const options: MemoOptions = {
  paper: 'A4',
  redaction: 'none',
  parts: { facts: true, entries: true, questions: true, trace: true, remarks: true, attorneyAdvice: false, signatures: true },
};

let open: TestWorkspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

interface Asset {
  readonly row: { readonly id: string; readonly versionId: string; readonly revision: number };
}

async function withModel(name = 'Aurora 7B', ownerName = 'Priya Raman'): Promise<{ workspace: TestWorkspace; asset: Asset }> {
  const workspace = await openTestWorkspace();
  open = workspace;
  const asset = await workspace.call<Asset>('inventory.create', {
    kind: 'model',
    name,
    versionLabel: '1.0',
    ownerName,
    facts: {
      purpose: { state: 'known', value: 'Summarises reports' },
      architecture: { state: 'known', value: 'denseTransformer' },
      parametersTotal: { state: 'known', value: { value: 7e9 }, sourceKind: 'measured', source: `log read by ${ownerName}` },
      trainingTokens: { state: 'known', value: { value: 2e12 } },
    },
  });
  return { workspace, asset };
}

const preview = (workspace: TestWorkspace, asset: Asset, change: Partial<MemoOptions> = {}) =>
  workspace.call<MemoPreview>('reports.memoPreview', { assetId: asset.row.id, options: { ...options, ...change } });

describe('memo of a stored asset', () => {
  it('shows a page with workspace, day, packs, facts and the missing decision', async () => {
    const { workspace, asset } = await withModel();
    const memo = await preview(workspace, asset);
    const said = JSON.stringify(memo.page);
    expect(memo.page.header.left[0]).toBe('Test company');
    expect(memo.page.header.right).toEqual([`Classification memo ${memo.number}`, 'Judged as of 21 Nov 2026']);
    expect(memo.page.footer.middle).toContain('us-ear');
    expect(said).toContain('7 billion parameters');
    expect(said).toContain('No decision has been signed.');
    expect(memo.notices.map(({ code }) => code)).toContain('noDecision');
  });

  it('names the authority each ruling was asked of', async () => {
    const { workspace, asset } = await withModel();
    const request = {
      id: null,
      assetId: asset.row.id,
      state: 'submitted',
      submittedOn: '2026-10-01',
      answer: '',
      answeredOn: null,
      note: '',
    };
    await workspace.call('classification.saveRuling', { ...request, authority: 'BAFA', reference: 'AzG 7' });
    await workspace.call('classification.saveRuling', { ...request, authority: 'BIS', reference: 'Z123' });
    expect(await workspace.refusal('classification.saveRuling', { ...request, authority: ' ', reference: '' })).toMatchObject({
      code: 'request.invalid',
    });
    const said = JSON.stringify((await preview(workspace, asset)).page);
    expect(said).toContain('BAFA, reference AzG 7.');
    expect(said).toContain('BIS, reference Z123.');
  });

  it('writes the stages of the training with their arithmetic, and the facts they came from', async () => {
    const { workspace, asset } = await withModel();
    await workspace.call('inventory.setFacts', {
      id: asset.row.id,
      versionId: asset.row.versionId,
      revision: asset.row.revision,
      changes: [
        { field: 'rlRollouts', value: { state: 'known', value: { value: 2e6 } } },
        { field: 'rlTokensPerRollout', value: { state: 'known', value: { value: 4000 } } },
        { field: 'generationOperations', value: { state: 'known', value: { value: 3e21 } } },
      ],
    });
    const said = JSON.stringify((await preview(workspace, asset)).page);
    expect(said).toContain('Reinforcement learning');
    expect(said).toContain(' 4.48 × 10');
    expect(said).toContain('Generation of synthetic data');
    expect(said).toContain('Tokens per rollout');
  });

  it('[G6] has another hash once a fact changed, and the same one otherwise', async () => {
    const { workspace, asset } = await withModel();
    const before = await preview(workspace, asset);
    expect((await preview(workspace, asset)).contentHash).toBe(before.contentHash);
    await workspace.call('inventory.setFacts', {
      id: asset.row.id,
      versionId: asset.row.versionId,
      revision: asset.row.revision,
      changes: [{ field: 'trainingTokens', value: { state: 'known', value: { value: 3e12 } } }],
    });
    expect((await preview(workspace, asset)).contentHash).not.toBe(before.contentHash);
  });

  it('[G3] saves a PDF, records what left with its hash, and keeps the number for the same content', async () => {
    const { workspace, asset } = await withModel();
    const path = join(workspace.ports.root, 'memo.pdf');
    workspace.ports.picks.saves.push(path, path);
    const request = { assetId: asset.row.id, options, to: 'pdf' };
    const first = await workspace.call<ExportRecord>('reports.memoPrint', request);
    const bytes = readFileSync(path);
    expect(first).toMatchObject({ number: 'CM-2026-001', format: 'pdf', by: 'Tess Tester', fileName: 'memo.pdf', sizeBytes: bytes.length });
    expect(first.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const again = await workspace.call<ExportRecord>('reports.memoPrint', request);
    expect(again.number).toBe('CM-2026-001');
    const other = await preview(workspace, asset, { redaction: 'initials' });
    expect(other.number).toBe('CM-2026-002');
    expect(await workspace.call<ExportRecord[]>('reports.exports', { assetId: asset.row.id, limit: 10 })).toHaveLength(2);

    const printed = workspace.ports.seen.printed[0];
    expect(printed?.html).toContain('@page { size: A4;');
    expect(printed?.html).not.toMatch(/<script|https?:|onerror/);
    expect(printed?.options).toMatchObject({ paper: 'A4' });
    expect(printed?.options.footerHtml).toContain('class="pageNumber"');
  });

  it('cancelled, it writes and records nothing', async () => {
    const { workspace, asset } = await withModel();
    expect(await workspace.refusal('reports.memoPrint', { assetId: asset.row.id, options, to: 'pdf' })).toEqual({ code: 'cancelled' });
    expect(await workspace.call<ExportRecord[]>('reports.exports', { limit: 10 })).toEqual([]);
  });

  it('says why a file could not be written and leaves no record and no half file', async () => {
    const { workspace, asset } = await withModel();
    const folder = join(workspace.ports.root, 'gone');
    workspace.ports.picks.saves.push(join(folder, 'memo.pdf'));
    const failure = await workspace.refusal('reports.memoPrint', { assetId: asset.row.id, options, to: 'pdf' });
    expect(failure).toMatchObject({ code: 'storage.failed', reason: 'removed' });
    expect(existsSync(folder)).toBe(false);
    expect(await workspace.call<ExportRecord[]>('reports.exports', { limit: 10 })).toEqual([]);
  });

  it('[G3] saves as data with initials only where names are to be hidden', async () => {
    const { workspace, asset } = await withModel();
    const path = join(workspace.ports.root, 'memo.json');
    workspace.ports.picks.saves.push(path);
    await workspace.call('reports.memoSave', { assetId: asset.row.id, options: { ...options, redaction: 'initials' }, format: 'json' });
    const text = readFileSync(path, 'utf8');
    expect(text).not.toMatch(/Priya|Raman|Tess|Tester/);
    expect(ClassificationMemo.parse(JSON.parse(text)).asset.owner?.name).toBe('P. R.');
  });

  it('leaves attorney advice out unless it is asked for, and then says so on the page', async () => {
    const { workspace, asset } = await withModel();
    await workspace.call('notes.add', {
      about: { entity: 'assets', id: asset.row.id },
      text: 'Counsel thinks 4D004 is remote',
      attorneyAdvice: true,
      author: 'Olga Lund',
    });
    expect(JSON.stringify((await preview(workspace, asset)).page)).not.toContain('Counsel thinks');
    const asked = await preview(workspace, asset, { parts: { ...options.parts, attorneyAdvice: true } });
    expect(JSON.stringify(asked.page)).toContain('Counsel thinks');
    expect(asked.page.blocks[0]).toMatchObject({ kind: 'banner' });
  });

  it('carries a decision with its reason and expiry', async () => {
    const { workspace, asset } = await withModel();
    const view = await workspace.call<{ findingId: string }>('classification.get', { id: asset.row.id });
    await workspace.call('classification.decide', {
      findingId: view.findingId,
      kind: 'accepted',
      classification: 'EAR99',
      reason: 'Below every limit',
      decidedBy: 'Ingrid Solheim',
      expiresOn: '2027-05-01',
    });
    const said = JSON.stringify((await preview(workspace, asset)).page);
    expect(said).toContain('Ingrid Solheim on 21 Nov 2026: EAR99');
    expect(said).toContain('Holds until 1 May 2027.');
    const { row } = await workspace.call<AssetDetail>('inventory.get', { id: asset.row.id });
    await workspace.call('inventory.setFacts', {
      id: row.id,
      versionId: row.versionId,
      revision: row.revision,
      changes: [{ field: 'trainingOperations', value: { state: 'known', value: { value: 3e26 }, sourceKind: 'measured' } }],
    });
    const moved = JSON.stringify((await preview(workspace, asset)).page);
    expect(moved).toContain('Facts or rules changed after this decision. It must be looked at again.');
  });

  it('is refused for an asset that does not exist', async () => {
    const { workspace } = await withModel();
    expect(await workspace.refusal('reports.memoPreview', { assetId: 'nobody', options })).toMatchObject({ code: 'record.notFound' });
  });
});

describe('workbook of the inventory', () => {
  const save = async (workspace: TestWorkspace, format: 'xlsx' | 'csv' | 'json', filter: object = {}, redaction = 'none') => {
    const path = join(workspace.ports.root, `out.${format}`);
    workspace.ports.picks.saves.push(path);
    const record = await workspace.call<ExportRecord>('reports.workbook', { filter, redaction, format });
    return { path, record };
  };

  it('counts assets while it reads them, and a cancelled export leaves no file, no number and no record', async () => {
    const { workspace } = await withModel();
    for (let number = 0; number < 60; number += 1)
      await workspace.call('inventory.create', { kind: 'model', name: `Model ${number}`, versionLabel: '', facts: {} });
    const path = join(workspace.ports.root, 'stopped.xlsx');
    workspace.ports.picks.saves.push(path);
    const refusal = workspace.refusal('reports.workbook', { filter: {}, redaction: 'none', format: 'xlsx' });
    const job = () => workspace.events.findLast((event) => event.type === 'job' && event.kind === 'reports.workbook');
    await expect.poll(job, { interval: 1 }).toMatchObject({ state: 'running' });
    const running = job();
    await workspace.call('jobs.cancel', { id: running?.type === 'job' ? running.jobId : '' });
    expect(await refusal).toEqual({ code: 'cancelled' });
    expect(job()).toMatchObject({ state: 'cancelled' });
    expect(existsSync(path)).toBe(false);
    expect(await workspace.call<ExportRecord[]>('reports.exports', { limit: 10 })).toEqual([]);

    await save(workspace, 'csv');
    expect(job()).toMatchObject({ state: 'done', done: 61, total: 61 });
  });

  it('[F5] [G3] holds every sheet, one row an asset, and no cell that runs', async () => {
    const { workspace } = await withModel('=HYPERLINK("http://x","y")', '@Eve Adler');
    const { path, record } = await save(workspace, 'xlsx');
    const book = read(readFileSync(path));
    expect(book.SheetNames).toEqual([
      'Summary',
      'Results',
      'Open questions',
      'Facts',
      'Packs and sources',
      'Guide thresholds (not law)',
      'Legend',
    ]);
    const rows = (name: string) => utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {});
    expect(rows('Summary')).toHaveLength(1);
    expect(rows('Summary')[0]).toMatchObject({ Asset: '\'=HYPERLINK("http://x","y")', Version: '1.0', Owner: "'@Eve Adler" });
    expect(rows('Results').length).toBeGreaterThan(3);
    expect(
      rows('Results').every((row) =>
        ['In force', 'Lapsed', 'Repealed', 'Suspended', 'Not yet in force', 'Not confirmed'].includes(String(row['Text'])),
      ),
    ).toBe(true);
    expect(rows('Facts').find((row) => row['Fact'] === 'Parameters, total')).toMatchObject({ Value: '7 billion parameters' });
    expect(JSON.stringify(rows('Legend'))).toContain(record.contentHash);
    for (const sheet of Object.values(book.Sheets)) {
      for (const cell of Object.values(sheet)) expect(cell).not.toHaveProperty('f');
    }
    expect(record.subject).toBe('one asset, 21 Nov 2026');
  });

  it('takes the filter of the result table', async () => {
    const { workspace } = await withModel();
    const { record } = await save(workspace, 'json', { kinds: ['chip'] });
    expect(record.subject).toBe('0 assets, 21 Nov 2026');
  });

  it('writes results as CSV with a byte-order mark', async () => {
    const { workspace } = await withModel();
    const { path } = await save(workspace, 'csv');
    expect(readFileSync(path, 'utf8')).toMatch(/^\ufeffAsset,Version,Jurisdiction,/);
  });

  it('[G3] writes data without names where they are to be hidden', async () => {
    const { workspace } = await withModel();
    const { path } = await save(workspace, 'json', {}, 'initials');
    const text = readFileSync(path, 'utf8');
    expect(text).not.toMatch(/Priya|Raman/);
    expect((JSON.parse(text) as { assets: unknown[] }).assets).toHaveLength(1);
  });

  it('leaves nothing behind in the folder but the file', async () => {
    const { workspace } = await withModel();
    await save(workspace, 'xlsx');
    expect(readdirSync(workspace.ports.root).filter((name) => name.includes('.part'))).toEqual([]);
  });
});
