import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportSession, ProblemGroup } from '../../src-shared/contract/imports.ts';
import type { AssetDetail, AssetRow } from '../../src-shared/contract/inventory.ts';
import { messyModels } from '../fixtures/messy-models.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

async function begin(
  name: string,
  content: string | Buffer,
  variant: string,
): Promise<{ workspace: TestWorkspace; id: string; started: ImportSession }> {
  const workspace = open ?? (await openTestWorkspace());
  open = workspace;
  const path = join(workspace.ports.root, name);
  writeFileSync(path, content);
  workspace.ports.picks.files.push(path);
  const [file] = await workspace.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
  const started = await workspace.call<ImportSession>('imports.start', { target: 'assets', variant, handle: file?.handle });
  return { workspace, id: started.id, started };
}

async function finish(workspace: TestWorkspace, jobId: string): Promise<string> {
  for (;;) {
    const last = workspace.events.findLast((event) => event.type === 'job' && event.jobId === jobId);
    if (last?.type === 'job' && last.state !== 'running') return last.state === 'failed' ? JSON.stringify(last.error) : last.state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const session = (workspace: TestWorkspace, id: string) => workspace.call<ImportSession>('imports.session', { id });

async function job(workspace: TestWorkspace, method: string, id: string): Promise<ImportSession> {
  const { jobId } = await workspace.call<{ jobId: string }>(method, { id, revision: (await session(workspace, id)).revision });
  expect(await finish(workspace, jobId)).toBe('done');
  return session(workspace, id);
}

const problems = async (workspace: TestWorkspace, id: string) =>
  (await workspace.call<{ groups: ProblemGroup[] }>('imports.problems', { id })).groups;

interface Listed {
  readonly total: number;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
}
const listed = (workspace: TestWorkspace, text: string) =>
  workspace.call<Listed>('inventory.list', { filter: { text }, offset: 0, limit: 10 });

describe('bringing a spreadsheet into the asset register', () => {
  it('starts on the sheet with the models, not on the cover, and maps its odd titles', async () => {
    const { workspace, id, started } = await begin('register.xlsx', messyModels(), 'model');
    expect(started.table).toMatchObject({ sheet: 'Models 2026', headerRow: 4 });
    const { columns } = await workspace.call<{ columns: { header: string; fieldId: string | null }[] }>('imports.columns', { id });
    const field = (header: string) => columns.find((column) => column.header === header)?.fieldId;
    expect(field('Model name')).toBe('name');
    expect(field('Ver.')).toBe('version');
    expect(field('# params')).toBe('parametersTotal');
    expect(field('Open weights?')).toBe('weightsPublished');
    expect(field('Type')).not.toBe('numericalFormat');
  });

  it('updates what changed, leaves the rest, and takes it back to the byte', async () => {
    const first =
      'Chip;Your id;FP16 TFLOPS;INT8 TOPS;Die size (mm2);Data center\nVega X1;C-1;989;1979;814;yes\nVega X2;C-2;312;624;826;no\n';
    const { workspace, id } = await begin('chips.csv', first, 'chip');
    await job(workspace, 'imports.check', id);
    expect(await job(workspace, 'imports.commit', id)).toMatchObject({ status: 'committed', outcomes: { new: 2 } });
    const [chip] = (await listed(workspace, 'Vega X1')).rows;
    const before = await workspace.call<object>('inventory.get', { id: chip?.id });

    const second = await begin('chips again.csv', first.replace('1979', '3958').replace('Vega X2;C-2;312', 'Vega X2;c-2;312'), 'chip');
    const checked = await job(workspace, 'imports.check', second.id);
    expect(checked.outcomes).toMatchObject({ new: 0, same: 1, changed: 1 });
    const { rows } = await workspace.call<{ rows: { changes: unknown[] }[] }>('imports.rows', {
      id: second.id,
      filter: 'changed',
      offset: 0,
      limit: 10,
    });
    expect(rows[0]?.changes).toEqual([
      { fieldId: 'peakDense.int8', before: { state: 'known', value: 1979 }, after: { state: 'known', value: 3958 } },
    ]);
    const done = await job(workspace, 'imports.commit', second.id);
    const changed = await workspace.call<{ version: { facts: Record<string, { value: unknown }> } }>('inventory.get', { id: chip?.id });
    expect(JSON.stringify(changed)).toContain('3958');
    expect(JSON.stringify(changed)).toContain('989');

    await workspace.call('imports.undo', { batchId: done.batchId });
    const after = await workspace.call<object>('inventory.get', { id: chip?.id });
    expect(JSON.stringify(after)).toContain('1979');
    expect(JSON.stringify(after)).not.toContain('3958');
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  it('takes "unknown" for owner and stage, never over what is known, and puts both back', async () => {
    const { workspace, id } = await begin('people.csv', 'Name,Owner,Stage\nNimbus,unknown,unknown\nStratus,Priya Raman,In use\n', 'model');
    await job(workspace, 'imports.check', id);
    await job(workspace, 'imports.commit', id);
    const row = async (text: string) => (await listed(workspace, text)).rows[0];
    expect(await row('Nimbus')).toMatchObject({ ownerName: '', stage: 'unknown' });
    expect(await row('Stratus')).toMatchObject({ ownerName: 'Priya Raman', stage: 'inUse' });

    const again = await begin('again.csv', 'Name,Owner,Stage\nNimbus,n/a,unknown\nStratus,unknown,unknown\n', 'model');
    expect((await job(workspace, 'imports.check', again.id)).outcomes).toMatchObject({ changed: 0, same: 2 });

    const third = await begin('third.csv', 'Name,Owner,Stage\nNimbus,Mei Okafor,Trained\n', 'model');
    expect((await job(workspace, 'imports.check', third.id)).outcomes).toMatchObject({ changed: 1 });
    const done = await job(workspace, 'imports.commit', third.id);
    expect(await row('Nimbus')).toMatchObject({ ownerName: 'Mei Okafor', stage: 'trained' });
    await workspace.call('imports.undo', { batchId: done.batchId });
    expect(await row('Nimbus')).toMatchObject({ ownerName: '', stage: 'unknown' });
  });

  it('is a no-op the second time, and one journal entry that Undo takes back the first', async () => {
    const table = 'Name,Version,Parameters\nNimbus,1.0,7B\nStratus,2.0,70B\n';
    const { workspace, id } = await begin('models.csv', table, 'model');
    await job(workspace, 'imports.check', id);
    await job(workspace, 'imports.commit', id);
    const again = await begin('models.csv', table, 'model');
    expect(again.started.alreadyImported).not.toBeNull();
    const checked = await job(workspace, 'imports.check', again.id);
    expect(checked.outcomes).toMatchObject({ new: 0, changed: 0, same: 2 });
    await job(workspace, 'imports.commit', again.id);
    expect(await workspace.call<unknown[]>('imports.batches')).toHaveLength(1);
    expect((await listed(workspace, 'Nimbus')).total).toBe(1);

    await workspace.call('journal.undo');
    expect((await listed(workspace, 'Nimbus')).total).toBe(0);
    expect(await session(workspace, id)).toMatchObject({ status: 'open' });
  });

  it('classifies all of a large import as one by one, and what rests on a changed chip with it', async () => {
    const chips = (int8: number) =>
      `Chip,Your id,INT8 TOPS,Die size (mm2),Data center\n${Array.from({ length: 40 }, (_, row) => `Chip ${row},C-${row},${int8 + row},800,yes\n`).join('')}`;
    const first = await begin('chips.csv', chips(100), 'chip');
    const { workspace } = first;
    await job(workspace, 'imports.check', first.id);
    await job(workspace, 'imports.commit', first.id);
    const { rows } = await workspace.call<{ rows: AssetRow[] }>('inventory.list', { filter: { kinds: ['chip'] }, offset: 0, limit: 100 });
    expect(rows.map((row) => row.classification)).not.toContain('');
    const alone = await workspace.call<AssetDetail>('inventory.create', {
      kind: 'chip',
      name: 'Typed by hand',
      versionLabel: '',
      ownerName: '',
      facts: (await workspace.call<AssetDetail>('inventory.get', { id: rows[0]?.id })).facts,
    });
    expect(rows[0]).toMatchObject({ standing: alone.row.standing, classification: alone.row.classification });
    const part = { name: 'Chip 7', count: 8, assetId: rows.find((row) => row.name === 'Chip 7')?.id };
    const computer = await workspace.call<AssetDetail>('inventory.create', {
      kind: 'computer',
      name: 'Node',
      versionLabel: '',
      ownerName: '',
      facts: { containedParts: { state: 'known', value: [part], sourceKind: 'measured' } },
    });

    const second = await begin('faster chips.csv', chips(4000), 'chip');
    expect((await job(workspace, 'imports.check', second.id)).outcomes).toMatchObject({ new: 0, changed: 40 });
    const done = await job(workspace, 'imports.commit', second.id);
    const standing = async (id: string | undefined) => (await workspace.call<AssetDetail>('inventory.get', { id })).row.standing;
    expect(await standing(rows[0]?.id)).toBe('restricted');
    const caught = await standing(computer.row.id);
    expect(caught).toBe('restricted');

    await workspace.call('imports.undo', { batchId: done.batchId });
    expect(await standing(rows[0]?.id)).toBe(rows[0]?.standing);
    expect(await standing(computer.row.id)).not.toBe(caught);
  });

  it('forgets the rows of an import a month after it was committed, never those of one that is still open', async () => {
    const { workspace, id } = await begin('old.csv', 'Name\nElder\n', 'model');
    await job(workspace, 'imports.check', id);
    await job(workspace, 'imports.commit', id);
    const draft = await begin('draft.csv', 'Name\nDraft\n', 'model');
    workspace.ports.clock.advance(31 * 86_400_000);
    if (!(await workspace.app.dispatch('imports.sessions', {})).ok) await workspace.unlock();
    await begin('new.csv', 'Name\nNewer\n', 'model');
    expect(await workspace.refusal('imports.session', { id })).toMatchObject({ code: 'record.notFound' });
    expect(await session(workspace, draft.id)).toMatchObject({ status: 'open' });
    expect((await listed(workspace, 'Elder')).total).toBe(1);
  });

  it('[F5] writes rejected rows with the reason, and no cell that a program would run', async () => {
    const { workspace, id } = await begin('bad.csv', 'Name,Parameters\n=cmd|calc,a lot\nFine,7B\n', 'model');
    await job(workspace, 'imports.check', id);
    expect((await problems(workspace, id)).map((group) => group.kind)).toContain('notANumber');
    const target = join(workspace.ports.root, 'rejected.csv');
    workspace.ports.picks.saves.push(target);
    expect(await workspace.call('imports.rejectedRows', { id, as: 'csv' })).toMatchObject({ name: 'rejected.csv' });
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(target, 'utf8');
    expect(text).toContain("'=cmd|calc");
    expect(text).toContain('Parameters: not a number');
    expect(text).not.toContain('Fine');
  });

  it('writes a template that imports as it is', async () => {
    const { workspace } = await begin('seed.csv', 'Name\nSeed\n', 'model');
    for (const variant of ['model', 'chip', 'software']) {
      const target = join(workspace.ports.root, `${variant}.xlsx`);
      workspace.ports.picks.saves.push(target);
      await workspace.call('imports.template', { target: 'assets', variant });
      workspace.ports.picks.files.push(target);
      const [file] = await workspace.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
      const started = await workspace.call<ImportSession>('imports.start', { target: 'assets', variant, handle: file?.handle });
      expect(started.table.headerRow, variant).toBe(1);
      const { columns } = await workspace.call<{ columns: { header: string; fieldId: string | null }[] }>('imports.columns', {
        id: started.id,
      });
      expect(
        columns.filter((column) => column.fieldId === null).map((column) => column.header),
        variant,
      ).toEqual([]);
      const checked = await job(workspace, 'imports.check', started.id);
      expect(
        (await problems(workspace, started.id)).filter((group) => group.severity === 'error'),
        variant,
      ).toEqual([]);
      expect(checked.counts?.ready, variant).toBe(2);
    }
  });
});
