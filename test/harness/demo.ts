import { expect } from '@playwright/test';
import type { AppWindow } from './app-window.ts';
import { placeDemo } from './demo-template.ts';
import type { DemoRecords } from './places.ts';

interface ListedAsset {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly standing: string;
  /** The entry that cannot be decided yet, empty where none. */
  readonly openEntry: string;
}

export interface DemoWorkspace {
  /** Names of its models, as screens show them. */
  readonly names: readonly string[];
  readonly records: DemoRecords;
  readonly passphrase: string;
  readonly folderName: string;
}

/** Opens the demo workspace the quick way, through the host, and waits until the page shows it. */
export async function openDemo(window: AppWindow): Promise<DemoWorkspace> {
  placeDemo(window.documents, window.clock);
  const status = await window.call<{
    workspace: { folderName: string } | null;
    details: { demoPassphrase: string | null } | null;
  }>('workspace.demo', { parent: null });
  await expect(window.page.getByRole('navigation').first()).toBeVisible();
  const models = await listed(window, 'model');
  const chips = await listed(window, 'chip');
  const found = await window.call<{ rows: readonly { id: string }[] }>('access.findings', { types: ['deemed_export'], limit: 1 });
  const incidents = await window.call<{ rows: readonly { id: string }[] }>('cases.incidents', { limit: 1 });
  const transfers = await window.call<{ rows: readonly { id: string }[] }>('transfers.list', { view: 'held', offset: 0, limit: 1 });
  const idOf = (wanted: (model: ListedAsset) => boolean) => (models.find(wanted) ?? models[0])?.id ?? '';
  return {
    names: models.map((model) => model.name),
    folderName: status.workspace?.folderName ?? '',
    passphrase: status.details?.demoPassphrase ?? '',
    records: {
      undeterminedModel: idOf((model) => model.openEntry !== ''),
      controlledModel: idOf((model) => model.standing === 'restricted'),
      chip: chips[0]?.id ?? '',
      finding: found.rows[0]?.id ?? '',
      party: await partyNamed(window, 'Lianhua Precision'),
      ownedParty: await partyNamed(window, 'Solvik'),
      task: await openTask(window),
      incident: incidents.rows[0]?.id ?? '',
      transfer: transfers.rows[0]?.id ?? '',
    },
  };
}

async function openTask(window: AppWindow): Promise<string> {
  const plan = await window.call<{ tasks: { id: string; state: string }[] } | null>('plan.get', {});
  return plan?.tasks.find(({ state }) => state === 'doing')?.id ?? '';
}

async function partyNamed(window: AppWindow, text: string): Promise<string> {
  const { rows } = await window.call<{ rows: { id: string }[] }>('parties.list', { filter: { text }, offset: 0, limit: 1 });
  return rows[0]?.id ?? '';
}

async function listed(window: AppWindow, kind: string): Promise<readonly ListedAsset[]> {
  const { rows } = await window.call<{ rows: ListedAsset[] }>('inventory.list', { filter: { kinds: [kind] }, offset: 0, limit: 200 });
  return rows;
}
