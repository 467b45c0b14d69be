import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importLogFile } from '../../src-main/core/accesslogs/index.ts';
import { features } from '../../src-main/core/features.ts';
import { loadRulePacks } from '../../src-main/core/rulepacks/index.ts';
import { type AuditFinding, auditAccess, auditLawOf, standardSettings } from '../../src-main/engine/access/index.ts';
import { importTools } from '../harness/access-log.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';
import { bigLogReading } from './access-log-files.ts';
import { type AuditWorld, auditWorld, worldLog } from './audit-generator.ts';

export const title = 'Access audit: every rule over a million events, planted violations, look-alikes, screens';

const million = 1_000_000;
type Row = (string | number)[];

const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
const root = path.resolve(import.meta.dirname, '../..');

export async function run(): Promise<{ columns: string[]; rows: Row[]; notes: string[] }> {
  const loaded = await loadRulePacks(path.join(root, 'resources', 'rulepacks'));
  if (!loaded.ok) throw new Error('Rule packs do not load');
  const packs = loaded.value.packs.map(({ pack }) => pack);
  const rows: Row[] = [];
  for (const [people, assets, seed] of [
    [600, 40, 1],
    [5000, 200, 2],
  ] as const) {
    const world = auditWorld({ events: million, people, assets, days: 120, seed });
    const what = `${world.input.events.length.toLocaleString('en')} events, ${people} people, ${assets} assets`;
    const { findings, ms } = timed(() => auditAccess(world.input, standardSettings, auditLawOf(packs)));
    rows.push([`all rules over ${what}`, '≤ 5 s', `${(ms / 1000).toFixed(2)} s`, verdict(ms <= 5000)]);
    const { found, extra, caught } = scored(world, findings);
    rows.push([`planted violations found (seed ${seed})`, `${world.planted.length}`, `${found}`, verdict(found === world.planted.length)]);
    rows.push([`findings beside them`, '0', `${extra}`, verdict(extra === 0)]);
    rows.push([`look-alikes found, of ${world.decoys.size}`, '0', `${caught}`, verdict(caught === 0)]);
    const computed = releaseJudged(world);
    const judged = timed(() => auditAccess(computed, standardSettings, auditLawOf(packs)));
    rows.push([`the same, every release judged by the rules`, '≤ 5 s', `${(judged.ms / 1000).toFixed(2)} s`, verdict(judged.ms <= 5000)]);
  }
  rows.push(...(await screens()));
  return {
    columns: ['what', 'budget', 'measured', 'verdict'],
    rows,
    notes: [
      'Judged by the rules: assets without a list of nationals of their own, so that the release rules answer for each person, asset, place and kind of access.',
    ],
  };
}

function timed(work: () => readonly AuditFinding[]): { readonly findings: readonly AuditFinding[]; readonly ms: number } {
  const start = performance.now();
  const findings = work();
  return { findings, ms: performance.now() - start };
}

/** The same log where nobody has settled for whom a licence is needed. */
const releaseJudged = ({ input }: AuditWorld): AuditWorld['input'] => ({
  ...input,
  assets: input.assets.map((asset, place) =>
    asset.eccn === 'EAR99'
      ? asset
      : { ...asset, eccn: place % 2 === 0 ? '5D002' : '3E001', reasons: ['NS', 'AT'], licenceRequiredForNationalsOf: null },
  ),
});

function scored({ input, planted, decoys }: AuditWorld, findings: readonly AuditFinding[]) {
  const idAt = (row: number) => input.events.id[row] ?? 0;
  const used = new Set<string>();
  const found = planted.filter(({ type, rows, assetId }) => {
    const ids = new Set(rows.map(idAt));
    const hit = findings.find(
      (finding) => finding.type === type && (rows.length === 0 ? finding.assetId === assetId : finding.events.some((id) => ids.has(id))),
    );
    if (hit !== undefined) used.add(hit.id);
    return hit !== undefined;
  }).length;
  const all = new Set(findings.flatMap(({ events }) => [...events]));
  const caught = [...decoys.values()].filter((rows) => rows.some((row) => all.has(idAt(row)))).length;
  return { found, extra: findings.filter(({ id }) => !used.has(id)).length, caught };
}

/** A million events in a real encrypted workspace: the run as a job, and what the screens ask. */
async function screens(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-audit-'));
  const probe = createProbe([]);
  const app = await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null });
  try {
    const csv = path.join(folder, 'access.csv');
    const world = auditWorld({ events: million, people: 600, assets: 40, days: 120, seed: 3 });
    await writeFile(csv, [...worldLog(world)].join('\n'));
    const end = await importLogFile(
      probe.deps().session(),
      { path: csv, name: 'access.csv' },
      bigLogReading(csv, 'csv'),
      importTools(probe.deps()),
    );
    if (!end.ok) throw new Error(JSON.stringify(end.error));
    for (let number = 0; number < 40; number += 1)
      await app.call('inventory.create', { kind: 'model', name: `asset-${number}`, versionLabel: '1', facts: {} });
    for (let number = 0; number < 600; number += 1)
      await app.call('people.create', {
        columns: { name: `Person ${number}`, team: `Team ${number % 12}`, workCountry: 'US' },
        accounts: [`person${number}@example.com`],
      });
    const rows: Row[] = [];
    const ask = async (what: string, budgetMs: number, work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      const ms = performance.now() - start;
      rows.push([what, `≤ ${budgetMs} ms`, `${Math.round(ms)} ms`, verdict(ms <= budgetMs)]);
    };
    await ask('the audit as a job, a million events of a workspace', 10_000, () => audit(app));
    await ask('overview, first look', 300, () => app.call('access.overview'));
    await ask('overview, again', 300, () => app.call('access.overview'));
    await app.call('people.create', { columns: { name: 'One more' }, accounts: [] });
    await ask('matrix, after a change', 300, () => app.call('access.matrix'));
    await ask('coverage', 300, () => app.call('access.coverage'));
    await ask('findings, first 200', 300, () => app.call('access.findings'));
    const [event] = (await app.call<{ rows: { id: number }[] }>('access.events', { filter: {} })).rows;
    await ask('newest 200 events with their findings', 300, () => app.call('access.events', { filter: {} }));
    await ask('why an event is not found', 300, () => app.call('access.whyNot', { id: event?.id }));
    return rows;
  } finally {
    await app.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function audit(app: TestWorkspace): Promise<void> {
  const { jobId } = await app.call<{ jobId: string }>('access.run');
  for (;;) {
    const end = app.events.find((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running');
    if (end?.type === 'job') {
      if (end.state !== 'done') throw new Error(JSON.stringify(end));
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
