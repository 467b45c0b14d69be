import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeInputs, ModelDomain } from '../../../../src-shared/model/compute-inputs.ts';
import { countSection } from './compute-count.ts';
import { adapterSection, lineageSection, reinforcementSection, syntheticSection } from './compute-parts.ts';
import { present, quantityOf } from './compute-quantity.ts';
import { type ChipRates, costSection, energySection, hardwareSection } from './compute-run.ts';
import { factReader } from './read.ts';

export type { ChipRates } from './compute-run.ts';

const domainOf: Readonly<Record<string, ModelDomain>> = {
  language: 'language',
  vision: 'vision',
  audio: 'audio',
  video: 'video',
  imageGeneration: 'imageGeneration',
  videoGeneration: 'video',
  action: 'robotics',
  biology: 'biology',
};

/**
 * What the compute engine needs from the facts of a model version. A section without any of its facts is left out; one that
 * lacks some is handed over as it is, so that the engine can say what is missing.
 */
export function computeInputsOf(facts: Facts, ratesOf: ChipRates): ComputeInputs {
  const domains = (factReader(facts).list('modalities') ?? []).flatMap((modality) => domainOf[modality] ?? []);
  const measured = quantityOf(facts, 'trainingOperations', 'flop');
  const reinforcement = reinforcementSection(facts);
  const adapter = adapterSection(facts);
  const count = adapter === undefined ? countSection(facts, reinforcement !== undefined) : undefined;
  const sections: { readonly [K in keyof ComputeInputs]: ComputeInputs[K] | undefined } = {
    domains: domains.length === 0 ? undefined : [...new Set(domains)],
    measured,
    count,
    adapter,
    hardware: hardwareSection(facts, ratesOf),
    energy: energySection(facts, ratesOf),
    cost: costSection(facts, ratesOf),
    reinforcement,
    syntheticData: syntheticSection(facts),
    // A stated total covers all stages: adding the base again would count it twice.
    lineage: measured === undefined ? lineageSection(facts) : undefined,
  };
  return present(sections) ?? {};
}
