import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { type Hands, keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

const roster = [
  'Worker report',
  '',
  'Employee ID;Legal Name;Email - Work;Business Title;Team;Location Country;Hire Date;Citizenship Status;Primary Nationality;Visa Type',
  'HR-5001;Babak Moradi;babak.moradi@halden.example;Platform engineer;Platform;United States;03.02.2025;;Iranian;H-1B',
  'HR-5002;Joan Peters;joan.peters@halden.example;Platform engineer;Platform;United States;14.02.2025;Citizen (United States of America);American;',
  'Total;2;;;;;;;;',
].join('\r\n');

const log = [
  'When;User;Source IP;Repository;Action;Result',
  '13.11.2026 15:02:11;BABAK.MORADI@halden.example;71.163.44.9;lockbox;git.clone;success',
  '13.11.2026 15:09:40;joan.peters@halden.example;71.163.44.9;lockbox;git.clone;success',
  '14.11.2026 09:00:00;babak.moradi@halden.example;71.163.44.9;lockbox;git.clone;denied',
  '16.11.2026 10:30:00;babak.moradi@halden.example;71.163.44.9;fleet-api;api.invoke;success',
  ';;;;;',
  'Total;4;;;;',
].join('\r\n');

test('by keyboard alone: roster and log come in, a possible deemed export is found, explained and decided, the control plan is printed', async () => {
  test.setTimeout(240_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const hands = keyboardOnly(window.page);
  try {
    await openDemo(window);
    await test.step('bring the roster in', () => importRoster(window, hands));
    await test.step('bring the log in', () => importLog(window, hands));
    await test.step('find and decide the deemed export', () => decide(window, hands));
    await test.step('print the technology control plan', () => printPlan(window, hands));
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});

/** The wizard's way on: its button must be ready, then the key for it is pressed and the next step shows. */
async function next({ page }: AppWindow, hands: Hands, button: RegExp, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('button', { name: button }).last()).toBeEnabled();
  await hands.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function importRoster(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  const file = join(window.folder, 'roster.csv');
  writeFileSync(file, roster);
  await goTo(page, '/import?kind=people');
  window.answer('openFile', file);
  await next(window, hands, /Choose/, 'Where is the table?');
  await next(window, hands, /^Columns/, 'Which column is what?');
  await next(window, hands, /^Values/, 'What do the values mean?');
  await hands.press('Control+Enter');
  await expect(page.getByText('2 ready').first()).toBeVisible();
  await next(window, hands, /^Review/, 'What will change?');
  await hands.press('Control+Enter');
  await expect(page.getByText('2 new records and no changes')).toBeVisible();
}

async function importLog(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  const file = join(window.folder, 'git-gateway.csv');
  writeFileSync(file, log);
  window.answer('openFiles', [file]);
  await goTo(page, '/access/import');
  await next(window, hands, /^Choose files/, 'Is this the right file?');
  await next(window, hands, /^Table/, 'Where are the events?');

  // The times carry no zone: nothing goes on before somebody says which.
  await hands.press('Control+Enter');
  const question = page.getByRole('region', { name: /zone/i });
  await expect(question).toBeVisible();
  await hands.reach(question.getByRole('radio').first());
  await hands.press('Space');
  await expect(question.getByRole('radio', { name: /^UTC/ })).toBeChecked();
  await hands.activate(question.getByRole('button', { name: 'Answer' }));
  await expect(question).toHaveCount(0);
  await next(window, hands, /^Columns/, 'Which column is what?');
  await next(window, hands, /^Values/, 'What do the words mean?');
  await next(window, hands, /^Check/, 'Every row is dealt with');
  await next(window, hands, /^People/, 'Whose are the accounts?');
  await next(window, hands, /^Review/, 'What will come in?');
  await expect(page.getByRole('button', { name: 'Import 4 events' })).toBeEnabled();
  await next(window, hands, /^Import 4 events/, 'Imported');
}

async function decide(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  await next(window, hands, /^Go to findings/, /^Findings/);
  const found = page.getByRole('row', { name: /Babak Moradi/ }).first();
  await expect(found).toBeVisible();
  await hands.fill(page.getByRole('searchbox'), 'Moradi');
  await expect(page.getByRole('row', { name: /Kamali/ })).toHaveCount(0);
  await hands.press('Tab', 'j', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Babak Moradi reached LockBox without a licence' })).toBeVisible();
  // It says what was tested, what would clear it and which rows it rests on, and not where he comes from.
  await expect(page.getByRole('table', { name: /harmless/ })).toContainText('15 CFR 734.7');
  await expect(page.getByText('git-gateway.csv').first()).toBeVisible();
  await expect(page.getByText('Iran', { exact: false })).toHaveCount(0);
  await hands.press('d');
  const dialog = page.getByRole('dialog');
  await hands.reach(dialog.getByRole('radio', { name: /^Confirmed/ }));
  await hands.press('Space');
  await hands.fill(dialog.getByRole('textbox', { name: /Reason/ }), 'Access was given by mistake; taken away today');
  await hands.activate(dialog.getByRole('button', { name: 'Record the decision' }));
  await expect(page.getByText('Finding confirmed').first()).toBeVisible();
}

async function printPlan(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  const pdf = join(window.folder, 'plan.pdf');
  window.answer('saveFile', pdf);
  await hands.activate(page.getByRole('link', { name: /control plan/i }).first());
  await expect(page.getByRole('heading', { level: 1, name: /control plan/i })).toBeVisible();
  await hands.activate(page.getByRole('button', { name: 'Save the plan' }));
  await hands.activate(page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }));
  await expect.poll(() => existsSync(pdf)).toBe(true);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
}
