import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;
test.beforeAll(async () => {
  window = await launchApp();
  await openDemo(window);
});
test.afterAll(() => window.close());

test('an address is looked up, and a list that is loaded changes what it is, all by keyboard', async () => {
  const { page } = window;
  await goTo(page, '/rules/networks');
  await page.getByLabel('Address', { exact: true }).focus();
  await page.keyboard.type('8.8.8.8');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Both databases say United States.')).toBeVisible();
  await expect(page.getByText('VPN: Our list')).toHaveCount(0);

  const file = join(window.folder, 'our-vpn-list.txt');
  writeFileSync(file, '# VPN gateways, 2026-11-01\n8.8.8.0/24\nnot a network\n');
  window.answer('openFile', file);
  await page.getByRole('button', { name: 'Load a list' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'List of networks: our-vpn-list.txt' });
  await expect(dialog.getByText('Found 1 range.')).toBeVisible();
  await expect(dialog.getByText('Line 3: not a network (no network)')).toBeVisible();
  await expect(dialog.getByLabel('Day the list is of')).toHaveValue('2026-11-01');
  await dialog.getByLabel('Name').fill('Our list');
  await dialog.getByRole('button', { name: 'Use this list' }).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('row', { name: /Our list/ })).toBeVisible();
  await expect(page.getByText('VPN: Our list of 1 Nov 2026, by the address itself')).toBeVisible();
  await page.getByRole('button', { name: 'Take away Our list' }).click();
  await expect(page.getByRole('row', { name: /Our list/ })).toHaveCount(0);
  await expect(page.getByText('VPN: Our list')).toHaveCount(0);
});

test('a list that is dropped on the screen is read, and nothing is added before it is described', async () => {
  const { page } = window;
  await goTo(page, '/rules/networks');
  const file = join(window.folder, 'dropped-tor-list.txt');
  writeFileSync(file, '9.9.9.0/24\n');
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } });
  const dialog = page.getByRole('dialog', { name: 'List of networks: dropped-tor-list.txt' });
  await expect(dialog.getByText('Found 1 range.')).toBeVisible();
  const { lists } = await window.call<{ lists: { name: string }[] }>('networks.overview', {});
  expect(lists.map(({ name }) => name)).not.toContain('dropped-tor-list');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a file that is no database leaves the shipped one in use and says why', async () => {
  const { page } = window;
  await goTo(page, '/rules/networks');
  const file = join(window.folder, 'country.mmdb');
  writeFileSync(file, 'not a database');
  window.answer('openFile', file);
  await page.getByRole('button', { name: 'Use a newer file Country, first opinion' }).click();
  await expect(page.getByRole('alert')).toContainText('This is no address database in the MaxMind DB format');
  await expect(page.getByRole('button', { name: 'Back to the shipped one' })).toHaveCount(0);
});

test('an accepted network gives no VPN sign but keeps its country; a company exit holds on its days only', async () => {
  const { page } = window;
  await goTo(page, '/rules/networks');
  await page.getByRole('button', { name: 'Accept a network' }).click();
  const accept = page.getByRole('dialog', { name: 'Accept a network' });
  await accept.getByLabel('Network number, address, prefix or range').fill('8.8.4.0/24');
  await expect(accept.getByRole('button', { name: 'Accept', exact: true })).toHaveAccessibleDescription(/Say why/);
  await accept.getByLabel('Why it is accepted').fill('Our resolver');
  await accept.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(page.getByRole('row', { name: /8\.8\.4\.0\/24/ })).toContainText('Our resolver');

  await page.getByRole('button', { name: 'Add an exit' }).click();
  const exit = page.getByRole('dialog', { name: 'Company exit' });
  await exit.getByLabel('Site or gateway').fill('Oslo gateway');
  await exit.getByLabel('Address, prefix or range').fill('203.0.113.0/28');
  await exit.getByLabel('First day').fill('2026-05-01');
  await exit.getByLabel('Last day').fill('2026-06-30');
  await exit.getByRole('button', { name: /^(Add|Save)/ }).click();
  const row = page.getByRole('row', { name: /Oslo gateway/ });
  await expect(row).toContainText('1 May');
  await expect(row).toContainText('30 Jun');

  await page.getByLabel('Address', { exact: true }).fill('8.8.4.4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Both databases say United States.')).toBeVisible();
  expect(await window.call('networks.lookUp', { address: '8.8.4.4' })).toMatchObject({
    agree: true,
    allowedBecause: expect.stringContaining('Our resolver'),
  });
});
