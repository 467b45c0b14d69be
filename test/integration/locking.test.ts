import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { err } from '../../src-shared/model/result.ts';
import { addNote, noteIds, restart, rig, unlock } from '../harness/rig.ts';
import { testPassphrase } from '../harness/workspace.ts';

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
