import type { JobView } from '../../../src-shared/contract/jobs.ts';
import type { Reply, Topic } from '../../../src-shared/contract/kernel.ts';

/** What a running job is given. */
export interface JobContext {
  readonly id: string;
  /** Aborted when the user cancels or the lock falls. */
  readonly signal: AbortSignal;
  /** Says how far it is. Events are thinned out; call it freely. */
  progress(done: number, total: number | null): void;
  /**
   * Lets other requests through once this slice is used up (20 ms), else returns at once. Throws `JobCancelled` after a cancel.
   * Ask `deps.session()` again afterwards.
   */
  pause(): Promise<void>;
}

export interface JobOptions {
  /** `feature.verb`; text under `job.<kind>`. */
  readonly kind: string;
  /** What screens refetch when it is done. */
  readonly touches: readonly Topic[];
}

/** A batch of work for a pool thread, named in the registry of `src-main/workers/pool.ts`. Input and output must survive structured clone. */
export interface PoolTask {
  readonly task: string;
  readonly input: unknown;
  readonly transfer?: readonly ArrayBuffer[];
}

export interface Jobs {
  /** Starts a job and returns its id at once. Its result is its own commit: a job that fails, throws or is cancelled leaves nothing. */
  start(options: JobOptions, run: (job: JobContext) => Promise<Reply<unknown>>): string;
  /** The same for a command that answers when the work is done: settles with its reply, or with the job's own error. */
  run<T>(options: JobOptions, work: (job: JobContext) => Promise<Reply<T>>): Promise<Reply<T>>;
  cancel(id: string): boolean;
  list(): readonly JobView[];
  /** Runs a task on a pool thread. Rejects with `JobCancelled` after an abort, and with the task's error when it throws. */
  pool(task: PoolTask, signal?: AbortSignal): Promise<unknown>;
}

/** Thrown inside a job whose cancel was asked for. */
export class JobCancelled extends Error {
  constructor() {
    super('The job was cancelled');
    this.name = 'JobCancelled';
  }
}
