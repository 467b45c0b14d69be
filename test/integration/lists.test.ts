import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryDetail, EntryLine, ListVersionView, ListView, OpenedLists } from '../../src-shared/contract/lists.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.end());

const header = (published: string) => ({ format: 'gatehouse-list/1', list: 'SDN', published });
const party = (number: number, name: string, more: object = {}) => ({ id: `SDN-${number}`, type: 'org', names: [{ text: name }], ...more });

/** Writes a list file and answers the next file dialog with it. */
function offer(name: string, lines: readonly (object | string)[]): void {
  const path = join(workspace.ports.root, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  workspace.ports.picks.files.push(path);
}

async function jobDone(jobId: string): Promise<void> {
  const ended = () => workspace.events.some((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running');
  await expect.poll(ended, { timeout: 30_000, interval: 20 }).toBe(true);
  expect(workspace.events.findLast((event) => event.type === 'job' && event.jobId === jobId)).toMatchObject({ state: 'done' });
}

async function open(): Promise<OpenedLists> {
  const { jobId, token } = await workspace.call<{ jobId: string; token: string }>('lists.open', { handles: null });
  await jobDone(jobId);
  return workspace.call<OpenedLists>('lists.opened', { token });
}

async function takeIn(name: string, lines: readonly (object | string)[]): Promise<ListVersionView> {
  offer(name, lines);
  const opened = await open();
  const [kept] = await workspace.call<ListVersionView[]>('lists.keep', { token: opened.token, versions: opened.lists.map(({ id }) => id) });
  if (kept === undefined) throw new Error('Nothing was kept');
  return kept;
}

const current = async (code: string) => (await workspace.call<ListView[]>('lists.all')).find((list) => list.code === code);
const names = async (text: string) =>
  (await workspace.call<{ rows: EntryLine[] }>('lists.entries', { list: null, text })).rows.map(({ name }) => name);

describe('taking lists in', () => {
  it('shows what a file holds and what was rejected before anything is kept', async () => {
    offer('list.jsonl', [header('2026-11-20'), party(1, 'Karvel Mikrosystems'), '{"id": "SDN-2", "type":', party(1, 'Twice')]);
    const opened = await open();
    expect(opened.lists).toMatchObject([{ code: 'SDN', parties: 1, rejects: 2, published: '2026-11-20', change: null }]);
    expect(opened.rejects.map(({ line }) => line)).toEqual([3, 4]);
    expect(await names('karvel')).toEqual([]);
    await workspace.call('lists.discard', { token: opened.token });
    expect((await current('SDN'))?.current).toBeNull();
  });

  it('says which file is no list, and reads the others', async () => {
    offer('holiday.txt', ['Dear all,', 'I am away.']);
    offer('list.jsonl', [header('2026-11-20'), party(1, 'Karvel Mikrosystems')]);
    const opened = await open();
    expect(opened.files.map(({ fileName, format }) => [fileName, format === null])).toContainEqual(['holiday.txt', true]);
    expect(opened.lists).toHaveLength(1);
  });

  it('finds entries by words of any of their names, in any script and without marks', async () => {
    await takeIn('list.jsonl', [
      header('2026-11-20'),
      party(1, 'Karvel Mikrosystems', { names: [{ text: 'Karvel Mikrosystems' }, { text: 'Карвел Микросистемы' }, { text: 'Kärvel' }] }),
      party(2, 'Another Company'),
    ]);
    expect(await names('микросистемы')).toEqual(['Karvel Mikrosystems']);
    expect(await names('KARVEL mikro')).toEqual(['Karvel Mikrosystems']);
    expect(await names('100%')).toEqual([]);
  });

  it('is undone as one step and can be taken in again', async () => {
    const lines = [header('2026-11-20'), party(1, 'Karvel Mikrosystems')];
    await takeIn('list.jsonl', lines);
    await workspace.call('journal.undo');
    expect((await current('SDN'))?.current).toBeNull();
    await takeIn('list.jsonl', lines);
    expect(await names('karvel')).toHaveLength(1);
  });
});

describe('versions', () => {
  it('keeps each, uses the newest, and shows what changed between two', async () => {
    const before = await takeIn('a.jsonl', [header('2026-11-01'), party(1, 'Stays'), party(2, 'Goes'), party(3, 'Moves')]);
    const after = await takeIn('b.jsonl', [
      header('2026-11-20'),
      party(1, 'Stays'),
      party(3, 'Moves', { addresses: [{ text: 'Dubai, Al Quoz 3' }] }),
      party(4, 'Comes'),
    ]);
    expect((await current('SDN'))?.current?.id).toBe(after.id);
    const diff = await workspace.call<{
      added: number;
      removed: number;
      changed: number;
      rows: { kind: string; name: string; fields: object[] }[];
    }>('lists.diff', { list: 'SDN', from: before.id, to: after.id });
    expect(diff).toMatchObject({ added: 1, removed: 1, changed: 1 });
    expect(diff.rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['added', 'Comes'],
      ['changed', 'Moves'],
      ['removed', 'Goes'],
    ]);
    expect(diff.rows[1]?.fields).toEqual([{ field: 'addresses', before: '', after: 'Dubai, Al Quoz 3' }]);
  });

  it('leaves the newer version in use when an older file is taken in later', async () => {
    const newer = await takeIn('b.jsonl', [header('2026-11-20'), party(1, 'New name')]);
    offer('a.jsonl', [header('2026-11-01'), party(1, 'Old name')]);
    const opened = await open();
    expect(opened.lists[0]?.change).toMatchObject({ older: true, changed: 1 });
    await workspace.call('lists.keep', { token: opened.token, versions: opened.lists.map(({ id }) => id) });
    expect((await current('SDN'))?.current?.id).toBe(newer.id);
    expect(await names('name')).toEqual(['New name']);
  });

  it('takes the day of an undated file from the person, suggests the one in its name, and refuses one that has not come', async () => {
    offer('Names 2026-11-03.csv', ['Name,Country', 'Karvel Mikrosystems,RU']);
    const opened = await open();
    const [list] = opened.lists;
    expect(list).toMatchObject({ published: null, suggestedDay: '2026-11-03' });
    const keep = (day: string) => ({ token: opened.token, versions: [list?.id], days: { [list?.id ?? '']: day } });
    await expect(workspace.call('lists.keep', keep('2026-11-22'))).rejects.toThrow(/request\.invalid/);
    expect(await workspace.call('lists.keep', keep('2026-11-03'))).toMatchObject([{ published: '2026-11-03' }]);
  });

  it('calls an official list old after a week, and an invented one never', async () => {
    await takeIn('a.jsonl', [header('2020-01-01'), party(1, 'Old')]);
    expect(await current('SDN')).toMatchObject({ old: true });
    await takeIn('t.jsonl', [{ ...header('2020-01-01'), list: 'TRAINING' }, party(1, 'Invented')]);
    expect(await current('TRAINING')).toMatchObject({ old: false, kind: 'training' });
  });

  it('survives the lock: entries, the version before and the source line are there again', async () => {
    const before = await takeIn('a.jsonl', [header('2026-11-01'), party(1, 'Karvel')]);
    await takeIn('b.jsonl', [header('2026-11-20'), party(2, 'Other'), party(1, 'Karvel, renamed')]);
    await workspace.call('workspace.lock');
    await workspace.unlock();
    const now = await workspace.call<EntryDetail>('lists.entry', { list: 'SDN', id: 'SDN-1', versionId: null });
    expect(now).toMatchObject({ name: 'Karvel, renamed', file: 'b.jsonl', line: 3 });
    const then = await workspace.call<EntryDetail>('lists.entry', { list: 'SDN', id: 'SDN-1', versionId: before.id });
    expect(then).toMatchObject({ name: 'Karvel', file: 'a.jsonl', line: 2 });
  });
});

describe('the training list', () => {
  it('comes in from what is shipped, is taken in once, and is undone as one step', async () => {
    const version = await workspace.call<ListVersionView>('lists.addTraining');
    expect(version).toMatchObject({ list: 'TRAINING', rejects: 0, current: true });
    expect(version.parties).toBeGreaterThanOrEqual(210);
    expect(await names('карвел')).toContain('ООО «Карвел Микросистемы»');
    expect(await names('الحضراوي')).toHaveLength(2);
    const karvel = await workspace.call<{ rows: EntryLine[] }>('lists.entries', { list: 'TRAINING', text: 'KMS' });
    const entry = await workspace.call<EntryDetail>('lists.entry', { list: 'TRAINING', id: karvel.rows[0]?.id, versionId: null });
    expect(entry).toMatchObject({ footnotes: ['1'], licenceRequirement: 'Training: licence for all items' });
    expect(entry.addresses).toContain('Dubai, Al Quoz 3');
    await workspace.call('journal.undo');
    expect((await current('TRAINING'))?.current).toBeNull();
  });

  it('has a later version that differs in a dozen entries', async () => {
    const before = await workspace.call<ListVersionView>('lists.addTraining');
    workspace.ports.picks.files.push(resolve(import.meta.dirname, '../fixtures/lists/training-list-later.jsonl'));
    const opened = await open();
    expect(opened.lists).toMatchObject([{ code: 'TRAINING', change: { added: 2, removed: 2, changed: 8, same: false, older: false } }]);
    const [after] = await workspace.call<ListVersionView[]>('lists.keep', {
      token: opened.token,
      versions: opened.lists.map(({ id }) => id),
    });
    const diff = await workspace.call<{ rows: { kind: string; name: string; fields: { field: string; after: string }[] }[] }>(
      'lists.diff',
      {
        list: 'TRAINING',
        from: before.id,
        to: after?.id,
        kind: 'changed',
      },
    );
    const karvel = diff.rows.find(({ name }) => name.includes('Карвел'));
    expect(karvel?.fields.map(({ field }) => field)).toEqual(['names', 'addresses']);
    expect(karvel?.fields[1]?.after).toContain('Sharjah');
  });
});
