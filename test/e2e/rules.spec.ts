import { expect, test } from '@playwright/test';
import type { EntryFinding } from '../../src-shared/model/finding.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;
test.beforeEach(async () => {
  window = await launchApp({ clock: { now: '2026-11-24T09:00:00.000Z' } });
});
test.afterEach(async () => {
  expect(window.violations).toEqual([]);
  expect(window.pageErrors).toEqual([]);
  await window.close();
});

test('a rule is found by keyboard and shows its two states, its numbers and its sources', async () => {
  await openDemo(window);
  const { page } = window;
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Rules & lists' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the rules' }).fill('4E091');
  const list = page.getByRole('grid', { name: 'Rules' });
  await expect(list.getByRole('row').nth(1)).toContainText('4E091');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  const panel = page.getByRole('complementary', { name: '4E091' });
  await expect(panel.getByText('Not enforced').first()).toBeVisible();
  await expect(panel.getByText('90 FR 4544').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Training operations of 4E091' }).click();
  await expect(page.getByRole('complementary', { name: 'Training operations of 4E091' }).getByText('on the day judged')).toBeVisible();
});

test('a country is looked up with its groups and chart', async () => {
  await openDemo(window);
  const { page } = window;
  await goTo(page, '/rules/countries');
  await page.getByRole('searchbox', { name: 'Country or code' }).fill('emirates');
  await page.getByRole('grid').getByText('United Arab Emirates').click();
  const panel = page.getByRole('complementary', { name: 'United Arab Emirates' });
  await expect(panel.getByText('A:5', { exact: true })).toBeVisible();
  await expect(panel.getByText('regional stability column 1')).toBeVisible();
});

test("a company's own threshold is added, judged as a guide, and removed", async () => {
  const { records } = await openDemo(window);
  const { page } = window;
  await goTo(page, '/rules/guides');
  await page.getByRole('button', { name: 'Add a threshold of your own' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Board asks');
  await dialog.getByRole('textbox', { name: 'At or above' }).fill('1e20');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Board decision 7');
  await dialog.getByRole('button', { name: 'Save the threshold' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Thresholds of your company')).toBeVisible();
  const view = await window.call<{ finding: { entries: EntryFinding[] } }>('classification.run', { id: records.controlledModel });
  expect(view.finding.entries.find(({ pack }) => pack === 'company-thresholds')).toMatchObject({
    entry: 'Board asks',
    guideResult: 'above',
    isLaw: false,
  });
  await page.getByRole('button', { name: 'Remove Board asks' }).click();
  await expect(page.getByText('Thresholds of your company')).toBeHidden();
});

test('a pack is switched off and on again', async () => {
  await openDemo(window);
  const { page } = window;
  await goTo(page, '/rules/packs');
  const row = page.getByRole('row', { name: /India: SCOMET/ });
  await row.getByRole('switch').click();
  await expect(row.getByRole('switch', { name: 'Off' })).not.toBeChecked();
  await row.getByRole('switch').click();
  await expect(row.getByRole('switch', { name: 'On' })).toBeChecked();
});
