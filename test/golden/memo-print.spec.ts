import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ExportRecord } from '../../src-shared/contract/reports.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;
test.beforeEach(async () => {
  window = await launchApp({ clock: { now: '2026-11-24T09:00:00.000Z' } });
});
test.afterEach(async () => {
  await window.close();
});

/** Page objects of a PDF. */
const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length;

test('the memo is previewed page by page, saved as PDF by keyboard, and recorded with its hash', async () => {
  const { records } = await openDemo(window);
  const { page } = window;
  await goTo(page, `/assets/${records.controlledModel}/memo`);
  const sheet = page.getByRole('region', { name: /Classification memo CM-2026-001/ });
  await expect(sheet.getByText('No decision has been signed.')).toBeVisible();
  await expect(sheet.getByText('4E091 is printed but not enforced.')).toBeVisible();
  const pages = await page.getByRole('navigation', { name: 'Pages' }).getByRole('button').count();
  expect(pages).toBeGreaterThan(2);

  const path = join(window.folder, 'memo.pdf');
  window.answer('saveFile', path);
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByText('Memo CM-2026-001 saved as memo.pdf')).toBeVisible();
  expect(existsSync(path)).toBe(true);
  const pdf = readFileSync(path);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/MarkInfo <</Type /MarkInfo\n/Marked true>>');
  expect(Math.abs(pagesOf(pdf) - pages)).toBeLessThanOrEqual(1);
  const [record] = await window.call<ExportRecord[]>('reports.exports', { assetId: records.controlledModel, limit: 5 });
  expect(record).toMatchObject({
    number: 'CM-2026-001',
    format: 'pdf',
    fileName: 'memo.pdf',
    sha256: createHash('sha256').update(pdf).digest('hex'),
  });
  await expect(page.getByText('CM-2026-001, PDF')).toBeVisible();
  expect(window.violations).toEqual([]);
  expect(window.pageErrors).toEqual([]);
});

test('hiding names and leaving parts out changes the sheet at once', async () => {
  const { records } = await openDemo(window);
  const { page } = window;
  await goTo(page, `/assets/${records.controlledModel}/memo`);
  const sheet = page.getByRole('region', { name: /Classification memo/ });
  await expect(sheet.getByText('Priya Raman')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Hide for this reader' }).click();
  await page.getByRole('option', { name: 'Initials' }).click();
  await expect(sheet.getByText('Names of people are shown as initials.')).toBeVisible();
  await expect(sheet.getByText('Priya Raman')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Trace, step by step' }).uncheck();
  await expect(sheet.getByText('How each answer was reached')).toHaveCount(0);
});
