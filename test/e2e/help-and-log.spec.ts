import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { type DemoWorkspace, openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;
let demo: DemoWorkspace;

test.beforeAll(async () => {
  window = await launchApp({ size: { width: 1280, height: 800 } });
  demo = await openDemo(window);
});
test.afterAll(() => window.close());

test('F1 opens the page of the guide for the place, also while typing, and a search finds a chapter by its words', async () => {
  const { page } = window;
  await goTo(page, '/models');
  await page.getByPlaceholder('Filter by name or purpose').focus();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { name: 'Reading an answer', level: 1 })).toBeVisible();

  await page.getByPlaceholder('Search the guide').fill('recovery key');
  await expect(page.getByRole('status').filter({ hasText: 'places about “recovery key”' })).toBeVisible();
  await page.getByRole('link', { name: 'Ways in' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Keys, locking and backups', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ways in' })).toBeInViewport();

  await page.getByPlaceholder('Search the guide').fill('zebra crossing');
  await expect(page.getByText('Nothing about “zebra crossing”')).toBeVisible();
});

test('the palette finds pages of the guide', async () => {
  const { page } = window;
  await goTo(page, '/models');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('words on the screen');
  await expect(page.getByRole('option', { name: 'Guide: Words on the screen' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Words on the screen', level: 1 })).toBeVisible();
});

test('[G2] the log is read in the program: refused calls by level, and no name, path or passphrase in it', async () => {
  const { page } = window;
  await window.ask('inventory.get', { id: 'Nobody At All' });
  await goTo(page, '/settings/diagnostics');
  const table = page.getByRole('table', { name: 'Application log' });
  await page.getByRole('button', { name: 'Which lines to show' }).click();
  await page.getByRole('option', { name: 'Only refused calls' }).click();
  await expect(table.getByText('inventory.get · record.notFound').first()).toBeVisible();
  await expect(table.getByText('Event', { exact: true })).toHaveCount(0);

  const lines = JSON.stringify(await window.call('diagnostics.log', { limit: 500 }));
  expect(lines).toContain('record.notFound');
  for (const secret of [...demo.names, demo.passphrase, 'Nobody At All', window.folder]) expect(lines).not.toContain(secret);
});
