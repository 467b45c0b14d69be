import { describe, expect, it } from 'vitest';
import { linesOf, moved, type Row, shortCount } from './layout.ts';

const row = (name: string, group: string): Row => ({ personId: name, account: null, name, group, position: 'unknown', cells: [] });

describe('linesOf', () => {
  it('puts each group under its name once and counts people only', () => {
    const lines = linesOf([row('a', 'Platform'), row('b', 'Platform'), row('c', 'Field')]);
    expect(lines.map((line) => (line.kind === 'group' ? line.name : `${line.at} ${line.row.name}`))).toEqual([
      'Platform',
      '0 a',
      '1 b',
      'Field',
      '2 c',
    ]);
  });

  it('gives people without a group no heading', () => {
    expect(linesOf([row('a', '')]).map((line) => line.kind)).toEqual(['row']);
  });
});

describe('shortCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [9_400, '9k'],
    [44_000, '44k'],
    [1_230_000, '1.2m'],
  ])('%d reads %s', (events, words) => {
    expect(shortCount(events, 'en')).toBe(words);
  });
});

describe('moved', () => {
  const size = { rows: 3, columns: 4, page: 10 };
  it.each([
    ['ArrowDown', { row: 1, column: 1 }, { row: 2, column: 1 }],
    ['ArrowDown', { row: 2, column: 1 }, { row: 2, column: 1 }],
    ['ArrowLeft', { row: 1, column: 0 }, { row: 1, column: 0 }],
    ['PageDown', { row: 0, column: 2 }, { row: 2, column: 2 }],
    ['Home', { row: 2, column: 3 }, { row: 2, column: 0 }],
    ['End', { row: 2, column: 0 }, { row: 2, column: 3 }],
  ] as const)('%s from %o ends at %o', (key, from, to) => {
    expect(moved(key, from, size, false)).toEqual(to);
  });

  it('goes to the corners with Ctrl', () => {
    expect(moved('End', { row: 0, column: 0 }, size, true)).toEqual({ row: 2, column: 3 });
    expect(moved('Home', { row: 2, column: 3 }, size, true)).toEqual({ row: 0, column: 0 });
  });

  it('leaves other keys alone', () => {
    expect(moved('x', { row: 0, column: 0 }, size, false)).toBeNull();
  });
});
