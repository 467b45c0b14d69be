import type { Quantity, QuantityUnit } from '../../../src-shared/model/compute-inputs.ts';

/** A disclosed figure for tests. */
export const figure = (value: number, unit: QuantityUnit, source: Quantity['source'] = 'disclosed'): Quantity => ({
  value,
  unit,
  ...(source === undefined ? {} : { source }),
});

export const tokens = (value: number): Quantity => figure(value, 'tokens');
export const parameters = (value: number): Quantity => figure(value, 'parameters');

/** Dense rates of one chip of the H100 class, FLOP/s by format. */
export const h100Rates = { bf16: 989.4e12, fp16: 989.4e12, fp8: 1978.9e12, tf32: 494.7e12 };

export const h100 = (rate = h100Rates.bf16, format = 'bf16') => ({
  rate: figure(rate, 'flopPerSecond', 'exact'),
  format,
  chip: 'H100 SXM5',
  catalogueDense: h100Rates,
});
