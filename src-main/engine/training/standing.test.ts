import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, daysBetween, isoDate } from '../../../src-shared/model/dates.ts';
import { createTrainingClock, isAsked, type TrainedCourse, type TrainedOne, worstOf } from './index.ts';

const today = isoDate('2026-06-30');
const nobody = { everyone: false, teams: [], roles: [], sites: [], duties: [], controlled: false };
const course = (more: Partial<TrainedCourse> = {}): TrainedCourse => ({
  ...{ audience: { ...nobody, everyone: true }, every: 'quarterly', everyDays: null, withinDays: 30, since: isoDate('2026-01-01') },
  ...more,
});
const one = (more: Partial<TrainedOne> = {}): TrainedOne => ({
  ...{ team: 'Core', role: 'Engineer', site: 'Oslo', duties: [], controlled: false, joinedOn: isoDate('2020-01-01') },
  ...more,
});
const clock = createTrainingClock(today);
const standing = (of: TrainedCourse, joined: string, last: string | null) =>
  clock.standing(of, isoDate(joined), last === null ? null : isoDate(last));

describe('whom a course is asked of', () => {
  it.each([
    ['everybody', { everyone: true }, {}, true],
    ['a department', { teams: ['Core'] }, {}, true],
    ['another department', { teams: ['Sales'] }, {}, false],
    ['one of several lists', { teams: ['Sales'], sites: ['Oslo'] }, {}, true],
    ['a job role', { roles: ['Engineer'] }, {}, true],
    ['a duty held', { duties: ['legal' as const] }, { duties: ['legal' as const, 'hr' as const] }, true],
    ['a duty not held', { duties: ['legal' as const] }, {}, false],
    ['who stands at a controlled item', { controlled: true }, { controlled: true }, true],
    ['who does not', { controlled: true }, {}, false],
    ['nobody', {}, {}, false],
  ])('%s', (_what, audience, person, asked) => {
    expect(isAsked({ ...nobody, ...audience }, one(person))).toBe(asked);
  });
});

describe('where somebody stands', () => {
  it.each([
    ['never taken, long here, the day gone', course(), '2020-01-01', null, 'overdue', '2026-01-31', false],
    ['never taken, on its last day', course({ since: isoDate('2026-05-31') }), '2020-01-01', null, 'toDo', '2026-06-30', false],
    ['new, within the days', course(), '2026-06-20', null, 'toDo', '2026-07-20', true],
    ['new, past the days', course(), '2026-05-01', null, 'overdue', '2026-05-31', false],
    ['in date', course(), '2020-01-01', '2026-06-01', 'done', '2026-09-01', false],
    ['due within two weeks', course(), '2020-01-01', '2026-04-10', 'soon', '2026-07-10', false],
    ['due today is in date', course(), '2020-01-01', '2026-03-30', 'soon', '2026-06-30', false],
    ['a day late', course(), '2020-01-01', '2026-03-29', 'overdue', '2026-06-29', false],
    ['the last of a month stays in the month', course(), '2020-01-01', '2026-05-31', 'done', '2026-08-31', false],
    ['a year', course({ every: 'yearly' }), '2020-01-01', '2025-07-31', 'done', '2026-07-31', false],
    ['own days', course({ every: 'own', everyDays: 10 }), '2020-01-01', '2026-06-19', 'overdue', '2026-06-29', false],
    ['once is for good', course({ every: 'once' }), '2020-01-01', '2021-01-01', 'done', null, false],
  ] as const)('%s', (_what, of, joined, last, state, dueOn, newcomer) => {
    expect(standing(of, joined, last)).toEqual({ state, dueOn, newcomer });
  });

  it('never calls overdue whose day is still to come, nor in date whose day has passed', () => {
    const day = fc.integer({ min: -900, max: 0 }).map((days) => dayAfter(today, days));
    fc.assert(
      fc.property(
        fc.constantFrom('once' as const, 'quarterly' as const, 'yearly' as const, 'own' as const),
        fc.integer({ min: 7, max: 400 }),
        fc.integer({ min: 0, max: 200 }),
        fc.tuple(day, day),
        fc.option(day),
        (every, days, withinDays, [since, joined], last) => {
          const of = course({ every, everyDays: every === 'own' ? days : null, withinDays, since });
          const { state, dueOn, newcomer } = createTrainingClock(today).standing(of, joined, last);
          if (dueOn === null) expect([every, last === null]).toEqual(['once', false]);
          else expect(state === 'overdue').toBe(daysBetween(dueOn, today) > 0);
          if (newcomer) expect(state).toBe('toDo');
          expect(state === 'toDo').toBe(last === null && state !== 'overdue');
        },
      ),
    );
  });

  it('takes the worse of two states', () => {
    expect(worstOf('done', 'overdue')).toBe('overdue');
    expect(worstOf('toDo', 'soon')).toBe('toDo');
    expect(worstOf('done', 'done')).toBe('done');
  });
});
