import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { accessibilityFindings } from '../harness/axe.ts';
import { openDemo } from '../harness/demo.ts';
import type { DemoRecords } from '../harness/places.ts';
import { noRecords, type Screen, screens } from '../harness/screens.ts';

async function prepare(window: AppWindow, when: Screen['when']): Promise<DemoRecords> {
  if (when === 'start') return noRecords;
  const { records } = await openDemo(window);
  if (when === 'locked') {
    await window.page.keyboard.press('Control+L');
    await window.page.locator('input[type="password"]').first().waitFor();
  }
  return records;
}

async function zoom(window: AppWindow, factor: number): Promise<void> {
  await window.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), factor);
}

for (const when of ['start', 'open', 'locked'] as const)
  test.describe(`screens, ${when}`, () => {
    let window: AppWindow;
    let records: DemoRecords;

    test.beforeAll(async () => {
      window = await launchApp({ size: { width: 1280, height: 800 } });
      records = await prepare(window, when);
    });
    test.afterAll(() => window.close());

    for (const screen of screens.filter((each) => each.when === when)) {
      for (const theme of ['light', 'dark'] as const)
        test(`${screen.title}: axe finds nothing, ${theme}`, async () => {
          await window.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await screen.show(window, records);
          expect(await accessibilityFindings(window.page, theme === 'dark' ? 'contrast' : 'all')).toEqual([]);
        });

      test(`${screen.title}: no heading of a table is cut or runs into the next`, async () => {
        await screen.show(window, records);
        const cut = await window.page
          .locator('table th[scope="col"]')
          .evaluateAll((headings) => headings.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
        expect(cut).toEqual([]);
      });

      test(`${screen.title}: at 200 % nothing needs sideways scrolling, and axe finds nothing`, async () => {
        await zoom(window, 2);
        try {
          await screen.show(window, records);
          const overflow = await window.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(overflow).toBeLessThanOrEqual(0);
          expect(await accessibilityFindings(window.page, 'layout')).toEqual([]);
        } finally {
          await zoom(window, 1);
        }
      });
    }
  });

test('a word under the pointer: axe finds nothing while it shows', async () => {
  const window = await launchApp({ size: { width: 1280, height: 800 } });
  try {
    await window.page.getByRole('button', { name: 'Create a workspace' }).first().click();
    await window.page.getByRole('button', { name: /^Passphrase/ }).hover();
    await expect(window.page.locator('[data-portal]')).not.toBeEmpty();
    expect(await accessibilityFindings(window.page)).toEqual([]);
  } finally {
    await window.close();
  }
});
