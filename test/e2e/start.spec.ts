import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';

const passphrase = 'correct staple orbit lantern fjord';
const newPassphrase = 'seven copper kettles under snow';

let window: AppWindow;

test.beforeEach(async () => {
  window = await launchApp({ size: { width: 1440, height: 900 } });
});
test.afterEach(async () => {
  expect(window.violations).toEqual([]);
  expect(window.pageErrors).toEqual([]);
  await window.close();
});

/** Creates a workspace through the wizard and gives back its recovery key. */
async function createWorkspace(name: string): Promise<string> {
  const { page } = window;
  await page.getByRole('button', { name: 'Create a workspace' }).first().click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByLabel('Your name').fill('Ingrid Solheim');
  await expect(page.getByLabel('Initials')).toHaveValue('IS');
  await page
    .getByRole('button', { name: /^Passphrase/ })
    .last()
    .click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page
    .getByRole('button', { name: /^Recovery key/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { name: 'Keep this recovery key' })).toBeVisible();
  const groups = await page
    .getByRole('list', { name: /^Recovery key/ })
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.lastChild?.textContent ?? ''));
  expect(groups).toHaveLength(8);
  await page
    .getByRole('button', { name: /^Type it back/ })
    .last()
    .click();
  return groups.join('-');
}

test('a workspace is created only when its recovery key was typed back', async () => {
  const { page } = window;
  const key = await createWorkspace('Halden Robotics');
  const field = page.getByRole('textbox', { name: 'Recovery key' });
  await field.fill(`${key.slice(0, -5)}AAAAA`);
  await page.getByRole('button', { name: /^Create the workspace/ }).click();
  await expect(page.getByRole('alert')).toContainText(/Group 8 differs|not the key/);
  expect(await window.call<readonly unknown[]>('workspace.recent')).toEqual([]);

  await field.fill(key.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: /^Create the workspace/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Ingrid Solheim');
});

test('a weak passphrase is named as such before anything is made', async () => {
  const { page } = window;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Weak');
  await page
    .getByRole('button', { name: /^Passphrase/ })
    .last()
    .click();
  await page.getByLabel('Passphrase', { exact: true }).fill('password1234');
  await expect(page.getByRole('status').filter({ hasText: /common|pattern/ })).toBeVisible();
  await page.getByLabel('The same again').fill('password1235');
  await expect(page.getByRole('alert')).toContainText('do not match');
  await expect(page.getByRole('button', { name: /^Recovery key/ }).last()).toHaveAttribute('aria-disabled', 'true');
});

test('a wrong passphrase says what is safe, and the recovery key sets a new one', async () => {
  const { page } = window;
  const key = await createWorkspace('Halden Robotics');
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(key);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.keyboard.press('Control+L');

  const field = page.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  await field.fill('not this one at all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('4 more tries before a pause. Nothing is erased');

  await page.getByRole('button', { name: 'Use the recovery key' }).click();
  await page.getByLabel('Recovery key').fill(key);
  await page.getByLabel('New passphrase').fill(newPassphrase);
  await page.getByLabel('The same again').fill(newPassphrase);
  await page.getByRole('button', { name: 'Recover and set the passphrase' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await page.keyboard.press('Control+L');
  await field.fill(newPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a folder that is gone is shown as missing and can be taken off the list', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Explore the demo company' }).first().click();
  // The demo is filled anew here.
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible({ timeout: 45_000 });
  await page.keyboard.press('Control+K');
  await page.keyboard.type('close the workspace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Workspaces' })).toBeVisible();
  rmSync(`${window.folder}/documents`, { recursive: true, force: true });
  await page.reload();
  await expect(page.getByText('Folder not found')).toBeVisible();
  await page.getByRole('button', { name: /off this list$/ }).click();
  await expect(page.getByText('Folder not found')).toHaveCount(0);
});

test('the guide opens before any workspace is there, over what was being typed', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The first ten minutes' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Create a workspace' }).first().click();
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('Halden Robotics');
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { level: 1, name: 'Keys, locking and backups' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('Halden Robotics');
});
