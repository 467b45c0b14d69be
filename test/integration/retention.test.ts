import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../../src-shared/contract/evidence.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { DisposalPlan, Hold } from '../../src-shared/contract/retention.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let workspace: TestWorkspace;
let record: { readonly kind: 'asset'; readonly id: string };

beforeEach(async () => {
  workspace = await openTestWorkspace();
  const { row } = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Aurora', versionLabel: '1', facts: {} });
  record = { kind: 'asset', id: row.id };
});
afterEach(() => workspace.end());

const note = () => workspace.call<Evidence>('evidence.addNote', { record, name: 'Shipping paper', note: 'Left on 3 May.' });
const matter = {
  matter: 'Letter of the office',
  cause: 'government',
  reference: 'No. 7',
  note: '',
  everything: false,
  from: null,
} as const;
const place = (records: readonly unknown[] = [record]) => workspace.call<Hold>('retention.placeHold', { ...matter, records });

describe('a hold', () => {
  it('keeps evidence from being taken off, moved or undone until it is lifted with a reason', async () => {
    const kept = await note();
    const hold = await place();
    expect(hold).toMatchObject({ count: 1, records: [{ record, title: 'Aurora' }], lifted: null });
    const held = { code: 'record.held', matter: 'Letter of the office' };
    expect(await workspace.refusal('evidence.remove', { id: kept.id, revision: 0 })).toEqual(held);
    const other = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Other', versionLabel: '1', facts: {} });
    expect(await workspace.refusal('evidence.move', { id: kept.id, revision: 0, record: { kind: 'asset', id: other.row.id } })).toEqual(
      held,
    );
    await note();
    expect(await workspace.refusal('journal.undo')).toEqual(held);
    expect(await workspace.call('evidence.list', { record })).toHaveLength(2);

    expect(await workspace.call('retention.liftHold', { id: hold.id, revision: 0, reason: 'Released by letter of 4 June' })).toMatchObject({
      lifted: { reason: 'Released by letter of 4 June' },
    });
    await workspace.call('evidence.remove', { id: kept.id, revision: 0 });
    expect(await workspace.refusal('retention.liftHold', { id: hold.id, revision: 1, reason: 'again' })).toMatchObject({
      code: 'record.conflict',
    });
  });

  it('stops undo, so that nobody undoes it and what came before', async () => {
    await place();
    expect(await workspace.refusal('journal.undo')).toMatchObject({ code: 'undo.blocked' });
  });

  it('over everything keeps records that are made later too', async () => {
    await workspace.call('retention.placeHold', { ...matter, everything: true, records: [] });
    const person = await workspace.call<{ row: { id: string; revision: number } }>('people.create', {
      columns: { name: 'Dana Petrov' },
      accounts: [],
    });
    expect(
      await workspace.refusal('people.erase', {
        id: person.row.id,
        revision: person.row.revision,
        reason: 'personAsked',
        replaceAccounts: false,
      }),
    ).toMatchObject({ code: 'record.held' });
  });

  it('is refused for records that are not there', async () => {
    expect(await workspace.refusal('retention.placeHold', { ...matter, records: [{ kind: 'party', id: 'nobody' }] })).toMatchObject({
      code: 'record.notFound',
    });
  });
});

describe('the clock', () => {
  const of = () => workspace.call<OutputOf<'retention.of'>>('retention.of', { record });

  it('runs five years from the latest event, by the rule of the pack, with its source', async () => {
    expect((await of()).clock).toEqual({ state: 'notStarted', lastDay: null, lastWhat: null, keepUntil: null, lastNamed: false });
    await workspace.call('retention.addEvent', { record, what: 'export', day: '2019-02-01', note: '' });
    const later = await workspace.call<{ id: string }>('retention.addEvent', {
      record,
      what: 'reexport',
      day: '2024-05-06',
      note: 'To Japan',
    });
    const now = await of();
    expect(now.clock).toEqual({
      ...{ state: 'running', lastDay: '2024-05-06', lastWhat: 'reexport', keepUntil: '2029-05-06' },
      lastNamed: true,
    });
    expect(now.rule).toMatchObject({ years: 5, locator: '15 CFR 762.6', confidence: 'text' });
    await workspace.call('retention.removeEvent', { id: later.id, revision: 0 });
    expect((await of()).clock).toMatchObject({ state: 'past', keepUntil: '2024-02-01' });
  });

  it('lists what may go first on top, and lets go only what is past and not held', async () => {
    const file = join(workspace.ports.root, 'invoice.txt');
    writeFileSync(file, 'the paid invoice of the shipment');
    workspace.ports.picks.files.push(file);
    await workspace.call('evidence.attach', { record });
    await note();
    expect(await workspace.refusal('retention.dispose', { records: [record], reason: 'Time is over' })).toMatchObject({
      code: 'retention.tooEarly',
      keepUntil: null,
    });
    await workspace.call('retention.addEvent', { record, what: 'end', day: '2019-02-01', note: '' });
    const hold = await place();
    const list = async () =>
      workspace.call<OutputOf<'retention.list'>>('retention.list', { state: null, kind: null, text: '', offset: 0, limit: 10 });
    expect((await list()).counts).toMatchObject({ held: 1, past: 0 });
    expect(await workspace.refusal('retention.dispose', { records: [record], reason: 'Time is over' })).toMatchObject({
      code: 'record.held',
    });
    await workspace.call('retention.liftHold', { id: hold.id, revision: 0, reason: 'Done' });
    expect(await list()).toMatchObject({ counts: { past: 1 }, rows: [{ record, title: 'Aurora', state: 'past', evidence: 2 }] });

    expect(await workspace.call('retention.dispose', { records: [record], reason: 'Time is over' })).toEqual({ records: 1, items: 2 });
    expect(await workspace.call('evidence.list', { record })).toEqual([]);
    expect(await workspace.call('retention.disposals')).toMatchObject([
      {
        title: 'Aurora',
        reason: 'Time is over',
        keepUntil: '2024-02-01',
        items: [{ name: 'invoice.txt' }, { name: 'Shipping paper', sha256: null }],
      },
    ]);
    // Gone for good: undo does not bring it back, and no row of the journal says what the note said.
    expect(await workspace.refusal('journal.undo')).toMatchObject({ code: 'undo.blocked' });
    const { entries } = await workspace.call<OutputOf<'journal.list'>>('journal.list', { limit: 100 });
    const changes = await Promise.all(entries.map(({ seq }) => workspace.call('journal.changes', { seq })));
    expect(JSON.stringify(changes)).not.toContain('Left on 3 May');
    expect(await workspace.call('journal.verify')).toMatchObject({ intact: true });
  });

  it('says whether the event that counted is one the rule names, and what those alone would come to', async () => {
    const { row } = await workspace.call<{ row: { id: string } }>('people.create', {
      columns: { name: 'Dana Petrov', lastDay: '2023-06-30' },
      accounts: [],
    });
    const person = { kind: 'person', id: row.id } as const;
    const now = () => workspace.call<OutputOf<'retention.of'>>('retention.of', { record: person });
    expect(await now()).toMatchObject({ clock: { lastWhat: 'employment', lastNamed: false, keepUntil: '2028-06-30' }, byRule: null });
    await workspace.call('retention.addEvent', { record: person, what: 'export', day: '2020-01-31', note: '' });
    expect(await now()).toMatchObject({
      clock: { lastWhat: 'employment', lastNamed: false, keepUntil: '2028-06-30' },
      byRule: { what: 'export', day: '2020-01-31', keepUntil: '2025-01-31' },
    });
    await workspace.call('retention.addEvent', { record: person, what: 'end', day: '2023-06-30', note: '' });
    expect((await now()).clock).toMatchObject({ lastWhat: 'end', lastNamed: true });
  });

  it('watches every record that holds evidence, whatever its kind', async () => {
    const list = { kind: 'list', id: 'EL' } as const;
    await workspace.call('evidence.addNote', { record: list, name: 'Taken from the register', note: 'On 4 May.' });
    const found = await workspace.call<OutputOf<'retention.list'>>('retention.list', {
      ...{ state: null, kind: 'list', text: '', offset: 0, limit: 10 },
    });
    expect(found.rows).toMatchObject([{ record: list, title: 'Entity List', state: 'notStarted', evidence: 1 }]);
  });
});

describe('several records at once', () => {
  it('are looked through first: what goes, and what stays for which reason', async () => {
    const [going, held, early, empty, unknown] = await Promise.all(
      ['Going', 'Held', 'Early', 'Empty', 'Unknown'].map(async (name) => {
        const { row } = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name, versionLabel: '1', facts: {} });
        return { kind: 'asset', id: row.id } as const;
      }),
    );
    const due = (one: unknown, day: string) => workspace.call('retention.addEvent', { record: one, what: 'export', day, note: '' });
    for (const one of [going, held, early, unknown])
      await workspace.call('evidence.addNote', { record: one, name: 'Invoice', note: 'Paid.' });
    for (const one of [going, held, empty]) await due(one, '2012-03-04');
    await due(early, '2026-01-02');
    await place([held]);
    const all = [going, held, early, empty, unknown];
    const plan = await workspace.call<DisposalPlan>('retention.consider', { records: [...all, going] });
    expect(plan.goes).toMatchObject([{ title: 'Going', keepUntil: '2017-03-04', lastWhat: 'export', evidence: 1 }]);
    expect(plan.stays.map(({ title, because, matters }) => [title, because, ...matters])).toEqual([
      ['Held', 'held', 'Letter of the office'],
      ['Early', 'running'],
      ['Empty', 'nothing'],
      ['Unknown', 'notStarted'],
    ]);
    const refused = await workspace.refusal('retention.dispose', { records: [going, held], reason: 'Time is over' });
    expect(refused).toEqual({ code: 'record.held', matter: 'Letter of the office' });
    expect(await workspace.call('evidence.list', { record: going })).toHaveLength(1);
  });

  it('go with an entry of the history each, and none by undo', async () => {
    const other = await workspace.call<AssetDetail>('inventory.create', { kind: 'model', name: 'Other', versionLabel: '1', facts: {} });
    const both = [record, { kind: 'asset', id: other.row.id }];
    for (const one of both) {
      await workspace.call('evidence.addNote', { record: one, name: 'Invoice', note: 'Paid.' });
      await workspace.call('retention.addEvent', { record: one, what: 'end', day: '2012-03-04', note: '' });
    }
    expect(await workspace.call('retention.dispose', { records: both, reason: 'Time is over' })).toEqual({ records: 2, items: 2 });
    const { entries } = await workspace.call<OutputOf<'journal.list'>>('journal.list', { limit: 2 });
    expect(entries.map(({ method, params, subject }) => [method, params['name'], subject?.id])).toEqual([
      ['retention.dispose', 'Other', other.row.id],
      ['retention.dispose', 'Aurora', record.id],
    ]);
    expect(await workspace.call('retention.disposals')).toHaveLength(2);
    expect(await workspace.refusal('journal.undo')).toMatchObject({ code: 'undo.blocked' });
  });
});
