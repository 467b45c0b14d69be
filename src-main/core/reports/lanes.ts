/**
 * Works on items at most `lanes` at a time and hands the results out in the order of the items; a result waits where an earlier one takes
 * longer. Throws what the first work to fail threw, or the reason of `signal` as soon as that is aborted. Nothing begins after that, nor
 * after the reader has stopped; work that is under way then ends by itself, and its result is dropped.
 */
export async function* inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  signal: AbortSignal,
  work: (item: T, place: number) => Promise<R>,
): AsyncGenerator<R> {
  const results = items.map(() => Promise.withResolvers<R>());
  const stop = Promise.withResolvers<never>();
  // Told to whoever waits for a result; without anybody waiting it is no failure.
  stop.promise.catch(() => undefined);
  const onAbort = () => stop.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const queue = items.entries();
  let open = !signal.aborted;
  const lane = async () => {
    while (open) {
      const next = queue.next();
      if (next.done === true) return;
      const [place, item] = next.value;
      results[place]?.resolve(await work(item, place));
    }
  };
  for (let each = 0; each < lanes; each += 1) lane().catch(stop.reject);
  try {
    for (const { promise } of results) yield await Promise.race([promise, stop.promise]);
  } finally {
    open = false;
    signal.removeEventListener('abort', onAbort);
  }
}
