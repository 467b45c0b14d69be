import { afterEach, describe, expect, it } from 'vitest';
import { importLogFile } from '../../src-main/core/accesslogs/index.ts';
import { features } from '../../src-main/core/features.ts';
import type { AccessEvent, EventFilter } from '../../src-shared/contract/access.ts';
import { isoDate } from '../../src-shared/model/dates.ts';
import { importTools, type LogLine, readingFor, writeLog } from '../harness/access-log.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

const at = (day: number, hour = 9): string => `2026-05-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const google = '8.8.8.8';
const log: readonly LogLine[] = [
  { time: at(4), account: 'Mara.Voss@example.com', address: google, resource: 'atlas-core', action: 'git.clone' },
  { time: at(4, 10), account: 'mara.voss@example.com', address: google, resource: 'atlas-core', action: 'git.push', outcome: 'denied' },
  { time: at(5), account: 'li.wei@example.com', address: '10.1.2.3', resource: 'atlas-weights', action: 'git.clone' },
  { time: at(6), account: 'li.wei@example.com', address: '', resource: 'atlas-chat', action: 'model.predict', tokens: 900 },
  { time: at(6, 23), account: 'li.wei@example.com', address: google, resource: 'atlas-chat', action: 'model.predict', tokens: 100 },
];

/** The product with one log in it. */
async function withLog() {
  const probe = createProbe([]);
  const workspace = await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null });
  open = workspace;
  const path = writeLog(workspace.ports.root, 'may.csv', log);
  const done = await importLogFile(probe.deps().session(), { path, name: 'may.csv' }, readingFor(path), importTools(probe.deps()));
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const ask = (filter: Partial<EventFilter>, more: object = {}) =>
    workspace.call<{ rows: AccessEvent[]; next: { at: string; id: number } | null }>('access.events', { filter, ...more });
  return {
    workspace,
    importId: done.value.import.id,
    sha256: done.value.import.fileSha256,
    ask,
    /** Times of the events that fit, oldest first; counting them must agree. */
    async timesOf(filter: Partial<EventFilter>): Promise<(string | null)[]> {
      const { rows } = await ask(filter, { oldestFirst: true });
      expect(await workspace.call('access.countEvents', { filter })).toEqual({ events: rows.length, exact: true });
      return rows.map((row) => row.at);
    },
  };
}

describe('the browser of access events', () => {
  it('shows an event with its place, its file and its row', async () => {
    const { ask, importId } = await withLog();
    const { rows } = await ask({});
    expect(rows.map((row) => row.at)).toEqual(log.map(({ time }) => time).toReversed());
    expect(rows[4]).toEqual({
      id: 1,
      at: at(4),
      account: 'Mara.Voss@example.com',
      person: null,
      asset: null,
      resource: 'atlas-core',
      action: 'git.clone',
      actionKind: 'readSource',
      outcome: 'success',
      address: google,
      country: 'US',
      country2: 'US',
      network: 'AS15169 Google LLC',
      tags: ['hosting'],
      count: 1,
      tokens: 0,
      bytes: 0,
      importId,
      fileName: 'may.csv',
      sheet: null,
      row: 2,
      findings: [],
    });
    expect(rows[2]).toMatchObject({ address: '10.1.2.3', country: null, network: '' });
  });

  it('filters by each thing a person can ask for, and counts alike', async () => {
    const { timesOf, importId } = await withLog();
    const all = log.map(({ time }) => time);
    expect(await timesOf({})).toEqual(all);
    expect(await timesOf({ account: 'mara.voss@example.com' })).toEqual([all[0], all[1]]);
    expect(await timesOf({ country: 'US' })).toEqual([all[0], all[1], all[4]]);
    expect(await timesOf({ country: 'IR' })).toEqual([]);
    expect(await timesOf({ outcome: 'denied' })).toEqual([all[1]]);
    expect(await timesOf({ actionKind: 'use' })).toEqual([all[3], all[4]]);
    expect(await timesOf({ tag: 'hosting' })).toEqual([all[0], all[1], all[4]]);
    expect(await timesOf({ tag: 'tor' })).toEqual([]);
    expect(await timesOf({ from: isoDate('2026-05-05'), until: isoDate('2026-05-05') })).toEqual([all[2]]);
    expect(await timesOf({ until: isoDate('2026-05-06') })).toEqual(all);
    expect(await timesOf({ text: 'WEIGHTS' })).toEqual([all[2]]);
    expect(await timesOf({ text: 'voss', outcome: 'success' })).toEqual([all[0]]);
    expect(await timesOf({ text: '10.1.2' })).toEqual([all[2]]);
    expect(await timesOf({ importId })).toEqual(all);
    expect(await timesOf({ importId: 'another' })).toEqual([]);
    expect(await timesOf({ findingId: 'none' })).toEqual([]);
    expect(await timesOf({ personId: 'nobody' })).toEqual([]);
  });

  it('pages by the last event of the page before', async () => {
    const { ask } = await withLog();
    const first = await ask({}, { limit: 2 });
    const second = await ask({}, { limit: 2, after: first.next });
    const third = await ask({}, { limit: 2, after: second.next });
    expect([first, second, third].flatMap(({ rows }) => rows.map((row) => row.at))).toEqual(log.map(({ time }) => time).toReversed());
    expect(third.next).toBeNull();
  });

  it('gives the line as it stood in the file', async () => {
    const { workspace, ask, sha256 } = await withLog();
    const [event] = (await ask({ outcome: 'denied' })).rows;
    expect(await workspace.call('access.eventSource', { id: event?.id })).toEqual({
      event,
      fileSha256: sha256,
      header: ['time', 'account', 'address', 'resource', 'action', 'outcome', 'tokens', 'event id'],
      cells: [at(4, 10), 'mara.voss@example.com', google, 'atlas-core', 'git.push', 'denied'],
    });
    expect(await workspace.refusal('access.eventSource', { id: 999 })).toMatchObject({ code: 'record.notFound', entity: 'accessEvent' });
  });
});
