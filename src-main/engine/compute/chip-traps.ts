import type { ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { ChipFigures, ChipPart, ChipRate } from '../../../src-shared/model/compute-chip.ts';
import { note, warning } from './method.ts';

/** Input width of the multiplication by format. TF32 is stored in 32 bits and counted so. */
const inputBits: Readonly<Record<string, number>> = {
  fp64: 64,
  fp32: 32,
  tf32: 32,
  fp16: 16,
  bf16: 16,
  fp8: 8,
  fp6: 6,
  fp4: 4,
  int32: 32,
  int16: 16,
  int8: 8,
  int4: 4,
  int2: 2,
  int1: 1,
};
const sparseTolerance = 0.03;

/**
 * Takes sparse rates out and corrects the ones that the catalogue shows to be sparse; names bit lengths that look like those
 * of the accumulator. Returns the parts with the rates that count.
 */
export function checkRates(figures: ChipFigures): { readonly parts: readonly ChipPart[]; readonly warnings: ComputeMessage[] } {
  const warnings: ComputeMessage[] = [];
  const isSingle = figures.parts.length === 1 && figures.parts[0]?.count === 1;
  const parts = figures.parts.map((part) => ({
    ...part,
    rates: part.rates.flatMap((rate): ChipRate[] => {
      const usual = inputBits[rate.format.toLowerCase()];
      if (usual !== undefined && usual !== rate.bitLength)
        warnings.push(warning('bitLengthDiffers', { format: rate.format, usual, entered: rate.bitLength }));
      if (rate.isSparse === true) {
        warnings.push(note('markedSparse', { format: rate.format }));
        return [];
      }
      const dense = isSingle ? figures.catalogueDense?.[rate.format] : undefined;
      if (dense === undefined || Math.abs(rate.denseTeraOps / dense / 2 - 1) > sparseTolerance) return [rate];
      warnings.push(warning('sparseRate', { format: rate.format, entered: rate.denseTeraOps, dense }));
      return [{ ...rate, denseTeraOps: dense }];
    }),
  }));
  return { parts, warnings };
}
