import type { ComputeQuestion, MethodResult } from '../../../src-shared/model/compute.ts';

/** Factors below this are not worth a person's time. */
const worthAsking = 1.15;

/**
 * Ranks what a person could find out. Missing inputs come first with effect 1; then the inputs of the chosen method, by their
 * part of the spread in log terms.
 */
export function questionsFrom(chosen: MethodResult | undefined, missing: readonly string[]): ComputeQuestion[] {
  const questions: ComputeQuestion[] = [...new Set(missing)].map((input) => ({ code: 'supply', input, effect: 1 }));
  const weights = new Map<string, number>();
  for (const one of chosen?.lines ?? []) {
    const input = one.inputs[0];
    if (input !== undefined && one.factor > worthAsking && one.state !== 'off')
      weights.set(input, (weights.get(input) ?? 0) + Math.log(one.factor) ** 2);
  }
  const whole = Math.max(
    [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    Number.MIN_VALUE,
  );
  for (const [input, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
    if (!questions.some((question) => question.input === input)) questions.push({ code: 'confirm', input, effect: weight / whole });
  }
  return questions;
}
