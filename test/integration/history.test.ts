import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { features } from '../../src-main/core/features.ts';
import type { Evidence } from '../../src-shared/contract/evidence.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace;
let record: { readonly kind: 'asset'; readonly id: string };

beforeEach(async () => {
  workspace = await openTestWorkspace();
  const { row } = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Aurora', versionLabel: '1', facts: {} });
  record = { kind: 'asset', id: row.id };
});
afterEach(() => workspace.end());

const all = { search: '', person: null, method: null, record: null, from: null, until: null, after: 0 };
const list = (filter: object = {}) =>
  workspace.call<OutputOf<'history.list'>>('history.list', { filter: { ...all, ...filter }, offset: 0, limit: 100 });
const methods = ({ rows }: OutputOf<'history.list'>) => rows.map(({ method }) => method);
const note = (on: object = record) => workspace.call<Evidence>('evidence.addNote', { record: on, name: 'Call', note: 'Said no.' });
const saveAges = async () => {
  workspace.ports.picks.saves.push(join(workspace.ports.root, 'ages.json'));
  return workspace.call<{ id: string; sha256: string }>('reports.save', {
    kind: 'data-and-rule-ages',
    options: { paper: 'A4', redaction: 'none', recordId: null },
    format: 'json',
  });
};

describe('the history', () => {
  it('is filtered by person, area, record, days and words, and names the records', async () => {
    const other = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Borealis', versionLabel: '1', facts: {} });
    const kept = await note();
    await workspace.call('evidence.look', { id: kept.id });
    await note({ kind: 'asset', id: other.row.id });

    expect(methods(await list({ record }))).toEqual(['evidence.look', 'evidence.addNote', 'inventory.create']);
    expect((await list({ method: 'evidence.' })).rows.map(({ title }) => title)).toEqual(['Borealis', null, 'Aurora']);
    expect((await list({ person: 'Nobody' })).total).toBe(0);
    expect((await list({ search: 'boreal' })).total).toBe(1);
    expect((await list({ until: '2001-01-01' })).total).toBe(0);
    const day = (await list()).rows[0]?.at.slice(0, 10);
    expect((await list({ from: day, until: day })).total).toBe((await list()).total);
    expect(await workspace.call('history.facets')).toMatchObject({ people: ['Tess Tester'], rooms: expect.arrayContaining(['evidence']) });
  });

  it('leaves as a table whose hash the journal keeps', async () => {
    const target = join(workspace.ports.root, 'history.csv');
    workspace.ports.picks.saves.push(target);
    const { entries } = await workspace.call<{ entries: number }>('history.export', {
      filter: { ...all, method: 'inventory.' },
      format: 'csv',
      redaction: 'none',
    });
    expect(entries).toBe(1);
    expect(readFileSync(target, 'utf8')).toContain('Aurora');
    expect(methods(await list())[0]).toBe('history.export');
  });
});

describe('what changed since a report', () => {
  it('is counted from the entry that recorded it, with the hash the journal stood at', async () => {
    expect(await workspace.call('history.since', { exportId: null })).toMatchObject({ anchor: null });
    const saved = await saveAges();
    await note();
    await note();
    const since = await workspace.call<OutputOf<'history.since'>>('history.since', { exportId: null });
    const recorded = (await list({ method: 'reports.save' })).rows[0];
    expect(since).toMatchObject({
      anchor: { exportId: saved.id, sha256: saved.sha256, seq: recorded?.seq, hash: recorded?.hash },
      entries: 2,
      rooms: [{ of: 'evidence', count: 2 }],
      people: [{ of: 'Tess Tester', count: 2 }],
      records: [{ record, title: 'Aurora', count: 2 }],
    });
    expect(await workspace.call('history.anchors')).toHaveLength(1);
  });

  it('stands in the change log, which hides names where they are to be hidden', async () => {
    await saveAges();
    await note();
    const target = join(workspace.ports.root, 'log.json');
    workspace.ports.picks.saves.push(target);
    await workspace.call('reports.save', {
      kind: 'change-log',
      options: { paper: 'A4', redaction: 'initials', recordId: null },
      format: 'json',
    });
    const text = readFileSync(target, 'utf8');
    expect(text).toContain('Note Call kept as evidence');
    expect(text).toContain('T. T.');
    // The envelope names who saved it; what the report says names nobody.
    const { by: _saved, ...said } = JSON.parse(text) as Record<string, unknown>;
    expect(JSON.stringify(said)).not.toContain('Tess Tester');
  });
});

it('the change log says whether the whole chain holds, and names the place where it does not', async () => {
  await workspace.end();
  const probe = createProbe([]);
  workspace = await openTestWorkspace({ features: [...features, probe.feature] });
  await workspace.call('inventory.create', { kind: 'model', name: 'Aurora', versionLabel: '1', facts: {} });
  const log = async () => {
    const options = { paper: 'A4', redaction: 'none', recordId: null };
    return JSON.stringify((await workspace.call<{ page: object }>('reports.preview', { kind: 'change-log', options })).page);
  };
  const { entries, head } = await workspace.call<OutputOf<'journal.verify'>>('journal.verify');
  expect(await log()).toContain(`Newest hash ${head}.`);
  expect(await log()).toContain(`The chain is intact: ${entries} `);
  const { db } = probe.deps().session();
  db.exec(`DROP TRIGGER journal_entries_keep; UPDATE journal_entries SET person = 'Somebody else' WHERE seq = ${entries}`);
  expect(await log()).toContain(`The chain breaks at entry ${entries}: the entry was changed.`);
});

it('the chain of custody is printed with who did what, the hash and where the journal stands', async () => {
  const kept = await note();
  await workspace.call('evidence.look', { id: kept.id });
  workspace.ports.picks.saves.push(join(workspace.ports.root, 'custody.pdf'));
  await workspace.call('history.saveCustody', { evidenceId: kept.id, paper: 'A4', redaction: 'none' });
  const printed = workspace.ports.seen.printed.at(-1)?.html ?? '';
  expect(printed).toContain('Chain of custody: Call');
  expect(printed).toContain('Call looked at');
  const { rows } = await list({ record });
  expect(printed).toContain(rows.find(({ method }) => method === 'evidence.look')?.hash);
});
