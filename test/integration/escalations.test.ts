import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { HitDetail, HitLine } from '../../src-shared/contract/screening.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let app: TestApp;
let hits: readonly HitLine[] = [];

const queue = async (filter: object = {}) =>
  (await app.call<OutputOf<'screening.queue'>>('screening.queue', { filter, offset: 0, limit: 100, around: null })).groups.flatMap(
    (group) => group.hits,
  );

beforeAll(async () => {
  app = startTestApp();
  await app.call('workspace.demo', { parent: null });
  hits = await queue();
}, 120_000);
afterAll(() => app.end());

const asked = (more: object = {}) => ({
  ...{ to: 'Marcus Adeyemi', role: 'legal', path: 'Grave finding', ask: 'Is this the man on the list?' },
  dueOn: dayAfter(app.ports.clock.today(), 3),
  ...more,
});
const hitAt = (place: number): HitLine => {
  const hit = hits[place];
  if (hit === undefined) throw new Error('The demo has too few hits');
  return hit;
};
const revisionOf = async (id: string) => (await app.call<HitDetail>('screening.hit', { id })).revision;
const stateOf = async (id: string) => (await app.call<HitDetail>('screening.hit', { id })).state;
const decision = async (id: string, verdict: string, escalation: object | null) => ({
  ...{ hits: [{ id, revision: await revisionOf(id) }], verdict, reason: 'notEnoughFacts', note: '', seconds: null, escalation },
});
const of = (record: object) => app.call<OutputOf<'escalations.of'>>('escalations.of', { record });
const open = (to: string | null = null) =>
  app.call<OutputOf<'escalations.list'>>('escalations.list', { open: true, to, offset: 0, limit: 50 });

describe('a match that is passed on', () => {
  it('names somebody, or is not passed on', async () => {
    const { id } = hitAt(0);
    expect((await app.refusal('screening.decide', await decision(id, 'escalate', null))).code).toBe('policy.refused');
    expect((await app.refusal('screening.decide', await decision(id, 'needFacts', asked()))).code).toBe('policy.refused');
    expect((await app.refusal('screening.decide', await decision(id, 'escalate', asked({ to: ' ' })))).code).toBe('request.invalid');
    const past = asked({ dueOn: '2020-01-01' });
    expect((await app.refusal('screening.decide', await decision(id, 'escalate', past))).code).toBe('request.invalid');
    await app.call('screening.decide', await decision(id, 'escalate', asked()));
    expect(await stateOf(id)).toBe('escalated');
    expect(await of({ kind: 'screeningHit', id })).toMatchObject([
      { to: 'Marcus Adeyemi', role: 'legal', ageDays: 0, overdue: false, closed: null },
    ]);
  });

  it('is asked on the day of the workstation, wherever the clock of the world stands', async () => {
    const { clock } = app.ports;
    const usual = clock.today;
    const { id } = hitAt(2);
    try {
      // East of Greenwich it is tomorrow already.
      const tomorrow = dayAfter(usual(), 1);
      clock.today = () => tomorrow;
      const past = asked({ dueOn: usual() });
      expect((await app.refusal('screening.decide', await decision(id, 'escalate', past))).code).toBe('request.invalid');
      await app.call('screening.decide', await decision(id, 'escalate', asked()));
      expect(await of({ kind: 'screeningHit', id })).toMatchObject([{ askedOn: tomorrow, ageDays: 0 }]);
      await app.call('screening.decide', await decision(id, 'needFacts', null));
      expect(await of({ kind: 'screeningHit', id })).toMatchObject([{ closed: 'decision', answeredOn: tomorrow }]);
    } finally {
      clock.today = usual;
    }
  });

  it('is listed by whom it waits for, narrows the queue, and is among the next actions', async () => {
    const { id } = hitAt(0);
    const list = await open('Marcus Adeyemi');
    expect(list.rows.map(({ record }) => record)).toEqual([{ kind: 'screeningHit', id }]);
    expect(list.waitingFor).toContainEqual({ to: 'Marcus Adeyemi', count: 1 });
    expect((await queue({ askedOf: ['Marcus Adeyemi'] })).map((hit) => hit.id)).toEqual([id]);
    expect(await queue({ askedOf: ['Nobody'] })).toEqual([]);
    const actions = await app.call<OutputOf<'overview.actions'>>('overview.actions', { limit: 50 });
    expect(actions).toContainEqual(
      expect.objectContaining({
        kind: 'answerEscalation',
        ownerName: 'Marcus Adeyemi',
        detail: '0',
        title: 'Is this the man on the list?',
      }),
    );
  });

  it('waits for its decision again once it is answered, with the answer; undo takes both back', async () => {
    const { id } = hitAt(0);
    const [one] = await of({ kind: 'screeningHit', id });
    await app.call('escalations.answer', { id: one?.id, answer: 'No: another year of birth.', by: 'Marcus Adeyemi' });
    expect(await stateOf(id)).toBe('open');
    const { decisions } = await app.call<HitDetail>('screening.hit', { id });
    expect(decisions[0]).toMatchObject({ verdict: 'reopen', note: 'No: another year of birth.', by: 'Marcus Adeyemi' });
    expect(await of({ kind: 'screeningHit', id })).toMatchObject([{ closed: 'answer', answer: 'No: another year of birth.' }]);
    expect((await app.refusal('escalations.answer', { id: one?.id, answer: 'Again', by: 'X' })).code).toBe('policy.refused');
    await app.call('journal.undo');
    expect([await stateOf(id), (await of({ kind: 'screeningHit', id }))[0]?.closed]).toEqual(['escalated', null]);
  });

  it('is closed by a decision that comes first, and passed on anew closes the question before', async () => {
    const { id } = hitAt(0);
    await app.call('screening.decide', await decision(id, 'escalate', asked({ to: 'Priya Raman' })));
    expect((await of({ kind: 'screeningHit', id })).map(({ to, closed }) => [to, closed]).sort()).toEqual([
      ['Marcus Adeyemi', 'decision'],
      ['Priya Raman', null],
    ]);
    await app.call('screening.decide', await decision(id, 'needFacts', null));
    expect((await of({ kind: 'screeningHit', id })).every(({ closed }) => closed === 'decision')).toBe(true);
  });
});

it('never names staff in the list of what was passed on', async () => {
  await app.call('people.create', { columns: { name: 'Youssef AL HADHRAWI' }, accounts: [] });
  const { jobId } = await app.call<{ jobId: string }>('screening.run', { cause: 'all', subjects: null });
  const ended = () => app.events.some((event) => event.type === 'job' && event.jobId === jobId && event.state === 'done');
  await expect.poll(ended, { timeout: 60_000, interval: 20 }).toBe(true);
  const [staff] = await queue({ subjects: ['person'], states: ['open', 'needFacts', 'falsePositive', 'trueMatch'] });
  if (staff === undefined) throw new Error('The demo has no hit of staff');
  await app.call('screening.decide', await decision(staff.id, 'escalate', asked({ to: 'Human resources', role: 'hr' })));
  const { rows } = await open('Human resources');
  expect(rows).toMatchObject([{ restricted: true, title: '' }]);
  expect(JSON.stringify(rows)).not.toContain(staff.matchedName);
});

describe('anything else', () => {
  it('is passed on from its page, and closed by the answer', async () => {
    const before = (await open()).open;
    const { rows } = await app.call<OutputOf<'access.findings'>>('access.findings', { limit: 1 });
    const record = { kind: 'accessFinding', id: rows[0]?.id ?? '' };
    const one = await app.call<OutputOf<'escalations.ask'>>('escalations.ask', { record, escalation: asked({ dueOn: null, role: null }) });
    expect(one.title).not.toBe('');
    expect((await open()).open).toBe(before + 1);
    expect((await app.refusal('escalations.ask', { record: { kind: 'party', id: 'gone' }, escalation: asked() })).code).toBe(
      'record.notFound',
    );
    const hit = { kind: 'screeningHit', id: hitAt(1).id };
    expect((await app.refusal('escalations.ask', { record: hit, escalation: asked() })).code).toBe('policy.refused');
    await app.call('escalations.answer', { id: one.id, answer: 'Go on.', by: 'Priya Raman' });
    expect((await open()).open).toBe(before);
    const closed = await app.call<OutputOf<'escalations.list'>>('escalations.list', { open: false, to: null, offset: 0, limit: 5 });
    expect(closed.rows).toContainEqual(expect.objectContaining({ id: one.id, answer: 'Go on.', answeredBy: 'Priya Raman' }));
  });
});
