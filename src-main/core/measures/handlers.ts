import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { measureMethods } from '../../../src-shared/contract/measures.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { type MeasureSources, readMeasuresInSlices } from './read.ts';

/** What the workspace can count about itself. */
export const createMeasureHandlers = (deps: FeatureDeps, sources: MeasureSources): HandlersFor<typeof measureMethods> => ({
  'measures.read': async () => ok([...(await readMeasuresInSlices(deps.session, sources, createSlicer().pause))]),
});
