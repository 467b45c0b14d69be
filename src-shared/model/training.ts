import { z } from 'zod';
import { DutyRole } from './duty-role.ts';

/** How often a course is taken again. `quarterly` and `yearly` count whole months; `own` a number of days of the company's own. Words under `training.every.<id>`. */
export const TrainingEvery = z.enum(['once', 'quarterly', 'yearly', 'own']);
export type TrainingEvery = z.infer<typeof TrainingEvery>;

/** What came of somebody's part in a session. Words under `training.result.<id>`. */
export const TrainingResult = z.enum(['attended', 'passed', 'failed', 'absent']);
export type TrainingResult = z.infer<typeof TrainingResult>;

const Named = z.array(z.string().trim().min(1).max(200)).max(200);

/** Whom a course is for: everybody, or whoever one of the lists names. A course whose lists are all empty is for nobody. */
export const TrainingAudience = z.strictObject({
  everyone: z.boolean(),
  /** Departments, as the register of people calls them. */
  teams: Named,
  /** Job roles, as the register of people calls them. */
  roles: Named,
  /** Sites, as the register of people calls them. */
  sites: Named,
  /** Holders of a duty in the programme. */
  duties: z.array(DutyRole).max(20),
  /** Whoever the last access audit placed at a controlled item. */
  controlled: z.boolean(),
});
export type TrainingAudience = z.infer<typeof TrainingAudience>;

/**
 * Where somebody stands with a course. `done`: in date; `soon`: in date, and due again within two weeks; `toDo`: never taken, its day still to come;
 * `overdue`: the day has passed. Words under `training.state.<id>`.
 */
export const TrainingState = z.enum(['done', 'soon', 'toDo', 'overdue']);
export type TrainingState = z.infer<typeof TrainingState>;

/** What people are grouped by to see who is trained. Words under `training.by.<id>`. */
export const TrainingGroup = z.enum(['team', 'role', 'site', 'duty']);
export type TrainingGroup = z.infer<typeof TrainingGroup>;
