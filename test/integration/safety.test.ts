import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Migration } from '../../src-main/core/db/index.ts';
import { defineFeature } from '../../src-main/core/feature.ts';
import { err, ok } from '../../src-shared/model/result.ts';
import { createFakePorts } from '../harness/ports.ts';
import { createProbe, oddTables, type Probe } from '../harness/probe.ts';
import { openTestWorkspace, startTestApp, type TestApp, type TestWorkspace, testPassphrase } from '../harness/workspace.ts';

const started: TestApp[] = [];
const track = <T extends TestApp>(app: T): T => {
  started.push(app);
  return app;
};
afterEach(async () => {
  for (const app of started.splice(0)) await app.end();
});

interface Rig extends TestWorkspace {
  readonly probe: Probe;
}

async function rig(migrations: readonly Migration[] = [oddTables], options: { root?: string } = {}): Promise<Rig> {
  const probe = createProbe(migrations);
  const ports = createFakePorts(options);
  return { ...track(await openTestWorkspace({ features: [probe.feature], seedDemo: null, ports })), probe };
}

/** A second app over the same computer and folder, as after a restart. */
function restart(before: TestWorkspace, migrations: readonly Migration[] = [oddTables]): TestApp & { probe: Probe } {
  const probe = createProbe(migrations);
  const app = track(
    startTestApp({
      features: [probe.feature],
      seedDemo: null,
      ports: createFakePorts({ root: before.ports.root, now: before.ports.clock.now() }),
    }),
  );
  app.app.signal({ type: 'folderOffered', path: before.folder });
  return { ...app, probe };
}

const addNote = (probe: Probe, id: string, body = 'text') => {
  const session = probe.deps().session();
  return session.write({ method: 'test.addNote', params: { name: id }, subject: { entity: 'note', id } }, () => {
    session.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(id, body);
    return ok(null);
  });
};
const noteIds = (probe: Probe) => probe.deps().session().db.prepare<[], string>('SELECT id FROM notes ORDER BY id').pluck().all();
const unlock = (app: TestApp, more: object = {}) => app.call('workspace.unlock', { passphrase: testPassphrase, ...more });

describe('commands and journal', () => {
  it('[E3] writes data and entry together, or neither when the command refuses or throws', async () => {
    const { probe, call } = await rig();
    const session = probe.deps().session();
    const entries = async () => (await call<{ total: number }>('journal.list')).total;
    const insert = () => session.db.prepare("INSERT INTO notes (id) VALUES ('half')").run();
    session.write({ method: 'test.refused' }, () => {
      insert();
      return err({ code: 'undo.nothing' });
    });
    expect(() =>
      session.write({ method: 'test.throws' }, () => {
        insert();
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(noteIds(probe)).toEqual([]);
    expect(await entries()).toBe(0);
    addNote(probe, 'a');
    expect(await entries()).toBe(1);
  });

  it('[E3] refuses a write to a tracked table outside a command', async () => {
    const { probe } = await rig();
    expect(() => probe.deps().session().db.exec("INSERT INTO notes (id) VALUES ('a')")).toThrow('outside a command');
    expect(noteIds(probe)).toEqual([]);
  });

  it('keeps who, what and the fields before and after of a record', async () => {
    const { probe, call } = await rig();
    addNote(probe, 'a', "it's\0here");
    const session = probe.deps().session();
    session.write({ method: 'test.edit' }, () => {
      session.db.prepare("UPDATE notes SET body = 'new', count = 3 WHERE id = 'a'").run();
      return ok(null);
    });
    const history = await call<{ operation: string; fields: object[]; entry: object }[]>('journal.history', { entity: 'note', id: 'a' });
    expect(history[0]).toMatchObject({
      operation: 'update',
      entry: { method: 'test.edit', person: 'Tess Tester', initials: 'TT' },
      fields: [
        { field: 'body', before: "it's\0here", after: 'new' },
        { field: 'count', before: null, after: '3' },
      ],
    });
    expect(history[1]).toMatchObject({ operation: 'insert', entry: { params: { name: 'a' } } });
  });

  it.each([
    ['an edited entry', "UPDATE journal_entries SET person = 'Somebody else' WHERE seq = 3", { seq: 3, reason: 'changed' }],
    ['a removed entry', 'DELETE FROM journal_entries WHERE seq = 3', { seq: 3, reason: 'missing' }],
    ['a cut tail', 'DELETE FROM journal_entries WHERE seq > 4', { seq: 5, reason: 'tailCut' }],
    [
      'an edited change',
      "UPDATE journal_changes SET after = replace(after, 'text', 'TEXT') WHERE entry = 2",
      { seq: 2, reason: 'changesAltered' },
    ],
    ['a removed change', 'DELETE FROM journal_changes WHERE entry = 2', { seq: 2, reason: 'changesAltered' }],
    [
      'two entries in the other order',
      'UPDATE journal_entries SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3); UPDATE journal_entries SET seq = -seq WHERE seq < 0',
      { seq: 2, reason: 'changed' },
    ],
  ])('[E4] detects and locates %s', async (_what, tampering, broken) => {
    const { probe, call } = await rig();
    for (const id of ['a', 'b', 'c', 'd', 'e']) addNote(probe, id);
    expect(await call('journal.verify')).toMatchObject({ intact: true, entries: 5 });
    const { db } = probe.deps().session();
    expect(() => db.exec(tampering.split(';')[0] ?? '')).toThrow('never');
    for (const name of ['journal_entries_keep', 'journal_entries_stay', 'journal_changes_keep', 'journal_changes_stay'])
      db.exec(`DROP TRIGGER ${name}`);
    db.exec(tampering);
    expect(await call('journal.verify')).toMatchObject({ intact: false, broken });
  });
});

describe('a long command', () => {
  it('lets others read what is committed meanwhile, holds their commands, and commits as one', async () => {
    const { probe, call } = await rig();
    addNote(probe, 'before');
    const session = probe.deps().session();
    let seen: string[] = [];
    const held = { done: false };
    const other: Promise<unknown>[] = [];
    const done = session.writeInSlices({ method: 'test.long' }, async (tx) => {
      for (let row = 0; row < 3000; row += 1) {
        tx.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(`n${row}`, 'x'.repeat(500));
        if (row === 10) other.push(call('settings.setWorkspace', { autolockMinutes: 33 }).then(() => (held.done = true)));
        await tx.pause();
        if (row === 2000) seen = noteIds(probe);
      }
      expect(held.done).toBe(false);
      return ok(null);
    });
    expect(await done).toMatchObject({ ok: true });
    await Promise.all(other);
    expect(seen).toEqual(['before']);
    expect(held.done).toBe(true);
    expect(noteIds(probe)).toHaveLength(3001);
    await call('journal.undo');
    await call('journal.undo');
    expect(noteIds(probe)).toEqual(['before']);
  });

  it('[B5] [D2] commits nothing when the lock falls in the middle', async () => {
    const { probe, call, unlock: open } = await rig();
    const session = probe.deps().session();
    const done = session.writeInSlices({ method: 'test.long' }, async (tx) => {
      for (let row = 0; ; row += 1) {
        tx.db.prepare('INSERT INTO notes (id) VALUES (?)').run(`n${row}`);
        await tx.pause();
      }
    });
    const outcome = done.then(
      () => 'finished',
      (cause: Error) => cause.name,
    );
    await new Promise((resolve) => setImmediate(resolve));
    await call('workspace.lock');
    expect(await outcome).toBe('WorkspaceClosed');
    await open();
    expect(noteIds(probe)).toEqual([]);
    expect(await call('journal.list')).toMatchObject({ total: 0 });
  });

  it('leaves nothing of a job that is cancelled', async () => {
    const { probe, call, events } = await rig();
    const { jobs } = probe.deps();
    const id = jobs.start({ kind: 'test.long', touches: ['inventory'] }, (job) =>
      probe
        .deps()
        .session()
        .writeInSlices(
          { method: 'test.long' },
          async (tx) => {
            for (let row = 0; ; row += 1) {
              tx.db.prepare('INSERT INTO notes (id) VALUES (?)').run(`n${row}`);
              job.progress(row, null);
              await tx.pause();
            }
          },
          job.signal,
        ),
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await call('jobs.cancel', { id })).toEqual({ stopping: true });
    for (let turn = 0; turn < 1000 && jobs.list().some((job) => job.state === 'running'); turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
    expect(await call('jobs.list')).toMatchObject([{ id, state: 'cancelled', error: { code: 'cancelled' } }]);
    expect(events.filter((event) => event.type === 'job').at(-1)).toMatchObject({ state: 'cancelled' });
    expect(noteIds(probe)).toEqual([]);
  });
});

describe('one owner at a time', () => {
  it('[E6] a second opening is refused with where and since when, but may read', async () => {
    const first = await rig();
    addNote(first.probe, 'a');
    const second = restart(first);
    expect(await second.refusal('workspace.unlock', { passphrase: testPassphrase, takeOver: true })).toMatchObject({
      code: 'workspace.inUse',
      machine: 'test-machine',
      canTakeOver: false,
    });
    expect(await unlock(second, { readOnly: true })).toMatchObject({ state: 'unlocked', readOnly: 'lockTaken' });
    expect(noteIds(second.probe)).toEqual(['a']);
    expect(addNote(second.probe, 'b')).toEqual(err({ code: 'workspace.readOnly', reason: 'lockTaken' }));
  });

  it('[E6] a claim of another computer is explained and taken over on request, and the old owner then writes no more', async () => {
    const first = await rig();
    const claimFile = join(first.folder, '.lock');
    const own = readFileSync(claimFile, 'utf8');
    const foreign = JSON.stringify({ ...(JSON.parse(own) as object), machine: 'laptop-of-ann', claim: 'f'.repeat(24) });
    writeFileSync(claimFile, foreign);
    first.ports.clock.advance(2000);
    expect(addNote(first.probe, 'late')).toEqual(err({ code: 'workspace.readOnly', reason: 'lockTaken' }));
    await first.call('workspace.lock');
    // Letting go does not remove a claim that is somebody else's.
    expect(readFileSync(claimFile, 'utf8')).toBe(foreign);
    const second = restart(first);
    expect(await second.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({
      code: 'workspace.inUse',
      machine: 'laptop-of-ann',
      canTakeOver: true,
    });
    expect(await unlock(second, { takeOver: true })).toMatchObject({ readOnly: null });
    expect(addNote(second.probe, 'b').ok).toBe(true);
  });

  it.each([
    [
      'of a process that is gone',
      JSON.stringify({ pid: 2 ** 22 - 3, machine: 'test-machine', since: new Date().toISOString(), processStart: '1', claim: 'a' }),
    ],
    [
      'of a process id that now belongs to another',
      JSON.stringify({ pid: process.pid, machine: 'test-machine', since: new Date().toISOString(), processStart: '1', claim: 'a' }),
    ],
    [
      'from before the last start of the computer',
      JSON.stringify({ pid: process.pid, machine: 'test-machine', since: '2001-01-01T00:00:00.000Z', processStart: null, claim: 'a' }),
    ],
    ['that makes no sense', '{"pid":'],
  ])('[E6] a claim %s is replaced', async (_what, left) => {
    const first = await rig();
    await first.call('workspace.lock');
    writeFileSync(join(first.folder, '.lock'), left);
    const second = restart(first);
    expect(await unlock(second)).toMatchObject({ state: 'unlocked', readOnly: null });
    expect(readdirSync(first.folder).filter((name) => name.startsWith('.lock'))).toEqual(['.lock']);
  });
});

describe('disks and folders', () => {
  it('[E7] says when the folder has gone, and when a folder holds no workspace', async () => {
    const first = await rig();
    await first.call('workspace.lock');
    renameSync(first.folder, `${first.folder}.away`);
    expect(await first.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'workspace.notFound' });
    renameSync(`${first.folder}.away`, first.folder);
    await unlock(first);
    first.ports.picks.folders.push(first.ports.root);
    const { handle } = await first.call<{ handle: string }>('workspace.pickFolder', { purpose: 'open' });
    expect(await first.refusal('workspace.open', { handle })).toMatchObject({ code: 'workspace.notAWorkspace' });
  });

  it('[E7] warns of a folder that a cloud service keeps in step', async () => {
    const first = await rig();
    const cloud = join(first.ports.root, 'OneDrive - Acme');
    mkdirSync(cloud);
    first.ports.picks.folders.push(cloud);
    expect(await first.call('workspace.pickFolder', { purpose: 'createIn' })).toMatchObject({ cautions: ['cloudSync'] });
  });

  it.skipIf(process.getuid?.() === 0)('[E7] opens read-only in a folder that allows no writing', async () => {
    const first = await rig();
    addNote(first.probe, 'a');
    await first.call('workspace.lock');
    chmodSync(first.folder, 0o500);
    expect(await unlock(first)).toMatchObject({ readOnly: 'folder' });
    chmodSync(first.folder, 0o700);
  });

  it('[E7] a failed write of the header leaves the old one, and no part of the new', async () => {
    const first = await rig();
    const header = readFileSync(join(first.folder, 'workspace.json'), 'utf8');
    // A folder in the place of the file makes the rename fail, as root can do anything else.
    rmSync(join(first.folder, 'workspace.json'));
    mkdirSync(join(first.folder, 'workspace.json'));
    const refused = await first.refusal('workspace.changePassphrase', { current: testPassphrase, next: 'nine grey herons by the canal' });
    expect(refused.code).not.toBe('passphrase.wrong');
    expect(readdirSync(first.folder).some((name) => name.endsWith('.part'))).toBe(false);
    rmSync(join(first.folder, 'workspace.json'), { recursive: true });
    writeFileSync(join(first.folder, 'workspace.json'), header);
    await first.call('workspace.lock');
    expect(await unlock(first)).toMatchObject({ state: 'unlocked' });
    expect(await first.call('journal.list')).toMatchObject({ total: 0 });
  });

  it('[C8] never opens a plain database put in the workspace’s place', async () => {
    const first = await rig();
    await first.call('workspace.lock');
    writeFileSync(join(first.folder, 'workspace.db'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]));
    expect(await first.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'workspace.headerRefused' });
  });
});

describe('damage', () => {
  it('[C10] a flipped bit anywhere is reported as damage, never as data, and the newest good snapshot is offered and works', async () => {
    const first = await rig();
    for (let row = 0; row < 40; row += 1) addNote(first.probe, `note-${String(row).padStart(2, '0')}`, 'y'.repeat(900));
    const expected = noteIds(first.probe);
    const snapshot = await first.call<{ id: string }>('backups.now');
    await first.call('workspace.lock');
    const file = join(first.folder, 'workspace.db');
    const good = readFileSync(file);
    for (let page = 0; page < good.length / 4096; page += 1) {
      const bytes = Buffer.from(good);
      const at = page * 4096 + ((page * 997 + 20) % 4096);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      writeFileSync(file, bytes);
      const reply = await first.app.dispatch('workspace.unlock', { passphrase: testPassphrase });
      if (reply.ok) {
        // Found when the page is read: the list is right, or it is refused.
        const read = await readAll(first);
        if (read.ok) expect(read.ids).toEqual(expected);
        else expect(read.code).toMatch(/^SQLITE_(CORRUPT|NOTADB|IOERR)/);
      } else expect(reply.error).toEqual({ code: 'workspace.damaged', newestGoodSnapshot: snapshot.id });
      await first.app.dispatch('workspace.lock', {});
      for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    }
    const broken = Buffer.from(good);
    broken.writeUInt8(broken.readUInt8(30) ^ 1, 30);
    writeFileSync(file, broken);
    expect(await first.refusal('workspace.unlock', { passphrase: 'not this one' })).toMatchObject({ code: 'passphrase.wrong' });
    expect(await first.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'workspace.damaged' });
    await first.call('backups.repair', { id: snapshot.id, passphrase: testPassphrase });
    await unlock(first);
    expect(noteIds(first.probe)).toEqual(expected);
    expect(readdirSync(first.folder).some((name) => name.startsWith('workspace.db.damaged-'))).toBe(true);
  });
});

async function readAll(rigged: Rig): Promise<{ ok: true; ids: string[] } | { ok: false; code: string }> {
  try {
    const { db } = rigged.probe.deps().session();
    db.prepare('SELECT * FROM notes').all();
    return { ok: true, ids: noteIds(rigged.probe) };
  } catch (cause) {
    return { ok: false, code: (cause as { code: string }).code };
  }
}

describe('migrations', () => {
  const next: Migration = {
    id: 295,
    name: 'next',
    sql: 'ALTER TABLE notes ADD COLUMN extra TEXT; CREATE TABLE added (id TEXT PRIMARY KEY) STRICT;',
  };

  it('[E10] keep every row, after a snapshot', async () => {
    const first = await rig();
    addNote(first.probe, 'a');
    await first.call('workspace.lock');
    const second = restart(first, [oddTables, next]);
    await unlock(second);
    expect(second.probe.deps().session().db.prepare('SELECT id, body, extra FROM notes').all()).toEqual([
      { id: 'a', body: 'text', extra: null },
    ]);
    expect(await second.call('backups.list')).toMatchObject({ snapshots: [{ because: 'migration', journalSeq: 1 }] });
  });

  it('[E10] leave the old file and its snapshot when they fail', async () => {
    const first = await rig();
    addNote(first.probe, 'a');
    await first.call('workspace.lock');
    const failing = restart(first, [
      oddTables,
      next,
      { id: 296, name: 'fails', sql: 'CREATE TABLE more (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);' },
    ]);
    expect(await failing.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'unexpected' });
    expect(readdirSync(join(first.folder, 'backups'))).toHaveLength(1);
    const again = restart(first, [oddTables, next]);
    await unlock(again);
    expect(noteIds(again.probe)).toEqual(['a']);
    expect(again.probe.deps().session().db.prepare("SELECT name FROM sqlite_schema WHERE name = 'more'").get()).toBeUndefined();
  });

  it('[E11] open a newer file read-only and say so', async () => {
    const first = await rig([oddTables, next]);
    addNote(first.probe, 'a');
    await first.call('workspace.lock');
    const older = restart(first, [oddTables]);
    expect(await unlock(older)).toMatchObject({ state: 'unlocked', readOnly: 'newerFormat' });
    expect(noteIds(older.probe)).toEqual(['a']);
    expect(addNote(older.probe, 'b')).toEqual(err({ code: 'workspace.readOnly', reason: 'newerFormat' }));
    expect(await older.refusal('settings.setWorkspace', { autolockMinutes: 5 })).toMatchObject({ code: 'workspace.readOnly' });
  });

  it('refuse two steps with one number', () => {
    const twice = defineFeature({ methods: {}, create: () => ({}), migrations: [oddTables, { ...next, id: oddTables.id }] });
    const app = track(startTestApp({ features: [twice], seedDemo: null }));
    return expect(app.refusal('workspace.demo', { parent: null })).resolves.toMatchObject({ code: 'unexpected' });
  });
});

describe('snapshots', () => {
  it('[E8] are taken on opening, then every 15 minutes with changes, and only then', async () => {
    const first = await rig();
    const count = async () => (await first.call<{ snapshots: object[] }>('backups.list')).snapshots.length;
    first.app.signal({ type: 'tick' });
    expect(await count()).toBe(1);
    const pass = (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        first.ports.clock.advance(60_000);
        first.app.signal({ type: 'activity' });
        first.app.signal({ type: 'tick' });
      }
    };
    pass(16);
    expect(await count()).toBe(1);
    addNote(first.probe, 'a');
    pass(16);
    expect(await first.call('backups.list')).toMatchObject({
      snapshots: [{ because: 'schedule', verified: true, journalSeq: 1 }, { because: 'open' }],
    });
  });

  it('[E9] compares a snapshot with the present, restores it after saving the present, and can go back', async () => {
    const first = await rig();
    addNote(first.probe, 'kept');
    const snapshot = await first.call<{ id: string }>('backups.now');
    first.ports.clock.advance(60_000);
    addNote(first.probe, 'later');
    expect(await first.call('backups.compare', { id: snapshot.id })).toMatchObject({
      intact: true,
      commandsSince: 1,
      tables: [{ table: 'notes', onlyInPresent: 1, onlyInSnapshot: 0, changed: 0 }],
    });
    const { undoSnapshot } = await first.call<{ undoSnapshot: string }>('backups.restore', { id: snapshot.id });
    expect(noteIds(first.probe)).toEqual(['kept']);
    expect(await first.call('journal.verify')).toMatchObject({ intact: true });
    expect(await first.refusal('journal.undo')).toMatchObject({ code: 'undo.blocked' });
    first.ports.clock.advance(60_000);
    await first.call('backups.restore', { id: undoSnapshot });
    expect(noteIds(first.probe)).toEqual(['kept', 'later']);
  });

  it('[E9] restores as a copy beside the workspace, which opens with the same passphrase', async () => {
    const first = await rig();
    addNote(first.probe, 'a');
    const snapshot = await first.call<{ id: string }>('backups.now');
    const { folderName } = await first.call<{ folderName: string }>('backups.restoreCopy', { id: snapshot.id, parent: null });
    first.app.signal({ type: 'folderOffered', path: join(first.ports.paths.documents, folderName) });
    await unlock(first);
    expect(noteIds(first.probe)).toEqual(['a']);
    expect(await first.call<object[]>('workspace.recent')).toHaveLength(2);
  });

  it('[E8] [E9] refuses a snapshot that is damaged', async () => {
    const first = await rig();
    const snapshot = await first.call<{ id: string }>('backups.now');
    const path = join(first.folder, 'backups', `${snapshot.id}.db`);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000);
    writeFileSync(path, bytes);
    expect(await first.call('backups.compare', { id: snapshot.id })).toMatchObject({ intact: false });
    expect(await first.refusal('backups.restore', { id: snapshot.id })).toMatchObject({ code: 'workspace.damaged' });
    expect(await first.refusal('backups.restore', { id: '../../etc/passwd' })).toMatchObject({ code: 'record.notFound' });
  });
});

describe('lock and presence', () => {
  it('[D1] locks after the set idle time, by either clock, and not while somebody is here', async () => {
    const first = await rig();
    await first.call('settings.setWorkspace', { autolockMinutes: 5 });
    const state = async () => (await first.call<{ state: string }>('workspace.status')).state;
    for (let minute = 0; minute < 12; minute += 1) {
      first.ports.clock.advance(60_000);
      first.app.signal({ type: 'activity' });
      first.app.signal({ type: 'tick' });
    }
    expect(await state()).toBe('unlocked');
    first.ports.clock.advance(4 * 60_000 + 59_000);
    first.app.signal({ type: 'tick' });
    expect(await state()).toBe('unlocked');
    first.ports.clock.advance(1000);
    first.app.signal({ type: 'tick' });
    expect(await first.call('workspace.status')).toMatchObject({ state: 'locked', lock: { because: 'idle', idleMinutes: 5 } });
  });

  it.each([0, 121, 1.5, null])('[D1] refuses %s minutes, so that it cannot be "never"', async (autolockMinutes) => {
    const first = await rig();
    expect(await first.refusal('settings.setWorkspace', { autolockMinutes })).toMatchObject({ code: 'request.invalid' });
  });

  it.each(['sleep', 'screenLock', 'asked', 'quit'] as const)(
    '[D1] [D3] locks on %s and says so before the work is done',
    async (because) => {
      const first = await rig();
      first.events.length = 0;
      first.app.signal({ type: 'lock', because });
      expect(first.events.filter((event) => event.type === 'lock')).toEqual([
        { type: 'lock', state: 'locking', because },
        { type: 'lock', state: 'locked', because },
      ]);
      expect(await first.refusal('journal.list')).toEqual({ code: 'workspace.locked' });
    },
  );

  it('[C14] [D2] zeroes the key and closes the database and the claim', async () => {
    const first = await rig();
    const { db } = first.probe.deps().session();
    await first.call('workspace.lock');
    expect(db.open).toBe(false);
    expect(existsSync(join(first.folder, '.lock'))).toBe(false);
    expect(existsSync(join(first.folder, 'workspace.db-wal'))).toBe(false);
    expect(() => first.probe.deps().session()).toThrow('No workspace is open');
  });

  it('[D4] keeps an unfinished form over a lock and a restart', async () => {
    const first = await rig();
    await first.call('drafts.save', { key: 'models.new', value: { name: 'Unfinished', steps: [1, 2] } });
    await first.call('workspace.lock');
    const second = restart(first);
    await unlock(second);
    expect(await second.call('drafts.get', { key: 'models.new' })).toMatchObject({ value: { name: 'Unfinished', steps: [1, 2] } });
    await second.call('drafts.discard', { key: 'models.new' });
    expect(await second.call('drafts.get', { key: 'models.new' })).toBeNull();
  });

  it('[B7] a handle names one file for one purpose, until the window closes', async () => {
    const first = await rig();
    first.ports.picks.folders.push(first.folder);
    const picked = await first.call<{ handle: string; name: string }>('workspace.pickFolder', { purpose: 'createIn' });
    expect(JSON.stringify(picked)).not.toContain(first.ports.root);
    expect(await first.refusal('workspace.open', { handle: picked.handle })).toEqual({ code: 'file.handleExpired' });
    first.ports.picks.folders.push(first.folder);
    const second = await first.call<{ handle: string }>('workspace.pickFolder', { purpose: 'open' });
    first.app.signal({ type: 'windowClosed' });
    expect(await first.refusal('workspace.open', { handle: second.handle })).toEqual({ code: 'file.handleExpired' });
  });
});

describe('copies and traces', () => {
  it('a copied folder is a workspace of its own place', async () => {
    const first = await rig();
    addNote(first.probe, 'a');
    await first.call('workspace.lock');
    const copy = join(first.ports.root, 'Moved.gatehouse');
    cpSync(first.folder, copy, { recursive: true });
    first.app.signal({ type: 'folderOffered', path: copy });
    expect(await unlock(first)).toMatchObject({ workspace: { folderName: 'Moved.gatehouse', name: 'Test company' } });
    copyFileSync(join(copy, 'workspace.json'), join(copy, 'other.json'));
    expect(noteIds(first.probe)).toEqual(['a']);
  });
});
