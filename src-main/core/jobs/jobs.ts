import type { JobView } from '../../../src-shared/contract/jobs.ts';
import type { AppError, HostEvent, Reply } from '../../../src-shared/contract/kernel.ts';
import { isDamage, storageErrorOf } from '../files/index.ts';
import type { Clock, Ids } from '../ports.ts';
import { createPool } from './pool.ts';
import { createSlicer } from './slicer.ts';
import { JobCancelled, type JobContext, type JobOptions, type Jobs } from './types.ts';

/** Ended jobs that stay on the list. */
const mostEnded = 50;
const progressEveryMs = 100;

export interface JobsHost {
  readonly clock: Clock;
  readonly ids: Ids;
  poolEntry(): string;
  emit(event: HostEvent): void;
  defect(where: string, cause: unknown): string;
}

export interface JobsControl extends Jobs {
  /** Stops everything: the lock is falling, or the app closes. What had not been committed is not. */
  cancelAll(): void;
  /** Settles when every started job has ended. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  view: JobView;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

export function createJobs(host: JobsHost): JobsControl {
  const jobs = new Map<string, Running>();
  const pool = createPool(host.poolEntry);

  const announce = (view: JobView) =>
    host.emit({
      type: 'job',
      jobId: view.id,
      kind: view.kind,
      state: view.state,
      done: view.done,
      total: view.total,
      ...(view.error === null ? {} : { error: view.error }),
    });

  const end = (id: string, options: JobOptions, reply: Reply<unknown>) => {
    const job = jobs.get(id);
    if (job === undefined) return;
    const state = reply.ok ? 'done' : reply.error.code === 'cancelled' ? 'cancelled' : 'failed';
    job.view = { ...job.view, state, endedAt: host.clock.now(), error: reply.ok ? null : reply.error };
    if (reply.ok && options.touches.length > 0) host.emit({ type: 'touched', topics: [...options.touches] });
    announce(job.view);
    const ended = [...jobs.values()].filter((one) => one.view.state !== 'running');
    for (const old of ended.slice(0, Math.max(0, ended.length - mostEnded))) jobs.delete(old.view.id);
  };

  const control: JobsControl = {
    start(options, run) {
      const id = host.ids.next();
      const abort = new AbortController();
      const slicer = createSlicer(abort.signal);
      let lastToldAt = Number.NEGATIVE_INFINITY;
      const context: JobContext = {
        id,
        signal: abort.signal,
        pause: () => slicer.pause(),
        progress(done, total) {
          const job = jobs.get(id);
          if (job === undefined || job.view.state !== 'running') return;
          job.view = { ...job.view, done: Math.floor(done), total };
          const now = host.clock.monotonicMs();
          if (now - lastToldAt < progressEveryMs && done !== total) return;
          lastToldAt = now;
          announce(job.view);
        },
      };
      const view: JobView = {
        id,
        kind: options.kind,
        state: 'running',
        done: 0,
        total: null,
        startedAt: host.clock.now(),
        endedAt: null,
        error: null,
      };
      // A turn of the loop first, so that the caller knows the id before any event about it.
      const ended = new Promise<void>((resolve) => setImmediate(resolve))
        .then(() => run(context))
        .then(
          (reply) => end(id, options, abort.signal.aborted && !reply.ok ? cancelled : reply),
          (cause: unknown) =>
            end(id, options, { ok: false, error: failureOf(cause, abort.signal, (defect) => host.defect(options.kind, defect)) }),
        );
      jobs.set(id, { view, abort, ended });
      announce(view);
      return id;
    },
    async run(options, work) {
      let reply: Awaited<ReturnType<typeof work>> = cancelled;
      const id = control.start(options, async (job) => {
        reply = await work(job);
        return reply;
      });
      const job = jobs.get(id);
      await job?.ended;
      const error = job?.view.error ?? null;
      return error === null ? reply : { ok: false, error };
    },
    cancel(id) {
      const job = jobs.get(id);
      if (job === undefined || job.view.state !== 'running') return false;
      job.abort.abort();
      return true;
    },
    list: () => [...jobs.values()].map((job) => job.view),
    pool: (task, signal) => pool.run(task, signal),
    cancelAll() {
      for (const job of jobs.values()) if (job.view.state === 'running') job.abort.abort();
    },
    async settled() {
      await Promise.all([...jobs.values()].map((job) => job.ended));
    },
    close: () => pool.close(),
  };
  return control;
}

const cancelled: Reply<never> = { ok: false, error: { code: 'cancelled' } };

function failureOf(cause: unknown, signal: AbortSignal, defect: (cause: unknown) => string): AppError {
  if (cause instanceof JobCancelled || signal.aborted) return { code: 'cancelled' };
  if (isDamage(cause)) return { code: 'workspace.damaged', newestGoodSnapshot: null };
  return storageErrorOf(cause) ?? { code: 'unexpected', incidentId: defect(cause) };
}
