import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { command, query } from './kernel.ts';

/** `defect`: the program went wrong. `refusal`: a call was answered with an error code. `event`: anything else. */
export const LogLevel = z.enum(['defect', 'refusal', 'event']);
export type LogLevel = z.infer<typeof LogLevel>;

/** One line of the application log: names of our own code, codes, counts and times; never a record's content. */
export const LogEntry = z.strictObject({
  at: IsoInstant,
  level: LogLevel,
  event: z.string().max(80),
  method: z.string().max(80).optional(),
  code: z.string().max(80).optional(),
  incidentId: z.string().max(80).optional(),
  ms: z.number().optional(),
  count: z.number().optional(),
  /** Class of a defect's error and the functions on its stack, newest first. */
  error: z.string().max(80).optional(),
  frames: z.array(z.string().max(200)).max(12).optional(),
});
export type LogEntry = z.infer<typeof LogEntry>;

export const diagnosticsMethods = {
  /** The last lines of the log, newest first; those of one level where it is given. */
  'diagnostics.log': query(z.strictObject({ level: LogLevel.optional(), limit: z.number().int().positive().max(500) }), z.array(LogEntry)),
  /** Shows the log's folder in the system's file manager. */
  'diagnostics.showFolder': command(z.strictObject({}), z.strictObject({}), []),
};
