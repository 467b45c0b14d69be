import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BurndownView, CheckInView, LinkState, PlanView } from '../../src-shared/contract/plan.ts';
import { type FiledCheckInPage, TaskColumn } from '../../src-shared/contract/plan-files.ts';
import type { ReportPreview } from '../../src-shared/contract/reports.ts';
import type { ScheduledTask } from '../../src-shared/model/plan.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let app: TestApp;
let plan: PlanView;
beforeAll(async () => {
  app = startTestApp();
  await app.call('workspace.demo', { parent: null });
  plan = await app.call<PlanView>('plan.get', {});
});
afterAll(() => app.end());

/** What a command wrote to the file that its dialog was answered with. */
async function saved(method: string, input: object, name: string) {
  const path = join(app.ports.root, name);
  app.ports.picks.saves.push(path);
  const reply = await app.call<{ number: string; fileName: string | null }>(method, input);
  return { ...reply, bytes: readFileSync(path) };
}

describe('the plan of the demo company', () => {
  it('stands in its eighth week of thirteen, with work behind it and a chain that decides the end', () => {
    expect(plan.week).toBe(8);
    // Holidays at the turn of the year may move the last day into the week after.
    expect([13, 14]).toContain(plan.weeks);
    const closed = plan.tasks.filter(({ state }) => state === 'done');
    expect(closed.length).toBeGreaterThanOrEqual(18);
    expect(closed.every(({ closed: end }) => end !== null && end.on < plan.today && end.by === 'Ingrid Solheim')).toBe(true);
    expect(closed.filter(({ proposal }) => proposal === 'reopen')).toEqual([]);
    expect(plan.tasks.filter(({ critical }) => critical).length).toBeGreaterThan(3);
    expect(plan.end?.lateTasks).toBeGreaterThan(0);
    expect((plan.end?.expected ?? '') > (plan.end?.planned ?? '')).toBe(true);
  });

  it('has a task that proposes to be closed, and tasks that show their measure', () => {
    expect(plan.tasks.filter(({ proposal }) => proposal === 'close').length).toBeGreaterThan(0);
    expect(plan.tasks.filter(({ reading }) => reading !== null && reading.of > 0).length).toBeGreaterThan(5);
  });

  it('has tasks made from findings that still stand', async () => {
    const made = plan.tasks.filter(({ cause }) => cause === 'finding');
    expect(made).toHaveLength(3);
    for (const { id } of made) expect(await app.call<LinkState[]>('plan.links', { id })).toMatchObject([{ state: 'open', words: 'Open' }]);
  });

  it('burns down with two steps of scope and a forecast', async () => {
    const line = await app.call<BurndownView>('plan.burndown', { unit: 'tasks' });
    expect(line.steps.map(({ change, cause }) => ({ change, cause }))).toEqual([
      { change: 1, cause: 'quality' },
      { change: 3, cause: 'finding' },
    ]);
    expect(line.left).toBeGreaterThan(line.lineSays);
    expect(line.forecast).not.toBeNull();
    expect(line.closedPerWeek).toHaveLength(8);
    expect(line.closedPerWeek.slice(0, 7).reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(18);
  });

  it('filed seven weeks and fills the eighth, late tasks with the reason of last week', async () => {
    const view = await app.call<CheckInView>('plan.checkIn', {});
    expect(view).toMatchObject({ week: 8, filed: null });
    expect(view.earlier.map(({ week }) => week)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(view.lines.slipped.find(({ title }) => title.startsWith('Record compute'))?.why).toBe('Five vendors have not answered');
    expect(view.lines.next.length).toBe(5);
  });

  it('reports its status on a page, and hides names when asked', async () => {
    const options = { paper: 'A4', redaction: 'none', recordId: null };
    const open = await app.call<ReportPreview>('reports.preview', { kind: 'plan-status', options });
    const words = JSON.stringify(open.page.blocks);
    expect(words).toContain('Week 8 of');
    expect(words).toContain('Five vendors have not answered');
    expect(words).toContain('Sigrid Vik');
    expect(words).toMatch(/"labels":\["\d+ [A-Z]/);
    const hidden = await app.call<ReportPreview>('reports.preview', {
      kind: 'plan-status',
      options: { ...options, redaction: 'initials' },
    });
    expect(JSON.stringify(hidden.page.blocks)).not.toContain('Sigrid Vik');
  });

  it('lets its list leave as it is shown: columns, order, headings and filter, with nothing a spreadsheet would run', async () => {
    const { ids } = await app.call<{ ids: string[] }>('plan.addTasks', {
      drafts: [{ title: '=1+1 is no formula', phase: 'map', owner: '@Ines', links: [], cause: 'own' }],
    });
    const [open, done] = [plan.tasks.find(({ state }) => state === 'doing'), plan.tasks.find(({ state }) => state === 'done')];
    const shown = {
      columns: ['owner', 'title', 'slip', 'progress', 'end'],
      groupBy: 'phase',
      groups: [
        { id: 'pilot', tasks: [...ids, 'gone'] },
        { id: 'map', tasks: [done?.id, open?.id] },
      ],
      filter: { show: 'late', owner: null, text: 'ch' },
      paper: 'A4',
      redaction: 'none',
    };
    const { bytes, fileName, number } = await saved('plan.exportList', { ...shown, as: 'csv' }, 'tasks.csv');
    const [heading, ...rows] = bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
    expect(heading).toBe('Phase,Owner,Task,"Late, days",Done,Ends');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^Pilot,'@Ines,'=1\+1 is no formula,,0 %,\d{4}-\d\d-\d\d$/);
    expect(rows[1]).toContain(`Map,${done?.owner},`);
    expect(rows[1]).toContain(',100 %,');
    expect(rows[2]).toContain(`,${open?.slipDays},`);
    expect(fileName).toBe('tasks.csv');
    expect(number).toMatch(/^TL-\d{4}-001$/);
    // The same list on paper keeps its number, and says what it was narrowed to.
    expect((await saved('plan.exportList', { ...shown, as: 'xlsx' }, 'tasks.xlsx')).number).toBe(number);
    expect(await app.call('plan.exportList', { ...shown, as: 'print' })).toEqual({ number, fileName: null });
    const pdf = await saved('plan.exportList', { ...shown, as: 'pdf' }, 'tasks.pdf');
    expect(pdf.bytes.length).toBeGreaterThan(0);
    const paper = app.ports.seen.printed.at(-1)?.html ?? '';
    expect(paper).toContain('3 of 52 tasks, Late, with “ch”, as they stand on');
    expect(paper.indexOf('no formula')).toBeLessThan(paper.indexOf(open?.title ?? '?'));
    // A page is too narrow for every column: some are said after the title, and none is lost.
    await saved('plan.exportList', { ...shown, columns: TaskColumn.options, as: 'pdf' }, 'all.pdf');
    const wide = app.ports.seen.printed.at(-1)?.html ?? '';
    expect(wide.match(/<th\b/g)).toHaveLength(8);
    expect(wide).toContain('Role: Model operations. Where from: From the template.');
    await app.call('journal.undo', {});
  });

  it('gives the burndown away as numbers and as a picture that stands by itself', async () => {
    const numbers = await saved('plan.exportBurndown', { unit: 'tasks', as: 'csv', redaction: 'none' }, 'burndown.csv');
    const rows = numbers.bytes.toString('utf8').trimEnd().split('\r\n');
    const line = await app.call<BurndownView>('plan.burndown', { unit: 'tasks' });
    expect(rows[0]).toContain('Day,open tasks,ideal line,Change of scope');
    expect(rows.filter((row) => /,3,from findings,/.test(row))).toHaveLength(1);
    expect(rows.find((row) => row.startsWith(line.forecast?.latest ?? '?'))).toContain('latest');
    const { bytes } = await saved('plan.exportBurndown', { unit: 'tasks', as: 'svg', redaction: 'none' }, 'burndown.svg');
    const svg = bytes.toString('utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('+3 from findings');
    expect(svg).toContain('forecast, 8 in 10');
    expect(svg).not.toMatch(/NaN|undefined|var\(--|<script|href=/);
  });

  it('shows a check-in that was filed as it was, after the plan has moved on', async () => {
    const before = await app.call<FiledCheckInPage>('plan.checkInPage', { week: 7, redaction: 'none' });
    expect(before).toMatchObject({ week: 7, by: 'Ingrid Solheim' });
    const words = JSON.stringify(before.page.blocks);
    expect(words).toContain('Five vendors have not answered');
    expect(words).toContain('Week 7 of');
    const task = plan.tasks.find(({ title }) => title.startsWith('Record compute'));
    await app.call('plan.change', { id: task?.id, revision: task?.revision, change: { title: 'Called something else' } });
    expect(await app.call('plan.checkInPage', { week: 7, redaction: 'none' })).toEqual(before);
    const { number } = await saved('plan.exportCheckIn', { week: 7, as: 'pdf', paper: 'A4', redaction: 'none' }, 'week-7.pdf');
    expect(number).toBe(before.number);
    await app.call('journal.undo', {});
    expect(await app.refusal('plan.checkInPage', { week: 12, redaction: 'none' })).toMatchObject({ code: 'record.notFound' });
  });

  it('runs the audit again before a task made from a finding is closed, and says that the finding stands until somebody decides it', async () => {
    const task = plan.tasks.find(({ title }) => title.startsWith('Find out who uses'));
    const runs = () => app.call<{ lastRun: { at: string } | null }>('access.overview', {});
    const before = (await runs()).lastRun?.at ?? '';
    app.ports.clock.advance(60_000);
    const closed = await app.call<{ task: ScheduledTask; links: LinkState[] }>('plan.close', {
      id: task?.id,
      revision: task?.revision,
      note: 'Asked',
    });
    expect(((await runs()).lastRun?.at ?? '') > before).toBe(true);
    expect(closed.links).toMatchObject([{ state: 'open' }]);
    expect(closed.task.proposal).toBe('reopen');
    const [link] = closed.links;
    await app.call('access.decide', { ids: [link?.record.id], state: 'cleared', reason: 'The build server of a partner', reviewOn: null });
    const after = (await app.call<PlanView>('plan.get', {})).tasks.find(({ id }) => id === task?.id);
    expect(after?.proposal).toBeNull();
  });

  it('screens a party again before a task made from a possible match is closed', async () => {
    const { groups } = await app.call<{ groups: { hits: { id: string }[] }[] }>('screening.queue', { filter: {}, limit: 1 });
    const links = [{ kind: 'screeningHit', id: groups[0]?.hits[0]?.id }];
    const { ids } = await app.call<{ ids: string[] }>('plan.addTasks', {
      drafts: [{ title: 'Judge it', phase: 'identify', owner: '', links, cause: 'finding' }],
    });
    const closed = await app.call<{ links: LinkState[] }>('plan.close', { id: ids[0], revision: 0, note: '' });
    expect(closed.links).toMatchObject([{ state: 'open', words: 'To decide' }]);
  });
});
