import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreStartup, FromCore, ToCore } from '../../src-main/core/rpc/wire.ts';
import type { HostEvent, Reply } from '../../src-shared/contract/kernel.ts';
import { testPassphrase } from '../harness/workspace.ts';

const repository = resolve(import.meta.dirname, '../..');
let root: string;
const threads: Worker[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-thread-'));
});
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.terminate();
  rmSync(root, { recursive: true, force: true });
});

/** The shell thread's side of the wire, as small as it can be: the keychain is its only port. */
function startCore() {
  const folder = (name: string) => {
    mkdirSync(join(root, name), { recursive: true });
    return join(root, name);
  };
  const startup: CoreStartup = {
    paths: {
      resources: join(repository, 'resources'),
      userData: folder('user-data'),
      temp: folder('temp'),
      logs: folder('logs'),
      documents: folder('documents'),
      workers: join(repository, 'src-main/workers'),
      workerExtension: '.ts',
    },
    app: { version: '0.0.0-test', packaged: false, machine: 'test-machine' },
    test: { now: '2031-05-06T07:08:09.000Z' },
  };
  const worker = new Worker(join(repository, 'src-main/workers/core.ts'), { workerData: startup });
  threads.push(worker);
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const events: HostEvent[] = [];
  const marks = new Map<string, () => void>();
  const reached = (type: string) => new Promise<void>((done) => marks.set(type, done));
  const ready = reached('ready');
  const closed = reached('closed');
  const post = (message: ToCore) => worker.postMessage(message);
  worker.on('message', (message: FromCore) => {
    if (message.type === 'reply') waiting.get(message.id)?.(message.reply);
    else if (message.type === 'event') events.push(message.event);
    else if (message.type === 'port')
      post({ type: 'portReply', id: message.id, outcome: { ok: true, value: { available: false, backend: 'none' } } });
    else marks.get(message.type)?.();
  });
  let last = 0;
  const call = (method: string, payload: unknown = {}) => {
    last += 1;
    const id = last;
    const reply = new Promise<Reply<unknown>>((done) => waiting.set(id, done));
    post({ type: 'call', id, method, payload });
    return reply;
  };
  return { worker, ready, closed, post, call, events };
}

describe('the core in its own thread', () => {
  it('[C2] creates and opens a workspace with the product’s own key derivation, and after the thread died lets the next one in', async () => {
    const first = startCore();
    await first.ready;
    const request = { parent: null, name: 'Threaded', color: 'blue', kind: 'exercise', passphrase: testPassphrase };
    const draft = await first.call('workspace.create', request);
    if (!draft.ok) throw new Error(draft.error.code);
    const { draftId, groups } = draft.value as { draftId: string; groups: string[] };
    expect(await first.call('workspace.confirmRecoveryKey', { draftId, typed: groups.join('') })).toMatchObject({
      ok: true,
      value: { state: 'unlocked', workspace: { kind: 'exercise' } },
    });
    expect(await first.call('settings.setWorkspace', { autolockMinutes: 99 })).toMatchObject({
      ok: true,
      value: { today: expect.stringMatching(/^2031-05-0[567]$/) },
    });
    expect(first.events).toContainEqual({ type: 'touched', topics: ['settings', 'classification', 'journal'] });
    await first.worker.terminate();

    const second = startCore();
    await second.ready;
    const recent = await second.call('workspace.recent');
    expect(recent).toMatchObject({ ok: true, value: [{ name: 'Threaded', missing: false }] });
    const [{ id: recentId } = { id: '' }] = recent.ok ? (recent.value as { id: string }[]) : [];
    await second.call('workspace.open', { recentId });
    const before = performance.now();
    expect(await second.call('workspace.unlock', { passphrase: testPassphrase })).toMatchObject({
      ok: true,
      value: { state: 'unlocked', readOnly: null },
    });
    process.stdout.write(`  unlocked in ${Math.round(performance.now() - before)} ms\n`);
    expect(await second.call('settings.get')).toMatchObject({ ok: true, value: { workspace: { autolockMinutes: 99 } } });

    second.post({ type: 'signal', signal: { type: 'lock', because: 'sleep' } });
    expect(await second.call('journal.list')).toEqual({ ok: false, error: { code: 'workspace.locked' } });
    second.post({ type: 'close' });
    await second.closed;
  });
});
