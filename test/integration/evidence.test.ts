import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Evidence, maxEvidenceBytes } from '../../src-shared/contract/evidence.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import { pdfOf } from '../fixtures/pdf.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace;
let asset: AssetDetail;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  asset = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Aurora', versionLabel: '1', facts: {} });
});
afterEach(() => workspace.end());

/** Puts files on the disk and answers the next open dialog with them. */
function offer(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(workspace.ports.root, name);
    writeFileSync(path, content);
    workspace.ports.picks.files.push(path);
  }
}

const everyByte = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );

const list = () => workspace.call<Evidence[]>('evidence.list', { record: { kind: 'asset', id: asset.row.id } });
const attach = () => workspace.call<Evidence[]>('evidence.attach', { record: { kind: 'asset', id: asset.row.id } });

describe('[F8] evidence', () => {
  it('keeps the very bytes under their hash, and gives back a copy that the history tells of', async () => {
    const bytes = Buffer.from([0, 255, 1, 254, 10, 13, 0]);
    offer({ 'run log.bin': bytes });
    const [kept] = await attach();
    expect(kept).toMatchObject({ name: 'run log.bin', sizeBytes: 7, sha256: createHash('sha256').update(bytes).digest('hex') });
    const target = join(workspace.ports.root, 'copy.bin');
    workspace.ports.picks.saves.push(target);
    await workspace.call('evidence.saveCopy', { id: kept?.id });
    expect(readFileSync(target).equals(bytes)).toBe(true);
    const { entries } = await workspace.call<{ entries: { method: string; params: Record<string, unknown> }[] }>('journal.list', {
      limit: 1,
    });
    expect(entries[0]).toMatchObject({ method: 'evidence.saveCopy', params: { name: 'run log.bin', sha256: kept?.sha256 } });
  });

  it('is found by the words of its file name, with the way to it', async () => {
    offer({ 'Tape-out report 2026.pdf': 'area' });
    const [kept] = await attach();
    expect(await workspace.call('search.records', { text: 'REPORT tape', limit: 10 })).toEqual([
      {
        entity: 'evidence',
        id: kept?.id,
        title: 'Tape-out report 2026.pdf',
        detail: 'Aurora',
        ref: { kind: 'asset', id: asset.row.id },
        tab: 'evidence',
      },
    ]);
  });

  it('lies encrypted in the workspace, however large, and the same file once', async () => {
    const marker = 'the area of the dies is 417 square millimetres';
    const bytes = Buffer.concat([Buffer.from(marker), randomBytes(2_500_000)]);
    offer({ 'tape-out.pdf': bytes });
    const [kept] = await attach();
    const size = statSync(join(workspace.folder, 'workspace.db')).size;
    expect(everyByte(workspace.folder).includes(marker)).toBe(false);
    offer({ 'the same again.pdf': bytes });
    await attach();
    expect(statSync(join(workspace.folder, 'workspace.db')).size - size).toBeLessThan(1_000_000);
    const target = join(workspace.ports.root, 'copy.pdf');
    workspace.ports.picks.saves.push(target);
    await workspace.call('evidence.saveCopy', { id: kept?.id });
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });

  it('writes nothing outside the workspace until the user says where', async () => {
    offer({ 'contract.txt': 'signed' });
    const [kept] = await attach();
    expect(await workspace.refusal('evidence.saveCopy', { id: kept?.id })).toEqual({ code: 'cancelled' });
  });

  it('cleans names that would mislead a reader or a file system', async () => {
    offer({ 'invoice\u202efdp.exe': 'x', 'con.txt': 'y', '  .hidden': 'z' });
    const names = (await attach()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['invoice fdp.exe', '_con.txt', 'hidden']));
  });

  it('takes all files or none, and says which one is too large', async () => {
    offer({ 'small.txt': 'x', 'huge.bin': Buffer.alloc(maxEvidenceBytes + 1) });
    const refusal = await workspace.refusal('evidence.attach', { record: { kind: 'asset', id: asset.row.id } });
    expect(refusal).toEqual({ code: 'file.refused', reason: 'evidenceTooLarge', place: 'huge.bin', limit: 100 });
    expect(await list()).toEqual([]);
  });

  it('says what a file proves, refuses an older look at it, and can be taken off and brought back whole', async () => {
    offer({ 'data card.md': '# 15 T tokens' });
    const [kept] = await attach();
    const input = { id: kept?.id, revision: 0, part: 'trainingTokens', note: 'page 2' };
    await workspace.call('evidence.describe', input);
    expect(await workspace.refusal('evidence.describe', input)).toMatchObject({ code: 'record.stale', yours: 0, current: 1 });
    expect(await workspace.refusal('evidence.describe', { ...input, revision: 1, part: 'noSuchFact' })).toMatchObject({
      code: 'request.invalid',
    });
    await workspace.call('evidence.remove', { id: kept?.id, revision: 1 });
    expect(await list()).toEqual([]);
    await workspace.call('journal.undo');
    const target = join(workspace.ports.root, 'back.md');
    workspace.ports.picks.saves.push(target);
    const [back] = await list();
    expect(back).toMatchObject({ part: 'trainingTokens', note: 'page 2' });
    await workspace.call('evidence.saveCopy', { id: back?.id });
    expect(readFileSync(target, 'utf8')).toBe('# 15 T tokens');
  });

  it('keeps links and notes with any record, which undo takes back, and moves a piece to another', async () => {
    const record = { kind: 'asset', id: asset.row.id };
    const other = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Borealis', versionLabel: '1', facts: {} });
    const link = await workspace.call<Evidence>('evidence.addLink', { record, name: 'Contract 17', address: 'Shelf 3, file 17' });
    const note = await workspace.call<Evidence>('evidence.addNote', { record, name: 'Call of 3 May', note: 'The supplier says no.' });
    expect(await list()).toMatchObject([
      { id: link.id, kind: 'link', address: 'Shelf 3, file 17', sha256: null },
      { id: note.id, kind: 'note', note: 'The supplier says no.' },
    ]);
    expect(await workspace.call('evidence.counts', { records: [record, { kind: 'asset', id: other.row.id }] })).toEqual([
      { record, count: 2 },
    ]);
    await workspace.call('evidence.move', { id: note.id, revision: 0, record: { kind: 'asset', id: other.row.id } });
    expect(await list()).toHaveLength(1);
    const { entries } = await workspace.call<{ entries: { method: string }[] }>('evidence.custody', { id: note.id });
    expect(entries.map(({ method }) => method)).toEqual(['evidence.addNote', 'evidence.move']);
    for (let step = 0; step < 3; step += 1) await workspace.call('journal.undo');
    expect(await list()).toEqual([]);
  });

  it('shows the first page of a PDF, and its chain of custody says who looked and who took a copy', async () => {
    offer({ 'licence.pdf': pdfOf(['EXPORT LICENCE']) });
    const [kept] = await attach();
    expect(await workspace.call('evidence.look', { id: kept?.id })).toMatchObject({ kind: 'page', pages: 1 });
    const target = join(workspace.ports.root, 'copy.pdf');
    workspace.ports.picks.saves.push(target);
    await workspace.call('evidence.saveCopy', { id: kept?.id });
    await workspace.call('evidence.remove', { id: kept?.id, revision: 0 });
    const { entries, evidence } = await workspace.call<{ entries: { method: string; person: string }[]; evidence: unknown }>(
      'evidence.custody',
      { id: kept?.id },
    );
    expect(evidence).toBeNull();
    expect(entries.map(({ method }) => method)).toEqual(['evidence.attach', 'evidence.look', 'evidence.saveCopy', 'evidence.remove']);
    expect(new Set(entries.map(({ person }) => person))).toEqual(new Set(['Tess Tester']));
  });

  it('is refused for a record that does not exist', async () => {
    const record = { kind: 'person', id: 'nobody' };
    expect(await workspace.refusal('evidence.addNote', { record, name: 'x', note: 'y' })).toMatchObject({ code: 'record.notFound' });
  });

  it('stands in the memo with its hash', async () => {
    offer({ 'data card.md': '# 15 T tokens' });
    const [kept] = await attach();
    await workspace.call('evidence.describe', { id: kept?.id, revision: 0, part: 'trainingTokens', note: 'Count by the loader.' });
    const parts = { facts: true, entries: true, questions: true, trace: true, remarks: true, attorneyAdvice: false, signatures: true };
    const preview = await workspace.call<{ page: object }>('reports.memoPreview', {
      assetId: asset.row.id,
      options: { parts, redaction: 'none', paper: 'A4' },
    });
    const said = JSON.stringify(preview.page);
    for (const words of ['data card.md', 'Count by the loader.', kept?.sha256 ?? '']) expect(said).toContain(words);
  });

  it('keeps an import from being taken back past it', async () => {
    const path = join(workspace.ports.root, 'models.csv');
    writeFileSync(path, 'Name,Parameters\nNimbus,7B\n');
    workspace.ports.picks.files.push(path);
    const [file] = await workspace.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
    const { id } = await workspace.call<{ id: string }>('imports.start', { target: 'assets', variant: 'model', handle: file?.handle });
    const ready = async () => ({ id, revision: (await workspace.call<{ revision: number }>('imports.session', { id })).revision });
    for (const method of ['imports.check', 'imports.commit']) {
      const { jobId } = await workspace.call<{ jobId: string }>(method, await ready());
      await expect
        .poll(() => workspace.events.some((event) => event.type === 'job' && event.jobId === jobId && event.state === 'done'))
        .toBe(true);
    }
    const { rows } = await workspace.call<{ rows: { id: string }[] }>('inventory.list', {
      filter: { text: 'Nimbus' },
      offset: 0,
      limit: 1,
    });
    offer({ 'proof.txt': 'seven billion' });
    await workspace.call('evidence.attach', { record: { kind: 'asset', id: rows[0]?.id } });
    const [batch] = await workspace.call<{ id: string }[]>('imports.batches');
    expect(await workspace.refusal('imports.undo', { batchId: batch?.id })).toEqual({ code: 'undo.blocked', detail: 'Nimbus' });
  });
});
