import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { AccessFinding, AccessMatrix } from '../../src-shared/contract/access.ts';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { type Hands, keyboardOnly, saveAs } from '../harness/keyboard.ts';
import { goTo, settled } from '../harness/places.ts';

test.describe.configure({ mode: 'serial' });

let window: AppWindow;
let hands: Hands;
let first: AccessFinding;

test.beforeAll(async () => {
  window = await launchApp({ size: { width: 1440, height: 900 } });
  await openDemo(window);
  hands = keyboardOnly(window.page);
  const { rows } = await window.call<{ rows: { id: string }[] }>('access.findings', { states: ['open'], limit: 1 });
  first = await window.call<AccessFinding>('access.finding', { id: rows[0]?.id });
});
test.afterAll(() => window.close());

test('by keyboard alone: from the overview to the gravest finding, a possible deemed export', async () => {
  const { page } = window;
  await goTo(page, '/');
  await hands.press('g', 'a');
  await expect(page.getByRole('heading', { name: 'Access', level: 1 })).toBeVisible();
  await hands.activate(page.getByRole('navigation', { name: 'Views of access' }).getByRole('link', { name: 'Findings' }));
  await expect(page.getByRole('grid', { name: 'Findings' })).toBeVisible();
  await hands.press('j', 'Enter');
  await expect(page.getByRole('heading', { name: first.title, level: 1 })).toBeVisible();
  expect(first.type).toBe('deemed_export');
  await expect(page.getByRole('table', { name: 'What would make it harmless' })).toContainText('734.7');
});

test('citizenship shows on demand only, and the look is in the journal', async () => {
  const { page } = window;
  const panel = page.getByRole('complementary', { name: 'What to do' });
  await expect(panel.getByText('Citizenship is hidden.')).toBeVisible();
  await expect(panel.getByText('Citizenship', { exact: true })).toHaveCount(0);
  await hands.activate(panel.getByRole('button', { name: 'Show', exact: true }));
  await expect(panel.getByText('Citizenship', { exact: true })).toBeVisible();
  const { entries } = await window.call<{ entries: { method: string }[] }>('journal.list', { limit: 5 });
  expect(entries.map(({ method }) => method)).toContain('people.revealTies');
  await hands.activate(panel.getByRole('button', { name: 'Hide', exact: true }));
  await expect(panel.getByText('Citizenship', { exact: true })).toHaveCount(0);
});

test('an answer wants its source and is kept with it', async () => {
  const { page } = window;
  const panel = page.getByRole('complementary', { name: 'What to do' });
  const question = first.questions.find(({ answer }) => answer === null);
  await expect(panel.getByText(question?.ask ?? 'no open question')).toBeVisible();
  await hands.activate(panel.getByRole('button', { name: 'No', exact: true }));
  await expect(panel.getByRole('button', { name: 'Keep the answer' })).toHaveAccessibleDescription('Say where the answer comes from.');
  await hands.fill(panel.getByRole('textbox', { name: /Where the answer comes from/ }), 'Licence register, 20 Nov 2026');
  await hands.press('Enter');
  await expect(panel.getByText(/No, .*Source: Licence register, 20 Nov 2026/)).toBeVisible();
  const now = await window.call<AccessFinding>('access.finding', { id: first.id });
  expect(now.questions.find(({ id }) => id === question?.id)).toMatchObject({ answer: 'no', note: 'Licence register, 20 Nov 2026' });
});

test('notes are written beside the finding, as beside any record', async () => {
  const { page } = window;
  const panel = page.getByRole('complementary', { name: 'What to do' });
  await hands.reach(panel.getByRole('tab', { selected: true }));
  for (const name of ['Why', 'Evidence', 'Notes']) {
    await hands.press('ArrowRight');
    await expect(panel.getByRole('tab', { name, selected: true })).toBeVisible();
  }
  await expect(panel.getByText('No notes yet.')).toBeVisible();
  await hands.fill(panel.getByRole('textbox', { name: 'New note' }), 'Asked the team lead who approved the clone.');
  await hands.activate(panel.getByRole('button', { name: 'Add note' }));
  await expect(panel.getByRole('listitem')).toContainText('Asked the team lead who approved the clone.');
  const history = await window.call<{ entry: { method: string } }[]>('journal.history', { entity: 'accessFindings', id: first.id });
  expect(history.map(({ entry }) => entry.method)).toContain('notes.add');
  expect(await window.call('search.records', { text: 'approved clone', limit: 10 })).toEqual([]);
});

test('a decision wants an outcome and a reason, and stands on the page, in the list and in the history', async () => {
  const { page } = window;
  await settled(page);
  await hands.press('d');
  const dialog = page.getByRole('dialog', { name: 'Decide the finding' });
  await expect(dialog.getByRole('button', { name: 'Record the decision' })).toHaveAccessibleDescription('Choose what it was first.');
  await hands.reach(dialog.getByRole('radio', { name: /^Confirmed/ }));
  await hands.press('Space');
  await hands.fill(dialog.getByRole('textbox', { name: /^Reason/ }), 'The repository was cloned and nothing covered it.');
  await hands.activate(dialog.getByRole('button', { name: 'Record the decision' }));
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'What was found' })).toContainText('The repository was cloned and nothing covered it.');
  await expect(page.getByRole('button', { name: 'Decide again' })).toBeVisible();

  await hands.press('j');
  await expect(page.getByRole('heading', { name: first.title, level: 1 })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await hands.press('k');
  await expect(page.getByRole('heading', { name: first.title, level: 1 })).toBeVisible();

  const { rows } = await window.call<{ rows: { id: string; state: string }[] }>('access.findings', { states: ['confirmed'] });
  expect(rows.map(({ id }) => id)).toEqual([first.id]);
});

test('the matrix moves by arrows, opens the finding behind a cell, lists its events and reads as a table', async () => {
  const { page } = window;
  const matrix = await window.call<AccessMatrix>('access.matrix', { reachedOnly: true });
  const row = matrix.rows.findIndex(({ personId }) => personId === first.person?.id);
  const column = matrix.columns.findIndex(({ assetId }) => assetId === first.asset?.id);
  const cell = matrix.rows[row]?.cells.find((one) => one.column === column);
  expect(cell).toMatchObject({ mark: 'finding' });

  const toCell = async () => {
    await goTo(page, '/access/matrix');
    await hands.reach(page.getByRole('grid', { name: 'People and assets' }));
    for (let step = 0; step < row; step += 1) await hands.press('ArrowDown');
    for (let step = 0; step < column; step += 1) await hands.press('ArrowRight');
    await expect(page.getByRole('gridcell', { selected: true })).toContainText(String(cell?.events));
  };
  await toCell();
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.title);

  await toCell();
  await hands.press('l');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
  await expect(page.getByText(`Person: ${first.person?.name}`)).toBeVisible();
  const { events } = await window.call<{ events: number }>('access.countEvents', {
    filter: { personId: first.person?.id, assetId: first.asset?.id },
  });
  await expect(page.getByRole('contentinfo').or(page.locator('footer')).getByText(`${events} row`, { exact: false })).toBeVisible();

  await goTo(page, '/access/matrix');
  await hands.press('t');
  const table = page.getByRole('grid', { name: 'People and assets' });
  await expect(table.getByRole('columnheader', { name: /Meaning/ })).toBeVisible();
  await hands.press('t');
  await expect(table.getByRole('columnheader', { name: /Meaning/ })).toHaveCount(0);
});

test('an event shows its line in the source, and why each rule does or does not find it', async () => {
  const { page } = window;
  await goTo(page, `/access/events?finding=${first.id}`);
  await hands.press('j');
  const panel = page.getByRole('complementary').last();
  await expect(panel.getByText('What each rule says')).toBeVisible();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Possible deemed export' })).toContainText('Finding');
  await expect(panel.getByText(/\.csv, row [\d,]+/)).toBeVisible();
});

test('the technology control plan names who may, keeps a briefing and is saved as PDF', async () => {
  const { page } = window;
  await goTo(page, `/access/plan/${first.asset?.id}`);
  const paper = page.getByRole('region', { name: 'The plan as it is printed' });
  await expect(paper.getByRole('heading', { name: /Who may not/ })).toBeVisible();
  const panel = page.getByRole('complementary', { name: 'Briefings' });
  const name = await panel.getByRole('link').first().textContent();
  await hands.activate(panel.getByRole('button', { name: 'Record' }).first());
  const dialog = page.getByRole('dialog', { name: /^Briefing on/ });
  await hands.fill(dialog.getByRole('textbox', { name: /Briefed by/ }), 'Ingrid Solheim');
  await hands.activate(dialog.getByRole('button', { name: 'Keep the briefing' }));
  await expect(panel.getByText(/, by Ingrid Solheim/)).toBeVisible();
  await expect(paper.getByRole('row', { name: new RegExp(`${name ?? ''}.*Ingrid Solheim`) })).toBeVisible();

  window.answer('saveFile', `${window.folder}/control-plan.pdf`);
  await hands.activate(page.getByRole('button', { name: 'Save the plan' }));
  await saveAs(page);
  await expect(page.getByText(/control-plan\.pdf saved/)).toBeVisible();
});

test('the matrix is saved as it stands, as PDF and as HTML, without a word of citizenship', async () => {
  const { page } = window;
  const pick = async (format?: string) => {
    await hands.activate(page.getByRole('button', { name: 'Save the table' }));
    await saveAs(page, format);
  };
  await goTo(page, '/access/matrix');
  const pdf = join(window.folder, 'matrix.pdf');
  window.answer('saveFile', pdf);
  await pick();
  await expect(page.getByText(/matrix\.pdf saved/)).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');

  const html = join(window.folder, 'matrix.html');
  window.answer('saveFile', html);
  await pick('Web page (HTML)');
  await expect(page.getByText(/matrix\.html saved/)).toBeVisible();
  const text = readFileSync(html, 'utf8');
  expect(text).toContain(first.person?.name);
  expect(text).toContain('possible deemed export was found');
  expect(text).toContain('<thead>');
  expect(text).not.toMatch(/Iran|US person|Licence needed/);
});
