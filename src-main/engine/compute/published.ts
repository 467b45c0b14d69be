import type { ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { CountInputs } from '../../../src-shared/model/compute-inputs.ts';
import { warning } from './method.ts';

const closeEnough = 0.06;

/**
 * Compares a published total with what parameters and data would give, and names the slip when the two differ by one:
 * the factor 6 left out, forward pass only, all experts counted, epochs left out, or a plain disagreement above three times.
 *
 * Works on the raw figures, so it also speaks when the estimator refuses. Units: FLOP. Returns nothing when the figures agree
 * or do not suffice.
 */
export function checkPublished(published: number, count: CountInputs): readonly ComputeMessage[] {
  const total = count.parameters?.value;
  const active = count.activeParameters?.value ?? total;
  const data = count.dataset?.value;
  if (active === undefined || data === undefined || published <= 0 || active * data === 0) return [];
  const epochs = count.epochs?.value ?? 1;
  const counted = 6 * active * data * epochs;
  const params = { published, counted, ratio: counted / published };
  const is = (value: number): boolean => Math.abs(published / value - 1) <= closeEnough;
  if (is(counted)) return [];
  if (is(counted / 6)) return [warning('publishedMissesSix', params)];
  if (is(counted / 3)) return [warning('publishedForwardOnly', params)];
  if (total !== undefined && total !== active && is(6 * total * data * epochs)) return [warning('publishedCountsAllExperts', params)];
  if (Math.abs(epochs - 1) > 0.2 && is(counted / epochs)) return [warning('publishedMissesEpochs', params)];
  const apart = Math.max(params.ratio, 1 / params.ratio);
  return apart > 3 ? [warning('publishedDiffers', { ...params, apart })] : [];
}
