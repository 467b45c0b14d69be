import { describe, expect, it } from 'vitest';
import type { PartySign } from '../../../src-shared/contract/parties.ts';
import { gravestOf, overallOf } from './overall.ts';

const sign = (severity: PartySign['severity'], question = false) => ({ severity, question });
const owners = (outcome: 'met' | 'notMet' | 'question') => [{ outcome }];

describe('overallOf', () => {
  it.each([
    { name: 'no match, known owners, no sign', standing: 'noMatch', signs: [], ownership: owners('notMet'), overall: 'nothingFound' },
    { name: 'no match below a grave sign', standing: 'noMatch', signs: [sign('high')], ownership: owners('met'), overall: 'grave' },
    { name: 'no match, owners not known', standing: 'noMatch', signs: [], ownership: owners('question'), overall: 'toAsk' },
    { name: 'no match, a place to heed', standing: 'noMatch', signs: [sign('medium')], ownership: owners('notMet'), overall: 'toAsk' },
    { name: 'no match, a small question', standing: 'noMatch', signs: [sign('low', true)], ownership: owners('notMet'), overall: 'toAsk' },
    { name: 'a grave sign over a match to decide', standing: 'open', signs: [sign('high')], ownership: [], overall: 'grave' },
    { name: 'a match to decide over questions', standing: 'needFacts', signs: [sign('medium')], ownership: [], overall: 'toDecide' },
    { name: 'a confirmed match over everything', standing: 'trueMatch', signs: [sign('high')], ownership: [], overall: 'trueMatch' },
    { name: 'changed since it was screened', standing: 'stale', signs: [], ownership: owners('notMet'), overall: 'notScreened' },
    { name: 'a grave sign without any screening', standing: 'notScreened', signs: [sign('high')], ownership: [], overall: 'grave' },
  ] as const)('$name: $overall', ({ standing, signs, ownership, overall }) => {
    expect(overallOf(standing, signs, ownership, true)).toBe(overall);
  });

  it('asks where no country is on file: nothing could speak against it', () => {
    expect(overallOf('noMatch', [], owners('notMet'), false)).toBe('toAsk');
  });
});

describe('gravestOf', () => {
  it('names the gravest, and nothing where there is no sign', () => {
    expect(gravestOf([sign('low'), sign('medium')])).toBe('medium');
    expect(gravestOf([])).toBeNull();
  });
});
