import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { repoRoot } from '../harness/runtime.ts';

let window: AppWindow;

test.beforeAll(async () => {
  window = await launchApp();
});
test.afterAll(() => window.close());

test('[B1] the page sees exactly two functions of ours, frozen', async () => {
  const seen = await window.page.evaluate(() => {
    const page = globalThis as unknown as { host: Record<string, unknown> };
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const bare = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
    frame.remove();
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !bare.has(name));
    const before = page.host['call'];
    Reflect.set(page.host, 'call', () => 'mine');
    Reflect.set(globalThis, 'host', { call: () => 'mine' });
    return { keys: Object.keys(page.host).sort(), frozen: Object.isFrozen(page.host), callKept: page.host['call'] === before, added };
  });
  expect(seen.keys).toEqual(['call', 'on']);
  expect(seen.frozen).toBe(true);
  expect(seen.callKept).toBe(true);
  expect(seen.added.filter((name) => !allowedOnWindow.has(name))).toEqual([]);
});

/** Names that a bare frame lacks: ours, what the browser or the test driver adds, and the version marks of libraries. */
const allowedOnWindow = new Set([
  ...['host', 'event'],
  ...['__playwright__binding__', '__playwright_binding__', '__pw_dispatcher'],
  ...['__reactRouterVersion', '__zod_globalConfig', '__zod_globalRegistry'],
]);

test('[B2] a frame or window that is not ours gets no answer', async () => {
  const stranger = await window.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
      await other.loadURL('data:text/html,<h1>stranger</h1>');
      // Once the unanswered call is collected as garbage, Electron itself ends it with this error; that is no answer either.
      const answer = await other.webContents.executeJavaScript(`Promise.race([
        window.host.call('window.state', {}).catch((error) => (/reply was never sent/.test(error.message) ? 'silence' : String(error))),
        new Promise((resolve) => setTimeout(() => resolve('silence'), 500)),
      ])`);
      other.destroy();
      return answer as unknown;
    },
    join(process.env['GATEHOUSE_APP'] ?? repoRoot, 'out', 'preload', 'preload.cjs'),
  );
  expect(stranger).toBe('silence');
  expect(window.log.some((line) => line.includes('ignored a message'))).toBe(true);
});

test('[B3] messages that no honest page sends are refused at the door', async () => {
  const tooLarge = await window.ask('workspace.status', { text: 'x'.repeat(1024 * 1024) });
  expect(tooLarge).toMatchObject({ ok: false, error: { code: 'request.tooLarge' } });
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'window.', 'x'.repeat(200)])
    expect(await window.ask(name, {}), name).toMatchObject({ ok: false });
  expect(await window.ask('window.zoom', { change: 'in', extra: 1 })).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
  expect(await window.ask('window.zoom', { change: 'sideways' })).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
});

test('[B3] no more than sixty-four calls wait at a time', async () => {
  const codes = await window.page.evaluate(async () => {
    const { host } = globalThis as unknown as {
      host: { call: (method: string, input: unknown) => Promise<{ ok: boolean; error?: { code: string } }> };
    };
    const replies = await Promise.all(Array.from({ length: 300 }, () => host.call('workspace.status', {})));
    return replies.filter((reply) => !reply.ok).map((reply) => reply.error?.code);
  });
  expect(codes.length).toBeGreaterThan(0);
  expect(new Set(codes)).toEqual(new Set(['request.tooMany']));
});

test('[B7] a chosen folder reaches the page as a handle and a name, never as a path', async () => {
  const parent = join(window.folder, 'chosen folder');
  mkdirSync(parent);
  window.answer('openFolder', parent);
  const picked = await window.call<{ handle: string; name: string }>('workspace.pickFolder', { purpose: 'createIn' });
  expect(picked.name).toBe('chosen folder');
  expect(JSON.stringify(picked)).not.toContain(window.folder);
});

test('[A15] [B7] a dropped file never navigates and arrives as a handle', async () => {
  const file = join(window.folder, 'models.csv');
  writeFileSync(file, 'name,parameters\nExample,7e9\n');
  const home = window.page.url();
  await window.page.evaluate(() => {
    const page = globalThis as unknown as { seen: unknown[]; host: { on: (listener: (event: unknown) => void) => void } };
    page.seen = [];
    page.host.on((event) => page.seen.push(event));
  });
  const devtools = await window.page.context().newCDPSession(window.page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } });
  const events = () => window.page.evaluate(() => JSON.stringify((globalThis as unknown as { seen: unknown[] }).seen));
  await expect.poll(events).toContain('fileDropped');
  expect(await events()).not.toContain(window.folder);
  expect(await events()).toContain('models.csv');
  expect(window.page.url()).toBe(home);
});

test('[A15] a drop that a page makes up itself does nothing', async () => {
  const asked = await window.page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['x'], 'made-up.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
    return JSON.stringify((globalThis as unknown as { seen: unknown[] }).seen);
  });
  expect(asked).not.toContain('made-up.csv');
});
