import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { repoRoot } from '../harness/runtime.ts';

let window: AppWindow;

test.beforeEach(async () => {
  window = await launchApp({ size: { width: 1440, height: 900 }, theme: 'light' });
  await openDemo(window);
});
test.afterEach(async () => {
  expect(window.violations).toEqual([]);
  await window.close();
});

const scripts = () => window.requests.filter((address) => address.endsWith('.js')).length;

test('a room is fetched once the pointer is on its link, and then only', async () => {
  const { page } = window;
  const people = page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^People/ });
  const before = scripts();
  await people.hover();
  await expect.poll(scripts).toBeGreaterThan(before);
  await people.click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
  expect(window.pageErrors).toEqual([]);
});

test('a room whose file is missing says what to do, leaves the rest at work, and comes when tried again', async () => {
  const { page } = window;
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  const putBack = takeAway(/^screens-.*\.js$/);
  try {
    await rooms.getByRole('link', { name: /^People/ }).click();
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await rooms.getByRole('link', { name: /^Overview/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await rooms.getByRole('link', { name: /^People/ }).click();
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
  } finally {
    putBack();
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
});

/** Takes files of the built page out of their folder until they are put back. */
function takeAway(names: RegExp): () => void {
  const folder = join(process.env['GATEHOUSE_APP'] ?? repoRoot, 'out', 'renderer', 'assets');
  const aside = mkdtempSync(join(folder, '..', 'aside-'));
  const taken = readdirSync(folder).filter((name) => names.test(name));
  for (const name of taken) renameSync(join(folder, name), join(aside, name));
  return () => {
    for (const name of taken) renameSync(join(aside, name), join(folder, name));
    rmSync(aside, { recursive: true });
  };
}
