import { statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { verifyBinder } from '../../src-main/core/binder/index.ts';
import type { ExportRecord, ReportKindView } from '../../src-shared/contract/reports.ts';
import { launchApp } from '../harness/app-window.ts';
import { openDemo } from '../harness/demo.ts';

export const title = 'An audit binder of 300 pages and more, with progress and cancel';

const budgetMs = 20_000;
const pagesWanted = 300;
const cancelWithinMs = 3000;

/** Makes a binder of every report of the demo as PDF, checks it, and stops another in the middle. */
export async function run() {
  const window = await launchApp();
  try {
    await openDemo(window);
    const kinds = (await window.call<ReportKindView[]>('reports.kinds', {})).map(({ kind }) => kind);
    const input = { paper: 'A4', redaction: 'none', evidence: true, as: 'zip', reports: kinds.map((kind) => ({ kind, formats: ['pdf'] })) };
    const path = join(window.folder, 'binder.zip');
    window.answer('saveFile', path);
    const started = performance.now();
    const steps = new Set<number>();
    const making = window.call<ExportRecord>('reports.saveBinder', input);
    let ended = false;
    void making.finally(() => (ended = true));
    while (!ended) {
      const [job] = (await window.call<{ kind: string; state: string; done: number }[]>('jobs.list')).filter(
        ({ kind, state }) => kind === 'reports.binder' && state === 'running',
      );
      if (job !== undefined) steps.add(job.done);
    }
    await making;
    const tookMs = performance.now() - started;

    const checking = performance.now();
    const verdict = verifyBinder(path);
    const checkedMs = performance.now() - checking;
    if (verdict.state !== 'whole') throw new Error(`The binder is not whole: ${JSON.stringify(verdict)}`);
    const pages = verdict.manifest.files.reduce((sum, file) => sum + (file.pages ?? 0), 0);

    window.answer('saveFile', join(window.folder, 'stopped.zip'));
    const stopped = window.ask('reports.saveBinder', input);
    let id: string | undefined;
    while (id === undefined) {
      id = (await window.call<{ id: string; kind: string; state: string; done: number }[]>('jobs.list')).find(
        ({ kind, state, done }) => kind === 'reports.binder' && state === 'running' && done > 0,
      )?.id;
    }
    const asked = performance.now();
    await window.call('jobs.cancel', { id });
    const reply = await stopped;
    const cancelMs = performance.now() - asked;
    if (reply.ok || statSync(join(window.folder, 'stopped.zip'), { throwIfNoEntry: false }) !== undefined)
      throw new Error('A cancelled binder left something behind');

    const word = (met: boolean) => (met ? 'met' : 'missed');
    return {
      columns: ['what', 'budget', 'measured', 'verdict'],
      rows: [
        ['pages', `≥ ${pagesWanted}`, pages, word(pages >= pagesWanted)],
        ['binder, start to end', `≤ ${budgetMs} ms`, Math.round(tookMs), word(tookMs <= budgetMs)],
        ['steps of progress seen', '≥ 5', steps.size, word(steps.size >= 5)],
        ['verify', '–', `${Math.round(checkedMs)} ms`, ''],
        ['cancel, asked to ended', `≤ ${cancelWithinMs} ms`, Math.round(cancelMs), word(cancelMs <= cancelWithinMs)],
      ],
      notes: [
        `${kinds.length} reports as PDF, ${Math.round(statSync(path).size / 1024 / 1024)} MB; two reports are printed at once, those with contents twice.`,
      ],
    };
  } finally {
    await window.close();
  }
}
