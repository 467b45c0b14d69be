import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { type Hands, keyboardOnly, saveAs } from '../harness/keyboard.ts';
import { goTo } from '../harness/places.ts';

const karvel = {
  id: 'EL-1',
  type: 'org',
  names: [{ text: 'ООО «Карвел Оптика»' }, { text: 'Karvel Optika LLC', kind: 'aka' }],
  countries: [{ code: 'RU', role: 'address' }],
  licenceRequirement: 'For all items subject to the EAR',
  licencePolicy: 'Presumption of denial',
};
const hadrawi = {
  id: 'EL-2',
  type: 'person',
  names: [{ text: 'AL-SANDARI, Yousef' }, { text: 'يوسف السنداري', kind: 'aka' }],
  births: ['1962'],
};
const lianhua = { id: 'EL-3', type: 'org', names: [{ text: 'Lianfeng Precision Instruments Co., Ltd.' }] };

/** 500 customers: three of them may be on the list, the others are ordinary. */
function customers(): string {
  const given = ['Maple', 'Harbour', 'Northfield', 'Bluestone', 'Riverton', 'Oakdale', 'Sunrise', 'Lakeview', 'Granite', 'Pinecrest'];
  const trade = ['Bakery', 'Dental Care', 'Plumbing', 'Bookshop', 'Gardens', 'Veterinary', 'Roofing', 'Cycles', 'Ceramics', 'Laundry'];
  const rows = given.flatMap((first) =>
    trade.flatMap((second) => ['North', 'South', 'East', 'West', 'Central'].map((third) => `${first} ${second} ${third}`)),
  );
  const named = ['Karvel Optika Trading FZE', 'Yusuf al-Sandari', 'Lianfeng Precision Instruments (Suzhou)', ...rows.slice(3)];
  return [
    'Customer No;Customer Name;Country;Party type',
    ...named.map(
      (name, at) => `C-${1000 + at};${name};${at === 0 ? 'AE' : at === 2 ? 'CN' : 'NO'};${at === 1 ? 'Person' : 'Organisation'}`,
    ),
  ].join('\r\n');
}

test('by keyboard alone: a list and 500 parties come in, hits are cleared and confirmed, a newer list shows only what changed, the certificate is saved', async () => {
  test.setTimeout(300_000);
  const window = await launchApp({ size: { width: 1440, height: 900 } });
  const hands = keyboardOnly(window.page);
  try {
    await openDemo(window);
    await test.step('start without the invented list', () => window.call('lists.setOff', { list: 'TRAINING', off: true }));
    await test.step('bring the list in', () => takeListIn(window, '2026-11-01', [karvel, hadrawi, lianhua]));
    await test.step('bring 500 parties in', () => importParties(window, hands));
    await test.step('clear one and confirm one', () => decide(window, hands));
    await test.step('bring a newer version in', () => newerVersion(window, hands));
    await test.step('save the certificate', () => certificate(window, hands));
    expect(window.violations).toEqual([]);
    expect(window.pageErrors).toEqual([]);
  } finally {
    await window.close();
  }
});

/** Takes an official-looking file in on the lists' screen, and waits until the screening that follows is through. */
async function takeListIn(window: AppWindow, published: string, entries: readonly object[]): Promise<void> {
  const { page } = window;
  const file = join(window.folder, `list-${published}.jsonl`);
  writeFileSync(file, [{ format: 'gatehouse-list/1', list: 'EL', published }, ...entries].map((line) => JSON.stringify(line)).join('\n'));
  const runs = async () => (await window.call<{ id: string }[]>('screening.runs', { limit: 200 })).length;
  const before = await runs();
  await goTo(page, '/lists');
  window.answer('openFiles', [file]);
  for (const name of ['Take in files', 'Take in 1 list']) {
    const button = page.getByRole('button', { name }).first();
    await expect(button).toBeEnabled({ timeout: 60_000 });
    await button.focus();
    await page.keyboard.press('Enter');
  }
  await expect.poll(runs, { timeout: 60_000 }).toBeGreaterThan(before);
  // It leads back to the lists by itself.
  await expect(page.getByRole('heading', { level: 1, name: 'Lists', exact: true })).toBeVisible();
}

/** The wizard's way on: its button must be ready, then the key for it is pressed and the next step shows. */
async function next({ page }: AppWindow, hands: Hands, button: RegExp, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('button', { name: button }).last()).toBeEnabled();
  await hands.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function importParties(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  const file = join(window.folder, 'customers.csv');
  writeFileSync(file, customers());
  await goTo(page, '/import?kind=parties');
  window.answer('openFile', file);
  await next(window, hands, /Choose/, 'Where is the table?');
  await next(window, hands, /^Columns/, 'Which column is what?');
  await next(window, hands, /^Values/, 'What do the values mean?');
  await hands.press('Control+Enter');
  await expect(page.getByText('500 ready').first()).toBeVisible();
  await next(window, hands, /^Review/, 'What will change?');
  await hands.press('Control+Enter');
  await expect(page.getByText('500 new records and no changes')).toBeVisible({ timeout: 60_000 });
}

const hitOf = (window: AppWindow, party: RegExp) => window.page.getByRole('region', { name: party });

async function decide(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  await goTo(page, '/parties/queue');
  // Three of five hundred come up, each under its party; nobody else does.
  await expect(page.getByText('3 hits in 3 parties, likeliest first')).toBeVisible({ timeout: 60_000 });
  const comparison = page.getByRole('article');

  // Not the same: the entry is of another business. The hit leaves the queue and the next one comes into view.
  await reachHit(window, hands, /Lianfeng/);
  await hands.press('f');
  await expect(page.getByRole('dialog', { name: 'Not the same' })).toBeVisible();
  await hands.press('5', 'Enter');
  await expect(page.getByText('2 hits in 2 parties, likeliest first')).toBeVisible();
  await expect(hitOf(window, /Lianfeng/)).toHaveCount(0);

  // A true match: explained across scripts, called true, and confirmed by somebody else only.
  await reachHit(window, hands, /Karvel/);
  await expect(comparison.getByRole('list', { name: 'Words compared' })).toContainText('Karvel');
  await expect(comparison).toContainText('Presumption of denial');
  await hands.press('t');
  await expect(page.getByRole('dialog', { name: 'True match' })).toBeVisible();
  await hands.press('2', 'Enter');
  await expect(page.getByText('A second person is asked').first()).toBeVisible();
  await reachHit(window, hands, /Karvel/);
  await hands.press('s');
  const second = page.getByRole('dialog', { name: 'Second look at a true match' });
  const caller = (await window.call<{ workspace: { person: { name: string } } }>('settings.get')).workspace.person.name;
  await hands.fill(second.getByRole('textbox', { name: /Your name/ }), caller.toUpperCase());
  await expect(second.getByRole('alert')).toContainText('Another person must look at it');
  await hands.fill(second.getByRole('textbox', { name: /Your name/ }), 'Ada Second');
  await hands.reach(second.getByRole('radio', { name: /^I agree/ }));
  await hands.press('Space');
  await hands.activate(second.getByRole('button', { name: 'Record the answer' }));
  await expect(page.getByText('1 hit in 1 party, likeliest first')).toBeVisible();
}

/** Steps through the queue by J and K until the comparison is about this party. */
async function reachHit({ page }: AppWindow, hands: Hands, party: RegExp): Promise<void> {
  const parties = page.getByRole('region', { name: 'Hits' }).getByRole('region');
  await expect(parties.filter({ has: page.getByRole('heading', { name: party }) })).toHaveCount(1);
  const places = () =>
    parties.evaluateAll((regions) => ({
      names: regions.map((region) => region.querySelector('h2')?.textContent ?? ''),
      at: regions.findIndex((region) => region.querySelector('[aria-current="true"]') !== null),
    }));
  await expect.poll(async () => (await places()).at).toBeGreaterThanOrEqual(0);
  for (;;) {
    const { names, at } = await places();
    const steps = names.findIndex((name) => party.test(name)) - at;
    if (steps === 0) break;
    await hands.press(steps > 0 ? 'j' : 'k');
    // A key that comes before the last one was drawn would go too far.
    await expect.poll(async () => (await places()).at).toBe(at + Math.sign(steps));
  }
  await expect(page.getByRole('article', { name: party })).toBeVisible();
}

async function newerVersion(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  const newcomer = { id: 'EL-4', type: 'org', names: [{ text: 'Bluestone Roofing West' }] };
  // Karvel's entry is as it was, the cleared one gained a name, a new one came.
  await takeListIn(window, '2026-11-20', [
    karvel,
    hadrawi,
    { ...lianhua, names: [...lianhua.names, { text: 'Lianfeng Suzhou', kind: 'aka' }] },
    newcomer,
  ]);
  await goTo(page, '/parties/runs');
  await expect(page.getByText('2 entries that changed were compared with', { exact: false })).toBeVisible();
  await expect(page.getByText('1 new hit, 1 decision lapsed, no hit fell away.')).toBeVisible();
  await hands.activate(page.getByRole('link', { name: 'Show the new hit' }));
  await expect(page.getByText('1 hit in 1 party, likeliest first')).toBeVisible();
  await expect(hitOf(window, /Bluestone Roofing West/)).toBeVisible();
  await goTo(page, '/parties/queue');
  await reachHit(window, hands, /Lianfeng/);
  await expect(page.getByText('That decision lapsed')).toBeVisible();
  await expect(page.getByText('the entry has other names', { exact: false })).toBeVisible();
}

async function certificate(window: AppWindow, hands: Hands): Promise<void> {
  const { page } = window;
  const pdf = join(window.folder, 'certificate.pdf');
  await goTo(page, '/parties/lookup');
  await hands.fill(page.getByRole('textbox', { name: 'Names' }), 'Karvel Optica\nJane Ordinary');
  await hands.press('Control+Enter');
  await expect(page.getByText('1 of 2 names may be on a list.')).toBeVisible();
  window.answer('saveFile', pdf);
  await hands.activate(page.getByRole('button', { name: 'Certificate' }));
  await saveAs(page);
  await expect(page.getByText('Certificate saved', { exact: false })).toBeVisible({ timeout: 60_000 });
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
}
