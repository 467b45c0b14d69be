import type { AppError } from '../../src-shared/contract/kernel.ts';
import type { Failure, ProductText } from '../ui/index.ts';

/** A failed query, as the query cache wants it: thrown, with the error value inside. */
export class HostFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'HostFailure';
    this.error = error;
  }
}

/** The error inside whatever a query failed with. */
export function errorOf(cause: unknown): AppError {
  return cause instanceof HostFailure ? cause.error : { code: 'unexpected', incidentId: 'screen' };
}

/**
 * What failed, what is safe and what to try, in words. Text lives under `error.<code>` and `error.<code>.detail`, with the
 * error's own fields in the gaps; a reason inside the error picks a closer text, `error.<code>.<reason>`.
 */
export function describeError(t: ProductText, error: AppError): Failure {
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
    title: t.dynamic(key, params, t('error.unexpected')),
    detail: t.dynamic(`${key}.detail`, params, t.dynamic(`error.${code}.detail`, params, '')),
    incidentId: error.code === 'unexpected' ? error.incidentId : undefined,
  };
}

/** The same in one sentence, for a field or a toast. */
export function errorSentence(t: ProductText, error: AppError): string {
  const { title, detail } = describeError(t, error);
  return detail === '' ? title : `${title} ${detail}`;
}
