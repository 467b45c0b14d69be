import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { messyAccessLog } from '../fixtures/messy-access-log.ts';
import { messyModels } from '../fixtures/messy-models.ts';
import type { AppWindow } from './app-window.ts';
import { type DemoRecords, goTo, settled } from './places.ts';

/** Screens that need something on them before they are worth a look. */

export const mappingSteps = ['identity', 'compute', 'origin', 'capability', 'reach', 'result'] as const;
export const logImportSteps = ['file', 'table', 'columns', 'values', 'check', 'people', 'review'] as const;
export const importSteps = ['table', 'columns', 'values', 'check', 'review'] as const;
export const creationSteps = ['name', 'passphrase', 'key', 'back'] as const;
export const settingsSections = ['general', 'security', 'rules', 'backups', 'diagnostics', 'about'] as const;

/** The guide as it opens while no workspace is. */
export async function showStartHelp({ page }: AppWindow): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: 'The first ten minutes' });
  if (!(await title.isVisible())) await page.getByRole('button', { name: 'Help' }).click();
  await expect(title).toBeVisible();
  await settled(page);
}

/** The wizard that creates a workspace, gone through from its start up to a step. The key in it opens nothing: nothing is created. */
export async function showCreation({ page }: AppWindow, step: (typeof creationSteps)[number]): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Create a workspace' }).first().click();
  const place = creationSteps.indexOf(step);
  const next = (name: RegExp) => page.getByRole('button', { name }).last().click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Halden Robotics');
  await page.getByLabel('Your name').fill('Ingrid Solheim');
  if (place >= 1) {
    await next(/^Passphrase/);
    await page.getByLabel('Passphrase', { exact: true }).fill('correct staple orbit lantern fjord');
    await page.getByLabel('The same again').fill('correct staple orbit lantern fjord');
  }
  if (place >= 2) {
    await next(/^Recovery key/);
    await expect(page.getByRole('heading', { name: 'Keep this recovery key' })).toBeVisible();
  }
  if (place >= 3) {
    await next(/^Type it back/);
    await expect(page.getByRole('textbox', { name: 'Recovery key' })).toBeVisible();
  }
  await settled(page);
}

const drafted = new WeakSet<AppWindow>();

/** The model wizard at a step, filled with what the demo's undetermined model says and a training run. */
export async function showMappingStep(window: AppWindow, demo: DemoRecords, step: (typeof mappingSteps)[number]): Promise<void> {
  if (!drafted.has(window)) await fillMappingDraft(window, demo.undeterminedModel);
  drafted.add(window);
  await goTo(window.page, '/models/new');
  const rail = window.page.getByRole('navigation', { name: 'Steps' }).getByRole('button');
  await rail.nth(mappingSteps.indexOf(step)).click();
  await settled(window.page);
}

/** Before the wizard is first opened: it reads its draft once. */
async function fillMappingDraft(window: AppWindow, model: string): Promise<void> {
  const { facts } = await window.call<{ facts: Readonly<Record<string, unknown>> }>('inventory.get', { id: model });
  const identity = { name: 'Borealis', versionLabel: '1.0', ownerName: 'Priya Raman', stage: 'inUse', siteId: null, externalId: '' };
  await window.call('drafts.save', {
    key: 'inventory.mapModel',
    value: { step: 'identity', ...identity, facts: { ...facts, ...trainingRun }, links: [], copiedFrom: null },
  });
}

const told = (value: number | string, sourceKind: string) => ({
  state: 'known',
  value: typeof value === 'number' ? { value } : value,
  sourceKind,
});

/** A run that can be counted both ways, so that the compute step shows two methods and a total that crosses a line. */
const trainingRun = {
  architecture: told('denseTransformer', 'stated'),
  parametersTotal: told(112e9, 'stated'),
  trainingTokens: told(13.4e12, 'inferred'),
  epochs: told(1, 'stated'),
  hardware: told('NVIDIA H100 SXM5 80GB', 'contract'),
  hardwareCount: told(4096, 'contract'),
  trainingHours: told(1980, 'contract'),
  utilisation: told(0.35, 'inferred'),
  numericalFormat: told('bf16', 'stated'),
};

/** The compute tab of a model with every further way to count opened. */
export async function showComputeWays({ page }: AppWindow, model: string): Promise<void> {
  await goTo(page, `/assets/${model}?tab=compute`);
  const ways = page.getByRole('region', { name: 'Other ways to count it' });
  await ways.evaluate((section) => {
    for (const way of section.querySelectorAll('details')) way.open = true;
    section.scrollIntoView({ block: 'start' });
  });
  await settled(page);
}

const sessions = new WeakMap<AppWindow, string>();

/** The import frame at a step, with the messy spreadsheet in it. */
export async function showImportStep(window: AppWindow, step: (typeof importSteps)[number]): Promise<void> {
  const id = sessions.get(window) ?? (await startImport(window));
  sessions.set(window, id);
  if (step === 'review') await settleEverything(window, id);
  await goTo(window.page, `/import/${id}?step=${step}`);
  await expect(window.page.getByRole('progressbar')).toHaveCount(0);
  await settled(window.page);
}

async function startImport(window: AppWindow): Promise<string> {
  const file = join(window.folder, 'register.xlsx');
  writeFileSync(file, messyModels());
  window.answer('openFile', file);
  const [chosen] = await window.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
  const { id, revision } = await window.call<{ id: string; revision: number }>('imports.start', {
    target: 'assets',
    variant: 'model',
    handle: chosen?.handle,
  });
  await window.call('imports.setTable', { id, revision, table: { sheet: 'Models 2026' } });
  return id;
}

interface OpenProblem {
  readonly id: string;
  readonly severity: string;
  readonly fixes: readonly { readonly kind: string }[];
}

/** Leaves out every row that still has a problem. */
async function settleEverything(window: AppWindow, id: string): Promise<void> {
  const { groups } = await window.call<{ groups: OpenProblem[] }>('imports.problems', { id });
  for (const group of groups.filter((each) => each.severity === 'error')) {
    const { revision } = await window.call<{ revision: number }>('imports.session', { id });
    await window.call('imports.fix', { id, revision, groupId: group.id, action: { kind: 'excludeRows' } });
  }
}

const logSessions = new WeakMap<AppWindow, string>();

/** The wizard for access logs at a step, over a messy file. Its two questions stay open until a step beyond the table is shown. */
export async function showLogImportStep(window: AppWindow, step: (typeof logImportSteps)[number]): Promise<void> {
  const id = logSessions.get(window) ?? (await startLogImport(window));
  logSessions.set(window, id);
  const place = logImportSteps.indexOf(step);
  if (place >= logImportSteps.indexOf('columns')) await answerLogQuestions(window, id);
  if (place >= logImportSteps.indexOf('people')) await leaveRejectedOut(window, id);
  await goTo(window.page, `/access/import/${id}?step=${step}`);
  await expect(window.page.getByRole('progressbar')).toHaveCount(0);
  if (step === 'review') await expect(window.page.getByRole('button', { name: /^Import \d+ events/ })).toBeEnabled();
  await settled(window.page);
}

async function startLogImport(window: AppWindow): Promise<string> {
  const file = join(window.folder, 'zugriffe-oktober.csv');
  writeFileSync(file, messyAccessLog);
  window.answer('openFiles', [file]);
  const chosen = await window.call<{ handle: string }[]>('accessLogs.chooseFiles', { folder: false });
  return (await window.call<{ id: string }>('accessLogs.start', { handles: chosen.map((one) => one.handle) })).id;
}

interface LogDraft {
  readonly revision: number;
  readonly checked: object | null;
  readonly questions: readonly { readonly kind: string }[];
}

async function answerLogQuestions(window: AppWindow, id: string): Promise<void> {
  const { revision, questions } = await window.call<LogDraft>('accessLogs.session', { id });
  if (questions.some((question) => question.kind === 'zone'))
    await window.call('accessLogs.answer', { id, revision, answers: { dateOrder: 'DMY', zone: 'Europe/Berlin' } });
}

async function leaveRejectedOut(window: AppWindow, id: string): Promise<void> {
  const draft = () => window.call<LogDraft>('accessLogs.session', { id });
  if ((await draft()).checked === null) await window.call('accessLogs.check', { id });
  await expect.poll(async () => (await draft()).checked).not.toBeNull();
  const problems = await window.call<{ id: string; standing: string }[]>('accessLogs.problems', { id });
  for (const problem of problems.filter((one) => one.standing === 'blocks'))
    await window.call('accessLogs.leaveOut', { id, revision: (await draft()).revision, problemId: problem.id, leftOut: true });
}

export async function showPalette(window: AppWindow): Promise<void> {
  await window.page.keyboard.press('Escape');
  await expect(window.page.getByRole('dialog')).toHaveCount(0);
  await goTo(window.page, '/models');
  await window.page.keyboard.press('Control+K');
  await window.page.keyboard.type('mod');
  await expect(window.page.getByRole('option').first()).toBeVisible();
  await settled(window.page);
}

/** What is known of addresses, with an address looked up, an exit, a list and an accepted network of the company. */
export async function showNetworks(window: AppWindow): Promise<void> {
  if (!networked.has(window)) await addNetworks(window);
  networked.add(window);
  await goTo(window.page, '/rules/networks');
  await window.page.getByLabel('Address', { exact: true }).fill('185.220.101.5');
  await window.page.keyboard.press('Enter');
  await expect(window.page.getByText('Not on the allow list')).toBeVisible();
  await settled(window.page);
}

const networked = new WeakSet<AppWindow>();

async function addNetworks(window: AppWindow): Promise<void> {
  const file = join(window.folder, 'vpn-exits-2026-03-18.txt');
  writeFileSync(file, 'AS64500 # Example VPN\n185.220.101.0/24\n2001:db8:5::/48\nno network\n');
  window.answer('openFile', file);
  const { token } = await window.call<{ token: string }>('networks.openList', {});
  await window.call('networks.addList', { token, name: 'VPN exits', tag: 'vpn', day: '2026-03-18' });
  await window.call('networks.addExit', { label: 'London office', network: '198.51.100.0/28', from: '2025-02-01', until: null });
  await window.call('networks.allow', { network: 'AS16509', reason: 'Build machines run there; reviewed by IT in May.' });
}

const listed = new WeakSet<AppWindow>();
const listFiles = join(import.meta.dirname, '..', 'fixtures', 'lists');

/** Beside the invented list of the demo: two official ones of which one is old, and one of the company's own. */
async function addLists(window: AppWindow): Promise<void> {
  if (listed.has(window)) return;
  listed.add(window);
  const old = join(window.folder, 'sdn-of-last-fortnight.jsonl');
  const published = new Date(Date.now() - 12 * 86_400_000).toISOString().slice(0, 10);
  const party = { id: 'SDN-1', type: 'org', names: [{ text: 'Karvel Trading FZE' }], programmes: ['EXAMPLE'] };
  writeFileSync(old, [{ format: 'gatehouse-list/1', list: 'SDN', published }, party].map((line) => JSON.stringify(line)).join('\n'));
  await openLists(window, [old, 'bis-entity-list.csv', 'own-watch-list.csv'], async (opened) => {
    await window.call('lists.keep', { token: opened.token, versions: opened.lists.map(({ id }) => id) });
  });
}

interface OpenedFiles {
  readonly token: string;
  readonly lists: readonly { readonly id: string }[];
}

async function openLists(window: AppWindow, files: readonly string[], then: (opened: OpenedFiles) => Promise<void>): Promise<void> {
  window.answer(
    'openFiles',
    files.map((file) => resolve(listFiles, file)),
  );
  const { token } = await window.call<{ token: string }>('lists.open', { handles: null });
  await expect.poll(async () => (await window.ask('lists.opened', { token })).ok, { timeout: 30_000 }).toBe(true);
  await then(await window.call<OpenedFiles>('lists.opened', { token }));
}

/** The lists with their versions and ages. */
export async function showLists(window: AppWindow, path = '/lists'): Promise<void> {
  await addLists(window);
  await goTo(window.page, path);
}

/** An entry of the training list, with everything the list says of it. */
export async function showListEntry(window: AppWindow): Promise<void> {
  await addLists(window);
  const { rows } = await window.call<{ rows: { id: string }[] }>('lists.entries', { list: 'TRAINING', text: 'KMS' });
  await goTo(window.page, `/lists/TRAINING/entries/${rows[0]?.id ?? ''}`);
}

/** A later training list, a list of some other form and a file that is none, read and waiting for a yes. */
export async function showTakeIn(window: AppWindow): Promise<void> {
  await addLists(window);
  const note = join(window.folder, 'holiday.txt');
  writeFileSync(note, 'Dear all,\nI am away until Monday.\n');
  await openLists(window, ['training-list-later.jsonl', 'us-debarred.csv', 'bis-part-744.xml', note], async ({ token }) => {
    await goTo(window.page, `/lists/take-in/${token}`);
    await expect(window.page.getByRole('table', { name: 'What they hold' })).toBeVisible();
    await settled(window.page);
  });
}

const laterTaken = new WeakSet<AppWindow>();

/** Two versions of the training list, compared. */
export async function showListChanges(window: AppWindow): Promise<void> {
  await addLists(window);
  if (!laterTaken.has(window))
    await openLists(window, ['training-list-later.jsonl'], async (opened) => {
      await window.call('lists.keep', { token: opened.token, versions: opened.lists.map(({ id }) => id) });
    });
  laterTaken.add(window);
  await goTo(window.page, '/lists/TRAINING/changes');
}
