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

test('F1 also works while the workspace is locked; what was typed waits, and the log has its page', async () => {
  const { page } = window;
  await goTo(page, '/settings/diagnostics');
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { name: 'Keys, locking and backups', level: 1 })).toBeVisible();

  await page.keyboard.press('Control+L');
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill('half a passphr');
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { name: 'Keys, locking and backups', level: 1 })).toBeVisible();
  await expect(field).toBeHidden();
  await page.getByRole('link', { name: 'Words on the screen' }).click();
  await expect(page.getByRole('heading', { name: 'Words on the screen', level: 1 })).toBeVisible();
  expect(await page.evaluate(() => location.hash)).not.toContain('words');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('half a passphr');
  await field.fill(demo.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
});

test('a record that is gone offers the lists, not another try', async () => {
  const { page } = window;
  for (const place of ['', '/memo', '/figures']) {
    await goTo(page, `/assets/nobody-at-all${place}`);
    const alert = page.getByRole('alert').filter({ hasText: 'This record is no longer there.' });
    await expect(alert).toBeVisible();
    await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await alert.getByRole('button', { name: 'Chips & systems' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Chips & systems' })).toBeVisible();
  }
});

test('a page of the memo is jumped to without moving the screen around it', async () => {
  const { page } = window;
  await goTo(page, `/assets/${demo.records.controlledModel}/memo`);
  await page.getByRole('button', { name: 'Go to page 4' }).click();
  await expect(page.getByText('How each answer was reached').first()).toBeInViewport();
  await expect(page.getByRole('heading', { level: 1, name: 'Classification memo' })).toBeInViewport();
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
