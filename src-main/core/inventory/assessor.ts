import type { Connection, OpenWorkspace, SlicedConnection } from '../db/index.ts';
import type { JobContext } from '../jobs/index.ts';
import type { JudgedNow } from './list-query.ts';

/**
 * What the register needs from classification: after every change of facts the finding and the list line are made new
 * in the same transaction. Injected, so that neither feature imports the inside of the other.
 */
export interface Assessor {
  /** Classifies the current versions of these assets, and of the assets that contain them, and writes findings and states. */
  assess(tx: Connection, assetIds: readonly string[]): void;
  /**
   * The same for hundreds or thousands of assets, inside a command in slices: pool threads judge meanwhile. Throws
   * `JobCancelled` once the signal is given.
   */
  assessMany(tx: SlicedConnection, assetIds: readonly string[], job: Pick<JobContext, 'signal' | 'progress'>): Promise<void>;
  /** Packs, last rule change and day that lists measure staleness against. */
  judgedNow(workspace: OpenWorkspace): JudgedNow;
}
