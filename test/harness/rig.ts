import { afterEach } from 'vitest';
import type { Migration } from '../../src-main/core/db/index.ts';
import { ok } from '../../src-shared/model/result.ts';
import { createFakePorts } from './ports.ts';
import { createProbe, oddTables, type Probe } from './probe.ts';
import { openTestWorkspace, startTestApp, type TestApp, type TestWorkspace, testPassphrase } from './workspace.ts';

const started: TestApp[] = [];

/** Ends the app after the test that started it. */
export function track<T extends TestApp>(app: T): T {
  started.push(app);
  return app;
}

afterEach(async () => {
  for (const app of started.splice(0)) await app.end();
});

export interface Rig extends TestWorkspace {
  readonly probe: Probe;
}

/** An open workspace with the odd tables and a probe into it. */
export async function rig(migrations: readonly Migration[] = [oddTables]): Promise<Rig> {
  const probe = createProbe(migrations);
  return { ...track(await openTestWorkspace({ features: [probe.feature], seedDemo: null })), probe };
}

/** A second app over the same computer and folder, as after a restart. */
export function restart(before: TestWorkspace, migrations: readonly Migration[] = [oddTables]): TestApp & { readonly probe: Probe } {
  const probe = createProbe(migrations);
  const ports = createFakePorts({ root: before.ports.root, now: before.ports.clock.now() });
  const app = track(startTestApp({ features: [probe.feature], seedDemo: null, ports }));
  app.app.signal({ type: 'folderOffered', path: before.folder });
  return { ...app, probe };
}

export function addNote(probe: Probe, id: string, body = 'text') {
  const session = probe.deps().session();
  return session.write({ method: 'test.addNote', params: { name: id }, subject: { entity: 'note', id } }, () => {
    session.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(id, body);
    return ok(null);
  });
}

export function noteIds(probe: Probe): string[] {
  return probe.deps().session().db.prepare<[], string>('SELECT id FROM notes ORDER BY id').pluck().all();
}

export function unlock(app: TestApp, more: object = {}): Promise<unknown> {
  return app.call('workspace.unlock', { passphrase: testPassphrase, ...more });
}
