import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';

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

const open = (section: string) => window.page.goto(`app://workstation/index.html#/settings/${section}`);

test('the look changes at once and follows the system again when asked', async () => {
  const { page } = window;
  await open('general');
  const html = page.locator('html');
  await page.getByText('Dark', { exact: true }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.getByText('High', { exact: true }).click();
  await expect(html).toHaveAttribute('data-contrast', 'high');
  await page.getByText('Comfortable', { exact: true }).click();
  await expect(html).toHaveAttribute('data-density', 'comfortable');
  await page.getByRole('group', { name: 'Colours' }).getByText('As the system').click();
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(html).toHaveAttribute('data-theme', 'dark');
});

test('a snapshot can be made, compared with now, and restored after its consequences were shown', async () => {
  const { page } = window;
  await open('backups');
  await page.getByRole('button', { name: 'Make a snapshot now' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'asked for' })).toBeVisible();
  await window.call('workspace.rename', { name: 'Changed since', color: 'blue' });

  const row = page.getByRole('row').filter({ hasText: 'asked for' });
  await row.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Compare' }).click();
  await expect(page.getByRole('dialog')).toContainText('One change was made since');
  await page.keyboard.press('Escape');

  await row.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Restore in place' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore in place' }).click();
  await expect(page.getByText('The snapshot is in place.')).toBeVisible();
});

test('the history, which settings once held, is searched and its chain checked', async () => {
  const { page } = window;
  await window.call('settings.setWorkspace', { autolockMinutes: 20 });
  await open('history');
  await expect(page.getByRole('row').filter({ hasText: 'Changed settings' })).toBeVisible();
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByText(/^The chain is intact/)).toBeVisible();
  await page.getByRole('searchbox').fill('zzzz nothing');
  await expect(page.getByText('No entry matches.')).toBeVisible();
});

test('another day is judged when it is chosen, and the status bar says so', async () => {
  const { page } = window;
  await open('rules');
  await page.getByText('Another day', { exact: true }).click();
  const day = page.getByLabel('Day', { exact: true });
  await day.fill('2025-02-01');
  await day.press('Enter');
  await expect(page.getByRole('contentinfo').last()).toContainText('Judged as of 1 Feb 2025');
});

test('the passphrase is changed only with the present one', async () => {
  const { page } = window;
  await open('security');
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Current passphrase').fill('not the present one');
  await dialog.getByLabel('New passphrase').fill('seven copper kettles under snow');
  await dialog.getByLabel('The same again').fill('seven copper kettles under snow');
  await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(dialog.getByRole('alert')).toContainText('does not open this workspace');
});
