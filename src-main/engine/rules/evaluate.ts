import type { Citation } from '../../../src-shared/model/citation.ts';
import type { TraceStep, TraceValue, Tri } from '../../../src-shared/model/finding.ts';
import type { Result } from '../../../src-shared/model/result.ts';
import type { Compare, Expression } from '../../../src-shared/model/rule-expression.ts';
import type { DatedValue, ParameterError } from './dated.ts';
import { type FactValue, type NumberValue, showNumber, unionOf } from './fact-value.ts';

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

/**
 * Answers an expression in three values (Kleene): a missing fact makes the answer unknown and is named; it never reads as
 * false. Every leaf leaves one trace step with a citation: the limit's own source, the leaf's, or the rule's.
 */
export function evaluate(expression: Expression, context: EvaluationContext): Outcome {
  if ('all' in expression) return combine(expression.all.map((part) => evaluate(part, context)), 'no', 'yes');
  if ('any' in expression) return combine(expression.any.map((part) => evaluate(part, context)), 'yes', 'no');
  if ('not' in expression) return negate(evaluate(expression.not, context));
  if ('known' in expression) return known(evaluate(expression.known, context));
  if ('shown' in expression) return shown(evaluate(expression.shown, context));
  if ('readings' in expression) return readings(expression, context);
  if ('meets' in expression) return meets(expression.meets, expression.cite, context);
  if ('missing' in expression) return missing(expression.missing, expression.cite, context);
  if ('is' in expression) return words(expression.fact, [expression.is], 'trace.is', expression.cite, context);
  if ('in' in expression) return words(expression.fact, expression.in, 'trace.in', expression.cite, context);
  if ('anyStartsWith' in expression) return prefixes(expression.fact, expression.anyStartsWith, 'any', expression.cite, context);
  if ('everyStartsWith' in expression) return prefixes(expression.fact, expression.everyStartsWith, 'every', expression.cite, context);
  return compare(expression, context);
}

function combine(parts: readonly Outcome[], deciding: Tri, otherwise: Tri): Outcome {
  const decided = parts.some((part) => part.value === deciding);
  const open = parts.filter((part) => part.value === 'unknown');
  const value = decided ? deciding : open.length > 0 ? 'unknown' : otherwise;
  // In an `all`, a number only matters while no other condition has already failed.
  const failures = deciding === 'no' ? parts.filter((part) => part.value === 'no').length : 0;
  const measured = parts.flatMap((part) => {
    const blocked = failures > (part.value === 'no' ? 1 : 0);
    return blocked ? part.measured.map((entry) => ({ ...entry, relevant: false })) : part.measured;
  });
  return {
    value,
    missing: value === 'unknown' ? unionOf(...open.map((part) => part.missing)) : [],
    rebuttable: unionOf(...parts.map((part) => part.rebuttable)),
    steps: parts.flatMap((part) => part.steps),
    measured,
  };
}

const flip = (value: Tri): Tri => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown');

const negate = (inner: Outcome): Outcome => ({ ...inner, value: flip(inner.value) });

const known = (inner: Outcome): Outcome => (inner.value === 'unknown' ? { ...inner, value: 'no', missing: [] } : inner);

const shown = (inner: Outcome): Outcome =>
  inner.value === 'unknown' ? { ...inner, value: 'no', missing: [], rebuttable: unionOf(inner.rebuttable, inner.missing) } : inner;

function readings(expression: Extract<Expression, { readings: readonly Expression[] }>, context: EvaluationContext): Outcome {
  const parts = expression.readings.map((part) => evaluate(part, context));
  const first = parts[0]?.value ?? 'unknown';
  const agree = first !== 'unknown' && parts.every((part) => part.value === first);
  const split = parts.some((part) => part.value === 'yes') && parts.some((part) => part.value === 'no');
  const value = agree ? first : 'unknown';
  const asked = split ? [expression.open] : unionOf(...parts.map((part) => part.missing));
  return {
    value,
    missing: agree ? [] : asked,
    rebuttable: unionOf(...parts.map((part) => part.rebuttable)),
    steps: [
      ...parts.flatMap((part) => part.steps),
      step(context, 'trace.readings', { open: expression.open, agree }, value, [], expression.cite),
    ],
    measured: parts.flatMap((part) => part.measured),
  };
}

function meets(entryId: string, cite: Citation | undefined, context: EvaluationContext): Outcome {
  const other = context.meets(entryId);
  const asked = other.value === 'unknown' ? other.missing : [];
  return leaf(other.value, asked, step(context, 'trace.meets', { entry: entryId }, other.value, [], cite));
}

function missing(factId: string, cite: Citation | undefined, context: EvaluationContext): Outcome {
  const fact = context.fact(factId);
  const value: Tri = fact.kind === 'unknown' ? 'yes' : 'no';
  return leaf(value, [], step(context, 'trace.missing', { fact: factId }, value, fact.read, cite));
}

function words(factId: string, wanted: readonly string[], said: string, cite: Citation | undefined, context: EvaluationContext): Outcome {
  const fact = context.fact(factId);
  const held = fact.kind === 'word' ? [fact.value] : fact.kind === 'list' ? fact.values : undefined;
  const value: Tri = fact.kind === 'unknown' ? 'unknown' : held?.some((word) => wanted.includes(word)) === true ? 'yes' : 'no';
  const params = { fact: factId, value: held?.join(', ') ?? null, wanted: wanted.join(', ') };
  return leaf(value, fact.kind === 'unknown' ? fact.missing : [], step(context, said, params, value, fact.read, cite));
}

function prefixes(factId: string, wanted: readonly string[], mode: 'any' | 'every', cite: Citation | undefined, context: EvaluationContext): Outcome {
  const fact = context.fact(factId);
  const held = fact.kind === 'word' ? [fact.value] : fact.kind === 'list' ? fact.values : [];
  const fits = (word: string) => wanted.some((prefix) => word.toUpperCase().startsWith(prefix.toUpperCase()));
  const answer = mode === 'any' ? held.some(fits) : held.length > 0 && held.every(fits);
  const value: Tri = fact.kind === 'unknown' ? 'unknown' : answer ? 'yes' : 'no';
  const params = { fact: factId, value: fact.kind === 'unknown' ? null : held.join(', '), wanted: wanted.slice(0, 12).join(', ') };
  return leaf(value, fact.kind === 'unknown' ? fact.missing : [], step(context, `trace.list.${mode}`, params, value, fact.read, cite));
}

const bounds = ['atLeast', 'above', 'below', 'atMost'] as const;
type Bound = (typeof bounds)[number];

function compare(expression: Compare, context: EvaluationContext): Outcome {
  const fact = context.fact(expression.fact);
  const outcomes = bounds.flatMap((bound) => {
    const parameterId = expression[bound];
    return parameterId === undefined ? [] : [compareOne(expression, bound, parameterId, fact, context)];
  });
  return combine(outcomes, 'no', 'yes');
}

function compareOne(expression: Compare, bound: Bound, parameterId: string, fact: FactValue, context: EvaluationContext): Outcome {
  const parameter = context.parameter(parameterId);
  if (!parameter.ok) {
    const params = { fact: expression.fact, parameter: parameterId, on: parameter.error.on };
    return leaf('unknown', [`law:${parameterId}`], step(context, 'trace.parameterNotInForce', params, 'unknown', fact.read, expression.cite));
  }
  const { value: limit, unit, title, citation } = parameter.value;
  const params: Record<string, TraceValue> = { fact: expression.fact, bound, limit, unit, title };
  if (fact.kind !== 'number') {
    const value: Tri = fact.kind === 'unknown' ? 'unknown' : 'no';
    const said = fact.kind === 'unknown' ? 'trace.compare.unknownFact' : 'trace.compare.notApplicable';
    return leaf(value, fact.kind === 'unknown' ? fact.missing : [], step(context, said, params, value, fact.read, citation));
  }
  const value = against(bound, fact.low, fact.high, limit);
  params['value'] = fact.low;
  if (fact.high !== fact.low) params['high'] = Number.isFinite(fact.high) ? fact.high : null;
  const taken = step(context, 'trace.compare', params, value, fact.read, citation, arithmeticOf(fact));
  const asked = value !== 'unknown' ? [] : fact.missing.length > 0 ? fact.missing : fact.read.length > 0 ? fact.read : [expression.fact];
  return {
    value,
    missing: asked,
    rebuttable: [],
    steps: [taken],
    measured: [
      { quantity: expression.fact, low: fact.low, high: fact.high, limit, unit, outcome: value, watch: expression.watch === true, relevant: true, citation },
    ],
  };
}

function against(bound: Bound, low: number, high: number, limit: number): Tri {
  switch (bound) {
    case 'atLeast':
      return low >= limit ? 'yes' : high < limit ? 'no' : 'unknown';
    case 'above':
      return low > limit ? 'yes' : high <= limit ? 'no' : 'unknown';
    case 'below':
      return high < limit ? 'yes' : low >= limit ? 'no' : 'unknown';
    case 'atMost':
      return high <= limit ? 'yes' : low > limit ? 'no' : 'unknown';
  }
}

const arithmeticOf = (fact: NumberValue): string | undefined =>
  fact.arithmetic ?? (fact.low === fact.high ? undefined : `${showNumber(fact.low)} … ${showNumber(fact.high)}`);

const leaf = (value: Tri, asked: readonly string[], taken: TraceStep): Outcome => ({ value, missing: value === 'unknown' ? asked : [], rebuttable: [], steps: [taken], measured: [] });

function step(
  context: EvaluationContext,
  said: string,
  params: Record<string, TraceValue>,
  outcome: Tri,
  facts: readonly string[],
  cite: Citation | undefined,
  arithmetic?: string,
): TraceStep {
  return {
    ruleId: context.ruleId,
    said,
    params,
    ...(arithmetic === undefined ? {} : { arithmetic: arithmetic.slice(0, 600) }),
    outcome,
    facts: [...facts],
    citation: cite ?? context.citation,
  };
}
