import { performance } from 'node:perf_hooks';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { createIndexBuilder, type IndexData } from '../../engine/screening/index.ts';
import { readLists } from '../lists/index.ts';

export interface LoadedLists {
  readonly index: IndexData;
  readonly parties: number;
  readonly names: number;
  /** Seconds spent on the index alone, reading apart. */
  readonly indexSeconds: number;
  /** What somebody should know: records no party came of, files that are no list. */
  readonly notes: readonly string[];
}

/** Rejected records named one by one, at most. */
const MOST_NAMED = 20;

/** Reads list files and folders and indexes them as they come. Errors: sentences for a path that holds no list. */
export async function loadLists(paths: readonly string[]): Promise<Result<LoadedLists, readonly string[]>> {
  const builder = createIndexBuilder();
  const notes: string[] = [];
  let spent = 0;
  let rejected = 0;
  const end = await readLists(paths, {
    onParties(parties) {
      const start = performance.now();
      builder.add(parties);
      spent += performance.now() - start;
    },
    onReject(rejects) {
      for (const { file, line, reason, text } of rejects) {
        rejected += 1;
        if (rejected <= MOST_NAMED) notes.push(`${file}: line ${line}: no party (${reason}): ${text.slice(0, 100)}`);
      }
    },
  });
  if (end === 'cancelled') return err(['Reading the lists was stopped.']);
  const faults: string[] = [];
  for (const { path, reason } of end.problems) {
    if (paths.includes(path)) faults.push(`${path} is no list that is known (${reason}).`);
    else notes.push(`${path}: not read, no list that is known (${reason})`);
  }
  const versions = new Map<string, string>();
  let parties = 0;
  let names = 0;
  for (const { source, result } of end.sources) {
    const name = source.files[0]?.name ?? source.format;
    if (!result.ok) {
      faults.push(
        `${name} cannot be read as a list: ${result.error.reason}${result.error.place === null ? '' : ` (${result.error.place})`}.`,
      );
      continue;
    }
    const { lists, sha256 } = result.value;
    for (const one of lists) {
      parties += one.parties;
      names += one.names;
      const version = one.published ?? `sha256:${sha256.slice(0, 16)}`;
      const known = versions.get(one.list);
      versions.set(one.list, known === undefined || known === version ? version : `${known} + ${version}`);
    }
    for (const { code, count, place } of result.value.notices)
      notes.push(`${name}: ${code}${count > 0 ? ` × ${count}` : ''}${place === '' ? '' : ` (${place})`}`);
  }
  if (rejected > MOST_NAMED) notes.push(`… and ${rejected - MOST_NAMED} more records no party came of`);
  if (faults.length > 0) return err(faults);
  if (parties === 0) return err(['The lists hold no party.']);
  const start = performance.now();
  const index = builder.finish({ versions });
  spent += performance.now() - start;
  return ok({ index, parties, names, indexSeconds: spent / 1000, notes });
}
