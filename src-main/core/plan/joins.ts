import type { Records } from '../records/index.ts';
import type { PlanSources } from './view.ts';

/** What the plan takes from other features. */
export interface PlanJoins extends PlanSources {
  readonly records: Records;
}
