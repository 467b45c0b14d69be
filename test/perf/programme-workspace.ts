import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importLogFile } from '../../src-main/core/accesslogs/index.ts';
import { features } from '../../src-main/core/features.ts';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import type { PlanView } from '../../src-shared/contract/plan.ts';
import { dayAfter, type IsoDate } from '../../src-shared/model/dates.ts';
import { importTools } from '../harness/access-log.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';
import { bigLogReading } from './access-log-files.ts';
import { auditWorld, worldLog } from './audit-generator.ts';
import { bigRoster, modelRegister } from './import-files.ts';

interface ProgrammeSize {
  readonly assets: number;
  readonly people: number;
  readonly parties: number;
  readonly events: number;
  readonly findings: number;
  readonly tasks: number;
  /** Waiting to go, each to one party, over the next half year. */
  readonly transfers: number;
  /** Of which every person takes each. */
  readonly courses: number;
}

const loggedAssets = 200;

/**
 * A company's workspace in a real encrypted file, filled by the product's own commands, its access log read from a file and audited. Findings
 * that the audit does not make up to the wanted number are copies of those it made. Says after each part how long it took.
 */
export async function programmeWorkspace(size: ProgrammeSize, said: (what: string, ms: number) => void): Promise<TestWorkspace> {
  const probe = createProbe([]);
  const app = await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null });
  const { db } = probe.deps().session();
  // On disk once for many: what is measured later is reading.
  db.pragma('synchronous = OFF');
  const part = async (what: string, work: () => Promise<void>) => {
    const started = performance.now();
    await work();
    said(what, performance.now() - started);
  };
  await part('assets', () =>
    bringIn(app, { target: 'assets', variant: 'model' }, modelRegister(size.assets).replaceAll(/^Model /gmu, 'asset-')),
  );
  await part('people', () => bringIn(app, { target: 'people', variant: '' }, bigRoster(size.people)));
  await part('parties', () => bringIn(app, { target: 'parties', variant: '' }, customerList(size.parties)));
  await part('transfers', () =>
    bringIn(app, { target: 'transfers', variant: '' }, orderList(size.transfers, size, app.ports.clock.today())),
  );
  await part('events', () => readLog(app, probe, size));
  await part('audit', async () => {
    await finished(app, (await app.call<{ jobId: string }>('access.run')).jobId);
    const { n } = db.prepare('SELECT count(*) AS n FROM access_findings').get() as { n: number };
    said(`findings of the audit: ${n}`, 0);
    for (let missing = size.findings - n; missing > 0 && n > 0; missing -= n) copyFindings(db, missing);
  });
  await part('tasks', () => planTasks(app, size.tasks));
  await part('training', () => holdCourses(app, size.courses));
  return app;
}

/** Courses that are asked of everybody, each held once for all of them, a month ago. */
async function holdCourses(app: TestWorkspace, courses: number): Promise<void> {
  const today = app.ports.clock.today();
  const audience = { everyone: true, teams: [], roles: [], sites: [], duties: [], controlled: false };
  for (let at = 0; at < courses; at += 1) {
    const course = await app.call<{ id: string }>('training.saveCourse', {
      ...{ id: null, revision: 0, title: `Course ${at}`, content: '', audience, every: 'quarterly', everyDays: null, withinDays: 30 },
      ...{ since: dayAfter(today, -400), mustPass: false, owner: 'Ina Holt', retired: false },
    });
    const session = await app.call<{ id: string }>('training.saveSession', {
      ...{ id: null, revision: 0, courseId: course.id, heldOn: dayAfter(today, -30), by: 'Ina Holt', place: '', note: '' },
    });
    await app.call('training.recordAttendance', { sessionId: session.id, who: { kind: 'asked' }, result: 'attended', note: '' });
  }
}

export function customerList(rows: number): string {
  const countries = ['United States', 'Germany', 'Netherlands', 'India', 'Japan', 'China', 'United Arab Emirates', ''];
  const lines = ['Customer number,Name,Country,City'];
  for (let at = 0; at < rows; at += 1)
    lines.push(`C-${100_000 + at},Trading company ${at},${countries[at % countries.length]},City ${at % 90}`);
  return lines.join('\r\n');
}

/** Orders of things that go to parties over the next half year, the same ones each time. */
export function orderList(orders: number, { assets, parties }: Pick<ProgrammeSize, 'assets' | 'parties'>, today: IsoDate): string {
  const countries = ['Germany', 'India', 'Japan', 'China', 'United Arab Emirates'];
  const lines = ['Order number,Item,Quantity,Customer,Destination,Planned date,Kind'];
  for (let at = 0; at < orders; at += 1) {
    const to = `Trading company ${(at * 7) % parties},${countries[at % countries.length]}`;
    lines.push(`SO-${10_000 + at},asset-${(at * 13) % assets},1 licence,${to},${dayAfter(today, at % 180)},download`);
  }
  return lines.join('\r\n');
}

/** Brings a table in as a user does: what cannot be read is set unknown. */
export async function bringIn(
  app: TestWorkspace,
  into: { readonly target: string; readonly variant: string },
  text: string,
): Promise<void> {
  const file = path.join(app.ports.root, `${into.target}.csv`);
  await writeFile(file, text);
  app.ports.picks.files.push(file);
  const [picked] = await app.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
  const started = await app.call<ImportSession>('imports.start', { ...into, handle: picked?.handle });
  const current = async () => ({
    id: started.id,
    revision: (await app.call<ImportSession>('imports.session', { id: started.id })).revision,
  });
  const job = async (method: string) => finished(app, (await app.call<{ jobId: string }>(method, await current())).jobId);
  if (started.job !== null) await finished(app, started.job.jobId);
  await job('imports.check');
  const { groups } = await app.call<{ groups: { id: string; severity: string }[] }>('imports.problems', { id: started.id });
  for (const group of groups.filter((one) => one.severity === 'error'))
    await app.call('imports.fix', { ...(await current()), groupId: group.id, action: { kind: 'setUnknown' } });
  await job('imports.commit');
}

async function readLog(app: TestWorkspace, probe: ReturnType<typeof createProbe>, { events, people }: ProgrammeSize): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-programme-'));
  try {
    const csv = path.join(folder, 'access.csv');
    await writeFile(csv, [...worldLog(auditWorld({ events, people, assets: loggedAssets, days: 120, seed: 5 }))].join('\n'));
    const end = await importLogFile(
      probe.deps().session(),
      { path: csv, name: 'access.csv' },
      bigLogReading(csv, 'csv'),
      importTools(probe.deps()),
    );
    if (!end.ok) throw new Error(`${app.folder}: ${JSON.stringify(end.error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies findings under numbers of their own, as many as are there or as are missing. */
function copyFindings(db: ReturnType<ReturnType<ReturnType<typeof createProbe>['deps']>['session']>['db'], most: number): void {
  const columns = (db.pragma('table_info(access_findings)') as { name: string }[]).map(({ name }) => name);
  const { top } = db.prepare('SELECT max(number) AS top FROM access_findings').get() as { top: number };
  const values = columns.map((name) => (name === 'id' ? `id || '-' || @top` : name === 'number' ? 'number + @top' : name));
  db.prepare(`INSERT INTO access_findings (${columns.join(', ')}) SELECT ${values.join(', ')} FROM access_findings LIMIT @most`).run({
    top,
    most,
  });
}

/** Chains of ten tasks, each after the one before it, a third of them on a finding, some done. */
async function planTasks(app: TestWorkspace, tasks: number): Promise<void> {
  const today = app.ports.clock.today();
  const startsOn = dayAfter(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) - 28);
  await app.call('plan.start', {
    ...{ templateId: 'standard', title: '90-day plan', startsOn, owners: [] },
    calendar: { weekdays: [1, 2, 3, 4, 5], holidays: [] },
  });
  const { rows } = await app.call<{ rows: { id: string }[] }>('access.findings', { limit: 500 });
  const made = (await app.call<PlanView>('plan.get')).tasks.length;
  let before: string | undefined;
  for (let number = made; number < tasks; number += 1) {
    const start: IsoDate = dayAfter(startsOn, (number % 10) * 7);
    const finding = number % 3 === 0 ? rows[number % rows.length] : undefined;
    const { ids } = await app.call<{ ids: string[] }>('plan.addTasks', {
      drafts: [
        {
          title: `Task ${number}`,
          phase: ['map', 'identify', 'audit', 'pilot'][number % 4],
          owner: `Person ${number % 12}`,
          span: { start, end: dayAfter(start, 3) },
          dependsOn: before === undefined || number % 10 === 0 ? [] : [before],
          links: finding === undefined ? [] : [{ kind: 'accessFinding', id: finding.id }],
          cause: finding === undefined ? 'own' : 'finding',
        },
      ],
    });
    before = ids[0];
  }
}

/** Waits for a job, and fails where it does. */
export async function finished(app: TestWorkspace, jobId: string): Promise<void> {
  for (;;) {
    const end = app.events.find((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running');
    if (end?.type === 'job') {
      if (end.state !== 'done') throw new Error(JSON.stringify(end));
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
