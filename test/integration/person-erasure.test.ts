import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { runAudit } from '../../src-main/core/access/index.ts';
import { features } from '../../src-main/core/features.ts';
import { accessJoinsFor } from '../../src-main/core/joins/access.ts';
import type { AccessFinding, AccessMatrix, FindingLine } from '../../src-shared/contract/access.ts';
import type { LogSession } from '../../src-shared/contract/access-logs.ts';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import type { PersonDetail, PersonRow } from '../../src-shared/contract/people.ts';
import { createProbe } from '../harness/probe.ts';
import { track } from '../harness/rig.ts';
import { openTestWorkspace } from '../harness/workspace.ts';

const account = 'zarina.markerova@halden.example';
const roster = [
  'Employee ID,Legal Name,Preferred Name,Work Email,Job Title,Department,Employer,Citizenship,Hire Date',
  `MK-4471,Zarina Markerova,Zara Markerova,${account},Rolemarker,Teammarker,Firmmarker,Iran,2019-05-06`,
  'E2,Jonas Weber,,jonas@halden.example,Engineer,Core,Halden,Germany,2020-01-01',
].join('\n');
const log = [
  'time,account,user display name,address,resource,action,outcome',
  `2026-03-02T08:00:00Z,${account},Zarina Markerova,10.1.2.3,LockBox,git clone,success`,
  '2026-03-02T08:05:00Z,jonas@halden.example,Jonas Weber,10.1.2.4,LockBox,git clone,success',
].join('\n');
/** Columns whose bytes are text packed by zlib. */
const packed = new Set(['log_sources.packed', 'access_findings.packed']);
const marks = /markerova|MK-4471|rolemarker|teammarker|firmmarker/i;

async function room() {
  const probe = createProbe([]);
  const app = track(await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null }));
  const ended = async (method: string, input: object) => {
    const { jobId } = await app.call<{ jobId: string }>(method, input);
    const end = await vi.waitUntil(
      () => app.events.find((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running'),
      { timeout: 30_000 },
    );
    expect(end).toMatchObject({ state: 'done' });
  };
  const file = (name: string, content: string) => {
    const path = join(app.ports.root, name);
    writeFileSync(path, content);
    app.ports.picks.files.push(path);
  };
  const bringRoster = async (name: string, content: string) => {
    file(name, content);
    const [picked] = await app.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
    const { id } = await app.call<ImportSession>('imports.start', { target: 'people', variant: '', handle: picked?.handle });
    for (const method of ['imports.check', 'imports.commit'])
      await ended(method, { id, revision: (await app.call<ImportSession>('imports.session', { id })).revision });
    return (await app.call<ImportSession>('imports.session', { id })).batchId;
  };
  const bringLog = async () => {
    file('access.csv', log);
    const picked = await app.call<{ handle: string }[]>('accessLogs.chooseFiles', { folder: false });
    const { id } = await app.call<LogSession>('accessLogs.start', { handles: picked.map(({ handle }) => handle) });
    for (const method of ['accessLogs.check', 'accessLogs.write']) await ended(method, { id });
    const { revision } = await app.call<LogSession>('accessLogs.session', { id });
    await app.call('accessLogs.commit', { id, revision, saveProfileAs: null });
  };
  /** Takes in a list with one entry and waits until everybody was compared with it. */
  const listLike = async (name: string) => {
    file(
      'list.jsonl',
      [
        { format: 'gatehouse-list/1', list: 'OWN-TEST', published: '2026-01-01' },
        { id: 'T-1', type: 'person', names: [{ text: name }] },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const { jobId, token } = await app.call<{ jobId: string; token: string }>('lists.open', { handles: null });
    const over = (is: (event: { readonly kind: string; readonly jobId: string }) => boolean) =>
      vi.waitUntil(() => app.events.some((event) => event.type === 'job' && is(event) && event.state !== 'running'), { timeout: 30_000 });
    await over((event) => event.jobId === jobId);
    const opened = await app.call<{ lists: { id: string }[] }>('lists.opened', { token });
    await app.call('lists.keep', { token, versions: opened.lists.map(({ id }) => id) });
    await over(({ kind }) => kind === 'screening.rescreen');
  };
  /** Every row of every table as text, packed original rows of logs among them: by table. */
  const dump = (): Map<string, string> => {
    const { db } = probe.deps().session();
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    const plain = (table: string, column: string, value: unknown) =>
      !Buffer.isBuffer(value)
        ? value
        : packed.has(`${table}.${column}`) && value.length > 0
          ? inflateRawSync(value).toString('utf8')
          : value.toString('latin1');
    return new Map(
      tables.map((table) => [
        table,
        JSON.stringify(
          (db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).map((row) =>
            Object.entries(row).map(([column, value]) => plain(table, column, value)),
          ),
        ),
      ]),
    );
  };
  const holding = () => [...dump()].filter(([, text]) => marks.test(text)).map(([table]) => table);
  return { app, file, deps: probe.deps(), db: () => probe.deps().session().db, ended, bringRoster, bringLog, listLike, holding };
}

/** A list with an entry like the person, a decision about the hit, a note on it and a look-up of the name. */
async function screened({ app, listLike }: Awaited<ReturnType<typeof room>>): Promise<void> {
  await listLike('MARKEROWA, Zarina');
  const [group] = (
    await app.call<{ groups: { hits: { id: string; revision: number }[] }[] }>('screening.queue', { filter: { subjects: ['person'] } })
  ).groups;
  const [hit] = group?.hits ?? [];
  if (hit === undefined) throw new Error('Screening found nobody');
  const decision = { verdict: 'falsePositive', reason: 'other', note: 'Zarina Markerova said she is another', seconds: 4 };
  await app.call('screening.decide', { hits: [{ id: hit.id, revision: hit.revision }], ...decision });
  await app.call('notes.add', {
    about: { entity: 'hit', id: hit.id },
    text: 'Markerova called',
    attorneyAdvice: false,
    author: 'Tess Tester',
  });
  await app.call('evidence.addNote', { record: { kind: 'screeningHit', id: hit.id }, name: 'Call', note: 'Markerova, not the listed one' });
  await app.call('screening.lookUp', { names: [{ name: 'Zarina Markerova', type: 'person', country: null }], manner: 'default' });
}

/** What others wrote of the person: a red flag seen and resolved, questions passed on, a check of somebody else, an incident, a halt, a hold. */
async function writtenOf({ app }: Awaited<ReturnType<typeof room>>, asset: { readonly kind: 'asset'; readonly id: string }): Promise<void> {
  const on = app.ports.clock.today();
  const columns = { name: 'Dune Trading', kind: 'organisation' };
  const partyId = (await app.call<{ row: { id: string } }>('parties.create', { columns })).row.id;
  const party = { kind: 'party', id: partyId };
  const flag = { partyId, on, by: 'Zarina Markerova' };
  await app.call('redFlags.answer', { ...flag, flags: ['rf-09'], state: 'seen', note: 'Zara Markerova (MK-4471) met the forwarder' });
  await app.call('redFlags.resolve', { ...flag, flag: 'rf-09', reason: 'Zarina Markerova asked; the end user signs' });
  // As long as a question may be: what stands in place of the name is longer, and must still fit.
  const ask = `Does Zara Markerova know them? ${'x'.repeat(1968)}`;
  for (const to of ['Zarina Markerova', 'Jonas Weber']) {
    const escalation = { to, role: null, path: '', ask, dueOn: null };
    const { id } = await app.call<{ id: string }>('escalations.ask', { record: party, escalation });
    if (to === 'Jonas Weber') await app.call('escalations.answer', { id, answer: 'Ask ZARINA MARKEROVA', by: 'Zara Markerova' });
  }
  const words = { result: 'passedWithConditions', matter: 'Zarina Markerova wrote it up', conditions: 'Markers by Zara Markerova' };
  const check = { kind: 'siteVisit', doneOn: on, doneBy: 'Zarina Markerova', nextOn: null, words };
  await app.call('vetting.save', { id: null, revision: 0, subject: party, ...check });
  const told = { title: 'What Zarina Markerova saw', kind: 'other', discoveredOn: on, whatHappened: 'MK-4471 opened it' };
  const incident = await app.call<{ row: { id: string } }>('cases.recordIncident', { by: 'Zarina Markerova', columns: told });
  const halt = { incidentId: incident.row.id, record: asset, what: 'Access of Zarina Markerova', by: 'Zarina Markerova' };
  await app.call('cases.halt', halt);
  const hold = { matter: 'Zarina Markerova v. Halden', cause: 'court', reference: 'MK-4471', note: 'Zara Markerova' };
  await app.call('retention.placeHold', { ...hold, everything: false, records: [party], from: null });
}

/** Somebody with everything a person can have, events and a finding among it. */
async function populated() {
  const here = await room();
  const { app } = here;
  const asset = await app.call<{ row: { id: string } }>('inventory.create', {
    kind: 'software',
    name: 'LockBox',
    versionLabel: '1',
    ownerName: '',
    facts: {},
  });
  const access = await app.call<object>('access.asset', { assetId: asset.row.id });
  await app.call('access.saveAsset', {
    ...access,
    licenceRequiredForNationalsOf: ['IR'],
    form: 'technology',
    published: false,
    resourceNames: ['LockBox'],
  });
  await here.bringRoster('staff.csv', roster);
  const again = await here.bringRoster('staff later.csv', roster.replace('Teammarker', 'Teammarker Two'));
  const [row] = (await app.call<{ rows: PersonRow[] }>('people.list', { filter: { text: 'zarina' } })).rows;
  if (row === undefined) throw new Error('The roster brought nobody');
  const personId = row.id;
  await app.call('people.update', {
    id: personId,
    revision: row.revision,
    columns: {},
    identifiers: [{ system: 'badge', value: 'Badge of Markerova' }],
  });
  await app.call('people.linkAccounts', {
    accounts: [{ account: 'github:zmarkerova', system: '' }],
    target: { state: 'person', personId },
  });
  await app.call('people.saveTrip', {
    id: null,
    revision: 0,
    personId,
    country: 'DE',
    from: '2026-03-01',
    until: '2026-03-09',
    source: 'Markerova wrote',
  });
  const person = { kind: 'person', id: personId };
  here.file('Markerova passport.txt', 'Zarina Markerova, born in Isfahan');
  await app.call('evidence.attach', { record: person });
  await app.call('evidence.addNote', { record: person, name: 'Talk', note: 'Zara Markerova showed the paper' });
  await app.call('evidence.addLink', {
    record: { kind: 'asset', id: asset.row.id },
    name: 'Badge of Zarina Markerova and Jonas Weber',
    address: 'share/badges/MK-4471.pdf',
    note: 'Zarina Markerova, second shelf',
  });
  await app.call('retention.addEvent', { record: person, what: 'end', day: '2026-01-01', note: 'Zarina Markerova left' });
  await writtenOf(here, { kind: 'asset', id: asset.row.id });
  await app.call('people.revealTies', { id: personId, purpose: 'audit' });
  await here.bringLog();
  await here.ended('access.run', {});
  await screened(here);
  const now = await app.call<PersonDetail>('people.get', { id: personId });
  return { ...here, personId, revision: now.row.revision, again };
}

const deemed = async (app: Awaited<ReturnType<typeof room>>['app']) =>
  (await app.call<{ rows: FindingLine[] }>('access.findings', { types: ['deemed_export'] })).rows;

describe('erasing a person', () => {
  it('leaves a tombstone that findings and events resolve to, and the account in events as evidence only [G4]', async () => {
    const { app, ended, holding, personId, revision, again } = await populated();
    expect((await deemed(app)).map(({ person }) => person?.name)).toContain('Zarina Markerova');
    expect(holding()).toEqual(expect.arrayContaining(['people', 'journal_changes', 'journal_entries', 'import_rows', 'access_findings']));
    expect(await app.call('people.erasePreview', { id: personId })).toMatchObject({ ties: 1, accounts: 1, logged: [account], trips: 1 });

    const erased = await app.call<PersonDetail>('people.erase', { id: personId, revision, reason: 'personAsked', replaceAccounts: false });
    expect(erased).toMatchObject({ erased: { because: 'personAsked' }, ties: [], travel: [], identifiers: [], otherNames: [] });
    expect(erased.row.name).toMatch(/^Erased person [A-Z0-9]{6}$/);
    expect(erased.accounts.map((one) => one.account)).toEqual([account]);

    // What stays is the account: in the dictionary of events, the lines of the log, the wizard's draft of its file, the finding and the link to the tombstone.
    expect(holding().sort()).toEqual(['access_findings', 'account_links', 'log_accounts', 'log_sessions', 'log_sources']);
    expect((await app.call<{ rows: PersonRow[] }>('people.list', { filter: { text: 'markerova' } })).rows).toEqual([]);

    expect((await deemed(app)).map(({ person }) => person?.name)).toContain(erased.row.name);
    await ended('access.run', {});
    const matrix = await app.call<AccessMatrix>('access.matrix', {});
    expect(matrix.rows.find((one) => one.personId === personId)).toMatchObject({ name: erased.row.name, cells: [{ events: 1 }] });

    expect(await app.call('journal.verify')).toMatchObject({ intact: true });
    expect(await app.refusal('journal.undo')).toMatchObject({ code: 'undo.blocked' });
    const { entries } = await app.call<{ entries: { method: string; params: unknown; person: string }[] }>('journal.list', { limit: 1 });
    expect(entries).toEqual([expect.objectContaining({ method: 'people.erase', params: { reason: 'personAsked', replaced: 'no' } })]);

    // What is gone stays gone: neither an undo of the import nor a change brings it back.
    await app.call('imports.undo', { batchId: again });
    expect(holding()).not.toContain('people');
    expect(
      await app.refusal('people.update', { id: personId, revision: erased.row.revision, columns: { name: 'Zarina Markerova' } }),
    ).toMatchObject({ code: 'record.notFound' });
  });

  it('replaces the account in events and their original lines when asked, so that nothing in the file names the person [G4]', async () => {
    const { app, db, holding, personId, revision } = await populated();
    const { row } = await app.call<PersonDetail>('people.erase', {
      id: personId,
      revision,
      reason: 'retentionOver',
      replaceAccounts: true,
    });
    expect(holding()).toEqual([]);
    const { rows } = await app.call<{ rows: { id: number; account: string; person: { id: string } | null }[] }>('access.events', {
      filter: {},
    });
    const theirs = rows.find(({ person }) => person?.id === personId);
    expect(theirs?.account).toBe(`${row.name} 1`);
    expect(JSON.stringify(await app.call('access.eventSource', { id: theirs?.id }))).toContain(`${row.name} 1`);
    expect(rows.map((one) => one.account)).toContain('jonas@halden.example');
    const [finding] = await deemed(app);
    const page = await app.call<AccessFinding>('access.finding', { id: finding?.id });
    expect(page.title).toContain(row.name);
    expect(await app.call('journal.verify')).toMatchObject({ intact: true });

    // What is left of an emptied entry is vouched for: another hand at it is noticed, and where.
    const seq = db().prepare<[], number>('SELECT min(entry) FROM journal_erasures').pluck().get();
    db().prepare("UPDATE journal_entries SET params = '{}' WHERE seq = ?").run(seq);
    expect(await app.call('journal.verify')).toMatchObject({ intact: false, broken: { seq, reason: 'changed' } });
  });

  it('is not undone by an audit that had read the person before', async () => {
    const { app, deps, holding, personId, revision } = await populated();
    let erased: PersonDetail | undefined;
    let runs = 0;
    const done = await runAudit(deps, accessJoinsFor(deps), {
      signal: new AbortController().signal,
      progress: (step) => {
        if (step === 0) runs += 1;
      },
      // From the first step on people were read, and their events were not.
      pause: async () => {
        if (runs === 0) return;
        erased ??= await app.call<PersonDetail>('people.erase', { id: personId, revision, reason: 'personAsked', replaceAccounts: true });
      },
    });
    expect(done).toMatchObject({ ok: true });
    expect(runs).toBe(2);
    expect(holding()).toEqual([]);
    expect((await deemed(app)).map(({ person }) => person?.name)).toEqual([erased?.row.name]);
  });

  it('lists what is due by its last day, never what it says', async () => {
    const { app } = await room();
    const made = await app.call<PersonDetail>('people.create', { columns: { name: 'Mina Park' }, accounts: [] });
    const add = async (keepUntil: string | null) => {
      const { row } = await app.call<PersonDetail>('people.get', { id: made.row.id });
      await app.call('people.saveTie', {
        personId: made.row.id,
        revision: row.revision,
        tieId: null,
        kind: 'citizenship',
        country: 'KP',
        standing: null,
        since: null,
        source: 'Passport seen',
        purpose: 'releaseCheck',
        keepUntil,
      });
    };
    // The clock of the test stands at 2026-11-21.
    for (const day of ['2026-11-20', '2026-12-01', '2027-06-01', null]) await add(day);
    const due = await app.call<{ rows: { keepUntil: string; overdue: boolean; personName: string }[] }>('people.retention', {
      withinDays: 30,
    });
    expect(due).toMatchObject({ total: 2, overdue: 1, undated: 1 });
    expect(due.rows.map(({ keepUntil, overdue, personName }) => `${personName} ${keepUntil} ${overdue}`)).toEqual([
      'Mina Park 2026-11-20 true',
      'Mina Park 2026-12-01 false',
    ]);
    expect(JSON.stringify(due)).not.toMatch(/"KP"|Passport/);
  });
});
