import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type {
  AdapterInputs,
  LineageInputs,
  ReinforcementInputs,
  SyntheticDataInputs,
} from '../../../../src-shared/model/compute-inputs.ts';
import { present, quantityOf } from './compute-quantity.ts';
import { factReader } from './read.ts';

/** Adapter on frozen weights; only for a version that was fine-tuned with one. */
export function adapterSection(facts: Facts): AdapterInputs | undefined {
  const read = factReader(facts);
  if (read.text('originType') !== 'fineTuned' || read.text('fineTuneMethod') !== 'adapter') return undefined;
  const allParameters = quantityOf(facts, 'parametersActive', 'parameters') ?? quantityOf(facts, 'parametersTotal', 'parameters');
  const trainedParameters = quantityOf(facts, 'adapterParameters', 'parameters');
  if (allParameters === undefined && trainedParameters === undefined) return undefined;
  return present<AdapterInputs>({
    allParameters,
    trainedParameters,
    tokens: quantityOf(facts, 'trainingTokens', 'tokens'),
    epochs: quantityOf(facts, 'epochs', 'epochs'),
  });
}

/** Reinforcement learning. The policy is the model itself unless another size was given; all experts of a mixture never stand in. */
export function reinforcementSection(facts: Facts): ReinforcementInputs | undefined {
  const given = present<ReinforcementInputs>({
    activeParameters: quantityOf(facts, 'rlParameters', 'parameters'),
    rollouts: quantityOf(facts, 'rlRollouts', 'count'),
    tokensPerRollout: quantityOf(facts, 'rlTokensPerRollout', 'tokens'),
    updateTokens: quantityOf(facts, 'rlUpdateTokens', 'tokens'),
    rewardParameters: quantityOf(facts, 'rlRewardParameters', 'parameters'),
    referenceParameters: quantityOf(facts, 'rlReferenceParameters', 'parameters'),
  });
  if (given === undefined) return undefined;
  const total = quantityOf(facts, 'parametersTotal', 'parameters');
  const own =
    quantityOf(facts, 'parametersActive', 'parameters') ??
    (factReader(facts).text('architecture') === 'mixtureOfExperts' ? undefined : total);
  return { ...present({ activeParameters: own }), ...given };
}

/** Data that another model generated: its operations as stated, else generator and tokens. */
export function syntheticSection(facts: Facts): SyntheticDataInputs[] | undefined {
  const given = present<SyntheticDataInputs>({
    generatorParameters: quantityOf(facts, 'generatorParameters', 'parameters'),
    tokensGenerated: quantityOf(facts, 'generatedTokens', 'tokens'),
    operations: quantityOf(facts, 'generationOperations', 'flop'),
  });
  return given === undefined ? undefined : [given];
}

/** A base that is only named or stated stands in the graph as one ancestor. */
export function lineageSection(facts: Facts): LineageInputs | undefined {
  const read = factReader(facts);
  const relation = { fineTuned: 'derivedFrom', merged: 'mergedFrom', distilled: 'distilledFrom' } as const;
  const origin = read.text('originType');
  const kind = origin === 'fineTuned' || origin === 'merged' || origin === 'distilled' ? relation[origin] : undefined;
  if (kind === undefined) return undefined;
  const base = read.figure('baseModelOperations');
  const bounds =
    base === null
      ? undefined
      : typeof base === 'number'
        ? { low: base, likely: base, high: base }
        : { low: base.low, likely: base.likely ?? base.high, high: base.high };
  const teacher = {
    teacherParameters: quantityOf(facts, 'teacherParameters', 'parameters'),
    teacherTokens: quantityOf(facts, 'teacherTokens', 'tokens'),
  };
  return {
    links: [{ relation: kind, parent: 'base', ...(kind === 'distilledFrom' ? present(teacher) : {}) }],
    ancestors: [
      { id: 'base', name: read.text('baseModelName') ?? 'base model', ...(bounds === undefined ? {} : { own: bounds }), links: [] },
    ],
    ...present({ ownReported: quantityOf(facts, 'ownTrainingOperations', 'flop') }),
  };
}
