import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../src-shared/model/result.ts';
import { createProbe, oddTables } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace, testPassphrase } from '../harness/workspace.ts';

const marker = 'PLANTED-MARKER-91c2';
const passport = 'X83K7719Q';
let workspace: TestWorkspace | undefined;
afterEach(async () => {
  await workspace?.end();
  workspace = undefined;
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Files of the system's temporary folder that this process, or SQLite in it, could have written. */
function temporaryFiles(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => /^(etilqs|sqlite)/i.test(name));
}

function readable(folder: string, secrets: readonly string[]): readonly string[] {
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path);
    return secrets.some((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')));
  });
}

describe('what lies readable on disk', () => {
  it('[C9] [C14] [G1] nothing of a marker after edits, a bulk write of 10 000 rows, a sort that spills, a search, an undo, a snapshot, a defect and a lock', async () => {
    const probe = createProbe([oddTables]);
    workspace = await openTestWorkspace({ features: [probe.feature], seedDemo: null, name: 'Acme' });
    const { app, call, ports, folder } = workspace;
    const session = () => probe.deps().session();
    const before = temporaryFiles();
    const check = () => {
      expect(readable(ports.root, [marker, passport, testPassphrase, workspace?.recoveryKey ?? '', 'seven lanterns'])).toEqual([]);
      expect(temporaryFiles()).toEqual(before);
    };
    session().write({ method: 'test.edit', params: { name: marker }, subject: { entity: 'note', id: marker } }, () => {
      session().db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(marker, `${marker} ${passport}`);
      return ok(null);
    });
    await call('settings.setWorkspace', { person: { name: marker, initials: 'PM' } });
    await call('drafts.save', { key: 'models.new', value: { name: marker } });
    check();

    await session().writeInSlices({ method: 'test.import' }, async (tx) => {
      const insert = tx.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)');
      for (let row = 0; row < 10_000; row += 1) {
        insert.run(`row-${row}`, `${marker} ${passport} ${String(row % 977).padStart(200, 'z')}`);
        await tx.pause();
        if (row === 9000) check();
      }
      return ok(null);
    });
    check();

    session().db.pragma('cache_size = 10');
    const sorted = session()
      .db.prepare<[], string>('SELECT a.body FROM notes a JOIN numbered b ON 1 = 0 UNION SELECT body || id FROM notes ORDER BY 1 DESC')
      .pluck()
      .iterate();
    sorted.next();
    check();
    for (const _row of sorted);
    session().db.prepare("SELECT rowid FROM notes_search WHERE notes_search MATCH 'PLANTED'").all();
    await call('journal.list', { search: marker });
    await call('journal.undo');
    await call('backups.now');
    check();

    await app.dispatch(marker, { [passport]: marker });
    await app.dispatch('workspace.unlock', { passphrase: marker });
    await app.dispatch('journal.history', { entity: marker, id: marker });
    expect(() => session().db.exec(`INSERT INTO notes (id) VALUES ('${marker}')`)).toThrow();
    probe.deps().log.defect('test.defect', new Error(`${marker} ${passport}`));
    await call('workspace.lock');
    await app.dispatch('workspace.unlock', { passphrase: `${marker} wrong` });
    check();
    expect(existsSync(join(folder, 'workspace.db-wal'))).toBe(false);
    expect(readFileSync(join(ports.paths.logs, 'core.log'), 'utf8')).toContain('"method":"workspace.lock"');
  });
});
