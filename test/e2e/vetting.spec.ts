import { expect, type Locator, type Page, test } from '@playwright/test';
import { dayAfter, isoDate } from '../../src-shared/model/dates.ts';
import { formatDay, localDay } from '../../src-shared/text/dates.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { type Hands, keyboardOnly } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

const party = 'شركة بارق للإلكترونيات';
const person = 'دانة السالم';
/** Longer than any of the fields takes, and without a place to break. */
const endless = 'x'.repeat(5000);
const days = (count: number) => dayAfter(isoDate(localDay(new Date())), count);
const said = (day: string) => formatDay(day, 'en');

interface Story {
  readonly window: AppWindow;
  readonly page: Page;
  readonly hands: Hands;
  readonly dialog: Locator;
  readonly partyId: string;
}

test('by keyboard alone: a check is recorded and falls due, a red flag is seen and resolved, a match is passed on, answered, and ages', async () => {
  test.setTimeout(300_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  let kept = false;
  try {
    const { folderName, passphrase } = await openDemo(window);
    const create = (name: string) =>
      window.call<{ row: { id: string } }>('parties.create', {
        columns: { name, kind: 'organisation', tier: 'medium' },
      });
    const partyId = (await create(party)).row.id;
    await create(party);
    const story = { window, page, hands: keyboardOnly(page), dialog: page.getByRole('dialog'), partyId };
    await test.step('a check, its conditions and its next day', () => checks(story));
    await test.step('a red flag, seen and resolved', () => redFlags(story));
    await test.step('a possible match, passed on and answered', () => escalated(story));
    await test.step('more questions than a page holds', () => manyQuestions(story));
    expect([window.violations, window.pageErrors]).toEqual([[], []]);
    await window.close({ keepFolder: true });
    kept = true;
    await test.step('four days later', () => later(window.folder, folderName, passphrase));
  } finally {
    if (!kept) await window.close();
  }
});

/** Opens the list a field stands for and takes the option with these words. */
async function pick({ page, hands }: Story, field: Locator, option: string): Promise<void> {
  await hands.activate(field);
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  const wanted = page.getByRole('option', { name: option, exact: true });
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 20; step += 1) {
    if ((await wanted.getAttribute('data-combobox-selected')) !== null) break;
    await hands.press('ArrowDown');
  }
  await hands.press('Enter');
  await expect(options).toHaveCount(0);
}

/** Pastes: a person does not type five thousand signs. */
async function paste({ page, hands }: Story, field: Locator, text: string): Promise<void> {
  await hands.reach(field);
  await hands.press('Control+A');
  await page.keyboard.insertText(text);
}

/** The button must say why it does nothing yet, and do nothing. */
async function refuses({ hands }: Story, button: Locator, because: string): Promise<void> {
  await expect(button).toHaveAccessibleDescription(because);
  await hands.activate(button);
  await expect(button).toBeVisible();
}

async function checks(story: Story): Promise<void> {
  const { page, hands, dialog, partyId } = story;
  await goTo(page, '/overview');
  await hands.press('Control+k');
  await hands.type('Checks to see to');
  await expect(page.getByRole('option', { name: /Checks to see to/ }).first()).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Checks to see to' })).toBeVisible();
  const due = page.getByRole('row', { name: new RegExp(party) });
  await expect(due).toHaveCount(2);
  await expect(due.first()).toContainText('Missing');
  // Two parties of one name: each link leads to its own.
  await hands.activate(page.locator(`a[href="#/parties/${partyId}?tab=checks"]`));
  const expected = page.getByRole('list', { name: 'What is expected here' });
  await expect(expected.getByRole('listitem')).toHaveText([/Due diligence.*every 24 months.*Missing/]);

  // Begun and left: nothing is kept, and the focus is where it was.
  const record = page.getByRole('button', { name: /^Record ?: Due diligence/ });
  await hands.activate(record);
  const save = dialog.getByRole('button', { name: 'Save' });
  await refuses(story, save, 'Say by whom first.');
  await hands.fill(dialog.getByRole('textbox', { name: /By whom/ }), person);
  await hands.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(record).toBeFocused();
  await expect(page.getByText('Nothing is on record yet.')).toBeVisible();

  await hands.activate(record);
  await paste(story, dialog.getByRole('textbox', { name: 'What was looked at or agreed' }), endless);
  await hands.fill(dialog.getByRole('textbox', { name: /By whom/ }), person);
  const doneOn = dialog.getByRole('textbox', { name: /On which day/ });
  for (const [day, because] of [
    ['2026-02-30', 'Write the day as 2026-03-01.'],
    [days(1), 'The day has not come yet.'],
  ] as const) {
    await hands.fill(doneOn, day);
    await refuses(story, save, because);
  }
  await hands.fill(doneOn, days(-40));
  await pick(story, dialog.getByRole('button', { name: /^Result/ }), 'Passed with conditions');
  await refuses(story, save, 'Name the conditions first.');
  await hands.fill(dialog.getByRole('textbox', { name: 'Conditions' }), 'Yearly statement of end use');
  const nextOn = dialog.getByRole('textbox', { name: /To be done again on/ });
  await hands.fill(nextOn, days(-40));
  await refuses(story, save, 'The next day has to come after this one.');
  await hands.fill(nextOn, days(10));
  await hands.activate(save);
  await expect(page.getByText('Recorded', { exact: true })).toBeVisible();
  const row = page.getByRole('row', { name: /^Due diligence/ });
  await expect(row).toContainText('Conditions: Yearly statement of end use');
  await expect(row).toContainText('Passed with conditions');
  await expect(row).toContainText(said(days(10)));
  await expect(expected.getByRole('listitem')).toHaveText([new RegExp(`Comes up.*again ${said(days(10))}`)]);
  await expectNoSpill(page);

  // Its own next day, in the past: due again, though nothing in the table asks for a visit.
  await hands.activate(page.getByRole('button', { name: 'Record a check or undertaking' }));
  await pick(story, dialog.getByRole('button', { name: /^What/ }), 'Site visit');
  await hands.fill(dialog.getByRole('textbox', { name: /By whom/ }), person);
  await hands.fill(doneOn, '2024-01-15');
  await hands.fill(nextOn, '2025-01-15');
  await hands.activate(save);
  await expect(page.getByRole('row', { name: /^Site visit/ })).toContainText('past: 15 Jan 2025');
  await goTo(page, '/vetting');
  const overdue = page.getByRole('row', { name: new RegExp(`${party}.*Site visit.*Overdue.*15 Jan 2025`) });
  await expect(overdue).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${party}.*Missing`) })).toHaveCount(1);

  await hands.press('Control+z');
  await expect(overdue).toHaveCount(0);
  await hands.press('Control+z');
  await expect(page.getByRole('row', { name: new RegExp(`${party}.*Missing`) })).toHaveCount(2);
  await hands.press('Control+Shift+z');
  await expect(page.getByRole('row', { name: new RegExp(`${party}.*Missing`) })).toHaveCount(1);

  await goTo(page, `/parties/${partyId}?tab=checks`);
  await hands.activate(page.getByRole('button', { name: 'Remove: Due diligence' }));
  await expect(dialog).toContainText(`Due diligence, ${said(days(-40))}`);
  await hands.activate(dialog.getByRole('button', { name: 'Remove' }));
  await expect(page.getByText('Nothing is on record yet.')).toBeVisible();
  await hands.press('Control+z');
  await expect(row).toContainText('Yearly statement of end use');
}

async function redFlags(story: Story): Promise<void> {
  const { page, hands, dialog, partyId } = story;
  const flag = 'Forwarder named as final destination';
  await goTo(page, `/parties/${partyId}?tab=flags`);
  const line = page.getByRole('listitem').filter({ hasText: flag });
  // Arrow keys go between the two plain answers and back; that one was seen is never passed through.
  await hands.reach(line.getByRole('radio', { name: 'Not looked at' }));
  await hands.press('ArrowRight');
  await expect(page.getByText(/^1 of \d+ looked at, none open/)).toBeVisible();
  await hands.press('ArrowRight');
  await expect(page.getByText(/^0 of \d+ looked at, none open/)).toBeVisible();
  await expect(dialog).toHaveCount(0);

  const see = line.getByRole('button', { name: /^Seen…/ });
  await hands.activate(see);
  const saveSeen = dialog.getByRole('button', { name: 'Record as seen' });
  await refuses(story, saveSeen, 'Say what was seen first.');
  await hands.fill(dialog.getByRole('textbox', { name: /What was seen/ }), 'Left in the middle');
  await hands.press('Escape');
  await expect(see).toBeFocused();
  await expect(page.getByText(/^0 of \d+ looked at, none open/)).toBeVisible();

  await hands.activate(see);
  await hands.fill(dialog.getByRole('textbox', { name: /What was seen/ }), `  ${person} would sign for it  `);
  await hands.fill(dialog.getByRole('textbox', { name: /By whom/ }), person);
  const on = dialog.getByRole('textbox', { name: /On which day/ });
  await hands.fill(on, days(1));
  await refuses(story, saveSeen, 'Write a day that has come, as 2026-03-01.');
  await hands.fill(on, days(-2));
  await hands.activate(saveSeen);
  await expect(line).toContainText('Resolve before going on');
  // The day stands after the name, whichever way the name is written.
  await expect(line).toContainText(`\u2068${person}\u2069, ${said(days(-2))}`);
  await goTo(page, '/parties');
  await page.getByRole('tab', { name: /Grave signs/ }).focus();
  await hands.press('Enter');
  const grave = page.getByRole('row', { name: new RegExp(`${party}.*Grave sign`) });
  await expect(grave).toBeVisible();

  await goTo(page, `/parties/${partyId}?tab=flags`);
  await hands.activate(line.getByRole('button', { name: /^Resolve ?:/ }));
  const resolve = dialog.getByRole('button', { name: 'Resolve', exact: true });
  await refuses(story, resolve, 'Write the reason first.');
  await paste(story, dialog.getByRole('textbox', { name: /Why it stands in the way no more/ }), endless);
  await hands.fill(on, days(-3));
  await refuses(story, resolve, `The day lies before it was seen, ${said(days(-2))}.`);
  await hands.fill(on, days(0));
  await hands.fill(dialog.getByRole('textbox', { name: /Why it stands in the way no more/ }), 'The end user signs; statement on file.');
  await hands.activate(resolve);
  await expect(line).toContainText(/Resolved by .*The end user signs; statement on file\./);
  await expect(line).toContainText('would sign for it');
  await expectNoSpill(page);
  await hands.reach(page.getByRole('tab', { name: /^Red flags/ }));
  for (const name of [/^Checks/, /^Transfers/, /^Evidence/, /^History/]) {
    await hands.press('ArrowRight');
    await expect(page.getByRole('tab', { name, selected: true })).toBeVisible();
  }
  await expect(page.getByText(`Red flag seen on ${party}`)).toBeVisible();
  await expect(page.getByText(`Red flag on ${party} resolved: ${flag}`)).toBeVisible();

  await hands.press('Control+z');
  await goTo(page, `/parties/${partyId}?tab=flags`);
  await expect(line).toContainText('Resolve before going on');
  await hands.press('Control+z');
  await expect(line.getByRole('radio', { name: 'Not looked at' })).toBeChecked();
  await hands.press('Control+Shift+z');
  await expect(line).toContainText('Resolve before going on');
}

const question = 'Is this the firm on the list?';
const answer = 'لا، شركة أخرى';

async function escalated(story: Story): Promise<void> {
  const { page, hands, dialog } = story;
  await goTo(page, '/parties/queue');
  const comparison = page.getByRole('article');
  await expect(comparison).toBeVisible();
  const about = (await comparison.getAttribute('aria-label')) ?? '';
  await hands.press('x');
  const submit = dialog.getByRole('button', { name: 'Record the decision' });
  await refuses(story, submit, 'Choose the reason first.');
  await hands.press('Escape');
  await expect(dialog).toHaveCount(0);
  await hands.press('x');
  await expect(dialog).toBeVisible();
  await hands.press('1');
  await expect(dialog.getByRole('radio').first()).toBeChecked();
  await hands.activate(dialog.getByRole('button', { name: /^To whom/ }));
  await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
  await hands.type(person);
  await expect(page.getByRole('option', { name: `Ask ${person}` })).toBeVisible();
  await hands.press('Enter');
  await hands.fill(dialog.getByRole('textbox', { name: /What is asked/ }), question);
  const wanted = dialog.getByRole('textbox', { name: 'Answer wanted by' });
  await hands.fill(wanted, days(-1));
  await refuses(story, submit, 'Write a day from today on, as 2026-03-01, or leave it empty.');
  await hands.fill(wanted, days(2));
  await hands.activate(submit);
  await expect(page.getByText('Escalated', { exact: true }).first()).toBeVisible();

  await goTo(page, '/escalations');
  const row = page.getByRole('row', { name: new RegExp(question.replace('?', '\\?')) });
  await expect(row).toContainText(person);
  await expect(row).toContainText('today');
  await expect(row).toContainText(said(days(2)));
  await hands.activate(row.getByRole('link'));
  await expect(page.getByRole('article', { name: about })).toContainText('waits since today');
  await goTo(page, '/escalations');
  await hands.activate(row.getByRole('button', { name: /^Answer/ }));
  const keep = dialog.getByRole('button', { name: 'Answer', exact: true });
  await refuses(story, keep, 'Write the answer first.');
  await hands.fill(dialog.getByRole('textbox', { name: /The answer/ }), answer);
  await hands.fill(dialog.getByRole('textbox', { name: /Answered by/ }), ' ');
  await refuses(story, keep, 'Say who answered first.');
  await hands.fill(dialog.getByRole('textbox', { name: /Answered by/ }), person);
  await hands.activate(keep);
  await expect(row).toHaveCount(0);
  await hands.reach(page.getByRole('tab', { name: /^Waiting/ }));
  await hands.press('ArrowRight');
  await expect(row).toContainText(answer);

  await hands.activate(row.getByRole('link'));
  const hit = page.getByRole('article', { name: about });
  await expect(hit).toContainText(`\u2068${person}\u2069, ${said(days(0))}: \u2068${answer}\u2069`);
  await hands.press('Control+z');
  await expect(hit).toContainText('waits since today');
  await expect(hit).not.toContainText(answer);
  await hands.press('Control+z');
  await expect(hit).not.toContainText(question);
  await hands.press('Control+Shift+z');
  await expect(hit).toContainText('waits since today');
}

/** A page holds a hundred: when the last one of the second page is answered, the first page shows and not an empty one. */
async function manyQuestions({ window, page, hands, dialog, partyId }: Story): Promise<void> {
  const record = { kind: 'party', id: partyId };
  const open = async () => (await window.call<{ open: number }>('escalations.list', { open: true, to: null, offset: 0, limit: 1 })).open;
  for (let count = await open(); count < 101; count += 1) {
    const escalation = {
      to: count % 2 === 0 ? 'Priya Raman' : 'priya raman',
      role: null,
      path: '',
      ask: `${count} ${endless.slice(0, 1990)}`,
    };
    await window.call('escalations.ask', { record, escalation: { ...escalation, dueOn: null } });
  }
  await goTo(page, '/escalations');
  const rows = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Answer/ }) });
  await expect(rows).toHaveCount(100);
  await expectNoSpill(page);
  // It stands below two hundred links and buttons: reached from the end of the page, not from its top.
  await page.getByRole('button', { name: 'Later rows' }).focus();
  await hands.press('Enter');
  await expect(rows).toHaveCount(1);
  await hands.activate(rows.getByRole('button', { name: /^Answer/ }));
  await hands.fill(dialog.getByRole('textbox', { name: /The answer/ }), 'Go on.');
  await hands.activate(dialog.getByRole('button', { name: 'Answer', exact: true }));
  await expect(rows).toHaveCount(100);
  await expect(page.getByText('Nothing waits for an answer')).toHaveCount(0);
}

/** Nothing of the page may reach past its right edge, however long a word is. */
async function expectNoSpill(page: Page): Promise<void> {
  const spill = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main === null ? null : main.scrollWidth - main.clientWidth;
  });
  expect(spill).toBe(0);
}

/** The window of another day: what was asked has aged, and is late. */
async function later(folder: string, folderName: string, passphrase: string): Promise<void> {
  const window = await launchApp({
    folder,
    workspace: `${folder}/documents/${folderName}`,
    size: { width: 1440, height: 900 },
    clock: { now: `${days(4)}T09:00:00.000Z`, running: true },
  });
  const { page } = window;
  const hands = keyboardOnly(page);
  try {
    await hands.fill(page.getByRole('textbox', { name: 'Passphrase' }), passphrase);
    await hands.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await goTo(page, '/escalations');
    const row = page.getByRole('row', { name: new RegExp(question.replace('?', '\\?')) });
    await expect(row).toContainText('4 days');
    await expect(row).toContainText(`late: ${said(days(2))}`);
    expect([window.violations, window.pageErrors]).toEqual([[], []]);
  } finally {
    await window.close();
  }
}
