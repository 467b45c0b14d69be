import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';

let window: AppWindow;

test.beforeEach(async () => {
  window = await launchApp();
});
test.afterEach(() => window.close());

/** The workspace's state; while the page is being replaced nobody can be asked. */
async function state(): Promise<string> {
  try {
    return (await window.call<{ state: string }>('workspace.status')).state;
  } catch (cause) {
    if (cause instanceof Error && /context was destroyed|navigat/i.test(cause.message)) return 'being replaced';
    throw cause;
  }
}

const reasons = [
  { name: 'the screen locks', event: 'lock-screen' },
  { name: 'the computer goes to sleep', event: 'suspend' },
  { name: 'another user takes over', event: 'user-did-resign-active' },
] as const;

for (const { name, event } of reasons)
  test(`[D1] the workspace locks when ${name}`, async () => {
    await openDemo(window);
    await window.app.evaluate(({ powerMonitor }, signal) => void powerMonitor.emit(signal), event);
    await expect.poll(state).toBe('locked');
  });

test('[D1] [D2] the lock key locks, and no business text stays in the page, its storage or its accessibility tree', async () => {
  const { names } = await openDemo(window);
  await window.page.goto('app://workstation/index.html#/models');
  await expect(window.page.locator('body')).toContainText(names[0] ?? 'no name');
  await window.page.keyboard.press('Control+L');
  await expect.poll(state).toBe('locked');
  await expect(window.page.locator('input[type="password"]')).toBeVisible();
  const left = await window.page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    storage: JSON.stringify({ ...localStorage, ...sessionStorage }),
    address: location.href,
  }));
  const tree = await window.page.locator('body').ariaSnapshot();
  for (const name of names) expect(`${left.html}${left.storage}${left.address}${tree}`).not.toContain(name);
  const history = await window.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory.length(),
  );
  expect(history).toBe(1);
  expect(await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Gatehouse');
});

test('[D2] after a lock nothing answers but the unlock family', async () => {
  await openDemo(window);
  await window.page.keyboard.press('Control+L');
  await expect(window.page.locator('input[type="password"]')).toBeVisible();
  expect(await window.ask('journal.list', {})).toMatchObject({ ok: false, error: { code: 'workspace.locked' } });
});

test('[E13] a page that dies comes back, and locks when it dies twice in a minute', async () => {
  await openDemo(window);
  const crash = () =>
    window.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('did-finish-load', () => resolve());
          contents?.forcefullyCrashRenderer();
        }),
    );
  // The test driver gives up on a page that died, so the new one is asked through the main process.
  const inPage = () =>
    window.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const reply = (await contents?.executeJavaScript(`window.host.call('workspace.status', {})`)) as { value: { state: string } };
      return reply.value.state;
    });
  await crash();
  expect(await inPage()).toBe('unlocked');
  await crash();
  await expect.poll(inPage).toBe('locked');
});
