import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

test('a transfer is looked at, held, settled, cleared and sent by keys alone', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  const dialog = page.getByRole('dialog');
  try {
    await openDemo(window);
    await goTo(page, '/transfers');
    await hands.activate(page.getByRole('link', { name: /T-0002 was queued for/ }));
    await expect(page.getByRole('heading', { name: /^T-0002/ })).toBeVisible();
    await expect(page.getByText('Depot gateway, new firmware is in no register: nothing is known of it.')).toBeVisible();

    await hands.press('h');
    await hands.fill(dialog.getByRole('textbox', { name: 'Reason' }), 'The firmware is in no register');
    await hands.activate(dialog.getByRole('button', { name: 'Hold' }));
    await expect(page.getByText(/^Held: The firmware is in no register/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Clear' })).toHaveAttribute('aria-disabled', 'true');

    await hands.press('e');
    await hands.activate(dialog.getByRole('button', { name: 'Remove line 2' }));
    await hands.activate(dialog.getByRole('button', { name: /^Authority/ }));
    await hands.choose();
    await hands.fill(dialog.getByRole('textbox', { name: 'Number or symbol' }), 'EXERCISE-7');
    await hands.activate(dialog.getByRole('button', { name: 'Save' }));
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(/Your own statement: Licence EXERCISE-7/)).toBeVisible();

    await hands.press('h');
    await hands.fill(dialog.getByRole('textbox', { name: 'Reason' }), 'Taken off the order');
    await hands.activate(dialog.getByRole('button', { name: 'Release the hold' }));
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(/Whether a licence is needed is decided separately/).first()).toBeVisible();

    await hands.press('c');
    await expect(dialog.getByRole('button', { name: 'Clear', exact: true })).toHaveAttribute('aria-disabled', 'true');
    for (const open of [/^Classification: Halden Fleet API/, /^Screening: Bergstad Kommune/])
      await hands.fill(dialog.getByRole('textbox', { name: open }), 'Talked through with counsel');
    await hands.activate(dialog.getByRole('button', { name: 'Clear', exact: true }));
    await expect(dialog).toHaveCount(0);
    await hands.press('m');
    await hands.activate(dialog.getByRole('button', { name: 'Mark as gone' }));
    await expect(page.getByText(/^It has ended; nothing is checked any more/)).toBeVisible();

    await hands.press('Control+z');
    await expect(page.getByRole('button', { name: 'Mark as gone' })).toBeVisible();
  } finally {
    await window.close();
  }
});

test('a list of orders becomes transfers, with a question for each name that is in no register', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  try {
    await openDemo(window);
    const file = join(window.folder, 'orders.csv');
    writeFileSync(
      file,
      [
        'Sales order,Material,Qty,Ship-to party,Ship-to country,Ship date,Type',
        'SO-8001,Vision workstation,2 pieces,Werkraum Automation GmbH,Germany,2027-02-01,Goods',
        'SO-8001,Cable set,2 pieces,Werkraum Automation GmbH,Germany,2027-02-01,Goods',
      ].join('\n'),
    );
    window.answer('openFile', file);
    await goTo(page, '/import?kind=transfers');
    await hands.activate(page.getByRole('button', { name: /Choose/ }).first());
    for (const heading of ['Where is the table?', 'Which column is what?', 'What do the values mean?']) {
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      await hands.press('Control+Enter');
    }
    await expect(page.getByText(/0 blocked/).first()).toBeVisible();
    await hands.press('Control+Enter');
    await hands.activate(page.getByRole('button', { name: 'Import 2 records' }));
    await expect(page.getByText('2 new records and no changes')).toBeVisible();
    await hands.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Transfers', exact: true })).toBeVisible();
    await hands.fill(page.getByRole('searchbox', { name: /Search number/ }), 'SO-8001');
    await expect(page.getByRole('row', { name: /Vision workstation, Cable set Werkraum Automation GmbH Germany/ })).toBeVisible();
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});

test('a task made of a lapsed clearance says on closing that it is still lapsed, and the register is a report', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  const dialog = page.getByRole('dialog');
  try {
    await openDemo(window);
    await goTo(page, '/quality?check=transferLapsed');
    await hands.activate(page.getByRole('button', { name: 'Make a task' }));
    await hands.activate(dialog.getByRole('button', { name: 'Make a task' }));
    await hands.activate(page.getByRole('button', { name: 'Open the task' }));
    await expect(page.getByText('Still found: “Transfers whose clearance lapsed”').first()).toBeVisible();
    await hands.press('c');
    await hands.fill(dialog.getByRole('textbox', { name: /What proves it/ }), 'Looked at');
    await hands.activate(dialog.getByRole('button', { name: 'Close the task' }));
    await expect(dialog.getByRole('heading', { name: 'Closed, and looked at again' })).toBeVisible();
    await expect(dialog.getByRole('link', { name: /^T-0006/ })).toBeVisible();
    await expect(dialog.getByText('Still found: “Transfers whose clearance lapsed”')).toBeVisible();

    await goTo(page, '/reports/transfers');
    const report = page.getByRole('region', { name: 'Transfer register' });
    await expect(report.getByText('Transfers are held', { exact: true }).first()).toBeVisible();
    await expect(report.getByText('Gone without clearance').first()).toBeVisible();
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});
