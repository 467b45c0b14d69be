import type { Tri } from '../../../src-shared/model/finding.ts';
import type { Expression } from '../../../src-shared/model/rule-expression.ts';
import { compare, meets, missing, prefixes, words } from './leaves.ts';
import { type Answer, addStep, dropIrrelevant, type EvaluationContext, join, merge, nothing, type Outcome, type Trail } from './trail.ts';

export type { EvaluationContext, Measured, Outcome, ResolvedParameter } from './trail.ts';

/**
 * Answers an expression in three values (Kleene): a missing fact makes the answer unknown and is named; it never reads as
 * false. Every leaf leaves one trace step with a citation: the limit's own source, the leaf's, or the rule's.
 */
export function evaluate(expression: Expression, context: EvaluationContext): Outcome {
  const trail: Trail = { context, steps: [], measured: [] };
  const { value, missing: asked, rebuttable } = answererOf(expression)(trail);
  return { value, missing: asked, rebuttable, steps: trail.steps, measured: trail.measured };
}

type Answerer = (trail: Trail) => Answer;

/** Expressions as functions, built once for each; they hold no facts, so keeping them leaves the engine pure. */
const answerers = new WeakMap<Expression, Answerer>();

function answererOf(expression: Expression): Answerer {
  const made = answerers.get(expression);
  if (made !== undefined) return made;
  const answerer = build(expression);
  answerers.set(expression, answerer);
  return answerer;
}

function build(expression: Expression): Answerer {
  if ('all' in expression) return every(expression.all);
  if ('any' in expression) return some(expression.any.map(build));
  if ('not' in expression) return changed(expression.not, negate);
  if ('known' in expression) return changed(expression.known, known);
  if ('shown' in expression) return changed(expression.shown, shown);
  if ('readings' in expression) return readings(expression, expression.readings.map(build));
  const { cite } = expression;
  if ('meets' in expression) return (trail) => meets(expression.meets, cite, trail);
  if ('missing' in expression) return (trail) => missing(expression.missing, cite, trail);
  if ('is' in expression) {
    const wanted = [expression.is];
    return (trail) => words(expression.fact, wanted, 'trace.is', cite, trail);
  }
  if ('in' in expression) return (trail) => words(expression.fact, expression.in, 'trace.in', cite, trail);
  if ('anyStartsWith' in expression) return (trail) => prefixes(expression.fact, expression.anyStartsWith, 'any', cite, trail);
  if ('everyStartsWith' in expression) return (trail) => prefixes(expression.fact, expression.everyStartsWith, 'every', cite, trail);
  return (trail) => compare(expression, trail);
}

function changed(inner: Expression, change: (answer: Answer) => Answer): Answerer {
  const answerer = build(inner);
  return (trail) => change(answerer(trail));
}

function every(parts: readonly Expression[]): Answerer {
  const built = parts.map((part) => ({ answerer: build(part), isGate: 'known' in part }));
  return (trail) => {
    const answers: Answer[] = [];
    const marks: number[] = [];
    for (const { answerer, isGate } of built) {
      marks.push(trail.measured.length);
      const answer = answerer(trail);
      answers.push(answer);
      // A gate ("known: …") that is shut means the rule does not come up; what follows is not looked at.
      if (isGate && answer.value === 'no') break;
    }
    dropIrrelevant(answers, marks, trail);
    return join(answers, 'no', 'yes');
  };
}

const some =
  (built: readonly Answerer[]): Answerer =>
  (trail) =>
    join(
      built.map((answerer) => answerer(trail)),
      'yes',
      'no',
    );

const flip = (value: Tri): Tri => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown');

const negate = (inner: Answer): Answer => ({ ...inner, value: flip(inner.value) });

const known = (inner: Answer): Answer => (inner.value === 'unknown' ? { ...inner, value: 'no', missing: nothing } : inner);

const shown = (inner: Answer): Answer =>
  inner.value === 'unknown' ? { value: 'no', missing: nothing, rebuttable: merge([inner.rebuttable, inner.missing]) } : inner;

function readings(expression: Extract<Expression, { readings: readonly Expression[] }>, built: readonly Answerer[]): Answerer {
  return (trail) => {
    const parts = built.map((answerer) => answerer(trail));
    const first = parts[0]?.value ?? 'unknown';
    const agree = first !== 'unknown' && parts.every((part) => part.value === first);
    const split = parts.some((part) => part.value === 'yes') && parts.some((part) => part.value === 'no');
    const value = agree ? first : 'unknown';
    addStep(trail, 'trace.readings', { open: expression.open, agree }, value, nothing, expression.cite);
    return {
      value,
      missing: agree ? nothing : split ? [expression.open] : merge(parts.map((part) => part.missing)),
      rebuttable: merge(parts.map((part) => part.rebuttable)),
    };
  };
}
