import { describe, expect, it } from 'vitest';
import { readDay, readSpan } from './spans.ts';

describe('readSpan', () => {
  it.each([
    ['21/02/1924', '1924-02-21', '1924-02-21', false],
    ['00/00/1980', '1980-01-01', '1980-12-31', false],
    ['dd/mm/1980', '1980-01-01', '1980-12-31', false],
    ['00/07/1980', '1980-07-01', '1980-07-31', false],
    ['1962-01-31', '1962-01-31', '1962-01-31', false],
    ['1962', '1962-01-01', '1962-12-31', false],
    ['circa 1960', '1960-01-01', '1960-12-31', true],
    ['Approximately 1960', '1960-01-01', '1960-12-31', true],
    ['1955 to 1960', '1955-01-01', '1960-12-31', false],
    ['Between 1955 and 1960', '1955-01-01', '1960-12-31', false],
    ['Between Aug. and Sep. 1977', '1977-08-01', '1977-09-30', false],
    ['1955-1960', '1955-01-01', '1960-12-31', false],
    ['05 Feb 1962', '1962-02-05', '1962-02-05', false],
    ['08-Oct-2026', '2026-10-08', '2026-10-08', false],
    ['June 21, 2022', '2022-06-21', '2022-06-21', false],
    ['Nov. 1973 ', '1973-11-01', '1973-11-30', false],
    ['November, 1975', '1975-11-01', '1975-11-30', false],
    ['21.2.2002', '2002-02-21', '2002-02-21', false],
    ['2018-12-21T14:39:54.511+01:00', '2018-12-21', '2018-12-21', false],
    ['1960-01-01-05:00', '1960-01-01', '1960-01-01', false],
    ['02/1960', '1960-02-01', '1960-02-29', false],
  ])('%s', (text, from, until, circa) => {
    expect(readSpan(text)).toMatchObject({ from, until, circa });
  });

  it('reads numbers in the order the list writes them, and two-digit years around now', () => {
    expect(readDay('06/19/2003', 'monthFirst')).toBe('2003-06-19');
    expect(readDay('9/10/98', 'monthFirst')).toBe('1998-09-10');
    expect(readDay('05/09/04', 'monthFirst')).toBe('2004-05-09');
  });

  it.each(['', '31/02/1970', '30-35 years old', 'Sep.', '13/13/1980', '00/00/0000', '99 Foo 1980'])('refuses %j', (text) => {
    expect(readSpan(text)).toBeNull();
  });

  it('has no day for a year', () => {
    expect(readDay('1980')).toBeNull();
  });
});
