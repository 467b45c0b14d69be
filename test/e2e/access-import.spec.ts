import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { LogImportLine } from '../../src-shared/contract/access-logs.ts';
import { messyAccessLog, messyEvents } from '../fixtures/messy-access-log.ts';
import { logText } from '../harness/access-log.ts';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { keyboardOnly } from '../harness/keyboard.ts';
import { settled } from '../harness/places.ts';

const shots = process.env['ACCESS_SHOTS'];

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

for (const theme of ['light', 'dark'] as const) {
  test(`a messy log is brought in by keyboard alone and taken back (${theme})`, async () => {
    test.setTimeout(240_000);
    const window = await launchApp({ size: { width: 1440, height: 900 }, theme });
    const { page } = window;
    const shot = async (name: string) => {
      await settled(page);
      if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
    };
    const hands = keyboardOnly(page);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const next = () => hands.press('Control+Enter');
    /** Opens a list, types what is wanted and takes the first. */
    const choose = async (list: string | RegExp, words: string) => {
      await hands.activate(button(list));
      await hands.type(words);
      await hands.press('Enter');
    };
    const counted = async () => (await window.call<{ events: number }>('access.countEvents', { filter: {} })).events;
    try {
      await openDemo(window);
      const before = await counted();
      const file = join(window.folder, 'zugriffe-oktober.csv');
      writeFileSync(file, messyAccessLog);
      window.answer('openFiles', [file]);
      await page.keyboard.press('Control+Shift+L');
      await heading(page, 'Which log?');
      await shot('0-start');
      await next();
      await heading(page, 'Is this the right file?');
      await expect(page.getByText('WINDOWS-1252', { exact: true })).toBeVisible();
      await shot('1-file');

      await next();
      await heading(page, 'Where are the events?');
      await shot('2-table-asks');
      // Neither the order of day and month nor the zone is guessed: Next does nothing before both are answered.
      await next();
      await heading(page, 'Where are the events?');
      const order = page.getByRole('region', { name: /Is the day or the month first/ });
      await hands.reach(order.getByRole('radio', { name: /Day, month, year/ }));
      await hands.press('Space');
      await hands.activate(order.getByRole('button', { name: 'Use this answer' }));
      await expect(order).toHaveCount(0);
      const zone = page.getByRole('region', { name: /In which time zone/ });
      await hands.activate(zone.getByRole('button', { name: /Time zone/ }));
      await hands.type('Europe/Berlin');
      await hands.press('Enter');
      await hands.activate(zone.getByRole('button', { name: 'Use this answer' }));
      await expect(page.getByText('2026-10-03 05:14 UTC', { exact: true })).toBeVisible();
      await shot('3-table-answered');

      await next();
      await heading(page, 'Which column is what?');
      await shot('4-columns');
      await next();
      await heading(page, 'What do the words mean?');
      await expect(page.getByText('vielleicht', { exact: true })).toBeVisible();
      await shot('5-values');
      await choose(/Meaning of vielleicht/, 'Failure');
      await next();
      await heading(page, /answers? (is|are) open/);
      await shot('6-check');
      for (const problem of [/The time cannot be read/, /No account/]) {
        await hands.activate(button(problem));
        await hands.activate(button('Leave this row out'));
        await expect(button('Ask again')).toBeVisible();
      }
      await heading(page, 'Every row is dealt with');
      await shot('7-check-settled');

      await next();
      await heading(page, 'Whose are the accounts?');
      await choose(/Who is svc-runner/, 'Service account');
      // Answered, it leaves the list; until it is saved the wizard goes nowhere.
      await expect(button(/Who is svc-runner/)).toHaveCount(0);
      await shot('8-people');
      await next();
      await heading(page, 'What will come in?');
      await expect(page.getByRole('button', { name: `Import ${messyEvents} events` })).toBeEnabled();
      expect(await counted()).toBe(before);
      await shot('9-review');
      await next();
      await expect(page.getByText(`${messyEvents} events from zugriffe-oktober.csv`)).toBeVisible();
      expect(await counted()).toBe(before + messyEvents);
      await shot('10-done');

      await page.evaluate(() => {
        globalThis.location.hash = '#/access/imports';
      });
      await heading(page, 'Imported access logs');
      await expect(page.getByText('zugriffe-oktober.csv')).toBeVisible();
      await shot('11-imports');
      await hands.activate(button(/Actions for zugriffe-oktober/));
      await expect(page.getByRole('menuitem', { name: 'Undo this import' })).toBeVisible();
      await shot('12-imports-menu');
      const undo = page.getByRole('menuitem', { name: 'Undo this import' });
      for (let moves = 0; moves < 8 && !(await undo.evaluate((item) => item === document.activeElement)); moves += 1)
        await hands.press('ArrowDown');
      await hands.press('Enter');
      await hands.activate(page.getByRole('dialog').getByRole('button', { name: 'Undo this import' }));
      await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
      expect(await counted()).toBe(before);
      expect(window.pageErrors).toEqual([]);
      expect(window.violations).toEqual([]);
    } finally {
      await window.close();
    }
  });
}

test('files of one layout share a queue: the answers of the first bring in the others', async () => {
  test.setTimeout(240_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const { page } = window;
  const counted = async () => (await window.call<{ events: number }>('access.countEvents', { filter: {} })).events;
  try {
    await openDemo(window);
    const before = await counted();
    const files = ['2026-10-01', '2026-10-02', '2026-10-03'].map((day) => {
      const file = join(window.folder, `log-${day}.csv`);
      const line = (place: number) => ({
        time: `${day}T08:0${place}:00Z`,
        account: 'queue.tester@example.com',
        address: '10.1.2.3',
        resource: 'lockbox',
        action: 'git.fetch',
      });
      writeFileSync(file, logText([line(1), line(2)]));
      return file;
    });
    window.answer('openFiles', files);
    await page.keyboard.press('Control+Shift+L');
    await heading(page, 'Which log?');
    await page.keyboard.press('Control+Enter');
    await heading(page, 'Is this the right file?');
    await expect(page.getByText('1 of 3')).toBeVisible();
    for (const next of [
      'Where are the events?',
      'Which column is what?',
      'What do the words mean?',
      /dealt with|Nothing/,
      'Whose are the accounts?',
      'What will come in?',
    ]) {
      await page.keyboard.press('Control+Enter');
      await heading(page, next);
    }
    await page.getByRole('button', { name: 'Import 2 events' }).click();
    await expect(page.getByText('2 more files wait in the queue.', { exact: false })).toBeVisible();
    expect(await counted()).toBe(before + 2);
    await page.getByRole('button', { name: 'Import the files like this one' }).click();
    await expect(page.getByText('2 files came in; 0 left for you.')).toBeVisible();
    expect(await counted()).toBe(before + 6);
    const imports = await window.call<{ fileName: string; state: string }[]>('accessLogs.imports', {});
    expect(imports.filter(({ fileName }) => fileName.startsWith('log-2026-10')).map(({ state }) => state)).toEqual([
      'committed',
      'committed',
      'committed',
    ]);
  } finally {
    await window.close();
  }
});

test('a log whose reading was killed in the middle goes on where it stopped, and brings in every row once', async () => {
  test.setTimeout(300_000);
  const different = 240_000;
  // The last lines repeat the first, word for word. They count each: which repetition a line is has to be known after the kill too.
  const rows = different + 3;
  const first = await launchApp({ size: { width: 1440, height: 900 } });
  const { folder } = first;
  const killed = first.app.process();
  const begun = async ({ call }: typeof first) =>
    (await call<LogImportLine[]>('accessLogs.imports')).find(({ fileName }) => fileName === 'long.csv');
  let before = 0;
  const counted = async ({ call }: typeof first, text: string) =>
    (await call<{ events: number }>('access.countEvents', { filter: { text } })).events;
  const start = Date.parse('2026-09-01T00:00:00Z');
  const line = (place: number) => ({
    time: new Date(start + place * 1000).toISOString(),
    account: `resumed${place % 50}@example.com`,
    address: '10.1.2.3',
    resource: `long-${place % 40}`,
    action: 'git.fetch',
    eventId: `event-${place}`,
  });
  try {
    await openDemo(first);
    before = await counted(first, '');
    writeFileSync(join(folder, 'long.csv'), logText(Array.from({ length: rows }, (_, place) => line(place % different))));
    first.answer('openFiles', [join(folder, 'long.csv')]);
    const [picked] = await first.call<{ handle: string }[]>('accessLogs.chooseFiles', { folder: false });
    const { id } = await first.call<{ id: string }>('accessLogs.start', { handles: [picked?.handle] });
    const { jobId } = await first.call<{ jobId: string }>('accessLogs.check', { id });
    const checkJob = async () => (await first.call<{ id: string; state: string }[]>('jobs.list')).find((job) => job.id === jobId)?.state;
    await expect.poll(checkJob, { timeout: 60_000 }).toBe('done');
    await first.call('accessLogs.write', { id });
    await expect.poll(async () => (await begun(first))?.events ?? 0, { intervals: [10], timeout: 60_000 }).toBeGreaterThan(0);
  } finally {
    const gone = new Promise((resolve) => killed.once('exit', resolve));
    killed.kill('SIGKILL');
    await gone;
  }

  const window = await launchApp({ size: { width: 1440, height: 900 }, folder });
  const { page } = window;
  try {
    await page.getByText('Halden Robotics', { exact: true }).click();
    await page.getByRole('button', { name: 'Unlock with it' }).click();
    await expect.poll(async () => (await window.ask('accessLogs.imports')).ok, { timeout: 60_000 }).toBe(true);
    expect(await counted(window, '')).toBe(before);
    const broken = await begun(window);
    expect(broken?.state).toBe('broken');
    expect(broken?.events).toBeGreaterThan(0);
    expect(broken?.events).toBeLessThan(rows);

    await page.evaluate(() => {
      globalThis.location.hash = '#/access/imports';
    });
    await heading(page, 'Imported access logs');
    await expect(page.getByText(/long\.csv broke off after [\d,]+ events/)).toBeVisible();
    window.answer('openFiles', [join(folder, 'long.csv')]);
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await heading(page, 'What will come in?');
    await page.getByRole('button', { name: 'Import 240,003 events' }).click({ timeout: 120_000 });
    await expect(page.getByText('240,003 events from long.csv')).toBeVisible({ timeout: 60_000 });

    expect(await counted(window, '')).toBe(before + rows);
    expect(await begun(window)).toMatchObject({ state: 'committed', events: rows, alreadyThere: 0, rejected: 0 });
    for (const [place, events] of [
      [2, different / 50 + 1],
      [3, different / 50],
      [49, different / 50],
    ] as const)
      expect(await counted(window, `resumed${place}@example.com`)).toBe(events);
    expect(window.pageErrors).toEqual([]);
    expect(window.violations).toEqual([]);
  } finally {
    await window.close();
  }
});
