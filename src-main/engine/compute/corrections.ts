import type { BreakdownLine, ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { AttentionInputs, EmbeddingInputs } from '../../../src-shared/model/compute-inputs.ts';
import { spreadOf } from './factors.ts';
import { line, warning } from './method.ts';
import { product } from './numbers.ts';
import { combine } from './range.ts';

/** A correction's line, or the warning that it is switched on and lacks a figure. */
export interface Correction {
  readonly line?: BreakdownLine;
  readonly warnings: readonly ComputeMessage[];
}

const none: Correction = { warnings: [] };

/**
 * Operations of the attention scores in training, `12 × layers × width × context × D`; half of it when only the causal half is counted.
 *
 * Units: FLOP. Shown when switched off too, so that its size is known. Switched on without its figures it adds nothing and
 * warns `correctionIncomplete`. Source: estimation notes, section 1.1.
 */
export function attentionCorrection(inputs: AttentionInputs | undefined, units: number): Correction {
  if (inputs === undefined) return none;
  const { layers, width, contextLength } = inputs;
  if (layers === undefined || width === undefined || contextLength === undefined) return incomplete('attention', inputs.on);
  const constant = inputs.causalHalf ? 6 : 12;
  const factors = [constant, layers.value, width.value, contextLength.value, units];
  const value = factors.reduce((sum, factor) => sum * factor, 1);
  const read = ['count.attention.layers', 'count.attention.width', 'count.attention.contextLength', 'count.dataset'];
  const id = inputs.causalHalf ? 'attentionCausalHalf' : 'attention';
  const factor = combine([spreadOf(layers, 'parameters'), spreadOf(width, 'parameters'), spreadOf(contextLength, 'data')]).up;
  return { line: line(id, product(factors, value), value, 'FLOP', read, factor, inputs.on ? 'on' : 'off'), warnings: [] };
}

/**
 * Parameters of the input look-up table, which costs no matrix multiply. A table tied to the output projection is used there
 * as a multiply, so it takes part and nothing is subtracted. Never more than half of N: a larger table is a typing error.
 *
 * Units: parameters. Warns as `attentionCorrection`. Source: estimation notes, section 1.1.
 */
export function embeddingCorrection(inputs: EmbeddingInputs | undefined, parameters: number): Correction {
  if (inputs === undefined) return none;
  const { vocabulary, width } = inputs;
  if (vocabulary === undefined || width === undefined) return incomplete('embedding', inputs.on);
  const table = vocabulary.value * width.value;
  const value = inputs.tied ? 0 : Math.min(table, parameters / 2);
  const id = inputs.tied ? 'embeddingTied' : 'embedding';
  const read = ['count.embedding.vocabulary', 'count.embedding.width'];
  const warnings = inputs.on && !inputs.tied && value < table ? [warning('embeddingTableTooLarge', { table, parameters })] : [];
  return {
    line: line(id, product([vocabulary.value, width.value], table), value, 'parameters', read, 1, inputs.on ? 'on' : 'off'),
    warnings,
  };
}

/** A correction that is off and lacks figures is simply not there yet. */
const incomplete = (correction: 'attention' | 'embedding', isOn: boolean): Correction =>
  isOn ? { warnings: [warning('correctionIncomplete', { correction })] } : none;
