import { existsSync, readdirSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { track } from '../harness/rig.ts';
import { openTestWorkspace, startTestApp, testPassphrase } from '../harness/workspace.ts';

describe('the recent list', () => {
  it('keeps pinned ones first, says what is missing, opens by it, and forgets without touching the folder', async () => {
    const workspace = track(await openTestWorkspace({ features: [], seedDemo: null, name: 'First' }));
    await workspace.call('workspace.close');
    const { draftId, groups } = await workspace.call<{ draftId: string; groups: string[] }>('workspace.create', {
      parent: null,
      name: 'Second',
      color: 'red',
      kind: 'exercise',
      passphrase: testPassphrase,
    });
    workspace.ports.clock.advance(60_000);
    await workspace.call('workspace.confirmRecoveryKey', { draftId, typed: groups.join('') });
    await workspace.call('workspace.close');
    const list = () => workspace.call<{ id: string; name: string; missing: boolean; pinned: boolean; kind: string }[]>('workspace.recent');
    expect((await list()).map((one) => one.name)).toEqual(['Second', 'First']);
    const first = (await list())[1];
    await workspace.call('workspace.pin', { id: first?.id, pinned: true });
    expect((await list()).map((one) => [one.name, one.pinned, one.kind])).toEqual([
      ['First', true, 'live'],
      ['Second', false, 'exercise'],
    ]);
    expect(await workspace.call('workspace.open', { recentId: first?.id })).toMatchObject({
      state: 'locked',
      workspace: { name: 'First' },
    });
    renameSync(workspace.folder, `${workspace.folder}.away`);
    expect((await list())[0]).toMatchObject({ name: 'First', missing: true });
    expect(await workspace.refusal('workspace.open', { recentId: first?.id })).toEqual({ code: 'workspace.notFound' });
    await workspace.call('workspace.forget', { id: first?.id });
    expect(await list()).toHaveLength(1);
    expect(existsSync(`${workspace.folder}.away`)).toBe(true);
  });

  it('makes a demo workspace once and opens it again afterwards', async () => {
    const app = track(startTestApp({ features: [], seedDemo: null }));
    expect(await app.call('workspace.demo', { parent: null })).toMatchObject({ state: 'unlocked', workspace: { demo: true } });
    await app.call('workspace.lock');
    const status = await app.call<{ details: { demoPassphrase: string } }>('workspace.status');
    expect(await app.call('workspace.unlock', { passphrase: status.details.demoPassphrase })).toMatchObject({ state: 'unlocked' });
    await app.call('workspace.close');
    await app.call('workspace.demo', { parent: null });
    expect(readdirSync(app.ports.paths.documents)).toHaveLength(1);
  });

  it('[H8] chooses a folder named by a second start, which stays locked, and ignores what is no workspace', async () => {
    const workspace = track(await openTestWorkspace({ features: [], seedDemo: null }));
    workspace.app.signal({ type: 'folderOffered', path: workspace.ports.root });
    workspace.app.signal({ type: 'folderOffered', path: '/nowhere/at/all' });
    expect(await workspace.call('workspace.status')).toMatchObject({ state: 'unlocked' });
    expect(workspace.events.filter(({ type }) => type === 'folderRefused')).toHaveLength(2);
    workspace.app.signal({ type: 'folderOffered', path: workspace.folder });
    expect(await workspace.call('workspace.status')).toMatchObject({ state: 'locked', workspace: { name: 'Test company' } });
  });

  it('[B7] a dropped file reaches the screen as a handle with a name, never as a path', async () => {
    const workspace = track(await openTestWorkspace({ features: [], seedDemo: null }));
    workspace.app.signal({ type: 'fileOffered', path: `${workspace.folder}/workspace.json`, purpose: 'import' });
    const dropped = workspace.events.find((event) => event.type === 'fileDropped');
    expect(dropped).toMatchObject({ name: 'workspace.json' });
    expect(JSON.stringify(dropped)).not.toContain(workspace.ports.root);
  });
});
