import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { trainingMethods } from '../../../src-shared/contract/training.ts';
import type { FeatureDeps } from '../feature.ts';
import { createCourseHandlers } from './course-handlers.ts';
import type { TrainingJoins } from './joins.ts';
import { createTrainedPeopleHandlers } from './people-handlers.ts';
import { createSessionHandlers } from './session-handlers.ts';

/** Answers the methods of the training record. */
export const createTrainingHandlers = (deps: FeatureDeps, joins: TrainingJoins): HandlersFor<typeof trainingMethods> => ({
  ...createCourseHandlers(deps),
  ...createSessionHandlers(deps),
  ...createTrainedPeopleHandlers(deps, joins),
});
