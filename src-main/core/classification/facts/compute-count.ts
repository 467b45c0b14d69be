import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import { type CountInputs, type NetworkShape, type Quantity, QuantityUnit } from '../../../../src-shared/model/compute-inputs.ts';
import { present, quantityOf } from './compute-quantity.ts';
import { factReader } from './read.ts';

const shapeOf: Readonly<Record<string, NetworkShape>> = {
  denseTransformer: 'decoder',
  mixtureOfExperts: 'decoder',
  encoderDecoder: 'encoderDecoder',
  diffusion: 'diffusion',
  convolutional: 'convolutional',
  recurrent: 'recurrent',
  stateSpace: 'decoder',
  classical: 'other',
  other: 'other',
};

/**
 * Operation count from the facts of a model version. Tokens come first; data of another kind keeps its own unit, and one that
 * nobody named stays unknown, which the engine refuses. Without parameters, sides or a forward pass there is nothing to count.
 * `hasReinforcement`: fine-tuning by reinforcement learning alone has no count of its own.
 */
export function countSection(facts: Facts, hasReinforcement: boolean): CountInputs | undefined {
  const read = factReader(facts);
  const architecture = read.text('architecture');
  const dataset = quantityOf(facts, 'trainingTokens', 'tokens') ?? examplesOf(facts);
  const parameters = quantityOf(facts, 'parametersTotal', 'parameters');
  const activeParameters = quantityOf(facts, 'parametersActive', 'parameters');
  const forwardOpsPerUnit = quantityOf(facts, 'forwardOperations', 'flop');
  const sides = architecture === 'encoderDecoder' ? { encoder: sideOf(facts, 'encoder'), decoder: sideOf(facts, 'decoder') } : {};
  const lead = [parameters, activeParameters, forwardOpsPerUnit, ...Object.values(sides)];
  const isReinforcedOnly = hasReinforcement && dataset === undefined && read.text('fineTuneMethod') === 'reinforcement';
  if (lead.every((figure) => figure === undefined) || isReinforcedOnly) return undefined;
  return present<CountInputs>({
    shape: architecture === null ? undefined : (shapeOf[architecture] ?? 'unknown'),
    parameters,
    activeParameters,
    isMixtureOfExperts: architecture === 'mixtureOfExperts' ? true : undefined,
    forwardOpsPerUnit,
    dataset,
    unitsPerExample: quantityOf(facts, 'unitsPerExample', 'count'),
    epochs: quantityOf(facts, 'epochs', 'epochs'),
    ...sides,
    attention: attentionOf(facts),
    embedding: embeddingOf(facts),
  });
}

function examplesOf(facts: Facts): Quantity | undefined {
  const unit = QuantityUnit.safeParse(factReader(facts).text('trainingUnit'));
  return quantityOf(facts, 'trainingExamples', unit.success ? unit.data : 'unknown');
}

const sideOf = (facts: Facts, side: 'encoder' | 'decoder') =>
  present({ parameters: quantityOf(facts, `${side}Parameters`, 'parameters'), units: quantityOf(facts, `${side}Tokens`, 'tokens') });

function attentionOf(facts: Facts): CountInputs['attention'] {
  const figures = present({
    layers: quantityOf(facts, 'networkLayers', 'count'),
    width: quantityOf(facts, 'networkWidth', 'count'),
    contextLength: quantityOf(facts, 'contextLength', 'tokens'),
  });
  const on = factReader(facts).yesNo('attentionCounted') === 'yes';
  if (figures === undefined && !on) return undefined;
  return { on, causalHalf: factReader(facts).yesNo('attentionCausalHalf') === 'yes', ...figures };
}

function embeddingOf(facts: Facts): CountInputs['embedding'] {
  const vocabulary = quantityOf(facts, 'vocabularySize', 'count');
  const on = factReader(facts).yesNo('embeddingCounted') === 'yes';
  if (vocabulary === undefined && !on) return undefined;
  const tied = factReader(facts).yesNo('embeddingTied') === 'yes';
  return { on, tied, ...present({ vocabulary, width: quantityOf(facts, 'networkWidth', 'count') }) };
}
