import type { importMethods } from '../../../src-shared/contract/imports.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { FeatureDeps } from '../feature.ts';
import { createImportContext } from './context.ts';
import { createCheckHandlers } from './handlers-check.ts';
import { createCommitHandlers } from './handlers-commit.ts';
import { createMappingHandlers } from './handlers-map.ts';
import { createOpeningHandlers } from './handlers-open.ts';
import { createOutgoingHandlers } from './handlers-out.ts';
import type { ImportTarget } from './target.ts';

/** The import frame over the registers that take imports. */
export function createImportHandlers(deps: FeatureDeps, targets: readonly ImportTarget[]): HandlersFor<typeof importMethods> {
  const context = createImportContext(deps, targets);
  return {
    ...createOpeningHandlers(context),
    ...createMappingHandlers(context),
    ...createCheckHandlers(context),
    ...createCommitHandlers(context),
    ...createOutgoingHandlers(context),
  };
}
