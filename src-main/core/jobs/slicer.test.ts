import { describe, expect, it } from 'vitest';
import { createSlicer } from './slicer.ts';
import { JobCancelled } from './types.ts';

/** Computes without a pause, in milliseconds. */
function compute(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** How often others had their turn while something was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let running = true;
  const watch = (async () => {
    for (; running; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  })();
  await work();
  running = false;
  await watch;
  return turns;
}

const question = async () => {
  const { pause } = createSlicer();
  compute(8);
  await pause();
  compute(8);
};

describe('slices', () => {
  it('are shared by questions that one piece of work asks one after the other', async () => {
    const turns = await turnsDuring(async () => {
      const { pause } = createSlicer();
      for (let each = 0; each < 8; each += 1) {
        await question();
        await pause();
      }
    });
    // 128 ms in slices of 20 and what is begun when one ends; a slice of its own for each question would never be used up.
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it('let several pieces of work have one slice together before others have their turn', async () => {
    const work = async () => {
      const { pause } = createSlicer();
      for (let each = 0; each < 10; each += 1) {
        compute(4);
        await pause();
      }
    };
    const turns = await turnsDuring(() => Promise.all([work(), work(), work()]));
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
