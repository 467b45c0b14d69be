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

interface Answer {
  readonly value: Tri;
  readonly missing: readonly string[];
  readonly rebuttable: readonly string[];
}

/** Trail of one evaluation; parts add to it in the order they are looked at. */
interface Trail {
  readonly context: EvaluationContext;
  readonly steps: TraceStep[];
  measured: Measured[];
}

const nothing: readonly string[] = [];

/**
 * Answers an expression in three values (Kleene): a missing fact makes the answer unknown and is named; it never reads as
 * false. Every leaf leaves one trace step with a citation: the limit's own source, the leaf's, or the rule's.
 */
export function evaluate(expression: Expression, context: EvaluationContext): Outcome {
  const trail: Trail = { context, steps: [], measured: [] };
  const answer = answerOf(expression, trail);
  return { ...answer, steps: trail.steps, measured: trail.measured };
}

function answerOf(expression: Expression, trail: Trail): Answer {
  if ('all' in expression) return every(expression.all, trail);
  if ('any' in expression) return some(expression.any, trail);
  if ('not' in expression) return negate(answerOf(expression.not, trail));
  if ('known' in expression) return known(answerOf(expression.known, trail));
  if ('shown' in expression) return shown(answerOf(expression.shown, trail));
  if ('readings' in expression) return readings(expression, trail);
  if ('meets' in expression) return meets(expression.meets, expression.cite, trail);
  if ('missing' in expression) return missing(expression.missing, expression.cite, trail);
  if ('is' in expression) return words(expression.fact, [expression.is], 'trace.is', expression.cite, trail);
  if ('in' in expression) return words(expression.fact, expression.in, 'trace.in', expression.cite, trail);
  if ('anyStartsWith' in expression) return prefixes(expression.fact, expression.anyStartsWith, 'any', expression.cite, trail);
  if ('everyStartsWith' in expression) return prefixes(expression.fact, expression.everyStartsWith, 'every', expression.cite, trail);
  return compare(expression, trail);
}

function every(parts: readonly Expression[], trail: Trail): Answer {
  const answers: Answer[] = [];
  const marks: number[] = [];
  for (const part of parts) {
    marks.push(trail.measured.length);
    const answer = answerOf(part, trail);
    answers.push(answer);
    // A gate ("known: …") that is shut means the rule does not come up; what follows is not looked at.
    if (answer.value === 'no' && 'known' in part) break;
  }
  dropIrrelevant(answers, marks, trail);
  return join(answers, 'no', 'yes');
}

/** In an `all`, a number only matters while no other condition has already failed. */
function dropIrrelevant(answers: readonly Answer[], marks: readonly number[], trail: Trail): void {
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

const some = (parts: readonly Expression[], trail: Trail): Answer => join(parts.map((part) => answerOf(part, trail)), 'yes', 'no');

function join(answers: readonly Answer[], deciding: Tri, otherwise: Tri): Answer {
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

const merge = (lists: readonly (readonly string[])[]): readonly string[] => (lists.length === 0 ? nothing : lists.length === 1 ? (lists[0] ?? nothing) : unionOf(...lists));

const flip = (value: Tri): Tri => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown');

const negate = (inner: Answer): Answer => ({ ...inner, value: flip(inner.value) });

const known = (inner: Answer): Answer => (inner.value === 'unknown' ? { ...inner, value: 'no', missing: nothing } : inner);

const shown = (inner: Answer): Answer =>
  inner.value === 'unknown' ? { value: 'no', missing: nothing, rebuttable: merge([inner.rebuttable, inner.missing]) } : inner;

function readings(expression: Extract<Expression, { readings: readonly Expression[] }>, trail: Trail): Answer {
  const parts = expression.readings.map((part) => answerOf(part, trail));
  const first = parts[0]?.value ?? 'unknown';
  const agree = first !== 'unknown' && parts.every((part) => part.value === first);
  const split = parts.some((part) => part.value === 'yes') && parts.some((part) => part.value === 'no');
  const value = agree ? first : 'unknown';
  addStep(trail, 'trace.readings', { open: expression.open, agree }, value, nothing, expression.cite);
  return { value, missing: agree ? nothing : split ? [expression.open] : merge(parts.map((part) => part.missing)), rebuttable: merge(parts.map((part) => part.rebuttable)) };
}

function meets(entryId: string, cite: Citation | undefined, trail: Trail): Answer {
  const other = trail.context.meets(entryId);
  addStep(trail, 'trace.meets', { entry: entryId }, other.value, nothing, cite);
  return leaf(other.value, other.missing);
}

function missing(factId: string, cite: Citation | undefined, trail: Trail): Answer {
  const fact = trail.context.fact(factId);
  const value: Tri = fact.kind === 'unknown' ? 'yes' : 'no';
  addStep(trail, 'trace.missing', { fact: factId }, value, fact.read, cite);
  return leaf(value, nothing);
}

function words(factId: string, wanted: readonly string[], said: string, cite: Citation | undefined, trail: Trail): Answer {
  const fact = trail.context.fact(factId);
  const value: Tri =
    fact.kind === 'unknown' ? 'unknown' : (fact.kind === 'word' && wanted.includes(fact.value)) || (fact.kind === 'list' && fact.values.some((word) => wanted.includes(word))) ? 'yes' : 'no';
  if (trail.context.withTrace) addStep(trail, said, { fact: factId, value: wordsOf(fact), wanted: wanted.join(', ') }, value, fact.read, cite);
  return leaf(value, fact.kind === 'unknown' ? fact.missing : nothing);
}

const wordsOf = (fact: FactValue): string | null => (fact.kind === 'word' ? fact.value : fact.kind === 'list' ? fact.values.join(', ') : null);

function prefixes(factId: string, wanted: readonly string[], mode: 'any' | 'every', cite: Citation | undefined, trail: Trail): Answer {
  const fact = trail.context.fact(factId);
  const held = fact.kind === 'word' ? [fact.value] : fact.kind === 'list' ? fact.values : nothing;
  const fits = (word: string) => wanted.some((prefix) => word.toUpperCase().startsWith(prefix.toUpperCase()));
  const answer = mode === 'any' ? held.some(fits) : held.length > 0 && held.every(fits);
  const value: Tri = fact.kind === 'unknown' ? 'unknown' : answer ? 'yes' : 'no';
  if (trail.context.withTrace) addStep(trail, `trace.list.${mode}`, { fact: factId, value: wordsOf(fact), wanted: wanted.slice(0, 12).join(', ') }, value, fact.read, cite);
  return leaf(value, fact.kind === 'unknown' ? fact.missing : nothing);
}

const bounds = ['atLeast', 'above', 'below', 'atMost'] as const;
type Bound = (typeof bounds)[number];

function compare(expression: Compare, trail: Trail): Answer {
  const fact = trail.context.fact(expression.fact);
  const answers: Answer[] = [];
  const marks: number[] = [];
  for (const bound of bounds) {
    const parameterId = expression[bound];
    if (parameterId === undefined) continue;
    marks.push(trail.measured.length);
    answers.push(compareOne(expression, bound, parameterId, fact, trail));
  }
  const [only] = answers;
  if (answers.length === 1 && only !== undefined) return only;
  dropIrrelevant(answers, marks, trail);
  return join(answers, 'no', 'yes');
}

function compareOne(expression: Compare, bound: Bound, parameterId: string, fact: FactValue, trail: Trail): Answer {
  const parameter = trail.context.parameter(parameterId);
  if (!parameter.ok) {
    addStep(trail, 'trace.parameterNotInForce', { fact: expression.fact, parameter: parameterId, on: parameter.error.on }, 'unknown', fact.read, expression.cite);
    return leaf('unknown', [`law:${parameterId}`]);
  }
  const { value: limit, unit, title, citation } = parameter.value;
  if (fact.kind !== 'number') {
    const value: Tri = fact.kind === 'unknown' ? 'unknown' : 'no';
    addStep(trail, fact.kind === 'unknown' ? 'trace.compare.unknownFact' : 'trace.compare.notApplicable', { fact: expression.fact, bound, limit, unit, title }, value, fact.read, citation);
    return leaf(value, fact.kind === 'unknown' ? fact.missing : nothing);
  }
  const value = against(bound, fact.low, fact.high, limit);
  if (trail.context.withTrace) {
    const params: Record<string, TraceValue> = { fact: expression.fact, bound, limit, unit, title, value: fact.low };
    if (fact.high !== fact.low) params['high'] = Number.isFinite(fact.high) ? fact.high : null;
    addStep(trail, 'trace.compare', params, value, fact.read, citation, arithmeticOf(fact));
  }
  trail.measured.push({ quantity: expression.fact, low: fact.low, high: fact.high, limit, unit, outcome: value, watch: expression.watch === true, relevant: true, citation });
  return leaf(value, value !== 'unknown' ? nothing : fact.missing.length > 0 ? fact.missing : fact.read.length > 0 ? fact.read : [expression.fact]);
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

const leaf = (value: Tri, asked: readonly string[]): Answer => ({ value, missing: value === 'unknown' ? asked : nothing, rebuttable: nothing });

function addStep(trail: Trail, said: string, params: Record<string, TraceValue>, outcome: Tri, facts: readonly string[], cite: Citation | undefined, arithmetic?: string): void {
  if (!trail.context.withTrace) return;
  const { ruleId, citation } = trail.context;
  trail.steps.push(
    arithmetic === undefined
      ? { ruleId, said, params, outcome, facts: facts as string[], citation: cite ?? citation }
      : { ruleId, said, params, arithmetic: arithmetic.slice(0, 600), outcome, facts: facts as string[], citation: cite ?? citation },
  );
}
