import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type AppWindow, launchApp } from '../harness/app-window.ts';
import { type DemoWorkspace, openDemo } from '../harness/demo.ts';
import { settled } from '../harness/places.ts';
import { repoRoot } from '../harness/runtime.ts';
import { noRecords, type Screen, screens } from '../harness/screens.ts';
import { type Exhibit, writeIndex } from './index-page.ts';

/** The demo tour: opens the demo workspace in the real app, photographs every screen twice and takes its papers along. */
const folder = join(repoRoot, 'demo-output');
const size = { width: 1440, height: 900 };
const themes = ['light', 'dark'] as const;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function photograph(window: AppWindow, screen: Screen, demo: DemoWorkspace | undefined, number: number): Promise<Exhibit> {
  const pictures: { theme: (typeof themes)[number]; file: string }[] = [];
  for (const theme of themes) {
    await window.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await screen.show(window, demo?.records ?? noRecords);
    const file = `${String(number).padStart(2, '0')}-${screen.id}-${theme}.png`;
    await window.page.screenshot({ path: join(folder, file) });
    pictures.push({ theme, file });
  }
  say(`  ${screen.title}`);
  return { id: screen.id, title: screen.title, pictures };
}

/** Asks for a report as a person would, with the save dialog answered. */
async function save(window: AppWindow, file: string, method: string, input: unknown): Promise<string | undefined> {
  const path = join(folder, file);
  window.answer('saveFile', path);
  const reply = await window.ask(method, input);
  if (reply.ok && existsSync(path)) {
    say(`  ${file}`);
    return file;
  }
  say(`  ${file} was not written: ${JSON.stringify(reply.ok ? 'no file' : reply.error)}`);
  return undefined;
}

async function savePapers(window: AppWindow, demo: DemoWorkspace): Promise<readonly string[]> {
  const parts = { facts: true, entries: true, questions: true, trace: true, signatures: true, remarks: true, attorneyAdvice: false };
  const memo = await save(window, 'classification-memo.pdf', 'reports.memoPrint', {
    assetId: demo.records.controlledModel,
    options: { paper: 'A4', redaction: 'none', parts },
    to: 'pdf',
  });
  const workbook = await save(window, 'classification-workbook.xlsx', 'reports.workbook', {
    filter: {},
    redaction: 'none',
    format: 'xlsx',
  });
  return [memo, workbook].filter((file) => file !== undefined);
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+L');
  await page.locator('input[type="password"]').first().waitFor();
  await settled(page);
}

async function tour(): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say('Opening the demo workspace and photographing every screen, light and dark:');
  const window = await launchApp({ size });
  try {
    const exhibits: Exhibit[] = [];
    const take = async (when: Screen['when'], demo?: DemoWorkspace): Promise<void> => {
      for (const screen of screens.filter((each) => each.when === when))
        exhibits.push(await photograph(window, screen, demo, exhibits.length + 1));
    };
    await take('start');
    const demo = await openDemo(window);
    await take('open', demo);
    const papers = await savePapers(window, demo);
    await lock(window.page);
    await take('locked', demo);
    writeIndex(folder, exhibits, papers);
    if (window.violations.length > 0) say(`The content policy complained: ${window.violations.join('\n')}`);
    const complete = papers.length === 2 && window.violations.length === 0;
    return complete ? 0 : 1;
  } finally {
    await window.close();
  }
}

process.exitCode = await tour();
