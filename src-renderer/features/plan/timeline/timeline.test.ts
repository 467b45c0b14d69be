import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, type IsoDate, isoDate } from '../../../../src-shared/model/dates.ts';
import type { DaySpan, ScheduledTask, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { shifted, timelineKey } from './keys.ts';
import { boxOf, gripAt, routeOf } from './routes.ts';
import { nextTaskRow, timelineRows } from './rows.ts';
import { createScale, fittingDayWidth, holidayBands, weekMarks } from './scale.ts';
import {
  isWorkingDay,
  mondayOf,
  movedBy,
  movedTo,
  resizedBy,
  resizedTo,
  stepWorkingDays,
  weekdayOf,
  workingDaysIn,
} from './working-days.ts';

const day = isoDate;
const calendar: WorkCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  holidays: [
    { day: day('2030-11-28'), name: 'Quiet day' },
    { day: day('2030-12-25'), name: 'Midwinter' },
  ],
};
const sundayToThursday: WorkCalendar = { weekdays: [7, 1, 2, 3, 4], holidays: [] };
const span = (start: string, end: string): DaySpan => ({ start: day(start), end: day(end) });

const anyDay = fc.integer({ min: 0, max: 900 }).map((after) => dayAfter('2030-01-01', after));
const anyCalendar: fc.Arbitrary<WorkCalendar> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(
    anyDay.map((one) => ({ day: one, name: 'off' })),
    { maxLength: 12 },
  ),
});

describe('working days', () => {
  it('names weekdays and Mondays', () => {
    expect(weekdayOf('2030-11-24')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(mondayOf('2030-11-24')).toBe('2030-11-18');
    expect(isWorkingDay('2030-11-28', calendar)).toBe(false);
  });

  it.each([
    ['over a weekend', '2030-11-22', 1, '2030-11-25'],
    ['over a holiday', '2030-11-27', 1, '2030-11-29'],
    ['back over a weekend', '2030-11-25', -1, '2030-11-22'],
    ['from a day off, onward', '2030-11-23', 0, '2030-11-25'],
  ])('steps %s', (_, from, steps, to) => {
    expect(stepWorkingDays(day(from), steps, calendar)).toBe(to);
  });

  it('keeps the length of what is moved and never lets an end pass a start', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 30 }), fc.integer({ min: -20, max: 20 }), (cal, from, length, steps) => {
        const start = stepWorkingDays(from, 0, cal);
        const before = { start, end: stepWorkingDays(start, length, cal) };
        const after = movedBy(before, steps, cal);
        expect(workingDaysIn(after, cal)).toBe(workingDaysIn(before, cal));
        expect(isWorkingDay(after.start, cal) && isWorkingDay(after.end, cal)).toBe(true);
        const longer = resizedBy(before, steps, cal);
        expect(longer.start).toBe(before.start);
        expect(longer.end >= longer.start).toBe(true);
      }),
    );
  });

  it('puts what is dropped on a day off on the next working day, and an end on the one before', () => {
    expect(movedTo(span('2030-11-18', '2030-11-20'), day('2030-11-28'), calendar)).toEqual(span('2030-11-29', '2030-12-03'));
    expect(resizedTo(span('2030-11-18', '2030-11-20'), day('2030-11-28'), calendar)).toEqual(span('2030-11-18', '2030-11-27'));
  });
});

describe('scale', () => {
  const scale = createScale('2030-10-02', '2030-12-30', calendar, 12);

  it('begins on a Monday, gives weekends no room and holidays a column', () => {
    expect(scale.origin).toBe('2030-09-30');
    expect(scale.weeks).toBe(14);
    expect(scale.left('2030-10-04')).toBe(48);
    expect(scale.right('2030-10-04')).toBe(60);
    expect(scale.left('2030-10-05')).toBe(60);
    expect(scale.right('2030-10-06')).toBe(60);
    expect(scale.left('2030-10-07')).toBe(60);
    expect(holidayBands(scale, calendar).map(({ day: one, x }) => [one, x])).toEqual([
      ['2030-11-28', 516],
      ['2030-12-25', 744],
    ]);
  });

  it('finds the day of every column again, whatever the working week', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -200, max: 400 }), (cal, from, column) => {
        const any = createScale(from, dayAfter(from, 90), cal, 10);
        expect(any.columnOf(any.dayAt(column))).toBe(column);
        expect(any.right(any.dayAt(column)) - any.left(any.dayAt(column))).toBe(10);
      }),
    );
  });

  it('orders a week that begins on Sunday by its weekdays, Monday first', () => {
    const arab = createScale('2030-10-07', '2030-10-20', sundayToThursday, 10);
    expect([0, 1, 2, 3, 4, 5].map((column) => arab.dayAt(column))).toEqual([
      '2030-10-07',
      '2030-10-08',
      '2030-10-09',
      '2030-10-10',
      '2030-10-13',
      '2030-10-14',
    ]);
  });

  it('marks weeks, says a month once and thins the marks out where they would touch', () => {
    const marks = weekMarks(scale, '2030-10-09');
    expect(marks).toHaveLength(14);
    expect(marks.filter((mark) => mark.newMonth).map((mark) => mark.monday)).toEqual([
      '2030-09-30',
      '2030-10-07',
      '2030-11-04',
      '2030-12-02',
    ]);
    expect(marks.filter((mark) => mark.current).map((mark) => mark.monday)).toEqual(['2030-10-07']);
    expect(weekMarks(createScale('2030-10-02', '2030-12-30', calendar, 4), '2030-10-09')).toHaveLength(7);
  });

  it('fits the weeks into the room, within bounds', () => {
    expect(fittingDayWidth(790, 13, 5, 8, 28)).toBe(12);
    expect(fittingDayWidth(300, 13, 5, 8, 28)).toBe(8);
    expect(fittingDayWidth(9000, 13, 5, 8, 28)).toBe(28);
  });
});

const task = (id: string, change: Partial<ScheduledTask> = {}): ScheduledTask => ({
  id,
  phase: 'map',
  rank: 1,
  title: id,
  purpose: '',
  steps: [],
  evidenceWanted: '',
  ownerRole: null,
  owner: '',
  state: 'todo',
  waitingFor: '',
  milestone: false,
  span: span('2030-10-07', '2030-10-11'),
  planned: null,
  progress: 0,
  measure: null,
  dependsOn: [],
  links: [],
  cause: 'template',
  addedOn: day('2030-10-01'),
  closed: null,
  revision: 1,
  expected: change.span ?? span('2030-10-07', '2030-10-11'),
  slipDays: 0,
  slackDays: 0,
  critical: false,
  reading: null,
  reopened: null,
  proposal: null,
  ...change,
});

describe('rows', () => {
  it('lists phases in order with their tasks by rank, and spans each phase over what it holds', () => {
    const rows = timelineRows([
      task('late', { phase: 'audit', rank: 2, expected: span('2030-11-04', '2030-11-20') }),
      task('first', { phase: 'map' }),
      task('early', { phase: 'audit', rank: 1, expected: span('2030-10-30', '2030-11-06') }),
    ]);
    expect(rows.map((row) => (row.kind === 'phase' ? row.phase : row.task.id))).toEqual(['map', 'first', 'audit', 'early', 'late']);
    expect(rows[2]).toMatchObject({ number: 3, span: span('2030-10-30', '2030-11-20'), count: 2 });
    expect(nextTaskRow(rows, 1, 1)).toBe(3);
    expect(nextTaskRow(rows, 4, 1)).toBe(4);
    expect(nextTaskRow(rows, -1, 1)).toBe(1);
  });
});

describe('dependency routes', () => {
  const scale = createScale('2030-10-07', '2030-12-30', calendar, 12);
  const at = (row: number, start: string, end: string, milestone = false) =>
    boxOf({ milestone, expected: span(start, end) }, row * 29, scale);

  it('goes right and straight down where the next task begins later', () => {
    const route = routeOf(at(0, '2030-10-07', '2030-10-08'), at(3, '2030-10-14', '2030-10-15'));
    expect(route.line).toBe('M24 12.5H67V92');
    expect(route.head).toContain('l-3-6h6z');
  });

  it('goes up where the next task stands above', () => {
    expect(routeOf(at(3, '2030-10-07', '2030-10-08'), at(0, '2030-10-14', '2030-10-15')).line).toBe('M24 99.5H67V20');
  });

  it('goes straight from bar to bar where the next task begins before the end', () => {
    expect(routeOf(at(0, '2030-10-07', '2030-10-18'), at(1, '2030-10-14', '2030-10-15')).line).toBe('M67 19V34');
    expect(routeOf(at(1, '2030-10-07', '2030-10-18'), at(0, '2030-10-14', '2030-10-15')).line).toBe('M67 35V20');
  });

  it('goes around, between the rows, where the next task is over before this one begins', () => {
    expect(routeOf(at(0, '2030-10-14', '2030-10-18'), at(1, '2030-10-07', '2030-10-08')).line).toBe('M120 12.5H128V32H-8V41.5H-1');
  });

  it('comes down on the tip of a diamond', () => {
    expect(routeOf(at(0, '2030-10-07', '2030-10-08'), at(1, '2030-10-14', '2030-10-14', true)).line).toBe('M24 12.5H66V33.5');
  });
});

describe('hit boxes', () => {
  const scale = createScale('2030-10-07', '2030-12-30', calendar, 12);
  const box = boxOf({ milestone: false, expected: span('2030-10-07', '2030-10-11') }, 0, scale);
  const short = boxOf({ milestone: false, expected: span('2030-10-07', '2030-10-07') }, 0, scale);

  it.each([
    ['the middle moves', box, false, 30, 12, 'move'],
    ['the right edge resizes', box, false, 57, 12, 'end'],
    ['just beyond the edge still resizes', box, false, 64, 12, 'end'],
    ['a bar of one day keeps half for moving', short, false, 3, 12, 'move'],
    ['a bar of one day resizes by its other half', short, false, 9, 12, 'end'],
    ['a milestone only moves', short, true, 11, 12, 'move'],
    ['beside it is nothing', box, false, 90, 12, null],
    ['below it is nothing', box, false, 30, 27, null],
  ] as const)('%s', (_, one, milestone, x, y, grip) => {
    expect(gripAt(one, milestone, x, y)).toBe(grip);
  });
});

describe('keys', () => {
  const press = (key: string, shiftKey = false) => ({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false });

  it('moves by a working day, resizes with Shift, jumps a week with brackets', () => {
    expect(timelineKey(press('ArrowRight'), 5)).toEqual({ kind: 'shift', steps: 1, resize: false });
    expect(timelineKey(press('ArrowLeft', true), 5)).toEqual({ kind: 'shift', steps: -1, resize: true });
    expect(timelineKey(press(']'), 5)).toEqual({ kind: 'shift', steps: 5, resize: false });
    expect(timelineKey(press('x'), 5)).toBeNull();
    expect(timelineKey({ ...press('ArrowRight'), ctrlKey: true }, 5)).toBeNull();
  });

  it('refuses to move what is closed, to stretch a milestone and to shrink below a day', () => {
    const week = span('2030-10-07', '2030-10-11');
    const shift = { steps: 1, resize: false };
    expect(shifted(task('a'), week, shift, calendar)).toEqual(span('2030-10-08', '2030-10-14'));
    expect(shifted(task('a', { state: 'done' }), week, shift, calendar)).toBeNull();
    expect(shifted(task('a', { milestone: true }), week, { steps: 1, resize: true }, calendar)).toBeNull();
    const one: { start: IsoDate; end: IsoDate } = span('2030-10-07', '2030-10-07');
    expect(shifted(task('a'), one, { steps: -1, resize: true }, calendar)).toBeNull();
  });
});
