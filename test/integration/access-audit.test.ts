import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { importLogFile } from '../../src-main/core/accesslogs/index.ts';
import { features } from '../../src-main/core/features.ts';
import type {
  AccessEvent,
  AccessFinding,
  AccessMatrix,
  AccessOverview,
  AssetAccess,
  FindingLine,
} from '../../src-shared/contract/access.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { PersonDetail } from '../../src-shared/contract/people.ts';
import { importTools, logText, readingFor } from '../harness/access-log.ts';
import { createProbe } from '../harness/probe.ts';
import { track } from '../harness/rig.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

interface Room extends TestWorkspace {
  bring(name: string, rows: readonly Row[]): Promise<void>;
  audit(): Promise<void>;
  findings(filter?: object): Promise<readonly FindingLine[]>;
}

interface Row {
  readonly time: string;
  readonly account: string;
  readonly address?: string;
  readonly resource?: string;
  readonly action?: string;
  readonly outcome?: string;
}

/** A workspace with the product's features and a way to bring logs in without a window. */
async function room(): Promise<Room> {
  const probe = createProbe([]);
  const app = track(await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null }));
  return {
    ...app,
    async bring(name, rows) {
      const path = join(app.ports.root, name);
      writeFileSync(
        path,
        logText(
          rows.map((row, place) => ({
            address: '10.1.2.3',
            resource: 'LockBox',
            action: 'git clone',
            outcome: 'success',
            tokens: 0,
            eventId: `${name}-${place}`,
            ...row,
          })),
        ),
      );
      const end = await importLogFile(probe.deps().session(), { path, name }, readingFor(path), importTools(probe.deps()));
      if (!end.ok) throw new Error(JSON.stringify(end.error));
    },
    async audit() {
      const { jobId } = await app.call<{ jobId: string }>('access.run');
      const end = await vi.waitUntil(
        () => app.events.find((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running'),
        { timeout: 30_000 },
      );
      expect(end).toMatchObject({ state: 'done' });
    },
    findings: async (filter = {}) => (await app.call<{ rows: FindingLine[] }>('access.findings', filter)).rows,
  };
}

/** An asset that is controlled for nationals of two countries, and somebody of one of them. */
async function people(app: Room): Promise<{ asset: AssetDetail; person: PersonDetail }> {
  const asset = await app.call<AssetDetail>('inventory.create', { kind: 'software', name: 'LockBox', versionLabel: '1', facts: {} });
  const said = await app.call<AssetAccess>('access.asset', { assetId: asset.row.id });
  await app.call('access.saveAsset', {
    ...said,
    form: 'sourceCode',
    licenceRequiredForNationalsOf: ['IR', 'CN'],
    allowedRoles: ['engineer'],
    published: false,
    fundamentalResearch: false,
  });
  const person = await app.call<PersonDetail>('people.create', {
    columns: { name: 'Dana Kim', role: 'engineer', workCountry: 'US' },
    accounts: ['dana@example.com'],
  });
  await app.call('people.saveTie', {
    personId: person.row.id,
    revision: person.row.revision,
    tieId: null,
    kind: 'citizenship',
    country: 'CN',
    standing: null,
    since: '1990-02-03',
    source: 'HR record',
    purpose: 'releaseCheck',
    keepUntil: null,
  });
  return { asset, person };
}

describe('the access audit in a workspace', () => {
  it('answers every query of an empty workspace', async () => {
    const app = await room();
    expect(await app.call<AccessOverview>('access.overview')).toMatchObject({ imports: 0, events: 0, lastRun: null });
    expect((await app.call<AccessMatrix>('access.matrix')).rows).toEqual([]);
    expect(await app.call('access.coverage')).toEqual({ firstWeek: null, rows: [] });
    expect(await app.call('access.unmatchedResources')).toEqual({ total: 0, rows: [] });
    expect(await app.refusal('access.finding', { id: 'none' })).toMatchObject({ code: 'record.notFound' });
    await app.audit();
    expect((await app.call<AccessOverview>('access.overview')).lastRun).toMatchObject({ events: 0, changed: 0 });
  });

  it('asks once how an asset came to its site abroad, and finds nothing in staff who read it there in their own country', async () => {
    const app = await room();
    const { asset } = await people(app);
    const site = await app.call<{ id: string }>('sites.save', {
      id: null,
      revision: 0,
      name: 'Beijing office',
      country: 'CN',
      city: 'Beijing',
      note: '',
    });
    const local = await app.call<PersonDetail>('people.create', {
      columns: { name: 'Lin Wu', role: 'engineer', workCountry: 'CN' },
      accounts: ['lin@example.com'],
    });
    await app.call('people.saveTie', {
      personId: local.row.id,
      revision: local.row.revision,
      tieId: null,
      kind: 'citizenship',
      country: 'CN',
      standing: null,
      since: '1990-02-03',
      source: 'HR record',
      purpose: 'releaseCheck',
      keepUntil: null,
    });
    await app.bring('one.csv', [
      { time: '2026-03-04T15:00:00Z', account: 'lin@example.com' },
      { time: '2026-03-05T15:00:00Z', account: 'lin@example.com' },
    ]);
    await app.audit();
    const found = async () =>
      (await app.findings({ types: ['deemed_export'] })).map(({ person, severity, events }) => [person?.name ?? null, severity, events]);
    expect(await found()).toEqual([['Lin Wu', 'high', 2]]);
    await app.call('inventory.update', { id: asset.row.id, revision: asset.row.revision, columns: { siteId: site.id } });
    await app.audit();
    expect(await found()).toEqual([[null, 'medium', 2]]);
    const [question] = await app.findings({ types: ['deemed_export'] });
    const view = await app.call<AccessFinding>('access.finding', { id: question?.id });
    expect(view.title).toBe('LockBox is kept in China: how it came there is not on file');
    expect(view.where).toContain('China');
  });

  it('keeps one finding of a person without a known citizenship over all assets, with its decision, when another is reached', async () => {
    const app = await room();
    const { asset } = await people(app);
    const other = await app.call<AssetDetail>('inventory.create', { kind: 'software', name: 'KeyRing', versionLabel: '1', facts: {} });
    const said = await app.call<AssetAccess>('access.asset', { assetId: other.row.id });
    await app.call('access.saveAsset', { ...said, form: 'sourceCode', licenceRequiredForNationalsOf: ['CN'], allowedRoles: ['engineer'] });
    const unknown = await app.call<PersonDetail>('people.create', {
      columns: { name: 'Ola Ray', role: 'engineer', workCountry: 'US' },
      accounts: ['ola@example.com'],
    });
    await app.bring('one.csv', [{ time: '2026-03-04T15:00:00Z', account: 'ola@example.com' }]);
    await app.audit();
    const [first] = await app.findings({ types: ['deemed_export'] });
    expect(first).toMatchObject({ person: { id: unknown.row.id }, asset: { id: asset.row.id }, assetCount: 1, confidence: 'low' });
    const decided = { state: 'accepted', reason: 'HR asks this week.', reviewOn: '2099-01-01' };
    await app.call('access.decide', { ids: [first?.id], ...decided });

    await app.bring('two.csv', [
      { time: '2026-03-05T15:00:00Z', account: 'ola@example.com', resource: 'KeyRing' },
      { time: '2026-03-06T15:00:00Z', account: 'ola@example.com', resource: 'KeyRing' },
    ]);
    await app.audit();
    const found = await app.findings({ types: ['deemed_export'] });
    expect(found).toMatchObject([
      { id: first?.id, events: 3, asset: { id: other.row.id }, assetCount: 2, state: 'accepted', groundMoved: true },
    ]);
    const finding = await app.call<AccessFinding>('access.finding', { id: first?.id });
    expect(finding.assets.map(({ id }) => id)).toEqual([other.row.id, asset.row.id]);
    for (const id of [asset.row.id, other.row.id]) expect(await app.findings({ assetId: id })).toHaveLength(1);
    await app.call('access.decide', { ids: [first?.id], state: 'open', reason: '', reviewOn: null });
    const cells = (await app.call<AccessMatrix>('access.matrix')).rows.find(({ personId }) => personId === unknown.row.id)?.cells;
    expect(cells?.map(({ mark, findingId }) => [mark, findingId])).toEqual([
      ['missing', first?.id],
      ['missing', first?.id],
    ]);
  });

  it('counts events and people by country, a person with two accounts once, and events that lie nowhere', async () => {
    const app = await room();
    await app.call('people.create', { columns: { name: 'Dana Kim' }, accounts: ['dana@example.com', 'dkim'] });
    const time = '2026-03-04T15:00:00Z';
    await app.bring('one.csv', [
      ...['dana@example.com', 'dkim', 'stranger'].map((account) => ({ time, account, address: '8.8.8.8' })),
      { time, account: 'dkim', address: '10.1.2.3' },
      ...['dkim', 'stranger'].map((account) => ({ time, account, address: '' })),
    ]);
    expect(await app.call<AccessOverview>('access.overview')).toMatchObject({
      events: 6,
      accounts: 3,
      unlinkedAccounts: 1,
      byCountry: [{ country: 'US', events: 3, people: 1, findings: 0, embargoed: false }],
      unlocated: { inside: 1, noAddress: 2, notFound: 0 },
      databasesDiffer: 0,
    });
  });

  it('finds, explains, marks in the matrix, decides, and says when the ground of a decision moved', async () => {
    const app = await room();
    const { asset, person } = await people(app);
    await app.bring('one.csv', [
      { time: '2026-03-04T15:00:00Z', account: 'DANA@example.com' },
      { time: '2026-03-05T15:00:00Z', account: 'dana@example.com', outcome: 'denied' },
      { time: '2026-03-05T16:00:00Z', account: 'stranger', resource: 'unheard-of' },
    ]);
    expect((await app.call<AccessOverview>('access.overview')).stale).toEqual(['The audit has not run yet.']);
    await app.audit();
    const [line] = await app.findings({ types: ['deemed_export'] });
    expect(line).toMatchObject({
      label: expect.stringMatching(/^F-\d{4}$/),
      state: 'open',
      events: 1,
      severity: 'high',
      person: { id: person.row.id },
      asset: { id: asset.row.id },
    });
    const id = line?.id ?? '';
    const finding = await app.call<AccessFinding>('access.finding', { id });
    expect(finding.actionKind).toBe('readSource');
    expect(finding.exclusions.filter(({ code }) => code === 'authorisation')).toHaveLength(1);
    expect(finding.questions.map((question) => question.id)).toContain('person.protected');
    expect((await app.findings()).map(({ type }) => type).sort()).toEqual(['deemed_export', 'unknown_account']);
    expect(await app.call('access.unmatchedResources')).toEqual({ total: 1, rows: [{ resource: 'unheard-of', events: 1 }] });

    const matrix = await app.call<AccessMatrix>('access.matrix');
    expect(matrix.columns).toMatchObject([{ name: 'LockBox', controlled: 'controlled' }]);
    expect(matrix.rows.find((row) => row.personId === person.row.id)).toMatchObject({
      position: 'licenceNeeded',
      cells: [{ column: 0, events: 1, mark: 'finding', findingId: id }],
    });
    expect(JSON.stringify(matrix)).not.toMatch(/China|"CN"/);

    const { rows } = await app.call<{ rows: AccessEvent[] }>('access.events', { filter: {} });
    const of = (account: string, outcome: string) => rows.find((row) => row.account === account && row.outcome === outcome);
    expect(of('DANA@example.com', 'success')?.findings).toEqual([{ id, label: line?.label }]);
    const denied = await app.call<{ rules: { type: string; result: string; because: string }[] }>('access.whyNot', {
      id: of('dana@example.com', 'denied')?.id,
    });
    expect(denied.rules.find(({ type }) => type === 'deemed_export')).toMatchObject({
      result: 'harmless',
      because: expect.stringContaining('denied'),
    });
    expect((await app.call<{ rows: AccessEvent[] }>('access.events', { filter: { findingId: id } })).rows).toHaveLength(1);

    expect(await app.refusal('access.decide', { ids: [id], state: 'cleared', reason: '', reviewOn: null })).toMatchObject({
      code: 'request.invalid',
    });
    await app.call('access.decide', { ids: [id], state: 'confirmed', reason: 'Disclosed to counsel', reviewOn: null });
    expect(await app.findings({ states: ['open'], types: ['deemed_export'] })).toEqual([]);
    await app.audit();
    expect((await app.findings({ types: ['deemed_export'] }))[0]).toMatchObject({
      id,
      label: line?.label,
      state: 'confirmed',
      groundMoved: false,
    });

    await app.bring('two.csv', [{ time: '2026-03-09T15:00:00Z', account: 'dana@example.com' }]);
    expect((await app.call<AccessOverview>('access.overview')).stale).toHaveLength(1);
    await app.audit();
    const moved = await app.call<AccessFinding>('access.finding', { id });
    expect(moved).toMatchObject({ state: 'confirmed', groundMoved: true, events: 2 });
    expect(moved.groundChanges.join()).toContain('events: 1 before, 2 now');

    // The decision is undone, the finding stays.
    await app.call('journal.undo');
    expect((await app.findings({ types: ['deemed_export'] }))[0]).toMatchObject({ id, state: 'open', groundMoved: false });
  });

  it('keeps an answer for the person, clears the finding, and does not find it again', async () => {
    const app = await room();
    await people(app);
    await app.bring('one.csv', [{ time: '2026-03-04T15:00:00Z', account: 'dana@example.com' }]);
    await app.audit();
    const [line] = await app.findings({ types: ['deemed_export'] });
    const answered = await app.call<AccessFinding>('access.answer', {
      findingId: line?.id,
      questionId: 'person.protected',
      answer: 'yes',
      source: 'Asylum notice seen by HR',
    });
    expect(answered).toMatchObject({ state: 'cleared' });
    expect(answered.exclusions.find(({ code }) => code === 'notForeignPerson.protectedIndividual')).toMatchObject({ result: 'applies' });
    await app.audit();
    const again = await app.call<AccessFinding>('access.finding', { id: line?.id });
    expect(again).toMatchObject({ state: 'cleared', groundMoved: true, groundChanges: ['The last run does not find it any more.'] });
    expect((await app.call<AccessMatrix>('access.matrix')).rows[0]).toMatchObject({ position: 'usPerson', cells: [{ mark: 'permitted' }] });
  });

  it('says why a threshold differs, and refuses one without a reason or outside its bounds', async () => {
    const app = await room();
    expect(await app.refusal('access.saveSetting', { id: 'maxSpeedKmh', value: 1, reason: 'Because' })).toMatchObject({
      code: 'request.invalid',
    });
    expect(await app.refusal('access.saveSetting', { id: 'maxSpeedKmh', value: 1200, reason: '' })).toMatchObject({
      code: 'request.invalid',
    });
    expect(await app.refusal('access.saveSetting', { id: 'nothing', value: 1, reason: 'Because' })).toMatchObject({
      code: 'record.notFound',
    });
    const set = await app.call<{ id: string; value: unknown; standard: unknown; reason: string }[]>('access.saveSetting', {
      id: 'maxSpeedKmh',
      value: 1200,
      reason: 'Military flights',
    });
    expect(set.find(({ id }) => id === 'maxSpeedKmh')).toMatchObject({ value: 1200, standard: 900, reason: 'Military flights' });
    const back = await app.call<{ id: string; value: unknown }[]>('access.saveSetting', { id: 'maxSpeedKmh', value: null, reason: '' });
    expect(back.find(({ id }) => id === 'maxSpeedKmh')).toMatchObject({ value: 900, reason: '' });
  });
});
