import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { PlanView } from '../../src-shared/contract/plan.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { accessibilityFindings } from '../harness/axe.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly, saveAs } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

test.describe.configure({ mode: 'serial' });

let window: AppWindow;
let finding = '';
test.beforeAll(async () => {
  window = await launchApp({ size: { width: 1440, height: 900 } });
  finding = (await openDemo(window)).records.finding;
  // The demo company is in the middle of its plan; this story starts one.
  const running = await plan();
  if (running !== null) await window.call('plan.end', { revision: running.revision, reason: 'The story starts its own' });
});
test.afterAll(async () => {
  expect(window.violations).toEqual([]);
  expect(window.pageErrors).toEqual([]);
  await window.close();
});

const plan = () => window.call<PlanView | null>('plan.get', {});

async function task(title: string): Promise<PlanView['tasks'][number]> {
  const found = (await plan())?.tasks.find((one) => one.title === title);
  if (found === undefined) throw new Error(`No task is called ${title}`);
  return found;
}

test('a plan starts from a template, by keys alone', async () => {
  const { page } = window;
  const hands = keyboardOnly(page);
  await goTo(page, '/plan');
  await expect(page.getByRole('heading', { name: 'From findings to a finished programme in 90 days' })).toBeVisible();
  await hands.activate(page.getByRole('button', { name: 'Start the 90 days' }));
  await expect(page.getByRole('heading', { name: 'Which plan fits you?' })).toBeVisible();
  await hands.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'First Monday' })).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await hands.press('Control+Enter');
  await hands.fill(page.getByRole('textbox', { name: 'Holidays, one a line' }), '2026-12-25 Christmas Day\nsoon');
  await hands.activate(page.getByRole('button', { name: 'Add these days' }));
  await expect(page.getByText('Line 2 names no day')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove 2026-12-25' })).toBeVisible();
  await hands.activate(page.getByRole('button', { name: 'Remove 2026-12-25' }));
  const file = join(window.folder, 'holidays.csv');
  const year = new Date().getFullYear();
  writeFileSync(file, `Date,Holiday\n${year}-12-25,Christmas Day\n${year + 1}-12-25,Christmas Day\n1999-12-25,Long ago\nsoon,Later\n`);
  window.answer('openFile', file);
  await hands.activate(page.getByRole('button', { name: 'From a file' }));
  const preview = page.getByRole('dialog', { name: 'Holidays in holidays.csv' });
  await expect(preview.getByText('One day of another year is left out.', { exact: false })).toBeVisible();
  await expect(preview.getByText('soon Later')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await hands.activate(preview.getByRole('button', { name: 'Add 2 days' }));
  await expect(page.getByRole('button', { name: `Remove ${year + 1}-12-25` })).toBeVisible();
  await hands.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Who stands for each role?' })).toBeVisible();
  await hands.fill(page.getByRole('textbox').first(), 'Ingrid Solheim');
  await hands.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /tasks, the last on/ })).toBeVisible();
  await hands.press('Control+Enter');
  await expect(page.getByRole('grid', { name: 'Timeline of the plan' })).toBeVisible();
  const started = await plan();
  expect(started?.tasks.length).toBeGreaterThan(15);
  expect(started?.tasks.some(({ owner }) => owner === 'Ingrid Solheim')).toBe(true);
  expect(started?.calendar.holidays.map(({ day }) => day)).toEqual([`${year}-12-25`, `${year + 1}-12-25`]);
});

test('a bar is moved and resized by keys, is dragged, and the same stands in the table', async () => {
  const { page } = window;
  await goTo(page, '/plan?view=timeline');
  const grid = page.getByRole('grid', { name: 'Timeline of the plan' });
  await grid.focus();
  await page.keyboard.press('End');
  const row = grid.getByRole('row', { selected: true });
  const title = (await row.getByRole('rowheader').textContent()) ?? '';
  const before = await task(title);
  await page.keyboard.press('Home');
  const first = (await row.getByRole('rowheader').textContent()) ?? '';
  const firstBefore = await task(first);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: `${first}: ` })).toHaveCount(1);
  await expect.poll(async () => (await task(first)).span.start > firstBefore.expected.start).toBe(true);
  const moved = await task(first);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await task(first)).span.end > moved.span.end).toBe(true);
  expect((await task(first)).span.start).toBe(moved.span.start);
  expect((await task(title)).expected.end >= before.expected.end).toBe(true);

  await expect.poll(async () => page.locator(`[data-task="${moved.id}"] [data-bar]`).count()).toBe(1);
  const bar = await page.locator(`[data-task="${moved.id}"] [data-bar]`).boundingBox();
  if (bar === null) throw new Error('The bar is not drawn');
  await page.mouse.move(bar.x + 3, bar.y + 6);
  await page.mouse.down();
  await page.mouse.move(bar.x + 63, bar.y + 6, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await task(first)).span.start > moved.span.start).toBe(true);

  await page.keyboard.press('t');
  await expect(page.getByRole('grid', { name: 'The timeline as a table' }).getByRole('row', { selected: true })).toContainText(first);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('t');
  await expect(grid).toBeVisible();
});

test('cards move by a key, waiting asks what for, and a limit is said', async () => {
  const { page } = window;
  await goTo(page, '/plan?view=board');
  const card = page.locator('[data-card]').first();
  const title = (await card.getByRole('link').textContent()) ?? '';
  await card.focus();
  await page.keyboard.press('m');
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Doing' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `${title}: now Doing` })).toHaveCount(1);
  expect((await task(title)).state).toBe('doing');

  await page.getByRole('listitem', { name: `${title}, Doing` }).focus();
  await page.keyboard.press('m');
  await menu.getByRole('menuitem', { name: 'Waiting on' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Waiting for' }).fill('Answers of five vendors');
  await page.getByRole('dialog').getByRole('button', { name: 'Put it on waiting' }).press('Enter');
  await expect(page.getByText('Waits for: Answers of five vendors')).toBeVisible();
  await expect(page.getByRole('listitem', { name: `${title}, Waiting on` })).toBeFocused();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('a finding becomes a task, is closed with evidence, and the finding is looked at again', async () => {
  const { page } = window;
  await goTo(page, `/access/findings/${finding}`);
  await page.getByRole('button', { name: 'Make a task' }).first().press('Enter');
  const dialog = page.getByRole('dialog');
  const title = await dialog.getByRole('textbox', { name: /^Task/ }).inputValue();
  await dialog.getByRole('button', { name: 'Make a task' }).press('Enter');
  await page.getByRole('button', { name: 'Open the task' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Made from/ })).toBeVisible();
  await page.keyboard.press('c');
  await expect(dialog.getByRole('button', { name: 'Close the task' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox', { name: /What proves it/ }).fill('HR confirmed the travel; the account was closed.');
  expect(await accessibilityFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close the task' }).press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Closed, and looked at again' })).toBeVisible();
  await expect(dialog.getByText(/still open|Nothing it was made from/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  await expect(page.getByText('HR confirmed the travel; the account was closed.')).toBeVisible();
  expect(await task(title)).toMatchObject({ state: 'done', cause: 'finding', links: [{ kind: 'accessFinding', id: finding }] });
});

test('matches marked in the queue become one task that keeps a link to each', async () => {
  const { page } = window;
  await goTo(page, '/parties/queue');
  await page.keyboard.press('m');
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Make a task' }).first().press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('One task for all of them').click();
  await dialog.getByRole('button', { name: 'Make a task' }).press('Enter');
  await expect.poll(async () => (await plan())?.tasks.find(({ title }) => title === 'Decide the possible matches')?.links.length).toBe(2);
  expect(await task('Decide the possible matches')).toMatchObject({ cause: 'finding', measure: { id: 'hitsReviewed' } });
});

test('the burndown says where the plan stands, as a table too, and the check-in is filed', async () => {
  const { page } = window;
  await goTo(page, '/plan?view=burndown');
  await expect(page.getByRole('heading', { level: 2, name: /line; / })).toBeVisible();
  await page.getByRole('button', { name: 'As table' }).press('Enter');
  await expect(page.getByRole('columnheader', { name: 'open tasks' })).toBeVisible();
  const checkIn = page.getByRole('complementary', { name: 'Weekly check-in' });
  expect(await accessibilityFindings(page)).toEqual([]);
  await checkIn.getByRole('button', { name: /^File week/ }).press('Enter');
  await expect(checkIn.getByText('Filed', { exact: true })).toBeVisible();

  // What was filed stands on a page of its own; the list leaves as it is shown.
  await checkIn.getByRole('link', { name: 'Filed check-ins' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Check-in, week 1' })).toBeVisible();
  await expect(page.getByRole('region', { name: '90-day plan: check-in of week 1' })).toBeVisible();
  await goTo(page, '/plan?view=list');
  const saved = join(window.folder, 'tasks.csv');
  window.answer('saveFile', saved);
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('ingrid');
  await page.getByRole('button', { name: 'Save or print this list' }).press('Enter');
  await saveAs(page, 'Table (CSV)');
  await expect(page.getByText(/^TL-\d{4}-001 is saved as tasks\.csv$/)).toBeVisible();
  const rows = readFileSync(saved, 'utf8').trimEnd().split('\r\n');
  const shown = (await plan())?.tasks.filter(({ title, owner }) => `${title} ${owner}`.toLowerCase().includes('ingrid')) ?? [];
  expect(rows).toHaveLength(shown.length + 1);
});
