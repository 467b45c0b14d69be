import type { PersonTraining } from '../../../src-shared/contract/training.ts';
import type { OpenWorkspace } from '../db/index.ts';

/** What the training record takes from other features. */
export interface TrainingJoins {
  /** Briefings of one person on control plans, newest first. */
  briefings(workspace: OpenWorkspace, personId: string): PersonTraining['briefings'];
}
