import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../src-shared/model/citation.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Expression } from '../../../src-shared/model/rule-expression.ts';
import { valueOn } from './dated.ts';
import { type EvaluationContext, evaluate } from './evaluate.ts';
import { exactNumber, type FactValue, notApplicable, showNumber, tidy, unknownFact, wordFact } from './fact-value.ts';

const source: Citation = { sourceId: 'EXAMPLE-REG', locator: '§1', standing: 'verified' };
const limitSource: Citation = { sourceId: 'EXAMPLE-REG', locator: '§2(a)', standing: 'verified' };
const facts: Readonly<Record<string, FactValue>> = {
  ten: exactNumber(10, ['ten'], '5 × 2 = 10'),
  wide: { kind: 'number', low: 5, high: 20, missing: ['narrower'], read: ['wide'] },
  nothing: notApplicable('nothing'),
  red: wordFact('red', 'colour'),
};
const context: EvaluationContext = {
  fact: (id) => facts[id] ?? unknownFact(id),
  parameter: (id) => {
    const value = { ten: 10, eleven: 11 }[id];
    return value === undefined
      ? err({ code: 'parameter.notInForce', parameterId: id, on: isoDate('2030-01-01') })
      : ok({ from: isoDate('2030-01-01'), value, citation: limitSource, unit: 'units', title: id });
  },
  meets: (id) => (id === 'yes' ? { value: 'yes', missing: [] } : { value: 'unknown', missing: ['elsewhere'] }),
  ruleId: 'example',
  citation: source,
  withTrace: true,
};
const ask = (expression: Expression) => evaluate(expression, context);
const yes: Expression = { fact: 'red', is: 'red' };
const no: Expression = { fact: 'red', is: 'blue' };
const open: Expression = { fact: 'unheard', is: 'red' };

describe('evaluate', () => {
  it.each<[string, Expression, string]>([
    ['a value on an "at least" limit', { fact: 'ten', atLeast: 'ten' }, 'yes'],
    ['a value on an "above" limit', { fact: 'ten', above: 'ten' }, 'no'],
    ['a value on a "below" limit', { fact: 'ten', below: 'ten' }, 'no'],
    ['a value on an "at most" limit', { fact: 'ten', atMost: 'ten' }, 'yes'],
    ['a value from a lower end up to an upper end', { fact: 'ten', atLeast: 'ten', below: 'eleven' }, 'yes'],
    ['a range across the limit', { fact: 'wide', atLeast: 'ten' }, 'unknown'],
    ['a question that makes no sense for the item', { fact: 'nothing', atLeast: 'ten' }, 'no'],
    ['a limit that was not in force', { fact: 'ten', atLeast: 'repealed' }, 'unknown'],
    ['all: one failed, one open', { all: [no, open] }, 'no'],
    ['all: one met, one open', { all: [yes, open] }, 'unknown'],
    ['any: one met, one open', { any: [yes, open] }, 'yes'],
    ['any: one failed, one open', { any: [no, open] }, 'unknown'],
    ['not: open stays open', { not: open }, 'unknown'],
    ['known: open is no', { known: open }, 'no'],
    ['missing: an absent fact', { missing: 'unheard' }, 'yes'],
    ['readings that agree', { readings: [yes, yes], open: 'the text' }, 'yes'],
    ['readings that do not', { readings: [yes, no], open: 'the text' }, 'unknown'],
    ['another entry that is open', { meets: 'other' }, 'unknown'],
  ])('%s → %s', (_name, expression, value) => {
    expect(ask(expression).value).toBe(value);
  });

  it('names only the facts that could still change the answer', () => {
    expect(ask({ all: [no, open] }).missing).toEqual([]);
    expect(ask({ any: [no, open, { fact: 'wide', atLeast: 'ten' }] }).missing).toEqual(['unheard', 'narrower']);
    expect(ask({ readings: [yes, no], open: 'the text' }).missing).toEqual(['the text']);
  });

  it('keeps a showing that was not made apart from an open answer', () => {
    expect(ask({ shown: open })).toMatchObject({ value: 'no', missing: [], rebuttable: ['unheard'] });
  });

  it('takes the limit’s own source for a comparison and the rule’s for the rest [I1]', () => {
    const { steps } = ask({ all: [{ fact: 'ten', atLeast: 'ten' }, yes] });
    expect(steps.map((step) => step.citation.locator)).toEqual(['§2(a)', '§1']);
    expect(steps[0]?.arithmetic).toBe('5 × 2 = 10');
  });

  it('marks a number that no longer matters because another condition failed', () => {
    expect(ask({ all: [{ fact: 'ten', atLeast: 'ten' }, no] }).measured.map((entry) => entry.relevant)).toEqual([false]);
    expect(ask({ any: [{ fact: 'ten', atLeast: 'ten' }, no] }).measured.map((entry) => entry.relevant)).toEqual([true]);
  });
});

describe('valueOn', () => {
  const history = [
    { from: isoDate('2030-01-15'), until: isoDate('2030-06-01'), value: 1, citation: source },
    { from: isoDate('2030-06-01'), value: 2, citation: source },
  ];

  it.each([
    ['2030-01-15', 1],
    ['2030-05-31', 1],
    ['2030-06-01', 2],
    ['2040-01-01', 2],
  ])('on %s is %s', (day, value) => {
    expect(valueOn('example', history, isoDate(day))).toMatchObject({ ok: true, value: { value } });
  });

  it('is an error on a day no range covers, never a default [I4]', () => {
    expect(valueOn('example', history, isoDate('2030-01-14'))).toEqual({
      ok: false,
      error: { code: 'parameter.notInForce', parameterId: 'example', on: '2030-01-14' },
    });
  });
});

describe('numbers', () => {
  it('lose the dust of binary fractions', () => {
    expect(tidy(0.1 + 0.2)).toBe(0.3);
    expect(tidy(4800)).toBe(4800);
  });

  it.each([
    [4800, '4,800'],
    [5.873, '5.873'],
    [2.1e26, '2.1 × 10^26'],
    [0, '0'],
  ])('show %s as %s', (value, text) => {
    expect(showNumber(value)).toBe(text);
  });
});
