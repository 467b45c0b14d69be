import { describe, expect, it } from 'vitest';
import { err, ok } from '../../src-shared/model/result.ts';
import { addNote, noteIds, rig } from '../harness/rig.ts';

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
