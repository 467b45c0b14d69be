import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { Found, searchMethods } from '../../../src-shared/contract/search.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Records } from '../records/index.ts';
import { findWritten } from './written.ts';

/** Finds records whatever room keeps them: each room is asked for its best, and names that begin with the text come first. */
export function createSearchHandlers(deps: FeatureDeps, records: Records): HandlersFor<typeof searchMethods> {
  return {
    'search.records': ({ text, limit, kinds }) => {
      const workspace = deps.session();
      const found = records.find(workspace, text, { kinds, limit }).map(
        ({ ref, title, detail }): Found => ({
          ...{ entity: ref.kind, id: ref.id, title: title.slice(0, 700), detail: detail.slice(0, 700) },
          ...{ ref, tab: null },
        }),
      );
      // Whoever looks for records of a kind wants no notes on them.
      return ok(kinds === undefined ? [...found, ...findWritten(workspace, text, limit - found.length)] : found);
    },
  };
}
