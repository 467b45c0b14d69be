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
  let failures = 0;
  for (const answer of answers) if (answer.value === 'no') failures += 1;
  if (failures === 0) return;
  for (const [place, answer] of answers.entries()) {
    if (failures <= (answer.value === 'no' ? 1 : 0)) continue;
    const end = marks[place + 1] ?? trail.measured.length;
    for (let at = marks[place] ?? end; at < end; at += 1) {
      const entry = trail.measured[at];
      if (entry !== undefined) trail.measured[at] = { ...entry, relevant: false };
    }
  }
}

/** Kleene's "and" (`deciding` no) or "or" (`deciding` yes) of answers already given. */
export function join(answers: readonly Answer[], deciding: Tri, otherwise: Tri): Answer {
  let value = otherwise;
  let rebuttable = nothing;
  for (const answer of answers) {
    if (answer.value === deciding) value = deciding;
    else if (answer.value === 'unknown' && value !== deciding) value = 'unknown';
    if (answer.rebuttable.length > 0) rebuttable = merge([rebuttable, answer.rebuttable]);
  }
  if (value !== 'unknown') return { value, missing: nothing, rebuttable };
  let asked = nothing;
  for (const answer of answers) if (answer.value === 'unknown') asked = merge([asked, answer.missing]);
  return { value, missing: asked, rebuttable };
}

/** Names of several lists, each once, in the order they first stand. */
export function merge(lists: readonly (readonly string[])[]): readonly string[] {
  let found = nothing;
  for (const list of lists) {
    if (list.length === 0) continue;
    found = found.length === 0 ? list : unionOf(found, list);
  }
  return found;
}

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
