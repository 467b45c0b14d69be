import { commonText } from './common.ts';
import { computeText } from './compute.ts';
import { errorText } from './errors.ts';
import { fieldText } from './fields.ts';
import { reportsText } from './reports.ts';
import { shellText } from './shell.ts';
import { workspaceText } from './workspace.ts';

/** The English catalogue: ICU MessageFormat strings by key. A feature adds its file here. */
export const english = {
  ...commonText,
  ...computeText,
  ...errorText,
  ...fieldText,
  ...reportsText,
  ...shellText,
  ...workspaceText,
} as const;

export type MessageKey = keyof typeof english;
