import { describe, expect, it } from 'vitest';
import { fitColumns } from './fit-columns.ts';
import type { SimpleColumn } from './SimpleTable.tsx';

const column = (id: string, rest: Partial<SimpleColumn<string>> = {}): SimpleColumn<string> => ({
  id,
  header: id,
  cell: (row) => row,
  ...rest,
});
const shape = (columns: ReadonlyArray<SimpleColumn<string>>, available: number) =>
  fitColumns(columns, available).map((fitted) => fitted.parts.map((part) => part.id).join('+'));

const entries = [
  column('entry', { width: 150 }),
  column('title', { minWidth: 200, fold: { under: 'entry', order: 2 } }),
  column('verdict', { width: 130 }),
  column('reasons', { width: 80, fold: { under: 'verdict', order: 1 } }),
];

describe('fitColumns', () => {
  it.each([
    { name: 'all beside each other where they fit', available: 560, want: ['entry', 'title', 'verdict', 'reasons'] },
    { name: 'the lowest order gives way first', available: 559, want: ['entry', 'title', 'verdict+reasons'] },
    { name: 'then the next', available: 479, want: ['entry+title', 'verdict+reasons'] },
    { name: 'nothing moves before the first layout', available: 0, want: ['entry', 'title', 'verdict', 'reasons'] },
  ])('$name', ({ available, want }) => {
    expect(shape(entries, available)).toEqual(want);
  });

  it('hands what is left to the column that took the flexible one in', () => {
    const [entry] = fitColumns(entries, 300);
    expect(entry?.width).toBeUndefined();
  });

  it('widens a column for the cell it took in, and leaves one that is wide enough', () => {
    const columns = [column('what'), column('guess', { width: 92 }), column('because', { width: 152, fold: { under: 'guess', order: 1 } })];
    expect(fitColumns(columns, 400).map((one) => one.width)).toEqual([undefined, 152]);
    expect(fitColumns(entries, 500).map((one) => one.width)).toEqual([150, undefined, 130]);
  });

  it('moves a squeezed column below the first one even where nobody said so, unless it is the first', () => {
    const plain = [column('who', { width: 200 }), column('note'), column('state', { width: 200 })];
    expect(shape(plain, 520)).toEqual(['who', 'note', 'state']);
    expect(shape(plain, 519)).toEqual(['who+note', 'state']);
    expect(shape([column('what'), column('when', { width: 200 })], 220)).toEqual(['what', 'when']);
  });

  it('keeps every column, whatever the width', () => {
    for (let available = 1; available < 800; available += 7)
      expect(shape(entries, available).join('+').split('+').sort()).toEqual(['entry', 'reasons', 'title', 'verdict']);
  });
});
