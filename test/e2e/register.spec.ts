import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
}

let window: AppWindow;

test.beforeEach(async () => {
  window = await launchApp({ size: { width: 1440, height: 900 } });
  await openDemo(window);
});

test.afterEach(async () => {
  expect(window.pageErrors).toEqual([]);
  await window.close();
});

const rows = async (filter: object = {}): Promise<readonly Row[]> =>
  (await window.call<{ rows: Row[] }>('inventory.list', { filter, offset: 0, limit: 200 })).rows;

const idOf = async (name: string): Promise<string> => (await rows()).find((row) => row.name === name)?.id ?? '';

test('a list is filtered by words, says what hides its rows, and a view is kept under a name', async () => {
  const { page } = window;
  await goTo(page, '/models');
  const filter = page.getByRole('searchbox', { name: 'Filter by name or purpose' });
  await filter.fill('meridian');
  await expect(page.getByRole('row', { name: /Meridian Edge/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Atlas-M/ })).toHaveCount(0);
  await filter.fill('no such thing');
  await expect(page.getByText('Nothing matches the filters.')).toBeVisible();
  await expect(page.getByText(/hidden by: “no such thing”/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();

  await page.getByRole('tab', { name: /Controlled/ }).click();
  await expect(page.getByRole('row', { name: /Calib Net/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('checkbox', { name: 'No decision in force' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('To decide');
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('tab', { name: /To decide 2/ })).toHaveAttribute('aria-selected', 'true');
});

test('many rows are changed at once and taken back in one step', async () => {
  const { page } = window;
  await goTo(page, '/models');
  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Owner' }).fill('New Owner');
  await dialog.getByRole('button', { name: /^Change 25 assets/ }).click();
  await expect(page.getByText('25 assets changed')).toBeVisible();
  expect((await rows({ kinds: ['model'] })).every((row) => row.ownerName === 'New Owner')).toBe(true);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await rows({ kinds: ['model'] })).some((row) => row.ownerName === 'New Owner')).toBe(false);
});

test('a fact is edited in its line, with its source, and the verdict follows', async () => {
  const { page } = window;
  await goTo(page, `/assets/${await idOf('Halden HX-1')}`);
  await expect(page.getByRole('main')).toContainText('3A090.a open');
  await page.getByRole('tab', { name: /^Facts/ }).click();
  await page.getByRole('button', { name: 'Edit Applicable die area' }).click();
  await page.getByRole('textbox', { name: 'Applicable die area' }).fill('400');
  await page.getByRole('textbox', { name: /^Source/ }).fill('Tape-out report');
  await page.getByRole('button', { name: 'Save fact' }).click();
  await expect(page.getByText('Applicable die area saved')).toBeVisible();
  await page.getByRole('tab', { name: 'Classification' }).click();
  await expect(page.getByRole('main')).toContainText('3A090.a met');
});

test('[I7] a finding is decided with a reason, looked at by a second person, and its replay gives the same bytes', async () => {
  const { page } = window;
  await goTo(page, `/assets/${await idOf('L40S')}`);
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  const record = page.getByRole('dialog').getByRole('button', { name: 'Record decision' });
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Figures of the maker');
  await page.getByRole('textbox', { name: 'Decided by' }).fill('Ingrid Solheim');
  await record.click();
  await expect(page.getByRole('main')).toContainText('Ingrid Solheim, until');

  await page.getByRole('button', { name: 'Ask for review' }).click();
  await page.getByRole('textbox', { name: 'Who should look' }).fill('Helena Voss');
  await page.getByRole('dialog').getByRole('button', { name: 'Ask for review' }).click();
  await page.getByRole('button', { name: 'Record the review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record the review' }).click();
  await expect(page.getByRole('main')).toContainText('Agrees');

  await page.getByRole('row', { name: /^3A090\.a/ }).click();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('Worked out again: same bytes.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Compare day' }).fill('2022-12-01');
  await page.getByRole('button', { name: 'Compare day' }).click();
  await expect(page.getByText(/^On 2022-12-01:/)).toBeVisible();
});

test('versions are compared and a site is added by the way', async () => {
  const { page } = window;
  await goTo(page, `/assets/${await idOf('Atlas-M')}?tab=versions`);
  await expect(page.getByRole('table', { name: 'Compare versions' })).toContainText('Training tokens');
  await goTo(page, '/sites');
  await page.getByRole('button', { name: 'Add a site' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Tokyo office');
  await dialog.getByRole('button', { name: 'Country' }).click();
  await page.keyboard.type('Japan');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save site' }).click();
  await expect(page.getByRole('row', { name: /Tokyo office Japan/ })).toBeVisible();
});

test('a model is mapped in six steps, and an unfinished one waits as it was', async () => {
  const { page } = window;
  await goTo(page, '/models/new');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Skerry 7B');
  await page
    .getByRole('button', { name: /^Compute/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'How much compute went into it?' })).toBeVisible();
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
  await goTo(page, '/models/new');
  await expect(page.getByRole('heading', { level: 1, name: 'How much compute went into it?' })).toBeVisible();
  for (const step of ['Where and with what', 'What it can do', 'Who can reach it', 'Result']) {
    await page
      .getByRole('button', { name: new RegExp(`^${step}`) })
      .last()
      .click();
  }
  await expect(page.getByRole('main')).toContainText('4E091');
  await page.getByRole('button', { name: /^Add the model/ }).click();
  await expect(page.getByText('Skerry 7B added')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Skerry 7B' })).toBeVisible();
});

test('the open questions of the whole register stand by owner, and one without gets somebody and a day', async () => {
  const { page } = window;
  await goTo(page, '/');
  await page.getByRole('link', { name: /^Open questions/ }).click();
  const table = page.getByRole('table', { name: 'Open questions' });
  const line = table.getByRole('row', { name: /^Training node.*adjusted peak performance/ });
  await line.getByRole('button', { name: 'Give it an owner' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Who finds out' }).fill('Tomasz Zielinski');
  await dialog.getByRole('textbox', { name: 'Answer due' }).fill('2031-12-01');
  await dialog.getByRole('button', { name: 'Save owner' }).click();
  await expect(line).toContainText('1 Dec 2031');
  await page.getByRole('button', { name: 'Owner', exact: true }).click();
  await page.getByRole('option', { name: /^Tomasz Zielinski/ }).click();
  await expect(table.getByRole('link')).toHaveText(['Training node, 8 × H100', 'Atlas-M']);
});

test('a capability question is answered where it stands, and a decision that facts overtake stays in sight', async () => {
  const { page } = window;
  await goTo(page, `/assets/${await idOf('Halden Embed')}`);
  await expect(page.getByRole('main')).toContainText('Ingrid Solheim, until');
  await page.getByRole('tab', { name: /^Facts/ }).click();
  await page.getByRole('button', { name: 'Edit Vulnerability discovery' }).click();
  await page.getByRole('button', { name: 'I don’t know' }).click();
  await expect(page.getByText('Vulnerability discovery saved')).toBeVisible();
  await page.getByRole('tab', { name: 'Classification' }).click();
  await expect(page.getByRole('main')).toContainText('It does not stand for this one: facts changed.');
  await page
    .getByRole('group', { name: /exploit weaknesses/ })
    .getByRole('button', { name: 'Yes' })
    .click();
  await expect(page.getByRole('main')).toContainText('The capability "Vulnerability discovery" was answered with yes.');
});

test('compute used above what was expected is entered, marked, and stands among the next actions', async () => {
  const { page } = window;
  await goTo(page, `/assets/${await idOf('Fjord Chat')}?tab=operation`);
  await page.getByRole('button', { name: 'Add a reading' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'First day' }).fill('2026-11-01');
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('2026-11-15');
  await dialog.getByRole('textbox', { name: 'Used' }).fill('4e22');
  await dialog.getByRole('textbox', { name: 'Expected or allowed' }).fill('2e22');
  await dialog.getByRole('textbox', { name: 'Read from' }).fill('Bill of November');
  await dialog.getByRole('button', { name: 'Save reading' }).click();
  await expect(page.getByRole('row', { name: /Bill of November/ })).toContainText('2.0× expected');
  // The overview shows five: what is graver in the demo comes before it.
  const actions = await window.call<{ title: string }[]>('overview.actions', { limit: 20 });
  expect(actions.map(({ title }) => title)).toContain('Fjord Chat');
});

test('an asset without a responsible person or stage asks for both, and they are given where they are asked', async () => {
  const { page } = window;
  await goTo(page, '/assets/new/dataset');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Unsigned corpus');
  await page.getByRole('button', { name: /^Add/ }).last().click();
  const who = page.getByRole('group', { name: 'Who is responsible for this asset?' });
  const stage = page.getByRole('group', { name: 'At which stage of its life is this asset?' });
  await who.getByRole('textbox').fill('Mei Okafor');
  await who.getByRole('button', { name: 'Answer' }).click();
  await expect(who).toHaveCount(0);
  await stage.getByRole('button', { name: /At which stage/ }).click();
  await page.getByRole('option', { name: 'Trained' }).click();
  await stage.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(stage).toHaveCount(0);
  const named = (await rows({ text: 'Unsigned' }))[0];
  expect(named).toMatchObject({ ownerName: 'Mei Okafor', stage: 'trained' });
});

test('a number typed in haste stays in its field, and the focus goes on without coming back', async () => {
  const { page } = window;
  await goTo(page, `/assets/${await idOf('Fjord Chat')}?tab=operation`);
  await page.getByRole('button', { name: 'Add a reading' }).click();
  const dialog = page.getByRole('dialog');
  const used = dialog.getByRole('textbox', { name: 'Used' });
  const expected = dialog.getByRole('textbox', { name: 'Expected or allowed' });
  const source = dialog.getByRole('textbox', { name: 'Read from' });
  // All within one frame, as from a scanner or a macro: no frame may pass between the keys.
  await used.evaluate((first) => {
    first.focus();
    first.ownerDocument.execCommand('insertText', false, '4e22');
  });
  await page.evaluate(() => {
    const [, , , next, last] = document.querySelectorAll<HTMLInputElement>('[role="dialog"] input');
    next?.focus();
    last?.focus();
  });
  await page.keyboard.type('Bill of November');
  await expect(used).toHaveValue('4.0 × 10²²');
  await expect(expected).toHaveValue('');
  await expect(source).toHaveValue('Bill of November');
});

test('tabs and questions that find no room are one press away, by keyboard too', async () => {
  const { app, page } = window;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await goTo(page, `/assets/${await idOf('Meridian')}?why=first`);
  const tabs = page.getByRole('tablist', { name: 'Meridian' });
  const history = tabs.getByRole('tab', { name: 'History' });
  await expect(history).toHaveCount(0);
  const lists = page
    .getByRole('main')
    .getByRole('list')
    .filter({ has: page.getByRole('group') });
  const questions = lists.first().getByRole('listitem');
  await expect(questions).toHaveCount(5);
  await page.getByRole('button', { name: /^Show all \d+$/ }).click();
  await expect.poll(() => questions.count()).toBeGreaterThan(5);

  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'History' }).press('Enter');
  await expect(page.getByRole('main')).toContainText('Demo filled with');
  await expect(history).toHaveAttribute('aria-selected', 'true');

  await goTo(page, `/assets/${await idOf('Meridian')}?tab=history&why=first`);
  await expect(page.getByRole('button', { name: 'More: History', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Close the inspector' }).click();
  await expect(history).toHaveAttribute('aria-selected', 'true');
});
