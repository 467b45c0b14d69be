import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';

/** One stretch of a history, half-open: `[from, until)`. */
export interface DatedValue<T> {
  readonly from: IsoDate;
  readonly until?: IsoDate | undefined;
  readonly value: T;
  readonly citation: Citation;
  readonly note?: string | undefined;
}

export interface ParameterError {
  readonly code: 'parameter.notInForce' | 'parameter.unknown';
  readonly parameterId: string;
  readonly on: IsoDate;
}

/**
 * Finds the value that held on a day.
 *
 * Ranges are half-open. Where two overlap, the one that started later wins; of two that start together, the later in the
 * list. A day that no range covers is an error value, never a default: an absent threshold must not read as "not controlled".
 */
export function valueOn<T>(parameterId: string, history: readonly DatedValue<T>[], on: IsoDate): Result<DatedValue<T>, ParameterError> {
  let found: DatedValue<T> | undefined;
  for (const entry of history) {
    if (entry.from > on || (entry.until !== undefined && on >= entry.until)) continue;
    if (found === undefined || entry.from >= found.from) found = entry;
  }
  return found === undefined ? err({ code: 'parameter.notInForce', parameterId, on }) : ok(found);
}

/** Finds the wording that held on a day, by the same convention as `valueOn`. */
export function versionOn<T extends { readonly from: IsoDate; readonly until?: IsoDate | undefined }>(
  versions: readonly T[],
  on: IsoDate,
): T | undefined {
  let found: T | undefined;
  for (const version of versions) {
    if (version.from > on || (version.until !== undefined && on >= version.until)) continue;
    if (found === undefined || version.from >= found.from) found = version;
  }
  return found;
}
