import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByTime } from './sort.ts';

const noPause = () => Promise.resolve();

describe('orderByTime', () => {
  it('orders times as a stable sort does', async () => {
    const time = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(time, { maxLength: 300 }), async (times) => {
        const order = await orderByTime(Float64Array.from(times), noPause);
        const expected = times.map((_, place) => place).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
        expect(order === null ? times.map((_, place) => place) : [...order]).toEqual(expected);
      }),
    );
  });

  it('leaves times alone that are in order', async () => {
    expect(await orderByTime(Float64Array.from([1, 1, 2, 7]), noPause)).toBeNull();
  });
});
