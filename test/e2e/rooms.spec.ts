import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { repoRoot } from '../harness/runtime.ts';

let window: AppWindow;
let app: string;

test.beforeEach(async () => {
  app = ownBuild();
  window = await launchApp({ app, size: { width: 1440, height: 900 }, theme: 'light' });
  await openDemo(window);
});
test.afterEach(async () => {
  expect(window.violations).toEqual([]);
  await window.close();
  rmSync(app, { recursive: true });
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

/** The built app in a folder of its own: other windows run from the shared one at the same time. */
function ownBuild(): string {
  const shared = process.env['GATEHOUSE_APP'] ?? repoRoot;
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-rooms-'));
  cpSync(join(shared, 'package.json'), join(folder, 'package.json'));
  cpSync(join(shared, 'out'), join(folder, 'out'), { recursive: true });
  for (const name of ['node_modules', 'resources']) symlinkSync(join(shared, name), join(folder, name));
  return folder;
}

/** Takes files of the built page out of their folder until they are put back. */
function takeAway(names: RegExp): () => void {
  const folder = join(app, 'out', 'renderer', 'assets');
  const aside = join(app, 'aside');
  mkdirSync(aside);
  const taken = readdirSync(folder).filter((name) => names.test(name));
  for (const name of taken) renameSync(join(folder, name), join(aside, name));
  return () => {
    for (const name of taken) renameSync(join(aside, name), join(folder, name));
  };
}
