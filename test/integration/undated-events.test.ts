import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  commitLogImport,
  countEvents,
  coverageOf,
  eventPage,
  importLogFile,
  listLogAccounts,
  listLogImports,
  loadEvents,
  rejectedRows,
  resumeLogImport,
  rollUp,
  undatedDay,
  undoLogImport,
} from '../../src-main/core/accesslogs/index.ts';
import { features } from '../../src-main/core/features.ts';
import type {
  AccessEvent,
  AccessFinding,
  AccessMatrix,
  AccessOverview,
  AssetAccess,
  FindingLine,
} from '../../src-shared/contract/access.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { PersonDetail } from '../../src-shared/contract/people.ts';
import { isDated } from '../../src-shared/model/access-events.ts';
import { eventStoreMigrations, importTools, type LogLine, logText, readingFor, writeLog } from '../harness/access-log.ts';
import { createProbe } from '../harness/probe.ts';
import { rig, track } from '../harness/rig.ts';
import { openTestWorkspace } from '../harness/workspace.ts';

const noPause = () => Promise.resolve();

/** Lines a minute apart; the log withholds the time of every third. */
const lines = (count: number, from = 0): LogLine[] =>
  Array.from({ length: count }, (_, place) => {
    const at = from + place;
    return {
      time: at % 3 === 0 ? 'redacted' : new Date(Date.parse('2026-03-02T00:00:00Z') + at * 60_000).toISOString(),
      account: `user-${at % 4}`,
      address: '10.4.3.2',
      resource: `atlas-${at % 5}`,
      action: 'git.clone',
      eventId: `event-${at}`,
    };
  });

async function desk() {
  const found = await rig(eventStoreMigrations);
  const workspace = () => found.probe.deps().session();
  const tools = (options = {}) => importTools(found.probe.deps(), options);
  return {
    ...found,
    workspace,
    tools,
    async bring(name: string, content: readonly LogLine[]) {
      const path = writeLog(found.ports.root, name, content);
      const end = await importLogFile(workspace(), { path, name }, readingFor(path), tools());
      if (!end.ok) throw new Error(JSON.stringify(end.error));
      return end.value;
    },
    /** How many events count, and how many of them have no time. */
    async counts() {
      const { events } = await loadEvents(workspace(), {}, noPause);
      return [events.length, events.ts.filter((ts) => !isDated(ts)).length];
    },
  };
}

describe('events whose time the log withholds, in the store', () => {
  it('are kept through a break, known again, handed over and taken back like any other', async () => {
    const at = await desk();
    const content = [...lines(30_000), { time: 'abc', account: 'user-1' }, { time: '', account: 'user-1' }];
    const path = writeLog(at.ports.root, 'big.csv', content);
    const broken = await importLogFile(at.workspace(), { path, name: 'big.csv' }, readingFor(path), at.tools({ cancelAfter: 1 }));
    expect(broken).toEqual({ ok: false, error: { code: 'cancelled' } });
    const id = listLogImports(at.workspace())[0]?.id ?? '';
    expect((await resumeLogImport(at.workspace(), id, path, at.tools())).ok).toBe(true);
    expect(await commitLogImport(at.workspace(), id, at.tools())).toMatchObject({
      ok: true,
      value: { events: 30_000, rejected: 2, firstAt: '2026-03-02T00:01:00.000Z', lastAt: '2026-03-22T19:59:00.000Z' },
    });
    expect(rejectedRows(at.workspace(), listLogImports(at.workspace())[0]?.number ?? 0, 0, 10).map(({ problem }) => problem)).toEqual([
      'badTimestamp',
      'noTimestamp',
    ]);
    expect(await at.counts()).toEqual([30_000, 10_000]);
    const groups = await rollUp(at.workspace(), {}, noPause);
    const undated = groups.events.filter((_, place) => groups.day[place] === undatedDay).reduce((sum, one) => sum + one, 0);
    expect(undated).toBe(10_000);

    expect((await at.bring('again.csv', content)).kind).toBe('already');
    const overlap = await at.bring('overlap.csv', lines(300, 29_900));
    expect(overlap.import).toMatchObject({ events: 200, duplicates: 100 });
    expect(await at.counts()).toEqual([30_200, 10_067]);
    await undoLogImport(at.workspace(), id, { now: () => at.ports.clock.now(), pause: noPause });
    expect(await at.counts()).toEqual([300, lines(300, 29_900).filter(({ time }) => time === 'redacted').length]);
  });

  it('are paged through in both directions and stand in no span of days', async () => {
    const at = await desk();
    await at.bring('first.csv', lines(200));
    await at.bring('second.csv', lines(200, 100));
    for (const oldestFirst of [true, false]) {
      const ids: number[] = [];
      const times: number[] = [];
      let after: { ts: number; id: number } | null = null;
      do {
        const page: Awaited<ReturnType<typeof eventPage>> = await eventPage(at.workspace(), {}, { oldestFirst, after, limit: 17 }, noPause);
        ids.push(...page.rows.map(({ id }) => id));
        times.push(...page.rows.map(({ ts }) => ts));
        after = page.next;
      } while (after !== null);
      expect([new Set(ids).size, ids.length]).toEqual([300, 300]);
      expect(times).toEqual(times.toSorted((a, b) => (oldestFirst ? a - b : b - a)));
    }
    expect(await countEvents(at.workspace(), { fromMs: Date.parse('2026-03-01T00:00:00Z') }, noPause)).toBe(200);
  });

  it('give a log that has no times at all no days', async () => {
    const at = await desk();
    const { import: done } = await at.bring(
      'none.csv',
      lines(30).map((line) => ({ ...line, time: '[Masked]' })),
    );
    expect(done).toMatchObject({ events: 30, rejected: 0, firstAt: null, lastAt: null });
    expect((await listLogAccounts(at.workspace(), noPause)).map(({ events, firstOn, lastOn }) => [events, firstOn, lastOn])).toEqual([
      [8, null, null],
      [8, null, null],
      [7, null, null],
      [7, null, null],
    ]);
    expect(await coverageOf(at.workspace(), noPause)).toEqual([]);
  });
});

describe('events whose time the log withholds, in the audit', () => {
  it('count for what needs no time, with less confidence and a question, and for nothing that needs one', async () => {
    const probe = createProbe([]);
    const app = track(await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null }));
    const asset = await app.call<AssetDetail>('inventory.create', { kind: 'software', name: 'LockBox', versionLabel: '1', facts: {} });
    const said = await app.call<AssetAccess>('access.asset', { assetId: asset.row.id });
    await app.call('access.saveAsset', { ...said, form: 'sourceCode', licenceRequiredForNationalsOf: ['CN'], published: false });
    const person = await app.call<PersonDetail>('people.create', {
      columns: { name: 'Dana Kim', role: 'engineer', workCountry: 'US', lastDay: '2026-03-20' },
      accounts: ['dana'],
    });
    await app.call('people.saveTie', {
      personId: person.row.id,
      revision: person.row.revision,
      tieId: null,
      kind: 'citizenship',
      country: 'CN',
      standing: null,
      since: '1990-02-03',
      source: 'HR record',
      purpose: 'releaseCheck',
      keepUntil: null,
    });
    const path = join(app.ports.root, 'log.csv');
    const line = (time: string, account: string, eventId: string) => ({ time, account, eventId, resource: 'LockBox', action: 'git clone' });
    writeFileSync(
      path,
      logText([
        line('<redacted>', 'dana', 'a'),
        line('***', 'dana', 'b'),
        line('xxxx-xx-xx', 'stranger', 'c'),
        line('2026-03-04T15:00:00Z', 'stranger', 'd'),
      ]),
    );
    const end = await importLogFile(probe.deps().session(), { path, name: 'log.csv' }, readingFor(path), importTools(probe.deps()));
    expect(end).toMatchObject({ ok: true, value: { import: { events: 4, rejected: 0 } } });
    const { jobId } = await app.call<{ jobId: string }>('access.run');
    await vi.waitUntil(() => app.events.find((event) => event.type === 'job' && event.jobId === jobId && event.state === 'done'), {
      timeout: 30_000,
    });

    const { rows } = await app.call<{ rows: FindingLine[] }>('access.findings', {});
    expect(rows.map(({ type, events, confidence, firstAt }) => [type, events, confidence, firstAt]).sort()).toEqual([
      ['deemed_export', 2, 'low', null],
      ['unknown_account', 2, 'high', '2026-03-04T15:00:00.000Z'],
    ]);
    const id = rows.find(({ type }) => type === 'deemed_export')?.id;
    const finding = await app.call<AccessFinding>('access.finding', { id });
    expect(finding.summary).toContain('2 events at a time that the log withholds');
    expect(finding.questions.map((question) => question.id)).toContain('finding.when');
    expect(finding.lastAt).toBeNull();

    const { rows: events } = await app.call<{ rows: AccessEvent[] }>('access.events', { filter: { findingId: id } });
    expect(events.map(({ at }) => at)).toEqual([null, null]);
    const walk = async (after: object | null): Promise<(string | null)[]> => {
      const page = await app.call<{ rows: AccessEvent[]; next: object | null }>('access.events', { filter: {}, after, limit: 1 });
      return [...page.rows.map(({ at }) => at), ...(page.next === null ? [] : await walk(page.next))];
    };
    expect(await walk(null)).toEqual(['2026-03-04T15:00:00.000Z', null, null, null]);
    for (const filter of [{ until: '2026-12-31' }, { from: '2000-01-01' }])
      expect(await app.call('access.countEvents', { filter })).toMatchObject({ events: 1 });
    const why = await app.call<{ rules: { type: string; because: string }[] }>('access.whyNot', { id: events[0]?.id });
    expect(why.rules.find(({ type }) => type === 'terminated_access')?.because).toBe('The log withholds when this was.');
    expect(await app.call<AccessOverview>('access.overview')).toMatchObject({
      events: 4,
      undated: 3,
      firstDay: '2026-03-04',
      lastDay: '2026-03-04',
    });
    expect(await app.call<AccessMatrix>('access.matrix')).toMatchObject({ from: '2026-03-04', until: '2026-03-04' });
    expect(await app.call('access.timeline', { personId: person.row.id })).toEqual({ days: [] });
  });
});
