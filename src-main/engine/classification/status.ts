import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Enforcement, TextStatus, TraceStep } from '../../../src-shared/model/finding.ts';
import type { PackEntry, PackManifest } from '../../../src-shared/model/rule-pack.ts';
import { type DatedValue, valueOn } from '../rules/dated.ts';

export type StatusOn =
  | { readonly kind: 'applied'; readonly textStatus: TextStatus; readonly step: TraceStep }
  | { readonly kind: 'notApplied'; readonly textStatus: TextStatus; readonly step: TraceStep }
  | { readonly kind: 'outsideCoverage'; readonly textStatus: 'unconfirmed'; readonly step: TraceStep };

/**
 * Whether the words of an entry stand on a day. A rule not yet made or already gone is never applied to that day, and says
 * so; a day the pack does not speak about is open, never "not controlled".
 */
export function statusOn(entry: PackEntry, coverage: PackManifest['coverage'], on: IsoDate): StatusOn {
  const status = valueOn(entry.id, entry.textStatus, on);
  const covered = coverage.from <= on && (coverage.until === undefined || on < coverage.until);
  const fallback = entry.citations[0] as Citation;
  if (!status.ok || !covered) {
    return {
      kind: 'outsideCoverage',
      textStatus: 'unconfirmed',
      step: stepOf(entry, 'trace.outsideCoverage', 'unconfirmed', on, fallback, 'unknown'),
    };
  }
  const { value, citation } = status.value;
  const applied = value === 'inForce' || value === 'unconfirmed' || value === 'suspended' || value === 'guide';
  return applied
    ? { kind: 'applied', textStatus: value, step: stepOf(entry, 'trace.status', value, on, citation, 'yes') }
    : { kind: 'notApplied', textStatus: value, step: stepOf(entry, 'trace.notInForce', value, on, citation, 'no') };
}

/** Enforcement on a day. A day without a statement is unconfirmed, never "enforced" by default. */
export function enforcementOn(
  entryId: string,
  history: readonly DatedValue<Enforcement>[],
  on: IsoDate,
): { readonly value: Enforcement; readonly citation?: Citation } {
  const found = valueOn(entryId, history, on);
  return found.ok ? { value: found.value.value, citation: found.value.citation } : { value: 'unconfirmed' };
}

const stepOf = (
  entry: PackEntry,
  said: string,
  textStatus: TextStatus,
  on: IsoDate,
  citation: Citation,
  outcome: TraceStep['outcome'],
): TraceStep => ({
  ruleId: entry.id,
  said,
  params: { entry: entry.id, textStatus, on },
  outcome,
  facts: [],
  citation,
});
