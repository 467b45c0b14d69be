import type { BreakdownLine, ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { CountInputs, ModelDomain, QuantityUnit } from '../../../src-shared/model/compute-inputs.ts';
import { spreadOf } from './factors.ts';
import { line, type MethodRefusal, note, warning } from './method.ts';
import { product } from './numbers.ts';
import { combine, type Spread, within } from './range.ts';

/** Units seen in training that each pass through all weights once, with how they were worked out. */
export interface UnitsSeen {
  readonly units: number;
  readonly lines: readonly BreakdownLine[];
  readonly spreads: readonly Spread[];
  readonly warnings: readonly ComputeMessage[];
}

export type UnitsOutcome = { readonly ok: true; readonly value: UnitsSeen } | { readonly ok: false; readonly refusal: MethodRefusal };

/** Units that pass through all weights as they stand. */
const passThrough: ReadonlySet<QuantityUnit> = new Set(['tokens', 'patches', 'frames', 'steps']);

/** Rules of thumb for English text, with the uncertainty they add. */
const textUnits: Readonly<Partial<Record<QuantityUnit, { readonly tokensEach: number; readonly factor: number }>>> = {
  words: { tokensEach: 4 / 3, factor: 1.25 },
  characters: { tokensEach: 1 / 4, factor: 1.4 },
};

/** Fewer units than this cannot have trained a network: the figure was typed without its billion or trillion. */
const fewestUnits = 10_000;
/** More tokens than the text of the world holds; the figure is a typing error or counts something else. */
const mostUnits = 1e15;

/**
 * Works out D, the units seen in training: unique units × epochs, or optimiser steps × tokens a step.
 *
 * Errors: `datasetMissing`, `datasetUnitUnknown`, `unitsPerExampleMissing`, `datasetTooSmall`. An unknown unit is never read as tokens.
 * Source: estimation notes, section 1.1.
 */
export function unitsSeen(inputs: CountInputs, domains: readonly ModelDomain[]): UnitsOutcome {
  if (inputs.steps !== undefined && inputs.batchTokens !== undefined) return fromSteps(inputs.steps, inputs.batchTokens);
  const dataset = inputs.dataset;
  if (dataset === undefined) return deny('datasetMissing', ['count.dataset']);
  const domain = domains[0] ?? 'other';
  if (dataset.unit === 'unknown') return deny('datasetUnitUnknown', ['count.dataset.unit'], { size: dataset.value, domain });

  const text = textUnits[dataset.unit];
  const each = inputs.unitsPerExample;
  const isWhole = passThrough.has(dataset.unit);
  if (!isWhole && text === undefined && each === undefined)
    return deny('unitsPerExampleMissing', ['count.unitsPerExample'], { size: dataset.value, unit: dataset.unit });

  const unitsEach = isWhole ? 1 : (each?.value ?? text?.tokensEach ?? 1);
  const perEpoch = dataset.value * unitsEach;
  if (perEpoch < fewestUnits) return deny('datasetTooSmall', ['count.dataset'], { size: dataset.value, unit: dataset.unit });

  const epochs = inputs.epochs?.value ?? 1;
  const units = perEpoch * epochs;
  const factors = [dataset.value, ...(unitsEach === 1 ? [] : [unitsEach]), epochs];
  const spreads = [spreadOf(dataset, 'data'), ...(inputs.epochs === undefined ? [] : [spreadOf(inputs.epochs, 'epochs')])];
  if (!isWhole) spreads.push(each === undefined ? within(text?.factor ?? 1) : spreadOf(each, 'data'));
  const read = [
    'count.dataset',
    ...(inputs.unitsPerExample === undefined ? [] : ['count.unitsPerExample']),
    ...(inputs.epochs === undefined ? [] : ['count.epochs']),
  ];
  const warnings: ComputeMessage[] = [];
  if (units > mostUnits) warnings.push(warning('datasetImplausiblyLarge', { units }));
  if (text !== undefined && each === undefined) warnings.push(note('textUnitConverted', { unit: dataset.unit, tokensEach: unitsEach }));
  if (inputs.epochs === undefined) warnings.push(note('epochsAssumedOne', {}));
  const factor = combine(spreads).up;
  return {
    ok: true,
    value: { units, lines: [line('unitsSeen', product(factors, units), units, 'units', read, factor)], spreads, warnings },
  };
}

function fromSteps(steps: NonNullable<CountInputs['steps']>, batchTokens: NonNullable<CountInputs['batchTokens']>): UnitsOutcome {
  const units = steps.value * batchTokens.value;
  if (units < fewestUnits) return deny('datasetTooSmall', ['count.steps', 'count.batchTokens'], { size: units, unit: 'tokens' });
  const lines = [
    line('unitsFromSteps', product([steps.value, batchTokens.value], units), units, 'units', ['count.steps', 'count.batchTokens']),
  ];
  return { ok: true, value: { units, lines, spreads: [spreadOf(steps, 'data'), spreadOf(batchTokens, 'data')], warnings: [] } };
}

function deny(code: string, missing: readonly string[], params: ComputeMessage['params'] = {}): UnitsOutcome {
  return { ok: false, refusal: { code, params, missing } };
}
