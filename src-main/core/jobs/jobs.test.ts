import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostEvent } from '../../../src-shared/contract/kernel.ts';
import { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { createJobs } from './jobs.ts';
import { createPool } from './pool.ts';
import { JobCancelled } from './types.ts';

let folder: string;
let entry: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-pool-'));
  entry = join(folder, 'entry.mjs');
  writeFileSync(
    entry,
    `import { writeFileSync } from 'node:fs';
     import { parentPort, threadId } from 'node:worker_threads';
     parentPort.on('message', (message) => {
       if (message === 'end') return parentPort.close();
       const { id, task, input } = message;
       if (task === 'forever') for (;;);
       if (task === 'die') process.exit(3);
       if (task === 'fail') return parentPort.postMessage({ id, ok: false, message: 'no' });
       const until = Date.now() + (input.ms ?? 0);
       while (Date.now() < until);
       if (task === 'write') writeFileSync(input.flag, '');
       parentPort.postMessage({ id, ok: true, value: { double: input.n * 2, threadId } });
     });`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pool', () => {
  it('shares tasks among its threads and answers each with its own result', async () => {
    const pool = createPool(() => entry, 2);
    const answers = (await Promise.all(Array.from({ length: 20 }, (_, n) => pool.run({ task: 'double', input: { n, ms: 5 } })))) as {
      double: number;
      threadId: number;
    }[];
    expect(answers.map((answer) => answer.double)).toEqual(Array.from({ length: 20 }, (_, n) => n * 2));
    expect(new Set(answers.map((answer) => answer.threadId)).size).toBe(2);
    await pool.close();
  });

  it('passes on a failure, survives a thread that dies, and stops a task that never ends', async () => {
    const pool = createPool(() => entry, 1);
    await expect(pool.run({ task: 'fail', input: {} })).rejects.toThrow('no');
    await expect(pool.run({ task: 'die', input: {} })).rejects.toThrow();
    const abort = new AbortController();
    const endless = pool.run({ task: 'forever', input: {} }, abort.signal);
    const queued = pool.run({ task: 'double', input: { n: 4 } });
    abort.abort();
    await expect(endless).rejects.toBeInstanceOf(JobCancelled);
    expect(await queued).toMatchObject({ double: 8 });
    await pool.close();
  });

  it('lets a short task end before its thread goes, and answers the caller at once', async () => {
    const pool = createPool(() => entry, 1);
    const abort = new AbortController();
    const flag = join(folder, 'finished');
    const task = pool.run({ task: 'write', input: { ms: 700, flag } }, abort.signal);
    abort.abort();
    await expect(task).rejects.toBeInstanceOf(JobCancelled);
    expect(existsSync(flag)).toBe(false);
    await pool.close();
    expect(existsSync(flag)).toBe(true);
  });

  it('drops what waits when it closes', async () => {
    const pool = createPool(() => entry, 1);
    const running = pool.run({ task: 'forever', input: {} });
    const waiting = pool.run({ task: 'double', input: { n: 1 } });
    const both = Promise.allSettled([running, waiting]);
    await pool.close();
    expect((await both).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
  });
});

function setUp() {
  const events: HostEvent[] = [];
  const defects: unknown[] = [];
  let id = 0;
  let ms = 0;
  const jobs = createJobs({
    clock: { now: () => IsoInstant.parse('2030-01-01T00:00:00.000Z'), today: () => expect.unreachable(), monotonicMs: () => ms },
    ids: { next: () => `job-${++id}` },
    poolEntry: () => entry,
    emit: (event) => events.push(event),
    defect(_where, cause) {
      defects.push(cause);
      return 'incident-1';
    },
  });
  return { jobs, events, defects, pass: (more: number) => (ms += more) };
}

describe('jobs', () => {
  it('tell their progress thinned out, then what they touched, then that they are done', async () => {
    const { jobs, events, pass } = setUp();
    const id = jobs.start({ kind: 'test.count', touches: ['inventory'] }, async (job) => {
      for (let row = 1; row <= 1000; row += 1) {
        job.progress(row, 1000);
        pass(1);
        await job.pause();
      }
      return ok(null);
    });
    await jobs.settled();
    const told = events.filter((event) => event.type === 'job').map((event) => [event.state, event.done]);
    expect(told.length).toBeLessThan(20);
    expect(told[0]).toEqual(['running', 0]);
    expect(told.at(-2)).toEqual(['running', 1000]);
    expect(told.at(-1)).toEqual(['done', 1000]);
    expect(events.at(-2)).toEqual({ type: 'touched', topics: ['inventory'] });
    expect(jobs.list()).toMatchObject([{ id, state: 'done', total: 1000, error: null }]);
    expect(jobs.cancel(id)).toBe(false);
  });

  it('end as failed with the refusal, or with an incident number when they throw', async () => {
    const { jobs, events, defects } = setUp();
    const options = { kind: 'test.fail', touches: ['inventory'] } as const;
    jobs.start(options, async () => err({ code: 'undo.nothing' }));
    jobs.start(options, async () => {
      throw new Error('secret detail');
    });
    jobs.start(options, async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    await jobs.settled();
    expect(jobs.list().map((job) => job.error)).toEqual([
      { code: 'undo.nothing' },
      { code: 'unexpected', incidentId: 'incident-1' },
      { code: 'storage.failed', reason: 'full', detail: 'ENOSPC' },
    ]);
    expect(defects).toHaveLength(1);
    expect(events.some((event) => event.type === 'touched')).toBe(false);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('let others through and stop soon after a cancel', async () => {
    const { jobs } = setUp();
    const id = jobs.start({ kind: 'test.long', touches: [] }, async (job) => {
      for (;;) await job.pause();
    });
    let turns = 0;
    for (; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(jobs.cancel(id)).toBe(true);
    await jobs.settled();
    expect(turns).toBe(5);
    expect(jobs.list()[0]).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
  });

  it('keep a bounded list of ended ones', async () => {
    const { jobs } = setUp();
    for (let number = 0; number < 120; number += 1) jobs.start({ kind: 'test.short', touches: [] }, async () => ok(null));
    await jobs.settled();
    expect(jobs.list().length).toBeLessThanOrEqual(50);
    expect(jobs.list().at(-1)?.id).toBe('job-120');
  });
});
