import type { MeaningTally, Tally } from '../../../../../src-shared/formats/access-log.ts';

/** Different texts counted at most; beyond that only those known already go on counting. */
const mostTexts = 100_000;

export interface Counts {
  add(text: string): void;
  tally(top: number): Tally;
  /** With what each text means; `null` where it is not understood. */
  meanings(means: (text: string) => string | null): MeaningTally;
}

export function createCounts(): Counts {
  const counts = new Map<string, number>();
  let more = false;
  const ordered = () => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    add(text) {
      if (text === '') return;
      const count = counts.get(text);
      if (count !== undefined) counts.set(text, count + 1);
      else if (counts.size < mostTexts) counts.set(text, 1);
      else more = true;
    },
    tally(top) {
      const list = ordered().slice(0, top);
      return { distinct: counts.size, more, top: list.map(([value, count]) => ({ value: value.slice(0, 400), count })) };
    },
    meanings(means) {
      // Those not understood come first, so that they can be explained even when there are many.
      const list = ordered().map(([value, count]) => ({ value: value.slice(0, 400), count, means: means(value) }));
      const sorted = [...list.filter((one) => one.means === null), ...list.filter((one) => one.means !== null)];
      return { distinct: counts.size, more, top: sorted.slice(0, 500) };
    },
  };
}
