import type { ScreeningHit, ScreeningProfile, ScreeningQuery } from '../../../src-shared/model/screening.ts';
import type { IndexData } from './index/data.ts';
import { openIndex, type ScreeningIndex } from './open-index.ts';
import { readQuery, type ScreenOptions, screen } from './screen.ts';

/** Work of a pool thread: some hundred queries against one index. The index's arrays are shared, not copied. */
export interface ScreenTask {
  readonly index: IndexData;
  /** Names the index, so that a thread opens it once for all tasks; a new index needs a new key. */
  readonly indexKey: string;
  readonly queries: readonly ScreeningQuery[];
  readonly profile: ScreeningProfile;
  readonly options: ScreenOptions;
}

let opened: { readonly key: string; readonly index: ScreeningIndex } | null = null;

/** The index as this thread reads it, opened once for all tasks that name it. */
export function openedIndex(data: IndexData, key: string): ScreeningIndex {
  if (opened?.key !== key) opened = { key, index: openIndex(data) };
  return opened.index;
}

/** Hits of each query, in their order. */
export function runScreenTask(input: unknown): readonly (readonly ScreeningHit[])[] {
  const { index: data, indexKey, queries, profile, options } = input as ScreenTask;
  const index = openedIndex(data, indexKey);
  return queries.map((query) => screen(index, readQuery(query), profile, options));
}
