import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { Operation } from '../../src-shared/contract/operation.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

interface Overview {
  readonly nextActions: readonly { readonly kind: string; readonly title: string; readonly detail: string }[];
}

let workspace: TestWorkspace;
let assetId: string;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  const facts = { trainingOperations: { state: 'known', value: { value: 1e24 }, sourceKind: 'measured' } };
  const model = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Rowan', versionLabel: '1', facts });
  assetId = model.row.id;
});

afterEach(async () => {
  await workspace.end();
});

const look = () => workspace.call<Operation>('operation.get', { assetId });
const actions = async () => (await workspace.call<Overview>('overview.get')).nextActions;
const reading = (change: object = {}) => ({
  id: null,
  revision: 0,
  assetId,
  from: '2026-11-01',
  until: '2026-11-15',
  operations: 4e23,
  expected: 8e23,
  source: 'Scheduler of the cluster',
  note: '',
  ...change,
});

describe('how an asset is run', () => {
  it('marks use above what was expected, on the page and among the next actions, until a later reading is back within it', async () => {
    await workspace.call('operation.saveReading', reading());
    expect((await look()).readings).toMatchObject([{ ratio: 0.5, aboveExpected: false }]);
    await workspace.call('operation.saveReading', reading({ from: '2026-11-16', until: '2026-11-20', operations: 1.2e24 }));
    const above = await look();
    expect(above.readings[0]).toMatchObject({ aboveExpected: true });
    expect(above.readings[0]?.ratio).toBeCloseTo(1.5);
    expect(above).toMatchObject({ used: 1.6e24, recorded: 1e24, aboveRecorded: true });
    expect((await actions())[0]).toMatchObject({ kind: 'checkRun', title: 'Rowan', detail: '1.5' });
    await workspace.call('operation.saveReading', reading({ from: '2026-11-21', until: '2026-11-21', operations: 1e22 }));
    expect((await actions()).map(({ kind }) => kind)).not.toContain('checkRun');
  });

  it('makes nothing of a reading beside which nothing was expected', async () => {
    await workspace.call('operation.saveReading', reading({ expected: null }));
    expect((await look()).readings).toMatchObject([{ ratio: null, aboveExpected: false }]);
  });

  it('refuses days the wrong way round and a write against an older revision', async () => {
    expect(await workspace.refusal('operation.saveReading', reading({ until: '2026-10-01' }))).toMatchObject({ code: 'request.invalid' });
    const first = await workspace.call<Operation>('operation.saveReading', reading());
    const id = first.readings[0]?.id;
    await workspace.call('operation.saveReading', reading({ id, note: 'checked' }));
    expect(await workspace.refusal('operation.saveReading', reading({ id }))).toMatchObject({ code: 'record.stale', current: 1 });
    expect(await workspace.refusal('operation.saveReading', reading({ assetId: 'nobody' }))).toMatchObject({ code: 'record.notFound' });
  });

  it('keeps the compute of each segment and place, and takes a change back', async () => {
    const level = { id: null, revision: 0, assetId, segment: 'Trial users', countries: ['IN', 'SG'], peakOpsPerS: 1.6e16 };
    const words = { level: '8 × H100 for a day', enforcedBy: 'Quota of the gateway' };
    const { levels } = await workspace.call<Operation>('operation.saveLevel', { ...level, ...words });
    expect(levels).toMatchObject([{ segment: 'Trial users', countries: ['IN', 'SG'], level: '8 × H100 for a day', peakOpsPerS: 1.6e16 }]);
    const id = levels[0]?.id;
    await workspace.call('operation.saveLevel', { ...level, ...words, id, countries: [] });
    await workspace.call('journal.undo');
    expect((await look()).levels[0]?.countries).toEqual(['IN', 'SG']);
  });

  it('asks for the map of a model again after the set time, a quarter where nothing else is set', async () => {
    expect(await look()).toMatchObject({ mapDue: '2027-02-20', mapOverdue: false });
    workspace.ports.clock.set('2027-02-20T09:00:00.000Z');
    expect((await actions())[0]).toMatchObject({ kind: 'mapAgain', title: 'Rowan', detail: '2026-11-21' });
    const seen = await workspace.call<Operation>('operation.reviewMap', { assetId, by: 'Mei Okafor', note: 'Singapore added' });
    expect(seen).toMatchObject({ mapReviews: [{ by: 'Mei Okafor', reviewedOn: '2027-02-20' }], mapOverdue: false });
    expect((await actions()).map(({ kind }) => kind)).not.toContain('mapAgain');
    await workspace.call('settings.setWorkspace', { mapEveryDays: 30 });
    workspace.ports.clock.set('2027-03-22T09:00:00.000Z');
    expect(await look()).toMatchObject({ mapDue: '2027-03-22', mapOverdue: true });
  });
});
