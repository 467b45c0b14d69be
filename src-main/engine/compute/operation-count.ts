import type { BreakdownLine, ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { CountInputs, ModelDomain, Quantity, SideInputs } from '../../../src-shared/model/compute-inputs.ts';
import { attentionCorrection, embeddingCorrection } from './corrections.ts';
import { unitsSeen } from './dataset.ts';
import { countFormulaFactor, spreadOf } from './factors.ts';
import { answered, line, type MethodOutcome, type MethodRefusal, note, refused, warning } from './method.ts';
import { product, show, sum } from './numbers.ts';
import { type Spread, within } from './range.ts';

/** A network with fewer parameters than this was typed without its million or billion. */
const fewestParameters = 1000;
/** Above this the total count of a mixture of experts was probably multiplied by something. */
const mostParameters = 1e14;

/**
 * Training compute by counting operations: `6 × N × D`, N the parameters that take part in each unit, D the units seen.
 *
 * Units: operations (FLOP); a multiply-accumulate counts as two. Backward is taken as twice forward.
 * A mixture of experts is counted by active parameters; when only the total is known the method refuses, because the
 * total inflates the result five to thirty times. Encoder-decoder nets need both sides apart. Convolution and diffusion
 * nets reuse weights inside one example, so they need the forward operations of one unit.
 * Errors: codes of `unitsSeen`, and `parametersMissing`, `parametersTooSmall`, `activeParametersMissing`,
 * `encoderDecoderSplitMissing`, `encoderDecoderSideIncomplete`, `forwardOpsMissing`.
 * Source: estimation notes, section 1.1.
 */
export function countOperations(inputs: CountInputs, domains: readonly ModelDomain[]): MethodOutcome {
  if (inputs.encoder !== undefined || inputs.decoder !== undefined) return countBothSides(inputs);
  if (inputs.shape === 'encoderDecoder') return refused('encoderDecoderSplitMissing', ['count.encoder', 'count.decoder']);
  const reusesWeights = inputs.shape === 'convolutional' || inputs.shape === 'diffusion';
  if (reusesWeights && inputs.forwardOpsPerUnit === undefined) return refused('forwardOpsMissing', ['count.forwardOpsPerUnit']);

  const seen = unitsSeen(inputs, domains);
  if (inputs.forwardOpsPerUnit !== undefined) return countFromForward(inputs.forwardOpsPerUnit, inputs, domains);

  const active = takingPart(inputs);
  if (!active.ok)
    return seen.ok
      ? refused(active.code, active.missing, [], active.params)
      : refused(seen.refusal.code, [...seen.refusal.missing, ...active.missing], [], seen.refusal.params);
  if (!seen.ok) return refused(seen.refusal.code, seen.refusal.missing, active.warnings, seen.refusal.params);

  const embeddingUsed = embeddingCorrection(inputs.embedding, active.quantity.value);
  const embedding = embeddingUsed.line;
  const parameters = embedding?.state === 'on' ? Math.max(0, active.quantity.value - embedding.value) : active.quantity.value;
  const base = 6 * parameters * seen.value.units;
  const attentionUsed = attentionCorrection(inputs.attention, seen.value.units);
  const attention = attentionUsed.line;
  const total = base + (attention?.state === 'on' ? attention.value : 0);

  const lines: BreakdownLine[] = [
    line('parametersTakingPart', active.arithmetic, active.quantity.value, 'parameters', [active.path], active.spread.up),
  ];
  if (embedding !== undefined) lines.push(embedding);
  lines.push(
    ...seen.value.lines,
    line('sixNd', product([6, parameters, seen.value.units], base), base, 'FLOP', [active.path, 'count.dataset'], countFormulaFactor),
  );
  if (attention !== undefined) lines.push(attention);
  const added = attention?.state === 'on' ? [base, attention.value] : [base];
  if (lines.some((one) => one.state !== 'fixed')) lines.push(line('total', sum(added, total), total, 'FLOP', []));

  const formula = within(attention?.state === 'on' ? Math.sqrt(countFormulaFactor) : countFormulaFactor);
  const warnings = [
    ...active.warnings,
    ...seen.value.warnings,
    ...embeddingUsed.warnings,
    ...attentionUsed.warnings,
    ...unitWarnings(inputs, domains),
  ];
  return answered('operationCount', total, [active.spread, ...seen.value.spreads, formula], lines, warnings);
}

type TakingPart =
  | {
      readonly ok: true;
      readonly quantity: Quantity;
      readonly path: string;
      readonly arithmetic: string;
      readonly spread: Spread;
      readonly warnings: readonly ComputeMessage[];
    }
  | ({ readonly ok: false } & MethodRefusal);

function takingPart(inputs: CountInputs): TakingPart {
  const { parameters, activeParameters } = inputs;
  if (activeParameters === undefined && inputs.isMixtureOfExperts === true)
    return {
      ok: false,
      code: 'activeParametersMissing',
      missing: ['count.activeParameters'],
      params: { total: parameters?.value ?? null },
    };
  const quantity = activeParameters ?? parameters;
  if (quantity === undefined) return { ok: false, code: 'parametersMissing', missing: ['count.parameters'], params: {} };
  if (quantity.value < fewestParameters)
    return { ok: false, code: 'parametersTooSmall', missing: ['count.parameters'], params: { parameters: quantity.value } };
  const warnings: ComputeMessage[] = [];
  if (quantity.value > mostParameters) warnings.push(warning('parametersImplausiblyMany', { parameters: quantity.value }));
  if (activeParameters !== undefined && parameters !== undefined) {
    if (activeParameters.value > parameters.value)
      warnings.push(warning('activeAboveTotal', { active: activeParameters.value, total: parameters.value }));
    else if (activeParameters.value < parameters.value)
      warnings.push(
        note('activeParametersUsed', {
          active: activeParameters.value,
          total: parameters.value,
          times: parameters.value / activeParameters.value,
        }),
      );
  }
  const path = activeParameters === undefined ? 'count.parameters' : 'count.activeParameters';
  return { ok: true, quantity, path, arithmetic: show(quantity.value), spread: spreadOf(quantity, 'parameters'), warnings };
}

function countFromForward(forward: Quantity, inputs: CountInputs, domains: readonly ModelDomain[]): MethodOutcome {
  // The maker states operations for one example, so examples count as they are.
  const examples = inputs.dataset === undefined ? inputs : { ...inputs, dataset: { ...inputs.dataset, unit: 'steps' as const } };
  const seen = unitsSeen(examples, domains);
  if (!seen.ok) return refused(seen.refusal.code, seen.refusal.missing, [], seen.refusal.params);
  const total = 3 * forward.value * seen.value.units;
  const lines = [
    ...seen.value.lines,
    line(
      'threeForward',
      product([3, forward.value, seen.value.units], total),
      total,
      'FLOP',
      ['count.forwardOpsPerUnit', 'count.dataset'],
      countFormulaFactor,
    ),
  ];
  return answered(
    'operationCount',
    total,
    [spreadOf(forward, 'data'), ...seen.value.spreads, within(countFormulaFactor)],
    lines,
    seen.value.warnings,
  );
}

function countBothSides(inputs: CountInputs): MethodOutcome {
  const encoder = sideOf(inputs.encoder);
  const decoder = sideOf(inputs.decoder);
  if (encoder === undefined || decoder === undefined) {
    const missing = [...missingOf('count.encoder', inputs.encoder), ...missingOf('count.decoder', inputs.decoder)];
    return refused('encoderDecoderSideIncomplete', missing);
  }
  const epochs = inputs.epochs?.value ?? 1;
  const sides = [
    { id: 'encoderOps', side: encoder, path: 'count.encoder' },
    { id: 'decoderOps', side: decoder, path: 'count.decoder' },
  ].map(({ id, side, path }) => {
    const ops = 6 * side.parameters.value * side.units.value * epochs;
    const read = [`${path}.parameters`, `${path}.units`, 'count.epochs'];
    return line(id, product([6, side.parameters.value, side.units.value, epochs], ops), ops, 'FLOP', read);
  });
  const total = sides.reduce((sum, one) => sum + one.value, 0);
  const spreads = [encoder, decoder].map((side) => spreadOf(side.units, 'data'));
  return answered(
    'operationCount',
    total,
    [...spreads, spreadOf(encoder.parameters, 'parameters'), spreadOf(inputs.epochs, 'epochs'), within(countFormulaFactor)],
    [
      ...sides,
      line(
        'partSum',
        sum(
          sides.map((side) => side.value),
          total,
        ),
        total,
        'FLOP',
        [],
      ),
    ],
    [],
  );
}

function sideOf(side: SideInputs | undefined): { readonly parameters: Quantity; readonly units: Quantity } | undefined {
  return side?.parameters === undefined || side.units === undefined ? undefined : { parameters: side.parameters, units: side.units };
}

function missingOf(path: string, side: SideInputs | undefined): readonly string[] {
  return [...(side?.parameters === undefined ? [`${path}.parameters`] : []), ...(side?.units === undefined ? [`${path}.units`] : [])];
}

/** Outside language the reading "one unit passes through all weights once" is a claim that a person has to stand behind. */
function unitWarnings(inputs: CountInputs, domains: readonly ModelDomain[]): readonly ComputeMessage[] {
  const isText = domains.length === 0 || domains.includes('language');
  if (isText || inputs.dataset === undefined) return [];
  return [warning('unitTakenAsFullPass', { unit: inputs.dataset.unit, domain: domains[0] ?? 'other' })];
}
