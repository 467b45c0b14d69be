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

const some = (parts: readonly Expression[], trail: Trail): Answer =>
  join(
    parts.map((part) => answerOf(part, trail)),
    'yes',
    'no',
  );

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
  return {
    value,
    missing: agree ? nothing : split ? [expression.open] : merge(parts.map((part) => part.missing)),
    rebuttable: merge(parts.map((part) => part.rebuttable)),
  };
}
