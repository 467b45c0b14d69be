import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportSession, ProblemGroup } from '../../src-shared/contract/imports.ts';
import type { OpenedLists } from '../../src-shared/contract/lists.ts';
import type { HoldingView, PartyDetail, PartyRow } from '../../src-shared/contract/parties.ts';
import type { HitLine } from '../../src-shared/contract/screening.ts';
import { messyParties } from '../fixtures/messy-parties.ts';
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
const refusal = async (method: string, input: object) => (await begin()).refusal(method, input);

const create = (name: string, columns: object = {}) =>
  call<PartyDetail>('parties.create', { columns: { name, kind: 'organisation', ...columns } });
const get = (id: string) => call<PartyDetail>('parties.get', { id });
const list = async (filter: object = {}, more: object = {}) =>
  call<{ total: number; rows: PartyRow[] }>('parties.list', { filter, limit: 500, ...more });
const hold = (owner: PartyDetail, owned: PartyDetail, percent: number | null, more: object = {}) =>
  call<HoldingView>('parties.saveHolding', {
    id: null,
    revision: 0,
    ownerId: owner.row.id,
    ownedId: owned.row.id,
    kind: 'shares',
    percent,
    from: null,
    until: null,
    evidence: 'Register extract',
    evidenceOn: '2026-10-01',
    ...more,
  });

async function jobDone(jobId: string): Promise<void> {
  const { events } = await begin();
  const last = () => events.findLast((event) => event.type === 'job' && event.jobId === jobId);
  await expect
    .poll(() => last()?.type === 'job' && (last() as { state?: string }).state !== 'running', { timeout: 60_000, interval: 20 })
    .toBe(true);
  expect(last()).toMatchObject({ state: 'done' });
}
/** Waits until nothing screens any more, however often it started again. */
async function screened(): Promise<void> {
  const { events } = await begin();
  const open = () => {
    const states = new Map<string, string>();
    for (const event of events) if (event.type === 'job' && event.kind === 'screening.rescreen') states.set(event.jobId, event.state);
    return states.size > 0 && [...states.values()].every((state) => state !== 'running');
  };
  await expect.poll(open, { timeout: 60_000, interval: 20 }).toBe(true);
}

/** Takes in a list of invented entries in the corpus format. */
async function takeIn(day: string, entries: readonly object[], code = 'SDN'): Promise<void> {
  const workspace = await begin();
  const path = join(workspace.ports.root, `list-${code}-${day}.jsonl`);
  writeFileSync(
    path,
    [{ format: 'gatehouse-list/1', list: code, published: day }, ...entries].map((line) => JSON.stringify(line)).join('\n'),
  );
  workspace.ports.picks.files.push(path);
  const { jobId, token } = await call<{ jobId: string; token: string }>('lists.open', { handles: null });
  await jobDone(jobId);
  const opened = await call<OpenedLists>('lists.opened', { token });
  await call('lists.keep', { token, versions: opened.lists.map(({ id }) => id) });
  await screened();
}

async function start(name: string, content: string): Promise<string> {
  const workspace = await begin();
  const path = join(workspace.ports.root, name);
  writeFileSync(path, content);
  workspace.ports.picks.files.push(path);
  const [file] = await call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
  return (await call<ImportSession>('imports.start', { target: 'parties', variant: '', handle: file?.handle })).id;
}
async function step(method: 'imports.check' | 'imports.commit', id: string): Promise<ImportSession> {
  const { revision } = await call<ImportSession>('imports.session', { id });
  const { jobId } = await call<{ jobId: string }>(method, { id, revision });
  await jobDone(jobId);
  return call<ImportSession>('imports.session', { id });
}
const problems = async (id: string) => (await call<{ groups: ProblemGroup[] }>('imports.problems', { id })).groups;
async function bring(name: string, content: string): Promise<ImportSession> {
  const id = await start(name, content);
  const checked = await step('imports.check', id);
  expect(checked.openGroups, JSON.stringify((await problems(id)).filter(({ severity }) => severity === 'error'))).toBe(0);
  return step('imports.commit', id);
}
const fieldsOf = async (id: string) =>
  Object.fromEntries(
    (await call<{ columns: { header: string; fieldId: string | null }[] }>('imports.columns', { id })).columns.map(
      ({ header, fieldId }) => [header, fieldId],
    ),
  );

describe('the register of parties', () => {
  it('keeps a party with names in any script, numbers and addresses, and finds it by each', async () => {
    const made = await create('Lianhua Precision', {
      registrationCountry: 'CN',
      roles: ['vendor'],
      tier: 'high',
      tierReason: 'Dual-use goods',
    });
    const saved = await call<PartyDetail>('parties.update', {
      id: made.row.id,
      revision: made.row.revision,
      columns: { headquartersCountry: 'CN' },
      names: [{ kind: 'ownScript', text: '联华精密仪器有限公司', language: 'zh' }],
      identifiers: [{ kind: 'registration', label: 'USCC', value: '91320500MA1X', country: 'CN' }],
      places: [{ text: '8 Xinghu Street, Suzhou', city: 'Suzhou', region: '', country: 'CN' }],
    });
    expect(saved.row).toMatchObject({ revision: made.row.revision + 1, standing: 'notScreened', tier: 'high' });
    for (const text of ['联华精密', '91320500ma1x', 'xinghu'])
      expect((await list({ text })).rows.map(({ name }) => name)).toEqual(['Lianhua Precision']);
    expect(await refusal('parties.update', { id: made.row.id, revision: made.row.revision, columns: { note: 'x' } })).toMatchObject({
      code: 'record.stale',
    });
    await call('journal.undo');
    expect((await get(made.row.id)).names).toEqual([]);
  });

  it('filters by role, tier and country, and changes many at once', async () => {
    const [first, second] = [
      await create('Alpha GmbH', { registrationCountry: 'DE' }),
      await create('Beta FZE', { registrationCountry: 'AE' }),
    ];
    const ids = [first.row.id, second.row.id];
    expect(await call('parties.setMany', { ids, change: { roles: ['reseller'], tier: 'medium', tierReason: 'New channel' } })).toEqual({
      changed: 2,
    });
    expect((await list({ roles: ['reseller'], tiers: ['medium'], countries: ['AE'] })).rows.map(({ name }) => name)).toEqual(['Beta FZE']);
    await call('parties.setMany', { ids: [first.row.id], change: { archived: true } });
    expect((await list()).rows.map(({ name }) => name)).toEqual(['Beta FZE']);
    expect((await list({ archived: true })).rows.map(({ name }) => name)).toEqual(['Alpha GmbH']);
    expect(await call('parties.counts')).toMatchObject({ parties: 1, byTier: { medium: 1 }, ownersUnknown: 1 });
  });

  it('says what a place alone gives away, with its source', async () => {
    const made = await create('Simurgh Trading', { registrationCountry: 'IR' });
    expect(made.signs.map(({ kind }) => kind)).toContain('embargoed');
    expect(made.signs.every(({ citations }) => citations.length > 0)).toBe(true);
    expect(made.row.signs).toBeGreaterThan(0);
    expect((await create('Quiet Ltd', { registrationCountry: 'SE' })).signs).toEqual([]);
  });
});

describe('ownership', () => {
  it('asks while owners are not known, and never clears', async () => {
    const made = await create('Opaque Ltd');
    expect(made.ownership.length).toBeGreaterThan(3);
    expect(made.ownership.every(({ outcome }) => outcome === 'question')).toBe(true);
    expect(made.ownership.flatMap(({ questions }) => questions).length).toBeGreaterThan(0);
    const known = await call<PartyDetail>('parties.setOwnersKnown', {
      id: made.row.id,
      revision: made.row.revision,
      ownersKnown: 'noneFurther',
      reason: 'Widely held, register of 1 October',
    });
    expect(known.ownersReason).toBe('Widely held, register of 1 October');
    expect(known.ownership.find(({ test }) => test === 'ofac50')?.outcome).toBe('notMet');
  });

  it('adds the shares of confirmed owners up, tier by tier, and keeps what is not confirmed apart', async () => {
    await takeIn('2026-11-20', [{ id: 'SDN-1', type: 'org', names: [{ text: 'KARVELIUM HOLDING AG' }] }]);
    const owner = await create('Karvelium Holding AG');
    const middle = await create('Tindra Mitte GmbH');
    const owned = await create('Lumora Photonics GmbH');
    await screened();
    await hold(owner, middle, 55);
    await hold(middle, owned, 60);
    const hits = await call<HitLine[]>('screening.hitsOf', { subject: { kind: 'party', id: owner.row.id } });
    expect(hits).toHaveLength(1);
    await call('screening.decide', {
      hits: [{ id: hits[0]?.id, revision: hits[0]?.revision }],
      verdict: 'trueMatch',
      reason: 'sameNameAndFacts',
      note: '',
      seconds: 4,
    });
    await call('screening.second', { id: hits[0]?.id, revision: (hits[0]?.revision ?? 0) + 1, agree: true, note: '', by: 'Ada Second' });
    const found = await get(owned.row.id);
    const ofac = found.ownership.find(({ test }) => test === 'ofac50');
    expect(ofac).toMatchObject({ outcome: 'met', aggregate: 60, confirmed: false });
    expect(ofac?.steps.map(({ ownedId, ownerId }) => [ownedId, ownerId])).toEqual([
      [owned.row.id, middle.row.id],
      [middle.row.id, owner.row.id],
    ]);
    expect(found.signs.some(({ kind, question }) => kind === 'ownership' && question)).toBe(true);
    const checked = await call<{ rows: object[] }>('quality.records', { check: 'ownershipUnconfirmed', offset: 0, limit: 20 });
    expect(checked.rows).toContainEqual({ ref: { kind: 'party', id: found.row.id }, name: found.row.name, detail: { test: 'ofac50' } });
    expect(checked.rows).not.toContainEqual(expect.objectContaining({ detail: { test: 'bisAffiliates' } }));
    expect(found.ultimateParents).toMatchObject([{ id: owner.row.id, complete: false }]);
    expect((await get(owner.row.id)).row.standing).toBe('trueMatch');
  });

  it('refuses what cannot be, and takes a holding away and back', async () => {
    const [owner, owned] = [await create('Alpha GmbH'), await create('Beta GmbH')];
    const someone = await create('Maria Petrenko', { kind: 'person' });
    expect(await refusal('parties.saveHolding', holdingInput(owner, owner))).toMatchObject({ code: 'policy.refused' });
    expect(await refusal('parties.saveHolding', holdingInput(owner, someone))).toMatchObject({ code: 'policy.refused' });
    expect(await refusal('parties.saveHolding', { ...holdingInput(owner, owned), from: '2026-02-01', until: '2026-01-01' })).toMatchObject({
      code: 'request.invalid',
    });
    const held = await hold(owner, owned, null);
    expect((await get(owned.row.id)).owners).toMatchObject([{ ownerName: 'Alpha GmbH', percent: null }]);
    await call('parties.saveHolding', { ...holdingInput(owner, owned), id: held.id, revision: held.revision, percent: 40 });
    expect(await refusal('parties.removeHolding', { id: held.id, revision: held.revision })).toMatchObject({ code: 'record.stale' });
    await call('parties.removeHolding', { id: held.id, revision: held.revision + 1 });
    expect((await get(owned.row.id)).owners).toEqual([]);
    await call('journal.undo');
    expect((await get(owned.row.id)).owners).toMatchObject([{ percent: 40 }]);
  });
});

const holdingInput = (owner: PartyDetail, owned: PartyDetail) => ({
  id: null,
  revision: 0,
  ownerId: owner.row.id,
  ownedId: owned.row.id,
  kind: 'shares',
  percent: 10,
  from: null,
  until: null,
  evidence: '',
  evidenceOn: null,
});

describe('standing', () => {
  it('is not screened, then clear or open, and stale once the party says something else', async () => {
    const before = await create('Quiet Harbour GmbH');
    expect(before.row.standing).toBe('notScreened');
    await takeIn('2026-11-20', [{ id: 'SDN-1', type: 'org', names: [{ text: 'ZELENYI GORIZONT OOO' }] }]);
    const match = await create('Zelenyi Gorizont OOO');
    await screened();
    expect((await get(before.row.id)).row).toMatchObject({ standing: 'noMatch', openHits: 0 });
    expect((await get(match.row.id)).row).toMatchObject({ standing: 'open', openHits: 1 });
    expect((await list({ standings: ['open'] })).rows.map(({ name }) => name)).toEqual(['Zelenyi Gorizont OOO']);
    const changed = await call<PartyDetail>('parties.update', {
      id: before.row.id,
      revision: before.row.revision,
      columns: { name: 'Quiet Harbour Holding GmbH' },
    });
    expect(changed.row.standing).toBe('stale');
    await screened();
    expect((await get(before.row.id)).row.standing).toBe('noMatch');
  });
});

const sap = [
  'KUNNR;NAME1;NAME2;LAND1;ORT01;PSTLZ;REGIO;STRAS;STCD1;STCEG;TELF1',
  '0000010023;Halvane Verwaltungs- und Beteiligungsgesellschaft;mbH & Co. KG;DE;Aalen;73430;BW;Bahnhofstr. 1;28/815/08155;DE811115678;+49 7361 1',
  '0000010024;Orvask Trading;FZE;AE;Dubai;;;Al Quoz 3;;;',
].join('\n');
const salesforce = [
  'Account ID,Account Name,Type,Industry,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Billing Country,Shipping City,Shipping Country,Parent Account,Account Owner,D-U-N-S Number,Website',
  '001A1,"Lianhua Precision (联华精密)",Customer - Direct,Optics,8 Xinghu Street,Suzhou,Jiangsu,215000,China,Dubai,United Arab Emirates,Lianhua Group Co. Ltd.,Ingrid Solheim,15-048-3782,lianhua.example',
].join('\n');
const hubspot = [
  'Record ID,Company name,Company owner,City,Country/Region,Industry,Type,Company Domain Name',
  '88,Belmira S.A.,Priya Raman,Porto,Portugal,Robotics,Vendor,belmira.example',
].join('\n');
const dynamics = [
  'Account Name,Account Number,Address 1: Street 1,Address 1: City,Address 1: ZIP/Postal Code,Address 1: Country/Region,Relationship Type,Main Phone',
  'Quorra BV,D-7,Kade 4,Utrecht,3511,Netherlands,Distributor,+31 30 1',
].join('\n');
const netsuite = [
  'Internal ID,Company Name,Category,Billing Address,Billing Country,Tax Number',
  '17,Zephra Inc.,Reseller,"1 Main St\nReno NV",United States,12-3456789',
].join('\n');
const quickbooks = [
  'Customer full name,Company name,Billing street,Billing city,Billing country,Phone',
  'Cestria Ltd,Cestria Ltd,9 Mill Lane,Leeds,UK,0113 1',
].join('\n');

describe('a sheet of parties', () => {
  it('is understood as SAP exports it', async () => {
    const id = await start('kna1.csv', sap);
    expect(await fieldsOf(id)).toMatchObject({
      KUNNR: 'externalId',
      NAME1: 'name',
      NAME2: 'name2',
      LAND1: 'country',
      ORT01: 'city',
      STCD1: 'taxId',
      STCEG: 'vatNumber',
    });
    await step('imports.check', id);
    await step('imports.commit', id);
    const { rows } = await list();
    expect(rows.map(({ name, externalId, countries }) => [name, externalId, countries])).toEqual([
      ['Halvane Verwaltungs- und Beteiligungsgesellschaft mbH & Co. KG', '0000010023', ['DE']],
      ['Orvask Trading FZE', '0000010024', ['AE']],
    ]);
    const detail = await get(rows[0]?.id ?? '');
    expect(detail.places).toEqual([{ text: 'Bahnhofstr. 1, 73430 Aalen, BW', city: 'Aalen', region: 'BW', country: 'DE' }]);
    expect(detail.identifiers.map(({ kind, value }) => [kind, value])).toEqual([
      ['taxId', '28/815/08155'],
      ['taxId', 'DE811115678'],
      ['phone', '+49 7361 1'],
    ]);
  });

  it('is understood as systems of sales export it, with a name in two scripts, a second address and a parent without a share', async () => {
    await bring('accounts.csv', salesforce);
    const { rows } = await list({ text: 'Suzhou' });
    expect(rows[0]).toMatchObject({ name: 'Lianhua Precision', roles: ['customer'], countries: ['CN', 'AE'] });
    const detail = await get(rows[0]?.id ?? '');
    expect(detail.names).toMatchObject([{ kind: 'ownScript', text: '联华精密' }]);
    expect(detail.places.map(({ city, country }) => [city, country])).toEqual([
      ['Suzhou', 'CN'],
      ['Dubai', 'AE'],
    ]);
    expect(detail.owners).toMatchObject([{ ownerName: 'Lianhua Group Co. Ltd.', percent: null, evidence: 'accounts.csv, row 2' }]);
    expect(detail.columns).toMatchObject({ owner: 'Ingrid Solheim', business: 'Optics', website: 'lianhua.example' });
    expect(detail.identifiers).toMatchObject([{ kind: 'duns', value: '15-048-3782' }]);
    expect(detail.ownership.every(({ outcome }) => outcome === 'question')).toBe(true);
  });

  it.each([
    ['HubSpot', hubspot, { name: 'Belmira S.A.', externalId: '88', roles: ['vendor'], countries: ['PT'] }],
    ['Dynamics', dynamics, { name: 'Quorra BV', externalId: 'D-7', roles: ['distributor'], countries: ['NL'] }],
    ['NetSuite', netsuite, { name: 'Zephra Inc.', externalId: '17', roles: ['reseller'], countries: ['US'] }],
    ['QuickBooks', quickbooks, { name: 'Cestria Ltd', countries: ['GB'] }],
  ])('is understood as %s exports it', async (_system, sheet, row) => {
    await bring('export.csv', sheet);
    expect((await list()).rows).toMatchObject([row]);
  });

  it('makes owners parties, of the kind their name says, and takes the whole batch back', async () => {
    const sheet = [
      'Name;Country;Shareholders',
      'Tindra Robotics GmbH;DE;Karvel Holding AG 51 %, Maria Petrenko (20,5%); 28,5% Free Float',
      'Nordika BV;NL;Karvel Holding AG',
      'Karvel Holding AG;CH;',
    ].join('\n');
    const done = await bring('owners.csv', sheet);
    const { rows } = await list();
    expect(rows.map(({ name, kind, countries }) => [name, kind, countries])).toEqual([
      ['Karvel Holding AG', 'organisation', ['CH']],
      ['Maria Petrenko', 'person', []],
      ['Nordika BV', 'organisation', ['NL']],
      ['Tindra Robotics GmbH', 'organisation', ['DE']],
    ]);
    const tindra = await get(rows[3]?.id ?? '');
    expect(tindra.owners.map(({ ownerName, percent }) => [ownerName, percent])).toEqual([
      ['Karvel Holding AG', 51],
      ['Maria Petrenko', 20.5],
    ]);
    expect((await get(rows[2]?.id ?? '')).owners).toMatchObject([{ ownerName: 'Karvel Holding AG', percent: null }]);
    const again = await start('owners again.csv', sheet);
    expect((await step('imports.check', again)).outcomes).toMatchObject({ new: 0, changed: 0, same: 3 });
    await call('imports.undo', { batchId: done.batchId });
    expect((await list()).total).toBe(0);
  });

  it('adds to what is on file and puts it back, and does not undo over later work', async () => {
    const first = await create('Quorra BV', { externalId: 'D-7', roles: ['customer'], registrationCountry: 'NL' });
    const done = await bring('more.csv', dynamics);
    const changed = await get(first.row.id);
    expect(changed.columns.roles).toEqual(['customer', 'distributor']);
    expect(changed.places).toMatchObject([{ city: 'Utrecht' }]);
    await call('imports.undo', { batchId: done.batchId });
    const back = await get(first.row.id);
    expect(back.columns).toEqual(first.columns);
    expect([back.places, back.identifiers]).toEqual([[], []]);

    const other = await bring('new.csv', hubspot);
    const { rows } = await list({ text: 'Belmira' });
    await call('parties.update', { id: rows[0]?.id, revision: rows[0]?.revision, columns: { note: 'called' } });
    expect(await refusal('imports.undo', { batchId: other.batchId })).toMatchObject({ code: 'undo.blocked' });
  });

  it('comes in with 500 dirty rows and is screened at once', async () => {
    await takeIn('2026-11-20', [{ id: 'SDN-1', type: 'org', names: [{ text: 'ORVASK ROBOTICS' }] }]);
    const id = await start('kunden.csv', messyParties());
    const checked = await step('imports.check', id);
    expect(checked.openGroups, JSON.stringify((await problems(id)).filter(({ severity }) => severity === 'error'))).toBe(0);
    expect(checked.outcomes).toMatchObject({ new: 500, blocked: 0 });
    await step('imports.commit', id);
    await screened();
    // 20 rows name a holding and a person each; the ten names of either come back.
    const { total } = await list();
    expect(total).toBeGreaterThan(500);
    expect(await call('parties.counts')).toMatchObject({ byStanding: { notScreened: 0, stale: 0 } });
    expect((await list({ standings: ['open'] })).rows.every(({ name }) => name.includes('Orvask Robotics'))).toBe(true);
    expect((await list({ standings: ['open'] })).total).toBeGreaterThan(5);
  }, 120_000);
});
