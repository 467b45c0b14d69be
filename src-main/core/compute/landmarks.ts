import type { ChipLandmark } from '../../../src-shared/contract/compute.ts';
import { calculateChip } from '../../engine/compute/index.ts';
import type { AcceleratorCatalogue } from '../catalogues/index.ts';

const known = new WeakMap<AcceleratorCatalogue, readonly ChipLandmark[]>();

/** TPP and density of the catalogue's products, worked out once by the same arithmetic as any chip; products without a public die area are left out. */
export function landmarksOf(catalogue: AcceleratorCatalogue): readonly ChipLandmark[] {
  const found = known.get(catalogue);
  if (found !== undefined) return found;
  const landmarks = catalogue.accelerators.flatMap((record): ChipLandmark[] => {
    const rates = record.peak_dense.map((peak) => ({
      format: peak.format,
      bitLength: peak.bit_length,
      denseTeraOps: peak.dense_tera_ops_per_s,
    }));
    const part = { count: 1, rates, dieAreaMm2: record.applicable_die_area_mm2 };
    const { tpp, performanceDensity } = calculateChip({ name: record.name, parts: [part] }, [], []);
    if (tpp === null || performanceDensity === null) return [];
    return [{ id: record.id, vendor: record.vendor, name: record.name, tpp: tpp.value, performanceDensity: performanceDensity.value }];
  });
  known.set(catalogue, landmarks);
  return landmarks;
}
