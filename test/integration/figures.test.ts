import { afterEach, describe, expect, it } from 'vitest';
import type { IncidentExposure } from '../../src-shared/contract/cases.ts';
import type { OwnFigures } from '../../src-shared/contract/figures.ts';
import type { PersonDetail } from '../../src-shared/contract/people.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import { openEveryFormat } from '../harness/report-files.ts';
import { openTestWorkspace, startTestApp, type TestApp, type TestWorkspace } from '../harness/workspace.ts';

let open: TestApp | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});
async function begin(): Promise<TestWorkspace> {
  const app = await openTestWorkspace();
  open = app;
  return app;
}
const cost = {
  id: null,
  revision: 0,
  year: 2026,
  activity: 'counsel',
  what: 'Advice',
  hours: null,
  amount: 1200.5,
  currency: 'EUR',
  source: 'Invoice 7',
};
const event = (on: string, more: object = {}) => ({
  ...{
    id: null,
    revision: 0,
    kind: 'delayed',
    on,
    title: 'Pier crane',
    because: 'Owners unknown',
    amount: null,
    currency: 'EUR',
    from: null,
    source: '',
  },
  ...more,
});
const options = { redaction: 'none', recordId: null, paper: 'A4' } as const;

describe('own figures', () => {
  it('adds up what is entered, and takes each entry back in one step', async () => {
    const app = await begin();
    const today = app.ports.clock.today();
    await app.call('figures.saveCost', cost);
    let figures = await app.call<OwnFigures>('figures.saveCost', { ...cost, amount: 99.5, hours: 4 });
    expect(figures.costSums.at(-1)).toEqual({ year: 2026, activity: null, hours: 4, amounts: [{ currency: 'EUR', amount: 1300 }] });
    figures = await app.call<OwnFigures>('figures.saveEvent', event(today, { from: dayAfter(today, -21) }));
    expect(figures.eventSums).toEqual([{ kind: 'delayed', count: 1, amounts: [], medianDays: 21, timed: 1 }]);
    await app.call('figures.removeEvent', { id: figures.events[0]?.id, revision: 0 });
    await app.call('journal.undo');
    expect((await app.call<OwnFigures>('figures.get')).events).toHaveLength(1);
  });

  it('refuses what says nothing, what lies ahead, and days the wrong way round', async () => {
    const app = await begin();
    const today = app.ports.clock.today();
    for (const [method, input] of [
      ['figures.saveCost', { ...cost, amount: null }],
      ['figures.saveCost', { ...cost, currency: 'euro' }],
      ['figures.saveEvent', event(dayAfter(today, 1))],
      ['figures.saveEvent', event(today, { from: dayAfter(today, 1) })],
    ] as const)
      expect((await app.refusal(method, input)).code).toBe('request.invalid');
  });

  it('stands in the executive summary only where something was entered', async () => {
    const app = await begin();
    expect((await openEveryFormat(app, 'executive-summary', options)).json.data).not.toHaveProperty('costs');
    await app.call('figures.saveCost', cost);
    const { json, html } = await openEveryFormat(app, 'executive-summary', options);
    expect(json.data).toMatchObject({ costs: [{ activity: 'Counsel', amount: '1,200.5 EUR' }, { activity: 'All together' }] });
    expect(json.data).not.toHaveProperty('figureEvents');
    expect(html).toContain('Nothing is estimated');
  });

  it('forgets the names of a person who is erased', async () => {
    const app = await begin();
    const { row } = await app.call<PersonDetail>('people.create', { columns: { name: 'Zarina Markerova' }, accounts: [] });
    await app.call('figures.saveCost', { ...cost, what: 'Time of Zarina Markerova' });
    await app.call('people.erase', { id: row.id, revision: row.revision, reason: 'personAsked', replaceAccounts: false });
    expect((await app.call<OwnFigures>('figures.get')).costs[0]?.what).toMatch(/^Time of Erased person /);
  });
});

describe('the ceilings of recorded incidents', () => {
  it('stand beside the figures with their sum, day and confidence, and are withheld where a profile says so', async () => {
    const app = startTestApp();
    open = app;
    await app.call('workspace.demo', { parent: null });
    const exposures = await app.call<IncidentExposure[]>('cases.exposures');
    expect(exposures.length).toBeGreaterThan(0);
    expect(exposures.map(({ closedOn }) => closedOn !== null)).toEqual([...exposures.map(({ closedOn }) => closedOn !== null)].sort());
    const { json } = await openEveryFormat(app, 'own-figures', options);
    const rows = json.data['exposures'] as { ceiling: string; sourceAndConfidence: string }[];
    expect(rows).toHaveLength(exposures.length * 2);
    for (const { ceiling, sourceAndConfidence } of rows) {
      expect(ceiling).toMatch(/USD/);
      expect(sourceAndConfidence).toMatch(/\S/);
    }
    await app.call('reports.saveRedactionProfile', { profile: 'Bank', people: 'shown', leavesOut: ['exposure'], was: null });
    const kept = await openEveryFormat(app, 'own-figures', { ...options, redaction: 'Bank' });
    expect(kept.json.data).not.toHaveProperty('exposures');
    expect(kept.html).not.toMatch(/USD/);
  });
});
