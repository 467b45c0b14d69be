import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addNote, noteIds, type Rig, rig, unlock } from '../harness/rig.ts';
import { testPassphrase } from '../harness/workspace.ts';

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
