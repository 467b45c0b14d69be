import type { BrochureRate, Die, ItemFacts, PeakRate } from '../../../../src-shared/model/item-facts.ts';
import { type FactValue, notApplicable, showNumber, tidy } from '../../rules/fact-value.ts';
import { add, divide, type Interval, intervalOf, isExact, larger, scale, toFact } from './interval.ts';

interface Performance {
  readonly value: Interval;
  readonly arithmetic: string;
}

const nothingKnown: Interval = { low: 0, high: Number.POSITIVE_INFINITY, missing: ['peakDense'], read: ['peakDense'] };

/**
 * Total processing performance: the highest product of dense rate and input width, summed over the processing units of one
 * packaged circuit. Unit: 10^12 operations a second × bits. Sparse figures never enter; an advertised figure of unknown
 * sparsity can only raise the upper end. Rates not given leave the value open upwards.
 */
export const totalProcessingPerformance = (item: ItemFacts): FactValue => asFact(performance(item, (tera, bits) => tera * bits, true));

/** Fastest dense rate of any format, summed over the units, in 10^12 operations a second; no width factor. */
export const peakTeraOps = (item: ItemFacts): FactValue => asFact(performance(item, (tera) => tera, false));

const asFact = (worked: Performance): FactValue => toFact(worked.value, isExact(worked.value) ? worked.arithmetic : undefined);

type Measure = (tera: number, bits: number) => number;

function performance(item: ItemFacts, measure: Measure, widths: boolean): Performance {
  const whole = unitPerformance(item.peakDense ?? [], item.brochure ?? [], measure, widths);
  const dies = item.dies ?? [];
  if (dies.length === 0) return whole ?? { value: nothingKnown, arithmetic: '' };
  const summed = sumOfDies(dies, measure, widths);
  // A rate claimed for the package counts beside the sum of its dies: the highest claim is the peak.
  return whole === undefined || whole.value.low <= summed.value.low
    ? summed
    : { value: larger(whole.value, summed.value), arithmetic: whole.arithmetic };
}

function sumOfDies(dies: readonly Die[], measure: Measure, widths: boolean): Performance {
  const parts = dies.map((die) => ({
    one: unitPerformance(die.peakDense ?? [], [], measure, widths)?.value ?? nothingKnown,
    count: die.count ?? 1,
  }));
  const value = parts.map(({ one, count }) => scale(one, count)).reduce((sum, part) => add(sum, part));
  const terms = parts.map(({ one, count }) => (count === 1 ? showNumber(one.low) : `${count} × ${showNumber(one.low)}`));
  return { value, arithmetic: `${terms.join(' + ')} = ${showNumber(value.low)}` };
}

/** Performance of one unit, or `undefined` where nothing at all was said about it. */
function unitPerformance(
  rates: readonly PeakRate[],
  brochure: readonly BrochureRate[],
  measure: Measure,
  widths: boolean,
): Performance | undefined {
  let best: Interval | undefined;
  let arithmetic = '';
  let open = false;
  let ceiling = 0;
  const take = (tera: Interval, bits: number) => {
    const value = {
      ...scale(tera, 1),
      low: tidy(measure(tera.low, bits)),
      high: tidy(measure(tera.high, bits)),
      likely: tera.likely === undefined ? undefined : tidy(measure(tera.likely, bits)),
      missing: [],
    };
    if (best === undefined || value.low > best.low)
      arithmetic = widths ? `${showNumber(tera.low)} × ${bits} = ${showNumber(value.low)}` : `${showNumber(tera.low)}`;
    best = best === undefined ? value : larger(best, value);
  };
  for (const rate of rates) {
    if (rate.sparse === true) continue;
    const tera = intervalOf(rate.denseTeraOpsPerS, 'peakDense');
    const bits = rate.bitLength ?? widthOf(rate.format);
    if (!Number.isFinite(tera.high) || bits === undefined) open = true;
    else take(tera, bits);
  }
  for (const claim of brochure) {
    const bits = claim.bitLength ?? widthOf(claim.format);
    if (claim.sparsity === true || bits === undefined) continue;
    if (claim.sparsity === false) take({ ...intervalOf(claim.teraOpsPerS, 'brochure') }, bits);
    else ceiling = Math.max(ceiling, tidy(measure(claim.teraOpsPerS, bits)));
  }
  if (best === undefined) return open || rates.length > 0 || brochure.length > 0 ? { value: nothingKnown, arithmetic } : undefined;
  const high = open ? Number.POSITIVE_INFINITY : Math.max(best.high, ceiling);
  const widened = high > best.high;
  return { value: { ...best, high, missing: widened ? [open ? 'peakDense' : 'brochure'] : best.missing }, arithmetic };
}

/** Input width of a format by its usual name, in bits. `undefined` for names that do not say it. */
export function widthOf(format: string): number | undefined {
  const name = format.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name === 'tf32') return 32;
  if (name.startsWith('bf16')) return 16;
  const digits = /^(?:u?int|fp|float|mxfp|mxint|nvfp|e\dm\d|half|i|u)?(\d{1,3})/.exec(name)?.[1];
  const bits = digits === undefined ? Number.NaN : Number(digits);
  return [1, 2, 3, 4, 6, 8, 12, 16, 19, 24, 32, 64, 128].includes(bits) ? bits : undefined;
}

/** Area of logic dies made with non-planar transistors, mm². `none` where there are none: density is then undefined. */
function areaOf(item: ItemFacts): Interval | 'none' {
  if (item.nonPlanarTransistors === 'no') return 'none';
  const stated = item.applicableDieAreaMm2;
  const dies = item.dies ?? [];
  if ((stated === null || stated === undefined) && dies.length > 0) {
    const applicable = dies.filter((die) => die.nonPlanarTransistors !== 'no');
    if (applicable.length === 0) return 'none';
    return applicable.map((die) => scale(intervalOf(die.applicableDieAreaMm2, 'applicableDieAreaMm2'), die.count ?? 1)).reduce(add);
  }
  const area = intervalOf(stated, 'applicableDieAreaMm2');
  return area.high === 0 ? 'none' : area;
}

/** TPP divided by the applicable die area, per mm². Unknown area leaves it open; the area is never guessed. */
export function performanceDensity(item: ItemFacts): FactValue {
  const area = areaOf(item);
  if (area === 'none') return notApplicable('applicableDieAreaMm2', 'nonPlanarTransistors');
  const tpp = performance(item, (tera, bits) => tera * bits, true).value;
  const density = divide(tpp, area);
  return toFact(
    density,
    isExact(tpp) && isExact(area) ? `${showNumber(tpp.low)} ÷ ${showNumber(area.low)} = ${showNumber(density.low)}` : undefined,
  );
}

/** Bandwidth of memory divided by the area of its package or stack, GB/s per mm². */
export function memoryBandwidthDensity(item: ItemFacts): FactValue {
  const bandwidth = intervalOf(item.memoryBandwidthGbS, 'memoryBandwidthGbS');
  const area = intervalOf(item.packageAreaMm2, 'packageAreaMm2');
  const density = divide(bandwidth, area);
  return toFact(
    density,
    isExact(density) ? `${showNumber(bandwidth.low)} ÷ ${showNumber(area.low)} = ${showNumber(density.low)}` : undefined,
  );
}

/** Fastest dense rate divided by the power of the part, operations a second per watt. A guide's measure, not the law's. */
export function opsPerSecondPerWatt(item: ItemFacts): FactValue {
  const peak = scale(performance(item, (tera) => tera, false).value, 1e12);
  const power = intervalOf(item.tdpW, 'tdpW');
  if (power.high === 0) return { kind: 'unknown', missing: ['tdpW'], read: ['tdpW'] };
  const ratio = divide(peak, power);
  return toFact(ratio, isExact(ratio) ? `${showNumber(peak.low)} ÷ ${showNumber(power.low)} = ${showNumber(ratio.low)}` : undefined);
}
