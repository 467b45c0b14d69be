import { performance } from 'node:perf_hooks';
import type { ListSource, ListSummary } from '../../../src-shared/formats/list-file.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { entryOf, IndexBuilder, type IndexData, type IndexEntry, readyTables } from '../../engine/screening/index.ts';
import { noticeWords, problemWords, readLists, rejectWords } from '../lists/index.ts';

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

interface FoundList {
  readonly source: ListSource;
  readonly name: string;
  readonly summary: ListSummary;
  readonly sha256: string;
}

/** A file with less than this share of what another file of the list holds is a sample or a broken download, however new it is. */
const WHOLE = 0.5;

const heldKey = (list: string, source: ListSource): string => `${source.index}/${list}`;

/** The Consolidated Screening List copies the agencies' lists; their own files say more and come first. */
const isCopy = ({ source }: FoundList): boolean => source.format.startsWith('csl');

/** The agency's own file before a copy, the newer before the older, the fuller before the thinner, then as given. */
function byStanding(a: FoundList, b: FoundList): number {
  const [day, other] = [a.summary.published ?? '', b.summary.published ?? ''];
  return (
    Number(isCopy(a)) - Number(isCopy(b)) ||
    (day < other ? 1 : day > other ? -1 : 0) ||
    b.summary.parties - a.summary.parties ||
    a.source.index - b.source.index
  );
}

/** Reads list files and folders and indexes them: each list once, from its best source. Errors: sentences for a path that holds no list. */
export async function loadLists(paths: readonly string[]): Promise<Result<LoadedLists, readonly string[]>> {
  const notes: string[] = [];
  let rejected = 0;
  const held = new Map<string, IndexEntry[]>();
  const indexing = createStopwatch();
  const reading = readLists(paths, {
    onParties(parties, source) {
      // Which lists count is known at the end: until then only what the index needs is kept.
      const entries = indexing.run(() => parties.map(entryOf));
      for (const entry of entries) {
        const key = heldKey(entry.list, source);
        const sofar = held.get(key);
        if (sofar === undefined) held.set(key, [entry]);
        else sofar.push(entry);
      }
    },
    onReject(rejects) {
      for (const { file, line, reason, text } of rejects) {
        rejected += 1;
        if (rejected <= MOST_NAMED) notes.push(`${file}: line ${line}: no party (${rejectWords(reason)}): ${text.slice(0, 100)}`);
      }
    },
  });
  // The thread that reads is starting: this one would only wait.
  readyTables();
  const end = await reading;
  if (end === 'cancelled') return err(['Reading the lists was stopped.']);
  const faults: string[] = [];
  for (const { path, reason, place, limit } of end.problems) {
    const said = `${path}: ${problemWords(reason, place, limit)}`;
    if (paths.includes(path)) faults.push(said);
    else notes.push(said);
  }
  const found: FoundList[] = [];
  for (const { source, result } of end.sources) {
    const name = source.files[0]?.name ?? source.format;
    if (!result.ok) {
      faults.push(`${name}: ${problemWords(result.error.reason, result.error.place, result.error.limit)}`);
      continue;
    }
    for (const summary of result.value.lists) found.push({ source, name, summary, sha256: result.value.sha256 });
    for (const { code, count, place } of result.value.notices) notes.push(`${name}: ${noticeWords(code, count, place)}`);
  }
  const versions = new Map<string, string>();
  const chosen: (readonly IndexEntry[])[] = [];
  let names = 0;
  const fullest = new Map<string, number>();
  for (const { summary } of found) fullest.set(summary.list, Math.max(fullest.get(summary.list) ?? 0, summary.parties));
  const isWhole = ({ summary }: FoundList) => summary.parties >= WHOLE * (fullest.get(summary.list) ?? 0);
  for (const one of found.sort((a, b) => Number(isWhole(b)) - Number(isWhole(a)) || byStanding(a, b))) {
    const { source, name, summary, sha256 } = one;
    if (versions.has(summary.list)) {
      const whole = fullest.get(summary.list) ?? 0;
      const why = isWhole(one) ? '' : `; it holds ${summary.parties} of ${whole} parties, so it is a part or a broken download`;
      notes.push(`${name}: ${summary.list} not used, ${versions.get(summary.list) ?? ''} is the better source${why}`);
      continue;
    }
    versions.set(summary.list, summary.published ?? `sha256:${sha256.slice(0, 16)}`);
    names += summary.names;
    chosen.push(held.get(heldKey(summary.list, source)) ?? []);
  }
  if (rejected > MOST_NAMED) notes.push(`… and ${rejected - MOST_NAMED} more records no party came of`);
  if (faults.length > 0) return err(faults);
  const parties = chosen.reduce((sum, entries) => sum + entries.length, 0);
  if (parties === 0) return err(['The lists hold no party.', ...notes]);
  const index = indexing.run(() => {
    const builder = new IndexBuilder();
    for (const entries of chosen) builder.addEntries(entries);
    return builder.finish({ versions });
  });
  return ok({ index, parties, names, indexSeconds: indexing.seconds(), notes });
}

/** Adds up the time of several stretches of work. */
function createStopwatch() {
  let spentMs = 0;
  return {
    run<Value>(work: () => Value): Value {
      const start = performance.now();
      const value = work();
      spentMs += performance.now() - start;
      return value;
    },
    seconds: () => spentMs / 1000,
  };
}
