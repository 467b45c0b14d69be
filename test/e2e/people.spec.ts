import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { goTo, settled } from '../harness/places.ts';

const roster = [
  'Halden Robotics: staff,,,,,,,,',
  'Employee ID,Worker,Email - Work,Business Title,Supervisory Organization,Worker Type,Location Country,Termination Date,Citizenship Status,Passport Number',
  'E1,Priya Raman,priya@halden.example,Researcher,Core,Regular,Germany,,Citizen (Portugal),X1234567',
  'E2,Farid Karimi,farid@halden.example,Engineer,Core,Contingent Worker,Germany,2025-12-31,Citizen (Uzbekistan),X1234568',
  'E2,Farid Karimi,farid@halden.example,Engineer,Core,Contingent Worker,Germany,2025-12-31,Permanent Resident (Canada),X1234568',
  'E3,Ana Silva,ana@halden.example,Engineer,Ops,Regular,Germany,,unknown,',
].join('\r\n');

const shots = process.env['PEOPLE_SHOTS'];
const theme = process.env['PEOPLE_THEME'] === 'dark' ? 'dark' : 'light';
const secret = /Uzbek|Portugal|Portuguese/;

test('a roster comes in, citizenship stays out of sight until it is asked for, and each look is in the history [G4]', async () => {
  test.setTimeout(240_000);
  const window = await launchApp({ size: { width: 1440, height: 900 }, theme });
  const { page } = window;
  const hands = keyboardOnly(page);
  const shot = async (name: string) => {
    await settled(page);
    if (shots !== undefined) await page.screenshot({ path: join(shots, `people-${name}-${theme}.png`) });
  };
  const inSight = async () => ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
  try {
    await openDemo(window);
    const file = join(window.folder, 'staff.csv');
    writeFileSync(file, roster);
    window.answer('openFile', file);

    await goTo(page, '/people');
    await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
    await shot('1-empty');
    await hands.activate(page.getByRole('button', { name: 'Import a roster' }).first());
    await expect(page.getByRole('heading', { name: /Import/ }).first()).toBeVisible();
    await shot('2-file');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Where is the table?' })).toBeVisible();
    await shot('3-table');
    expect(await inSight()).not.toMatch(secret);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible();
    await shot('4-columns');
    expect(await inSight()).not.toMatch(/X1234567|Uzbek/);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'What do the values mean?' })).toBeVisible();
    await shot('5-values');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/0 blocked/).first()).toBeVisible();
    await shot('6-check');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'What will change?' })).toBeVisible();
    await shot('7-review');
    expect(await inSight()).not.toMatch(secret);
    await hands.activate(page.getByRole('button', { name: 'Import 3 records' }));
    await expect(page.getByText('3 new records and no changes')).toBeVisible();
    await page.keyboard.press('Control+Enter');

    await expect(page.getByRole('row', { name: /Farid Karimi/ })).toBeVisible();
    await shot('8-list');
    expect(await inSight()).not.toMatch(secret);
    await page.getByRole('row', { name: /Farid Karimi/ }).click();
    await expect(page.getByRole('button', { name: 'Open person' }).first()).toBeVisible();
    await shot('9-inspector');
    await hands.activate(page.getByRole('button', { name: 'Open person' }).last());
    await expect(page.getByRole('heading', { name: 'Farid Karimi' })).toBeVisible();
    await shot('10-person');
    await page.getByRole('tab', { name: 'Citizenship' }).click();
    await expect(page.getByText('Hidden', { exact: true }).first()).toBeVisible();
    await shot('11-hidden');
    expect(await inSight()).not.toMatch(secret);
    await hands.activate(page.getByRole('button', { name: 'Show', exact: true }));
    await expect(page.getByRole('dialog', { name: /Show citizenship of Farid Karimi/ })).toBeVisible();
    await shot('12-purpose');
    await hands.activate(page.getByRole('dialog').getByRole('button', { name: 'Show', exact: true }));
    await expect(page.getByRole('cell', { name: 'Uzbekistan' })).toBeVisible();
    await shot('13-shown');
    await hands.activate(page.getByRole('button', { name: 'Hide now' }));
    await expect(page.getByRole('cell', { name: 'Uzbekistan' })).toHaveCount(0);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByText('Citizenship of Farid Karimi looked at, to judge a finding')).toBeVisible();
    await shot('14-history');
    expect(await inSight()).not.toMatch(secret);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('Uzbek');
    await settled(page);
    await expect(page.getByRole('option', { name: /Farid/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    for (const [name, path] of [
      ['15-accounts', '/people/accounts'],
      ['16-authorisations', '/people/authorisations'],
      ['17-travel', '/people/travel'],
    ] as const) {
      await goTo(page, path);
      await shot(name);
      expect(await inSight()).not.toMatch(secret);
    }
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});

test('a person is erased after a reason and the name of the workspace, and findings go on to name nobody [G4]', async () => {
  test.setTimeout(120_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const hands = keyboardOnly(page);
  try {
    await openDemo(window);
    const { rows } = await window.call<{ rows: { id: string; title: string; person: { id: string; name: string } | null }[] }>(
      'access.findings',
      {
        types: ['deemed_export'],
        limit: 1,
      },
    );
    const finding = rows[0];
    const name = finding?.person?.name ?? 'nobody';
    await page.evaluate((hash) => {
      globalThis.location.hash = hash;
    }, `#/people/${finding?.person?.id}`);
    await hands.activate(page.getByRole('button', { name: 'Erase', exact: true }));
    const dialog = page.getByRole('dialog', { name: `Erase ${name} for good?` });
    await expect(dialog.getByText('What stays')).toBeVisible();
    const submit = dialog.getByRole('button', { name: 'Erase this person' });
    await expect(submit).toHaveAccessibleDescription('Say why.');
    await hands.activate(dialog.getByRole('button', { name: /^Why/ }));
    await page.getByRole('option', { name: 'The person asked' }).waitFor();
    await hands.press('ArrowDown', 'Enter');
    await expect(submit).toHaveAccessibleDescription('Type the name of the workspace first.');
    await hands.fill(dialog.getByRole('textbox', { name: /Type the name of the workspace/ }), 'Halden Robotics');
    await hands.activate(submit);
    await expect(page.getByRole('heading', { level: 1, name: /^Erased person/ })).toBeVisible();
    expect((await page.locator('body').textContent()) ?? '').not.toContain(name);
    const now = await window.call<{ title: string; person: { name: string } | null }>('access.finding', { id: finding?.id });
    expect(now.title).not.toContain(name);
    expect(now.person?.name).toMatch(/^Erased person/);
    expect(await window.call('journal.verify', {})).toMatchObject({ intact: true });
  } finally {
    await window.close();
  }
});
