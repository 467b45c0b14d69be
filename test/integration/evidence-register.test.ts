import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { features } from '../../src-main/core/features.ts';
import type { Evidence, EvidenceFilter, EvidenceVerdict } from '../../src-shared/contract/evidence.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import { questionRecord, type RecordRef } from '../../src-shared/model/record-ref.ts';
import { createProbe, type Probe } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace;
let probe: Probe;
let aurora: RecordRef;
const list: RecordRef = { kind: 'list', id: 'EL' };

beforeEach(async () => {
  probe = createProbe([]);
  workspace = await openTestWorkspace({ features: [...features, probe.feature] });
  const { row } = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Aurora', versionLabel: '1', facts: {} });
  aurora = { kind: 'asset', id: row.id };
});
afterEach(() => workspace.end());

const everything: EvidenceFilter = { search: '', kind: null, on: null, about: null };
const page = (filter: Partial<EvidenceFilter> = {}, sort?: object) =>
  workspace.call<OutputOf<'evidence.page'>>('evidence.page', {
    ...{ filter: { ...everything, ...filter }, offset: 0, limit: 50 },
    ...(sort === undefined ? {} : { sort }),
  });
const names = ({ rows }: OutputOf<'evidence.page'>) => rows.map(({ name }) => name);
const note = (record: RecordRef, name: string, more: object = {}) =>
  workspace.call<Evidence>('evidence.addNote', { record, name, note: 'As agreed.', ...more });

/** Lets files go on the window, and gives their handles. */
function drop(files: Readonly<Record<string, string>>): string[] {
  const before = workspace.events.length;
  for (const [name, content] of Object.entries(files)) {
    const path = join(workspace.ports.root, name);
    writeFileSync(path, content);
    workspace.app.signal({ type: 'fileOffered', path, purpose: 'import' });
  }
  return workspace.events.slice(before).flatMap((event) => (event.type === 'fileDropped' ? [event.handle] : []));
}

describe('[B7] [F8] files let go on a record', () => {
  it('are kept together under their names, or none of them with the one that cannot be', async () => {
    const kept = await workspace.call<Evidence[]>('evidence.attach', {
      record: list,
      handles: drop({ 'el.xml': '<list/>', 'mail.txt': 'sent' }),
    });
    expect(kept.map(({ name, record }) => ({ name, record }))).toEqual([
      { name: 'el.xml', record: list },
      { name: 'mail.txt', record: list },
    ]);
    const refusal = await workspace.refusal('evidence.attach', { record: list, handles: drop({ 'good.txt': 'x', 'empty.txt': '' }) });
    expect(refusal).toMatchObject({ code: 'file.refused', reason: 'evidenceEmpty', place: 'empty.txt' });
    expect((await page()).total).toBe(2);
  });

  it('are refused under a handle that nobody was given', async () => {
    expect(await workspace.refusal('evidence.attach', { record: list, handles: ['made-up'] })).toEqual({ code: 'file.handleExpired' });
  });
});

describe('the list of all evidence', () => {
  it('is narrowed by kind, record and words, the name of the record among them, and put in order', async () => {
    await note(aurora, 'Board paper');
    await note(questionRecord({ assetId: aurora.id, factId: 'trainingTokens' }), 'Loader count');
    await workspace.call('evidence.addLink', { record: list, name: 'Federal Register', address: 'Shelf 4', note: '' });
    const all = await page();
    expect(all).toMatchObject({ total: 3, bytes: 0, kinds: ['asset', 'list', 'question'] });
    expect(all.rows.find(({ name }) => name === 'Board paper')).toMatchObject({ record: aurora, title: 'Aurora', kind: 'note' });
    expect(names(await page({}, { by: 'name', descending: false }))).toEqual(['Board paper', 'Federal Register', 'Loader count']);
    expect(names(await page({ kind: 'link' }))).toEqual(['Federal Register']);
    expect(names(await page({ search: 'shelf federal' }))).toEqual(['Federal Register']);
    expect(names(await page({ search: 'entity list' }))).toEqual(['Federal Register']);
    expect(names(await page({ search: '100%' }))).toEqual([]);
    expect(names(await page({ about: aurora }, { by: 'name', descending: false }))).toEqual(['Board paper', 'Loader count']);
    expect(names(await page({ about: aurora, on: 'question' }))).toEqual(['Loader count']);
  });

  it('is checked against the hashes: a changed and a missing file are named, and that it was done is written down', async () => {
    const attached = await workspace.call<Evidence[]>('evidence.attach', {
      record: aurora,
      handles: drop({ 'one.txt': 'the first', 'two.txt': 'the second', 'three.txt': 'the third' }),
    });
    const hashOf = (file: string) => attached.find(({ name }) => name === file)?.sha256;
    expect(await workspace.call('evidence.verify')).toEqual({ files: 3, bytes: 28, damaged: [], damagedCount: 0 });
    const { db, writeUntracked } = probe.deps().session();
    writeUntracked(() => {
      db.prepare("UPDATE evidence_pieces SET bytes = CAST('The first' AS BLOB) WHERE sha256 = ?").run(hashOf('one.txt'));
      db.prepare('DELETE FROM evidence_pieces WHERE sha256 = ?').run(hashOf('two.txt'));
    });
    const verdict = await workspace.call<EvidenceVerdict>('evidence.verify');
    expect(verdict).toMatchObject({ files: 3, damagedCount: 2 });
    expect(verdict.damaged.map(({ name, title }) => `${name} ${title}`).sort()).toEqual(['one.txt Aurora', 'two.txt Aurora']);
    const { entries } = await workspace.call<{ entries: { method: string; params: object }[] }>('journal.list', { limit: 1 });
    expect(entries[0]).toMatchObject({ method: 'evidence.verify', params: { count: 3, damaged: 2 } });
  });

  it('leaves the program as a table without advice of counsel', async () => {
    await note(aurora, '=Board paper');
    await note(aurora, 'Advice', { attorneyAdvice: true });
    const target = join(workspace.ports.root, 'evidence.csv');
    workspace.ports.picks.saves.push(target);
    expect(await workspace.call('evidence.export', { filter: everything, format: 'csv', redaction: 'none' })).toEqual({
      fileName: 'evidence.csv',
      pieces: 1,
      leftOut: 1,
    });
    const written = readFileSync(target, 'utf8');
    expect(written).toContain("'=Board paper,Asset,Aurora");
    expect(written).not.toContain('Advice');
  });
});
