import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineFeature, type FeatureDeps } from '../../src-main/core/feature.ts';
import { command, query } from '../../src-shared/contract/kernel.ts';
import { err, ok } from '../../src-shared/model/result.ts';
import { oddTables } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace | undefined;
afterEach(async () => {
  await workspace?.end();
  workspace = undefined;
});

const methods = {
  'test.fill': command(z.strictObject({ size: z.int() }), z.null(), ['inventory']),
  'test.count': query(z.strictObject({}), z.number()),
  'test.wait': command(z.strictObject({}), z.null(), []),
};

/** Notes of any size, written as a real feature writes them, on a disk that can be made small. */
function notesFeature(control: { deps?: FeatureDeps; resume?: () => void }) {
  return defineFeature({
    methods,
    migrations: [oddTables],
    create(deps) {
      control.deps = deps;
      return {
        'test.fill': ({ size }) =>
          deps.session().write({ method: 'test.fill' }, () => {
            deps.session().db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(deps.ports.ids.next(), 'x'.repeat(size));
            return ok(null);
          }),
        'test.count': () => ok(deps.session().db.prepare<[], number>('SELECT count(*) FROM notes').pluck().get() ?? 0),
        async 'test.wait'() {
          await new Promise<void>((resolve) => {
            control.resume = resolve;
          });
          return deps.session().write({ method: 'test.wait' }, () => ok(null));
        },
      };
    },
  });
}

describe('a command that cannot finish', () => {
  it('[E7] [E3] on a full disk says so, changes nothing, and work goes on once there is room', async () => {
    const control: { deps?: FeatureDeps } = {};
    workspace = await openTestWorkspace({ features: [notesFeature(control)], seedDemo: null });
    await workspace.call('test.fill', { size: 10 });
    const db = control.deps?.session().db;
    const pages = Number(db?.pragma('page_count', { simple: true }));
    db?.pragma(`max_page_count = ${pages + 2}`);
    expect(await workspace.refusal('test.fill', { size: 100_000 })).toEqual({
      code: 'storage.failed',
      reason: 'full',
      detail: 'SQLITE_FULL',
    });
    expect(await workspace.call('test.count')).toBe(1);
    expect(await workspace.call('journal.verify')).toMatchObject({ intact: true, entries: 1 });
    db?.pragma('max_page_count = 1000000');
    await workspace.call('test.fill', { size: 100_000 });
    expect(await workspace.call('test.count')).toBe(2);
  });

  it('[B5] in flight when the lock falls answers that it is locked, and commits nothing', async () => {
    const control: { resume?: () => void } = {};
    workspace = await openTestWorkspace({ features: [notesFeature(control)], seedDemo: null });
    const { app } = workspace;
    const reply = app.dispatch('test.wait', {});
    await new Promise((resolve) => setImmediate(resolve));
    await workspace.call('workspace.lock');
    await workspace.unlock();
    control.resume?.();
    expect(await reply).toEqual(err({ code: 'workspace.locked' }));
    expect(await workspace.call('journal.list')).toMatchObject({ total: 0 });
  });

  it('[B5] while locked every method outside the unlock family is refused', async () => {
    workspace = await openTestWorkspace();
    await workspace.call('workspace.close');
    const family = /^(workspace|settings|backups)\./;
    for (const method of workspace.app.methods) {
      if (family.test(method)) continue;
      expect(await workspace.refusal(method), method).toEqual({ code: 'workspace.locked' });
    }
    for (const method of [
      'workspace.rename',
      'workspace.changePassphrase',
      'workspace.rotateDataKey',
      'workspace.remember',
      'settings.setWorkspace',
      'backups.list',
      'backups.restore',
    ]) {
      expect(await workspace.refusal(method), method).toEqual({ code: 'workspace.locked' });
    }
  });
});
