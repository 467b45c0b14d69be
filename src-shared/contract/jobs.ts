import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { AppError, command, query } from './kernel.ts';

export const JobView = z.strictObject({
  id: z.string().min(1).max(80),
  /** Feature and verb, as `imports.read`; text under `job.<kind>`. */
  kind: z.string().max(60),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
  startedAt: IsoInstant,
  endedAt: IsoInstant.nullable(),
  error: AppError.nullable(),
});
export type JobView = z.infer<typeof JobView>;

export const jobMethods = {
  'jobs.list': query(z.strictObject({}), z.array(JobView).max(200), ['jobs']),
  /** Asks a job to stop. It ends as `cancelled` and commits nothing; false when it had already ended. */
  'jobs.cancel': command(z.strictObject({ id: z.string().min(1).max(80) }), z.strictObject({ stopping: z.boolean() }), ['jobs']),
};
