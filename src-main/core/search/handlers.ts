import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { Found, searchMethods } from '../../../src-shared/contract/search.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { foldForSearch } from '../inventory/index.ts';
import type { RecordSource } from '../records/index.ts';
import { findWritten } from './written.ts';

/** Finds records whatever room keeps them: each room is asked for its best, and names that begin with the text come first. */
export function createSearchHandlers(deps: FeatureDeps, sources: readonly RecordSource[]): HandlersFor<typeof searchMethods> {
  return {
    'search.records': ({ text, limit }) => {
      const workspace = deps.session();
      const wanted = foldForSearch(text);
      const found = sources.flatMap(({ kind, find }): Found[] =>
        (find?.(workspace, text, limit) ?? []).map(({ id, title, detail }) => ({
          ...{ entity: kind, id, title: title.slice(0, 700), detail: detail.slice(0, 700) },
          ...{ ref: { kind, id }, tab: null },
        })),
      );
      const begins = ({ title }: Found) => Number(!foldForSearch(title).startsWith(wanted));
      const records = found.sort((a, b) => begins(a) - begins(b)).slice(0, limit);
      return ok([...records, ...findWritten(workspace, text, limit - records.length)]);
    },
  };
}
