import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { messyModelCount, messyModels, questionableModel } from '../fixtures/messy-models.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { type Hands, keyboardOnly } from '../harness/keyboard.ts';

const passphrase = 'nine quiet herons over the fjord';

test('by keyboard alone: create, import, mend, check, answer, print, lock', async () => {
  test.setTimeout(240_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const hands = keyboardOnly(window.page);
  try {
    await test.step('create a workspace and type its recovery key back', () => create(window, hands));
    await test.step(`import ${messyModelCount} models from a messy spreadsheet`, () => importModels(window, hands));
    await test.step('check everything at once', () => checkAll(window, hands));
    await test.step('answer what one model hangs on, and see the verdict change', () => answerOne(window, hands));
    await test.step('print its memo', () => printMemo(window, hands));
    await test.step('lock, and come back with the passphrase', () => lock(window, hands));
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});

/** The wizard's way on: its button must be ready, then the key for it is pressed and the next step shows. */
async function next(page: Page, hands: Hands, button: string | RegExp, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('button', { name: button }).last()).toBeEnabled();
  await hands.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

/** Picks an option of a list that opens from a button. */
async function choose(page: Page, hands: Hands, list: string, option: string): Promise<void> {
  await hands.activate(page.getByRole('button', { name: list, exact: true }));
  const wanted = page.getByRole('option', { name: option });
  await expect(wanted).toBeVisible();
  for (let steps = 0; steps < 40 && !(await isCurrent(wanted)); steps += 1) await hands.press('ArrowDown');
  await hands.press('Enter');
}

/** The option that Enter would take: focused, or marked as the active one. */
async function isCurrent(option: Locator): Promise<boolean> {
  return option.evaluate((element) => {
    const active = document.activeElement;
    return (
      element === active || active?.getAttribute('aria-activedescendant') === element.id || element.hasAttribute('data-combobox-selected')
    );
  });
}

/** Settles one problem of the check step; it must then be gone from what has to be answered. */
async function mend(page: Page, hands: Hands, problem: RegExp, settle: (panel: Locator) => Promise<void>): Promise<void> {
  const entry = page.getByRole('navigation', { name: 'Problems' }).getByRole('button', { name: problem });
  await expect(entry).toContainText('Blocks');
  await hands.activate(entry);
  await settle(page.getByRole('region', { name: problem }));
  await expect(entry.filter({ hasText: 'Blocks' })).toHaveCount(0);
}

/** Moves from the chosen radio button of a group to another, by arrow keys as radio buttons want it. */
async function pickRadio(hands: Hands, panel: Locator, chosen: string, wanted: string): Promise<void> {
  await hands.reach(panel.getByRole('radio', { name: new RegExp(`^${chosen}`) }));
  const target = panel.getByRole('radio', { name: new RegExp(`^${wanted}`) });
  for (let steps = 0; steps < 8 && !(await target.isChecked()); steps += 1) await hands.press('ArrowDown');
  await expect(target).toBeChecked();
}

async function create({ page }: AppWindow, hands: Hands): Promise<void> {
  await expect(page.getByRole('button', { name: 'Create a workspace' }).first()).toBeVisible();
  await hands.press('Control+N');
  await hands.fill(page.getByRole('textbox', { name: /name/i }).first(), 'Halden Robotics');
  await next(page, hands, /^Passphrase/, 'Choose a passphrase');

  await hands.fill(page.getByLabel('Passphrase', { exact: true }), passphrase);
  await hands.fill(page.getByLabel('The same again'), passphrase);
  await next(page, hands, /^Recovery key/, /recovery key/i);

  const key = page.getByRole('list', { name: /recovery key/i }).getByRole('listitem');
  const groups = (await key.allTextContents()).map((text) => text.trim().slice(-5));
  expect(groups).toHaveLength(8);
  await next(page, hands, /^Type it back/, /type/i);
  await hands.fill(page.getByRole('main').getByRole('textbox').first(), groups.join('-'));
  await hands.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}

async function importModels({ page, folder, answer }: AppWindow, hands: Hands): Promise<void> {
  const file = join(folder, 'register (final) v3.xlsx');
  writeFileSync(file, messyModels());
  answer('openFile', file);
  answer('openFiles', [file]);
  await hands.press('Control+Shift+I');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/file/i);
  await hands.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Where is the table?' })).toBeVisible();
  await choose(page, hands, 'Sheet', 'Models 2026');
  await expect(page.getByRole('button', { name: 'Header row' })).toHaveText('Row 4');
  await next(page, hands, /^Columns/, /column/i);
  await next(page, hands, /^Values/, /value/i);
  await next(page, hands, /^Check/, '4 answers make more rows ready');
  await mend(page, hands, /^1 row without Name/, async (panel) => {
    await pickRadio(hands, panel, 'Edit one by one', 'Leave these rows out');
    await hands.activate(panel.getByRole('button', { name: /^Apply/ }));
  });
  await mend(page, hands, /^1 value of Tokens/, async (panel) => {
    await hands.fill(panel.getByRole('textbox', { name: /^Cell of row/ }), '3.5T');
    await hands.press('Enter');
  });
  await mend(page, hands, /^1 value of Open weights/, async (panel) => {
    await pickRadio(hands, panel, 'Say what each value means', 'Mark as unknown');
    await hands.activate(panel.getByRole('button', { name: /^Apply/ }));
  });
  await mend(page, hands, /^1 value of Country/, async (panel) => {
    const meaning = panel.getByRole('button', { name: /^Korea/ });
    await hands.activate(meaning);
    await expect(page.getByRole('option').first()).toBeVisible();
    await hands.type('South Korea');
    await expect(page.getByRole('option')).toHaveCount(1);
    await hands.press('Enter');
    await expect(meaning).toHaveText('South Korea');
    await hands.activate(panel.getByRole('button', { name: /^Apply/ }));
  });
  await next(page, hands, /^Review/, 'What will change?');
  await next(page, hands, /^Import 200/, /done|in the register|imported/i);
  await expect(page.getByRole('main')).toContainText('200');
}

/** Goes somewhere by what the palette finds. */
async function find(page: Page, hands: Hands, words: string, heading: string | RegExp): Promise<void> {
  await hands.press('Control+K');
  await expect(page.getByRole('dialog').getByRole('textbox').or(page.getByRole('dialog').getByRole('combobox')).first()).toBeFocused();
  await hands.type(words);
  await expect(page.getByRole('option').first()).toContainText(words, { ignoreCase: true });
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function checkAll({ page }: AppWindow, hands: Hands): Promise<void> {
  await find(page, hands, 'Bulk check', /check/i);
  await hands.activate(page.getByRole('button', { name: 'Classify everything' }));
  await expect(page.getByText('200 assets classified').first()).toBeVisible({ timeout: 60_000 });
}

async function answerOne({ page }: AppWindow, hands: Hands): Promise<void> {
  await find(page, hands, questionableModel, questionableModel);
  const main = page.getByRole('main');
  await expect(main).toContainText('4E091 open');
  await expect(main).toContainText('Are the weights published');
  await hands.activate(main.getByRole('button', { name: 'No', exact: true }).first());
  await expect(main).toContainText('It meets 4E091.');
  await expect(main).not.toContainText('4E091 open');
}

async function printMemo({ page, folder, answer, asked }: AppWindow, hands: Hands): Promise<void> {
  await hands.activate(page.getByRole('main').getByRole('button', { name: 'Memo' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Classification memo' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`${questionableModel}, version 1.0`);

  answer('print', true);
  await hands.press('Control+P');
  await expect.poll(() => asked().some(({ kind, answered }) => kind === 'print' && answered)).toBe(true);

  const pdf = join(folder, 'memo.pdf');
  answer('saveFile', pdf);
  await hands.press('Control+Shift+P');
  await expect.poll(() => existsSync(pdf)).toBe(true);
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
}

async function lock({ page }: AppWindow, hands: Hands): Promise<void> {
  await hands.press('Control+L');
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await expect(page.locator('body')).not.toContainText(questionableModel);
  await hands.type(passphrase);
  await hands.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
}
