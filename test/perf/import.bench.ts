import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createFileReader } from '../../src-main/core/importers/reader-thread.ts';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';
import { bigRoster, modelRegister, writeBigCsv, writeBigXlsx } from './import-files.ts';

export const title = 'Imports: 10,000 models and a roster of 100,000 end to end, a million rows read';

const million = 1_000_000;
const assets = 10_000;
const people = 100_000;
type Row = (string | number)[];

/** Times the frame on a real encrypted workspace with the real register behind it, then the reader alone on a million rows. */
export async function run(): Promise<{ columns: string[]; rows: Row[]; notes: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-import-'));
  try {
    const models = await tableImport(folder, '10,000 models', assets, { target: 'assets', variant: 'model' }, modelRegister(assets));
    const roster = await tableImport(folder, '100,000 people', people, { target: 'people', variant: '' }, bigRoster(people));
    const rows = [...models, ...roster, ...(await bigRead(folder, 'csv')), ...(await bigRead(folder, 'xlsx'))];
    return {
      columns: ['step', 'seconds', 'rows/s', 'longest stall, ms', 'peak RSS, MB'],
      rows,
      notes: ['Stalls are of the thread that answers screens; the reader has its own.'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tableImport(
  folder: string,
  what: string,
  count: number,
  into: { readonly target: string; readonly variant: string },
  text: string,
): Promise<Row[]> {
  const workspace = await openTestWorkspace();
  const file = join(folder, `${into.target}.csv`);
  writeFileSync(file, text);
  const found: Row[] = [];
  let id = '';
  const current = () => workspace.call<ImportSession>('imports.session', { id });
  const measure = async (name: string, work: () => Promise<unknown>) => found.push(await timed(`${what}: ${name}`, count, work));
  try {
    workspace.ports.picks.files.push(file);
    const [picked] = await workspace.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
    await measure('read and stage', async () => {
      const session = await workspace.call<ImportSession>('imports.start', { ...into, handle: picked?.handle });
      id = session.id;
      if (session.job !== null) await jobEnd(workspace, session.job.jobId);
    });
    await measure('check', async () => {
      const { jobId } = await workspace.call<{ jobId: string }>('imports.check', { id, revision: (await current()).revision });
      await jobEnd(workspace, jobId);
    });
    const { groups } = await workspace.call<{ groups: { id: string; severity: string }[] }>('imports.problems', { id });
    for (const group of groups.filter((one) => one.severity === 'error')) {
      await workspace.call('imports.fix', { id, revision: (await current()).revision, groupId: group.id, action: { kind: 'setUnknown' } });
    }
    await measure('commit', async () => {
      const { jobId } = await workspace.call<{ jobId: string }>('imports.commit', { id, revision: (await current()).revision });
      const ended = await jobEnd(workspace, jobId);
      if (ended !== 'done') throw new Error(`The commit ${ended}`);
    });
    const [batch] = await workspace.call<{ id: string }[]>('imports.batches');
    await measure('undo', () => workspace.call('imports.undo', { batchId: batch?.id }));
  } finally {
    await workspace.end();
  }
  return found;
}

async function bigRead(folder: string, kind: 'csv' | 'xlsx'): Promise<Row[]> {
  const file = join(folder, `log.${kind}`);
  // Just under 100 MiB: the most that is taken.
  await (kind === 'csv' ? writeBigCsv(file, million) : writeBigXlsx(file, million));
  const reader = createFileReader();
  const sniffed = await reader.sniff(file);
  if (sniffed === 'cancelled' || !sniffed.ok) throw new Error(`The ${kind} was refused: ${JSON.stringify(sniffed)}`);
  const request = { sheet: null, encoding: null, delimiter: null, batchRows: 5000 } as const;
  const preview = await timed(`${kind.toUpperCase()}: first 200 rows`, 200, () =>
    reader.read(file, sniffed.value, { ...request, maxRows: 200 }, () => undefined),
  );
  let rows = 0;
  const whole = await timed(`${kind.toUpperCase()}: a million rows read`, million, async () => {
    const end = await reader.read(file, sniffed.value, { ...request, maxRows: null }, (batch) => {
      rows += batch.rows.length;
    });
    if (end === 'cancelled' || !end.ok) throw new Error(`Reading the ${kind} ended: ${JSON.stringify(end)}`);
  });
  if (rows < million) throw new Error(`Only ${rows} rows came`);
  rmSync(file);
  return [preview, whole];
}

async function timed(name: string, rows: number, work: () => Promise<unknown>): Promise<Row> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  delay.enable();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  clearInterval(watch);
  return [name, seconds.toFixed(2), Math.round(rows / seconds), Math.round(delay.max / 1e6), Math.round(peak / 1e6)];
}

async function jobEnd(workspace: TestWorkspace, jobId: string): Promise<string> {
  for (;;) {
    const last = workspace.events.findLast((event) => event.type === 'job' && event.jobId === jobId);
    if (last?.type === 'job' && last.state !== 'running') return last.state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
