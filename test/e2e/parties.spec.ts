import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly, saveAs } from '../harness/keyboard.ts';
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

test('the list is saved as it stands on screen, and a link to a decided match opens that match and no other', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  try {
    await openDemo(window);
    await goTo(page, '/parties');
    await page.getByRole('tab', { name: /Grave signs/ }).click();
    await expect(page.getByRole('row', { name: /Solvik Sensor B\.V\. .*Grave sign.*No match/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Fjordlys Havbruk AS/ })).toHaveCount(0);
    const csv = join(window.folder, 'grave.csv');
    window.answer('saveFile', csv);
    await hands.activate(page.getByRole('button', { name: 'Save the list' }));
    await saveAs(page, 'Table (CSV)');
    await expect(page.getByText('Saved grave.csv')).toBeVisible();
    const saved = readFileSync(csv, 'utf8');
    expect(saved).toContain('Solvik Sensor B.V.');
    expect(saved).not.toContain('Fjordlys Havbruk AS');

    const { groups } = await window.call<{ groups: { name: string; hits: { id: string; revision: number }[] }[] }>('screening.queue', {
      filter: {},
    });
    const last = groups.at(-1);
    const [hit] = last?.hits ?? [];
    if (last === undefined || hit === undefined) throw new Error('The demo has nothing to decide');
    await window.call('screening.decide', {
      hits: [{ id: hit.id, revision: hit.revision }],
      verdict: 'falsePositive',
      reason: 'differentCountry',
      note: '',
      seconds: null,
    });
    await goTo(page, `/parties/queue?hit=${hit.id}`);
    // The queue waits on other parties; the comparison shows the one the link names, with its decision.
    const shown = page.getByRole('article', { name: new RegExp(last.name) });
    await expect(shown).toBeVisible();
    await expect(shown.getByText('Not the same', { exact: true }).first()).toBeVisible();
    await hands.press('j');
    await expect(page.getByRole('article', { name: new RegExp(groups[0]?.name.replaceAll(/[()]/g, '.') ?? '') })).toBeVisible();
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});
