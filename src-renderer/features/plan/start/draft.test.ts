import { describe, expect, it } from 'vitest';
import { nextMonday, readHolidays, startDay } from './draft.ts';

describe('the start of a plan', () => {
  it('offers today where it is a Monday, else the next one, and takes no other weekday', () => {
    expect(nextMonday('2030-11-25')).toBe('2030-11-25');
    expect(nextMonday('2030-11-24')).toBe('2030-11-25');
    expect(startDay(' 2030-11-25 ')).toBe('2030-11-25');
    expect(startDay('2030-11-26')).toBeNull();
    expect(startDay('25 November')).toBeNull();
  });

  it('reads holidays a line each, in order, and names the lines it cannot read', () => {
    expect(readHolidays('2030-12-26, Second day\n\n2030-12-25\tMidwinter day\n2030-02-30 none\nsoon')).toEqual({
      holidays: [
        { day: '2030-12-25', name: 'Midwinter day' },
        { day: '2030-12-26', name: 'Second day' },
      ],
      unread: [4, 5],
    });
  });
});
