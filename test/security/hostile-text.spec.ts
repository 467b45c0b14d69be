import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

/** Names as nobody would choose them, and what a person must still be able to read of each. */
const hostile = [
  { name: '<img src=x onerror="window.struck=1">Kestrel', shows: '<img src=x onerror="window.struck=1">Kestrel' },
  { name: '"><script>window.struck=1</script>', shows: '"><script>window.struck=1</script>' },
  { name: "'; DROP TABLE assets; --", shows: "'; DROP TABLE assets; --" },
  { name: '{count, plural, one {#} other {#}} $&', shows: '{count, plural, one {#} other {#}} $&' },
  { name: 'evil\u202Exslx.exe', shows: 'evil' },
  { name: 'zero\u200Bwidth\u200Djoined', shows: 'zero' },
  { name: '👩🏽‍🔬 🇳🇴 नमूना نموذج 模型', shows: '模型' },
  { name: '=HYPERLINK("https://evil.example","x")', shows: '=HYPERLINK("https://evil.example","x")' },
  { name: 'javascript:window.struck=1', shows: 'javascript:window.struck=1' },
] as const;
const longPurpose = `${'<b onmouseover="window.struck=1">long</b> '.repeat(60)}the end of it`;

let window: AppWindow;
const ids: string[] = [];

test.beforeAll(async () => {
  window = await launchApp();
  await openDemo(window);
  for (const { name } of hostile) {
    const made = await window.call<{ row: { id: string } }>('inventory.create', {
      kind: 'model',
      name,
      versionLabel: '1',
      facts: { purpose: { state: 'known', value: longPurpose } },
    });
    ids.push(made.row.id);
  }
});
test.afterAll(() => window.close());
test.afterEach(async () => {
  const traces = await window.page.evaluate(() => ({
    struck: (globalThis as unknown as { struck?: unknown }).struck,
    images: [...document.images].filter((image) => image.getAttribute('src') === 'x').length,
    scripts: [...document.scripts].filter((script) => script.src === '').length,
    tables: document.querySelectorAll('b[onmouseover]').length,
  }));
  expect(traces).toEqual({ struck: undefined, images: 0, scripts: 0, tables: 0 });
  expect(window.violations).toEqual([]);
  expect(window.pageErrors).toEqual([]);
});

test('[A13] hostile names show as text in the table', async () => {
  await goTo(window.page, '/models');
  for (const { shows } of hostile) {
    await window.page.evaluate((top) => document.querySelector('[role="grid"], table')?.parentElement?.scrollTo(0, top), 0);
    await expect.poll(() => textWhileScrolling(shows), { message: shows }).toBe(true);
  }
});

/** Long lists draw only the rows in sight, so the list is scrolled until the text comes by. */
async function textWhileScrolling(shows: string): Promise<boolean> {
  return window.page.evaluate(async (wanted) => {
    const scroller = [...document.querySelectorAll('main *')].find(
      (element) => element.scrollHeight > element.clientHeight + 100 && getComputedStyle(element).overflowY !== 'visible',
    );
    for (let top = 0; top <= (scroller?.scrollHeight ?? 0); top += 300) {
      scroller?.scrollTo(0, top);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      if (document.body.textContent.includes(wanted)) return true;
    }
    return false;
  }, shows);
}

test('[A13] hostile names show as text on their own page, with long text whole', async () => {
  for (const [index, { shows }] of hostile.entries()) {
    await goTo(window.page, `/assets/${ids[index] ?? ''}`);
    await expect(window.page.getByRole('heading', { level: 1 })).toContainText(shows);
  }
});

test('[A13] hostile names show as text in the palette', async () => {
  await window.page.keyboard.press('Control+K');
  await window.page.keyboard.type('Kestrel');
  await expect(window.page.getByText('<img src=x onerror="window.struck=1">Kestrel').first()).toBeVisible();
  await window.page.keyboard.press('Escape');
});

test('[A13] hostile names show as text in the memo and reach PDF and workbook as text', async () => {
  await goTo(window.page, `/assets/${ids[0] ?? ''}/memo`);
  await expect(window.page.getByText('<img src=x onerror="window.struck=1">Kestrel').first()).toBeVisible();

  const parts = { facts: true, entries: true, questions: true, trace: true, signatures: true, remarks: true, attorneyAdvice: false };
  const pdf = join(window.folder, 'memo.pdf');
  window.answer('saveFile', pdf);
  await window.call('reports.memoPrint', { assetId: ids[0], options: { paper: 'A4', redaction: 'none', parts }, to: 'pdf' });
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');

  const csv = join(window.folder, 'results.csv');
  window.answer('saveFile', csv);
  await window.call('reports.workbook', { filter: {}, redaction: 'none', format: 'csv' });
  const written = readFileSync(csv, 'utf8');
  expect(written).toContain('<img src=x');
  // A cell that begins like a formula is written so that no spreadsheet runs it.
  expect(written).not.toMatch(/(^|[,;"\n])=HYPERLINK/);
});
