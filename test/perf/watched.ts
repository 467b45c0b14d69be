/** What work took, and how long others waited for a turn meanwhile. In milliseconds. */
export interface Watched {
  readonly ms: number;
  /** Of these, what this thread computed: other programs of a busy machine are not in it. */
  readonly computedMs: number;
  /** The longest it computed without letting another request have its turn. */
  readonly waitMs: number;
}

const computed = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Runs work while the event loop is asked to turn as often as it can. */
export async function watched(work: () => Promise<unknown>): Promise<Watched> {
  let waitMs = 0;
  let running = true;
  const watch = (async () => {
    while (running) {
      const before = computed();
      await new Promise((resolve) => setImmediate(resolve));
      waitMs = Math.max(waitMs, computed() - before);
    }
  })();
  const [started, computedBefore] = [performance.now(), computed()];
  await work();
  const [ms, computedMs] = [performance.now() - started, computed() - computedBefore];
  running = false;
  await watch;
  return { ms, computedMs, waitMs };
}

/** The middle one, rounded. */
export const median = (values: readonly number[]) => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
