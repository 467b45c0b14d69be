import { isDeepStrictEqual } from 'node:util';
import type { ExchangeFields } from '../../../src-shared/formats/exchange.ts';

type Value = ExchangeFields[string] | undefined;

export interface Merged {
  /** Fields to write here. */
  readonly take: ExchangeFields;
  /** Fields that both sides changed, each in its own way. */
  readonly conflicts: readonly string[];
  /** Fields that only this side changed. */
  readonly kept: readonly string[];
}

/**
 * Puts two states of a record together, field by field, against what both sides had before. Without that, whatever both know and say differently is a
 * conflict; a side that knows nothing gives way. `whole`: the file holds nothing back, so a field that is missing there was taken away.
 */
export function merge(base: ExchangeFields | undefined, ours: ExchangeFields, theirs: ExchangeFields, whole: boolean): Merged {
  const take: ExchangeFields = {};
  const conflicts: string[] = [];
  const kept: string[] = [];
  const fields = new Set([...Object.keys(theirs), ...(whole && base !== undefined ? Object.keys(base) : [])]);
  for (const field of fields) {
    const before: Value = base?.[field];
    const here: Value = ours[field];
    const there: Value = theirs[field] ?? null;
    if (isSame(here, there)) continue;
    if (before === undefined && isEmpty(here)) take[field] = there;
    else if (before === undefined && isEmpty(there)) kept.push(field);
    else if (before !== undefined && isSame(there, before)) kept.push(field);
    else if (before !== undefined && isSame(here, before)) take[field] = there;
    else conflicts.push(field);
  }
  return { take, conflicts, kept };
}

const isEmpty = (value: Value): boolean =>
  value === undefined || value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0);

/** Nothing known is nothing known, however it is written. */
const isSame = (a: Value, b: Value): boolean => isDeepStrictEqual(a ?? null, b ?? null);
