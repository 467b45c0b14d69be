import type { BreakdownLine, ComputeMessage, ComputeMethod, MethodResult } from '../../../src-shared/model/compute.ts';
import { combine, rangeAround, type Spread } from './range.ts';

/** What a method answers: a figure with its lines, or the reason it cannot give one. Warnings come with both. */
export type MethodOutcome =
  | { readonly ok: true; readonly result: MethodResult; readonly spread: Spread; readonly warnings: readonly ComputeMessage[] }
  | { readonly ok: false; readonly refusal: MethodRefusal; readonly warnings: readonly ComputeMessage[] };

export interface MethodRefusal {
  readonly code: string;
  readonly params: ComputeMessage['params'];
  readonly missing: readonly string[];
}

/** Builds a line of the breakdown; `fixed` unless it is a correction with a switch. */
export function line(
  id: string,
  arithmetic: string,
  value: number,
  unit: string,
  inputs: readonly string[],
  factor = 1,
  state: BreakdownLine['state'] = 'fixed',
): BreakdownLine {
  return { id, arithmetic, value, unit, inputs: [...inputs], factor, state };
}

/** Says that a figure or the result may be wrong. */
export const warning = (code: string, params: ComputeMessage['params'] = {}): ComputeMessage => ({ code, severity: 'warning', params });

/** States an assumption or a convention that was used. */
export const note = (code: string, params: ComputeMessage['params'] = {}): ComputeMessage => ({ code, severity: 'note', params });

/** A finished method: likely value, spread from its figures, lines in the order a reader would check them. */
export function answered(
  method: ComputeMethod,
  likely: number,
  spreads: readonly Spread[],
  lines: readonly BreakdownLine[],
  warnings: readonly ComputeMessage[],
): MethodOutcome {
  const spread = combine(spreads);
  const range = rangeAround(likely, spread);
  const factor = Math.max(spread.down, spread.up);
  return { ok: true, spread, warnings, result: { method, ...range, factor, lines: [...lines], excluded: false } };
}

/** A method that cannot answer, with the inputs that would let it. */
export function refused(
  code: string,
  missing: readonly string[],
  warnings: readonly ComputeMessage[] = [],
  params: ComputeMessage['params'] = {},
): MethodOutcome {
  return { ok: false, refusal: { code, params, missing }, warnings };
}
