import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import type { ExportRecord, ReportKindView, ReportOptions, ReportPreview } from '../../src-shared/contract/reports.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import { openEveryFormat } from '../harness/report-files.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

const options: ReportOptions = { paper: 'A4', redaction: 'none', recordId: null };
const kind = 'data-and-rule-ages';

let open: TestWorkspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function workspace(): Promise<TestWorkspace> {
  open = await openTestWorkspace();
  return open;
}

const viewOf = async (at: TestWorkspace) => (await at.call<ReportKindView[]>('reports.kinds', {})).find((each) => each.kind === kind);

describe('reports of the gallery', () => {
  it('offers each kind once, none made yet', async () => {
    const kinds = await (await workspace()).call<ReportKindView[]>('reports.kinds', {});
    expect(new Set(kinds.map((each) => each.kind)).size).toBe(kinds.length);
    expect(kinds.every(({ last, changesSince }) => last === null && changesSince === null)).toBe(true);
  });

  it('numbers a preview, names the workspace and the day, and says what the saved data says', async () => {
    const at = await workspace();
    const preview = await at.call<ReportPreview>('reports.preview', { kind, options });
    expect(preview.page.header.left[0]).toBe('Test company');
    expect(preview.page.header.right[0]).toBe(`Data and rule ages ${preview.number}`);
    expect(JSON.stringify(preview.page)).toContain('No list of restricted parties is loaded.');
    const path = join(at.ports.root, 'ages.json');
    at.ports.picks.saves.push(path);
    const record = await at.call<ExportRecord>('reports.save', { kind, options, format: 'json' });
    const saved = JSON.parse(readFileSync(path, 'utf8')) as { number: string; contentHash: string; data: { packs: unknown[] } };
    expect(saved.number).toBe(preview.number);
    expect(saved.contentHash).toBe(preview.contentHash);
    expect(record.contentHash).toBe(preview.contentHash);
    expect(saved.data.packs.length).toBeGreaterThan(1);
  });

  it('counts what changed since the last one was made', async () => {
    const at = await workspace();
    const path = join(at.ports.root, 'ages.xlsx');
    at.ports.picks.saves.push(path);
    await at.call('reports.save', { kind, options, format: 'xlsx' });
    expect(read(readFileSync(path)).SheetNames).toEqual(['Lists of restricted parties', 'Rule packs']);
    expect(await viewOf(at)).toMatchObject({ last: { what: kind, format: 'xlsx' }, changesSince: 0 });
    at.ports.clock.advance(1000);
    await at.call('lists.addTraining', {});
    expect(await viewOf(at)).toMatchObject({ changesSince: 1 });
  });

  it('says who looked a rule pack through last, what it came to, and when lists and packs are due', async () => {
    const at = await workspace();
    const today = at.ports.clock.today();
    await at.call('lists.addTraining', {});
    const look = { checkedOn: today, where: 'eCFR', found: 'As stated', outcome: 'asStated', by: 'Ingrid Solheim', nextOn: null };
    await at.call('cases.recordLook', { ...look, subject: { kind: 'pack', pack: 'us-ear', id: 'us-ear' } });
    const { reviewEveryDays } = await at.call<{ reviewEveryDays: number }>('cases.watch');
    const { json, html } = await openEveryFormat(at, kind, options);
    expect(html).toContain('Ingrid Solheim. As the pack says');
    expect(html).toContain('Nobody yet');
    expect(json.data['packs']).toContainEqual(
      expect.objectContaining({
        id: 'us-ear',
        lastLook: expect.objectContaining({ checkedOn: today, by: 'Ingrid Solheim', outcome: 'asStated' }),
        dueOn: dayAfter(today, reviewEveryDays),
        overdue: false,
      }),
    );
    // A list of invented parties does not go stale with the days.
    expect(json.data['lists']).toEqual([expect.objectContaining({ due: null })]);
    const hidden = await at.call<ReportPreview>('reports.preview', { kind, options: { ...options, redaction: 'initials' } });
    expect(JSON.stringify(hidden.page)).toContain('I. S.. As the pack says');
  });

  it('writes and records nothing where the dialog is cancelled', async () => {
    const at = await workspace();
    expect(await at.refusal('reports.save', { kind, options, format: 'json' })).toEqual({ code: 'cancelled' });
    expect((await viewOf(at))?.last).toBeNull();
  });

  it('opens in every format where nothing is on record, and says so in each', async () => {
    const at = await workspace();
    const kinds = await at.call<ReportKindView[]>('reports.kinds', {});
    for (const { kind: each } of kinds) {
      const { preview, sheets, parts, broken, json, html } = await openEveryFormat(at, each, options);
      expect(sheets.size, each).toBeGreaterThan(0);
      for (const [name, [head = []]] of sheets) expect(head.length, `${each} ${name}`).toBeGreaterThan(0);
      expect(broken, each).toEqual([]);
      expect(json.kind).toBe(each);
      expect(Object.keys(json.data).length, each).toBeGreaterThan(0);
      expect(html, each).toContain(`<title>${preview.title}`);
      expect(parts.get('word/document.xml'), each).toContain('<w:pStyle w:val="Title"/>');
    }
    for (const [without, said] of [
      ['plan-status', 'No plan is in force.'],
      ['programme-assessment', 'No self-assessment was made yet.'],
      ['risk-assessment', 'No risk assessment was made yet.'],
    ] as const) {
      const { sheets, html } = await openEveryFormat(at, without, options);
      expect([...sheets.values()].flat(2), without).toContain(said);
      expect(html, without).toContain(said);
    }
  }, 60_000);
});
