import { expect, type Page, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { enterAtOnce } from '../harness/keyboard.ts';

let window: AppWindow;

test.beforeEach(async () => {
  window = await launchApp({ size: { width: 1440, height: 900 }, theme: 'light' });
  await openDemo(window);
});
test.afterEach(async () => {
  expect(window.violations).toEqual([]);
  expect(window.pageErrors).toEqual([]);
  await window.close();
});

/** A person types once the line is there. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('textbox')).first()).toBeFocused();
}

test('the palette finds actions through typing mistakes, and records by name', async () => {
  const { page } = window;
  await openPalette(page);
  await page.keyboard.type('drak apearance');
  await expect(page.getByRole('option', { name: 'Dark appearance' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await openPalette(page);
  await page.keyboard.type('Atlas');
  const record = page.getByRole('option', { name: /^Atlas-M/ }).first();
  await expect(record).toBeVisible();
  await record.click();
  await expect(page.getByRole('heading', { level: 1, name: /^Atlas-M/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('G and a letter go to a room, a question mark shows every key, and neither does so while typing', async () => {
  const { page } = window;
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Lock the workspace');
  await page.keyboard.press('Escape');

  const filter = page.getByRole('searchbox').first();
  await filter.click();
  await page.keyboard.type('g,?');
  await expect(filter).toHaveValue('g,?');
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
});

test('the sidebar folds to icons that keep their names, and stays so', async () => {
  const { page } = window;
  const models = page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Models/ });
  const wide = (await models.boundingBox())?.width ?? 0;
  await page.keyboard.press('Control+B');
  await expect.poll(async () => (await models.boundingBox())?.width ?? wide).toBeLessThan(60);
  await expect(models).toHaveAccessibleName(/^Models/);
});

test('undo names what it took back and offers to do it again', async () => {
  const { page } = window;
  await page.goto('app://workstation/index.html#/settings/general');
  const name = page.getByLabel('Name', { exact: true }).first();
  await name.fill('Halden Robotics AS');
  await name.press('Enter');
  await expect(page.getByRole('button', { name: 'Workspace Halden Robotics AS' })).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText(/^Undone: Renamed the workspace/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Workspace Halden Robotics AS' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Workspace Halden Robotics AS' })).toBeVisible();
});

test('Enter follows what was typed, however soon it is pressed', async () => {
  const { page } = window;
  await openPalette(page);
  await enterAtOnce(page, 'dark appearance');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  // A text too short to look for records by waits for none.
  await openPalette(page);
  await page.keyboard.type('At');
  await expect(page.getByRole('option', { name: /^Atlas-M/ }).first()).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search and run' })).toHaveCount(0);
});

test('many changes taken back in one go leave nothing stale on the screen', async () => {
  const { page } = window;
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'])
    await window.call('workspace.rename', { name, color: 'slate' });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Workspace Eight' })).toBeVisible();
  await page.goto('app://workstation/index.html#/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    for (let times = 0; times < 8; times += 1)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('button', { name: 'Workspace Halden Robotics', exact: true })).toBeVisible();
});

test('a list is read, selected and copied by keyboard', async () => {
  const { page } = window;
  await page.goto('app://workstation/index.html#/models');
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', /^\d{2}$/);
  await expect(grid.getByRole('row').nth(3)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('contentinfo').or(page.locator('footer')).filter({ hasText: '3 selected of' }).first()).toBeVisible();
  await page.keyboard.press('Control+C');
  const copied = await window.app.evaluate(({ clipboard }) => clipboard.readText());
  const lines = copied.split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('\t');
});
