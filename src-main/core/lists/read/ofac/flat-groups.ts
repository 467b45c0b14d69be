import type { ReadLimits } from '../../../importers/read/limits.ts';
import { headOf } from '../frame/list-file.ts';
import type { KnownFile } from '../frame/list-format.ts';
import { flatRows } from './flat-rows.ts';
import { type FlatPart, flatParts, flatShapeOf } from './flat-shape.ts';

/** Companions of another list or a far older day share few numbers with a main file. */
const leastShared = 0.5;

/**
 * Puts flat files together by content: of several files of aliases (addresses, remarks) a main file gets the one that shares most of its numbers with it. One companion may serve several
 * main files. Companions that fit no main file stay alone and are reported as such.
 */
export async function groupFlatFiles(files: readonly KnownFile[], limits: ReadLimits): Promise<readonly (readonly KnownFile[])[]> {
  const mains = files.filter(({ part }) => part === 'main');
  const others = files.filter(({ part }) => part !== 'main');
  if (others.length === 0) return mains.map((file) => [file]);
  const numbers = new Map<KnownFile, ReadonlySet<string>>();
  for (const file of files) numbers.set(file, await numbersOf(file, limits));
  const used = new Set<KnownFile>();
  const groups = mains.map((main) => {
    const group = [main];
    for (const part of flatParts) {
      let best: KnownFile | null = null;
      let most = leastShared;
      for (const other of others) {
        if (other.part !== part) continue;
        const share = shared(numbers.get(other) ?? new Set(), numbers.get(main) ?? new Set());
        if (share < most || (share === most && best !== null)) continue;
        best = other;
        most = share;
      }
      if (best === null) continue;
      group.push(best);
      used.add(best);
    }
    return group;
  });
  return [...groups, ...others.filter((other) => !used.has(other)).map((other) => [other])];
}

/** Share of the first numbers that are among the second. */
function shared(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  if (some.size === 0) return 0;
  let both = 0;
  for (const number of some) if (all.has(number)) both += 1;
  return both / some.size;
}

async function numbersOf({ file, part }: KnownFile, limits: ReadLimits): Promise<ReadonlySet<string>> {
  const numbers = new Set<string>();
  const shape = flatShapeOf(await headOf(file, limits))?.shape;
  if (shape === undefined) return numbers;
  for await (const rows of flatRows(file, shape, part as FlatPart, limits)) for (const { cells } of rows) numbers.add(cells[0] ?? '');
  return numbers;
}
