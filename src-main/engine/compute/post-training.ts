import type { BreakdownLine, OpsRange } from '../../../src-shared/model/compute.ts';
import type {
  AdapterInputs,
  InferenceInputs,
  Quantity,
  ReinforcementInputs,
  SyntheticDataInputs,
} from '../../../src-shared/model/compute-inputs.ts';
import { countFormulaFactor, spreadOf } from './factors.ts';
import { answered, line, type MethodOutcome, type MethodRefusal, refused } from './method.ts';
import { product, show, sum } from './numbers.ts';
import { addRanges, combine, rangeAround, type Spread, within } from './range.ts';

/** A part of the total with its arithmetic. */
export interface WorkedPart {
  readonly range: OpsRange;
  readonly lines: readonly BreakdownLine[];
}

/** A part, or why it cannot be worked out although it was entered. */
export type PartOutcome = ({ readonly ok: true } & WorkedPart) | { readonly ok: false; readonly refusal: MethodRefusal };

/** A network with fewer parameters than this was typed without its million or billion. */
const fewestParameters = 1000;

/**
 * Training of an adapter on frozen weights: `4 × N × D + 2 × N_trained × D`.
 *
 * Forward is 2N over all weights, backward through activations 2N, weight gradients only for the trained parameters.
 * Units: FLOP. Errors: `parametersMissing`, `datasetMissing`, `datasetTooSmall`, `parametersTooSmall`.
 * Source: estimation notes, section 1.1 (frozen parts).
 */
export function trainAdapter(inputs: AdapterInputs): MethodOutcome {
  if (inputs.allParameters === undefined) return refused('parametersMissing', ['adapter.allParameters']);
  if (inputs.tokens === undefined) return refused('datasetMissing', ['adapter.tokens']);
  const tokens = inputs.tokens.value * (inputs.epochs?.value ?? 1);
  if (inputs.allParameters.value < fewestParameters)
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
      line('partSum', sum([through, gradients], through + gradients), through + gradients, 'FLOP', []),
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
 * `rollouts × tokens × 2N + update tokens × 6N + rollouts × tokens × 2(N_reward + N_reference)`. Units: FLOP. The lines share
 * their figures, so their ranges add end to end.
 * Errors: `policyParametersMissing`, `rolloutsMissing`, `parametersTooSmall`. Source: estimation notes, section 1.5.
 */
export function reinforce(inputs: ReinforcementInputs): PartOutcome {
  const { activeParameters, rollouts, tokensPerRollout } = inputs;
  if (rollouts === undefined || tokensPerRollout === undefined) {
    const missing = { 'reinforcement.rollouts': rollouts, 'reinforcement.tokensPerRollout': tokensPerRollout };
    return refusedPart('rolloutsMissing', namesMissing(missing));
  }
  if (activeParameters === undefined) return refusedPart('policyParametersMissing', ['reinforcement.activeParameters']);
  const tooSmall = tooFew({
    'reinforcement.activeParameters': activeParameters,
    'reinforcement.rewardParameters': inputs.rewardParameters,
    'reinforcement.referenceParameters': inputs.referenceParameters,
  });
  if (tooSmall !== undefined) return tooSmall;

  const generated = rollouts.value * tokensPerRollout.value;
  const sampled = [spreadOf(rollouts, 'data'), spreadOf(tokensPerRollout, 'data')];
  const updated = inputs.updateTokens?.value ?? generated;
  const learnt = inputs.updateTokens === undefined ? sampled : [spreadOf(inputs.updateTokens, 'data')];
  const drawn = ['reinforcement.rollouts', 'reinforcement.tokensPerRollout'];
  const passes: readonly (readonly [string, number, Quantity | undefined, number, readonly Spread[], readonly string[]])[] = [
    ['rollouts', 2, activeParameters, generated, sampled, ['reinforcement.activeParameters', ...drawn]],
    [
      'updates',
      6,
      activeParameters,
      updated,
      learnt,
      ['reinforcement.activeParameters', ...(inputs.updateTokens === undefined ? drawn : ['reinforcement.updateTokens'])],
    ],
    ['rewardPasses', 2, inputs.rewardParameters, generated, sampled, ['reinforcement.rewardParameters', ...drawn]],
    ['referencePasses', 2, inputs.referenceParameters, generated, sampled, ['reinforcement.referenceParameters', ...drawn]],
  ];
  const worked = passes.flatMap(([id, constant, model, tokens, spreads, read]) => {
    if (model === undefined) return [];
    const ops = constant * model.value * tokens;
    const spread = combine([...spreads, spreadOf(model, 'parameters'), within(countFormulaFactor)]);
    return [
      { range: rangeAround(ops, spread), line: line(id, product([constant, model.value, tokens], ops), ops, 'FLOP', read, spread.up) },
    ];
  });
  const range = addRanges(worked.map((one) => one.range));
  const lines = worked.map((one) => one.line);
  return {
    ok: true,
    range,
    lines: [
      ...lines,
      line(
        'partSum',
        sum(
          lines.map((one) => one.value),
          range.likely,
        ),
        range.likely,
        'FLOP',
        [],
      ),
    ],
  };
}

/**
 * Generation of training data: `2 × N_generator × tokens`, all tokens, kept or not, or its operations as stated. Units: FLOP.
 *
 * Errors: `generatorMissing`, `generatedTokensMissing`, `parametersTooSmall`. Source: estimation notes, section 1.6.
 */
export function generateData(inputs: SyntheticDataInputs, index: number): PartOutcome {
  const path = `syntheticData.${index}`;
  if (inputs.operations !== undefined) {
    const { value } = inputs.operations;
    const spread = spreadOf(inputs.operations, 'total');
    return {
      ok: true,
      range: rangeAround(value, spread),
      lines: [line('stated', show(value), value, 'FLOP', [`${path}.operations`], spread.up)],
    };
  }
  const { generatorParameters, tokensGenerated } = inputs;
  if (generatorParameters === undefined) return refusedPart('generatorMissing', [`${path}.generatorParameters`]);
  if (tokensGenerated === undefined) return refusedPart('generatedTokensMissing', [`${path}.tokensGenerated`]);
  const tooSmall = tooFew({ [`${path}.generatorParameters`]: generatorParameters });
  if (tooSmall !== undefined) return tooSmall;
  const factors = [2, generatorParameters.value, tokensGenerated.value];
  const ops = factors.reduce((product, factor) => product * factor, 1);
  const spread = combine([spreadOf(generatorParameters, 'parameters'), spreadOf(tokensGenerated, 'data'), within(countFormulaFactor)]);
  return {
    ok: true,
    range: rangeAround(ops, spread),
    lines: [line('generation', product(factors, ops), ops, 'FLOP', [`${path}.generatorParameters`, `${path}.tokensGenerated`], spread.up)],
  };
}

const refusedPart = (code: string, missing: readonly string[], params: MethodRefusal['params'] = {}): PartOutcome => ({
  ok: false,
  refusal: { code, params, missing },
});

const namesMissing = (figures: Readonly<Record<string, Quantity | undefined>>): readonly string[] =>
  Object.keys(figures).filter((name) => figures[name] === undefined);

function tooFew(models: Readonly<Record<string, Quantity | undefined>>): PartOutcome | undefined {
  const found = Object.entries(models).find(([, model]) => model !== undefined && model.value < fewestParameters);
  return found === undefined ? undefined : refusedPart('parametersTooSmall', [found[0]], { parameters: found[1]?.value ?? null });
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
