import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { retentionClock } from './clock.ts';

const on = (day: string) => day as IsoDate;
const event = (day: string) => ({ what: 'export', day: on(day) });

describe('retentionClock', () => {
  it.each([
    { name: 'on the anniversary', today: '2031-03-01', state: 'running' },
    { name: 'the day after', today: '2031-03-02', state: 'past' },
  ])('$name → $state', ({ today, state }) => {
    expect(retentionClock([event('2025-01-01'), event('2026-03-01')], 5, on(today), false)).toEqual({
      state,
      last: event('2026-03-01'),
      keepUntil: '2031-03-01',
    });
  });

  it('ends on 28 February where there is no 29th', () => {
    expect(retentionClock([event('2028-02-29')], 5, on('2030-01-01'), false).keepUntil).toBe('2033-02-28');
    expect(retentionClock([event('2028-02-29')], 4, on('2030-01-01'), false).keepUntil).toBe('2032-02-29');
  });

  it('keeps what nothing is known of', () => {
    expect(retentionClock([], 5, on('2099-01-01'), false)).toEqual({ state: 'notStarted', last: null, keepUntil: null });
  });

  it('never lets a later event shorten the time, nor a held record go', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((date) => on(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), day, day, (days, more, today) => {
        const events = days.map((one) => event(one));
        const before = retentionClock(events, 5, today, false);
        const after = retentionClock([...events, event(more)], 5, today, false);
        expect((after.keepUntil ?? '') >= (before.keepUntil ?? '')).toBe(true);
        expect(retentionClock(events, 5, today, true).state).toBe('held');
      }),
    );
  });
});
