import { describe, expect, it } from 'vitest';
import { createColumnOrder, readInOrder } from './number-order.ts';

const orderOf = (...texts: readonly string[]) => {
  const column = createColumnOrder();
  for (const text of texts) column.see(text);
  return column.end();
};

describe('the order of dates in a column', () => {
  it.each([
    ['one day over twelve proves the day first', ['03/04/1962', '13/04/1962'], { order: 'dayFirst', open: 0, example: '' }],
    [
      'one month over twelve in second place proves the month first',
      ['03/04/1962', '04/30/1962'],
      { order: 'monthFirst', open: 0, example: '' },
    ],
    ['nothing proves anything', ['03/04/1962', '01-02-99'], { order: null, open: 2, example: '03/04/1962' }],
    ['dots are written day first', ['03.04.1962'], { order: 'dayFirst', open: 0, example: '' }],
    [
      'proofs that contradict each other settle nothing',
      ['13/04/1962', '04/13/1962', '03/04/1962'],
      { order: null, open: 1, example: '03/04/1962' },
    ],
    ['the same day and month is no question', ['05/05/1962', '1962-03-04', '3 April 1962'], { order: null, open: 0, example: '' }],
  ] as const)('%s', (_, texts, end) => {
    expect(orderOf(...texts)).toEqual(end);
  });
});

describe('readInOrder', () => {
  it('follows the order, and stands for both readings where nobody knows it', () => {
    expect(readInOrder('03/04/1962', 'dayFirst')).toMatchObject({ from: '1962-04-03', until: '1962-04-03' });
    expect(readInOrder('03/04/1962', 'monthFirst')).toMatchObject({ from: '1962-03-04', until: '1962-03-04' });
    expect(readInOrder('03/04/1962', null)).toMatchObject({ from: '1962-03-04', until: '1962-04-03' });
  });

  it('never forces a date into an order it does not allow', () => {
    expect(readInOrder('13/04/1962', 'monthFirst')).toMatchObject({ from: '1962-04-13' });
    expect(readInOrder('1962-03-04', null)).toMatchObject({ from: '1962-03-04', until: '1962-03-04' });
    expect(readInOrder('03.04.1962', null)).toMatchObject({ from: '1962-04-03', until: '1962-04-03' });
    expect(readInOrder('31/31/1962', null)).toBeNull();
  });
});
