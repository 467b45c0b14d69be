import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { productKdf } from '../../src-main/core/crypto/index.ts';
import { createFakePorts } from '../harness/ports.ts';
import { openTestWorkspace, startTestApp, type TestApp, testPassphrase } from '../harness/workspace.ts';

const open: TestApp[] = [];
const track = <T extends TestApp>(app: T): T => {
  open.push(app);
  return app;
};
const workspaceWith = async (options: Parameters<typeof openTestWorkspace>[0] = {}) =>
  track(await openTestWorkspace({ features: [], seedDemo: null, ...options }));
afterEach(async () => {
  for (const app of open.splice(0)) await app.end();
});

const headerOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'workspace.json'), 'utf8')) as Record<string, never> & { passphrase: { kdf: { N: number } } };
const writeHeader = (folder: string, header: object) => writeFileSync(join(folder, 'workspace.json'), JSON.stringify(header));
const newPassphrase = 'nine grey herons by the canal';

describe('creating', () => {
  it('[C4] puts nothing on disk until the recovery key was typed back, and names a wrong group', async () => {
    const app = track(startTestApp({ features: [], seedDemo: null }));
    const request = { parent: null, name: 'Acme', color: 'teal', kind: 'live', passphrase: testPassphrase };
    const { draftId, groups } = await app.call<{ draftId: string; groups: string[] }>('workspace.create', request);
    expect(readdirSync(app.ports.paths.documents)).toEqual([]);
    const slip = groups.map((group, place) => (place === 2 ? `${group.slice(0, 4)}${group[4] === 'A' ? 'B' : 'A'}` : group));
    expect(await app.refusal('workspace.confirmRecoveryKey', { draftId, typed: slip.join(' ') })).toEqual({
      code: 'recoveryKey.wrong',
      waitSeconds: 0,
      badGroup: 2,
    });
    expect(await app.call('workspace.confirmRecoveryKey', { draftId, typed: groups.join(' ').toLowerCase() })).toMatchObject({
      state: 'unlocked',
    });
    expect(readdirSync(app.ports.paths.documents)).toEqual(['Acme.gatehouse']);
    expect(await app.refusal('workspace.confirmRecoveryKey', { draftId, typed: groups.join('') })).toMatchObject({
      code: 'record.notFound',
    });
  });

  it('[C1] [C8] leaves no key, name or plain database in the folder', async () => {
    const workspace = await workspaceWith({ name: 'Zanzibar Optics' });
    await workspace.call('workspace.lock');
    const files = readdirSync(workspace.folder);
    expect(files.sort()).toEqual(['workspace.db', 'workspace.json']);
    for (const file of files) expect(readFileSync(join(workspace.folder, file)).includes('Zanzibar')).toBe(false);
    expect(readFileSync(join(workspace.folder, 'workspace.db')).subarray(0, 6).toString()).not.toBe('SQLite');
    if (process.platform !== 'win32') expect(statSync(join(workspace.folder, 'workspace.json')).mode & 0o077).toBe(0);
  });

  it('[C5] refuses a weak passphrase and a folder name that is taken', async () => {
    const workspace = await workspaceWith({ name: 'Acme' });
    const request = { parent: null, color: 'teal', kind: 'live' };
    expect(await workspace.refusal('workspace.create', { ...request, name: 'Other', passphrase: 'short one' })).toMatchObject({
      code: 'passphrase.tooWeak',
      reason: 'short',
    });
    expect(await workspace.refusal('workspace.create', { ...request, name: 'Acme', passphrase: testPassphrase })).toEqual({
      code: 'workspace.alreadyExists',
      name: 'Acme',
    });
  });

  it('[C4] [D6] prints the key to a chosen file without naming the workspace, and copies it for a minute', async () => {
    const app = track(startTestApp({ features: [], seedDemo: null }));
    const { draftId, groups } = await app.call<{ draftId: string; groups: string[] }>('workspace.create', {
      parent: null,
      name: 'Zanzibar',
      color: 'teal',
      kind: 'live',
      passphrase: testPassphrase,
    });
    app.ports.picks.saves.push(join(app.ports.root, 'key.pdf'));
    expect(await app.call('workspace.printRecoveryKey', { draftId })).toEqual({ saved: true });
    expect(readFileSync(join(app.ports.root, 'key.pdf'), 'utf8')).toContain('%PDF');
    expect(app.ports.seen.printed[0]?.html).toContain(groups[7]);
    expect(app.ports.seen.printed[0]?.html).not.toContain('Zanzibar');
    expect(await app.call('workspace.copyRecoveryKey', { draftId })).toEqual({ clearsAfterSeconds: 60 });
    expect(app.ports.seen.copied).toEqual([{ text: groups.join('-'), clearAfterMs: 60_000 }]);
  });
});

describe('unlocking', () => {
  it('[C2] refuses a header whose derivation was weakened, before deriving', async () => {
    const workspace = await workspaceWith();
    await workspace.call('workspace.lock');
    // The same folder met by the product's own derivation: the harness's parameters are below its floor.
    const strict = track(
      startTestApp({ features: [], seedDemo: null, kdf: productKdf, ports: createFakePorts({ root: workspace.ports.root }) }),
    );
    strict.app.signal({ type: 'folderOffered', path: workspace.folder });
    expect(await strict.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'workspace.headerRefused' });
  });

  it.each([
    ['an id', (header: object) => ({ ...header, id: 'other' })],
    ['the creation day', (header: object) => ({ ...header, createdAt: '2020-01-01T00:00:00.000Z' })],
    ['the key name', (header: object) => ({ ...header, keyId: 'other' })],
    ['the demo mark', (header: object) => ({ ...header, demo: true })],
  ])('[C3] a header with %s changed unlocks nothing', async (_what, change) => {
    const workspace = await workspaceWith();
    await workspace.call('workspace.lock');
    writeHeader(workspace.folder, change(headerOf(workspace.folder)));
    expect(await workspace.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'passphrase.wrong' });
  });

  it('[C3] a header with a derivation parameter changed unlocks nothing, though it is strong enough', async () => {
    const workspace = await workspaceWith();
    await workspace.call('workspace.lock');
    const header = headerOf(workspace.folder);
    writeHeader(workspace.folder, { ...header, passphrase: { ...header.passphrase, kdf: { ...header.passphrase.kdf, N: 256 } } });
    expect(await workspace.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'passphrase.wrong' });
  });

  it.each(['', '{', '[]', '{"product":"other"}', 'x'.repeat(70_000)])('says when the header is no header: %j', async (text) => {
    const workspace = await workspaceWith();
    await workspace.call('workspace.close');
    writeFileSync(join(workspace.folder, 'workspace.json'), text);
    const { code } = await workspace.refusal('workspace.open', { recentId: await firstRecent(workspace) });
    expect(['workspace.headerRefused', 'workspace.notAWorkspace']).toContain(code);
  });

  it('[C6] slows down after five wrong tries, across restarts, and never wipes', async () => {
    const workspace = await workspaceWith();
    await workspace.call('workspace.lock');
    const wrong = (app: TestApp) => app.refusal('workspace.unlock', { passphrase: 'wrong one' });
    for (const triesBeforeWait of [4, 3, 2, 1])
      expect(await wrong(workspace)).toEqual({ code: 'passphrase.wrong', waitSeconds: 0, triesBeforeWait });
    for (const waitSeconds of [2, 4, 8, 16, 32, 60, 60]) {
      expect(await wrong(workspace)).toEqual({ code: 'passphrase.wrong', waitSeconds, triesBeforeWait: 0 });
      // Meanwhile even the right one waits.
      expect(await workspace.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ waitSeconds });
      workspace.ports.clock.advance(waitSeconds * 1000);
    }
    expect(await wrong(workspace)).toMatchObject({ waitSeconds: 60 });
    const ports = createFakePorts({ root: workspace.ports.root, now: workspace.ports.clock.now() });
    const restarted = track(startTestApp({ features: [], seedDemo: null, ports }));
    restarted.app.signal({ type: 'folderOffered', path: workspace.folder });
    expect(await wrong(restarted)).toMatchObject({ waitSeconds: 60 });
    ports.clock.advance(60_000);
    expect(await restarted.call('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ state: 'unlocked' });
  });

  it('[C6] counts guesses made at the same time', async () => {
    const workspace = await workspaceWith();
    await workspace.call('workspace.lock');
    const replies = await Promise.all(Array.from({ length: 10 }, () => workspace.refusal('workspace.unlock', { passphrase: 'wrong one' })));
    expect(replies.filter((error) => error.code === 'passphrase.wrong' && error.waitSeconds > 0)).toHaveLength(6);
  });

  it('[C4] opens with the recovery key when the passphrase is forgotten, and sets a new one', async () => {
    const workspace = await workspaceWith();
    await workspace.call('settings.setWorkspace', { autolockMinutes: 77 });
    await workspace.call('workspace.lock');
    expect(await workspace.refusal('workspace.recover', { recoveryKey: 'AAAAA', newPassphrase })).toMatchObject({
      code: 'recoveryKey.wrong',
    });
    expect(await workspace.call('workspace.recover', { recoveryKey: workspace.recoveryKey, newPassphrase })).toMatchObject({
      state: 'unlocked',
    });
    expect(await workspace.call('settings.get')).toMatchObject({ workspace: { autolockMinutes: 77 } });
    await workspace.call('workspace.lock');
    expect(await workspace.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'passphrase.wrong' });
    await workspace.call('workspace.unlock', { passphrase: newPassphrase });
  });
});

describe('changing the ways in', () => {
  it('[C11] changes the passphrase without rewriting a page, and only with the right one', async () => {
    const workspace = await workspaceWith();
    expect(await workspace.refusal('workspace.changePassphrase', { current: 'not this one', next: newPassphrase })).toMatchObject({
      code: 'passphrase.wrong',
    });
    await workspace.call('workspace.changePassphrase', { current: testPassphrase, next: newPassphrase });
    await workspace.call('workspace.lock');
    expect(await workspace.refusal('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({ code: 'passphrase.wrong' });
    await workspace.call('workspace.unlock', { passphrase: newPassphrase });
  });

  it('[C4] replaces the recovery key, after which the old one opens nothing', async () => {
    const workspace = await workspaceWith();
    const { draftId, groups } = await workspace.call<{ draftId: string; groups: string[] }>('workspace.replaceRecoveryKey', {
      passphrase: testPassphrase,
    });
    await workspace.call('workspace.confirmRecoveryKey', { draftId, typed: groups.join('') });
    await workspace.call('workspace.lock');
    expect(await workspace.refusal('workspace.recover', { recoveryKey: workspace.recoveryKey, newPassphrase })).toMatchObject({
      code: 'recoveryKey.wrong',
    });
    await workspace.call('workspace.recover', { recoveryKey: groups.join('-'), newPassphrase });
  });

  it('[C12] rotates the data key: same data, new key, the old files gone after the next clean opening', async () => {
    const workspace = await workspaceWith();
    await workspace.call('settings.setWorkspace', { autolockMinutes: 42 });
    const before = await workspace.call<{ id: string }>('backups.now');
    const { draftId, groups } = await workspace.call<{ draftId: string; groups: string[] }>('workspace.rotateDataKey', {
      passphrase: testPassphrase,
    });
    await workspace.call('workspace.confirmRecoveryKey', { draftId, typed: groups.join('') });
    expect(await workspace.call('settings.get')).toMatchObject({ workspace: { autolockMinutes: 42 } });
    expect(existsSync(join(workspace.folder, 'workspace.db.old-key'))).toBe(true);
    expect(await workspace.call('backups.list')).toMatchObject({ snapshots: [{ id: before.id, oldKey: true }] });
    await workspace.call('workspace.lock');
    await workspace.call('workspace.unlock', { passphrase: testPassphrase });
    expect(existsSync(join(workspace.folder, 'workspace.db.old-key'))).toBe(false);
    expect(await workspace.call('journal.verify')).toMatchObject({ intact: true });
    await workspace.call('workspace.lock');
    await workspace.call('workspace.recover', { recoveryKey: groups.join(''), newPassphrase });
  });

  it('[C7] remembers on this computer only when asked, only with a real keychain, and forgets again', async () => {
    const workspace = await workspaceWith();
    expect(await workspace.call('workspace.status')).toMatchObject({
      keychain: { remembered: false },
      details: { waysIn: ['passphrase', 'recoveryKey'] },
    });
    for (const backend of ['basic_text', 'unavailable']) {
      workspace.ports.keychain = backend;
      expect(await workspace.refusal('workspace.remember', { on: true })).toEqual({ code: 'keychain.refused', backend });
    }
    workspace.ports.keychain = 'gnome_libsecret';
    await workspace.call('workspace.remember', { on: true });
    await workspace.call('workspace.lock');
    expect(await workspace.call('workspace.unlockFromKeychain')).toMatchObject({ state: 'unlocked', keychain: { remembered: true } });
    await workspace.call('workspace.remember', { on: false });
    await workspace.call('workspace.lock');
    expect(await workspace.refusal('workspace.unlockFromKeychain')).toMatchObject({ code: 'keychain.refused' });
  });
});

async function firstRecent(app: TestApp): Promise<string> {
  const [recent] = await app.call<{ id: string }[]>('workspace.recent');
  return recent?.id ?? '';
}
