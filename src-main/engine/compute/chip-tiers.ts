import type { ChipQuantity, ChipTier, ChipTierResult, DieAreaRange } from '../../../src-shared/model/compute-chip.ts';

type Tri = 'yes' | 'no' | 'unknown';
type Values = Readonly<Record<ChipQuantity, number | null>>;
type Condition = ChipTier['conditions'][number];

/**
 * Whether a paragraph's conditions all hold, and which die areas would make them hold.
 *
 * Three-valued: a missing quantity leaves the tier `unknown` unless another condition already fails. Areas follow from
 * density = TPP ÷ area: "at least d" means up to and including TPP ÷ d, "below d" means more than TPP ÷ d.
 */
export function judgeTier(tier: ChipTier, values: Values): ChipTierResult {
  const missing = [
    ...new Set(tier.conditions.filter((condition) => values[condition.quantity] === null).map((condition) => condition.quantity)),
  ];
  const dieArea = areasFor(tier, values);
  return { id: tier.id, holds: tierHolds(tier, values), ...(dieArea === undefined ? {} : { dieArea }), missing };
}

/** All conditions in three values: one "no" decides. */
export function tierHolds(tier: ChipTier, values: Values): Tri {
  const answers = tier.conditions.map((condition) => conditionHolds(condition, values[condition.quantity]));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function conditionHolds({ atLeast, above, below }: Condition, value: number | null): Tri {
  if (value === null) return 'unknown';
  const isMet =
    (atLeast === undefined || value >= atLeast) && (above === undefined || value > above) && (below === undefined || value < below);
  return isMet ? 'yes' : 'no';
}

function areasFor(tier: ChipTier, values: Values): ChipTierResult['dieArea'] {
  const density = tier.conditions.filter((condition) => condition.quantity === 'performanceDensity');
  if (density.length === 0 || values.tpp === null) return undefined;
  const others = tier.conditions.filter((condition) => condition.quantity !== 'performanceDensity');
  if (others.some((condition) => conditionHolds(condition, values[condition.quantity]) === 'no')) return 'never';
  let range: DieAreaRange = { fromInclusive: false, toInclusive: false };
  for (const { atLeast, above, below } of density) {
    if (atLeast !== undefined) range = upTo(range, values.tpp / atLeast, true);
    if (above !== undefined) range = upTo(range, values.tpp / above, false);
    if (below !== undefined) range = from(range, values.tpp / below);
  }
  if (range.from === undefined && range.to === undefined) return 'any';
  return range.from !== undefined && range.to !== undefined && range.from >= range.to ? 'never' : range;
}

function upTo(range: DieAreaRange, to: number, toInclusive: boolean): DieAreaRange {
  return range.to === undefined || to < range.to ? { ...range, to, toInclusive } : range;
}

function from(range: DieAreaRange, start: number): DieAreaRange {
  return range.from === undefined || start > range.from ? { ...range, from: start, fromInclusive: false } : range;
}
