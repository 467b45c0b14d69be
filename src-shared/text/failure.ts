import type { AppError } from '../contract/kernel.ts';
import type { Text } from './format.ts';

/** What failed, and what is safe and what to try. */
export interface FailureWords {
  readonly title: string;
  readonly detail: string;
}

/**
 * An error in words. Text lives under `error.<code>` and `error.<code>.detail`, with the error's own fields in the gaps; a reason inside the
 * error picks a closer text, `error.<code>.<reason>`.
 */
export function failureWords(t: Pick<Text, 'dynamic' | 'has'>, error: AppError): FailureWords {
  const { code, ...rest } = error;
  const params: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (Array.isArray(value)) params[key] = value.join('; ');
    // A gap that may stay empty reads `{place, select, null {} other {…}}`.
    else if (value !== undefined) params[key] = value ?? 'null';
  }
  const reason = 'reason' in error ? error.reason : undefined;
  const key = reason !== undefined && t.has(`error.${code}.${reason}`) ? `error.${code}.${reason}` : `error.${code}`;
  return {
    title: t.dynamic(key, params, t.dynamic('error.unexpected')),
    detail: t.dynamic(`${key}.detail`, params, t.dynamic(`error.${code}.detail`, params, '')),
  };
}

/** The same in one sentence or two. */
export function failureSentence(t: Pick<Text, 'dynamic' | 'has'>, error: AppError): string {
  const { title, detail } = failureWords(t, error);
  return detail === '' ? title : `${title} ${detail.trim()}`;
}
