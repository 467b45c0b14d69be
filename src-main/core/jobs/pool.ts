import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PoolAnswer, PoolRequest } from '../../../src-shared/model/pool-wire.ts';
import { JobCancelled, type PoolTask } from './types.ts';

export interface Pool {
  run(task: PoolTask, signal?: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

interface Waiting {
  readonly task: PoolTask;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

interface Member {
  readonly worker: Worker;
  busy: Waiting | undefined;
  /** Set once the thread is on its way out: it takes no more work. Settles when it has ended. */
  leaving: Promise<void> | undefined;
}

/**
 * Longest a thread may go on with a task that nobody waits for any more, in milliseconds. Ending a thread while it compiles can
 * bring down the whole process (V8's register of code pages), so a short task is let finish; only a long one is cut off.
 */
const graceMs = 1500;

/**
 * The pool's entry for a command without a host: `pool.js` beside the built command line (or one folder above its chunks), the TypeScript file when
 * run from source, where Node strips the types itself.
 */
export function poolEntry(from: string = import.meta.url): string {
  if (from.endsWith('.ts')) return fileURLToPath(new URL('../../workers/pool.ts', from));
  const beside = fileURLToPath(new URL('./pool.js', from));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../pool.js', from));
}

/**
 * Threads for engine work: one per processor less the core's own, at least two, since the core mostly waits for them.
 * Started when first needed, a task at a time each.
 */
export function createPool(entry: () => string, size: number = Math.max(2, Math.min(4, availableParallelism() - 1))): Pool {
  const members: Member[] = [];
  const queue: Waiting[] = [];
  let lastId = 0;

  /** Lets a thread end: at once where it rests, after its task where it works, by force where that takes too long. */
  const dismiss = (member: Member): Promise<void> => {
    member.leaving ??= new Promise((resolve) => {
      const late = setTimeout(() => void member.worker.terminate(), graceMs);
      member.worker.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      // Asked for behind the task in hand, so it is read when that is done.
      member.worker.postMessage('end');
    });
    return member.leaving;
  };

  const settle = (member: Member, finish: (waiting: Waiting) => void) => {
    const waiting = member.busy;
    member.busy = undefined;
    // An idle pool must not keep a process alive; a busy one must.
    member.worker.unref();
    if (waiting !== undefined) finish(waiting);
    serve();
  };

  const remove = (member: Member) => {
    const place = members.indexOf(member);
    if (place >= 0) members.splice(place, 1);
  };

  const hire = (): Member => {
    const worker = new Worker(entry(), { resourceLimits: { maxOldGenerationSizeMb: 768 } });
    const member: Member = { worker, busy: undefined, leaving: undefined };
    members.push(member);
    worker.on('message', (answer: PoolAnswer) => {
      settle(member, (waiting) => (answer.ok ? waiting.resolve(answer.value) : waiting.reject(new Error(answer.message))));
    });
    worker.on('error', (cause) => {
      remove(member);
      settle(member, (waiting) => waiting.reject(cause));
    });
    worker.on('exit', () => {
      remove(member);
      settle(member, (waiting) => waiting.reject(new JobCancelled()));
    });
    return member;
  };

  const working = () => members.filter((one) => one.leaving === undefined).length;

  const serve = () => {
    while (queue.length > 0) {
      const member = members.find((one) => one.busy === undefined && one.leaving === undefined) ?? (working() < size ? hire() : undefined);
      if (member === undefined) return;
      const next = queue.shift();
      if (next === undefined) return;
      if (next.signal?.aborted === true) {
        next.reject(new JobCancelled());
        continue;
      }
      member.busy = next;
      member.worker.ref();
      lastId += 1;
      const request: PoolRequest = { id: lastId, task: next.task.task, input: next.task.input };
      member.worker.postMessage(request, [...(next.task.transfer ?? [])]);
    }
  };

  return {
    run(task, signal) {
      return new Promise((resolve, reject) => {
        const waiting: Waiting = { task, signal, resolve, reject };
        // A task is pure computing and cannot be asked to stop: its answer is no longer waited for, its thread leaves, another is hired when needed.
        signal?.addEventListener('abort', () => {
          const member = members.find((one) => one.busy === waiting);
          if (member !== undefined) void dismiss(member);
          reject(new JobCancelled());
          serve();
        });
        queue.push(waiting);
        serve();
      });
    },
    async close() {
      for (const waiting of queue.splice(0)) waiting.reject(new JobCancelled());
      for (const { busy } of members) busy?.reject(new JobCancelled());
      await Promise.all(members.map(dismiss));
    },
  };
}
