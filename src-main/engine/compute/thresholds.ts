import type { ComputeEstimate, ComputeThreshold, OpsRange, ThresholdComparison } from '../../../src-shared/model/compute.ts';

/**
 * Compares an estimate with a number of operations. A point value never decides: `below` needs the high end under the line,
 * `above` the low end over it (or on it, where the rule says "or more"), and everything between `straddles`.
 *
 * Where the total was refused but known parts alone lie above the line, the answer is `above`: what is unknown can only add.
 * Otherwise a refusal is `unknown`, never `below`.
 * Source: estimation notes, section 2.
 */
export function compareWithThreshold(estimate: ComputeEstimate, threshold: ComputeThreshold): ThresholdComparison {
  const { id, ops } = threshold;
  if (estimate.status === 'refused') {
    const counted = estimate.parts.filter((part) => part.excludedBecause === undefined);
    const floor = counted.reduce((sum, part) => sum + (part.range?.low ?? 0), 0);
    return reaches(floor, threshold)
      ? { id, ops, position: 'above', times: floor / ops }
      : { id, ops, position: 'unknown', ...settledBy(estimate) };
  }
  return { ...compareRange(estimate, threshold), ...(positionOf(estimate, threshold) === 'straddles' ? settledBy(estimate) : {}) };
}

/** Same comparison for a bare range, as the lines of a chart need it. */
export function compareRange(range: OpsRange, threshold: ComputeThreshold): ThresholdComparison {
  const { id, ops } = threshold;
  const position = positionOf(range, threshold);
  if (position === 'above') return { id, ops, position, times: range.low / ops };
  if (position === 'below') return { id, ops, position, times: range.high > 0 ? ops / range.high : ops };
  return { id, ops, position };
}

function positionOf(range: OpsRange, threshold: ComputeThreshold): 'below' | 'straddles' | 'above' {
  if (reaches(range.low, threshold)) return 'above';
  return reaches(range.high, threshold) ? 'straddles' : 'below';
}

function reaches(value: number, threshold: ComputeThreshold): boolean {
  return threshold.edge === 'above' ? value > threshold.ops : value >= threshold.ops;
}

function settledBy(estimate: ComputeEstimate): { settledBy?: string } {
  const [first] = estimate.questions;
  return first === undefined ? {} : { settledBy: first.input };
}
