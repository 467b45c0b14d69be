import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import type { TaskState, WorkCalendar } from '../../../src-shared/model/plan.ts';
import {
  burndownOf,
  dueAgain,
  fallOf,
  forecastOf,
  inOrderOfDependence,
  layOut,
  movedTo,
  type PlanEvent,
  proposalFor,
  scheduleTasks,
  settled,
  workingDays,
} from './index.ts';
import type { TaskToSchedule } from './schedule.ts';

const monday = isoDate('2030-01-07');
const day = fc.integer({ min: -40, max: 400 }).map((at) => dayAfter(monday, at));
const calendar: fc.Arbitrary<WorkCalendar> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(
    day.map((one) => ({ day: one, name: '' })),
    { maxLength: 40 },
  ),
});
const fiveDays: WorkCalendar = { weekdays: [1, 2, 3, 4, 5], holidays: [] };

/** The rule itself, day by day, to compare the arithmetic with. */
const worksOn = ({ weekdays, holidays }: WorkCalendar, one: IsoDate): boolean =>
  weekdays.includes(((new Date(`${one}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) && !holidays.some((holiday) => holiday.day === one);
function walk(of: WorkCalendar, from: IsoDate, step: 1 | -1): IsoDate {
  let at = from;
  while (!worksOn(of, at)) at = dayAfter(at, step);
  return at;
}

describe('workingDays', () => {
  it('answers as walking the calendar day by day does', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 0, max: 30 }), (of, from, steps) => {
        const days = workingDays(of);
        expect(days.isWorking(from)).toBe(worksOn(of, from));
        expect(days.onOrAfter(from)).toBe(walk(of, from, 1));
        expect(days.onOrBefore(from)).toBe(walk(of, from, -1));
        let at = walk(of, from, 1);
        for (let left = steps; left > 0; left -= 1) at = walk(of, dayAfter(at, 1), 1);
        expect(days.plus(from, steps)).toBe(at);
      }),
    );
  });

  it('counts what lies between, there and back', () => {
    fc.assert(
      fc.property(calendar, day, day, (of, a, b) => {
        const days = workingDays(of);
        const [start, end] = a < b ? [a, b] : [b, a];
        let count = 0;
        for (let at = start; at <= end; at = dayAfter(at, 1)) if (worksOn(of, at)) count += 1;
        expect(days.count({ start, end })).toBe(count);
        expect(days.between(a, b)).toBe(-days.between(b, a) || 0);
        expect(days.plus(days.onOrAfter(start), days.between(days.onOrAfter(start), days.onOrAfter(end)))).toBe(days.onOrAfter(end));
      }),
    );
  });

  it.each([
    { name: 'over a weekend', from: '2030-01-11', steps: 1, to: '2030-01-14' },
    { name: 'from a Sunday, to the Monday', from: '2030-01-13', steps: 0, to: '2030-01-14' },
    { name: 'back over a weekend', from: '2030-01-14', steps: -1, to: '2030-01-11' },
  ])('steps $name', ({ from, steps, to }) => {
    expect(workingDays(fiveDays).plus(isoDate(from), steps)).toBe(to);
  });

  it('keeps the length of what is moved and sets spans on working days', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 0, max: 30 }), day, (of, start, long, to) => {
        const days = workingDays(of);
        const span = settled(days, { start, end: dayAfter(start, long) }, false);
        expect(worksOn(of, span.start) && worksOn(of, span.end) && span.start <= span.end).toBe(true);
        expect(days.count(movedTo(days, span, to))).toBe(days.count(span));
      }),
    );
  });
});

/** Tasks that wait only for earlier ones, so that no ring can arise. */
const tasks: fc.Arbitrary<readonly TaskToSchedule[]> = fc
  .array(
    fc.record({
      start: day,
      long: fc.integer({ min: 0, max: 12 }),
      state: fc.constantFrom<TaskState>('todo', 'todo', 'todo', 'doing', 'waiting', 'review', 'done', 'dropped'),
      milestone: fc.boolean(),
      before: fc.array(fc.nat(20), { maxLength: 3 }),
      late: fc.integer({ min: -5, max: 5 }),
      planned: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map(({ start, long, state, milestone, before, late, planned }, at): TaskToSchedule => {
      const span = settled(workingDays(fiveDays), { start, end: dayAfter(start, long) }, milestone);
      return {
        id: `t${at}`,
        phase: 'map',
        state,
        milestone,
        span,
        planned: planned ? span : null,
        dependsOn: at === 0 ? [] : [...new Set(before.map((one) => `t${one % at}`))],
        closed: state === 'done' || state === 'dropped' ? { on: dayAfter(span.end, late) } : null,
      };
    }),
  );
const isOpen = ({ state }: { state: TaskState }) => state !== 'done' && state !== 'dropped';

function scheduleOf(all: readonly TaskToSchedule[], today: IsoDate) {
  const made = scheduleTasks(all, workingDays(fiveDays), today);
  if (!made.ok) throw new Error('These tasks form no ring');
  return made.value;
}

describe('scheduleTasks', () => {
  it('starts nothing before today, before it is set, or before what it waits for has ended', () => {
    fc.assert(
      fc.property(tasks, day, (all, today) => {
        const { byId } = scheduleOf(all, today);
        for (const task of all) {
          const own = byId.get(task.id)?.expected;
          if (own === undefined || !isOpen(task)) continue;
          expect(own.end >= today).toBe(true);
          if (task.state !== 'todo') {
            expect(own.end >= task.span.end).toBe(true);
            continue;
          }
          expect(own.start >= today && own.start >= task.span.start).toBe(true);
          expect(workingDays(fiveDays).count(own)).toBe(task.milestone ? 1 : workingDays(fiveDays).count(task.span));
          for (const id of task.dependsOn) {
            const before = all.find((one) => one.id === id);
            if (before !== undefined && isOpen(before)) expect((byId.get(id)?.expected.end ?? '') < own.start).toBe(true);
          }
        }
      }),
    );
  });

  it('gives true room: a task that ends later by its slack leaves the end where it is, a day more moves it', () => {
    const days = workingDays(fiveDays);
    fc.assert(
      fc.property(tasks, day, fc.nat(20), (all, today, pick) => {
        const schedule = scheduleOf(all, today);
        const task = all[pick % all.length];
        const placed = task === undefined ? undefined : schedule.byId.get(task.id);
        if (task === undefined || placed === undefined || !isOpen(task) || task.milestone || schedule.last === null) return;
        const endAfter = (more: number) => {
          const span = { start: placed.expected.start, end: days.plus(placed.expected.end, more) };
          return scheduleOf(
            all.map((one) => (one.id === task.id ? { ...one, span } : one)),
            today,
          ).last?.expected;
        };
        expect(endAfter(placed.slackDays)).toBe(schedule.last.expected);
        expect((endAfter(placed.slackDays + 1) ?? '') > schedule.last.expected).toBe(true);
        expect(placed.critical).toBe(placed.slackDays === 0);
      }),
    );
  });

  it('has a chain to the end whenever anything open decides it', () => {
    fc.assert(
      fc.property(tasks, day, (all, today) => {
        const { byId, last } = scheduleOf(all, today);
        if (last === null) {
          expect(all.every(({ state }) => state === 'dropped')).toBe(true);
          return;
        }
        const ending = all.filter((task) => isOpen(task) && byId.get(task.id)?.expected.end === last.expected);
        for (const task of ending) expect(byId.get(task.id)?.critical).toBe(true);
      }),
    );
  });

  it('says nothing else whatever order the tasks come in', () => {
    fc.assert(
      fc.property(tasks, day, (all, today) => {
        expect([...scheduleOf([...all].reverse(), today).byId].sort()).toEqual([...scheduleOf(all, today).byId].sort());
      }),
    );
  });

  it('names the ring where tasks wait for each other', () => {
    const one = {
      phase: 'map',
      state: 'todo',
      milestone: false,
      span: { start: monday, end: monday },
      planned: null,
      closed: null,
    } as const;
    const made = scheduleTasks(
      [
        { ...one, id: 'a', dependsOn: ['b'] },
        { ...one, id: 'b', dependsOn: ['c'] },
        { ...one, id: 'c', dependsOn: ['a'] },
        { ...one, id: 'd', dependsOn: ['a'] },
      ],
      workingDays(fiveDays),
      monday,
    );
    expect(made).toEqual({ ok: false, error: ['a', 'b', 'c'] });
  });

  it('orders a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => ({ id: String(at), dependsOn: at === 9999 ? [] : [String(at + 1)] }));
    const ordered = inOrderOfDependence(chain);
    expect(ordered.ok && ordered.value[0]?.id).toBe('9999');
  });
});

describe('layOut', () => {
  it('puts every task on working days after all it waits for, in any calendar', () => {
    const places = fc.array(
      fc.record({
        startDay: fc.integer({ min: 1, max: 60 }),
        days: fc.integer({ min: 1, max: 10 }),
        milestone: fc.boolean(),
        before: fc.nat(9),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(places, calendar, (all, of) => {
        const pack = all.map(({ before, ...place }, at) => ({ ...place, id: `t${at}`, dependsOn: at === 0 ? [] : [`t${before % at}`] }));
        const laid = layOut(pack, monday, workingDays(of));
        if (!laid.ok) throw new Error('These places form no ring');
        for (const { id, dependsOn } of pack) {
          const span = laid.value.get(id);
          expect(span !== undefined && worksOn(of, span.start) && worksOn(of, span.end) && span.start <= span.end).toBe(true);
          for (const before of dependsOn) expect((laid.value.get(before)?.end ?? '') < (span?.start ?? '')).toBe(true);
        }
      }),
    );
  });
});

describe('burndownOf', () => {
  const kinds = fc.constantFrom<PlanEvent['kind']>('added', 'sized', 'closed', 'reopened', 'dropped');
  const events: fc.Arbitrary<readonly PlanEvent[]> = fc.array(
    fc.record({
      day: fc.integer({ min: -3, max: 60 }).map((at) => dayAfter(monday, at)),
      taskId: fc.constantFrom('a', 'b', 'c', 'd'),
      kind: kinds,
      days: fc.integer({ min: 0, max: 9 }),
      cause: fc.constantFrom('template' as const, 'finding' as const),
    }),
    { maxLength: 30 },
  );

  it('never falls below nothing, ends where the line ends, and its steps are what the scope gained', () => {
    const last = dayAfter(monday, 84);
    fc.assert(
      fc.property(events, fc.constantFrom('tasks' as const, 'days' as const), (all, unit) => {
        const today = dayAfter(monday, 60);
        const line = burndownOf(all, { first: monday, last, today, unit, days: workingDays(fiveDays) });
        expect(line.actual.every(({ left }) => left >= 0)).toBe(true);
        expect(line.ideal.every(({ left }) => left >= -1e-9)).toBe(true);
        expect(line.ideal.at(-1)).toMatchObject({ day: last, left: 0 });
        expect(line.actual.at(-1)).toEqual({ day: today, left: line.left });
        expect(line.closedPerDay.length).toBe(workingDays(fiveDays).count({ start: monday, end: dayAfter(today, -1) }));
      }),
    );
  });

  it('adds a task before it is closed where both happen on one day', () => {
    const [day, today] = [dayAfter(monday, 1), dayAfter(monday, 2)];
    const about = { day, taskId: 'a', days: 2, cause: 'finding' } as const;
    const all = [{ ...about, kind: 'added' } as const, { ...about, kind: 'closed' } as const];
    const line = burndownOf(all, { first: monday, last: dayAfter(monday, 4), today, unit: 'days', days: workingDays(fiveDays) });
    expect(line.actual.map(({ left }) => left)).toEqual([0, 2, 0, 0]);
    expect(line.closedPerDay).toEqual([0, 2]);
  });

  it('counts a plan that closes one task a day, with two added on the way', () => {
    const event = (kind: PlanEvent['kind'], taskId: string, at: number, cause: PlanEvent['cause'] = 'template'): PlanEvent => ({
      ...{ kind, taskId, cause, days: 2 },
      day: dayAfter(monday, at),
    });
    const all = [
      ...['a', 'b', 'c', 'd'].map((id) => event('added', id, 0)),
      event('closed', 'a', 0),
      event('closed', 'b', 1),
      event('added', 'e', 2, 'finding'),
      event('reopened', 'a', 3),
    ];
    const last = dayAfter(monday, 4);
    const line = burndownOf(all, { first: monday, last, today: dayAfter(monday, 3), unit: 'days', days: workingDays(fiveDays) });
    expect(line.actual.map(({ left }) => left)).toEqual([8, 6, 4, 4, 6, 8]);
    expect(line.steps).toEqual([{ day: dayAfter(monday, 2), change: 2, cause: 'finding' }]);
    expect(line.ideal.map(({ left }) => left)).toEqual([8, 6, 4, 6, 3, 0]);
    expect(line.lineSays).toBe(3);
  });
});

describe('forecastOf', () => {
  it('is exact where every day closed one, and widens where the pace did not hold still', () => {
    const days = workingDays(fiveDays);
    const steady = forecastOf(10, Array(20).fill(1), monday, days);
    expect(steady).toEqual({ earliest: '2030-01-18', likely: '2030-01-18', latest: '2030-01-18' });
    const uneven = forecastOf(10, [5, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 10], monday, days);
    expect(uneven).not.toBeNull();
    expect((uneven?.earliest ?? '') < (uneven?.latest ?? '')).toBe(true);
  });

  it('never orders its days the wrong way, says the same twice, and says nothing of too short a past', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.nat(4), { minLength: 10, maxLength: 40 }), (left, closed) => {
        const days = workingDays(fiveDays);
        const found = forecastOf(left, closed, monday, days);
        expect(forecastOf(left, closed, monday, days)).toEqual(found);
        if (found !== null) expect(found.earliest <= found.likely && found.likely <= found.latest).toBe(true);
      }),
      { numRuns: 30 },
    );
    expect(forecastOf(5, [3, 3, 3], monday, workingDays(fiveDays))).toBeNull();
    expect(forecastOf(5, Array(20).fill(0), monday, workingDays(fiveDays))).toBeNull();
    expect(forecastOf(0, Array(20).fill(1), monday, workingDays(fiveDays))).toBeNull();
  });
});

describe('proposalFor', () => {
  const measure = { id: 'ownersNamed', percent: 90 } as const;
  it.each([
    { name: 'open and met', state: 'doing', done: 9, of: 10, stand: false, says: 'close' },
    { name: 'open and missed', state: 'doing', done: 8, of: 10, stand: false, says: null },
    { name: 'nothing to count', state: 'todo', done: 0, of: 0, stand: false, says: null },
    { name: 'closed and lost again', state: 'done', done: 8, of: 10, stand: false, says: 'reopen' },
    { name: 'closed and still met', state: 'done', done: 10, of: 10, stand: false, says: null },
    { name: 'closed, but a finding stands', state: 'done', done: 10, of: 10, stand: true, says: 'reopen' },
    { name: 'dropped', state: 'dropped', done: 10, of: 10, stand: true, says: null },
  ] as const)('$name → $says', ({ state, done, of, stand, says }) => {
    const closed = state === 'done' ? { on: isoDate('2030-01-01'), by: '', note: '', reading: { done: 10, of: 10 } } : null;
    expect(proposalFor({ state, measure, closed }, { done, of }, stand)).toBe(says);
  });
});

describe('fallOf', () => {
  const share = fc.integer({ min: 0, max: 40 }).chain((of) => fc.integer({ min: 0, max: of }).map((done) => ({ done, of })));
  const cases = fc.record({
    percent: fc.integer({ min: 1, max: 100 }),
    atClosing: fc.option(share, { nil: null }),
    // What the measure said each time somebody looked, and whether a person then closed the task anew, took the opening back, or left it.
    looks: fc.array(fc.tuple(share, fc.constantFrom('left', 'closed', 'takenBack')), { maxLength: 30 }),
  });
  const met = (reading: { done: number; of: number } | null, percent: number) =>
    reading !== null && reading.of > 0 && reading.done * 100 >= percent * reading.of;

  it('opens a closed task exactly when its measure went from met to missed since, and once for each such fall', () => {
    fc.assert(
      fc.property(cases, ({ percent, atClosing, looks }) => {
        const measure = { id: 'ownersNamed', percent } as const;
        const closedWith = (reading: typeof atClosing) => ({ on: isoDate('2030-01-01'), by: '', note: '', reading });
        let task = { state: 'done' as 'done' | 'doing', measure, closed: atClosing === null ? null : closedWith(atClosing) };
        let answered = false;
        // The model: what was last known to be met, for as long as the task is closed.
        let wasMet = met(atClosing, percent);
        const closedMet = () => met(task.closed?.reading ?? null, percent);
        for (const [reading, then] of looks) {
          const before = task.closed;
          const fall = fallOf(task, reading, answered);
          const falls = task.state === 'done' && closedMet() && wasMet && reading.of > 0 && !met(reading, percent);
          expect(fall === 'fallen').toBe(falls);
          if (task.state === 'done' && reading.of > 0) wasMet = met(reading, percent);
          if (fall === 'risen') answered = false;
          if (fall === 'fallen') {
            task = { ...task, state: 'doing', closed: null };
            answered = true;
          }
          if (task.state === 'done') continue;
          if (then === 'takenBack' && fall === 'fallen') task = { ...task, state: 'done', closed: before };
          if (then === 'closed') {
            task = { ...task, state: 'done', closed: closedWith(reading.of === 0 ? null : reading) };
            answered = false;
            wasMet = met(reading, percent);
          }
        }
      }),
    );
  });

  it('leaves alone what was closed while its measure was missed, what is open, and what was dropped', () => {
    const measure = { id: 'ownersNamed', percent: 90 } as const;
    const closed = (done: number) => ({ on: isoDate('2030-01-01'), by: '', note: '', reading: { done, of: 10 } });
    const low = { done: 1, of: 10 };
    expect(fallOf({ state: 'done', measure, closed: closed(8) }, low, false)).toBeNull();
    expect(fallOf({ state: 'doing', measure, closed: null }, low, false)).toBeNull();
    expect(fallOf({ state: 'dropped', measure, closed: closed(10) }, low, false)).toBeNull();
    expect(fallOf({ state: 'done', measure, closed: closed(9) }, low, false)).toBe('fallen');
    expect(fallOf({ state: 'done', measure, closed: closed(9) }, low, true)).toBeNull();
  });
});

describe('dueAgain', () => {
  it.each([
    ['2030-01-31', 'monthly', '2030-02-28'],
    ['2030-11-30', 'quarterly', '2031-02-28'],
    ['2028-02-29', 'yearly', '2029-02-28'],
    ['2030-08-31', 'halfYearly', '2031-02-28'],
    ['2030-12-30', 'weekly', '2031-01-06'],
  ] as const)('after %s, %s: %s', (from, cadence, next) => {
    expect(dueAgain(isoDate(from), cadence)).toBe(next);
  });
});
