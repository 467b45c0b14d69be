import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { type DemoWorkspace, openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;
let demo: DemoWorkspace;

test.beforeAll(async () => {
  window = await launchApp();
  demo = await openDemo(window);
});
test.afterAll(() => window.close());

test('[D3] sight is hidden the moment a lock starts, before its work is done', async () => {
  const tell = (state: 'locking' | 'unlocked') =>
    window.app.evaluate(
      ({ BrowserWindow }, now) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('gatehouse', { type: 'lock', state: now, because: 'asked' }),
      state,
    );
  const navigation = window.page.locator('nav').first();
  await expect(navigation).toBeVisible();
  await tell('locking');
  await expect
    .poll(() =>
      navigation.evaluate((element) => {
        const styles: CSSStyleDeclaration[] = [];
        for (let at: Element | null = element; at !== null; at = at.parentElement) styles.push(getComputedStyle(at));
        return styles.some(
          (style) => style.visibility === 'hidden' || style.display === 'none' || style.filter.includes('blur') || style.opacity === '0',
        );
      }),
    )
    .toBe(true);
  await tell('unlocked');
  await expect(navigation).toBeVisible();
});

test('[D5] the title can keep the client to itself, and the window can hide from screen capture', async () => {
  const title = () => window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await window.call('settings.setWorkspace', { hideNameInTitle: false });
  await expect.poll(title).toContain('Halden');
  await window.call('settings.setWorkspace', { hideNameInTitle: true });
  await expect.poll(title).toBe('Gatehouse');
  const protectedNow = await window.app.evaluate(({ BrowserWindow }) => {
    const calls: boolean[] = [];
    const own = BrowserWindow.getAllWindows()[0];
    if (own !== undefined) Object.assign(own, { setContentProtection: (on: boolean) => calls.push(on) });
    Object.assign(globalThis, { protectionCalls: calls });
    return calls.length;
  });
  expect(protectedNow).toBe(0);
  const calls = () => window.app.evaluate(() => (globalThis as unknown as { protectionCalls: boolean[] }).protectionCalls);
  await window.call('settings.setWorkspace', { captureProtection: true });
  await expect.poll(calls).toEqual([true]);
  await window.call('settings.setWorkspace', { captureProtection: false });
  await expect.poll(calls).toEqual([true, false]);
});

test('[D6] a copied secret leaves the clipboard after a minute, unless something else was copied since', async () => {
  // A minute passes in a moment: only the timer of exactly that length is shortened.
  await window.app.evaluate(() => {
    const original = globalThis.setTimeout;
    Object.assign(globalThis, { setTimeout: (run: () => void, after: number) => original(run, after === 60_000 ? 300 : after) });
  });
  const copied = () => window.app.evaluate(({ clipboard }) => clipboard.readText());
  await window.call('window.copy', { text: 'ABCDE-FGHJK', secret: true });
  expect(await copied()).toBe('ABCDE-FGHJK');
  await expect.poll(copied).toBe('');

  await window.call('window.copy', { text: 'ABCDE-FGHJK', secret: true });
  await window.call('window.copy', { text: 'something else', secret: false });
  await window.call('window.copy', { text: 'ABCDE-FGHJK-2', secret: true });
  await window.call('window.copy', { text: 'something else', secret: false });
  await expect.poll(copied, { intervals: [500] }).toBe('something else');
});

test('[C7] remembering on this computer is refused where the keychain is only a fixed password', async () => {
  expect(await window.ask('workspace.remember', { on: true })).toMatchObject({
    ok: false,
    error: { code: 'keychain.refused', backend: 'basic_text' },
  });
});

test('[E12] a defect in one screen is caught there, and the screen can be drawn again', async () => {
  await goTo(window.page, '/settings');
  const shell = window.page.getByRole('navigation').first();
  await expect(shell).toBeVisible();
  // An answer is spoilt on its way to the page, which then meets something it cannot draw.
  await window.app.evaluate(({ ipcMain }) => {
    type Answer = (...message: unknown[]) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers;
    const honest = handlers.get('gatehouse');
    if (honest === undefined) throw new Error('The door is not open');
    Object.assign(globalThis, { honest });
    handlers.set('gatehouse', async (...message) => (message[2] === 'inventory.get' ? { ok: true, value: 7 } : honest(...message)));
  });
  const { records } = demo;
  await goTo(window.page, `/assets/${records.controlledModel}`);
  const again = window.page.getByRole('button', { name: /again|reload/i });
  await expect(again).toBeVisible();
  await expect(shell).toBeVisible();
  await window.app.evaluate(({ ipcMain }) => {
    type Answer = (...message: unknown[]) => Promise<unknown>;
    const { honest } = globalThis as unknown as { honest: Answer };
    (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers.set('gatehouse', honest);
  });
  await again.click();
  await expect(again).toBeHidden();
});
