import type { AppError } from '../../src-shared/contract/kernel.ts';
import { failureSentence, failureWords } from '../../src-shared/text/failure.ts';
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

/** What failed, what is safe and what to try, in words. */
export function describeError(t: ProductText, error: AppError): Failure {
  return { ...failureWords(t, error), incidentId: error.code === 'unexpected' ? error.incidentId : undefined };
}

/** The same in one sentence, for a field or a toast. */
export const errorSentence = (t: ProductText, error: AppError): string => failureSentence(t, error);
