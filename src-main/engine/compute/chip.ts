import type { ComputeMessage } from '../../../src-shared/model/compute.ts';
import type {
  ChipFigures,
  ChipFormatResult,
  ChipLimit,
  ChipLimitResult,
  ChipPart,
  ChipQuantity,
  ChipRate,
  ChipResult,
  ChipTier,
  WorkedValue,
} from '../../../src-shared/model/compute-chip.ts';
import { judgeTier, tierHolds } from './chip-tiers.ts';
import { checkRates } from './chip-traps.ts';
import { note, warning } from './method.ts';
import { show } from './numbers.ts';

/** What the limits and tiers are compared with; `null` where the figures do not give it. */
export type ChipValues = Readonly<Record<ChipQuantity, number | null>>;

/** Distance from a limit below which the figures should be confirmed by the maker. */
const near = 0.02;
/** One exposure field of a lithography machine, mm²: a single die cannot be larger. */
const exposureField = 858;

/**
 * Works out the figures that chip rules use, with their arithmetic, and stands them beside the limits given.
 *
 * TPP = rate × bit length, the highest of all formats, summed over the units of a package or board; rates are dense and
 * count a multiply-accumulate as two. Performance density = TPP ÷ applicable die area. Units: 10^12 operations a second,
 * bits, mm², GB/s, W. An unknown die area leaves density open and is never guessed; `tiers` then say which areas would decide.
 * Limits and tiers come from rule packs: this function holds none.
 * Source: technical notes to ECCN 3A090 as restated in the catalogue's definitions.
 */
export function calculateChip(figures: ChipFigures, limits: readonly ChipLimit[], tiers: readonly ChipTier[]): ChipResult {
  const checked = checkRates(figures);
  const parts = checked.parts;
  const warnings = [...checked.warnings, ...otherWarnings(figures)];
  const tpp = totalProcessing(parts);
  const perFormat = formatsOf(parts, tpp?.deciding ?? []);
  const dieArea = figures.nonPlanar === 'no' ? null : sumArea(parts);
  const performanceDensity = tpp === null || dieArea === null ? null : quotient(tpp.value, dieArea);
  const memoryBandwidthDensity = ratioOf(figures.memoryBandwidthGbS, figures.memoryPackageAreaMm2);
  const fastest = fastestOf(perFormat);
  const opsPerSecondPerWatt = fastest === null || !figures.powerW ? null : efficiency(fastest.teraOps, figures.powerW);
  if (tpp === null) warnings.push(warning('noRates'));
  if (opsPerSecondPerWatt !== null && fastest !== null)
    warnings.push(note('efficiencyScope', { scope: figures.powerScope ?? 'chip', format: fastest.format }));

  const values: ChipValues = {
    tpp: tpp?.value ?? null,
    performanceDensity: performanceDensity?.value ?? null,
    memoryBandwidthDensity: memoryBandwidthDensity?.value ?? null,
    opsPerSecondPerWatt: opsPerSecondPerWatt?.value ?? null,
    memoryBandwidth: figures.memoryBandwidthGbS ?? null,
    interconnect: figures.interconnectGbS ?? null,
    memoryPlusInterconnect: sumOrNull(figures.memoryBandwidthGbS, figures.interconnectGbS),
    peakTeraOps: fastest?.teraOps ?? null,
  };
  const limitResults = limits.map((limit) => compareLimit(limit, values));
  warnings.push(...limitResults.flatMap(limitWarnings), ...disagreeingAreas(figures, tiers, values));
  return {
    tpp: tpp === null ? null : { value: tpp.value, arithmetic: tpp.arithmetic },
    decidingFormat: tpp === null ? null : [...new Set(tpp.deciding)].join(' + ').slice(0, 20),
    perFormat,
    dieAreaMm2: dieArea,
    performanceDensity,
    memoryBandwidthDensity,
    opsPerSecondPerWatt,
    peakTeraOps: fastest?.teraOps ?? null,
    limits: limitResults,
    tiers: tiers.map((tier) => judgeTier(tier, values)),
    warnings,
  };
}

interface Tpp extends WorkedValue {
  readonly deciding: readonly string[];
}

function totalProcessing(parts: readonly ChipPart[]): Tpp | null {
  const best = parts.map((part) => ({ part, rate: bestRate(part.rates) }));
  const terms = best.flatMap(({ part, rate }) =>
    rate === undefined ? [] : [{ part, rate, value: rate.denseTeraOps * rate.bitLength * part.count }],
  );
  // A unit without rates would make the sum too small, and a TPP that is too small reads as "not controlled".
  if (terms.length === 0 || terms.length < parts.length) return null;
  const value = exact(terms.reduce((sum, term) => sum + term.value, 0));
  const written = terms.map(
    ({ part, rate }) => `${part.count > 1 ? `${show(part.count)} × ` : ''}${show(rate.denseTeraOps)} × ${show(rate.bitLength)}`,
  );
  return { value, arithmetic: `${written.join(' + ')} = ${show(value)}`, deciding: terms.map(({ rate }) => rate.format) };
}

function bestRate(rates: readonly ChipRate[]): ChipRate | undefined {
  return rates.reduce<ChipRate | undefined>(
    (best, rate) => (best === undefined || rate.denseTeraOps * rate.bitLength > best.denseTeraOps * best.bitLength ? rate : best),
    undefined,
  );
}

function formatsOf(parts: readonly ChipPart[], deciding: readonly string[]): ChipFormatResult[] {
  const sums = new Map<string, { format: string; bitLength: number; teraOps: number }>();
  for (const part of parts) {
    for (const rate of part.rates) {
      const key = `${rate.format} ${rate.bitLength}`;
      const before = sums.get(key)?.teraOps ?? 0;
      sums.set(key, { format: rate.format, bitLength: rate.bitLength, teraOps: before + rate.denseTeraOps * part.count });
    }
  }
  return [...sums.values()].map(({ format, bitLength, teraOps }) => {
    const teraOpsTimesBits = exact(teraOps * bitLength);
    const arithmetic = `${show(teraOps)} × ${show(bitLength)} = ${show(teraOpsTimesBits)}`;
    return { format, bitLength, teraOps: exact(teraOps), teraOpsTimesBits, deciding: deciding.includes(format), arithmetic };
  });
}

function fastestOf(formats: readonly ChipFormatResult[]): ChipFormatResult | null {
  return formats.reduce<ChipFormatResult | null>((best, one) => (best === null || one.teraOps > best.teraOps ? one : best), null);
}

function sumArea(parts: readonly ChipPart[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part.dieAreaMm2 === null) return null;
    sum += part.dieAreaMm2 * part.count;
  }
  return exact(sum);
}

function quotient(top: number, bottom: number): WorkedValue {
  const value = exact(top / bottom);
  return { value, arithmetic: `${show(top)} ÷ ${show(bottom)} = ${show(value)}` };
}

function ratioOf(top: number | null | undefined, bottom: number | null | undefined): WorkedValue | null {
  return top === null || top === undefined || !bottom ? null : quotient(top, bottom);
}

function efficiency(teraOps: number, watts: number): WorkedValue {
  const value = exact((teraOps * 1e12) / watts);
  return { value, arithmetic: `${show(teraOps)} × 10^12 ÷ ${show(watts)} = ${show(value)}` };
}

function sumOrNull(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || a === undefined || b === null || b === undefined ? null : a + b;
}

function compareLimit(limit: ChipLimit, values: ChipValues): ChipLimitResult {
  const value = values[limit.quantity];
  const ratio = value === null ? null : value / limit.limit;
  const isDensity = limit.quantity === 'performanceDensity';
  return {
    id: limit.id,
    quantity: limit.quantity,
    limit: limit.limit,
    value,
    ratio,
    withinTwoPercent: ratio !== null && Math.abs(ratio - 1) <= near,
    onLimit: value !== null && value === limit.limit,
    ...(isDensity && values.tpp !== null ? { flipsAtDieAreaMm2: exact(values.tpp / limit.limit) } : {}),
  };
}

function limitWarnings(result: ChipLimitResult): readonly ComputeMessage[] {
  const params = { limit: result.id, value: result.value, number: result.limit, flips: result.flipsAtDieAreaMm2 ?? null };
  if (result.onLimit) return [warning('onLimit', params)];
  return result.withinTwoPercent ? [warning('nearLimit', params)] : [];
}

function otherWarnings(figures: ChipFigures): ComputeMessage[] {
  const warnings: ComputeMessage[] = [];
  const [first] = figures.parts;
  const units = figures.parts.reduce((sum, part) => sum + part.count, 0);
  if (figures.nonPlanar === 'no') warnings.push(note('planarProcess'));
  else if (figures.parts.some((part) => part.dieAreaMm2 === null)) warnings.push(warning('dieAreaUnknown'));
  if (units > 1) warnings.push(note('severalUnits', { count: units }));
  if (units === 1 && first?.dieAreaMm2 && first.dieAreaMm2 > exposureField)
    warnings.push(note('dieAreaSuspicious', { area: first.dieAreaMm2 }));
  if (figures.forDataCentres === 'needsDecision') warnings.push(warning('decisionNeeded'));
  return warnings;
}

/** Published die areas that lead to different tiers: the reader must know which one was used. */
function disagreeingAreas(figures: ChipFigures, tiers: readonly ChipTier[], values: ChipValues): ComputeMessage[] {
  const { tpp } = values;
  const areas = figures.otherDieAreasMm2 ?? [];
  if (areas.length === 0 || tpp === null || figures.nonPlanar === 'no') return [];
  const own = sumArea(figures.parts);
  const all = own === null ? areas : [own, ...areas];
  return tiers.flatMap((tier) => {
    const answers = new Set(all.map((area) => tierHolds(tier, { ...values, performanceDensity: tpp / area })));
    return answers.size > 1 ? [warning('dieAreasDisagree', { tier: tier.id, areas: all.map(show).join(', ') })] : [];
  });
}

/** Takes the noise of binary fractions away, so that a value exactly on a limit compares as equal. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
