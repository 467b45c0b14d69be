export type { JobContext, JobOptions, Jobs, PoolTask } from './types.ts';
export { JobCancelled } from './types.ts';
