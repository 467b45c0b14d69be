import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
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
