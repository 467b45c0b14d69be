export { createJobHandlers } from './handlers.ts';
export { mapInSlices } from './in-slices.ts';
export { createJobs, type JobsControl } from './jobs.ts';
export { createPool, poolEntry } from './pool.ts';
export { createSlicer } from './slicer.ts';
export { createTurns } from './turns.ts';
export { JobCancelled, type JobContext, type JobOptions, type Jobs, type PoolTask } from './types.ts';
