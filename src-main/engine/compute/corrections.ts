import type { BreakdownLine } from '../../../src-shared/model/compute.ts';
import type { AttentionInputs, EmbeddingInputs } from '../../../src-shared/model/compute-inputs.ts';
import { line } from './method.ts';
import { product } from './numbers.ts';

/**
 * Operations of the attention scores in training, `12 × layers × width × context × D`; half of it when only the causal half is counted.
 *
 * Units: FLOP. Shown when switched off too, so that its size is known. Source: estimation notes, section 1.1.
 */
export function attentionLine(inputs: AttentionInputs | undefined, units: number): BreakdownLine | undefined {
  if (inputs === undefined) return undefined;
  const constant = inputs.causalHalf ? 6 : 12;
  const factors = [constant, inputs.layers.value, inputs.width.value, inputs.contextLength.value, units];
  const value = factors.reduce((sum, factor) => sum * factor, 1);
  const read = ['count.attention.layers', 'count.attention.width', 'count.attention.contextLength', 'count.dataset'];
  return line(
    inputs.causalHalf ? 'attentionCausalHalf' : 'attention',
    product(factors, value),
    value,
    'FLOP',
    read,
    1,
    inputs.on ? 'on' : 'off',
  );
}

/**
 * Parameters of the input look-up table, which costs no matrix multiply. A table tied to the output projection is used there
 * as a multiply, so it takes part and nothing is subtracted. Never more than half of N: a larger table is a typing error.
 *
 * Units: parameters. Source: estimation notes, section 1.1.
 */
export function embeddingLine(inputs: EmbeddingInputs | undefined, parameters: number): BreakdownLine | undefined {
  if (inputs === undefined) return undefined;
  const table = inputs.vocabulary.value * inputs.width.value;
  const value = inputs.tied ? 0 : Math.min(table, parameters / 2);
  const id = inputs.tied ? 'embeddingTied' : 'embedding';
  return line(
    id,
    product([inputs.vocabulary.value, inputs.width.value], table),
    value,
    'parameters',
    ['count.embedding.vocabulary', 'count.embedding.width'],
    1,
    inputs.on ? 'on' : 'off',
  );
}
