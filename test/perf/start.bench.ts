import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';
import { proportionalMemoryMiB } from '../harness/process-tree.ts';

export const title = 'Starting, unlocking, resting';

const rounds = 5;

interface Round {
  readonly startMs: number;
  readonly unlockMs: number;
  readonly idleMiB: number;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Measures one start of the built app: process start to lock screen, Enter to overview, and memory at rest afterwards. */
async function measure(folder: string, workspace: string, passphrase: string): Promise<Round> {
  const began = performance.now();
  const window = await launchApp({ folder, workspace });
  try {
    const field = window.page.locator('input[type="password"]').first();
    await field.waitFor();
    const startMs = performance.now() - began;

    await field.fill(passphrase);
    const pressed = performance.now();
    await field.press('Enter');
    await window.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await window.page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
    const unlockMs = performance.now() - pressed;

    // Memory settles once the garbage of starting has been collected; ten seconds without input count as rest.
    await window.page.waitForTimeout(10_000);
    return { startMs, unlockMs, idleMiB: proportionalMemoryMiB(window.app.process().pid ?? 0) };
  } finally {
    await window.close({ keepFolder: true });
  }
}

export async function run(): Promise<{ columns: string[]; rows: (string | number)[][]; notes?: string[] }> {
  const first = await launchApp();
  const { passphrase, folderName } = await openDemo(first);
  await first.close({ keepFolder: true });
  const workspace = join(first.folder, 'documents', folderName);
  try {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await measure(first.folder, workspace, passphrase));
    const row = (what: string, unit: string, budget: number, values: readonly number[]) => [
      what,
      unit,
      budget,
      Math.round(middle(values)),
      Math.round(Math.max(...values)),
    ];
    return {
      columns: ['what', 'unit', 'budget', 'median', 'worst'],
      rows: [
        row(
          'start to lock screen',
          'ms',
          1500,
          measured.map((one) => one.startMs),
        ),
        row(
          'unlock to overview',
          'ms',
          1500,
          measured.map((one) => one.unlockMs),
        ),
        row(
          'at rest, all processes (PSS)',
          'MiB',
          400,
          measured.map((one) => one.idleMiB),
        ),
      ],
      notes: [`${rounds} starts of the built app. The test driver is attached, which adds to each figure.`],
    };
  } finally {
    rmSync(first.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
