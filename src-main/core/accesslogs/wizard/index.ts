import type { accessLogMethods } from '../../../../src-shared/contract/access-logs.ts';
import type { HandlersFor } from '../../../../src-shared/contract/kernel.ts';
import type { FeatureDeps } from '../../feature.ts';
import { createWizardContext, type WizardJoins } from './context.ts';
import { createCheckHandlers } from './handlers-check.ts';
import { createCommitHandlers } from './handlers-commit.ts';
import { createImportListHandlers } from './handlers-imports.ts';
import { createMappingHandlers } from './handlers-map.ts';
import { createOpeningHandlers } from './handlers-open.ts';
import { createPeopleHandlers } from './handlers-people.ts';

export type { WizardJoins } from './context.ts';
export { actionKindsOf } from './meanings.ts';
export { logWizardMigrations } from './migrations.ts';

/** The wizard that brings access logs in. */
export function createAccessLogHandlers(deps: FeatureDeps, joins: WizardJoins): HandlersFor<typeof accessLogMethods> {
  const context = createWizardContext(deps, joins);
  return {
    ...createOpeningHandlers(context),
    ...createMappingHandlers(context),
    ...createCheckHandlers(context),
    ...createPeopleHandlers(context),
    ...createCommitHandlers(context),
    ...createImportListHandlers(context),
  };
}
