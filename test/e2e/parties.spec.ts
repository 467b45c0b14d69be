import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

const accounts = [
  'Account ID,Account Name,Type,Billing Street,Billing City,Billing Country,Parent Account,Account Owner',
  '001A1,"Tindra Photonics (廷德拉光电)",Customer - Direct,8 Harbour Street,Suzhou,China,Tindra Group Co. Ltd.,Ingrid Solheim',
  '001A2,Belmira S.A.,Vendor,Rua 4,Porto,Portugal,,Ingrid Solheim',
].join('\r\n');

test('a party is added with an owner, its owners are said to be known, and the rules answer, by keys alone', async () => {
  test.setTimeout(180_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  const dialog = page.getByRole('dialog');
  try {
    await openDemo(window);
    await goTo(page, '/parties');
    await expect(page.getByRole('heading', { name: 'Parties', exact: true })).toBeVisible();
    await hands.press('n');
    await expect(dialog.getByRole('heading', { name: 'Add a party' })).toBeVisible();
    await hands.fill(dialog.getByRole('textbox', { name: /^Name/ }), 'Zorvane Optics B.V.');
    await hands.activate(dialog.getByRole('button', { name: 'Add a name' }));
    await hands.fill(dialog.getByRole('textbox', { name: /^Name/ }).last(), 'Зорване Оптика');
    await hands.activate(dialog.getByRole('button', { name: 'Add a party' }));
    await expect(page.getByRole('heading', { name: 'Zorvane Optics B.V.' })).toBeVisible();
    await expect(page.getByText('Зорване Оптика')).toHaveAttribute('lang', 'ru');

    await hands.reach(page.getByRole('tab', { name: 'Overview' }));
    await hands.press('ArrowRight', 'ArrowRight');
    await expect(page.getByText('No owner is on file.').first()).toBeVisible();
    const ofac = page.getByRole('article').filter({ hasText: 'OFAC' });
    await expect(ofac.getByText('To ask')).toBeVisible();

    await hands.activate(page.getByRole('button', { name: 'Add an owner' }));
    await hands.activate(dialog.getByRole('button', { name: /^Party/ }));
    await hands.type('Kestrel');
    await expect(page.getByRole('option', { name: /Kestrel & Rowe/ })).toBeVisible();
    await expect(page.getByRole('option')).toHaveCount(2);
    await hands.press('Enter');
    await expect(dialog.getByText('Kestrel & Rowe Ltd', { exact: true })).toBeVisible();
    await hands.fill(dialog.getByRole('textbox', { name: 'Share' }), '40');
    await hands.fill(dialog.getByRole('textbox', { name: 'Evidence', exact: true }), 'Register extract');
    await hands.activate(dialog.getByRole('button', { name: 'Add an owner' }));
    await expect(page.getByRole('row', { name: /Kestrel & Rowe Ltd Shares 40 % Register extract/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /stand.* above Zorvane Optics/ })).toBeVisible();

    await hands.activate(page.getByRole('button', { name: 'Say how far' }));
    await hands.reach(dialog.getByRole('radio', { name: /Not known/ }));
    await hands.press('ArrowUp');
    await hands.fill(dialog.getByRole('textbox', { name: 'How you know' }), 'Asked on the telephone');
    await hands.activate(dialog.getByRole('button', { name: 'Save' }));
    await expect(page.getByText('Asked on the telephone')).toBeVisible();
    await expect(page.getByText('Known in part')).toBeVisible();
    await expect(ofac.getByText(/Who holds the other 60 %/)).toBeVisible();

    await hands.activate(page.getByRole('button', { name: /^Remove: Kestrel/ }));
    await expect(page.getByText('No owner is on file.').first()).toBeVisible();
    await hands.press('Control+z');
    await expect(page.getByRole('row', { name: /Kestrel & Rowe Ltd Shares 40 %/ })).toBeVisible();
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});

test('accounts of a sales system come in with their parents, are screened, and go again in one step', async () => {
  test.setTimeout(180_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  try {
    await openDemo(window);
    const file = join(window.folder, 'accounts.csv');
    writeFileSync(file, `\uFEFF${accounts}`);
    window.answer('openFile', file);
    await goTo(page, '/import?kind=parties');
    await hands.activate(page.getByRole('button', { name: /Choose/ }).first());
    for (const heading of ['Where is the table?', 'Which column is what?', 'What do the values mean?']) {
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      await hands.press('Control+Enter');
    }
    await expect(page.getByText(/0 blocked/).first()).toBeVisible();
    await hands.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'What will change?' })).toBeVisible();
    await hands.activate(page.getByRole('button', { name: 'Import 2 records' }));
    await expect(page.getByText('2 new records and no changes')).toBeVisible();
    await hands.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Parties', exact: true })).toBeVisible();
    await hands.fill(page.getByRole('searchbox', { name: 'Search parties' }), 'Tindra');
    await expect(page.getByRole('row', { name: /Tindra Photonics .*No match/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Tindra Group Co\. Ltd\./ })).toBeVisible();
    await hands.press('Escape');
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});
