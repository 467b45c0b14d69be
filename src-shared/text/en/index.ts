import { commonText } from './common.ts';
import { fieldText } from './fields.ts';
import { reportsText } from './reports.ts';

/** The English catalogue: ICU MessageFormat strings by key. A feature adds its file here. */
export const english = {
  ...commonText,
  ...fieldText,
  ...reportsText,
} as const;

export type MessageKey = keyof typeof english;
