import { describe, expect, it } from 'vitest';
import { createSlicer } from './slicer.ts';
import { JobCancelled } from './types.ts';

/** Computes without a pause, in milliseconds. */
function compute(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Longest time, in milliseconds, that the event loop did not turn while something was done. */
async function longestWait(work: () => Promise<void>): Promise<number> {
  let [longest, running] = [0, true];
  const watch = (async () => {
    while (running) {
      const before = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      longest = Math.max(longest, performance.now() - before);
    }
  })();
  await work();
  running = false;
  await watch;
  return longest;
}

const question = async () => {
  const { pause } = createSlicer();
  compute(8);
  await pause();
  compute(8);
};

describe('slices', () => {
  it('are shared by questions that one piece of work asks one after the other', async () => {
    const asked = longestWait(async () => {
      const { pause } = createSlicer();
      for (let each = 0; each < 8; each += 1) {
        await question();
        await pause();
      }
    });
    // In one go it were 128 ms: a slice of its own for each question would never be used up.
    expect(await asked).toBeLessThan(100);
  });

  it('let several pieces of work have one slice together before others have their turn', async () => {
    let turns = 0;
    let running = true;
    const watch = (async () => {
      for (; running; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    })();
    const work = async () => {
      const { pause } = createSlicer();
      for (let each = 0; each < 10; each += 1) {
        compute(4);
        await pause();
      }
    };
    await Promise.all([work(), work(), work()]);
    running = false;
    await watch;
    // 120 ms in slices of 20 and what is begun when one ends.
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it('end with the job that is cancelled', async () => {
    const abort = new AbortController();
    const { pause } = createSlicer(abort.signal);
    await pause();
    abort.abort();
    await expect(pause()).rejects.toBeInstanceOf(JobCancelled);
  });
});
