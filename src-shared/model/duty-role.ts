import { z } from 'zod';

/** Roles that carry a duty in a compliance programme. Words under `role.<id>`. */
export const DutyRole = z.enum([
  'headquartersOfficer',
  'regionalOfficer',
  'legal',
  'engineering',
  'mlops',
  'product',
  'cloud',
  'it',
  'hr',
  'sales',
  'procurement',
  'management',
  'committee',
  'adviser',
]);
export type DutyRole = z.infer<typeof DutyRole>;
