import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';

/** A record that is there and that nobody changed since the caller looked, at revision `yours`. Errors: `record.notFound`, `record.stale`. */
export function atRevision<T extends { readonly revision: number }>(
  entity: string,
  id: string,
  yours: number,
  record: T | undefined,
): Result<T, AppError> {
  if (record === undefined) return err({ code: 'record.notFound', entity, id });
  return record.revision === yours ? ok(record) : err({ code: 'record.stale', entity, id, yours, current: record.revision });
}
