import { commonText } from './common.ts';

/** The English catalogue: ICU MessageFormat strings by key. A feature adds its file here. */
export const english = {
  ...commonText,
} as const;

export type MessageKey = keyof typeof english;
