import { describe, expect, it } from 'vitest';
import { inLanes } from './lanes.ts';

const never = new AbortController().signal;

async function all<T>(given: AsyncGenerator<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const one of given) taken.push(one);
  return taken;
}

describe('work in lanes', () => {
  it('hands results out in order, works on as many at once as there are lanes, and goes on beside a long one', async () => {
    const long = Promise.withResolvers<void>();
    const begun: number[] = [];
    let busy = 0;
    let most = 0;
    const done = await all(
      inLanes([0, 1, 2, 3, 4], 2, never, async (item) => {
        begun.push(item);
        busy += 1;
        most = Math.max(most, busy);
        await (item === 1 ? long.promise : Promise.resolve());
        if (item === 4) long.resolve();
        busy -= 1;
        return item * 10;
      }),
    );
    expect(done).toEqual([0, 10, 20, 30, 40]);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });

  it('throws what a later one threw while an earlier one is still at work, and begins nothing more', async () => {
    const begun: number[] = [];
    const work = all(
      inLanes([0, 1, 2, 3], 2, never, async (item) => {
        begun.push(item);
        if (item === 0) await new Promise(() => undefined);
        if (item === 1) throw new Error('out of paper');
        return item;
      }),
    );
    await expect(work).rejects.toThrow('out of paper');
    expect(begun).toEqual([0, 1]);
  });

  it('ends at once when it is aborted in the middle of a long work', async () => {
    const abort = new AbortController();
    const begun: number[] = [];
    const work = all(
      inLanes([0, 1, 2], 1, abort.signal, async (item) => {
        begun.push(item);
        abort.abort(new Error('enough'));
        await new Promise(() => undefined);
      }),
    );
    await expect(work).rejects.toThrow('enough');
    expect(begun).toEqual([0]);
    await expect(all(inLanes([0], 1, abort.signal, async () => begun.push(9)))).rejects.toThrow('enough');
    expect(begun).toEqual([0]);
  });

  it('begins nothing after the reader has stopped', async () => {
    const begun: number[] = [];
    const first = Promise.withResolvers<void>();
    for await (const one of inLanes([0, 1, 2, 3], 1, never, async (item) => {
      begun.push(item);
      if (item === 1) await first.promise;
      return item;
    })) {
      expect(one).toBe(0);
      break;
    }
    first.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([0, 1]);
  });
});
