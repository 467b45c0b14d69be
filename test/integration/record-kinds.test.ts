import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchPath } from 'react-router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceHref, recordHref } from '../../src-renderer/ui/record-href.ts';
import type { Evidence } from '../../src-shared/contract/evidence.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import { questionRecord, RecordKind, type RecordRef } from '../../src-shared/model/record-ref.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let app: TestApp;

beforeAll(async () => {
  app = startTestApp();
  await app.call('workspace.demo', { parent: null });
}, 120_000);
afterAll(() => app.end());

const find = (kind: RecordKind, text: string) => app.call<OutputOf<'search.records'>>('search.records', { text, kinds: [kind], limit: 50 });

/** Words by which a record of each kind is found in the demo workspace. A kind that is added has to be found, too. */
const words: Readonly<Record<RecordKind, string>> = {
  asset: 'LockBox',
  person: 'Kamali',
  party: 'Solvik',
  accessFinding: 'F-0001',
  screeningHit: 'Karvel',
  vetting: 'enhanced Karvel',
  transfer: 'T-0001',
  question: 'Atlas training',
  list: 'entity list',
  rulePack: 'export administration',
  task: 'models',
  plan: '90-day',
  assessment: 'autumn',
  assessmentAnswer: 'ECP-1.1',
  riskAssessment: 'risk autumn',
  site: 'Oslo',
  duty: 'Solheim',
  meeting: 'committee winter',
  contact: 'Nordic forum',
  gate: 'Atlas gates',
  incident: 'I-0001',
  ruleWatch: 'Norwegian ministry',
  manual: 'policy manual 1',
  trainingCourse: 'deemed exports',
  trainingSession: 'everybody Solheim',
};

const sources = readdirSync('src-renderer/features', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(join('src-renderer/features', name), 'utf8'));
const routes = sources.flatMap((text) => [...text.matchAll(/\bpath: '([a-z][^']*)', element/g)].map(([, path = '']) => `/${path}`));
/** Kinds of the records whose evidence some screen shows. */
const shown = new Set(
  sources
    .filter((text) => text.includes('<EvidenceOf'))
    .flatMap((text) => [
      ...[...text.matchAll(/kind: '(\w+)'/g)].map(([, kind]) => kind),
      ...(text.includes('questionRecord(') ? ['question'] : []),
    ]),
);

describe('a record of every kind', () => {
  it.each(RecordKind.options)('%s: is found, holds evidence, tells its history, and has a screen for them', async (kind) => {
    const [found] = await find(kind, words[kind]);
    if (found === undefined) throw new Error(`No ${kind} is found by “${words[kind]}”`);
    const record: RecordRef = found.ref;
    expect(record).toEqual({ kind, id: found.id });
    const kept = await app.call<Evidence>('evidence.addNote', { record, name: `Seen with ${kind}`, note: 'Signed by both.' });
    expect(await app.call('evidence.list', { record })).toContainEqual(kept);
    const history = await app.call<OutputOf<'history.list'>>('history.list', {
      filter: { search: '', person: null, method: null, record, from: null, until: null, after: 0 },
      ...{ offset: 0, limit: 5 },
    });
    expect(history.rows[0]).toMatchObject({ method: 'evidence.addNote', record });
    expect(history.rows[0]?.title).toBe(history.of);
    expect(history.of).toMatch(/\S/);
    expect(shown).toContain(kind);
    for (const href of [recordHref(record), evidenceHref(record)]) {
      const [path = ''] = href.split('?');
      expect(
        routes.filter((pattern) => matchPath(pattern, path) !== null),
        href,
      ).not.toEqual([]);
    }
  });

  it('tells what is written down with another record: passes with the model, answers with the assessment', async () => {
    const historyOf = async (record: RecordRef | undefined) => {
      const { rows } = await app.call<OutputOf<'history.list'>>('history.list', {
        filter: { search: '', person: null, method: null, record: record ?? null, from: null, until: null, after: 0 },
        ...{ offset: 0, limit: 200 },
      });
      return rows.map(({ method }) => method);
    };
    const { row } = await app.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Borealis', versionLabel: '1', facts: {} });
    const change = (field: string) => ({ field, value: { state: 'known', value: 'Answered.', sourceKind: 'stated' } });
    await app.call('inventory.setFacts', {
      ...{ id: row.id, versionId: row.versionId, revision: row.revision },
      changes: [change('purpose'), change('intendedUse')],
    });
    expect(await historyOf(questionRecord({ assetId: row.id, factId: 'intendedUse' }))).toEqual(['inventory.setFacts']);
    expect(await historyOf(questionRecord({ assetId: row.id, factId: 'trainingTokens' }))).toEqual([]);
    const gates = await find('gate', 'atlas gates');
    const histories = await Promise.all(gates.map(({ ref }) => historyOf(ref)));
    expect(histories.flat()).toContain('cases.passGate');
    expect(await historyOf((await find('assessmentAnswer', 'ECP-1.1'))[0]?.ref)).toContain('programme.answer');
    expect(await historyOf((await find('ruleWatch', 'Norwegian ministry'))[0]?.ref)).toContain('cases.saveWatchItem');
  });
});
