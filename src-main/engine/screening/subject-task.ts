import type { ListedParty } from '../../../src-shared/model/listed-party.ts';
import type { ScreeningHit, ScreeningProfile, ScreeningQuery } from '../../../src-shared/model/screening.ts';
import { IndexBuilder } from './index/build.ts';
import type { IndexData } from './index/data.ts';
import { explain, nameScoresOf, readQuery, type ScreenOptions, screen } from './screen.ts';
import { openedIndex, type ScreenTask } from './screen-task.ts';

/** Work of a pool thread: lay the index out over entries as they lie in a workspace. */
export interface BuildTask {
  /** One `ListedParty` as JSON a line, UTF-8. */
  readonly lines: Uint8Array;
  readonly versions: readonly (readonly [string, string])[];
  readonly raritiesOf: IndexData | null;
}

const linesAtOnce = 500;

/**
 * The index over shared memory: the answer costs no copy. One thread does it: two were slower on two processors, since each reads the tables of
 * names first and what one has read must be handed to the other.
 */
export function runBuildTask(input: unknown): IndexData {
  const { lines, versions, raritiesOf } = input as BuildTask;
  const builder = new IndexBuilder();
  const decoder = new TextDecoder();
  let some: ListedParty[] = [];
  let start = 0;
  while (start < lines.length) {
    const end = lines.indexOf(10, start);
    const stop = end === -1 ? lines.length : end;
    if (stop > start) some.push(JSON.parse(decoder.decode(lines.subarray(start, stop))) as ListedParty);
    if (some.length === linesAtOnce) {
      builder.add(some);
      some = [];
    }
    start = stop + 1;
  }
  builder.add(some);
  return builder.finish({ versions: new Map(versions), ...(raritiesOf === null ? {} : { raritiesOf }) });
}

/** Work of a pool thread: who of these may be on a list, with every name of an entry that is a hit. */
export interface SubjectTask extends ScreenTask {
  /** Hits from this score on carry the scores of all names of their entry. */
  readonly namesFrom: number;
}

export interface SubjectHit {
  readonly hit: ScreeningHit;
  readonly names: readonly { readonly text: string; readonly nameScore: number }[];
}

/** As `runScreenTask`, with the names. */
export function runSubjectTask(input: unknown): readonly (readonly SubjectHit[])[] {
  const { index: data, indexKey, queries, profile, options, namesFrom } = input as SubjectTask;
  const index = openedIndex(data, indexKey);
  return queries.map((query) => {
    const read = readQuery(query);
    return screen(index, read, profile, options).map((hit) => ({
      hit,
      names: hit.score >= namesFrom ? nameScoresOf(index, read, hit.id) : [],
    }));
  });
}

export interface ExplainTask {
  readonly index: IndexData;
  readonly indexKey: string;
  readonly query: ScreeningQuery;
  readonly entryId: string;
  readonly profile: ScreeningProfile;
  readonly options: ScreenOptions;
}

/** Why an entry is a hit for a name, or is not; null where the index has no such entry. */
export function runExplainTask(input: unknown): ReturnType<typeof explain> {
  const { index, indexKey, query, entryId, profile, options } = input as ExplainTask;
  return explain(openedIndex(index, indexKey), readQuery(query), entryId, profile, options);
}
