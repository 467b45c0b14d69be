import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { pdfOf } from '../fixtures/pdf.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;

test.beforeEach(async () => {
  window = await launchApp({ size: { width: 1280, height: 800 } });
});

test.afterEach(async () => {
  expect(window.pageErrors).toEqual([]);
  await window.close();
});

/** Lets files go on something, as a person does with files of a folder. */
async function dropOn(target: Locator, files: readonly string[]): Promise<void> {
  const box = await target.boundingBox();
  const devtools = await target.page().context().newCDPSession(target.page());
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10, data });
}

test('a PDF is looked at, its chain of custody says so, and a hold keeps it from being taken off', async () => {
  const { page } = window;
  const { records } = await openDemo(window);
  await goTo(page, `/parties/${records.party}?tab=evidence`);
  const file = join(window.folder, 'licence.pdf');
  writeFileSync(file, pdfOf(['EXPORT LICENCE', 'D1234567']));
  window.answer('openFiles', [file]);
  await page.getByRole('button', { name: 'Attach files' }).click();
  const dialog = page.getByRole('dialog', { name: 'Evidence: licence.pdf' });
  await dialog.getByRole('button', { name: 'Look at it' }).click();
  const picture = page.getByRole('img', { name: 'Picture of licence.pdf' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(1400);
  await page.getByRole('dialog', { name: 'licence.pdf', exact: true }).press('Escape');
  await dialog.getByRole('button', { name: 'Chain of custody' }).click();
  await expect(page.getByRole('dialog', { name: 'Chain of custody: licence.pdf' })).toContainText('licence.pdf looked at');
  await page.getByRole('dialog', { name: 'Chain of custody: licence.pdf' }).press('Escape');
  await dialog.press('Escape');

  await goTo(page, '/lists/TRAINING/evidence');
  const notes = join(window.folder, 'notes');
  mkdirSync(notes);
  const [one, two] = ['source page.txt', 'letter.txt'].map((name) => join(window.folder, name));
  for (const path of [one, two]) writeFileSync(path ?? '', 'as published');
  await dropOn(page.getByRole('button', { name: 'Attach files' }), [notes]);
  await expect(page.getByText('A folder cannot be kept as evidence')).toBeVisible();
  await dropOn(page.getByRole('button', { name: 'Attach files' }), [one ?? '', two ?? '']);
  await expect(page.getByText('2 files attached')).toBeVisible();
  await dropOn(page.getByRole('heading', { level: 1 }), [file]);
  await goTo(page, '/evidence');
  await expect(page.getByRole('row').filter({ hasText: 'Training list' })).toHaveCount(2);
  await expect(page.getByRole('row').filter({ hasText: 'licence.pdf' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Check all files' }).click();
  await expect(page.getByText('every byte is as it was kept')).toBeVisible();

  await goTo(page, '/retention/holds');
  await page.getByRole('button', { name: 'Place a hold' }).first().click();
  const hold = page.getByRole('dialog', { name: 'Place a hold' });
  await hold.getByRole('textbox', { name: 'What it is about' }).fill('Letter of the office');
  await hold.getByRole('checkbox', { name: 'Hold the whole workspace' }).check();
  await hold.getByRole('button', { name: 'Place a hold' }).click();
  await expect(page.getByRole('region', { name: 'Letter of the office' })).toContainText('In force');

  await goTo(page, `/parties/${records.party}?tab=evidence`);
  await page.getByRole('listitem').getByRole('button', { name: 'licence.pdf' }).click();
  await dialog.getByRole('button', { name: 'Take off' }).click();
  await expect(dialog).toContainText('while the hold “Letter of the office” is in force');
  await dialog.press('Escape');

  await goTo(page, '/history');
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByText('The chain is intact')).toBeVisible();
});

test('by keyboard: a file is attached, said to prove a fact, handed out again and taken off', async () => {
  const { page } = window;
  const { records } = await openDemo(window);
  const hands = keyboardOnly(page);
  await goTo(page, `/assets/${records.undeterminedModel}?tab=evidence`);
  const file = join(window.folder, 'loader count.csv');
  writeFileSync(file, 'source,tokens\nall,15.6T\n');
  window.answer('openFiles', [file]);
  await hands.activate(page.getByRole('button', { name: 'Attach files' }));

  const dialog = page.getByRole('dialog', { name: /loader count\.csv/ });
  await hands.fill(dialog.getByRole('textbox', { name: 'What it shows' }), 'Row “all”, signed by the data team.');
  await hands.activate(dialog.getByRole('button', { name: 'Save', exact: true }));
  const kept = page.getByRole('listitem').filter({ hasText: 'loader count.csv' });
  await expect(kept).toContainText('signed by the data team');

  await hands.activate(kept.getByRole('button', { name: 'loader count.csv' }));
  const copy = join(window.folder, 'copy.csv');
  window.answer('saveFile', copy);
  await hands.activate(dialog.getByRole('button', { name: 'Save a copy' }));
  await expect(page.getByText('A copy was saved as copy.csv')).toBeVisible();
  expect(readFileSync(copy, 'utf8')).toBe('source,tokens\nall,15.6T\n');

  await hands.activate(dialog.getByRole('button', { name: 'Take off' }));
  await expect(kept).toHaveCount(0);
  await hands.press('Control+z');
  await expect(kept).toBeVisible();
});
