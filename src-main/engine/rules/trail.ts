import type { Citation } from '../../../src-shared/model/citation.ts';
import type { TraceStep, TraceValue, Tri } from '../../../src-shared/model/finding.ts';
import type { Result } from '../../../src-shared/model/result.ts';
import type { DatedValue, ParameterError } from './dated.ts';
import { type FactValue, unionOf } from './fact-value.ts';

export interface ResolvedParameter extends DatedValue<number> {
  readonly unit: string;
  readonly title: string;
}

/** What an expression may look at. Nothing else reaches it: no clock, no file. */
export interface EvaluationContext {
  readonly fact: (id: string) => FactValue;
  readonly parameter: (id: string) => Result<ResolvedParameter, ParameterError>;
  readonly meets: (entryId: string) => { readonly value: Tri; readonly missing: readonly string[] };
  /** Rule the steps are filed under, for example `3A090.a.1`. */
  readonly ruleId: string;
  /** Source of every step that has none of its own. */
  readonly citation: Citation;
  /** `false`: only the answer is wanted, for questions around a rule that are no part of its trail. */
  readonly withTrace: boolean;
}

/** A number held against a limit, kept for margins and near-limit warnings. */
export interface Measured {
  readonly quantity: string;
  readonly low: number;
  readonly high: number;
  readonly limit: number;
  readonly unit: string;
  readonly outcome: Tri;
  readonly watch: boolean;
  /** False where another condition of the same limb fails anyway. */
  readonly relevant: boolean;
  readonly citation: Citation;
}

export interface Outcome {
  readonly value: Tri;
  /** Facts that would settle an unknown answer. Empty when the answer is known. */
  readonly missing: readonly string[];
  /** Facts that could overturn a showing that was not made; the answer stands meanwhile. */
  readonly rebuttable: readonly string[];
  readonly steps: readonly TraceStep[];
  readonly measured: readonly Measured[];
}

export interface Answer {
  readonly value: Tri;
  readonly missing: readonly string[];
  readonly rebuttable: readonly string[];
}

/** Trail of one evaluation; parts add to it in the order they are looked at. */
export interface Trail {
  readonly context: EvaluationContext;
  readonly steps: TraceStep[];
  measured: Measured[];
}

export const nothing: readonly string[] = [];

/** In an `all`, a number only matters while no other condition has already failed. */
export function dropIrrelevant(answers: readonly Answer[], marks: readonly number[], trail: Trail): void {
  const failures = answers.reduce((count, answer) => count + (answer.value === 'no' ? 1 : 0), 0);
  if (failures === 0) return;
  answers.forEach((answer, place) => {
    if (failures <= (answer.value === 'no' ? 1 : 0)) return;
    const end = marks[place + 1] ?? trail.measured.length;
    for (let at = marks[place] ?? end; at < end; at += 1) {
      const entry = trail.measured[at];
      if (entry !== undefined) trail.measured[at] = { ...entry, relevant: false };
    }
  });
}

export function join(answers: readonly Answer[], deciding: Tri, otherwise: Tri): Answer {
  let value = otherwise;
  for (const answer of answers) {
    if (answer.value === deciding) {
      value = deciding;
      break;
    }
    if (answer.value === 'unknown') value = 'unknown';
  }
  return {
    value,
    missing: value === 'unknown' ? merge(answers.flatMap((answer) => (answer.value === 'unknown' ? [answer.missing] : []))) : nothing,
    rebuttable: merge(answers.flatMap((answer) => (answer.rebuttable.length > 0 ? [answer.rebuttable] : []))),
  };
}

export const merge = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.length === 0 ? nothing : lists.length === 1 ? (lists[0] ?? nothing) : unionOf(...lists);

/** Adds a step to the trail; the leaf's own source wins over the rule's. */
export function addStep(
  trail: Trail,
  said: string,
  params: Record<string, TraceValue>,
  outcome: Tri,
  facts: readonly string[],
  cite: Citation | undefined,
  arithmetic?: string,
): void {
  if (!trail.context.withTrace) return;
  const { ruleId, citation } = trail.context;
  trail.steps.push(
    arithmetic === undefined
      ? { ruleId, said, params, outcome, facts: facts as string[], citation: cite ?? citation }
      : { ruleId, said, params, arithmetic: arithmetic.slice(0, 600), outcome, facts: facts as string[], citation: cite ?? citation },
  );
}
