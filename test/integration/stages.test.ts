import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelGates, StageLine } from '../../src-shared/contract/cases.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { JournalEntry } from '../../src-shared/contract/journal.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});
async function begin(): Promise<TestWorkspace> {
  open ??= await openTestWorkspace();
  return open;
}
const call = async <T>(method: string, input: object = {}) => (await begin()).call<T>(method, input);

interface Lines {
  readonly lines: readonly StageLine[];
  readonly new: number;
  readonly refused: number;
}

const report = (more: object = {}) => ({
  format: 'gatehouse.stage/1',
  model: 'Harrier',
  stage: 'training-completed',
  at: '2026-01-05T10:00:00Z',
  runId: 'run-1',
  ...more,
});
const asked = (reports: readonly object[], matches: readonly object[] = []) => ({
  text: reports.map((one) => JSON.stringify(one)).join('\n'),
  source: 'stages.jsonl',
  matches,
});
const preview = (reports: readonly object[], matches?: readonly object[]) => call<Lines>('cases.previewStages', asked(reports, matches));
const take = (...reports: readonly object[]) => call<Lines>('cases.takeStages', asked(reports));
const model = (name: string, facts: object = {}, more: object = {}) =>
  call<AssetDetail>('inventory.create', { kind: 'model', name, versionLabel: '1', stage: 'inDevelopment', facts, links: [], ...more });
const gateOf = async (assetId: string, kind: string, destination = '') => {
  const found = await call<ModelGates>('cases.gatesOf', { assetId });
  const one = found.gates.find((each) => each.gate === kind && each.destination === destination);
  if (one === undefined) throw new Error(`No gate ${kind} ${destination}`);
  return { found, gate: one };
};
const figureOf = async (id: string, field = 'trainingOperations') => (await call<AssetDetail>('inventory.get', { id })).facts[field];
const flop = (value: number) => ({ state: 'known', value: { value }, sourceKind: 'measured', source: 'Meter' });

describe('reports of a training pipeline', () => {
  it('open a gate that was not due, put a figure on record with its source, and are undone as one', async () => {
    const made = await model('Harrier');
    expect((await gateOf(made.row.id, 'trainingCompleted')).gate.state).toBe('notYet');
    const said = report({ computeFlop: 3e24, weightsSha256: 'AB'.repeat(32), by: 'nightly' });
    expect((await preview([said])).lines[0]).toMatchObject({ known: 'new', compute: 'take', gate: { state: 'held', open: false } });
    expect((await gateOf(made.row.id, 'trainingCompleted')).gate.state).toBe('notYet');

    expect(await take(said)).toMatchObject({ new: 1, refused: 0, lines: [{ gate: { state: 'held' } }] });
    const { gate } = await gateOf(made.row.id, 'trainingCompleted');
    expect(gate).toMatchObject({ state: 'held', reports: [{ runId: 'run-1', compute: 'taken', weightsSha256: 'ab'.repeat(32) }] });
    expect(await figureOf(made.row.id)).toMatchObject({
      value: { value: 3e24 },
      source: 'Reported by the training pipeline, run run-1, by nightly',
    });
    const { entries } = await call<{ entries: JournalEntry[] }>('journal.list', { limit: 1 });
    expect(entries[0]).toMatchObject({ method: 'cases.takeStages', params: { count: 1, name: 'Harrier' } });

    await call('journal.undo');
    expect((await gateOf(made.row.id, 'trainingCompleted')).gate).toMatchObject({ state: 'notYet', reports: [] });
    expect(await figureOf(made.row.id)).toBeUndefined();
  });

  it('hold a release of other weights than the training ended with, with both hashes, until the right ones are reported', async () => {
    const made = await model('Harrier');
    const [trained, other] = ['ab'.repeat(32), 'cd'.repeat(32)];
    const release = (weightsSha256: string | undefined, runId: string) =>
      report({ stage: 'release', destination: 'NO', runId, ...(weightsSha256 === undefined ? {} : { weightsSha256 }) });
    const weights = async () => (await gateOf(made.row.id, 'release', 'NO')).gate.conditions.find(({ id }) => id === 'weightsMatch');
    await take(report({ weightsSha256: trained }), release(undefined, 'first'));
    expect(await weights()).toMatchObject({ state: 'open', params: { absent: 'release', trained } });
    await take(release(other, 'second'));
    expect(await weights()).toMatchObject({ state: 'missing', params: { trained, released: other } });
    expect(await preview([release(other, 'third')])).toMatchObject({ lines: [{ gate: { state: 'held', open: false } }] });
    await take(release(trained, 'third'));
    expect(await weights()).toMatchObject({ state: 'met', params: { trained, released: trained } });
  });

  it('never replace a figure that somebody entered: a person takes one of the two', async () => {
    const made = await model('Harrier', { trainingOperations: flop(2e24) });
    await take(report({ computeFlop: 3e24 }));
    const before = await gateOf(made.row.id, 'trainingCompleted');
    expect(await figureOf(made.row.id)).toMatchObject(flop(2e24));
    expect(before.gate.reports[0]?.compute).toBe('waiting');
    expect(before.gate.conditions.find(({ id }) => id === 'reportSettled')).toMatchObject({
      state: 'missing',
      params: { value: 3e24, onRecord: 2e24 },
    });
    const id = before.gate.reports[0]?.id;
    const settled = await call<ModelGates>('cases.settleReport', { id, take: true, by: 'Tess', reason: 'The meter missed a restart' });
    expect(settled.figure).toBe(3e24);
    expect(await (await begin()).refusal('cases.settleReport', { id, take: false, by: 'Tess', reason: 'No' })).toMatchObject({
      code: 'record.conflict',
    });
    await call('journal.undo');
    await call('cases.settleReport', { id, take: false, by: 'Tess', reason: 'It counts a trial run' });
    const kept = await gateOf(made.row.id, 'trainingCompleted');
    expect(kept.found.figure).toBe(2e24);
    expect(kept.gate.reports[0]).toMatchObject({ compute: 'kept', settledBy: 'Tess' });
    expect(kept.gate.conditions.find(({ id: one }) => one === 'reportSettled')?.state).toBe('notApplicable');
  });

  it('speak of what was added, for a model that was tuned from another', async () => {
    const made = await model('Harrier', { originType: { state: 'known', value: 'fineTuned' } });
    await take(report({ computeFlop: 5e21 }));
    expect(await figureOf(made.row.id, 'ownTrainingOperations')).toMatchObject({ value: { value: 5e21 } });
    expect(await figureOf(made.row.id)).toBeUndefined();
  });

  it('are taken in once: the same run again is known, and one that says something else is not taken', async () => {
    const made = await model('Harrier');
    await take(report({ computeFlop: 3e24 }), report({ computeFlop: 3e24 }));
    expect((await gateOf(made.row.id, 'trainingCompleted')).gate.reports).toHaveLength(1);
    const both = await Promise.all([take(report({ runId: 'run-2' })), take(report({ runId: 'run-2' }))]);
    expect(both.map((one) => one.new).sort()).toEqual([0, 1]);
    await call('journal.undo');
    expect(await take(report({ computeFlop: 3e24 }))).toMatchObject({ new: 0, lines: [{ known: 'repeated' }] });
    expect(await take(report({ computeFlop: 4e24 }))).toMatchObject({ new: 0, lines: [{ known: 'differs', compute: 'none' }] });
    expect((await gateOf(made.row.id, 'trainingCompleted')).gate.reports).toHaveLength(1);
  });

  it('of another run after a pass call for a new look, and a pass has to have seen the newest', async () => {
    const made = await model('Harrier', {}, { stage: 'trained' });
    const passing = async (lastReport: string | null) => {
      const { found, gate } = await gateOf(made.row.id, 'trainingCompleted');
      return {
        ...{ assetId: made.row.id, versionId: found.versionId, gate: 'trainingCompleted', destination: '', by: 'Tess', reason: 'Seen' },
        despite: gate.conditions.filter(({ state }) => state === 'missing').map(({ id }) => id),
        lastReport,
      };
    };
    await take(report());
    const app = await begin();
    expect(await app.refusal('cases.passGate', await passing(null))).toMatchObject({ code: 'record.conflict' });
    app.ports.clock.advance(1000);
    await call('cases.passGate', await passing((await gateOf(made.row.id, 'trainingCompleted')).gate.reports[0]?.id ?? null));
    expect(await take(report())).toMatchObject({ lines: [{ known: 'repeated', gate: { open: true } }] });
    app.ports.clock.advance(1000);
    expect(await take(report({ runId: 'run-2' }))).toMatchObject({
      lines: [{ gate: { open: false, state: 'overtaken', isOtherRun: true } }],
    });
  });

  it('name the place of a release, which has a gate then', async () => {
    const made = await model('Harrier');
    await take(report({ stage: 'release', destination: 'IR' }));
    const { gate, found } = await gateOf(made.row.id, 'release', 'IR');
    expect(gate.state).toBe('held');
    expect(found.destinations).toEqual([expect.objectContaining({ country: 'IR', named: true })]);
  });

  it('find their model by id, number, name however spelled, or by hand, and say why where they do not', async () => {
    const made = await model('Harrier Large', {}, { externalId: 'M-17' });
    await model('Twin');
    await model('Twin', {}, { versionLabel: '2' });
    await model('Old', {}, { stage: 'retired' });
    await model('Bought', { originType: { state: 'known', value: 'bought' } });
    const found = await preview([
      report({ model: made.row.id }),
      report({ model: 'm-17' }),
      report({ model: ' HARRIER large' }),
      report({ model: 'Nobody' }),
      report({ model: 'Twin' }),
      report({ model: 'Twin 2' }),
      report({ model: 'Old' }),
      report({ model: 'Bought', stage: 'training-planned' }),
      report({ model: 'm-17', version: '9' }),
      report({ model: 'm-17', at: '2199-01-01T00:00:00Z' }),
      { format: 'gatehouse.stage/1' },
    ]);
    expect(found.lines.map(({ model: one, problem }) => problem?.code ?? one?.name)).toEqual([
      ...['Harrier Large', 'Harrier Large', 'Harrier Large', 'unknownModel', 'severalModels', 'Twin'],
      ...['retired', 'gateDoesNotApply', 'otherVersion', 'ahead', 'missingField'],
    ]);
    const byHand = await preview([report({ model: 'Nobody' })], [{ model: 'Nobody', assetId: made.row.id }]);
    expect(byHand).toMatchObject({ new: 1, lines: [{ model: { name: 'Harrier Large' } }] });
  });

  it('of an earlier version are not taken for the new one', async () => {
    const made = await model('Harrier');
    await take(report());
    const { revision } = (await call<AssetDetail>('inventory.get', { id: made.row.id })).row;
    await call('inventory.addVersion', { id: made.row.id, revision, label: '2', copyFrom: null, note: '' });
    expect((await preview([report()])).lines[0]?.problem).toEqual({ code: 'earlierVersion', field: '2' });
    expect((await preview([report({ runId: 'run-2' })])).new).toBe(1);
  });

  it('come from a file that the person chooses', async () => {
    const app = await begin();
    const path = join(app.ports.root, 'stages.jsonl');
    writeFileSync(path, JSON.stringify(report()));
    app.ports.picks.files.push(path);
    expect(await call('cases.chooseStages')).toEqual({ source: 'stages.jsonl', text: JSON.stringify(report()) });
    expect(await app.refusal('cases.chooseStages')).toMatchObject({ code: 'cancelled' });
    expect(await app.refusal('cases.previewStages', asked([]))).toMatchObject({ code: 'file.refused', reason: 'empty' });
    const many = Array.from({ length: 201 }, (_, at) => report({ runId: `run-${at}` }));
    expect(await app.refusal('cases.takeStages', asked(many))).toMatchObject({ code: 'file.refused', reason: 'stages.tooMany' });
  });
});
