import type { Accelerator } from '../../../src-shared/formats/accelerator-catalogue.ts';
import type { ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { PeakRate } from '../../../src-shared/model/compute-inputs.ts';
import { type ChipIndex, denseRates, trainingRate } from '../catalogues/index.ts';

/** Dense rate for the chip that a row names, with what had to be assumed. `peak` is absent when the chip is not known. */
export interface ChipInput {
  readonly peak?: PeakRate;
  readonly powerW?: number;
  readonly messages: readonly ComputeMessage[];
}

/**
 * Finds the chip and the dense rate of the number format. Variants that the name does not tell apart, and several kinds of
 * chip in one cell, widen the rate's factor instead of being hidden.
 */
export function chipInput(hardware: string, format: string | undefined, index: ChipIndex): ChipInput {
  const names = hardware
    .split(/[,;]| and /)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const found = names.map((name) => findChip(name, format, index));
  const messages = found.flatMap((one) => one.messages);
  const rates = found.flatMap((one) => (one.rates.length === 0 ? [] : [one.rates]));
  const [only] = found;
  if (only === undefined || rates.length < names.length) return { messages };
  const lead = rates.map((group) => group[0] ?? 0);
  const all = rates.flat();
  const value = lead.length === 1 ? (lead[0] ?? 0) : Math.exp(lead.reduce((sum, rate) => sum + Math.log(rate), 0) / lead.length);
  const factor = Math.max(1.02, value / Math.min(...all), Math.max(...all) / value);
  if (names.length > 1) messages.push({ code: 'chipMixed', severity: 'warning', params: { text: hardware } });
  const rate = { value, unit: 'flopPerSecond' as const, source: 'disclosed' as const, factor };
  const chip = names.length === 1 ? only.chip : undefined;
  const catalogueDense = chip === undefined || names.length > 1 ? {} : { catalogueDense: denseRates(chip) };
  const power = chip?.tdp_w;
  return {
    peak: {
      rate,
      chip: names.length === 1 && chip !== undefined ? chip.name : hardware,
      ...(only.format === undefined ? {} : { format: only.format }),
      formatAssumed: only.isAssumed,
      ...(only.ifSinglePrecision === undefined ? {} : { rateIfOtherFormat: only.ifSinglePrecision }),
      ...catalogueDense,
    },
    ...(power === undefined || power === null ? {} : { powerW: power }),
    messages,
  };
}

interface FoundChip {
  readonly chip: Accelerator | undefined;
  readonly rates: readonly number[];
  readonly format: string | undefined;
  readonly isAssumed: boolean;
  readonly ifSinglePrecision: number | undefined;
  readonly messages: readonly ComputeMessage[];
}

function findChip(name: string, format: string | undefined, index: ChipIndex): FoundChip {
  const resolution = index.resolve(name);
  const chips = resolution.matches.map((match) => match.accelerator);
  const [first] = chips;
  const rate = first === undefined ? undefined : trainingRate(first, format);
  if (first === undefined || rate === undefined || resolution.status === 'close') {
    const message: ComputeMessage =
      resolution.status === 'close'
        ? {
            code: 'chipClose',
            severity: 'warning',
            params: {
              text: name,
              chip: chips
                .slice(0, 3)
                .map((chip) => `${chip.vendor} ${chip.name}`)
                .join(', '),
            },
          }
        : { code: 'chipUnknown', severity: 'warning', params: { text: name } };
    return { chip: undefined, rates: [], format: undefined, isAssumed: false, ifSinglePrecision: undefined, messages: [message] };
  }
  const rates = chips.map((chip) => trainingRate(chip, format)?.flopPerSecond).filter((one) => one !== undefined);
  const spread = Math.max(...rates) / Math.min(...rates);
  const messages: readonly ComputeMessage[] =
    spread > 1.01 ? [{ code: 'chipAmbiguous', severity: 'note', params: { text: name, count: chips.length, chip: first.name } }] : [];
  return { chip: first, rates, format: rate.format, isAssumed: rate.isAssumed, ifSinglePrecision: rate.ifSinglePrecision, messages };
}
