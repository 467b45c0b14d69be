import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { defineFeature, type Feature } from '../../src-main/core/feature.ts';
import { createImportHandlers, importMigrations } from '../../src-main/core/importers/index.ts';
import { type ImportSession, importMethods, type ProblemGroup } from '../../src-shared/contract/imports.ts';
import { createTestRegister, testRegisterMigration } from '../fixtures/import/test-register.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

const feature: Feature = defineFeature({
  methods: importMethods,
  create: (deps) => createImportHandlers(deps, [createTestRegister(() => deps.ports.ids.next())]),
  migrations: [...importMigrations, testRegisterMigration],
});

let open: TestWorkspace | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

async function begin(): Promise<TestWorkspace> {
  open = await openTestWorkspace({ features: [feature] });
  return open;
}

async function startWith(workspace: TestWorkspace, name: string, content: string | Buffer): Promise<ImportSession> {
  const path = join(workspace.ports.root, name);
  writeFileSync(path, content);
  workspace.ports.picks.files.push(path);
  const [file] = await workspace.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
  return workspace.call<ImportSession>('imports.start', { target: 'assets', variant: 'model', handle: file?.handle });
}

/** Waits for a job to end, by its event. */
async function finish(workspace: TestWorkspace, jobId: string): Promise<string> {
  for (;;) {
    const last = workspace.events.findLast((event) => event.type === 'job' && event.jobId === jobId);
    if (last?.type === 'job' && last.state !== 'running') return last.state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const session = (workspace: TestWorkspace, id: string) => workspace.call<ImportSession>('imports.session', { id });

async function check(workspace: TestWorkspace, id: string): Promise<{ session: ImportSession; groups: ProblemGroup[] }> {
  const before = await session(workspace, id);
  const { jobId } = await workspace.call<{ jobId: string }>('imports.check', { id, revision: before.revision });
  await finish(workspace, jobId);
  const { groups } = await workspace.call<{ groups: ProblemGroup[] }>('imports.problems', { id });
  return { session: await session(workspace, id), groups };
}

async function fix(workspace: TestWorkspace, id: string, groupId: string, action: object): Promise<ImportSession> {
  const { revision } = await session(workspace, id);
  return (await workspace.call<{ session: ImportSession }>('imports.fix', { id, revision, groupId, action })).session;
}

const messy = [
  'Halden Robotics model register;;;;;;',
  'exported 2026-11-20;;;;;;',
  '',
  'Model;Version;Parameters;Open weights;Country;Training tokens;Architecture',
  'Aurora;1.0;405B;nein;Deutschland;15,6T;dense',
  'Borealis;2.1;70 Mrd.;ja;Korea;1,2T;MoE',
  'Cirrus;0.9;unknown;maybe;NL;abc;transformer',
  'Model;Version;Parameters;Open weights;Country;Training tokens;Architecture',
  'Aurora;1.0;405B;nein;Deutschland;15,6T;dense',
  ';3;1B;yes;US;2T;dense',
  'Total;;;;;;',
].join('\r\n');

describe('importing a messy table', () => {
  it('finds the table, asks what must be asked, writes nothing before commit, and takes the whole import back', async () => {
    const workspace = await begin();
    const started = await startWith(workspace, 'register.csv', `\uFEFF${messy}`);
    expect(started.table.headerRow).toBe(4);
    expect(started.file).toMatchObject({ format: 'csv', delimiter: ';', encoding: 'utf-8', hasBom: true });

    const { columns } = await workspace.call<{ columns: { header: string; fieldId: string | null }[] }>('imports.columns', {
      id: started.id,
    });
    expect(columns.map((column) => column.fieldId)).toEqual([
      'name',
      'version',
      'parametersTotal',
      'weightsPublished',
      expect.any(String),
      'trainingTokens',
      'architecture',
    ]);

    // Headers and totals that stand among the rows are no values to be given a meaning.
    const fields = await workspace.call<{ values: { from: string; target: object | null }[] }[]>('imports.values', {
      id: started.id,
    });
    expect(fields.flatMap(({ values }) => values.filter(({ target }) => target === null).map(({ from }) => from))).toEqual([
      'maybe',
      'Korea',
    ]);

    const first = await check(workspace, started.id);
    const open = first.groups.filter((group) => group.severity === 'error');
    expect(open.map((group) => group.kind).sort()).toEqual(['missingRequired', 'notANumber', 'notYesNo', 'unknownCountry']);
    expect(
      first.groups
        .filter((group) => group.severity === 'settled')
        .map((group) => group.kind)
        .sort(),
    ).toEqual(['duplicateInFile', 'repeatedHeader', 'totalsRow']);
    expect(await workspace.refusal('imports.commit', { id: started.id, revision: first.session.revision })).toMatchObject({
      code: 'import.notReady',
      step: 'check',
    });

    const idOf = (kind: string) => open.find((group) => group.kind === kind)?.id ?? '';
    await fix(workspace, started.id, idOf('unknownCountry'), {
      kind: 'mapValue',
      values: [{ from: 'Korea', target: { to: 'value', value: 'KR' } }],
      remember: true,
    });
    await fix(workspace, started.id, idOf('notYesNo'), { kind: 'setUnknown' });
    await fix(workspace, started.id, idOf('missingRequired'), { kind: 'excludeRows' });
    const current = await session(workspace, started.id);
    const edited = await workspace.call<{ session: ImportSession }>('imports.editCell', {
      id: started.id,
      revision: current.revision,
      row: 7,
      column: 5,
      text: '3,5T',
    });
    expect(edited.session).toMatchObject({ openGroups: 0, outcomes: { new: 3, same: 0, changed: 0 } });

    const { jobId } = await workspace.call<{ jobId: string }>('imports.commit', {
      id: started.id,
      revision: edited.session.revision,
      saveProfileAs: 'Halden list',
    });
    const ended = await finish(workspace, jobId);
    expect(ended, JSON.stringify(workspace.events.findLast((event) => event.type === 'job'))).toBe('done');
    const [batch] = await workspace.call<{ id: string; counts: object }[]>('imports.batches');
    expect(batch?.counts).toMatchObject({ new: 3 });

    const again = await startWith(workspace, 'copy of register.csv', `\uFEFF${messy}`);
    expect(again.profile).toMatchObject({ name: 'Halden list' });
    const second = await check(workspace, again.id);
    expect(second.groups.some((group) => group.kind === 'unknownCountry' && group.severity === 'error')).toBe(false);
    await fix(workspace, again.id, 'notYesNo:weightsPublished', { kind: 'setUnknown' });
    await fix(workspace, again.id, 'missingRequired:name', { kind: 'excludeRows' });
    await fix(workspace, again.id, 'notANumber:trainingTokens', { kind: 'leaveEmpty' });
    const settled = await session(workspace, again.id);
    expect(settled.outcomes).toMatchObject({ new: 0, same: 3, changed: 0 });

    const undone = await workspace.call<{ undoneAt: string | null }>('imports.undo', { batchId: batch?.id });
    expect(undone.undoneAt).not.toBeNull();
    const third = await check(workspace, again.id);
    expect(third.session.outcomes).toMatchObject({ new: 3, same: 0 });
  });

  it('survives a lock in the middle and goes on where it stood', async () => {
    const workspace = await begin();
    const started = await startWith(workspace, 'register.csv', messy);
    await check(workspace, started.id);
    await workspace.call('workspace.lock');
    expect(await workspace.refusal('imports.session', { id: started.id })).toMatchObject({ code: 'workspace.locked' });
    await workspace.unlock();
    const back = await session(workspace, started.id);
    expect(back.counts).toMatchObject({ total: 7, blocked: 3 });
    expect((await workspace.call<ImportSession[]>('imports.sessions')).map((one) => one.id)).toEqual([started.id]);
  });
});
