import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type {
  CostInputs,
  EnergyInputs,
  HardwareInputs,
  PeakRate,
  Quantity,
  Utilisation,
} from '../../../../src-shared/model/compute-inputs.ts';
import { present, quantityOf } from './compute-quantity.ts';
import { factReader } from './read.ts';

/** Dense peak rate of a named chip for a number format, operations a second; the accelerator catalogue answers. */
export type ChipRates = (
  chipName: string,
  format: string | undefined,
) =>
  | {
      readonly chip: string;
      readonly rate: number;
      readonly format: string;
      readonly isAssumed: boolean;
      readonly dense: Readonly<Record<string, number>>;
      /** Rate of the other format that the run may have used; only where the format is assumed. */
      readonly ifOtherFormat?: number;
      /** Board power of one chip, W. */
      readonly powerW?: number;
    }
  | undefined;

/** The register keeps a rate in 10^12 operations a second. */
const tera = 1e12;

/** Hardware and time: chips and hours, or chip-hours in their place. */
export function hardwareSection(facts: Facts, ratesOf: ChipRates): HardwareInputs | undefined {
  const time = present({
    chips: quantityOf(facts, 'hardwareCount', 'chips'),
    hours: quantityOf(facts, 'trainingHours', 'hours'),
    chipHours: quantityOf(facts, 'chipHours', 'chipHours'),
  });
  if (time === undefined) return undefined;
  return { ...time, ...present({ lostShare: quantityOf(facts, 'lostShare', 'fraction') }), ...rateOf(facts, ratesOf).used };
}

/** Third route: energy used, over the power of the chip. The catalogue's board power stands in where nobody gave one. */
export function energySection(facts: Facts, ratesOf: ChipRates): EnergyInputs | undefined {
  const given = present({
    energy: quantityOf(facts, 'energyKwh', 'kilowattHours'),
    chipPower: quantityOf(facts, 'chipPower', 'watts'),
    overhead: quantityOf(facts, 'powerOverhead', 'ratio'),
  });
  if (given === undefined) return undefined;
  const { used, chipPower } = rateOf(facts, ratesOf);
  return { ...present({ chipPower }), ...given, ...used };
}

/** Fourth route: what the run cost, over the price of a chip-hour. */
export function costSection(facts: Facts, ratesOf: ChipRates): CostInputs | undefined {
  const given = present({
    spend: quantityOf(facts, 'trainingCost', 'money'),
    pricePerChipHour: quantityOf(facts, 'chipHourPrice', 'moneyPerChipHour'),
  });
  if (given === undefined) return undefined;
  const currency = factReader(facts).text('costCurrency')?.slice(0, 10);
  return { ...given, ...present({ currency }), ...rateOf(facts, ratesOf).used };
}

/** Peak rate and utilisation, the same for every route; a rate that was entered comes before the catalogue's. */
function rateOf(
  facts: Facts,
  ratesOf: ChipRates,
): { readonly used: { readonly peak?: PeakRate; readonly utilisation?: Utilisation }; readonly chipPower: Quantity | undefined } {
  const read = factReader(facts);
  const name = read.text('hardware');
  const format = read.text('numericalFormat') ?? undefined;
  const known = name === null ? undefined : ratesOf(name, format);
  const share = quantityOf(facts, 'utilisation', 'fraction');
  const utilisation: Utilisation | undefined =
    share === undefined ? undefined : { value: share, basis: read.text('utilisationBasis') === 'hfu' ? 'hfu' : 'mfu' };
  const used: { readonly peak?: PeakRate; readonly utilisation?: Utilisation } | undefined = present({
    peak: enteredPeak(facts, name, format, known) ?? cataloguePeak(known),
    utilisation,
  });
  const chipPower: Quantity | undefined =
    known?.powerW === undefined ? undefined : { value: known.powerW, unit: 'watts', source: 'disclosed' };
  return { used: used ?? {}, chipPower };
}

function enteredPeak(facts: Facts, name: string | null, format: string | undefined, known: ReturnType<ChipRates>): PeakRate | undefined {
  const rate = quantityOf(facts, 'chipPeakRate', 'flopPerSecond', tera);
  if (rate === undefined) return undefined;
  const chip = known?.chip ?? name?.slice(0, 200);
  return {
    rate,
    ...present({ chip, format: format?.slice(0, 20) }),
    ...(known === undefined ? {} : { catalogueDense: { ...known.dense } }),
  };
}

function cataloguePeak(known: ReturnType<ChipRates>): PeakRate | undefined {
  if (known === undefined) return undefined;
  return {
    rate: { value: known.rate, unit: 'flopPerSecond', source: 'disclosed' },
    format: known.format,
    formatAssumed: known.isAssumed,
    ...(known.ifOtherFormat === undefined ? {} : { rateIfOtherFormat: known.ifOtherFormat }),
    chip: known.chip,
    catalogueDense: { ...known.dense },
  };
}
