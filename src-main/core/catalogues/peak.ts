import type { Accelerator } from '../../../src-shared/formats/accelerator-catalogue.ts';

/** Dense rate to use for a training run on a chip. */
export interface TrainingRate {
  /** FLOP/s of one chip. */
  readonly flopPerSecond: number;
  readonly format: string;
  /** Nobody said the format, or the chip has no such format; the usual one was taken. */
  readonly isAssumed: boolean;
  /**
   * Rate of the 32-bit format that the run may have used instead: set where 16 bit was assumed on a chip of the time before
   * frameworks used matrix units unasked (no TF32, no BF16).
   */
  readonly ifSinglePrecision?: number;
}

const halfPrecision = ['bf16', 'fp16'] as const;
/** A chip whose 16-bit rate is more than this times its 32-bit rate has matrix units, and training used them. */
const matrixUnits = 2.1;

/**
 * Dense rate for a number format, or for the usual training format of the chip when none was said: 16 bit where it has matrix
 * units, otherwise 32 bit. FP32 on a chip with TF32 means TF32, which frameworks use for it by default.
 */
export function trainingRate(accelerator: Accelerator, stated: string | undefined): TrainingRate | undefined {
  const rates = new Map(accelerator.peak_dense.map((peak) => [peak.format, peak.dense_tera_ops_per_s * 1e12]));
  const pick = (formats: readonly string[], isAssumed: boolean): TrainingRate | undefined => {
    for (const format of formats) {
      const flopPerSecond = rates.get(format);
      if (flopPerSecond !== undefined) return { flopPerSecond, format, isAssumed };
    }
    return undefined;
  };
  const wanted = stated?.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (wanted !== undefined && wanted !== '') {
    const exact = pick(equivalents[wanted] ?? [wanted], false);
    if (exact !== undefined) return exact;
  }
  const half = pick(halfPrecision, true);
  const single = pick(['fp32'], true);
  if (half !== undefined && (single === undefined || half.flopPerSecond > matrixUnits * single.flopPerSecond)) {
    const couldBeSingle = single !== undefined && !rates.has('tf32') && !rates.has('bf16');
    return couldBeSingle ? { ...half, ifSinglePrecision: single.flopPerSecond } : half;
  }
  return single ?? half ?? pick(['fp8', 'tf32'], true);
}

/** Formats that run at one rate on the chips that have either. */
const equivalents: Readonly<Record<string, readonly string[]>> = {
  bf16: ['bf16', 'fp16'],
  fp16: ['fp16', 'bf16'],
  float16: ['fp16', 'bf16'],
  bfloat16: ['bf16', 'fp16'],
  mixed: ['fp16', 'bf16'],
  fp32: ['tf32', 'fp32'],
  float32: ['tf32', 'fp32'],
  fp8: ['fp8', 'bf16', 'fp16'],
  nvfp4: ['fp4', 'fp8'],
};

/** Dense rates by format, FLOP/s: what the unit checks compare an entered rate with. */
export function denseRates(accelerator: Accelerator): Record<string, number> {
  const rates: Record<string, number> = {};
  for (const peak of accelerator.peak_dense) rates[peak.format] = peak.dense_tera_ops_per_s * 1e12;
  const half = rates['bf16'] ?? rates['fp16'];
  if (half !== undefined) {
    rates['bf16'] ??= half;
    rates['fp16'] ??= half;
  }
  return rates;
}
