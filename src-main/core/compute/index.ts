import type { computeMethods, EstimateAnswer } from '../../../src-shared/contract/compute.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { ChipChecks } from '../../../src-shared/formats/chip-checks.ts';
import type { Facts } from '../../../src-shared/model/asset-fields.ts';
import type { ComputeInputs } from '../../../src-shared/model/compute-inputs.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import {
  calculateChip,
  compareWithThreshold,
  estimateCompute,
  type ParseOptions,
  parseQuantity,
  readRunLog,
} from '../../engine/compute/index.ts';
import type { AcceleratorCatalogue, ChipIndex } from '../catalogues/index.ts';
import { landmarksOf } from './landmarks.ts';
import { limitsOn } from './pack-limits.ts';

export { companyLetters } from './letters.ts';

/** What the compute methods need from the rest: packs switched on with the day, and the shipped figures. */
export interface ComputeSources {
  readonly judged: () => { readonly packs: readonly RulePack[]; readonly on: IsoDate };
  readonly catalogue: () => AcceleratorCatalogue;
  readonly chips: () => ChipIndex;
  readonly letters: () => ChipChecks;
  /** Reads the facts of a model version as the register does. */
  readonly inputsOf: (facts: Facts) => ComputeInputs;
}

type Handlers = HandlersFor<typeof computeMethods>;

/** Answers the estimator, the chip calculator and the catalogue. Nothing here writes. */
export function createComputeHandlers(sources: ComputeSources): Handlers {
  const estimateOn = (inputs: ComputeInputs, on: IsoDate | undefined): EstimateAnswer => {
    const judged = sources.judged();
    const day = on ?? judged.on;
    const estimate = estimateCompute(inputs);
    const thresholds = limitsOn(judged.packs, day).thresholds.map(({ origin, ...threshold }) => ({
      comparison: compareWithThreshold(estimate, threshold),
      origin,
    }));
    return { on: day, estimate, thresholds: thresholds.sort((a, b) => a.comparison.ops - b.comparison.ops) };
  };
  return {
    'compute.estimate': ({ inputs, on }) => ok(estimateOn(inputs, on)),

    'compute.estimateFacts': ({ facts, on }) => ok(estimateOn(sources.inputsOf(facts), on)),

    'compute.chip': ({ figures, on }) => {
      const judged = sources.judged();
      const day = on ?? judged.on;
      const { limits, tiers } = limitsOn(judged.packs, day);
      const letters = sources.letters();
      const checks = letters.checks.map(({ id, quantity, limit }) => ({ id, quantity, limit }));
      const plainLimits = limits.map(({ origin: _, ...limit }) => limit);
      const plainTiers = tiers.map(({ origin: _, ...tier }) => tier);
      return ok({
        on: day,
        result: calculateChip(figures, [...plainLimits, ...checks], plainTiers),
        limits: [...limits],
        tiers: [...tiers],
        letters,
      });
    },

    'compute.parseRunLog': ({ text }) => ok(readRunLog(text)),

    'compute.readQuantity': ({ text, wanted, decimal }) => {
      const options = {
        ...(wanted === undefined ? {} : { wanted: wanted as NonNullable<ParseOptions['wanted']> }),
        ...(decimal === undefined ? {} : { decimal }),
      };
      const read = parseQuantity(text, options);
      if (!read.ok) return ok({ value: null, unit: null, message: read.error, notes: [] });
      return ok({ value: read.value.value, unit: read.value.unit ?? null, message: null, notes: [...read.value.notes] });
    },

    'catalogue.search': ({ text, limit }) => {
      const { manifest } = sources.catalogue();
      const resolution = sources.chips().resolve(text);
      const matches = sources.chips().search(text, limit ?? 20);
      return ok({
        status: resolution.status,
        matches: matches.map((match) => ({ ...match, unexplained: [...match.unexplained] })),
        attribution: manifest.attribution,
        version: manifest.version,
        asOf: manifest.asOf,
      });
    },

    'catalogue.landmarks': () => ok([...landmarksOf(sources.catalogue())]),

    'catalogue.get': ({ id }) => ok(sources.chips().byId(id) ?? null),
  };
}
