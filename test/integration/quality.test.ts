import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

type Found = OutputOf<'quality.check'>;
type Records = OutputOf<'quality.records'>;

let demo: TestApp;
beforeAll(async () => {
  demo = startTestApp();
  await demo.call('workspace.demo', { parent: null });
});
afterAll(() => demo.end());

const check = () => demo.call<Found>('quality.check', {});

describe('quality checks over the demo company', () => {
  it('say that it has no official list and parties with unknown owners, and count what they looked at', async () => {
    const { lines, records, checks } = await check();
    expect(lines.map((line) => line.check)).toEqual(expect.arrayContaining(['noOfficialList', 'ownersUnknown']));
    expect(records).toBeGreaterThan(50);
    expect(checks).toBeGreaterThan(lines.length);
    for (const { check: id, count, first } of lines) {
      const page = await demo.call<Records>('quality.records', { check: id, offset: 0, limit: 500 });
      expect(page.total).toBe(count);
      expect(page.rows.slice(0, first.length)).toEqual(first);
    }
  });

  it('follow a change at once, and its undo', async () => {
    const owners = (found: Found) => found.lines.find((line) => line.check === 'assetOwner')?.count ?? 0;
    const before = owners(await check());
    const { rows } = await demo.call<{ rows: { id: string; ownerName: string }[] }>('inventory.list', {
      filter: {},
      offset: 0,
      limit: 200,
    });
    const owned = rows.find(({ ownerName }) => ownerName !== '');
    if (owned === undefined) throw new Error('Nothing in the demo has an owner');
    const { row } = await demo.call<OutputOf<'inventory.get'>>('inventory.get', { id: owned.id });
    await demo.call('inventory.update', { id: owned.id, revision: row.revision, columns: { ownerName: '' } });
    expect(owners(await check())).toBe(before + 1);
    await demo.call('journal.undo', {});
    expect(owners(await check())).toBe(before);
  });
});
