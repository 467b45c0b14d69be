import { type ReadLimits, readLimits } from '../../../importers/read/limits.ts';

const mebi = 1024 * 1024;

/** Lists: the largest is 125 MB of XML today. It is streamed, so memory holds codes, places and papers of that file and one batch. */
export const listLimits: ReadLimits = {
  ...readLimits,
  fileBytes: 1024 * mebi,
  unpackedBytes: 2048 * mebi,
  heapMiB: 1024,
  parseMs: 10 * 60_000,
};
