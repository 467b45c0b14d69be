import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { type AssetField, answerPrefix, assetField, ContainedPart, FormatRate, Quantity } from '../../../src-shared/model/asset-fields.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { AssetKind, FactChange } from './types.ts';

/**
 * Checks that each change fits its field: known field of the kind, right type, inside its bounds, one of its options.
 * Errors: `request.invalid` naming field and reason; nothing is changed then.
 */
export function checkFacts(kind: AssetKind, changes: readonly FactChange[]): Result<null, AppError> {
  const issues = changes.flatMap((change) => {
    if (change.value?.state !== 'known') return isKnownField(kind, change.field) ? [] : [`${change.field}: not a field of this kind`];
    if (change.field.startsWith(answerPrefix)) return [];
    const field = assetField(change.field);
    if (field === undefined || !field.kinds.includes(kind)) return [`${change.field}: not a field of this kind`];
    const issue = issueOf(field, change.value.value);
    return issue === undefined ? [] : [`${change.field}: ${issue}`];
  });
  return issues.length === 0 ? ok(null) : err({ code: 'request.invalid', issues: issues.slice(0, 50) });
}

function isKnownField(kind: AssetKind, id: string): boolean {
  return id.startsWith(answerPrefix) || assetField(id)?.kinds.includes(kind) === true;
}

function issueOf(field: AssetField, value: unknown): string | undefined {
  switch (field.type) {
    case 'text':
    case 'longText':
      return typeof value === 'string' ? undefined : 'text expected';
    case 'yesNo':
      return value === 'yes' || value === 'no' ? undefined : 'yes or no expected';
    case 'choice':
      return typeof value === 'string' && field.options?.includes(value) === true ? undefined : 'not one of the options';
    case 'country':
      return typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? undefined : 'two-letter country code expected';
    case 'date':
      return IsoDate.safeParse(value).success ? undefined : 'date expected';
    case 'multiChoice':
    case 'countries': {
      if (!Array.isArray(value)) return 'list expected';
      const allowed = (entry: unknown) =>
        typeof entry === 'string' && (field.type === 'countries' ? /^[A-Z]{2}$/.test(entry) : field.options?.includes(entry) === true);
      return value.every(allowed) ? undefined : 'not one of the options';
    }
    case 'formats':
      return FormatRate.array().safeParse(value).success ? undefined : 'list of format rates expected';
    case 'parts':
      return ContainedPart.array().safeParse(value).success ? undefined : 'list of parts expected';
    case 'number':
      return numberIssue(field, value);
  }
}

function numberIssue(field: AssetField, value: unknown): string | undefined {
  const quantity = Quantity.safeParse(value);
  if (!quantity.success) return 'number expected';
  const { value: likely, low = likely, high = likely } = quantity.data;
  if (![low, likely, high].every(Number.isFinite)) return 'number expected';
  if (low > likely || likely > high) return 'low, likely and high must rise';
  if (field.min !== undefined && low < field.min) return `at least ${field.min} expected`;
  if (field.max !== undefined && high > field.max) return `at most ${field.max} expected`;
  return undefined;
}
