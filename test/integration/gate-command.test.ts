import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productKdf } from '../../src-main/core/crypto/index.ts';
import type { ModelGates } from '../../src-shared/contract/cases.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import { runGatehouse } from '../harness/command-line.ts';
import { createFakePorts } from '../harness/ports.ts';
import { openTestWorkspace, type TestWorkspace, testPassphrase } from '../harness/workspace.ts';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-gate-'));
const file = join(root, 'stages.jsonl');
let app: TestWorkspace;
let modelId = '';

const report = (more: object = {}) =>
  JSON.stringify({ format: 'gatehouse.stage/1', model: 'Harrier', stage: 'idea', at: '2026-01-05T10:00:00Z', runId: 'run-1', ...more });

const gatehouse = () => runGatehouse(['gate', '--workspace', app.folder, '--in', file, '--passphrase-fd', '3'], root, testPassphrase);

const answers = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { state: string; missing: { id: string }[]; recorded: boolean; repeated: boolean });

/** What a person does in the window while the pipeline waits. */
async function passIdea(): Promise<void> {
  const found = await app.call<ModelGates>('cases.gatesOf', { assetId: modelId });
  const idea = found.gates.find(({ gate }) => gate === 'idea');
  await app.call('cases.passGate', {
    ...{ assetId: modelId, versionId: found.versionId, gate: 'idea', destination: '', by: 'Tess Tester', reason: 'Looked through' },
    despite: idea?.conditions.filter(({ state }) => state === 'missing').map(({ id }) => id) ?? [],
    lastReport: idea?.reports[0]?.id ?? null,
  });
}

beforeAll(async () => {
  mkdirSync(join(root, 'computer'));
  app = await openTestWorkspace({ ports: createFakePorts({ root: join(root, 'computer') }), kdf: productKdf });
  const made = await app.call<AssetDetail>('inventory.create', {
    kind: 'model',
    name: 'Harrier',
    versionLabel: '1',
    stage: 'planned',
    facts: {},
  });
  modelId = made.row.id;
  await app.call('workspace.lock');
}, 60_000);
afterAll(async () => {
  await app.app.close();
  rmSync(root, { recursive: true, force: true });
});

describe('gatehouse gate', () => {
  it('holds the pipeline until a person passed the gate, records each run once, and lets it go on', async () => {
    writeFileSync(file, `${report()}\n`);
    const first = await gatehouse();
    expect(first.code, first.err).toBe(5);
    expect(answers(first.out)).toEqual([expect.objectContaining({ state: 'held', recorded: true, repeated: false })]);
    expect(answers(first.out)[0]?.missing.map(({ id }) => id)).toContain('ownerNamed');

    await app.unlock();
    await passIdea();
    // The window has the workspace: the command reads what stands in it and writes nothing.
    writeFileSync(file, `${report()}\n${report({ runId: 'run-2' })}\n`);
    const beside = await gatehouse();
    expect(beside.code, beside.err).toBe(0);
    expect(answers(beside.out)).toEqual([
      expect.objectContaining({ state: 'open', recorded: true, repeated: true }),
      expect.objectContaining({ state: 'open', recorded: false, repeated: false }),
    ]);
    expect(beside.err).toContain('open elsewhere');
    expect((await app.call<ModelGates>('cases.gatesOf', { assetId: modelId })).gates[0]?.reports).toHaveLength(1);
    await app.call('workspace.lock');
  }, 90_000);

  it('records nothing where one report cannot be taken in, and names its line', async () => {
    writeFileSync(file, `${report({ runId: 'run-3' })}\n${report({ model: 'Kestrel', runId: 'run-3' })}\n`);
    const ended = await gatehouse();
    expect(ended.code).toBe(3);
    expect(ended.out).toBe('');
    expect(ended.err).toContain('stages.jsonl: line 2: No model in the register has the id, number or name “Kestrel”.');
    await app.unlock();
    expect((await app.call<ModelGates>('cases.gatesOf', { assetId: modelId })).gates[0]?.reports).toHaveLength(1);
  }, 60_000);
});
