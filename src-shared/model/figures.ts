import { z } from 'zod';

/** What compliance work costs money or hours for. Words under `figures.activity.<id>`. */
export const FigureActivity = z.enum(['tool', 'staff', 'counsel', 'audits', 'training', 'other']);
export type FigureActivity = z.infer<typeof FigureActivity>;

/**
 * What happened on a day, for compliance reasons, as the company has it on file. `won`, `lost`, `delayed`: deals; `questionnaire`: a customer’s questions
 * answered; `putRight`: paid to put something right. Words under `figures.event.<id>`.
 */
export const FigureEventKind = z.enum(['won', 'lost', 'delayed', 'questionnaire', 'putRight']);
export type FigureEventKind = z.infer<typeof FigureEventKind>;

/** ISO 4217 code. Amounts of two currencies are never added. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
