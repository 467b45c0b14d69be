import type { Citation } from '../../../src-shared/model/citation.ts';
import type { TraceValue, Tri } from '../../../src-shared/model/finding.ts';
import type { Compare } from '../../../src-shared/model/rule-expression.ts';
import { type FactValue, type NumberValue, showNumber } from './fact-value.ts';
import { type Answer, addStep, dropIrrelevant, join, nothing, type Trail } from './trail.ts';

export function meets(entryId: string, cite: Citation | undefined, trail: Trail): Answer {
  const other = trail.context.meets(entryId);
  addStep(trail, 'trace.meets', { entry: entryId }, other.value, nothing, cite);
  return leaf(other.value, other.missing);
}

export function missing(factId: string, cite: Citation | undefined, trail: Trail): Answer {
  const fact = trail.context.fact(factId);
  const value: Tri = fact.kind === 'unknown' ? 'yes' : 'no';
  addStep(trail, 'trace.missing', { fact: factId }, value, fact.read, cite);
  return leaf(value, nothing);
}

export function words(factId: string, wanted: readonly string[], said: string, cite: Citation | undefined, trail: Trail): Answer {
  const fact = trail.context.fact(factId);
  const value: Tri =
    fact.kind === 'unknown'
      ? 'unknown'
      : (fact.kind === 'word' && wanted.includes(fact.value)) || (fact.kind === 'list' && fact.values.some((word) => wanted.includes(word)))
        ? 'yes'
        : 'no';
  if (trail.context.withTrace)
    addStep(trail, said, { fact: factId, value: wordsOf(fact), wanted: wanted.join(', ') }, value, fact.read, cite);
  return leaf(value, fact.kind === 'unknown' ? fact.missing : nothing);
}

const wordsOf = (fact: FactValue): string | null =>
  fact.kind === 'word' ? fact.value : fact.kind === 'list' ? fact.values.join(', ') : null;

export function prefixes(
  factId: string,
  wanted: readonly string[],
  mode: 'any' | 'every',
  cite: Citation | undefined,
  trail: Trail,
): Answer {
  const fact = trail.context.fact(factId);
  const held = fact.kind === 'word' ? [fact.value] : fact.kind === 'list' ? fact.values : nothing;
  const fits = (word: string) => wanted.some((prefix) => word.toUpperCase().startsWith(prefix.toUpperCase()));
  const answer = mode === 'any' ? held.some(fits) : held.length > 0 && held.every(fits);
  const value: Tri = fact.kind === 'unknown' ? 'unknown' : answer ? 'yes' : 'no';
  if (trail.context.withTrace)
    addStep(
      trail,
      `trace.list.${mode}`,
      { fact: factId, value: wordsOf(fact), wanted: wanted.slice(0, 12).join(', ') },
      value,
      fact.read,
      cite,
    );
  return leaf(value, fact.kind === 'unknown' ? fact.missing : nothing);
}

const bounds = ['atLeast', 'above', 'below', 'atMost'] as const;
type Bound = (typeof bounds)[number];

export function compare(expression: Compare, trail: Trail): Answer {
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
    addStep(
      trail,
      'trace.parameterNotInForce',
      { fact: expression.fact, parameter: parameterId, on: parameter.error.on },
      'unknown',
      fact.read,
      expression.cite,
    );
    return leaf('unknown', [`law:${parameterId}`]);
  }
  const { value: limit, unit, title, citation } = parameter.value;
  if (fact.kind !== 'number') {
    const value: Tri = fact.kind === 'unknown' ? 'unknown' : 'no';
    addStep(
      trail,
      fact.kind === 'unknown' ? 'trace.compare.unknownFact' : 'trace.compare.notApplicable',
      { fact: expression.fact, bound, limit, unit, title },
      value,
      fact.read,
      citation,
    );
    return leaf(value, fact.kind === 'unknown' ? fact.missing : nothing);
  }
  const value = against(bound, fact.low, fact.high, limit);
  if (trail.context.withTrace) {
    const params: Record<string, TraceValue> = { fact: expression.fact, bound, limit, unit, title, value: fact.low };
    if (fact.high !== fact.low) params['high'] = Number.isFinite(fact.high) ? fact.high : null;
    addStep(trail, 'trace.compare', params, value, fact.read, citation, arithmeticOf(fact));
  }
  trail.measured.push({
    quantity: expression.fact,
    low: fact.low,
    high: fact.high,
    limit,
    unit,
    outcome: value,
    watch: expression.watch === true,
    relevant: true,
    citation,
  });
  return leaf(
    value,
    value !== 'unknown' ? nothing : fact.missing.length > 0 ? fact.missing : fact.read.length > 0 ? fact.read : [expression.fact],
  );
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

const leaf = (value: Tri, asked: readonly string[]): Answer => ({
  value,
  missing: value === 'unknown' ? asked : nothing,
  rebuttable: nothing,
});
