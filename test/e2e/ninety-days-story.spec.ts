import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { verifyBinder } from '../../src-main/core/binder/index.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { PlanView } from '../../src-shared/contract/plan.ts';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { goTo } from '../harness/places.ts';

test('from a finding through plan, board, drag by keys, evidence, closing and self-assessment to a binder that proves itself', async () => {
  test.setTimeout(180_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const dialog = page.getByRole('dialog');
  const plan = async () => {
    const found = await window.call<PlanView | null>('plan.get', {});
    if (found === null) throw new Error('The demo has a plan');
    return found;
  };
  try {
    await openDemo(window);
    const { rows } = await window.call<OutputOf<'access.findings'>>('access.findings', { states: ['open'], limit: 50 });
    const linked = new Set((await plan()).tasks.flatMap(({ links }) => links.map((link) => link.id)));
    const finding = rows.find(({ id }) => !linked.has(id));
    if (finding === undefined) throw new Error('Every finding of the demo has a task');

    // The finding becomes a task of the plan in one step and stays linked.
    await goTo(page, `/access/findings/${finding.id}`);
    await page.getByRole('button', { name: 'Make a task' }).first().press('Enter');
    const title = await dialog.getByRole('textbox', { name: /^Task/ }).inputValue();
    await dialog.getByRole('button', { name: 'Make a task' }).press('Enter');
    await expect.poll(async () => (await plan()).tasks.some((one) => one.title === title)).toBe(true);
    const task = async () => {
      const found = (await plan()).tasks.find((one) => one.title === title);
      if (found === undefined) throw new Error(`The plan has no task ${title}`);
      return found;
    };
    const { id, expected } = await task();

    // Board, by a key.
    await goTo(page, '/plan?view=board');
    await page.getByRole('listitem', { name: new RegExp(`^${escaped(title)}`) }).focus();
    await page.keyboard.press('m');
    await page.getByRole('menu').getByRole('menuitem', { name: 'Doing' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await task()).state).toBe('doing');

    // Timeline: the bar moves by a working day with an arrow.
    await goTo(page, '/plan?view=timeline');
    const grid = page.getByRole('grid', { name: 'Timeline of the plan' });
    await grid.focus();
    await page.keyboard.press('Home');
    const row = grid.getByRole('row', { selected: true }).getByRole('rowheader');
    for (let step = 0; step < 80 && (await row.textContent()) !== title; step += 1) await page.keyboard.press('ArrowDown');
    await expect(row).toHaveText(title);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await task()).span.start > expected.start).toBe(true);

    // Evidence on the task, then closing it: the finding is looked at again.
    await goTo(page, `/plan/tasks/${id}?tab=evidence`);
    const proof = join(window.folder, 'hr-note.txt');
    writeFileSync(proof, 'HR: permanent residence seen on 12 November.');
    window.answer('openFiles', [proof]);
    await page.getByRole('button', { name: 'Attach files' }).click();
    await expect(page.getByRole('button', { name: 'hr-note.txt' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: title }).click();
    await page.keyboard.press('c');
    await dialog.getByRole('textbox', { name: /What proves it/ }).fill('Permanent residence seen by HR; see the note.');
    await dialog.getByRole('button', { name: 'Close the task' }).press('Enter');
    await expect(dialog.getByRole('heading', { name: 'Closed, and looked at again' })).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
    await expect.poll(async () => (await task()).state).toBe('done');

    // Self-assessment, one answer by a digit.
    await goTo(page, '/programme');
    await page.getByRole('button', { name: 'Assess the elements' }).press('Enter');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('After the audit');
    await dialog.getByRole('button', { name: 'Assess the elements' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'After the audit' })).toBeVisible();
    await page.keyboard.press('3');
    await expect(page.getByText('39 of 39 answered')).toBeVisible();

    // The binder is whole, carries the evidence, and one changed byte breaks it.
    await goTo(page, '/reports/binder');
    for (const box of await page.locator('main').getByRole('checkbox').all()) {
      const label = await box.evaluate((one) => one.closest('label')?.textContent ?? one.getAttribute('aria-label') ?? '');
      if (/^(Classification|People and|Access audit|Policy|Asset|Screening|Risk|Incident|Data|Change)/.test(label)) await box.uncheck();
    }
    const path = join(window.folder, 'binder.zip');
    window.answer('saveFile', path);
    await page.getByRole('button', { name: 'Make the binder' }).click();
    await expect(page.getByText('AB-2026-001 is saved as binder.zip.')).toBeVisible({ timeout: 60_000 });
    const whole = verifyBinder(path);
    if (whole.state !== 'whole') throw new Error(JSON.stringify(whole));
    expect(whole.manifest.files.map(({ path: file }) => file).join('\n')).toContain('hr-note.txt');
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(verifyBinder(path).state).toBe('altered');
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
