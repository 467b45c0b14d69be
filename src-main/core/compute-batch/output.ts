import type { BreakdownLine, ComputeEstimate, ComputeMessage, MethodResult, OpsRange } from '../../../src-shared/model/compute.ts';
import type { ComputeInputs } from '../../../src-shared/model/compute-inputs.ts';
import { lineLabel, refusalSentence, sentenceOf } from './sentences.ts';

/** One line of the breakdown as written to the file. */
export interface OutputLine {
  readonly part: string;
  readonly of?: string;
  readonly method?: string;
  readonly line: string;
  readonly label: string;
  readonly arithmetic: string;
  readonly low?: number | null;
  readonly value: number | null;
  readonly high?: number | null;
  readonly unit: string;
  readonly factor?: number;
  /** False for a method that was worked out but does not make up the total. */
  readonly used: boolean;
}

export interface OutputMessage {
  readonly code: string;
  readonly text: string;
}

/** One line of the output file. */
export interface OutputRecord {
  readonly model: string;
  /** `6ND`, `6ND-active`, `hardware-time`, `energy`, `base+finetune` or `none`. */
  readonly method: string;
  readonly low: number | null;
  readonly point: number | null;
  readonly high: number | null;
  readonly refused: boolean;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly confidence: string | null;
  /** Largest over smallest of the methods that could be worked out. */
  readonly ratio: number | null;
  readonly breakdown: readonly OutputLine[];
  readonly warnings: readonly OutputMessage[];
  readonly notes: readonly OutputMessage[];
  readonly missing: readonly string[];
  readonly formulaVersion: string;
}

/** Writes an estimate as a line of the output file. */
export function toOutput(model: string, inputs: ComputeInputs, estimate: ComputeEstimate, extra: readonly ComputeMessage[]): OutputRecord {
  const messages = [...extra, ...estimate.warnings];
  const spoken = (severity: ComputeMessage['severity']): OutputMessage[] =>
    messages.filter((one) => one.severity === severity).map((one) => ({ code: one.code, text: sentenceOf(one) }));
  const isEstimated = estimate.status === 'estimated';
  return {
    model,
    method: methodName(inputs, estimate),
    low: isEstimated ? rounded(estimate.low) : null,
    point: isEstimated ? rounded(estimate.likely) : null,
    high: isEstimated ? rounded(estimate.high) : null,
    refused: !isEstimated,
    reason: isEstimated ? null : refusalSentence(estimate.refusal),
    reasonCode: isEstimated ? null : estimate.refusal.code,
    confidence: isEstimated ? estimate.confidence : null,
    ratio: estimate.ratio === undefined ? null : rounded(estimate.ratio),
    breakdown: breakdownOf(inputs, estimate),
    warnings: spoken('warning'),
    notes: spoken('note'),
    missing: isEstimated ? [] : estimate.refusal.missing,
    formulaVersion: estimate.formulaVersion,
  };
}

/** Six significant digits: enough to rebuild the arithmetic, without the noise of binary fractions. */
const rounded = (value: number): number => Number(value.toPrecision(6));

function rangeOf(range: OpsRange | null): { readonly low: number | null; readonly value: number | null; readonly high: number | null } {
  if (range === null) return { low: null, value: null, high: null };
  return { low: rounded(range.low), value: rounded(range.likely), high: rounded(range.high) };
}

function methodName(inputs: ComputeInputs, estimate: ComputeEstimate): string {
  if (inputs.lineage !== undefined && inputs.lineage.links.length > 0) return 'base+finetune';
  if (estimate.status === 'refused') return 'none';
  if (estimate.chosen === 'operationCount') return inputs.count?.activeParameters === undefined ? '6ND' : '6ND-active';
  return estimate.chosen === 'hardwareTime' ? 'hardware-time' : estimate.chosen;
}

function breakdownOf(inputs: ComputeInputs, estimate: ComputeEstimate): OutputLine[] {
  const isDerived = inputs.lineage !== undefined;
  const lines = estimate.methods.flatMap((method) => [...method.lines.map((line) => lineOf(line, method)), summaryOf(method)]);
  for (const part of estimate.parts) {
    if (part.id === 'own') {
      if (isDerived && part.range !== null)
        lines.push({
          part: 'own',
          line: 'own',
          label: 'Own training, without the base model',
          arithmetic: '',
          ...rangeOf(part.range),
          unit: 'FLOP',
          used: true,
        });
      continue;
    }
    const of = part.of === undefined ? {} : { of: part.of };
    lines.push({
      part: part.id,
      ...of,
      line: part.id,
      label: part.range === null ? 'Base model, compute not known' : 'Base model',
      arithmetic: '',
      ...rangeOf(part.range),
      unit: 'FLOP',
      used: true,
    });
  }
  return lines;
}

function lineOf(line: BreakdownLine, method: MethodResult): OutputLine {
  return {
    part: 'own',
    method: method.method,
    line: line.id,
    label: lineLabel(line.id),
    arithmetic: line.arithmetic,
    value: rounded(line.value),
    unit: line.unit,
    factor: rounded(line.factor),
    used: !method.excluded,
  };
}

function summaryOf(method: MethodResult): OutputLine {
  return {
    part: 'own',
    method: method.method,
    line: 'result',
    label: 'Result of the method',
    arithmetic: '',
    ...rangeOf(method),
    unit: 'FLOP',
    factor: rounded(method.factor),
    used: !method.excluded,
  };
}
