import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { ListVersionView } from '../../src-shared/contract/lists.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { accessibilityFindings } from '../harness/axe.ts';
import { goTo } from '../harness/places.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/lists');

let window: AppWindow;
test.beforeAll(async () => {
  window = await launchApp();
  const draft = await window.call<{ draftId: string; groups: string[] }>('workspace.create', {
    ...{ parent: null, name: 'Empty company', color: 'teal', kind: 'live' },
    passphrase: 'correct staple orbit lantern fjord',
    person: { name: 'Tess Tester', initials: 'TT' },
  });
  await window.call('workspace.confirmRecoveryKey', { draftId: draft.draftId, typed: draft.groups.join('-') });
  await expect(window.page.getByRole('navigation').first()).toBeVisible();
});
test.afterAll(() => window.close());

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

/** Tests run in order in one window; one that runs alone, or after another failed, brings in what it needs. */
async function training(count: 1 | 2): Promise<void> {
  const versions = await window.call<ListVersionView[]>('lists.versions', { list: 'TRAINING' });
  if (versions.length === 0) await window.call('lists.addTraining');
  if (versions.length >= count || count === 1) return;
  window.answer('openFiles', [join(fixtures, 'training-list-later.jsonl')]);
  const { token } = await window.call<{ token: string }>('lists.open', { handles: null });
  await expect.poll(async () => (await window.ask('lists.opened', { token })).ok).toBe(true);
  const { lists } = await window.call<{ lists: { id: string }[] }>('lists.opened', { token });
  await window.call('lists.keep', { token, versions: lists.map(({ id }) => id) });
}

test('the training list comes in from the empty screen, is searched in another script, and an entry is read, all by keyboard', async () => {
  const { page } = window;
  await goTo(page, '/lists');
  await expect(page.getByRole('heading', { name: 'Bring in the lists you screen against' })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await press(page, 'Take in the training list');
  const row = page.getByRole('row', { name: /Training list/ });
  await expect(row).toContainText('217');
  await row.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Find an entry' }).focus();
  await page.keyboard.type('карвел микро');
  await expect(page.getByText('1 row', { exact: true })).toBeVisible();
  await page.getByRole('grid', { name: 'Entries' }).focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('complementary', { name: 'ООО «Карвел Микросистемы»' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'ООО «Карвел Микросистемы»' })).toBeVisible();
  await expect(page.getByText('Training: licence for all items')).toBeVisible();
  await expect(page.getByText('Dubai, Al Quoz 3')).toBeVisible();
  await expect(page.getByText('weak alias, Latin')).toBeVisible();
});

test('files show what they are, what they change and what they reject before anything is taken in', async () => {
  const { page } = window;
  await training(1);
  await goTo(page, '/lists');
  window.answer(
    'openFiles',
    ['training-list-later.jsonl', 'us-debarred.csv', 'README.txt'].map((name) =>
      name === 'README.txt' ? resolve(import.meta.dirname, '../../LICENSE') : join(fixtures, name),
    ),
  );
  await press(page, 'Take in files');
  const held = page.getByRole('table', { name: 'What they hold' });
  await expect(held.getByRole('row', { name: /Training list/ })).toContainText('2 added, 2 removed, 8 changed');
  await expect(page.getByRole('row', { name: /^LICENSE/ })).toContainText('This is no list we know');
  await expect(page.getByRole('table', { name: '1 record gave no entry' })).toContainText('Has no name');

  await press(page, /^Show the changes/);
  const changes = page.getByRole('complementary', { name: 'Training list (invented)' });
  await expect(changes.getByText('Unit 7, Training Free Zone, Sharjah')).toBeVisible();

  const csv = join(window.folder, 'rejected.csv');
  window.answer('saveFile', csv);
  await press(page, 'Save rejected records of AECA Debarred');
  await expect(page.getByText('Rejected records saved as rejected.csv')).toBeVisible();
  expect(readFileSync(csv, 'utf8')).toContain('"Has no name"');

  const versions = () => window.call<ListVersionView[]>('lists.versions', { list: 'TRAINING' });
  expect(await versions()).toHaveLength(1);
  await page.getByRole('checkbox', { name: /AECA Debarred/ }).focus();
  await page.keyboard.press('Space');
  await press(page, 'Take in 1 list');
  await expect(page.getByText('1 list was taken in: Training list (invented)')).toBeVisible();
  expect(await versions()).toHaveLength(2);
  expect(await window.call('lists.versions', { list: 'DTC' })).toEqual([]);
});

test('two versions are compared entry by entry, and an entry is read as it was', async () => {
  const { page } = window;
  await training(2);
  await goTo(page, '/lists/TRAINING/versions');
  await press(page, 'Compare with the version before');
  await expect(page.getByText('12 rows')).toBeVisible();
  await page.getByRole('row', { name: /CALDERA STARLING/ }).click();
  const change = page.getByRole('complementary', { name: 'CALDERA STARLING' });
  await expect(change.locator('del')).toContainText('MERIDEL STARLING; OCEAN MERIDELLA (fka)');
  await page.getByRole('row', { name: /PATHRIWALE/ }).click();
  await press(page, 'Open the entry');
  await expect(page.getByRole('heading', { level: 1, name: 'PATHRIWALE, Sunanda' })).toBeVisible();
  await expect(page.getByText('This is the entry as an earlier version of the list had it.')).toBeVisible();
});

test('a list is left out of screening and taken back, and an old one says where the next version is', async () => {
  const { page } = window;
  await training(1);
  await goTo(page, '/lists');
  await page
    .getByRole('row', { name: /Training list/ })
    .getByRole('switch')
    .focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: /Training list/ })).toContainText('left out');
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: /Training list/ })).toContainText('yes');

  const header = { format: 'gatehouse-list/1', list: 'SDN', published: '2024-05-01' };
  const party = { id: 'SDN-1', type: 'org', names: [{ text: 'Karvel Trading FZE' }] };
  const file = join(window.folder, 'old.jsonl');
  writeFileSync(file, `${JSON.stringify(header)}\n${JSON.stringify(party)}\n`);
  window.answer('openFiles', [file]);
  await press(page, 'Take in files');
  await press(page, 'Take in 1 list');
  await expect(page.getByText(/^1 list is older than 7 days: Specially Designated Nationals/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Specially Designated/ })).toContainText('https://sanctionslist.ofac.treas.gov');
  await expect(page.getByRole('contentinfo').getByText(/^Lists \d+ days old/)).toBeVisible();
});

test('files that are dropped on the screen are read together', async () => {
  const { page } = window;
  await goTo(page, '/lists');
  const files = ['bis-entity-list.csv', 'un-consolidated.xml'].map((name) => join(fixtures, name));
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data: { items: [], files, dragOperationsMask: 1 } });
  const held = page.getByRole('table', { name: 'What they hold' });
  await expect(held.getByRole('row', { name: /Entity List/ })).toBeVisible();
  await expect(held.getByRole('row', { name: /UN Security Council/ })).toBeVisible();
  await press(page, 'Discard');
  await expect(page.getByRole('heading', { level: 1, name: 'Lists', exact: true })).toBeVisible();
  expect(await window.call('lists.versions', { list: 'UN' })).toEqual([]);
});

test('a file that lacks much of the list in use is pointed out, and says its day by hand', async () => {
  const { page } = window;
  const table = (name: string, rows: readonly string[]) => {
    const file = join(window.folder, name);
    writeFileSync(file, ['Name,Country', ...rows].join('\n'));
    return file;
  };
  await goTo(page, '/lists');
  window.answer('openFiles', [table('Watch 2026-11-03.csv', ['Karvel Trading,RU', 'Orlan Servis,TR', 'Lianhe Precision,CN'])]);
  await press(page, 'Take in files');
  await expect(page.getByRole('textbox', { name: /^Day of/ })).toHaveValue('2026-11-03');
  await press(page, 'Take in 1 list');
  await expect(page.getByRole('row', { name: /WATCH/ })).toContainText('3 Nov 2026');

  await goTo(page, '/lists');
  window.answer('openFiles', [table('Watch.csv', ['Karvel Trading,RU'])]);
  await press(page, 'Take in files');
  await expect(page.getByRole('alert').getByText(/2 of the 3 entries in use are not in this file/)).toBeVisible();
  const day = page.getByRole('textbox', { name: /^Day of/ });
  await day.fill('soon');
  await expect(page.getByRole('button', { name: 'Take in 1 list' })).toHaveAccessibleDescription(
    'soon is no day up to today. Write it as 2026-11-20.',
  );
  // An older file is no loss: the newer version stays in use.
  await day.fill('2026-10-01');
  await expect(page.getByText(/entries in use are not in this file/)).toHaveCount(0);
  await expect(page.getByText(/older than the version in use, which stays in use/)).toBeVisible();
  await press(page, 'Discard');
});

test('official files with their companions come in through the window, screen at once, and a date that can be read two ways is asked about', async () => {
  const { page } = window;
  await goTo(page, '/lists');
  window.answer(
    'openFiles',
    ['main.csv', 'names.csv', 'addresses.csv', 'remarks.csv'].map((name) => join(fixtures, 'us', name)),
  );
  await press(page, 'Take in files');
  const held = page.getByRole('table', { name: 'What they hold' });
  await expect(held.getByRole('row', { name: /Specially Designated Nationals/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Files' })).toContainText('main.csv');
  await press(page, /^Take in /);
  await expect(page.getByRole('heading', { level: 1, name: 'Lists', exact: true })).toBeVisible();
  const found = await window.call<{ rows: { name: string; id: string }[] }>('lists.entries', { list: 'SDN' });
  const [entry] = found.rows;
  if (entry === undefined) throw new Error('The list holds no entry');

  await goTo(page, '/parties/lookup');
  await page.getByLabel('Names', { exact: true }).fill(`${entry.name}\nQuiet Harbour Bakery\tCU`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: entry.name }).getByText('Strong match').first()).toBeVisible();
  const signs = page.getByRole('region', { name: 'Quiet Harbour Bakery' });
  await expect(signs.getByText('Grave', { exact: true })).toBeVisible();
  await expect(signs.getByText(/embargoed destination/)).toBeVisible();
  await expect(signs.getByText('No match on the lists used.')).toBeVisible();

  const own = join(window.folder, 'own watch.csv');
  writeFileSync(own, 'Name;Date of birth;Nationality\nZorvan Belik;03/04/1962;AM\n');
  await goTo(page, '/lists');
  window.answer('openFiles', [own]);
  await press(page, 'Take in files');
  await expect(page.getByText('Which comes first in these dates, the day or the month?')).toBeVisible();
  await expect(page.getByText(/Date of birth: 03\/04\/1962/).first()).toBeVisible();
  await press(page, 'The month');
  await expect(page.getByText('You said the month comes first.')).toBeVisible();
  await press(page, /^Take in /);
  await expect(page.getByRole('row', { name: /OWN|own watch/i }).first()).toBeVisible();
  const zorvan = await window.call<{ rows: { id: string; versionId: string; list: string }[] }>('lists.entries', {
    list: null,
    text: 'Zorvan',
  });
  expect(zorvan.rows).toHaveLength(1);
  expect(window.pageErrors).toEqual([]);
});

test('who leaves while a list is taken in is not called back when it is done', async () => {
  const { page } = window;
  await goTo(page, '/lists');
  const own = join(window.folder, 'Departed.csv');
  writeFileSync(own, 'Name,Country\nBrenlow Freight,TR\n');
  window.answer('openFiles', [own]);
  await press(page, 'Take in files');
  const takeIn = page.getByRole('button', { name: 'Take in 1 list' });
  await expect(takeIn).toBeEnabled();
  // Both in one breath: the answer cannot come before the person is elsewhere.
  await takeIn.evaluate((button: HTMLElement) => {
    button.click();
    location.hash = '#/models';
  });
  await expect(page.getByText(/^1 list was taken in: DEPARTED/i)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Models', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#\/models$/);
});
