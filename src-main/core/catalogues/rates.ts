import { denseRates, trainingRate } from './peak.ts';
import type { ChipIndex } from './search.ts';

/** Dense peak rate of a chip by name and number format. A name that fits no record, or only resembles one, has none. */
export function chipRatesFrom(chips: () => ChipIndex) {
  return (chipName: string, format: string | undefined) => {
    const { status, matches } = chips().resolve(chipName);
    const [best] = matches;
    if (best === undefined || status === 'none' || status === 'close') return undefined;
    const rate = trainingRate(best.accelerator, format);
    if (rate === undefined) return undefined;
    return {
      chip: best.accelerator.name,
      rate: rate.flopPerSecond,
      format: rate.format,
      isAssumed: rate.isAssumed,
      dense: denseRates(best.accelerator),
      ...(rate.ifSinglePrecision === undefined ? {} : { ifOtherFormat: rate.ifSinglePrecision }),
      ...(best.accelerator.tdp_w === null ? {} : { powerW: best.accelerator.tdp_w }),
    };
  };
}
