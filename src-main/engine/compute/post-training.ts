import type { BreakdownLine, OpsRange } from '../../../src-shared/model/compute.ts';
import type { AdapterInputs, InferenceInputs, ReinforcementInputs, SyntheticDataInputs } from '../../../src-shared/model/compute-inputs.ts';
import { countFormulaFactor, spreadOf } from './factors.ts';
import { answered, line, type MethodOutcome, refused } from './method.ts';
import { product } from './numbers.ts';
import { combine, rangeAround, within } from './range.ts';

/** A part of the total with its arithmetic. */
export interface WorkedPart {
  readonly range: OpsRange;
  readonly lines: readonly BreakdownLine[];
}

/**
 * Training of an adapter on frozen weights: `4 × N × D + 2 × N_trained × D`.
 *
 * Forward is 2N over all weights, backward through activations 2N, weight gradients only for the trained parameters.
 * Units: FLOP. Errors: `datasetTooSmall`, `parametersTooSmall`. Source: estimation notes, section 1.1 (frozen parts).
 */
export function trainAdapter(inputs: AdapterInputs): MethodOutcome {
  const tokens = inputs.tokens.value * (inputs.epochs?.value ?? 1);
  if (inputs.allParameters.value < 1000)
    return refused('parametersTooSmall', ['adapter.allParameters'], [], { parameters: inputs.allParameters.value });
  if (tokens < 1000) return refused('datasetTooSmall', ['adapter.tokens'], [], { size: tokens, unit: 'tokens' });
  const through = 4 * inputs.allParameters.value * tokens;
  const gradients = 2 * (inputs.trainedParameters?.value ?? 0) * tokens;
  const lines = [
    line('adapterThrough', product([4, inputs.allParameters.value, tokens], through), through, 'FLOP', [
      'adapter.allParameters',
      'adapter.tokens',
    ]),
  ];
  if (inputs.trainedParameters !== undefined)
    lines.push(
      line('adapterGradients', product([2, inputs.trainedParameters.value, tokens], gradients), gradients, 'FLOP', [
        'adapter.trainedParameters',
        'adapter.tokens',
      ]),
    );
  const spreads = [
    spreadOf(inputs.allParameters, 'parameters'),
    spreadOf(inputs.tokens, 'data'),
    spreadOf(inputs.epochs, 'epochs'),
    within(countFormulaFactor),
  ];
  return answered('adapter', through + gradients, spreads, lines, []);
}

/**
 * Reinforcement learning: generation of all rollouts (kept or not), update passes, reward and reference passes.
 *
 * `rollouts × tokens × 2N + update tokens × 6N + rollouts × tokens × 2(N_reward + N_reference)`. Units: FLOP.
 * Source: estimation notes, section 1.5.
 */
export function reinforce(inputs: ReinforcementInputs): WorkedPart {
  const generated = inputs.rollouts.value * inputs.tokensPerRollout.value;
  const updated = inputs.updateTokens?.value ?? generated;
  const active = inputs.activeParameters.value;
  const read = ['reinforcement.rollouts', 'reinforcement.tokensPerRollout', 'reinforcement.activeParameters'];
  const lines = [
    line('rollouts', product([2, active, generated], 2 * active * generated), 2 * active * generated, 'FLOP', read),
    line('updates', product([6, active, updated], 6 * active * updated), 6 * active * updated, 'FLOP', [
      'reinforcement.updateTokens',
      'reinforcement.activeParameters',
    ]),
  ];
  for (const [id, model] of [
    ['rewardPasses', inputs.rewardParameters],
    ['referencePasses', inputs.referenceParameters],
  ] as const) {
    if (model === undefined) continue;
    const ops = 2 * model.value * generated;
    lines.push(
      line(id, product([2, model.value, generated], ops), ops, 'FLOP', [
        `reinforcement.${id === 'rewardPasses' ? 'rewardParameters' : 'referenceParameters'}`,
      ]),
    );
  }
  const spread = combine([
    spreadOf(inputs.rollouts, 'data'),
    spreadOf(inputs.tokensPerRollout, 'data'),
    spreadOf(inputs.activeParameters, 'parameters'),
    within(countFormulaFactor),
  ]);
  return {
    range: rangeAround(
      lines.reduce((sum, one) => sum + one.value, 0),
      spread,
    ),
    lines,
  };
}

/** Generation of training data: `2 × N_generator × tokens`, all tokens, kept or not. Units: FLOP. Source: estimation notes, section 1.6. */
export function generateData(inputs: SyntheticDataInputs, index: number): WorkedPart {
  const factors = [2, inputs.generatorParameters.value, inputs.tokensGenerated.value];
  const ops = factors.reduce((sum, factor) => sum * factor, 1);
  const path = `syntheticData.${index}`;
  const spread = combine([
    spreadOf(inputs.generatorParameters, 'parameters'),
    spreadOf(inputs.tokensGenerated, 'data'),
    within(countFormulaFactor),
  ]);
  return {
    range: rangeAround(ops, spread),
    lines: [line('generation', product(factors, ops), ops, 'FLOP', [`${path}.generatorParameters`, `${path}.tokensGenerated`], spread.up)],
  };
}

/** Inference operations a month: `requests × tokens × samples × 2N`. Stands beside training, never inside it. Source: estimation notes, section 1.7. */
export function inferPerMonth(inputs: InferenceInputs): OpsRange {
  const ops =
    inputs.requestsPerMonth.value *
    inputs.tokensPerRequest.value *
    (inputs.samplesPerRequest?.value ?? 1) *
    2 *
    inputs.activeParameters.value;
  const spread = combine([
    spreadOf(inputs.requestsPerMonth, 'data'),
    spreadOf(inputs.tokensPerRequest, 'data'),
    spreadOf(inputs.activeParameters, 'parameters'),
    within(countFormulaFactor),
  ]);
  return rangeAround(ops, spread);
}
