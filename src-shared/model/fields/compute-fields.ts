import type { AssetField } from './types.ts';

const shared = { kinds: ['model'], group: 'computeDetail', weight: 0 } as const;

type Given = Pick<AssetField, 'id' | 'aliases'> & Partial<Pick<AssetField, 'unit' | 'min' | 'max' | 'when'>>;

/** A figure that cannot be negative. */
const figure = (given: Given): AssetField => ({ ...shared, type: 'number', min: 0, ...given });
const yesNo = (given: Given): AssetField => ({ ...shared, type: 'yesNo', ...given });
const choice = (given: Given & { readonly options: readonly string[] }): AssetField => ({ ...shared, type: 'choice', ...given });

const encoderDecoder = { field: 'architecture', is: ['encoderDecoder'] } as const;

/** What the data of a run without tokens counts. The first three pass through all weights as they stand. */
const trainingUnits = ['patches', 'frames', 'steps', 'words', 'characters', 'images', 'examples', 'pixels'] as const;

/**
 * Inputs of the estimator beyond the usual count and the usual run: further figures of both, energy, cost, adapters,
 * reinforcement learning, generated data, distillation. All weigh nothing in the completeness, since most models need none.
 */
export const computeFields: readonly AssetField[] = [
  figure({ id: 'trainingExamples', aliases: ['training examples', 'training images', 'examples seen', 'images seen'] }),
  choice({ id: 'trainingUnit', options: trainingUnits, aliases: ['dataset unit', 'unit of the data', 'data unit'] }),
  figure({ id: 'unitsPerExample', aliases: ['tokens per example', 'patches per image', 'units per example'] }),
  figure({
    id: 'forwardOperations',
    unit: 'operations',
    when: { field: 'architecture', is: ['convolutional', 'diffusion', 'recurrent', 'classical', 'other'] },
    aliases: ['forward flop', 'flop per forward pass', 'forward pass operations'],
  }),
  figure({ id: 'encoderParameters', unit: 'parameters', when: encoderDecoder, aliases: ['encoder parameters', 'encoder params'] }),
  figure({ id: 'encoderTokens', unit: 'tokens', when: encoderDecoder, aliases: ['encoder tokens', 'source tokens'] }),
  figure({ id: 'decoderParameters', unit: 'parameters', when: encoderDecoder, aliases: ['decoder parameters', 'decoder params'] }),
  figure({ id: 'decoderTokens', unit: 'tokens', when: encoderDecoder, aliases: ['decoder tokens', 'target tokens'] }),
  figure({ id: 'networkLayers', aliases: ['layers', 'number of layers', 'n layers', 'num layers', 'network layers'] }),
  figure({ id: 'networkWidth', aliases: ['d_model', 'hidden size', 'model width', 'model dimension'] }),
  figure({ id: 'contextLength', unit: 'tokens', aliases: ['context length', 'sequence length', 'context window'] }),
  yesNo({ id: 'attentionCounted', aliases: ['attention counted'] }),
  yesNo({ id: 'attentionCausalHalf', aliases: ['causal half of attention'] }),
  figure({ id: 'vocabularySize', aliases: ['vocabulary size', 'vocab size', 'vocabulary'] }),
  yesNo({ id: 'embeddingCounted', aliases: ['embedding correction'] }),
  yesNo({ id: 'embeddingTied', aliases: ['tied embeddings', 'tie word embeddings'] }),
  figure({
    id: 'chipHours',
    unit: 'chip-hours',
    aliases: ['gpu hours', 'gpu-hours', 'tpu hours', 'chip hours', 'chip-hours', 'device hours'],
  }),
  figure({ id: 'lostShare', unit: 'share', max: 1, aliases: ['lost share', 'share lost to restarts'] }),
  choice({ id: 'utilisationBasis', options: ['mfu', 'hfu'], aliases: ['utilisation basis'] }),
  figure({ id: 'chipPeakRate', unit: 'TOPS', aliases: ['peak rate of the training chip', 'training chip peak'] }),
  figure({ id: 'chipPower', unit: 'W', aliases: ['power of the training chip', 'training chip power', 'watts per chip'] }),
  figure({ id: 'powerOverhead', min: 1, aliases: ['power overhead', 'energy overhead'] }),
  figure({ id: 'trainingCost', aliases: ['training cost', 'training spend', 'cost of training', 'compute cost', 'compute spend'] }),
  figure({ id: 'chipHourPrice', aliases: ['price per gpu hour', 'price per chip-hour', 'gpu hour price', 'cost per gpu hour'] }),
  { ...shared, id: 'costCurrency', type: 'text', aliases: ['currency of the cost', 'cost currency'] },
  figure({
    id: 'adapterParameters',
    unit: 'parameters',
    when: { field: 'fineTuneMethod', is: ['adapter'] },
    aliases: ['adapter parameters', 'trained parameters', 'lora parameters', 'trainable parameters'],
  }),
  figure({ id: 'rlRollouts', aliases: ['rollouts', 'rl rollouts', 'rl episodes'] }),
  figure({ id: 'rlTokensPerRollout', unit: 'tokens', aliases: ['tokens per rollout', 'rollout length'] }),
  figure({ id: 'rlParameters', unit: 'parameters', aliases: ['policy parameters', 'rl parameters'] }),
  figure({ id: 'rlUpdateTokens', unit: 'tokens', aliases: ['rl update tokens', 'tokens in rl updates'] }),
  figure({ id: 'rlRewardParameters', unit: 'parameters', aliases: ['reward model parameters', 'reward model size'] }),
  figure({ id: 'rlReferenceParameters', unit: 'parameters', aliases: ['reference model parameters', 'reference model size'] }),
  figure({ id: 'generatorParameters', unit: 'parameters', aliases: ['generator parameters', 'generator model size'] }),
  figure({ id: 'generatedTokens', unit: 'tokens', aliases: ['generated tokens', 'synthetic tokens', 'tokens generated'] }),
  figure({
    id: 'teacherParameters',
    unit: 'parameters',
    when: { field: 'originType', is: ['distilled'] },
    aliases: ['teacher parameters', 'teacher size'],
  }),
  figure({
    id: 'teacherTokens',
    unit: 'tokens',
    when: { field: 'originType', is: ['distilled'] },
    aliases: ['teacher tokens', 'tokens of the teacher'],
  }),
];
