import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { type DemoWorkspace, openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

let window: AppWindow;
let demo: DemoWorkspace;

test.beforeAll(async () => {
  window = await launchApp({ size: { width: 1280, height: 800 } });
  demo = await openDemo(window);
});
test.afterAll(() => window.close());

test('beside the Why panel an entry keeps a readable row, and its text and enforcement stay two columns', async () => {
  const { page } = window;
  await goTo(page, `/assets/${demo.records.controlledModel}?why=first`);
  const table = page.getByRole('table', { name: 'Entries' });
  await expect(table.getByRole('columnheader')).toHaveText(['Entry', 'Verdict', 'Text', 'Enforcement', 'Margin']);
  const row = table.getByRole('row', { name: /4E091/ }).first();
  await expect(row).toContainText('Weights of very large closed-weight AI models');
  expect((await row.boundingBox())?.height).toBeLessThanOrEqual(80);

  await goTo(page, `/assets/${demo.records.controlledModel}`);
  await expect(table.getByRole('columnheader', { name: 'What it covers' })).toBeVisible();
});

test('open pointers of other jurisdictions stand folded with their count, and the keyboard opens them', async () => {
  const { page } = window;
  await goTo(page, `/assets/${demo.records.chip}`);
  const table = page.getByRole('table', { name: 'Entries' });
  const union = table.getByRole('button', { name: /European Union/ });
  await expect(union).toHaveAttribute('aria-expanded', 'false');
  await expect(union).toContainText(/\d+ entr(y needs|ies need) facts/);
  const counted = Number(/^(\d+) entr/.exec((await union.locator('em').textContent()) ?? '')?.[1]);
  await expect(table.getByRole('row', { name: /Annex I 500-series/ })).toHaveCount(0);
  await expect(page.getByText(/Entries of \d+ other jurisdictions stay open/)).toBeVisible();
  await union.press('Enter');
  await expect(table.getByRole('row', { name: /Annex I 500-series/ })).toContainText('Undetermined');
  const opened = table
    .locator('tbody')
    .filter({ has: page.getByRole('button', { name: /European Union/ }) })
    .getByRole('row', { name: /Undetermined/ });
  await expect(opened).toHaveCount(counted);
  await union.press('Enter');
  await expect(table.getByRole('row', { name: /Annex I 500-series/ })).toHaveCount(0);
});

test('duplicating a chip opens a copy with the same figures, and Undo takes it back', async () => {
  const { page } = window;
  await goTo(page, `/assets/${demo.records.chip}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { name: 'A100 SXM4 80GB (copy)', level: 1 })).toBeVisible();
  await expect(page.getByText('It meets 3A090.a.')).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).last().click();
  await expect
    .poll(async () => (await window.call<{ total: number }>('inventory.list', { filter: { text: '(copy)' }, offset: 0, limit: 5 })).total)
    .toBe(0);
});

test('the calculator of a chip duplicates it too, and says first to save what was changed', async () => {
  const { page } = window;
  await goTo(page, `/assets/${demo.records.chip}`);
  await page.getByRole('button', { name: 'Calculator' }).click();
  await page.getByRole('textbox', { name: 'Applicable die area' }).fill('800');
  await page.getByRole('textbox', { name: 'Applicable die area' }).press('Tab');
  await expect(page.getByRole('button', { name: 'Duplicate', exact: true })).toHaveAccessibleDescription(
    'Save or discard the changed figures first',
  );
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'A100 SXM4 80GB (copy)', level: 1 })).toBeVisible();
  await window.call('journal.undo', {});
});

test('the wide lists fit a small window as they come', async () => {
  const { page } = window;
  for (const [place, name] of [
    ['/check', 'Bulk check'],
    ['/rules', 'Rules'],
    ['/rules/countries', 'Countries'],
  ] as const) {
    await goTo(page, place);
    const grid = page.getByRole('grid', { name });
    await expect(grid.getByRole('row').nth(5)).toBeVisible();
    expect(await grid.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  }
});

test('rules are shown by name: figures, groups, and no column that nothing can fill', async () => {
  const { page } = window;
  await goTo(page, '/rules/changes');
  const dram = page.getByRole('row', { name: /742\.6\.caseByCase\.\u200bdram|Total DRAM bandwidth/ }).first();
  await expect(dram.getByRole('cell').nth(1)).toContainText('Total DRAM bandwidth below which the same applies');
  await expect(dram.getByRole('cell').nth(3)).toHaveText('6,500 GB/s');

  await goTo(page, '/rules/countries');
  await page.getByPlaceholder('Country or code').fill('Algeria');
  await expect(page.getByRole('row', { name: /Algeria/ })).toContainText('Computer Tier 3');

  await goTo(page, '/rules');
  const rules = page.getByRole('grid', { name: 'Rules' });
  await expect(rules.getByRole('columnheader', { name: 'Enforcement' })).toBeVisible();
  await expect(rules.getByRole('columnheader', { name: 'Number' })).toHaveCount(0);
});
