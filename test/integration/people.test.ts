import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { features } from '../../src-main/core/features.ts';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import type { PersonDetail, PersonRow, RevealedTie } from '../../src-shared/contract/people.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | null = null;
const probe = createProbe([]);
afterEach(async () => {
  await open?.end();
  open = null;
});

async function workspaceOf(): Promise<TestWorkspace> {
  open ??= await openTestWorkspace({ features: [...features, probe.feature] });
  return open;
}

async function create(name: string, accounts: readonly string[] = [], columns: object = {}): Promise<PersonDetail> {
  return (await workspaceOf()).call<PersonDetail>('people.create', { columns: { name, ...columns }, accounts });
}

const tie = {
  tieId: null,
  kind: 'citizenship',
  country: 'KP',
  standing: null,
  since: '1990-02-03',
  source: 'Passport seen by HR, marker-source',
  purpose: 'releaseCheck',
  keepUntil: '2027-01-01',
};

async function roster(name: string, content: string): Promise<{ id: string; session: ImportSession }> {
  const workspace = await workspaceOf();
  const path = join(workspace.ports.root, name);
  writeFileSync(path, content);
  workspace.ports.picks.files.push(path);
  const [file] = await workspace.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
  const session = await workspace.call<ImportSession>('imports.start', { target: 'people', variant: '', handle: file?.handle });
  return { id: session.id, session };
}

async function job(method: string, id: string): Promise<ImportSession> {
  const workspace = await workspaceOf();
  const { revision } = await workspace.call<ImportSession>('imports.session', { id });
  const { jobId } = await workspace.call<{ jobId: string }>(method, { id, revision });
  for (;;) {
    const last = workspace.events.findLast((event) => event.type === 'job' && event.jobId === jobId);
    if (last?.type === 'job' && last.state !== 'running') {
      expect(last.state, JSON.stringify(last.error ?? null)).toBe('done');
      return workspace.call<ImportSession>('imports.session', { id });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const people = async (filter: object = {}) =>
  (await (await workspaceOf()).call<{ total: number; rows: PersonRow[] }>('people.list', { filter })).rows;

async function reveal(id: string): Promise<RevealedTie[]> {
  return (await (await workspaceOf()).call<{ ties: RevealedTie[] }>('people.revealTies', { id, purpose: 'audit' })).ties;
}

describe('people', () => {
  it('are added, found by any of their words, changed, archived and brought back by undo', async () => {
    const workspace = await workspaceOf();
    const made = await create('Priya Raman', ['Priya.Raman@halden.example'], {
      team: 'Core research',
      role: 'Researcher',
      externalId: '00417',
    });
    await create('Jonas Weber');
    expect((await people({ text: 'raman core' })).map((row) => row.name)).toEqual(['Priya Raman']);
    expect((await people({ text: 'priya.raman@halden' })).map((row) => row.accounts)).toEqual([1]);
    const changed = await workspace.call<PersonDetail>('people.update', {
      id: made.row.id,
      revision: made.row.revision,
      columns: { lastDay: '2026-03-01' },
      otherNames: [{ kind: 'ownScript', text: 'பிரியா ராமன்', language: 'ta' }],
    });
    expect(changed).toMatchObject({ columns: { lastDay: '2026-03-01' }, otherNames: [{ language: 'ta' }] });
    expect((await people({ text: 'பிரியா' })).length).toBe(1);
    expect(
      await workspace.refusal('people.update', { id: made.row.id, revision: made.row.revision, columns: { team: 'x' } }),
    ).toMatchObject({ code: 'record.stale' });
    await workspace.call('people.archive', { ids: [made.row.id], archived: true });
    expect(await people()).toHaveLength(1);
    await workspace.call('journal.undo');
    expect(await people()).toHaveLength(2);
    expect(await workspace.call('people.counts')).toMatchObject({ people: 2, citizenship: { onFile: 0, unknown: 0, notAsked: 2 } });
  });

  it('keep citizenship apart: it is shown on demand, each look is journalled, and undo and redo find the value [G4]', async () => {
    const workspace = await workspaceOf();
    const { row } = await create('Mina Park', ['mina@halden.example']);
    const saved = await workspace.call<PersonDetail>('people.saveTie', { personId: row.id, revision: row.revision, ...tie });
    expect(saved.states.citizenship).toBe('onFile');
    expect(saved.row).toMatchObject({ citizenship: 'onFile', sourced: true });
    expect(JSON.stringify(saved)).not.toMatch(/"KP"|1990-02-03|marker-source/);
    expect(await reveal(row.id)).toMatchObject([{ country: 'KP', since: '1990-02-03', source: tie.source, purpose: 'releaseCheck' }]);
    const { entries } = await workspace.call<{ entries: { method: string; params: object; person: string }[] }>('journal.list', {});
    expect(entries[0]).toMatchObject({
      method: 'people.revealTies',
      params: { name: 'Mina Park', purpose: 'audit' },
      person: 'Tess Tester',
    });

    const corrected = await workspace.call<PersonDetail>('people.saveTie', {
      personId: row.id,
      revision: saved.row.revision,
      ...tie,
      tieId: saved.ties[0]?.id,
      country: 'KR',
    });
    expect((await reveal(row.id)).map((one) => one.country)).toEqual(['KR']);
    expect(corrected.ties).toHaveLength(1);
    await workspace.call('journal.undo');
    expect((await reveal(row.id)).map((one) => one.country)).toEqual(['KP']);
    await workspace.call('journal.redo');
    expect((await reveal(row.id)).map((one) => one.country)).toEqual(['KR']);
  });

  it('tell unknown from not asked, and refuse to call unknown what is on file', async () => {
    const workspace = await workspaceOf();
    const { row } = await create('Ana Silva');
    const unknown = await workspace.call<PersonDetail>('people.setTieState', {
      personId: row.id,
      revision: row.revision,
      kind: 'citizenship',
      state: 'unknown',
    });
    expect(unknown.states).toEqual({ citizenship: 'unknown', permanentResidence: 'notAsked', usStatus: 'notAsked' });
    expect(await people({ citizenship: ['unknown'] })).toHaveLength(1);
    const saved = await workspace.call<PersonDetail>('people.saveTie', { personId: row.id, revision: unknown.row.revision, ...tie });
    const refused = await workspace.refusal('people.setTieState', {
      personId: row.id,
      revision: saved.row.revision,
      kind: 'citizenship',
      state: 'unknown',
    });
    expect(refused.code).toBe('record.conflict');
    expect(
      await workspace.refusal('people.saveTie', { personId: row.id, revision: saved.row.revision, ...tie, country: null }),
    ).toMatchObject({ code: 'request.invalid' });
    expect(
      await workspace.refusal('people.saveTie', { personId: row.id, revision: saved.row.revision, ...tie, source: ' ' }),
    ).toMatchObject({ code: 'request.invalid' });
  });

  it('lose what is erased for good: no value, earlier value or source is left in any table, and undo stops there [G4]', async () => {
    const workspace = await workspaceOf();
    const { row } = await create('Mina Park');
    const saved = await workspace.call<PersonDetail>('people.saveTie', { personId: row.id, revision: row.revision, ...tie });
    const corrected = await workspace.call<PersonDetail>('people.saveTie', {
      personId: row.id,
      revision: saved.row.revision,
      ...tie,
      tieId: saved.ties[0]?.id,
      country: 'KR',
    });
    const erased = await workspace.call<PersonDetail>('people.eraseTies', {
      personId: row.id,
      revision: corrected.row.revision,
      tieIds: null,
      reason: 'personAsked',
    });
    expect(erased.states.citizenship).toBe('notAsked');
    expect(await reveal(row.id)).toEqual([]);
    expect(await workspace.refusal('journal.undo')).toMatchObject({ code: 'undo.blocked' });
    const history = await workspace.call<unknown[]>('journal.history', { entity: 'people', id: row.id });
    expect(history.length).toBeGreaterThan(2);
    expect(JSON.stringify(history)).not.toMatch(/"K[PR]"|'K[PR]'|1990-02-03|marker-source/);
    expect(await workspace.call('journal.verify')).toMatchObject({ intact: true });
  });
});

const sheet = [
  'Employee ID,Worker,Email - Work,Business Title,Supervisory Organization,Worker Type,Location Country,Hire Date,Termination Date,Citizenship Status,Date of Birth,Passport Number',
  'E1,Priya Raman,priya@halden.example,Researcher,Core,Regular,United States,2019-05-06,,Citizen (India),1990-01-01,MARKERPASSPORT',
  'E2,Farid Karimi,farid@halden.example,Engineer,Core,Contingent Worker,Germany,2020-01-01,2025-12-31,Citizen (Iran),1991-01-01,MARKERPASSPORT',
  'E2,Farid Karimi,farid@halden.example,Engineer,Core,Contingent Worker,Germany,2020-01-01,2025-12-31,Permanent Resident (United States of America),1991-01-01,MARKERPASSPORT',
  'E3,Ana Silva,ana@halden.example,Engineer,Ops,Regular,Germany,2021-01-01,,unknown,,',
].join('\n');

describe('a roster', () => {
  it('comes in through the wizard, several rows of one worker as one, and the same again is the same', async () => {
    const { id } = await roster('workday.csv', `${sheet}\n`);
    const checked = await job('imports.check', id);
    expect(checked).toMatchObject({ openGroups: 0, outcomes: { new: 3, blocked: 0 } });
    await job('imports.commit', id);
    const rows = await people();
    expect(rows.map((row) => [row.name, row.externalId, row.team, row.employment, row.citizenship, row.lastDay])).toEqual([
      ['Ana Silva', 'E3', 'Ops', 'permanentRegular', 'unknown', null],
      ['Farid Karimi', 'E2', 'Core', 'contractor', 'onFile', '2025-12-31'],
      ['Priya Raman', 'E1', 'Core', 'permanentRegular', 'onFile', null],
    ]);
    const farid = await reveal(rows[1]?.id ?? '');
    expect(farid.map((one) => [one.kind, one.country])).toEqual([
      ['citizenship', 'IR'],
      ['permanentResidence', 'US'],
    ]);
    expect(farid[0]?.source).toBe('workday.csv, row 3');

    const again = await roster('workday later.csv', `${sheet}\n`);
    expect(await job('imports.check', again.id)).toMatchObject({ outcomes: { new: 0, changed: 0, same: 3 } });
    const { batchId } = await (await workspaceOf()).call<ImportSession>('imports.session', { id });
    await (await workspaceOf()).call('imports.undo', { batchId });
    expect(await people()).toEqual([]);
  });

  it('changes what differs and goes again as it came, ties with it', async () => {
    const workspace = await workspaceOf();
    const first = await roster('a.csv', `${sheet}\n`);
    await job('imports.check', first.id);
    await job('imports.commit', first.id);
    const second = await roster(
      'b.csv',
      `${sheet.replace('Citizen (India)', 'Citizen (Canada)').replace('Ana Silva,ana@', 'Ana Silva,ana.silva@')}\n`,
    );
    expect(await job('imports.check', second.id)).toMatchObject({ outcomes: { new: 0, changed: 2, same: 1 } });
    const done = await job('imports.commit', second.id);
    const [priya] = await people({ text: 'priya' });
    expect((await reveal(priya?.id ?? '')).map((one) => one.country)).toEqual(['CA']);
    expect((await people({ text: 'ana.silva@halden' })).length).toBe(1);
    await workspace.call('imports.undo', { batchId: done.batchId });
    expect((await reveal(priya?.id ?? '')).map((one) => one.country)).toEqual(['IN']);
  });

  it('leaves nothing of the ties behind when it is undone, and says that this cannot be redone [G4]', async () => {
    const workspace = await workspaceOf();
    const values = () =>
      probe.deps().session().db.prepare<[], string | null>('SELECT country FROM tie_values ORDER BY country').pluck().all();
    const bring = async () => {
      const { id } = await roster('a.csv', `${sheet}\n`);
      await job('imports.check', id);
      return (await job('imports.commit', id)).batchId;
    };
    await workspace.call('imports.undo', { batchId: await bring() });
    expect(values()).toEqual([]);
    await bring();
    const before = values();
    expect(before).not.toEqual([]);
    const second = await roster('b.csv', `${sheet.replace('Citizen (India)', 'Citizen (Canada)')}\n`);
    await job('imports.check', second.id);
    await job('imports.commit', second.id);
    expect(values()).toContain('CA');
    await workspace.call('imports.undo', { batchId: (await workspace.call<ImportSession>('imports.session', { id: second.id })).batchId });
    expect(values()).toEqual(before);
    expect(await workspace.refusal('journal.undo')).toMatchObject({ code: 'undo.blocked' });
  });

  it('shows no tie beside a person while it is imported, drops births and passports, and forgets the ties afterwards [G4]', async () => {
    const workspace = await workspaceOf();
    const { id } = await roster('workday.csv', `${sheet}\n`);
    const { columns } = await workspace.call<{ columns: { header: string; fieldId: string | null; samples: string[] }[] }>(
      'imports.columns',
      { id },
    );
    const column = (header: string) => columns.find((one) => one.header === header);
    expect(column('Citizenship Status')).toMatchObject({ fieldId: 'citizenshipStatus', samples: ['•••'] });
    expect(column('Passport Number')).toMatchObject({ fieldId: null, samples: ['•••'] });
    expect(column('Date of Birth')).toMatchObject({ fieldId: null });
    const shown = async () =>
      JSON.stringify([
        await workspace.call('imports.preview', { id }),
        await workspace.call('imports.columns', { id }),
        await workspace.call('imports.rows', { id, filter: 'all' }),
      ]);
    const secret = /India|Iran|"IN"|"IR"|citizen:|MARKERPASSPORT|1991-01-01/;
    expect(await shown()).not.toMatch(secret);
    await job('imports.check', id);
    expect(await shown()).not.toMatch(secret);
    await job('imports.commit', id);
    expect(await shown()).not.toMatch(secret);
    await workspace.call('journal.undo');
    const { revision } = await workspace.call<ImportSession>('imports.session', { id });
    expect(await workspace.refusal('imports.check', { id, revision })).toMatchObject({ code: 'import.notReady', step: 'forgotten' });
  });
});

describe('what a person is', () => {
  it('stands in no list, search, account page or journal line, and in no log [G1] [G4]', async () => {
    const workspace = await workspaceOf();
    const { id } = await roster('workday.csv', `${sheet}\n`);
    await job('imports.check', id);
    await job('imports.commit', id);
    const [farid] = await people({ text: 'farid' });
    const detail = await workspace.call<PersonDetail>('people.get', { id: farid?.id });
    await workspace.call('people.saveTie', { personId: farid?.id, revision: detail.row.revision, ...tie });
    await reveal(farid?.id ?? '');
    const secret = /India|Iran\b|"IN"|"IR"|"KP"|1990-02-03|marker-source|"citizen:/;
    for (const [method, input] of [
      ['people.list', { filter: {} }],
      ['people.facets', {}],
      ['people.counts', {}],
      ['people.find', { text: 'farid' }],
      ['people.get', { id: farid?.id }],
      ['people.accounts', { show: 'all' }],
      ['journal.list', {}],
      ['journal.history', { entity: 'people', id: farid?.id }],
      ['imports.batches', {}],
    ] as const)
      expect(JSON.stringify(await workspace.call(method, input)), method).not.toMatch(secret);
    const { entries } = await workspace.call<{ entries: { seq: number }[] }>('journal.list', {});
    for (const { seq } of entries)
      expect(JSON.stringify(await workspace.call('journal.changes', { seq })), String(seq)).not.toMatch(secret);
    for (const word of ['Iran', 'IR', 'KP', 'India', 'marker-source']) expect(await people({ text: word })).toEqual([]);
    expect(JSON.stringify(await workspace.call('diagnostics.log', { limit: 500 }))).not.toMatch(/India|Iran|marker-source|Farid/);
  });
});

describe('accounts, authorisations and trips', () => {
  it('are suggested with a reason, linked by a person only, and registered as service accounts', async () => {
    const workspace = await workspaceOf();
    const { row } = await create('Priya Raman', ['priya.raman@halden.example']);
    await workspace.call('people.linkAccounts', {
      accounts: [{ account: 'HALDEN\\praman', system: '' }],
      target: { state: 'person', personId: row.id },
    });
    expect((await workspace.call<PersonDetail>('people.get', { id: row.id })).accounts.map((one) => [one.account, one.origin])).toEqual([
      ['HALDEN\\praman', 'person'],
      ['priya.raman@halden.example', 'person'],
    ]);
    await workspace.call('people.linkAccounts', {
      accounts: [{ account: 'svc-train', system: '' }],
      target: { state: 'service', owner: 'MLOps', purpose: 'nightly runs' },
    });
    const listed = await workspace.call<{ rows: { account: string }[] }>('people.accounts', { show: 'service' });
    expect(listed.rows.map((one) => one.account)).toEqual(['svc-train']);
    await workspace.call('people.linkAccounts', { accounts: [{ account: 'praman', system: '' }], target: { state: 'none' } });
    expect((await workspace.call<PersonDetail>('people.get', { id: row.id })).accounts).toHaveLength(1);
  });

  it('come from lists too; an open question writes nothing', async () => {
    const workspace = await workspaceOf();
    await create('Priya Raman', ['priya@halden.example']);
    const path = join(workspace.ports.root, 'trips.csv');
    writeFileSync(path, 'email,country,from,to\nPRIYA@halden.example,Japan,01/02/2026,03/02/2026\n');
    workspace.ports.picks.files.push(path);
    const asked = await workspace.call<{ handle: string; added: number; questions: object[] }>('people.importList', {
      kind: 'travel',
      handle: null,
      dateOrder: null,
    });
    expect(asked).toMatchObject({ added: 0 });
    expect(asked.questions).toHaveLength(2);
    const done = await workspace.call('people.importList', { kind: 'travel', handle: asked.handle, dateOrder: 'DMY' });
    expect(done).toMatchObject({ added: 1, same: 0, questions: [] });
    expect(await workspace.call('people.importList', { kind: 'travel', handle: asked.handle, dateOrder: 'DMY' })).toMatchObject({
      added: 0,
      same: 1,
    });
    const trips = await workspace.call<{ id: string; revision: number }[]>('people.trips', { personId: null });
    expect(trips).toMatchObject([{ country: 'JP', from: '2026-02-01', until: '2026-02-03', personName: 'Priya Raman' }]);
    const auth = {
      id: null,
      revision: 0,
      kind: 'licence',
      number: 'D123',
      personId: null,
      nationalities: ['IN'],
      assetIds: [],
      eccns: ['3E001'],
      validFrom: '2026-01-01',
      validTo: '2025-01-01',
      status: 'valid',
      note: '',
      evidence: '',
    };
    expect(await workspace.refusal('people.saveAuthorisation', auth)).toMatchObject({ code: 'request.invalid' });
    const saved = await workspace.call<{ id: string; revision: number }>('people.saveAuthorisation', { ...auth, validTo: '2026-12-31' });
    expect(await workspace.refusal('people.removeAuthorisation', { id: saved.id, revision: 7 })).toMatchObject({ code: 'record.stale' });
    await workspace.call('people.removeAuthorisation', { id: saved.id, revision: saved.revision });
    expect(await workspace.call('people.authorisations', { personId: null })).toEqual([]);
  });
});

describe('the ground to ask for citizenship', () => {
  it('is an asset that can be released and that the role or team should reach; chips, published and open ones are none', async () => {
    const workspace = await workspaceOf();
    const asset = async (kind: string, name: string, access: object) => {
      const { row } = await workspace.call<{ row: { id: string } }>('inventory.create', {
        kind,
        name,
        versionLabel: '1',
        ownerName: '',
        facts: {},
      });
      const before = await workspace.call<object>('access.asset', { assetId: row.id });
      await workspace.call('access.saveAsset', { ...before, ...access });
    };
    const { row } = await create('Priya Raman', [], { role: 'Researcher', team: 'Core' });
    const ground = async () => {
      const { reach, unsaid } = await workspace.call<PersonDetail>('people.get', { id: row.id });
      return { reach: reach.map(({ name, because }) => `${name} ${because}`), unsaid };
    };
    expect(await ground()).toEqual({ reach: [], unsaid: 0 });
    const controlled = { licenceRequiredForNationalsOf: ['KP'] };
    await asset('chip', 'Accelerator', { ...controlled, allowedTeams: ['Core'] });
    await asset('technology', 'Etch recipe', { ...controlled, allowedTeams: ['core'] });
    await asset('technology', 'Published recipe', { ...controlled, allowedTeams: ['Core'], published: true });
    await asset('technology', 'Uncontrolled recipe', { licenceRequiredForNationalsOf: [], allowedTeams: ['Core'] });
    await asset('technology', 'Mask set', { ...controlled, allowedRoles: ['Researcher'] });
    await asset('technology', 'Contract text', { ...controlled, allowedRoles: ['Lawyer'] });
    await asset('technology', 'Nobody said', controlled);
    expect(await ground()).toEqual({ reach: ['Etch recipe team', 'Mask set role'], unsaid: 1 });
  });
});
