import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClassificationView, FindingChange } from '../../src-shared/contract/classification.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { AssetDetail, AssetRow, Question } from '../../src-shared/contract/inventory.ts';
import type { HostEvent } from '../../src-shared/contract/kernel.ts';
import { openTestWorkspace, startTestApp, type TestWorkspace } from '../harness/workspace.ts';

const known = (value: unknown, sourceKind = 'measured') => ({ state: 'known', value, sourceKind });
const figure = (value: number) => known({ value });
const ownColumn = (factId: string) => factId === 'ownerName' || factId === 'stage';

const chipFacts = {
  chipRole: known('accelerator'),
  peakDense: known([{ format: 'int8', bitLength: 8, denseTeraOpsPerS: 375 }]),
  dataCentreMarketed: known('yes'),
  subjectToEarBasis: known('usOrigin'),
};

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(async () => {
  await workspace.end();
});

const create = (input: object) => workspace.call<AssetDetail>('inventory.create', { versionLabel: '1', facts: {}, ...input });
const list = (filter: object = {}) =>
  workspace.call<{ total: number; rows: AssetRow[] }>('inventory.list', { filter, offset: 0, limit: 100 });

describe('the asset register', () => {
  it('leaves a chip of unknown die area open, asks for it, and decides once it is answered', async () => {
    const chip = await create({ kind: 'chip', name: 'Rowan D', facts: chipFacts });
    expect(chip.row).toMatchObject({ classification: 'undetermined', standing: 'review', tpp: 3000 });

    const questions = await workspace.call<Question[]>('questions.list', { assetId: chip.row.id, limit: 20 });
    const area = questions.find((question) => question.field === 'applicableDieArea');
    expect(area?.decides.some((entry) => entry.includes('3A090.a'))).toBe(true);

    const answered = await workspace.call<{ asset: AssetDetail; view: ClassificationView; changes: FindingChange[] }>(
      'classification.answer',
      {
        id: chip.row.id,
        versionId: chip.row.versionId,
        revision: chip.row.revision,
        factId: area?.factId ?? '',
        value: figure(400),
      },
    );
    expect(answered.asset.row.classification).toBe('3A090.a');
    expect(
      answered.changes.some((change) => change.entry === '3A090.a' && change.before === 'undetermined' && change.after === 'meets'),
    ).toBe(true);
  });

  it('passes a chip’s class on to the server that holds it, also when the chip changes later', async () => {
    const chip = await create({ kind: 'chip', name: 'Kestrel', facts: { ...chipFacts, applicableDieArea: figure(4000) } });
    const server = await create({
      kind: 'computer',
      name: 'Node 8',
      facts: {
        computerRole: known('server'),
        containedParts: known([{ assetId: chip.row.id, name: 'Kestrel', count: 8 }]),
        subjectToEarBasis: known('usOrigin'),
        performsCryptography: known('no'),
      },
    });
    expect(server.row.standing).not.toBe('restricted');

    await workspace.call('inventory.setFacts', {
      id: chip.row.id,
      versionId: chip.row.versionId,
      revision: chip.row.revision,
      changes: [{ field: 'applicableDieArea', value: figure(400) }],
    });
    const after = await workspace.call<AssetDetail>('inventory.get', { id: server.row.id });
    expect(after.row).toMatchObject({ classification: '4A090.a', standing: 'restricted' });
  });

  it('refuses a write made against an older revision and keeps the newer one', async () => {
    const model = await create({ kind: 'model', name: 'Atlas' });
    await workspace.call('inventory.update', { id: model.row.id, revision: model.row.revision, columns: { ownerName: 'Priya' } });
    const refusal = await workspace.refusal('inventory.update', {
      id: model.row.id,
      revision: model.row.revision,
      columns: { ownerName: 'Tomasz' },
    });
    expect(refusal).toMatchObject({ code: 'record.stale' });
    expect((await list()).rows[0]?.ownerName).toBe('Priya');
  });

  it('refuses a value that does not fit its field, naming field and reason, and changes nothing', async () => {
    const refusal = await workspace.refusal('inventory.create', {
      kind: 'model',
      name: 'Odd',
      versionLabel: '1',
      facts: { trainedIn: known('Germany'), utilisation: figure(3) },
    });
    expect(refusal).toMatchObject({ code: 'request.invalid' });
    expect(JSON.stringify(refusal)).toContain('trainedIn');
    expect(JSON.stringify(refusal)).toContain('utilisation');
    expect((await list()).total).toBe(0);
  });

  it('finds by words without accents, filters by standing, sorts, and pages without overlap', async () => {
    await create({ kind: 'model', name: 'Älv Vision', facts: { purpose: known('Räknar lastpallar') } });
    for (let place = 0; place < 30; place += 1) await create({ kind: 'model', name: `Model ${String(place).padStart(2, '0')}` });
    expect((await list({ text: 'alv raknar' })).rows.map((row) => row.name)).toEqual(['Älv Vision']);
    const pageAt = (offset: number) =>
      workspace.call<{ rows: AssetRow[] }>('inventory.list', {
        filter: { kinds: ['model'] },
        sort: { by: 'name', descending: true },
        offset,
        limit: 10,
      });
    const pages = await Promise.all([0, 10, 20, 30].map(pageAt));
    const names = pages.flatMap((page) => page.rows.map((row) => row.name));
    expect(new Set(names).size).toBe(31);
    expect(names.indexOf('Model 29')).toBeLessThan(names.indexOf('Model 01'));
  });

  it('keeps versions apart, shows what differs, and refuses a label twice', async () => {
    const model = await create({
      kind: 'model',
      name: 'Atlas',
      versionLabel: '1.0',
      facts: { parametersTotal: figure(7e9), weightsPublished: known('no') },
    });
    const second = await workspace.call<AssetDetail>('inventory.addVersion', {
      id: model.row.id,
      revision: model.row.revision,
      label: '2.0',
      copyFrom: model.row.versionId,
      note: '',
    });
    const changed = await workspace.call<AssetDetail>('inventory.setFacts', {
      id: second.row.id,
      versionId: second.row.versionId,
      revision: second.row.revision,
      changes: [{ field: 'parametersTotal', value: figure(70e9) }],
    });
    const differences = await workspace.call<{ field: string }[]>('inventory.compareVersions', {
      a: model.row.versionId,
      b: second.row.versionId,
    });
    expect(differences.map((difference) => difference.field)).toEqual(['parametersTotal']);
    expect(
      await workspace.refusal('inventory.addVersion', {
        id: changed.row.id,
        revision: changed.row.revision,
        label: ' 2.0',
        copyFrom: null,
        note: '',
      }),
    ).toMatchObject({ code: 'record.conflict' });
  });

  it('counts reinforcement learning in the stored compute, in history and in the comparison of versions, and takes it back', async () => {
    const facts = {
      originType: known('trained'),
      architecture: known('denseTransformer'),
      parametersTotal: figure(4e11),
      trainingTokens: figure(3e13),
      weightsPublished: known('no'),
      subjectToEarBasis: known('usOrigin'),
    };
    const model = await create({ kind: 'model', name: 'Atlas', versionLabel: '1.0', facts });
    const before = model.row.compute?.likely ?? 0;
    expect(before).toBeCloseTo(7.2e25, -22);
    expect(model.row.classification).not.toBe('4E091');

    const trained = await workspace.call<AssetDetail>('inventory.addVersion', {
      id: model.row.id,
      revision: model.row.revision,
      label: '2.0',
      copyFrom: model.row.versionId,
      note: '',
    });
    const changes = [
      { field: 'rlRollouts', value: figure(1e9) },
      { field: 'rlTokensPerRollout', value: figure(3e4) },
    ];
    const target = { id: model.row.id, versionId: trained.row.versionId, revision: trained.row.revision };
    const changed = await workspace.call<AssetDetail>('inventory.setFacts', { ...target, changes });
    expect(changed.row.compute?.likely).toBeCloseTo(7.2e25 + 8 * 4e11 * 3e13, -22);
    const { finding } = await workspace.call<ClassificationView>('classification.get', { id: model.row.id });
    expect(JSON.stringify(finding?.entries.find((entry) => entry.entry.startsWith('4E091')))).toContain('"meets"');

    const differences = await workspace.call<{ field: string }[]>('inventory.compareVersions', {
      a: model.row.versionId,
      b: trained.row.versionId,
    });
    expect(differences.map((one) => one.field).sort()).toEqual(['rlRollouts', 'rlTokensPerRollout']);
    const history = await workspace.call<object[]>('journal.history', { entity: 'asset_versions', id: trained.row.versionId, limit: 20 });
    expect(JSON.stringify(history[0])).toContain('rlRollouts');

    await workspace.call('journal.undo', {});
    const undone = await workspace.call<AssetDetail>('inventory.get', { id: model.row.id });
    expect(undone.row.compute?.likely).toBeCloseTo(before, -22);
    expect(undone.facts['rlRollouts']).toBeUndefined();
  });

  it('refuses a circle of descent', async () => {
    const [a, b] = [await create({ kind: 'model', name: 'A' }), await create({ kind: 'model', name: 'B' })];
    await workspace.call('inventory.link', { kind: 'derivedFrom', fromId: a.row.id, toId: b.row.id, note: '' });
    expect(await workspace.refusal('inventory.link', { kind: 'derivedFrom', fromId: b.row.id, toId: a.row.id, note: '' })).toMatchObject({
      code: 'record.conflict',
      detail: 'circle',
    });
  });

  it('shows the product tree in both directions', async () => {
    const [base, middle, top] = [
      await create({ kind: 'model', name: 'Base' }),
      await create({ kind: 'model', name: 'Middle' }),
      await create({ kind: 'service', name: 'Top' }),
    ];
    await workspace.call('inventory.link', { kind: 'derivedFrom', fromId: middle.row.id, toId: base.row.id, note: '' });
    await workspace.call('inventory.link', { kind: 'offeredAs', fromId: top.row.id, toId: middle.row.id, note: '' });
    const tree = await workspace.call<{ name: string; direction: string; depth: number }[]>('inventory.tree', { id: middle.row.id });
    expect(tree.map(({ name, direction, depth }) => [name, direction, depth])).toEqual([
      ['Middle', 'self', 0],
      ['Base', 'up', 1],
      ['Top', 'down', 1],
    ]);
    const fromBase = await workspace.call<{ name: string; depth: number }[]>('inventory.tree', { id: base.row.id });
    expect(fromBase.map((node) => node.name)).toEqual(['Base', 'Middle', 'Top']);
  });

  it('takes a bulk edit back in one step', async () => {
    const models = await Promise.all(['A', 'B', 'C'].map((name) => create({ kind: 'model', name, ownerName: 'Old' })));
    await workspace.call('inventory.bulkEdit', { ids: models.map((model) => model.row.id), columns: { ownerName: 'New' } });
    expect((await list()).rows.every((row) => row.ownerName === 'New')).toBe(true);
    await workspace.call('journal.undo');
    expect((await list()).rows.every((row) => row.ownerName === 'Old')).toBe(true);
  });

  it('[I2] replays a stored finding to the same bytes', async () => {
    const chip = await create({ kind: 'chip', name: 'Rowan', facts: { ...chipFacts, applicableDieArea: figure(500) } });
    const view = await workspace.call<ClassificationView>('classification.get', { id: chip.row.id });
    expect(view.stale).toBe(false);
    expect(await workspace.call('classification.replay', { findingId: view.findingId })).toMatchObject({
      same: true,
      packsPresent: true,
      changes: [],
    });
  });

  it('gives the answer of another day under the rules of that day', async () => {
    const chip = await create({
      kind: 'chip',
      name: 'Alder 80-R',
      facts: {
        ...chipFacts,
        peakDense: known([{ format: 'int8', bitLength: 8, denseTeraOpsPerS: 624 }]),
        applicableDieArea: figure(826),
        interconnect: figure(400),
      },
    });
    expect(chip.row.classification).toBe('3A090.a');
    const then = await workspace.call<{ finding: { classification: string } }>('classification.onDay', {
      id: chip.row.id,
      on: '2023-06-01',
    });
    expect(then.finding.classification).not.toBe('3A090.a');
  });

  it('[I7] records a decision with reason and expiry, and asks a second person, never the same one', async () => {
    const chip = await create({ kind: 'chip', name: 'Rowan', facts: { ...chipFacts, applicableDieArea: figure(500) } });
    const view = await workspace.call<ClassificationView>('classification.get', { id: chip.row.id });
    const decided = await workspace.call<ClassificationView>('classification.decide', {
      findingId: view.findingId,
      kind: 'accepted',
      classification: '3A090.a',
      reason: 'Figures from the maker',
      decidedBy: 'Tess Tester',
      expiresOn: '2099-01-01',
    });
    expect(decided.decision).toMatchObject({ classification: '3A090.a', decidedBy: 'Tess Tester', expired: false });
    expect((await list({ undecided: true })).total).toBe(0);
    expect(
      await workspace.refusal('classification.askReview', {
        findingId: view.findingId,
        askedOf: 'tess  tester ',
        askedBy: 'Tess Tester',
        note: '',
      }),
    ).toMatchObject({ code: 'policy.refused' });
  });

  it('[I7] keeps a decision in sight when facts or a version take the ground from under it, and says what changed', async () => {
    const chip = await create({ kind: 'chip', name: 'Rowan', facts: { ...chipFacts, applicableDieArea: figure(500) } });
    const { id, versionId } = chip.row;
    const look = () => workspace.call<ClassificationView>('classification.get', { id });
    const { findingId } = await look();
    const decision = { kind: 'accepted', reason: 'Figures from the maker', decidedBy: 'Tess Tester', expiresOn: '2027-01-31' };
    await workspace.call('classification.decide', { findingId, classification: '3A090.a', ...decision });
    await workspace.call('classification.askReview', { findingId, askedOf: 'Mei Okafor', askedBy: 'Tess Tester', note: '' });
    const asked = (await look()).reviews[0];
    await workspace.call('classification.review', { reviewId: asked?.id, outcome: 'agreed', note: '', reviewedBy: 'Mei Okafor' });
    expect((await look()).reviews[0]).toMatchObject({ outcome: 'agreed', overtaken: false });

    await workspace.call('inventory.setFacts', {
      id,
      versionId,
      revision: chip.row.revision,
      changes: [{ field: 'applicableDieArea', value: figure(5000) }],
    });
    const moved = await look();
    expect(moved.decision).toBeNull();
    expect(moved.overtaken).toMatchObject({ decision: { decidedBy: 'Tess Tester', classification: '3A090.a' }, because: ['facts'] });
    expect(moved.overtaken?.changes).toContainEqual(expect.objectContaining({ what: 'classification', before: '3A090.a' }));
    expect(moved.reviews[0]).toMatchObject({ overtaken: true });
    const overview = await workspace.call<{ nextActions: { kind: string; title: string }[] }>('overview.get');
    expect(overview.nextActions[0]).toMatchObject({ kind: 'decideAgain', title: 'Rowan' });

    await workspace.call('journal.undo');
    expect((await look()).decision).toMatchObject({ decidedBy: 'Tess Tester' });
    const { row } = await workspace.call<AssetDetail>('inventory.get', { id });
    await workspace.call('inventory.addVersion', { id, revision: row.revision, label: 'B', copyFrom: versionId, note: '' });
    expect((await look()).overtaken).toMatchObject({ because: ['version'], changes: [] });
    expect(await workspace.call('classification.get', { id, versionId })).toMatchObject({ decision: { decidedBy: 'Tess Tester' } });
  });

  it('speaks of a decision that lapsed', async () => {
    const chip = await create({ kind: 'chip', name: 'Rowan', facts: { ...chipFacts, applicableDieArea: figure(5000) } });
    const { findingId } = await workspace.call<ClassificationView>('classification.get', { id: chip.row.id });
    const decision = { kind: 'overridden', classification: 'EAR99', reason: 'Ruling', decidedBy: 'Tess Tester', expiresOn: '2026-12-01' };
    await workspace.call('classification.decide', { findingId, ...decision });
    workspace.ports.clock.set('2026-12-02T09:00:00.000Z');
    expect(await workspace.call('overview.get')).toMatchObject({ expiringDecisions: [{ name: 'Rowan', expiresOn: '2026-12-01' }] });
    expect(await workspace.call('classification.get', { id: chip.row.id })).toMatchObject({ decision: { expired: true } });
  });

  it('shows how many decisions accepted the finding and how many overrode it', async () => {
    const counted = async () => (await workspace.call<{ decisions: object }>('overview.get')).decisions;
    expect(await counted()).toEqual({ accepted: 0, overridden: 0 });
    for (const [name, kind] of [
      ['Rowan', 'accepted'],
      ['Alder', 'accepted'],
      ['Hazel', 'overridden'],
    ]) {
      const chip = await create({ kind: 'chip', name, facts: { ...chipFacts, applicableDieArea: figure(5000) } });
      const { findingId } = await workspace.call<ClassificationView>('classification.get', { id: chip.row.id });
      const decision = { kind, classification: chip.row.classification, reason: 'Read', decidedBy: 'Tess Tester', expiresOn: '2027-12-01' };
      await workspace.call('classification.decide', { findingId, ...decision });
    }
    expect(await counted()).toEqual({ accepted: 2, overridden: 1 });
  });

  it('finds notes by their words with the way to them, never advice of counsel, nor those of an archived asset', async () => {
    const asset = await create({ kind: 'dataset', name: 'Corpus' });
    const id = asset.row.id;
    const find = async (text: string) => await workspace.call<OutputOf<'search.records'>>('search.records', { text, limit: 10 });
    await workspace.call('notes.add', {
      about: { entity: 'assets', id: id },
      text: 'Rückfrage an das Konsortium zu den Quellen',
      attorneyAdvice: false,
      author: 'Tess Tester',
    });
    await workspace.call('notes.add', {
      about: { entity: 'assets', id: id },
      text: 'Counsel: the Konsortium is exposed',
      attorneyAdvice: true,
      author: 'Tess Tester',
    });
    expect(await find('konsortium ruckfrage')).toEqual([
      expect.objectContaining({ entity: 'note', detail: 'Corpus', ref: { kind: 'asset', id }, tab: 'notes' }),
    ]);
    expect(await find('exposed')).toEqual([]);
    expect(await find('corpus')).toMatchObject([{ entity: 'asset' }]);
    await workspace.call('inventory.archive', { ids: [id], archived: true });
    expect(await find('konsortium')).toEqual([]);
  });

  it('classifies everything as one job and lists results, worst first', async () => {
    await create({ kind: 'chip', name: 'Rowan', facts: { ...chipFacts, applicableDieArea: figure(500) } });
    await create({
      kind: 'model',
      name: 'Small',
      facts: { trainingOperations: figure(1e20), weightsPublished: known('no'), originCountry: known('US') },
    });
    const { jobId, assets } = await workspace.call<{ jobId: string; assets: number }>('classification.bulkStart', { filter: {} });
    expect(assets).toBe(2);
    await jobEnd(jobId);
    const results = await workspace.call<{ total: number; rows: { name: string; met: string[] }[] }>('classification.results', {
      filter: {},
      offset: 0,
      limit: 10,
    });
    expect(results.rows[0]).toMatchObject({ name: 'Rowan' });
    expect(results.rows[0]?.met).toContain('3A090.a');
    const onlyMet = await workspace.call<{ total: number }>('classification.results', {
      filter: { entry: '3A090.a', verdict: 'meets' },
      offset: 0,
      limit: 10,
    });
    expect(onlyMet.total).toBe(1);
  });

  it('keeps an unknown fact as an open question with its owner', async () => {
    const model = await create({
      kind: 'model',
      name: 'Mystery',
      facts: {
        trainingTokens: { state: 'unknown', owner: 'Mei Okafor', due: '2026-12-01' },
        parametersTotal: figure(7e11),
        architecture: known('denseTransformer'),
        originCountry: known('US'),
        weightsPublished: known('no'),
      },
    });
    const questions = await workspace.call<Question[]>('questions.list', { assetId: model.row.id, limit: 20 });
    expect(questions.some((question) => question.field === 'trainingTokens' && question.ownerName === 'Mei Okafor')).toBe(true);
    expect(questions.find((question) => question.field === 'trainingTokens')?.due).toBe('2026-12-01');
    const waiting = questions.filter(({ decides, ownerName, factId }) => decides.length > 0 || ownerName !== '' || ownColumn(factId));
    expect(model.row.openQuestions).toBe(waiting.length);
  });

  it('asks who is responsible and for the stage until somebody says, and counts both', async () => {
    const asset = await create({ kind: 'dataset', name: 'Corpus', facts: {} });
    const id = asset.row.id;
    const asked = async () =>
      (await workspace.call<Question[]>('questions.list', { assetId: id, limit: 100 })).filter(({ factId }) => ownColumn(factId));
    const row = async () => (await workspace.call<AssetDetail>('inventory.get', { id })).row;
    expect(asset.row).toMatchObject({ stage: 'unknown', ownerName: '' });
    expect((await asked()).map(({ ask }) => ask)).toEqual([
      'Who is responsible for this asset?',
      'At which stage of its life is this asset?',
    ]);

    await workspace.call('questions.assign', { id: `${id}:ownerName`, ownerName: 'Mei Okafor', due: '2026-12-01' });
    expect((await asked())[0]).toMatchObject({ factId: 'ownerName', ownerName: 'Mei Okafor', due: '2026-12-01' });

    const named = await workspace.call<AssetDetail>('inventory.update', {
      id,
      revision: asset.row.revision,
      columns: { ownerName: 'Priya Raman' },
    });
    expect((await asked()).map(({ factId }) => factId)).toEqual(['stage']);
    expect(named.row.openQuestions).toBe(asset.row.openQuestions - 1);
    expect(named.row.completeness).toBeCloseTo(asset.row.completeness + 0.05, 10);

    await workspace.call('inventory.bulkEdit', { ids: [id], columns: { stage: 'trained' } });
    expect(await asked()).toEqual([]);
    expect((await row()).completeness).toBeCloseTo(asset.row.completeness + 0.1, 10);
    await workspace.call('journal.undo');
    expect((await asked()).map(({ factId }) => factId)).toEqual(['stage']);
    expect(await row()).toMatchObject({ openQuestions: named.row.openQuestions, completeness: named.row.completeness });
  });

  it('pages through every open question of the register and of one person, without overlap, and says how many each has', async () => {
    const ask = (owner: string) => ({ trainingTokens: { state: 'unknown', owner }, parametersTotal: figure(7e11) });
    const owners = ['Mei Okafor', 'Priya Raman', 'Mei Okafor'];
    const models = await Promise.all(owners.map((owner, n) => create({ kind: 'model', name: `Model ${n}`, facts: ask(owner) })));
    interface Paged {
      readonly total: number;
      readonly rows: readonly Question[];
      readonly owners: readonly { readonly ownerName: string; readonly count: number }[];
    }
    const page = (input: object) => workspace.call<Paged>('questions.page', { offset: 0, limit: 500, ...input });
    const all = await page({});
    const { openQuestions } = await workspace.call<{ openQuestions: number }>('overview.get', {});
    expect(all.total).toBe(openQuestions);
    expect(all.rows).toHaveLength(openQuestions);
    expect(all.rows.map(({ effect }) => effect)).toEqual(all.rows.map(({ effect }) => effect).sort((a, b) => b - a));
    const halves = [await page({ limit: 5 }), await page({ offset: 5 })].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(halves).toEqual(all.rows.map(({ id }) => id));

    const mei = await page({ ownerName: 'Mei Okafor' });
    expect(mei.total).toBe(2);
    expect(mei.rows.map(({ assetName, field }) => [assetName, field])).toEqual([
      ['Model 0', 'trainingTokens'],
      ['Model 2', 'trainingTokens'],
    ]);
    expect(mei.owners).toContainEqual({ ownerName: 'Mei Okafor', count: 2 });
    expect(mei.owners).toContainEqual({ ownerName: '', count: all.total - 3 });

    await workspace.call('questions.drop', { id: mei.rows[0]?.id, reason: 'Not needed' });
    expect(await page({ ownerName: 'Mei Okafor' })).toMatchObject({ total: 1 });
    await workspace.call('inventory.archive', { ids: [models[2]?.row.id], archived: true });
    expect(await page({ ownerName: 'Mei Okafor' })).toMatchObject({ total: 0, rows: [] });
  });

  it('no longer counts a question that was set aside, also after the asset changes, and counts it again when that is undone', async () => {
    const asset = await create({ kind: 'chip', name: 'Rowan', facts: chipFacts });
    const id = asset.row.id;
    const counted = async () => (await workspace.call<AssetDetail>('inventory.get', { id })).row;
    const overview = async () => (await workspace.call<{ openQuestions: number }>('overview.get', {})).openQuestions;
    await workspace.call('questions.drop', { id: `${id}:stage`, reason: 'A sample; nobody uses it' });
    expect((await counted()).openQuestions).toBe(asset.row.openQuestions - 1);
    expect(await overview()).toBe(asset.row.openQuestions - 1);

    const { revision } = await counted();
    const renamed = await workspace.call<AssetDetail>('inventory.update', { id, revision, columns: { name: 'Rowan E' } });
    expect(renamed.row.openQuestions).toBe(asset.row.openQuestions - 1);
    await workspace.call('journal.undo');
    await workspace.call('journal.undo');
    expect(await overview()).toBe(asset.row.openQuestions);
  });

  it('asks a capability once, with its owner, and an answer where it stands reaches the finding', async () => {
    const model = await create({
      kind: 'model',
      name: 'Swift',
      facts: { trainingOperations: figure(1e20), weightsPublished: known('no'), capDrones: { state: 'unknown', owner: 'Mei Okafor' } },
    });
    const open = async () => await workspace.call<Question[]>('questions.list', { assetId: model.row.id, limit: 100 });
    const drones = (await open()).filter((question) => question.field === 'capDrones');
    expect(drones).toMatchObject([{ factId: 'capability:drones', ownerName: 'Mei Okafor' }]);
    const { view } = await workspace.call<{ view: ClassificationView }>('classification.answer', {
      id: model.row.id,
      versionId: model.row.versionId,
      revision: model.row.revision,
      factId: 'capability:drones',
      value: known('yes'),
    });
    expect((await open()).some((question) => question.field === 'capDrones')).toBe(false);
    expect(view.finding?.warnings.map((warning) => warning.code)).toContain('capabilityOfConcern');
  });

  it('takes "no other entry" as the answer for encryption software', async () => {
    const facts = { softwareRole: known('application'), performsCryptography: known('yes') };
    const software = await create({ kind: 'software', name: 'Vault', facts });
    const open = async () => await workspace.call<Question[]>('questions.list', { assetId: software.row.id, limit: 100 });
    expect((await open()).find((question) => question.factId === 'hostEntries')).toMatchObject({ field: 'otherEntries' });
    await workspace.call('classification.answer', {
      id: software.row.id,
      versionId: software.row.versionId,
      revision: software.row.revision,
      factId: 'hostEntries',
      value: known(['none']),
    });
    expect((await open()).some((question) => question.factId === 'hostEntries')).toBe(false);
  });
});

describe('a duplicate', () => {
  it('carries facts, owner and parts under a new id and name, without decision, notes and identifier, and undo takes it back', async () => {
    const part = await create({ kind: 'chip', name: 'Kestrel', facts: chipFacts });
    const node = await create({
      kind: 'computer',
      name: 'Node',
      ownerName: 'Mei',
      externalId: 'N-1',
      facts: { computerRole: known('server') },
    });
    const linked = await workspace.call<AssetDetail>('inventory.link', {
      kind: 'contains',
      fromId: node.row.id,
      toId: part.row.id,
      note: '',
    });
    const { findingId } = await workspace.call<ClassificationView>('classification.get', { id: node.row.id });
    await workspace.call('classification.decide', {
      findingId,
      kind: 'overridden',
      classification: 'EAR99',
      reason: 'Read twice',
      decidedBy: 'Tess Tester',
      expiresOn: '2099-01-01',
    });
    await workspace.call('notes.add', {
      about: { entity: 'assets', id: node.row.id },
      text: 'Ask the maker',
      attorneyAdvice: false,
      author: 'Tess Tester',
    });

    const duplicate = (of: AssetDetail) =>
      workspace.call<AssetDetail>('inventory.duplicate', { id: of.row.id, revision: of.row.revision, versionId: of.row.versionId });
    const copy = await duplicate(linked);
    expect(copy.row).toMatchObject({ name: 'Node (copy)', ownerName: 'Mei', decided: false, versionCount: 1 });
    expect(copy.row.id).not.toBe(node.row.id);
    expect(copy.facts).toEqual(node.facts);
    expect(copy.externalId).toBe('');
    expect(copy.links).toMatchObject([{ kind: 'contains', toName: 'Kestrel' }]);
    expect(await workspace.call('notes.list', { about: { entity: 'assets', id: copy.row.id } })).toEqual([]);
    const view = await workspace.call<ClassificationView>('classification.get', { id: copy.row.id });
    expect(view.decision).toBeNull();
    expect(view.finding).not.toBeNull();

    expect((await duplicate(linked)).row.name).toBe('Node (copy 2)');
    await workspace.call('journal.undo');
    await workspace.call('journal.undo');
    expect((await list()).rows.map((row) => row.name).sort()).toEqual(['Kestrel', 'Node']);
  });

  it('keeps a name of full length within bounds, and refuses a version of another asset', async () => {
    const long = await create({ kind: 'model', name: 'x'.repeat(200) });
    const other = await create({ kind: 'model', name: 'Other' });
    const copy = await workspace.call<AssetDetail>('inventory.duplicate', {
      id: long.row.id,
      revision: long.row.revision,
      versionId: long.row.versionId,
    });
    expect(copy.row.name).toBe(`${'x'.repeat(193)} (copy)`);
    const refused = await workspace.refusal('inventory.duplicate', {
      id: long.row.id,
      revision: long.row.revision,
      versionId: other.row.versionId,
    });
    expect(refused).toMatchObject({ code: 'record.notFound', entity: 'assetVersion' });
  });
});

describe('the demo workspace', () => {
  it('holds about 25 models, 12 chips and more, some controlled and some open, all judged', async () => {
    await workspace.end();
    workspace = { ...workspace, ...startTestApp() };
    await workspace.call('workspace.demo', { parent: null });
    const everything = await list();
    const count = (kind: string) => everything.rows.filter((row) => row.kind === kind).length;
    expect([count('model'), count('chip'), count('software') + count('service') + count('technology')]).toEqual([25, 12, 6]);
    const standings = new Set(everything.rows.map((row) => row.standing));
    expect(standings).toContain('restricted');
    expect(standings).toContain('review');
    expect(everything.rows.every((row) => row.classification !== '')).toBe(true);
    expect(everything.rows.find((row) => row.name === 'H100 SXM5 80GB')).toMatchObject({ classification: '3A090.a' });
    expect(everything.rows.find((row) => row.name === 'Halden HX-1')).toMatchObject({ classification: 'undetermined' });
    expect(everything.rows.find((row) => row.name === 'Meridian')).toMatchObject({ classification: '4E091' });
    expect(everything.rows.find((row) => row.name === 'Halden Embed')).toMatchObject({ classification: 'notSubjectToEar' });
  });
});

/** Resolves when the job has ended well. */
async function jobEnd(jobId: string): Promise<void> {
  const ended = () =>
    workspace.events.find(
      (event): event is Extract<HostEvent, { type: 'job' }> => event.type === 'job' && event.jobId === jobId && event.state !== 'running',
    );
  await expect.poll(() => ended()?.state, { timeout: 20_000 }).toBe('done');
}
