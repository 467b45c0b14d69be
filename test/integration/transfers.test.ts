import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { read, utils } from 'xlsx';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { TransferColumns, TransferDetail, TransferView } from '../../src-shared/contract/transfers.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import { openEveryFormat } from '../harness/report-files.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let app: TestApp;

beforeAll(async () => {
  app = startTestApp();
  await app.call('workspace.demo', { parent: null });
}, 120_000);
afterAll(() => app.end());

const today = () => app.ports.clock.today();
const list = (view: TransferView = 'all', text?: string) =>
  app.call<OutputOf<'transfers.list'>>('transfers.list', { view, ...(text === undefined ? {} : { text }), offset: 0, limit: 100 });
const get = (id: string) => app.call<TransferDetail>('transfers.get', { id });
const found = async (check: string) => {
  const { rows } = await app.call<OutputOf<'quality.records'>>('quality.records', { check, offset: 0, limit: 50 });
  return rows.map(({ ref }) => ref.id);
};
const recordOf = async (kind: string, text: string) => {
  const [first] = await app.call<OutputOf<'search.records'>>('search.records', { text, kinds: [kind], limit: 5 });
  if (first === undefined) throw new Error(`The demo has no ${kind} ${text}`);
  return { id: first.id, name: first.title };
};

/** A transfer of the demo's workstation to a customer of whom little is open. */
async function queue(more: Partial<TransferColumns> = {}): Promise<TransferDetail> {
  const [asset, party] = [await recordOf('asset', 'Vision workstation'), await recordOf('party', 'Fjordlys')];
  return app.call<TransferDetail>('transfers.save', {
    ...{ id: null, revision: 0 },
    columns: {
      ...{ kind: 'shipment', reference: 'SO-9000', destination: 'NO', transits: [], plannedOn: dayAfter(today(), 4), means: 'Van' },
      items: [{ assetId: asset.id, name: asset.name, quantity: '1 piece' }],
      parties: [{ partyId: party.id, name: party.name, role: 'endUser' }],
      ...{ endUse: 'Counts fish', authority: { kind: 'noLicence', reference: '', basis: 'Our own reading' }, owner: 'Jonas', note: '' },
      ...more,
    },
  });
}
const at = ({ row }: TransferDetail) => ({ id: row.id, revision: row.revision });
const reasons = ({ checks }: TransferDetail, reason = 'Talked through with legal') =>
  checks.flatMap(({ key, state }) => (state === 'unknown' ? [{ key, reason }] : []));
const clear = (one: TransferDetail) =>
  app.call<TransferDetail>('transfers.clear', { ...at(one), digest: one.digest, reasons: reasons(one), note: '' });
const stateOf = async (id: string) => (await get(id)).row.state;

describe('the queue of the demo', () => {
  it('shows each state by planned day, and names the next with what holds it', async () => {
    const { rows, counts, next } = await list();
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['waiting', 'held', 'lapsed', 'cleared', 'gone', 'refused']));
    expect(counts).toMatchObject({ open: 6, waiting: 2, held: 3, cleared: 1, late: 1, gone: 2, refused: 1, all: 9 });
    expect(next).toMatchObject({ number: 'T-0002', late: true, state: 'waiting' });
    const open = (await list('open')).rows.map(({ plannedOn }) => plannedOn);
    expect(open).toEqual([...open].sort());
    expect((await list('all', 'karvel')).rows.map(({ number }) => number)).toEqual(['T-0001']);
    expect((await list('held', 'fjordlys')).total).toBe(0);
  });

  it('holds an order for a possible match, a red flag and an overdue check, each with its record', async () => {
    const [row] = (await list('all', 'SO-4471')).rows;
    const { checks } = await get(row?.id ?? '');
    const holds = checks.filter(({ state }) => state === 'holds');
    expect(holds.map(({ id }) => id).sort()).toEqual(['screening', 'signs', 'vetting']);
    expect(holds.every(({ record }) => record?.kind === 'party')).toBe(true);
  });

  it('is asked for by its parts: each of an asset and a party', async () => {
    const party = await recordOf('party', 'Karvel');
    const of = await app.call<OutputOf<'transfers.of'>>('transfers.of', { record: { kind: 'party', id: party.id } });
    expect(of.rows.map(({ number }) => number)).toEqual(['T-0001']);
  });

  it('raises what went uncleared, what waits past its day and what lapsed', async () => {
    const byNumber = async (number: string) => (await list()).rows.find((row) => row.number === number)?.id;
    expect(await found('transferUncleared')).toEqual([await byNumber('T-0008')]);
    expect(await found('transferLate')).toEqual([await byNumber('T-0002')]);
    expect(await found('transferLapsed')).toEqual([await byNumber('T-0006')]);
    const actions = await app.call<OutputOf<'overview.actions'>>('overview.actions', { limit: 50 });
    expect(actions.filter(({ kind }) => kind === 'transferHeld').map(({ title }) => title)).toContainEqual(
      expect.stringContaining('T-0001'),
    );
  });
});

describe('clearing', () => {
  it('wants a reason for each thing not known, the checks as they were seen, and nothing that holds', async () => {
    const one = await queue();
    expect(one.row.state).toBe('waiting');
    expect(reasons(one).length).toBeGreaterThan(0);
    const input = { ...at(one), digest: one.digest, note: '' };
    expect((await app.refusal('transfers.clear', { ...input, reasons: [] })).code).toBe('policy.refused');
    expect((await app.refusal('transfers.clear', { ...input, reasons: reasons(one, ' ') })).code).toBe('policy.refused');
    expect((await app.refusal('transfers.clear', { ...input, digest: 'f'.repeat(64), reasons: reasons(one) })).code).toBe(
      'record.conflict',
    );
    const cleared = await clear(one);
    expect(cleared.row.state).toBe('cleared');
    expect(cleared.decisions[0]).toMatchObject({ kind: 'clear', open: reasons(one) });

    const held = await get((await list('all', 'SO-4471')).rows[0]?.id ?? '');
    const refused = await app.refusal('transfers.clear', { ...at(held), digest: held.digest, reasons: reasons(held), note: '' });
    expect(refused.code).toBe('policy.refused');
  });

  it('is undone and redone like anything else', async () => {
    const one = await clear(await queue());
    await app.call('journal.undo');
    expect(await stateOf(one.row.id)).toBe('waiting');
    await app.call('journal.redo');
    expect(await stateOf(one.row.id)).toBe('cleared');
  });

  it('lapses by itself when the party, the thing or the order changes, and says what', async () => {
    const one = await clear(await queue());
    const party = await recordOf('party', 'Fjordlys');
    const { row } = await app.call<OutputOf<'parties.get'>>('parties.get', { id: party.id });
    await app.call('parties.update', {
      id: party.id,
      revision: row.revision,
      columns: { tier: 'prohibited', tierReason: 'Owner changed' },
    });
    expect((await get(one.row.id)).row).toMatchObject({ state: 'held', first: { id: 'tier' } });
    await app.call('journal.undo');
    expect(await stateOf(one.row.id)).toBe('cleared');

    const again = await app.call<OutputOf<'parties.get'>>('parties.get', { id: party.id });
    await app.call('parties.update', {
      ...{ id: party.id, revision: again.row.revision },
      columns: { tier: 'medium', tierReason: 'Owner changed' },
    });
    expect((await get(one.row.id)).row.lapsed.map(({ what }) => what)).toContain('tier');
    await app.call('journal.undo');

    const now = await get(one.row.id);
    const changed = await app.call<TransferDetail>('transfers.save', { ...at(now), columns: { ...now.columns, endUse: 'Trains a model' } });
    expect(changed.row).toMatchObject({ state: 'lapsed', lapsed: [{ what: 'endUse' }] });
    const moved = await app.call<TransferDetail>('transfers.save', {
      ...at(changed),
      columns: { ...now.columns, plannedOn: dayAfter(today(), 9) },
    });
    expect(moved.row.state).toBe('cleared');
  });
});

describe('holding, stopping and going', () => {
  it('ends a clearance by a hold, which stands until somebody releases it', async () => {
    const one = await clear(await queue());
    const held = await app.call<TransferDetail>('transfers.hold', { ...at(one), reason: 'Invoice differs', until: dayAfter(today(), 2) });
    expect(held.row).toMatchObject({ state: 'held', heldBecause: 'Invoice differs' });
    expect((await app.refusal('transfers.clear', { ...at(held), digest: held.digest, reasons: reasons(held), note: '' })).code).toBe(
      'policy.refused',
    );
    const released = await app.call<TransferDetail>('transfers.release', { ...at(held), reason: 'Corrected' });
    expect(released.row.state).toBe('waiting');
    expect((await app.refusal('transfers.release', { ...at(released), reason: 'Again' })).code).toBe('policy.refused');
  });

  it('goes only when cleared, or after the fact with how it came about', async () => {
    const one = await clear(await queue());
    const ahead = { ...at(one), goneOn: dayAfter(today(), 1), afterTheFact: null };
    expect((await app.refusal('transfers.gone', ahead)).code).toBe('request.invalid');
    const gone = await app.call<TransferDetail>('transfers.gone', { ...at(one), goneOn: today(), afterTheFact: null });
    expect(gone.row).toMatchObject({ state: 'gone', uncleared: false, goneOn: today() });
    expect((await app.refusal('transfers.hold', { ...at(gone), reason: 'Late', until: null })).code).toBe('policy.refused');
    const endUse = { ...gone.columns, endUse: 'Something else' };
    expect((await app.refusal('transfers.save', { ...at(gone), columns: endUse })).code).toBe('policy.refused');

    const other = await queue({ reference: 'SO-9001' });
    expect((await app.refusal('transfers.gone', { ...at(other), goneOn: today(), afterTheFact: null })).code).toBe('policy.refused');
    const after = await app.call<TransferDetail>('transfers.gone', {
      ...at(other),
      goneOn: today(),
      afterTheFact: 'The driver left early',
    });
    expect(after.row).toMatchObject({ state: 'gone', uncleared: true });
    expect(await found('transferUncleared')).toContain(other.row.id);
    const { rows } = await app.call<OutputOf<'retention.list'>>('retention.list', {
      ...{ state: null, kind: 'transfer', text: 'SO-9001', offset: 0, limit: 10 },
    });
    expect(rows.map(({ record }) => record)).toEqual([{ kind: 'transfer', id: other.row.id }]);
  });

  it('keeps hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>{count}"; DROP TABLE transfers;--';
    const one = await queue({
      reference: hostile.slice(0, 100),
      items: [{ assetId: null, name: hostile, quantity: '=1+1' }],
      owner: hostile,
    });
    expect((await get(one.row.id)).columns.items[0]?.name).toBe(hostile);
    expect((await list('all', 'onerror')).rows.map(({ id }) => id)).toEqual([one.row.id]);
    const out = join(app.ports.root, 'transfers.csv');
    app.ports.picks.saves.push(out);
    await app.call('transfers.export', { view: 'all', text: 'onerror', as: 'csv', paper: 'A4', redaction: 'none' });
    expect(readFileSync(out, 'utf8')).not.toMatch(/(^|,|")=1\+1/);
  });
});

describe('a task made of a clearance that lapsed', () => {
  type Closed = OutputOf<'plan.close'>;
  const linksOf = (id: string) => app.call<OutputOf<'plan.links'>>('plan.links', { id });
  const taskOf = async (id: string) => (await app.call<OutputOf<'plan.get'>>('plan.get'))?.tasks.find((task) => task.id === id);
  const make = async (id: string) => {
    const link = { kind: 'transfer', id, check: 'transferLapsed' };
    const draft = { title: 'Clear it anew', phase: 'pilot', owner: '', links: [link], cause: 'quality' };
    const { ids } = await app.call<OutputOf<'plan.addTasks'>>('plan.addTasks', { drafts: [draft] });
    return ids[0] ?? '';
  };
  const close = async (id: string) =>
    app.call<Closed>('plan.close', { id, revision: (await taskOf(id))?.revision ?? 0, note: 'Looked at' });

  it('is told on closing that it is still lapsed and proposed to be opened again, and passes once it was cleared anew', async () => {
    const one = await clear(await queue({ reference: 'SO-9100' }));
    const changed = await app.call<TransferDetail>('transfers.save', { ...at(one), columns: { ...one.columns, endUse: 'Trains a model' } });
    const task = await make(one.row.id);
    expect(await linksOf(task)).toMatchObject([{ state: 'open', words: 'Still found: “Transfers whose clearance lapsed”' }]);
    const early = await close(task);
    expect(early.links).toMatchObject([{ state: 'open' }]);
    expect(early.task.proposal).toBe('reopen');
    const reopened = await app.call<Closed['task']>('plan.reopen', { id: task, revision: early.task.revision, state: 'doing' });
    expect(reopened.state).toBe('doing');

    await clear(changed);
    const late = await close(task);
    expect(late.links).toMatchObject([{ state: 'settled', words: 'No longer found: “Transfers whose clearance lapsed”' }]);
    expect(late.task.proposal).toBeNull();
    await app.call('journal.undo');
    await app.call('journal.undo');
    expect(await linksOf(task)).toMatchObject([{ state: 'open' }]);
  });

  it('is proposed to be opened again when the clearance lapses a second time', async () => {
    const one = await clear(await queue({ reference: 'SO-9101' }));
    const task = await make(one.row.id);
    expect((await close(task)).links).toMatchObject([{ state: 'settled' }]);
    expect((await taskOf(task))?.proposal).toBeNull();
    await app.call('transfers.save', { ...at(one), columns: { ...one.columns, means: 'By sea' } });
    expect((await taskOf(task))?.proposal).toBe('reopen');
  });
});

describe('the measure of transfers', () => {
  const reading = async () =>
    (await app.call<OutputOf<'measures.read'>>('measures.read', {})).find(({ id }) => id === 'transfersSettled') ?? { done: 0, of: 0 };

  it('counts what is due and cleared, and loses it when the clearance lapses or it goes without one', async () => {
    const before = await reading();
    const far = await queue({ reference: 'SO-9200', plannedOn: dayAfter(today(), 60) });
    expect(await reading()).toEqual(before);
    const due = await app.call<TransferDetail>('transfers.save', { ...at(far), columns: { ...far.columns, plannedOn: today() } });
    expect(await reading()).toMatchObject({ done: before.done, of: before.of + 1 });
    const cleared = await clear(due);
    expect(await reading()).toMatchObject({ done: before.done + 1, of: before.of + 1 });
    const lapsed = await app.call<TransferDetail>('transfers.save', { ...at(cleared), columns: { ...due.columns, means: 'By sea' } });
    expect(await reading()).toMatchObject({ done: before.done, of: before.of + 1 });
    await app.call('transfers.gone', { ...at(lapsed), goneOn: today(), afterTheFact: 'The driver left early' });
    expect(await reading()).toMatchObject({ done: before.done, of: before.of + 1 });
  });
});

describe('the register', () => {
  it('leaves as a workbook with the words of the screen, without names where they are withheld', async () => {
    const out = join(app.ports.root, 'transfers.xlsx');
    app.ports.picks.saves.push(out);
    const saved = await app.call<OutputOf<'transfers.export'>>('transfers.export', {
      ...{ view: 'all', as: 'xlsx', paper: 'A4', redaction: 'none' },
    });
    expect(saved?.name).toBe('transfers.xlsx');
    const book = read(readFileSync(out));
    const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {});
    expect(rows.find((row) => row['Number'] === 'T-0008')?.['State']).toBe('Gone without clearance');
    expect(JSON.stringify(rows)).toContain('Ingrid Solheim');
    const other = join(app.ports.root, 'withheld.xlsx');
    app.ports.picks.saves.push(other);
    await app.call('transfers.export', { view: 'all', as: 'xlsx', paper: 'A4', redaction: 'noPeople' });
    const hidden = read(readFileSync(other));
    expect(JSON.stringify(hidden.SheetNames.map((name) => utils.sheet_to_csv(hidden.Sheets[name] ?? {})))).not.toContain('Solheim');
  });
});

describe('the report', () => {
  const options = { paper: 'A4', redaction: 'none', recordId: null } as const;
  type Row = Readonly<Record<string, string | null>>;

  it('holds every transfer with what holds it and who decided, alike in each format', async () => {
    const over = await clear(await queue({ reference: 'SO-9300' }));
    const { json, html, sheets, broken } = await openEveryFormat(app, 'transfers', options);
    expect(broken).toEqual([]);
    const { transfers, transferChecks, transferDecisions, counts } = json.data as Record<string, readonly Row[]>;
    const { counts: onScreen } = await list();
    expect(counts).toMatchObject({ open: onScreen.open, held: onScreen.held, waiting: onScreen.waiting, late: onScreen.late });
    expect(transfers).toHaveLength(onScreen.all);
    expect(transfers?.find(({ number }) => number === 'T-0008')).toMatchObject({ state: 'Gone without clearance' });
    const first = transferChecks?.filter(({ number, result }) => number === 'T-0001' && result === 'Holds').map(({ check }) => check);
    expect(first).toContainEqual(expect.stringMatching(/^Screening: /));
    const { number } = over.row;
    expect(transferDecisions?.find((row) => row['number'] === number)).toMatchObject({
      decision: 'Cleared',
      clearedOver: expect.stringContaining('Talked through with legal'),
    });
    expect([...sheets.keys()]).toContainEqual(expect.stringMatching(/^What was decided/));
    expect(html).toContain('T-0001');
    expect(html).toContain('They do not say whether a licence is needed');
  });

  it('names nobody where people are withheld', async () => {
    const kept = await openEveryFormat(app, 'transfers', { ...options, redaction: 'noPeople' });
    const told = JSON.stringify([kept.json.data, [...kept.sheets.values()], kept.html, [...kept.parts.values()]]);
    expect(told).not.toContain('Solheim');
    expect(told).toContain('SO-4471');
  });
});

describe('importing orders', () => {
  let files = 0;
  const bring = async (rows: readonly string[]) => {
    files += 1;
    const path = join(app.ports.root, `orders-${files}.csv`);
    writeFileSync(path, ['Sales order,Material,Qty,Ship-to party,Ship-to country,Ship date,Type', ...rows].join('\n'));
    app.ports.picks.files.push(path);
    const [picked] = await app.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
    const { id } = await app.call<ImportSession>('imports.start', { target: 'transfers', variant: '', handle: picked?.handle });
    const session = () => app.call<ImportSession>('imports.session', { id });
    const run = async (method: string) => {
      const { jobId } = await app.call<{ jobId: string }>(method, { id, revision: (await session()).revision });
      await vi.waitUntil(() => app.events.some((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running'), {
        timeout: 30_000,
      });
    };
    await run('imports.check');
    return { id, session, commit: () => run('imports.commit') };
  };

  it('makes one transfer of an order, asks who and what is in no register, and takes it back', async () => {
    const day = dayAfter(today(), 30);
    const rows = [
      `SO-7001,Vision workstation,4 pieces,Fjordlys Havbruk AS,Norway,${day},Goods`,
      `SO-7001,Cable set,4 pieces,Fjordlys Havbruk AS,Norway,${day},Goods`,
      `SO-7002,Halden Fleet API,,Nobody Knows Ltd,Germany,${day},SaaS`,
    ];
    const { session, commit } = await bring(rows);
    expect((await session()).outcomes).toMatchObject({ new: 3, blocked: 0 });
    await commit();
    const [order] = (await list('all', 'SO-7001')).rows;
    const one = await get(order?.id ?? '');
    expect(one.columns).toMatchObject({ destination: 'NO', plannedOn: day, kind: 'shipment' });
    expect(one.columns.items.map(({ name, quantity, assetId }) => [name, quantity, assetId !== null])).toEqual([
      ['Vision workstation', '4 pieces', true],
      ['Cable set', '4 pieces', false],
    ]);
    expect(one.checks.find(({ id }) => id === 'items')).toMatchObject({ state: 'unknown', detail: { first: 'Cable set' } });
    const [service] = (await list('all', 'SO-7002')).rows;
    expect((await get(service?.id ?? '')).checks.find(({ id }) => id === 'receivers')).toMatchObject({ state: 'unknown' });

    const again = await bring(rows);
    expect((await again.session()).outcomes).toMatchObject({ new: 0, changed: 0, same: 3 });
    const later = await bring(rows.map((row) => row.replace(day, dayAfter(day, 5))));
    expect((await later.session()).outcomes).toMatchObject({ changed: 3 });
    await later.commit();
    expect((await get(one.row.id)).columns.plannedOn).toBe(dayAfter(day, 5));
    await app.call('imports.undo', { batchId: (await later.session()).batchId });
    expect((await get(one.row.id)).columns.plannedOn).toBe(day);
  });

  it('leaves what has ended alone, and says so', async () => {
    const { id, session } = await bring([`SO-4402,L40S,20 pieces,Maple Ridge Agritech Inc.,Canada,${today()},Goods`]);
    expect((await session()).outcomes).toMatchObject({ blocked: 1 });
    const { groups } = await app.call<OutputOf<'imports.problems'>>('imports.problems', { id });
    expect(groups.map((group) => group.id)).toEqual(['hasEnded:item']);
  });
});
