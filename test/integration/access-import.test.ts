import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogColumn, LogImportLine, LogProblemView, LogSession, LogValues } from '../../src-shared/contract/access-logs.ts';
import type { AppError } from '../../src-shared/contract/kernel.ts';
import { messyAccessLog, messyEvents } from '../fixtures/messy-access-log.ts';
import { createFakePorts } from '../harness/ports.ts';
import { openTestWorkspace, startTestApp, type TestApp, type TestWorkspace, testPassphrase } from '../harness/workspace.ts';

let open: TestApp | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

async function begin(): Promise<TestWorkspace> {
  const workspace = await openTestWorkspace({});
  open = workspace;
  return workspace;
}

/** Another run of the app over the same computer: what was only in memory is gone. */
async function afterRestart(before: TestApp): Promise<TestApp> {
  await before.app.close();
  const app = startTestApp({ ports: createFakePorts({ root: before.ports.root, now: before.ports.clock.now() }) });
  open = app;
  app.app.signal({ type: 'folderOffered', path: join(before.ports.paths.documents, 'Test company.gatehouse') });
  await app.call('workspace.unlock', { passphrase: testPassphrase });
  return app;
}

async function pick(workspace: TestApp, ...files: readonly (readonly [name: string, content: string | Buffer])[]): Promise<string[]> {
  for (const [name, content] of files) {
    const path = join(workspace.ports.root, name);
    writeFileSync(path, content);
    workspace.ports.picks.files.push(path);
  }
  const picked = await workspace.call<{ handle: string }[]>('accessLogs.chooseFiles', { folder: false });
  return picked.map((file) => file.handle);
}

const start = async (workspace: TestApp, ...files: readonly (readonly [string, string | Buffer])[]): Promise<LogSession> =>
  workspace.call<LogSession>('accessLogs.start', { handles: await pick(workspace, ...files) });

const session = (workspace: TestApp, id: string) => workspace.call<LogSession>('accessLogs.session', { id });

/** Waits for a job to end, by its event; answers how. */
async function finish(workspace: TestApp, jobId: string): Promise<{ state: string; error: AppError | undefined }> {
  for (;;) {
    const last = workspace.events.findLast((event) => event.type === 'job' && event.jobId === jobId);
    if (last?.type === 'job' && last.state !== 'running') return { state: last.state, error: last.error };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function run(workspace: TestApp, method: 'accessLogs.check' | 'accessLogs.write', id: string): Promise<LogSession> {
  const { jobId } = await workspace.call<{ jobId: string }>(method, { id });
  expect(await finish(workspace, jobId)).toEqual({ state: 'done', error: undefined });
  return session(workspace, id);
}

const change = async (workspace: TestApp, id: string, method: string, more: object): Promise<LogSession> => {
  const { revision } = await session(workspace, id);
  return workspace.call<LogSession>(method, { id, revision, ...more });
};

const imports = (workspace: TestApp) => workspace.call<LogImportLine[]>('accessLogs.imports', {});

const counted = async (workspace: TestApp): Promise<number> =>
  (await workspace.call<{ events: number }>('access.countEvents', { filter: {} })).events;

/** Answers what the messy file asks and leaves out what cannot be mended. */
async function settleMessy(workspace: TestApp, id: string): Promise<LogSession> {
  await change(workspace, id, 'accessLogs.answer', { answers: { dateOrder: 'DMY', zone: 'Europe/Berlin' } });
  await run(workspace, 'accessLogs.check', id);
  const problems = await workspace.call<LogProblemView[]>('accessLogs.problems', { id });
  for (const problem of problems.filter((one) => one.standing === 'blocks'))
    await change(workspace, id, 'accessLogs.leaveOut', { problemId: problem.id, leftOut: true });
  return session(workspace, id);
}

async function bringIn(workspace: TestApp, name: string, content: string | Buffer): Promise<LogSession> {
  const { id } = await start(workspace, [name, content]);
  const checked = await run(workspace, 'accessLogs.check', id);
  expect(checked.openProblems).toBe(0);
  await run(workspace, 'accessLogs.write', id);
  return change(workspace, id, 'accessLogs.commit', { saveProfileAs: null });
}

const cloudTrail = (day: string, names: readonly string[]) =>
  JSON.stringify({
    Records: names.map((userName, place) => ({
      eventVersion: '1.08',
      userIdentity: { type: 'IAMUser', userName, accountId: '111122223333', arn: `arn:aws:iam::111122223333:user/${userName}` },
      eventTime: `${day}T07:0${place}:00Z`,
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '81.2.69.142',
      userAgent: 'aws-cli',
      requestParameters: { bucketName: 'atlas-weights', key: 'part-1' },
      requestID: `request-${day}-${place}`,
      eventID: `event-${day}-${place}`,
      readOnly: true,
      eventType: 'AwsApiCall',
      recipientAccountId: '111122223333',
    })),
  });

describe('bringing in an access log', () => {
  it('asks what the file leaves open, counts nothing before the commit, and takes everything back', async () => {
    const workspace = await begin();
    const started = await start(workspace, ['zugriffe.csv', messyAccessLog]);
    expect(started.file).toMatchObject({ format: 'csv', delimiter: ';', encoding: 'windows-1252' });
    expect(started.table?.headerRow).toBe(3);
    expect(started.preset).toBeNull();
    expect(started.step).toBe('table');
    expect(started.questions.map((question) => question.kind).sort()).toEqual(['dateOrder', 'zone']);

    const { columns, missing } = await workspace.call<{ columns: LogColumn[]; missing: string[] }>('accessLogs.columns', {
      id: started.id,
    });
    expect(missing).toEqual([]);
    expect(columns.map((column) => [column.title, column.uses[0]?.field ?? null])).toEqual([
      ['Datum/Zeit', 'ts'],
      ['Benutzer', 'account'],
      ['Aktion', 'action'],
      ['Repo', 'resource'],
      ['IP-Adresse', 'ip'],
      ['Ergebnis', 'outcome'],
      ['Bemerkung', null],
    ]);

    const settled = await settleMessy(workspace, started.id);
    expect(settled).toMatchObject({ step: 'review', openProblems: 0, checked: { events: messyEvents, rejected: 2 } });
    expect(settled.checked?.from).toBe('2026-10-03T05:14:00.000Z');

    const { fields } = await workspace.call<{ fields: LogValues[] }>('accessLogs.values', { id: started.id });
    const outcome = fields.find((field) => field.kind === 'outcome');
    expect(outcome?.values.find((value) => value.from === 'vielleicht')).toMatchObject({ means: null, how: 'none' });
    expect(outcome?.values.find((value) => value.from === 'verweigert')).toMatchObject({ means: 'denied', how: 'known' });
    const meant = await change(workspace, started.id, 'accessLogs.setValues', {
      kind: 'outcome',
      values: [{ from: 'vielleicht', means: 'failure' }],
    });
    // Another meaning is another reading: the file is checked again.
    expect(meant.checked).toBeNull();
    await run(workspace, 'accessLogs.check', started.id);

    const written = await run(workspace, 'accessLogs.write', started.id);
    expect(written.written).toMatchObject({ new: messyEvents, alreadyThere: 0, rejected: 2 });
    expect(await counted(workspace)).toBe(0);

    await change(workspace, started.id, 'accessLogs.setAccounts', {
      accounts: [
        { account: 'ana.petrova@example.com', choice: { to: 'new', name: 'Ana Petrova' } },
        { account: 'svc-runner', choice: { to: 'service' } },
      ],
    });
    const done = await change(workspace, started.id, 'accessLogs.commit', { saveProfileAs: 'Zugriffe' });
    expect(done.status).toBe('committed');
    expect(await counted(workspace)).toBe(messyEvents);
    expect(await imports(workspace)).toMatchObject([{ fileName: 'zugriffe.csv', state: 'committed', events: messyEvents, rejected: 2 }]);
    const people = await workspace.call<{ rows: { name: string }[] }>('people.list', { filter: {}, offset: 0, limit: 10 });
    expect(people.rows.map((person) => person.name)).toEqual(['Ana Petrova']);

    await workspace.call('accessLogs.undoImport', { importId: done.written?.importId });
    expect(await counted(workspace)).toBe(0);
    expect(await session(workspace, started.id)).toMatchObject({ status: 'undone' });
  });

  it('knows the same file again, and the layout of the next one by its profile', async () => {
    const workspace = await begin();
    const first = await start(workspace, ['a.csv', messyAccessLog]);
    await settleMessy(workspace, first.id);
    await run(workspace, 'accessLogs.write', first.id);
    await change(workspace, first.id, 'accessLogs.commit', { saveProfileAs: 'Zugriffe' });

    const again = await start(workspace, ['b.csv', messyAccessLog]);
    expect(again.profile).toMatchObject({ name: 'Zugriffe', version: 1 });
    // The profile has answered what was asked the first time.
    expect(again.questions.map((question) => question.kind)).toEqual(['repeats']);
    const checked = await run(workspace, 'accessLogs.check', again.id);
    expect(checked.openProblems).toBe(0);
    expect(checked.already).not.toBeNull();
    const { jobId } = await workspace.call<{ jobId: string }>('accessLogs.write', { id: again.id });
    await finish(workspace, jobId);
    expect((await session(workspace, again.id)).written).toBeNull();
    expect(await counted(workspace)).toBe(messyEvents);
    expect(await imports(workspace)).toHaveLength(1);
  });

  it('goes on with a draft after a restart only with the same file', async () => {
    let workspace: TestApp = await begin();
    const { id } = await start(workspace, ['log.csv', messyAccessLog]);
    await settleMessy(workspace, id);
    workspace = await afterRestart(workspace);
    expect(await session(workspace, id)).toMatchObject({ fileAtHand: false, step: 'review' });
    const [other] = await pick(workspace, ['other.csv', 'ts,account\n2026-01-01T00:00:00Z,a@example.com\n']);
    expect(await workspace.refusal('accessLogs.open', { id, handle: other })).toMatchObject({ code: 'record.conflict' });
    const [same] = await pick(workspace, ['moved.csv', messyAccessLog]);
    const opened = await workspace.call<LogSession>('accessLogs.open', { id, handle: same });
    expect(opened).toMatchObject({ fileAtHand: true, step: 'review' });
    await run(workspace, 'accessLogs.write', id);
    expect(await imports(workspace)).toMatchObject([{ state: 'ready' }]);
    await workspace.call('accessLogs.discardImport', { importId: (await session(workspace, id)).written?.importId });
    expect(await imports(workspace)).toMatchObject([{ state: 'discarded' }]);
    expect((await session(workspace, id)).written).toBeNull();
  });

  it('saves rejected rows with their reasons, before the import and after it', async () => {
    const workspace = await begin();
    const { id } = await start(workspace, ['log.csv', messyAccessLog]);
    await settleMessy(workspace, id);
    const before = join(workspace.ports.root, 'before.csv');
    workspace.ports.picks.saves.push(before);
    await workspace.call('accessLogs.rejectedRows', { id, as: 'csv' });
    await run(workspace, 'accessLogs.write', id);
    const { written } = await change(workspace, id, 'accessLogs.commit', { saveProfileAs: null });
    const after = join(workspace.ports.root, 'after.csv');
    workspace.ports.picks.saves.push(after);
    await workspace.call('accessLogs.importRejected', { importId: written?.importId, as: 'csv' });
    for (const path of [before, after]) {
      const text = readFileSync(path, 'utf8');
      expect(text).toContain('Datum/Zeit: The time cannot be read');
      expect(text).toContain('gestern');
      expect(text).toContain('Konto fehlt');
    }
  });

  it('brings in the files of a queue that are laid out alike, and leaves the others', async () => {
    const workspace = await begin();
    const first = await start(
      workspace,
      ['one.json', cloudTrail('2026-10-01', ['ana', 'ben'])],
      ['two.json.gz', gzipSync(cloudTrail('2026-10-02', ['ana', 'cem', 'ben']))],
      ['three.csv', messyAccessLog],
      ['four.json', cloudTrail('2026-10-01', ['ana', 'ben'])],
    );
    expect(first).toMatchObject({ preset: 'aws.cloudtrail', queue: { position: 1, of: 4 } });
    await run(workspace, 'accessLogs.check', first.id);
    await run(workspace, 'accessLogs.write', first.id);
    await change(workspace, first.id, 'accessLogs.commit', { saveProfileAs: null });
    const { jobId } = await workspace.call<{ jobId: string }>('accessLogs.importAlike', { id: first.id });
    expect(await finish(workspace, jobId)).toMatchObject({ state: 'done' });
    expect(await counted(workspace)).toBe(5);
    const left = await workspace.call<LogSession[]>('accessLogs.sessions', {});
    expect(left.map((one) => one.fileName).sort()).toEqual(['four.json', 'three.csv']);
  });

  it('lets an action and a resource be explained once for every log', async () => {
    const workspace = await begin();
    const created = await workspace.call<{ row: { id: string } }>('inventory.create', {
      kind: 'model',
      name: 'Atlas',
      versionLabel: '70B',
      facts: {},
    });
    const assetId = created.row.id;
    const table = 'time,user,action,resource\n2026-10-01T07:00:00Z,ana@example.com,frobnicate,bucket-9\n';
    const { id } = await start(workspace, ['one.csv', table]);
    await run(workspace, 'accessLogs.check', id);
    await change(workspace, id, 'accessLogs.setValues', { kind: 'action', values: [{ from: 'frobnicate', means: 'readWeights' }] });
    await change(workspace, id, 'accessLogs.setValues', { kind: 'resource', values: [{ from: 'bucket-9', means: assetId }] });
    await run(workspace, 'accessLogs.write', id);
    await change(workspace, id, 'accessLogs.commit', { saveProfileAs: null });
    const next = await start(workspace, ['two.csv', table.replace('07:00', '08:00')]);
    await run(workspace, 'accessLogs.check', next.id);
    const { fields } = await workspace.call<{ fields: LogValues[] }>('accessLogs.values', { id: next.id });
    expect(fields.find((field) => field.kind === 'action')?.values).toMatchObject([{ means: 'readWeights', how: 'remembered' }]);
    expect(fields.find((field) => field.kind === 'resource')?.values).toMatchObject([{ means: assetId, how: 'known' }]);
    const { rows } = await workspace.call<{ rows: { actionKind: string; asset: { id: string } | null }[] }>('access.events', {
      filter: {},
    });
    expect(rows).toMatchObject([{ actionKind: 'readWeights', asset: { id: assetId } }]);
  });

  it('stops a large file soon after a cancel, and goes on without repeats', async () => {
    const workspace = await begin();
    const rows = Array.from({ length: 200_000 }, (_, row) => {
      const at = new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString();
      return `${at},person${row % 500}@example.com,git.clone,repo-${row % 40},81.2.69.${row % 250},success`;
    });
    const content = `time,user,action,resource,ip,outcome\n${rows.join('\n')}\n`;
    const { id } = await start(workspace, ['large.csv', content]);
    await run(workspace, 'accessLogs.check', id);
    const { jobId } = await workspace.call<{ jobId: string }>('accessLogs.write', { id });
    const begun = () => workspace.events.some((event) => event.type === 'job' && event.jobId === jobId && event.done > 0);
    while (!begun()) await new Promise((resolve) => setImmediate(resolve));
    const asked = performance.now();
    await workspace.call('jobs.cancel', { id: jobId });
    expect(await finish(workspace, jobId)).toMatchObject({ state: 'cancelled' });
    expect(performance.now() - asked).toBeLessThan(500);
    expect(await imports(workspace)).toMatchObject([{ state: 'broken' }]);
    const written = await run(workspace, 'accessLogs.write', id);
    expect(written.written).toMatchObject({ new: 200_000, alreadyThere: 0 });
    expect((await bringInAfter(workspace, id)).status).toBe('committed');
    expect(await counted(workspace)).toBe(200_000);
  });
});

const bringInAfter = (workspace: TestApp, id: string) => change(workspace, id, 'accessLogs.commit', { saveProfileAs: null });

describe('a log of a product we know', () => {
  it('needs no answer at all', async () => {
    const workspace = await begin();
    const done = await bringIn(workspace, 'trail.json', cloudTrail('2026-10-01', ['ana', 'ben']));
    expect(done).toMatchObject({ status: 'committed', written: { new: 2 } });
  });
});
