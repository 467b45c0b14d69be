/** Rows worked on between two chances for other requests, where one row costs little. */
const rowsATurn = 200;

/** `map` for long lists: what is made of each, in their order, with chances for other requests between. */
export async function mapInSlices<T, R>(items: readonly T[], pause: () => Promise<void>, make: (item: T) => R): Promise<R[]> {
  const made: R[] = [];
  for (let start = 0; start < items.length; start += rowsATurn) {
    for (const item of items.slice(start, start + rowsATurn)) made.push(make(item));
    await pause();
  }
  return made;
}
