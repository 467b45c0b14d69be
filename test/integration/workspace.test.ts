import { afterEach, describe, expect, it } from 'vitest';
import { openTestWorkspace, type TestWorkspace, testPassphrase } from '../harness/workspace.ts';

describe('a workspace from creation to lock', () => {
  let workspace: TestWorkspace | undefined;
  afterEach(async () => {
    await workspace?.end();
    workspace = undefined;
  });

  it('is created, changed, locked, refuses to answer, and unlocks with the change still there', async () => {
    workspace = await openTestWorkspace();
    expect(await workspace.call('workspace.status')).toMatchObject({
      state: 'unlocked',
      workspace: { name: 'Test company', kind: 'live' },
    });
    await workspace.call('settings.setWorkspace', { autolockMinutes: 30 });
    await workspace.call('workspace.lock');
    expect(await workspace.refusal('settings.setWorkspace', { autolockMinutes: 5 })).toEqual({ code: 'workspace.locked' });
    await workspace.call('workspace.unlock', { passphrase: testPassphrase });
    expect(await workspace.call('settings.get')).toMatchObject({ workspace: { autolockMinutes: 30, person: { initials: 'TT' } } });
    const { entries } = await workspace.call<{ entries: { method: string; initials: string }[] }>('journal.list', {});
    expect(entries.map((entry) => entry.method)).toEqual(['settings.setWorkspace']);
    expect(await workspace.call('journal.verify')).toMatchObject({ intact: true, entries: 1 });
  });

  it('undoes and redoes a setting', async () => {
    workspace = await openTestWorkspace();
    await workspace.call('settings.setWorkspace', { autolockMinutes: 30 });
    await workspace.call('journal.undo');
    expect(await workspace.call('settings.get')).toMatchObject({ workspace: { autolockMinutes: 10 } });
    await workspace.call('journal.redo');
    expect(await workspace.call('settings.get')).toMatchObject({ workspace: { autolockMinutes: 30 } });
    expect(await workspace.refusal('journal.redo')).toEqual({ code: 'undo.nothing' });
  });
});
