import type { ComputeMessage } from '../../../src-shared/model/compute.ts';
import type {
  CostInputs,
  EnergyInputs,
  HardwareInputs,
  PeakRate,
  Quantity,
  Utilisation,
} from '../../../src-shared/model/compute-inputs.ts';
import { spreadOf } from './factors.ts';
import { answered, line, type MethodOutcome, note, refused, warning } from './method.ts';
import { product, show } from './numbers.ts';
import { checkRate, checkUtilisation } from './peak-rate.ts';
import { combine, type Spread, within } from './range.ts';

const secondsPerHour = 3600;
/** No single run has lasted three years; such a figure counts chip-hours. */
const longestRunHours = 3 * 365 * 24;

interface ChipTime {
  readonly hours: number;
  readonly spread: Spread;
  readonly inputs: readonly string[];
  readonly arithmetic: string;
  readonly warnings: readonly ComputeMessage[];
}

/**
 * Training compute from hardware: chips × seconds × dense peak rate × utilisation.
 *
 * Units: operations (FLOP). Chip-hours are reduced by the share lost to failures and evaluation when it is known.
 * Errors: `chipTimeMissing`, `hardwareMissing`, `rateTypedInTera`, `rateOfWholeSystem`, `utilisationAboveOne`, `lostShareTooLarge`.
 * Source: estimation notes, section 1.2.
 */
export function hardwareTime(inputs: HardwareInputs): MethodOutcome {
  const time = chipTime(inputs);
  if (time === undefined) {
    const missing =
      inputs.chips === undefined
        ? inputs.hours === undefined
          ? ['hardware.chips', 'hardware.hours']
          : ['hardware.chips']
        : ['hardware.hours'];
    return refused('chipTimeMissing', inputs.peak === undefined ? [...missing, 'hardware.peak'] : missing);
  }
  if (inputs.peak === undefined) return refused('hardwareMissing', ['hardware.peak']);
  const lost = lostShare(inputs.lostShare);
  if (lost >= 1) return refused('lostShareTooLarge', ['hardware.lostShare']);
  const useful = time.hours * (1 - lost);
  const lines = [line('chipHours', time.arithmetic, time.hours, 'chip-hours', time.inputs, time.spread.up)];
  if (lost > 0)
    lines.push(
      line(
        'usefulChipHours',
        `${show(time.hours)} × (1 − ${show(lost)}) = ${show(useful)}`,
        useful,
        'chip-hours',
        ['hardware.lostShare'],
        spreadOf(inputs.lostShare, 'share').up,
      ),
    );
  const warnings = [...time.warnings, ...(lost === 0 ? [note('chipHoursIncludeRestarts', {})] : [])];
  const spreads = [time.spread, ...(lost > 0 ? [within(spreadOf(inputs.lostShare, 'share').up ** lost)] : [])];
  return fromChipHours('hardwareTime', 'hardware', useful, inputs.peak, inputs.utilisation, spreads, lines, warnings);
}

/**
 * Third route: energy over power gives chip-hours. Low confidence.
 *
 * `C = kWh × 1000 / (chip power × overhead) × 3600 × peak × utilisation`. Errors: as `hardwareTime`, and `energyMissing`,
 * `powerMissing`.
 * Source: estimation notes, section 1.2.
 */
export function fromEnergy(inputs: EnergyInputs): MethodOutcome {
  if (inputs.energy === undefined) return refused('energyMissing', ['energy.energy']);
  if (inputs.chipPower === undefined || inputs.chipPower.value <= 0) return refused('powerMissing', ['energy.chipPower']);
  if (inputs.peak === undefined) return refused('hardwareMissing', ['energy.peak']);
  const overhead = inputs.overhead?.value ?? defaultOverhead.likely;
  const hours = (inputs.energy.value * 1000) / (inputs.chipPower.value * Math.max(1, overhead));
  const overheadSpread = inputs.overhead === undefined ? within(defaultOverhead.factor) : spreadOf(inputs.overhead, 'power');
  const spreads = [spreadOf(inputs.energy, 'power'), spreadOf(inputs.chipPower, 'power'), overheadSpread, within(routeFactor)];
  const arithmetic = `${show(inputs.energy.value)} × 1,000 ÷ (${show(inputs.chipPower.value)} × ${show(overhead)}) = ${show(hours)}`;
  const lines = [
    line(
      'chipHoursFromEnergy',
      arithmetic,
      hours,
      'chip-hours',
      ['energy.energy', 'energy.chipPower', 'energy.overhead'],
      combine(spreads).up,
    ),
  ];
  return fromChipHours('energy', 'energy', hours, inputs.peak, inputs.utilisation, spreads, lines, [
    note('lowConfidenceRoute', { route: 'energy' }),
  ]);
}

/**
 * Fourth route: spend over price gives chip-hours. Low confidence; both figures must be in one currency.
 *
 * Errors: as `hardwareTime`, and `spendMissing`, `priceMissing`. Source: estimation notes, section 1.2.
 */
export function fromCost(inputs: CostInputs): MethodOutcome {
  if (inputs.spend === undefined) return refused('spendMissing', ['cost.spend']);
  if (inputs.pricePerChipHour === undefined || inputs.pricePerChipHour.value <= 0)
    return refused('priceMissing', ['cost.pricePerChipHour']);
  if (inputs.peak === undefined) return refused('hardwareMissing', ['cost.peak']);
  const hours = inputs.spend.value / inputs.pricePerChipHour.value;
  const spreads = [spreadOf(inputs.spend, 'price'), spreadOf(inputs.pricePerChipHour, 'price'), within(routeFactor)];
  const money = (value: number) => `${inputs.currency === undefined ? '' : `${inputs.currency} `}${show(value)}`;
  const arithmetic = `${money(inputs.spend.value)} ÷ ${money(inputs.pricePerChipHour.value)} = ${show(hours)}`;
  const lines = [line('chipHoursFromCost', arithmetic, hours, 'chip-hours', ['cost.spend', 'cost.pricePerChipHour'], combine(spreads).up)];
  return fromChipHours('cost', 'cost', hours, inputs.peak, inputs.utilisation, spreads, lines, [
    note('lowConfidenceRoute', { route: 'cost' }),
  ]);
}

/** Server fans, processors, networks and cooling on top of chip power, when nobody measured them. */
const defaultOverhead = { likely: 1.5, factor: 1.4 } as const;
/** What the indirect routes add: average power is not board power, and bills hold more than training. */
const routeFactor = 1.5;

function fromChipHours(
  method: 'hardwareTime' | 'energy' | 'cost',
  path: string,
  chipHours: number,
  peak: PeakRate,
  utilisation: Utilisation | undefined,
  spreads: readonly Spread[],
  before: readonly ReturnType<typeof line>[],
  warnings: readonly ComputeMessage[],
): MethodOutcome {
  const rate = checkRate(peak, path);
  if (!rate.ok) return refused(rate.code, [`${path}.peak`], warnings, { entered: peak.rate.value });
  const share = checkUtilisation(utilisation, path);
  if (!share.ok) return refused(share.code, [`${path}.utilisation`], warnings, { entered: utilisation?.value.value ?? null });
  const factors = [chipHours, secondsPerHour, rate.value.flopPerSecond, share.value.value];
  const total = factors.reduce((sum, factor) => sum * factor, 1);
  const lines = [
    ...before,
    rate.value.line,
    share.value.line,
    line('chipTimeOps', product(factors, total), total, 'FLOP', [`${path}.peak`, `${path}.utilisation`]),
  ];
  return answered(method, total, [...spreads, rate.value.spread, share.value.spread], lines, [
    ...warnings,
    ...rate.value.warnings,
    ...share.value.warnings,
  ]);
}

function chipTime(inputs: HardwareInputs): ChipTime | undefined {
  const { chips, hours, chipHours } = inputs;
  if (chipHours !== undefined) {
    const looksLikeWall = chips !== undefined && chips.value > 1 && chipHours.value < chips.value;
    const warnings = looksLikeWall ? [warning('chipHoursLookLikeHours', { chipHours: chipHours.value, chips: chips.value })] : [];
    return {
      hours: chipHours.value,
      spread: spreadOf(chipHours, 'chipTime'),
      inputs: ['hardware.chipHours'],
      arithmetic: show(chipHours.value),
      warnings,
    };
  }
  if (chips === undefined || hours === undefined || chips.value <= 0 || hours.value <= 0) return undefined;
  const total = chips.value * hours.value;
  const warnings = hours.value > longestRunHours ? [warning('hoursLookLikeChipHours', { hours: hours.value, chips: chips.value })] : [];
  return {
    hours: total,
    spread: widest(chips, hours),
    inputs: ['hardware.chips', 'hardware.hours'],
    arithmetic: product([chips.value, hours.value], total),
    warnings,
  };
}

/** Chip count and dates come from one report, so the less sure of the two speaks for both, unless the user gave factors. */
function widest(chips: Quantity, hours: Quantity): Spread {
  const both = [spreadOf(chips, 'chipTime'), spreadOf(hours, 'chipTime')];
  if (chips.factor !== undefined || hours.factor !== undefined) return combine(both);
  return within(Math.max(...both.map((one) => one.up)));
}

function lostShare(lost: Quantity | undefined): number {
  if (lost === undefined) return 0;
  return lost.value > 1 ? lost.value / 100 : lost.value;
}
