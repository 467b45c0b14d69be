import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { accessibilityFindings } from '../harness/axe.ts';
import { openDemo } from '../harness/demo.ts';
import { type DemoRecords, settled } from '../harness/places.ts';
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
      // One visit for all looks at a screen: getting there costs more than looking.
      test(`${screen.title}: axe finds nothing, light, dark and at 200 %, no heading is cut and nothing needs sideways scrolling`, async () => {
        const { page } = window;
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await screen.show(window, records);
        expect.soft(await accessibilityFindings(page, 'all'), 'light').toEqual([]);
        const cut = await page
          .locator('table th[scope="col"]')
          .evaluateAll((headings) => headings.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
        expect.soft(cut, 'headings of tables that are cut or run into the next').toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        expect.soft(await accessibilityFindings(page, 'contrast'), 'dark').toEqual([]);
        await zoom(window, 2);
        try {
          await settled(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect.soft(overflow, 'sideways scrolling at 200 %').toBeLessThanOrEqual(0);
          expect.soft(await accessibilityFindings(page, 'layout'), '200 %').toEqual([]);
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
