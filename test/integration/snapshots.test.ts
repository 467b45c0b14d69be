import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Migration } from '../../src-main/core/db/index.ts';
import { defineFeature } from '../../src-main/core/feature.ts';
import { err, ok } from '../../src-shared/model/result.ts';
import { oddTables } from '../harness/probe.ts';
import { addNote, noteIds, restart, rig, track, unlock } from '../harness/rig.ts';
import { startTestApp, testPassphrase } from '../harness/workspace.ts';

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
    const list = async () => (await first.call<{ snapshots: object[] }>('backups.list')).snapshots;
    const pass = (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        first.ports.clock.advance(60_000);
        first.app.signal({ type: 'activity' });
        first.app.signal({ type: 'tick' });
      }
    };
    first.app.signal({ type: 'tick' });
    await expect.poll(list).toHaveLength(1);
    pass(16);
    addNote(first.probe, 'a');
    pass(16);
    await expect.poll(list).toMatchObject([
      { because: 'schedule', verified: true, journalSeq: 1 },
      { because: 'open', journalSeq: 0 },
    ]);
    pass(16);
    await first.call('backups.now');
    expect((await list()).map((one) => (one as { because: string }).because)).toEqual(['asked', 'schedule', 'open']);
  });

  it('[E8] let work go on meanwhile, and hold the moment they were asked for', async () => {
    const first = await rig();
    const session = first.probe.deps().session();
    session.write({ method: 'test.fill' }, () => {
      const insert = session.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)');
      for (let row = 0; row < 4000; row += 1) insert.run(`n${row}`, 'x'.repeat(1500));
      return ok(null);
    });
    const taking = first.call<{ id: string; journalSeq: number }>('backups.now');
    let turns = 0;
    let longest = 0;
    let done = false;
    void taking.then(() => {
      done = true;
    });
    while (!done) {
      const before = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      longest = Math.max(longest, performance.now() - before);
      if (turns < 20) addNote(first.probe, `meanwhile-${turns}`, 'y'.repeat(3000));
      turns += 1;
    }
    const snapshot = await taking;
    expect(snapshot.journalSeq).toBe(1);
    expect(turns).toBeGreaterThan(5);
    process.stdout.write(`  ${turns} turns of the loop during a snapshot, the longest ${Math.round(longest)} ms\n`);
    const [table] = (await first.call<{ tables: object[] }>('backups.compare', { id: snapshot.id })).tables;
    expect(table).toMatchObject({ table: 'notes', onlyInSnapshot: 0, changed: 0 });
    expect(noteIds(first.probe)).toHaveLength(4000 + Math.min(turns, 20));
  });

  it('[E8] end without a trace when the lock falls in the middle', async () => {
    const first = await rig();
    const session = first.probe.deps().session();
    session.write({ method: 'test.fill' }, () => {
      const insert = session.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)');
      for (let row = 0; row < 4000; row += 1) insert.run(`n${row}`, 'x'.repeat(1500));
      return ok(null);
    });
    const taking = first.app.dispatch('backups.now', {});
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await first.call('workspace.lock');
    expect(await taking).toEqual(err({ code: 'workspace.locked' }));
    expect(readdirSync(join(first.folder, 'backups'))).toEqual([]);
    await unlock(first);
    expect(noteIds(first.probe)).toHaveLength(4000);
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

  it('[G5] of another workspace are not taken in, not even under a forged name', async () => {
    const live = await rig();
    addNote(live.probe, 'live');
    const own = await live.call<{ id: string }>('backups.now');
    const other = await rig();
    addNote(other.probe, 'practice');
    const foreign = await other.call<{ id: string }>('backups.now');
    const forged = own.id.replace('_asked_', '_open_');
    for (const name of [foreign.id, forged]) {
      copyFileSync(join(other.folder, 'backups', `${foreign.id}.db`), join(live.folder, 'backups', `${name}.db`));
    }
    expect(await live.refusal('backups.restore', { id: foreign.id })).toMatchObject({ code: 'record.conflict' });
    expect(await live.refusal('backups.restore', { id: forged })).toMatchObject({ code: 'workspace.damaged' });
    expect(noteIds(live.probe)).toEqual(['live']);
  });
});
