/** Finds how many rows can be handled in one go without holding other requests up: rows differ in cost, and machines in speed. */
export interface Pacer {
  /** Rows to take now. */
  readonly size: number;
  /** Runs a slice and learns from how long it took. */
  run<T>(work: () => T): T;
}

const targetMs = 12;

export function createPacer(first = 8, most = 100): Pacer {
  let size = first;
  return {
    get size() {
      return size;
    },
    run(work) {
      const start = performance.now();
      const result = work();
      const took = performance.now() - start;
      if (took > targetMs * 1.5) size = Math.max(1, Math.floor(size / 2));
      else if (took < targetMs / 2) size = Math.min(most, size * 2);
      return result;
    },
  };
}
