import type { jobMethods } from '../../../src-shared/contract/jobs.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Jobs } from './types.ts';

export function createJobHandlers(jobs: Jobs): HandlersFor<typeof jobMethods> {
  return {
    'jobs.list': () => ok(jobs.list().slice(-200)),
    'jobs.cancel': ({ id }) => ok({ stopping: jobs.cancel(id) }),
  };
}
