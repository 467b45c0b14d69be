import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { verifyBinder } from '../../src-main/core/binder/index.ts';
import { pdfPlaces } from '../../src-main/core/reports/pdf-places.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;
test.beforeAll(async () => {
  window = await launchApp({ clock: { now: '2026-11-24T09:00:00.000Z' } });
  await openDemo(window);
});
test.afterAll(() => window.close());

test('a report is found in the gallery, previewed with its contents, saved as tagged PDF by keyboard, and counted', async () => {
  const { page } = window;
  await goTo(page, '/reports');
  const card = page.getByRole('link', { name: /People and technology control plans/ });
  await expect(card).toContainText('Not made yet');
  await card.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('region', { name: 'People and technology control plans' });
  const contents = sheet.getByRole('navigation').first();
  await expect(contents).toContainText('Control plans');
  const path = join(window.folder, 'plans.pdf');
  window.answer('saveFile', path);
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByText('PC-2026-001 saved as plans.pdf')).toBeVisible({ timeout: 20_000 });
  const pdf = readFileSync(path);
  const { pages, places } = pdfPlaces(pdf);
  expect(pdf.toString('latin1')).toContain('/Marked true');
  expect(pages).toBeGreaterThan(3);
  // Each heading that the contents name is a place in the file, later ones on later pages or the same.
  expect(places.size).toBeGreaterThan(5);
  const inOrder = [...places].sort(([a], [b]) => Number(a.slice(5)) - Number(b.slice(5))).map(([, at]) => at);
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  expect(inOrder.at(-1)).toBeGreaterThan(2);
  await goTo(page, '/reports');
  await expect(card).toContainText('PC-2026-001');
  await expect(card).toContainText('Nothing changed since');
});

test('a redaction profile of the company is made by keyboard, stated on the sheet, and removed', async () => {
  const { page } = window;
  await goTo(page, '/settings/reports');
  await page.getByRole('button', { name: 'Make a profile' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Make a profile' });
  await dialog.getByRole('textbox', { name: 'Name' }).pressSequentially('For the bank');
  await dialog.getByRole('checkbox', { name: /Penalty exposure/ }).press('Space');
  // A file cannot be redacted, so a profile that hides people keeps files back whatever is chosen.
  await expect(dialog.getByRole('checkbox', { name: /Files kept as evidence/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Save the profile' }).press('Enter');
  await expect(dialog).toBeHidden();
  await goTo(page, '/reports/incident-file');
  const sheet = page.getByRole('region', { name: 'Incident file' });
  await expect(sheet).toContainText('Administrative (civil) penalty');
  await page.getByRole('button', { name: 'Hide for this reader' }).press('Enter');
  await page.getByRole('option', { name: /For the bank/ }).click();
  await expect(sheet).toContainText('Redaction profile “For the bank”.');
  await expect(sheet).not.toContainText('Administrative (civil) penalty');
  await goTo(page, '/settings/reports');
  await page.getByRole('button', { name: 'Remove For the bank' }).press('Enter');
  await expect(page.getByText('For the bank')).toHaveCount(0);
});

test('a brand set in the settings stands on the sheet, and a colour too light is not taken', async () => {
  const { page } = window;
  await goTo(page, '/settings/reports');
  const colour = page.getByRole('textbox', { name: 'Colour of titles and rules' });
  await colour.fill('#f2be62');
  await expect(page.getByText(/text needs 4.5 to 1/)).toBeVisible();
  await colour.fill('#0f5132');
  await page.getByRole('textbox', { name: 'Name and contact' }).fill('Harbour Advisers\ndesk@harbour.example');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await window.call<{ lines: string[] }>('reports.brand', {})).lines.length).toBe(2);
  const logo = join(window.folder, 'logo.svg');
  writeFileSync(
    logo,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 28"><rect width="28" height="28" rx="4" fill="#0f5132"/><path d="M40 20h70" stroke="#0f5132" stroke-width="4"/></svg>',
  );
  window.answer('openFile', logo);
  await page.getByRole('button', { name: 'Choose a picture' }).click();
  await expect(page.getByRole('img', { name: 'Logo' })).toBeVisible();
  await goTo(page, '/reports/data-and-rule-ages');
  const sheet = page.getByRole('region', { name: 'Data and rule ages' });
  await expect(sheet.getByText('desk@harbour.example')).toBeVisible();
  await expect(sheet.getByRole('img', { name: 'Harbour Advisers' })).toBeVisible();
});

test('a binder is made on the screen, is whole, and one byte more makes it altered', async () => {
  const { page } = window;
  await goTo(page, '/reports/binder');
  // A few reports suffice here; the whole binder is measured elsewhere.
  for (const name of await page.getByRole('group').or(page.locator('main')).getByRole('checkbox').all()) {
    const label = await name.evaluate((box) => box.closest('label')?.textContent ?? box.getAttribute('aria-label') ?? '');
    if (/^(Classification memos|People and|Access audit|Policy|Programme|Risk|Incident|Plan|Change)/.test(label)) await name.uncheck();
  }
  const path = join(window.folder, 'binder.zip');
  window.answer('saveFile', path);
  await page.getByRole('button', { name: 'Make the binder' }).click();
  await expect(page.getByText('AB-2026-001 is saved as binder.zip.')).toBeVisible({ timeout: 30_000 });
  const verdict = verifyBinder(path);
  expect(verdict).toMatchObject({ state: 'whole' });
  if (verdict.state !== 'whole') return;
  expect(verdict.manifest.files.filter(({ kind }) => kind === 'evidence').length).toBeGreaterThan(0);
  await expect(page.getByText(verdict.fingerprint.slice(0, 8))).toBeVisible();
  const bytes = readFileSync(path);
  const at = bytes.indexOf('Corpus supplier');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(verifyBinder(path).state).toBe('altered');
  expect(window.violations).toEqual([]);
  expect(window.pageErrors).toEqual([]);
});
