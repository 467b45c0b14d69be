import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  commitLogImport,
  countEvents,
  coverageOf,
  dayOfDate,
  discardLogImport,
  eventPage,
  eventsByIds,
  importLogFile,
  type LogImport,
  listLogAccounts,
  listLogImports,
  loadEvents,
  readLogFile,
  rejectedRows,
  relocateAddresses,
  resumeLogImport,
  rollUp,
  sourceRow,
  undoLogImport,
} from '../../src-main/core/accesslogs/index.ts';
import type { OpenWorkspace } from '../../src-main/core/db/index.ts';
import { eventStoreMigrations, importTools, type LogLine, logText, readingFor, writeLog } from '../harness/access-log.ts';
import { type Rig, restart, rig } from '../harness/rig.ts';

const noPause = () => Promise.resolve();
const people = ['mara.voss@example.com', 'li.wei@example.com', 'Ana Diaz', 'build-bot'];
const addresses = ['91.198.174.192', '10.4.3.2', '2001:67c:2e8::1', ''];

/** Lines a minute apart from a day on, each different. */
function lines(count: number, options: { readonly from?: number; readonly day?: string } = {}): LogLine[] {
  const { from = 0, day = '2026-03-02' } = options;
  return Array.from({ length: count }, (_, place) => {
    const at = from + place;
    return {
      time: new Date(Date.parse(`${day}T00:00:00Z`) + at * 60_000).toISOString(),
      account: people[at % people.length] ?? '',
      address: addresses[at % 3] ?? '',
      resource: `atlas-${at % 5}`,
      action: at % 2 === 0 ? 'git.clone' : 'model.predict',
      outcome: at % 7 === 0 ? 'denied' : 'success',
      tokens: at % 2 === 0 ? 0 : at,
      eventId: `event-${at}`,
    };
  });
}

interface Desk extends Rig {
  workspace(): OpenWorkspace;
  /** Imports a log; the outcome must be good. */
  bring(name: string, content: readonly LogLine[]): Promise<{ readonly kind: string; readonly import: LogImport }>;
  /** Time and account of each event that counts, in the order of time. */
  stored(): Promise<string[]>;
}

async function desk(): Promise<Desk> {
  const found = await rig(eventStoreMigrations);
  const workspace = () => found.probe.deps().session();
  return {
    ...found,
    workspace,
    async bring(name, content) {
      const path = writeLog(found.ports.root, name, content);
      const end = await importLogFile(workspace(), { path, name }, readingFor(path), importTools(found.probe.deps()));
      if (!end.ok) throw new Error(JSON.stringify(end.error));
      return end.value;
    },
    stored: () => storedIn(workspace()),
  };
}

async function storedIn(workspace: OpenWorkspace): Promise<string[]> {
  const { events, dictionaries } = await loadEvents(workspace, {}, noPause);
  return Array.from({ length: events.length }, (_, at) =>
    [new Date(events.ts[at] ?? 0).toISOString(), dictionaries.accounts[events.account[at] ?? 0]].join(' '),
  );
}

const expected = (content: readonly LogLine[]): string[] => content.map(({ time, account }) => `${time} ${account}`).sort();

/** Reads a log and stops once something was stored. */
async function breakOff(at: Desk, name: string, content: readonly LogLine[]): Promise<{ path: string; import: LogImport }> {
  const path = writeLog(at.ports.root, name, content);
  const end = await importLogFile(at.workspace(), { path, name }, readingFor(path), importTools(at.probe.deps(), { cancelAfter: 1 }));
  expect(end).toEqual({ ok: false, error: { code: 'cancelled' } });
  const begun = listLogImports(at.workspace())[0];
  if (begun === undefined) throw new Error('Nothing was begun');
  return { path, import: begun };
}

describe('importing an access log', () => {
  it('stores every event with everything the log says, and shows it only once it counts', async () => {
    const at = await desk();
    const content = lines(600);
    const path = writeLog(at.ports.root, 'access.csv', content);
    const tools = importTools(at.probe.deps());
    const read = await readLogFile(at.workspace(), { path, name: 'access.csv' }, readingFor(path), tools);
    expect(read).toMatchObject({ ok: true, value: { kind: 'imported', import: { state: 'reading', complete: true, events: 600 } } });
    expect(await at.stored()).toEqual([]);
    expect(await countEvents(at.workspace(), {}, noPause)).toBe(0);
    expect((await rollUp(at.workspace(), {}, noPause)).length).toBe(0);

    const id = read.ok ? read.value.import.id : '';
    expect(await commitLogImport(at.workspace(), id, tools)).toMatchObject({ ok: true, value: { state: 'committed', rowsRead: 600 } });
    expect(await at.stored()).toEqual(expected(content));
    const { events, dictionaries, addresses: facts, rows } = await loadEvents(at.workspace(), {}, noPause);
    const seen = Array.from({ length: events.length }, (_, place) => ({
      time: new Date(events.ts[place] ?? 0).toISOString(),
      account: dictionaries.accounts[events.account[place] ?? 0],
      address: dictionaries.addresses[events.address[place] ?? 0],
      resource: dictionaries.resources[events.resource[place] ?? 0],
      action: dictionaries.actions[events.action[place] ?? 0],
      outcome: ['unknown', 'success', 'failure', 'denied'][events.outcome[place] ?? 0],
      tokens: events.tokens[place],
      row: rows[place],
    }));
    expect(seen).toEqual(content.map(({ eventId: _, ...line }, place) => ({ ...line, row: place + 2 })));
    expect(facts[events.address[1] ?? 0]).toMatchObject({ kind: 'inside', country: null });
    expect(facts[events.address[0] ?? 0]).toMatchObject({ kind: 'public', country: 'NL' });
  });

  it('adds nothing when the same file comes again, and says so', async () => {
    const at = await desk();
    const content = lines(300);
    expect((await at.bring('march.csv', content)).kind).toBe('imported');
    const again = await at.bring('march copy.csv', content);
    expect(again.kind).toBe('already');
    expect(again.import.fileName).toBe('march.csv');
    expect(listLogImports(at.workspace())).toHaveLength(1);
    expect(await at.stored()).toEqual(expected(content));
  });

  it('adds only what is new from an export that overlaps', async () => {
    const at = await desk();
    await at.bring('first.csv', lines(300));
    const second = await at.bring('second.csv', lines(300, { from: 200 }));
    expect(second.import).toMatchObject({ events: 200, duplicates: 100 });
    expect(await at.stored()).toEqual(expected(lines(500)));
  });

  it('keeps honest repeats within a file and adds none of them twice', async () => {
    const at = await desk();
    const one = { time: '2026-03-02T09:00:00Z', account: 'mara.voss@example.com', resource: 'atlas', action: 'query' };
    const first = await at.bring('first.csv', [one, one, one]);
    expect(first.import).toMatchObject({ events: 3, duplicates: 0 });
    const second = await at.bring('second.csv', [one, one, one, one, { ...one, account: 'li.wei@example.com' }]);
    expect(second.import).toMatchObject({ events: 2, duplicates: 3 });
    expect(await at.stored()).toHaveLength(5);
  });

  it('keeps rows that are no event with their reason, and the original text of every row', async () => {
    const at = await desk();
    const good = lines(20);
    const content = [
      ...good.slice(0, 5),
      { time: 'yesterday', account: 'x@example.com' },
      ...good.slice(5),
      { time: good[0]?.time ?? '', account: '' },
    ];
    const { import: done } = await at.bring('mixed.csv', content);
    expect(done).toMatchObject({ events: 20, rejected: 2, rowsRead: 22 });
    expect(rejectedRows(at.workspace(), done.number, 0, 10)).toMatchObject([
      { row: 7, problem: 'badTimestamp', value: 'yesterday' },
      { row: 23, problem: 'noAccount' },
    ]);
    const page = await eventPage(at.workspace(), {}, { oldestFirst: true, after: null, limit: 10 }, noPause);
    const seventh = page.rows[6];
    expect(seventh).toMatchObject({ row: 9 });
    expect(sourceRow(at.workspace(), seventh?.import ?? 0, seventh?.row ?? 0)).toEqual({
      fileName: 'mixed.csv',
      fileSha256: done.fileSha256,
      sheet: null,
      header: ['time', 'account', 'address', 'resource', 'action', 'outcome', 'tokens', 'event id'],
      cells: logText([good[6] ?? { time: '', account: '' }])
        .split('\n')[1]
        ?.split(','),
    });
    expect(sourceRow(at.workspace(), done.number, 7)?.cells[0]).toBe('yesterday');
    expect(sourceRow(at.workspace(), done.number, 500)).toBeUndefined();
  });

  it('writes one entry in the journal, with the hash of the file and the counts, which undo of the last change does not touch', async () => {
    const at = await desk();
    const { import: done } = await at.bring('access.csv', lines(50));
    const { entries } = await at.call<{ entries: { method: string; params: object; subject: object | null }[] }>('journal.list', {});
    expect(entries.filter((entry) => entry.method.startsWith('accessLogs.'))).toMatchObject([
      {
        method: 'accessLogs.commit',
        params: { file: 'access.csv', sha256: done.fileSha256, reading: done.readingKey, rows: 50, events: 50, duplicates: 0, rejected: 0 },
      },
    ]);
    await at.refusal('journal.undo');
    expect(await at.stored()).toHaveLength(50);
    expect(await at.call('journal.verify')).toMatchObject({ intact: true });
  });

  it('refuses a file that is gone on with but is another, and one that cannot be read', async () => {
    const at = await desk();
    const broken = await breakOff(at, 'big.csv', lines(30_000));
    writeFileSync(broken.path, logText(lines(29_999)));
    const tools = importTools(at.probe.deps());
    expect(await resumeLogImport(at.workspace(), broken.import.id, broken.path, tools)).toMatchObject({
      ok: false,
      error: { code: 'record.conflict', entity: 'logImport' },
    });
    await discardLogImport(at.workspace(), broken.import.id, { now: tools.now, pause: noPause });
    const path = join(at.ports.root, 'broken.xlsx');
    writeFileSync(path, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500)]));
    const reading = readingFor(path);
    const asWorkbook = { ...reading, file: { ...reading.file, format: 'xlsx' as const } };
    const refused = await importLogFile(at.workspace(), { path, name: 'broken.xlsx' }, asWorkbook, tools);
    expect(refused).toMatchObject({ ok: false, error: { code: 'file.refused', reason: 'damaged' } });
    expect((await at.bring('good.csv', lines(10))).import.events).toBe(10);
  });
});

describe('an import that breaks off', () => {
  it('goes on where it stopped and ends with exactly the rows of the file', async () => {
    const at = await desk();
    const content = lines(30_000);
    const broken = await breakOff(at, 'big.csv', content);
    expect(broken.import).toMatchObject({ state: 'reading', complete: false });
    expect(broken.import.events).toBeGreaterThan(0);
    expect(broken.import.events).toBeLessThan(30_000);
    expect(await at.stored()).toEqual([]);
    const next = await importLogFile(
      at.workspace(),
      { path: broken.path, name: 'other.csv', sha256: 'f'.repeat(64) },
      readingFor(broken.path),
      importTools(at.probe.deps()),
    );
    expect(next).toMatchObject({ ok: false, error: { code: 'import.notReady', step: 'unfinished', detail: 'big.csv' } });

    const tools = importTools(at.probe.deps());
    const resumed = await resumeLogImport(at.workspace(), broken.import.id, broken.path, tools);
    expect(resumed).toMatchObject({ ok: true, value: { import: { events: 30_000, duplicates: 0, complete: true } } });
    await commitLogImport(at.workspace(), broken.import.id, tools);
    expect(await at.stored()).toEqual(expected(content));
  });

  it('can be discarded and leaves nothing, not even a name', async () => {
    const at = await desk();
    await at.bring('kept.csv', lines(40));
    const broken = await breakOff(at, 'big.csv', [
      ...lines(30_000, { from: 100 }).map((line) => ({ ...line, account: `gone-${line.account}` })),
    ]);
    const done = await discardLogImport(at.workspace(), broken.import.id, { now: () => at.ports.clock.now(), pause: noPause });
    expect(done).toMatchObject({ ok: true, value: { state: 'discarded' } });
    expect(await at.stored()).toEqual(expected(lines(40)));
    const { db } = at.workspace();
    for (const table of ['log_events', 'log_keys', 'log_sources', 'log_days']) {
      const kept = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
      expect(kept, table).toBe(1);
    }
    expect(db.prepare("SELECT 1 FROM log_accounts WHERE account LIKE 'gone-%'").get()).toBeUndefined();
  });

  it('is ended by the lock, and can be gone on with after the workspace was opened again', async () => {
    const at = await desk();
    const content = lines(30_000);
    const path = writeLog(at.ports.root, 'big.csv', content);
    const tools = importTools(at.probe.deps());
    const locked = importLogFile(at.workspace(), { path, name: 'big.csv' }, readingFor(path), {
      ...tools,
      progress: () => at.app.signal({ type: 'lock', because: 'asked' }),
    });
    await expect(locked).rejects.toThrow('No workspace is open');
    await at.unlock();
    const begun = listLogImports(at.workspace())[0];
    expect(begun).toMatchObject({ state: 'reading', complete: false });
    expect((await resumeLogImport(at.workspace(), begun?.id ?? '', path, tools)).ok).toBe(true);
    await commitLogImport(at.workspace(), begun?.id ?? '', tools);
    expect(await at.stored()).toEqual(expected(content));
  });
});

describe('taking an import back', () => {
  it('removes its events, and hands those to a later import that held them too', async () => {
    const at = await desk();
    const tools = { now: () => at.ports.clock.now(), pause: noPause };
    const first = await at.bring('first.csv', lines(300));
    const second = await at.bring('second.csv', lines(300, { from: 200 }));
    const third = await at.bring('third.csv', lines(300, { from: 250 }));
    expect(await undoLogImport(at.workspace(), first.import.id, tools)).toMatchObject({ ok: true, value: { state: 'undone' } });
    expect(await at.stored()).toEqual(expected(lines(350, { from: 200 })));
    const [, heir] = listLogImports(at.workspace());
    expect(heir).toMatchObject({ id: second.import.id, events: 300, duplicates: 0 });
    // The row is that of the file it now comes from, so the evidence is too.
    const page = await eventPage(at.workspace(), {}, { oldestFirst: true, after: null, limit: 1 }, noPause);
    expect(page.rows[0]).toMatchObject({ import: second.import.number, row: 2 });
    expect(sourceRow(at.workspace(), second.import.number, 2)?.cells[7]).toBe('event-200');
    await undoLogImport(at.workspace(), second.import.id, tools);
    expect(await at.stored()).toEqual(expected(lines(300, { from: 250 })));
    await undoLogImport(at.workspace(), third.import.id, tools);
    expect(await at.stored()).toEqual([]);
    expect(listLogImports(at.workspace()).map(({ state }) => state)).toEqual(['undone', 'undone', 'undone']);
  });

  it('lets the same file be imported again, under new event ids', async () => {
    const at = await desk();
    const first = await at.bring('access.csv', lines(30));
    const before = await loadEvents(at.workspace(), {}, noPause);
    await undoLogImport(at.workspace(), first.import.id, { now: () => at.ports.clock.now(), pause: noPause });
    expect((await at.bring('access.csv', lines(30))).import).toMatchObject({ events: 30, duplicates: 0 });
    const after = await loadEvents(at.workspace(), {}, noPause);
    expect([...after.events.id].filter((id) => before.events.id.includes(id))).toEqual([]);
  });

  it('is finished at the next import when it broke off', async () => {
    const at = await desk();
    const first = await at.bring('first.csv', lines(20_000));
    const second = await at.bring('second.csv', lines(20_000, { from: 19_000 }));
    let calls = 0;
    const breaking = undoLogImport(at.workspace(), first.import.id, {
      now: () => at.ports.clock.now(),
      pause: () => {
        calls += 1;
        return calls > 4 ? Promise.reject(new Error('power cut')) : Promise.resolve();
      },
    });
    await expect(breaking).rejects.toThrow('power cut');
    const later = restart(at, eventStoreMigrations);
    at.app.signal({ type: 'lock', because: 'quit' });
    await later.call('workspace.unlock', { passphrase: 'seven lanterns above the harbour' });
    const workspace = later.probe.deps().session();
    expect(await storedIn(workspace)).toEqual(expected(lines(20_000, { from: 19_000 })));
    expect(listLogImports(workspace)[0]).toMatchObject({ id: second.import.id, events: 20_000 });
    const groups = await rollUp(workspace, {}, noPause);
    expect(groups.events.slice(0, groups.length).reduce((sum, events) => sum + events, 0)).toBe(20_000);
  });
});

describe('asking the events', () => {
  it('pages through them in both directions without a gap or a repeat, over files that overlap in time', async () => {
    const at = await desk();
    await at.bring('first.csv', lines(400));
    await at.bring(
      'second.csv',
      lines(400).map((line) => ({ ...line, account: 'second@example.com', eventId: `b-${line.eventId}` })),
    );
    for (const oldestFirst of [true, false]) {
      const ids: number[] = [];
      const times: number[] = [];
      let after: { ts: number; id: number } | null = null;
      do {
        const page: Awaited<ReturnType<typeof eventPage>> = await eventPage(at.workspace(), {}, { oldestFirst, after, limit: 61 }, noPause);
        ids.push(...page.rows.map(({ id }) => id));
        times.push(...page.rows.map(({ ts }) => ts));
        after = page.next;
      } while (after !== null);
      expect(new Set(ids).size).toBe(800);
      expect(ids).toHaveLength(800);
      expect(times).toEqual(times.toSorted((a, b) => (oldestFirst ? a - b : b - a)));
    }
  });

  it('answers filters as a search through every row would', async () => {
    const at = await desk();
    await at.bring('first.csv', lines(500));
    const { events } = await loadEvents(at.workspace(), {}, noPause);
    const all = Array.from({ length: events.length }, (_, place) => place);
    const marks = (...numbers: number[]) => Uint8Array.from({ length: 10 }, (_, place) => (numbers.includes(place) ? 1 : 0));
    const middle = events.ts[250] ?? 0;
    const cases = [
      { query: { accounts: marks(2) }, fits: (at: number) => events.account[at] === 2 },
      {
        query: { outcome: 3, resources: marks(1, 3) },
        fits: (at: number) => events.outcome[at] === 3 && [1, 3].includes(events.resource[at] ?? 0),
      },
      { query: { fromMs: middle }, fits: (at: number) => (events.ts[at] ?? 0) >= middle },
      { query: { untilMs: middle, actions: marks(1) }, fits: (at: number) => (events.ts[at] ?? 0) < middle && events.action[at] === 1 },
      {
        query: { acts: (action: number, resource: number) => action === 2 && resource === 5 },
        fits: (at: number) => events.action[at] === 2 && events.resource[at] === 5,
      },
    ];
    for (const { query, fits } of cases) {
      const wanted = all.filter(fits);
      expect(wanted.length).toBeGreaterThan(0);
      expect(await countEvents(at.workspace(), query, noPause)).toBe(wanted.length);
      const page = await eventPage(at.workspace(), query, { oldestFirst: true, after: null, limit: 1000 }, noPause);
      expect(page.rows.map(({ id }) => id)).toEqual(wanted.map((place) => events.id[place]));
      const loaded = await loadEvents(at.workspace(), query, noPause);
      expect([...loaded.events.id]).toEqual(wanted.map((place) => events.id[place]));
    }
    const some = [...events.id].filter((_, place) => place % 100 === 0);
    expect((await eventsByIds(at.workspace(), new Set([...some, 999_999]), noPause)).map(({ id }) => id)).toEqual(some);
  });

  it('sums up days, accounts and coverage as the events add up', async () => {
    const at = await desk();
    const content = lines(3000);
    const { import: done } = await at.bring('first.csv', content);
    const accounts = await listLogAccounts(at.workspace(), noPause);
    expect(accounts.map(({ account, events, firstOn, lastOn }) => ({ account, events, firstOn, lastOn }))).toEqual(
      [...people].sort().map((account) => ({ account, events: 750, firstOn: '2026-03-02', lastOn: '2026-03-04' })),
    );
    const [coverage] = await coverageOf(at.workspace(), noPause);
    expect(coverage).toMatchObject({ importId: done.id, from: '2026-03-02', until: '2026-03-04' });
    expect([...(coverage?.resources.get(1) ?? [])]).toEqual([
      [dayOfDate('2026-03-02'), 288],
      [dayOfDate('2026-03-03'), 288],
      [dayOfDate('2026-03-04'), 24],
    ]);
    const groups = await rollUp(at.workspace(), { firstDay: dayOfDate('2026-03-04') }, noPause);
    const tokens = groups.tokens.slice(0, groups.length).reduce((sum, one) => sum + one, 0);
    expect(tokens).toBe(content.reduce((sum, line) => sum + (line.tokens ?? 0), 0));
  });

  it('sums up more groups than are held in memory at once', async () => {
    const at = await desk();
    const content = lines(34_000).map((line, place) => ({ ...line, resource: `bucket/${place}`, tokens: 2 }));
    await at.bring('wide.csv', [...content, ...content]);
    const groups = await rollUp(at.workspace(), {}, noPause);
    const total = (column: Float64Array) => column.subarray(0, groups.length).reduce((sum, one) => sum + one, 0);
    expect(groups.length).toBeGreaterThanOrEqual(34_000);
    expect([total(groups.events), total(groups.count), total(groups.tokens)]).toEqual([68_000, 68_000, 136_000]);
    const [first] = groups.resource;
    const ofFirst = [...groups.resource.subarray(0, groups.length).keys()].filter((place) => groups.resource[place] === first);
    expect(ofFirst.reduce((sum, place) => sum + (groups.events[place] ?? 0), 0)).toBe(2);
  });

  it('looks every address up again when the data behind the facts changed', async () => {
    const at = await desk();
    await at.bring('first.csv', lines(30));
    const before = importTools(at.probe.deps()).networks();
    expect(await relocateAddresses(at.workspace(), () => before, noPause)).toBe(0);
    const moved = {
      ...before,
      basis: 'newer data',
      locate: (given: readonly string[]) => before.locate(given).map((facts) => ({ ...facts, country: 'IS' })),
    };
    expect(await relocateAddresses(at.workspace(), () => moved, noPause)).toBe(3);
    expect(await relocateAddresses(at.workspace(), () => moved, noPause)).toBe(0);
    const { addresses: facts } = await loadEvents(at.workspace(), {}, noPause);
    expect(facts.slice(1).map((one) => one?.country)).toEqual(['IS', 'IS', 'IS']);
  });
});
