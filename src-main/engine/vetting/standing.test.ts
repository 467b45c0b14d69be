import { describe, expect, it } from 'vitest';
import { isoDate, monthsAfter } from '../../../src-shared/model/dates.ts';
import { defaultVettingRules, type VettingRules } from '../../../src-shared/model/vetting.ts';
import { expectedOfStaff, type KeptVetting, partyStandings, vettingStandings } from './index.ts';

const today = isoDate('2026-06-01');
const kept = (more: Partial<KeptVetting>): KeptVetting => ({
  ...{ kind: 'dueDiligence', doneOn: '2026-01-10', nextOn: null, result: 'passed' },
  ...more,
});
const stateOf = (all: readonly KeptVetting[], kind: KeptVetting['kind'] = 'dueDiligence') =>
  vettingStandings(all, new Map([[kind, 12]]), today).find((one) => one.kind === kind)?.state;

describe('where a check stands', () => {
  it('is missing until something is on record, and begun while nothing came out', () => {
    expect(stateOf([])).toBe('missing');
    expect(stateOf([kept({ result: 'waiting' })])).toBe('waiting');
  });

  it('is in order, comes up, and is overdue from the day after its next day', () => {
    expect(stateOf([kept({ nextOn: '2026-09-01' })])).toBe('inForce');
    expect(stateOf([kept({ nextOn: '2026-06-20' })])).toBe('soon');
    expect(stateOf([kept({ nextOn: '2026-06-01' })])).toBe('soon');
    expect(stateOf([kept({ nextOn: '2026-05-31' })])).toBe('overdue');
  });

  it('is decided by the last one that came out; one only begun replaces nothing', () => {
    const lapsed = kept({ nextOn: '2026-05-01' });
    expect(stateOf([lapsed, kept({ doneOn: '2026-05-20', result: 'waiting' })])).toBe('overdue');
    expect(stateOf([lapsed, kept({ doneOn: '2026-05-20' })])).toBe('inForce');
    expect(stateOf([kept({ doneOn: '2026-05-20', result: 'failed' }), kept({})])).toBe('notPassed');
  });

  it('is answered by a closer look, not the other way round', () => {
    expect(stateOf([kept({ kind: 'enhancedDueDiligence' })])).toBe('inForce');
    expect(stateOf([kept({})], 'enhancedDueDiligence')).toBe('missing');
  });

  it('tells what nobody expects only where its own day comes or it came out badly', () => {
    const unasked = [
      kept({ kind: 'siteVisit' }),
      kept({ kind: 'partnerAudit', nextOn: '2026-05-01' }),
      kept({ kind: 'auditRight', result: 'refused' }),
    ];
    expect(vettingStandings(unasked, new Map(), today).map(({ kind, state }) => [kind, state])).toEqual([
      ['auditRight', 'refused'],
      ['partnerAudit', 'overdue'],
    ]);
  });
});

describe('what is expected', () => {
  const of = (tier: 'low' | 'medium' | 'high' | 'prohibited' | 'none', roles: readonly string[], rules = defaultVettingRules) =>
    partyStandings(rules, { tier, roles }, [], today)
      .map(({ kind }) => kind)
      .sort();

  it('follows from tier and role', () => {
    expect(of('low', ['customer'])).toEqual([]);
    expect(of('medium', ['customer'])).toEqual(['dueDiligence']);
    expect(of('high', ['customer'])).toEqual(['endUseStatement', 'enhancedDueDiligence']);
    expect(of('none', ['reseller'])).toEqual(['policyUndertaking', 'resaleLimits']);
    expect(of('prohibited', ['reseller'])).toEqual([]);
  });

  it('takes the shortest span where several lines name one kind', () => {
    const line = { kind: 'siteVisit' as const, tiers: [], roles: [] };
    const rules: VettingRules = {
      parties: [
        { ...line, everyMonths: 24 },
        { ...line, everyMonths: 6 },
        { ...line, everyMonths: null },
      ],
      staff: [],
    };
    expect(partyStandings(rules, { tier: 'low', roles: [] }, [], today)[0]?.everyMonths).toBe(6);
  });

  it('of staff hangs on sensitive access', () => {
    expect([...expectedOfStaff(defaultVettingRules, true)]).toEqual([['backgroundCheck', 60]]);
    expect([...expectedOfStaff(defaultVettingRules, false)]).toEqual([]);
  });
});

it('counts months to the end of a shorter one', () => {
  expect(monthsAfter(isoDate('2026-01-31'), 1)).toBe('2026-02-28');
  expect(monthsAfter(isoDate('2024-02-29'), 12)).toBe('2025-02-28');
  expect(monthsAfter(isoDate('2026-11-22'), 24)).toBe('2028-11-22');
});
