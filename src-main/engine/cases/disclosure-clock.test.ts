import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, isoDate } from '../../../src-shared/model/dates.ts';
import type { DisclosureRules } from '../../../src-shared/model/penalty-rules.ts';
import { type ClockStepId, type DisclosureFacts, disclosureClock } from './disclosure-clock.ts';

const citation = { sourceId: 'EXAMPLE-REG', locator: '§5', standing: 'verified' } as const;
const rules: DisclosureRules = {
  title: 'Disclosure',
  citation,
  confidence: 'text',
  since: { on: isoDate('2030-01-01'), citation, confidence: 'text' },
  narrativeDays: 180,
  upgradeDays: 180,
  answerDays: 60,
  lookbackYears: 5,
  steps: [{ id: 'initial', says: 'Notify.' }],
  effects: [],
};
const today = isoDate('2031-03-01');
const facts = (change: Partial<DisclosureFacts> = {}): DisclosureFacts => ({
  discoveredOn: isoDate('2031-02-01'),
  decision: 'disclose',
  track: 'significant',
  initialSentOn: null,
  initialReceivedOn: null,
  extensionAskedOn: null,
  extendedTo: null,
  narrativeSentOn: null,
  shortReportSentOn: null,
  upgradeAskedOn: null,
  closedOn: null,
  ...change,
});
const step = (id: ClockStepId, change: Partial<DisclosureFacts>, on = today) => {
  const found = disclosureClock(facts(change), on, rules).steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No step ${id}`);
  return found;
};
const received = { initialSentOn: isoDate('2031-02-10'), initialReceivedOn: isoDate('2031-02-12') };

describe('disclosureClock', () => {
  it('wants the notification first, as soon as possible', () => {
    expect(disclosureClock(facts({ decision: 'undecided', track: 'undecided' }), today, rules).next).toBe('decision');
    expect(disclosureClock(facts(), today, rules).next).toBe('initial');
    expect(step('initial', {})).toMatchObject({ state: 'open', due: null });
    expect(step('narrative', {})).toMatchObject({ state: 'waiting', due: null });
  });

  it('counts the account from the day of receipt, and from the day of sending until that is on file', () => {
    expect(step('narrative', received)).toMatchObject({ due: dayAfter('2031-02-12', 180), countedFrom: { what: 'received' } });
    const sent = disclosureClock(facts({ initialSentOn: received.initialSentOn }), today, rules);
    expect(sent.steps.find(({ id }) => id === 'narrative')).toMatchObject({
      due: dayAfter('2031-02-10', 180),
      countedFrom: { what: 'sent' },
    });
    expect(sent.warnings).toEqual(['receiptNotOnFile']);
  });

  it.each([
    { name: 'on the last day', on: dayAfter('2031-02-12', 180), state: 'open', daysLeft: 0 },
    { name: 'the day after', on: dayAfter('2031-02-12', 181), state: 'late', daysLeft: -1 },
  ])('is $state $name', ({ on, state, daysLeft }) => {
    expect(step('narrative', received, on)).toMatchObject({ state, daysLeft });
  });

  it.each([
    { name: 'asked for the day before', asked: 179, due: '2031-12-24', warns: false },
    { name: 'asked for on the last day', asked: 180, due: dayAfter('2031-02-12', 180), warns: true },
    { name: 'asked for too late', asked: 181, due: dayAfter('2031-02-12', 180), warns: true },
  ])('takes an extension $name or not', ({ asked, due, warns }) => {
    const change = { ...received, extensionAskedOn: dayAfter('2031-02-12', asked), extendedTo: isoDate('2031-12-24') };
    expect(step('narrative', change).due).toBe(due);
    expect(disclosureClock(facts(change), today, rules).warnings.includes('extensionNotBeforeDeadline')).toBe(warns);
  });

  it('has no last day for a short report, the usual length of an answer, and a new span where it is upgraded', () => {
    const minor = { track: 'minor' as const };
    expect(step('initial', minor).state).toBe('notNeeded');
    expect(step('shortReport', minor)).toMatchObject({ state: 'open', due: null });
    expect(step('answer', { ...minor, shortReportSentOn: isoDate('2031-02-20') })).toMatchObject({
      state: 'usual',
      due: dayAfter('2031-02-20', 60),
      daysLeft: null,
    });
    expect(step('upgrade', { ...minor, upgradeAskedOn: isoDate('2031-02-25') }).due).toBe(dayAfter('2031-02-25', 180));
    expect(disclosureClock(facts(minor), today, rules).quarterEnds).toBe('2031-03-31');
  });

  it('needs nothing where the decision is not to disclose, and nothing more once the matter is closed', () => {
    const silent = disclosureClock(facts({ decision: 'doNot' }), today, rules);
    expect(silent.steps.filter(({ state }) => state !== 'notNeeded').map(({ id }) => id)).toEqual(['decision']);
    expect(disclosureClock(facts({ ...received, closedOn: today }), today, rules).next).toBeNull();
  });

  it.each([
    { change: { initialSentOn: isoDate('2031-01-31') }, warning: 'sentBeforeDiscovery' },
    { change: { ...received, initialReceivedOn: isoDate('2031-02-09') }, warning: 'receivedBeforeSent' },
    { change: { ...received, extendedTo: isoDate('2031-12-24') }, warning: 'extensionWithoutAsking' },
    { change: { ...received, narrativeSentOn: isoDate('2031-02-11') }, warning: 'narrativeBeforeNotification' },
  ] as const)('warns of $warning', ({ change, warning }) => {
    expect(disclosureClock(facts(change), today, rules).warnings).toContain(warning);
  });

  it('looks back whole years, over a leap day too', () => {
    expect(disclosureClock(facts(received), today, rules).lookback).toEqual({
      from: '2026-02-12',
      until: '2031-02-12',
      countedFrom: 'received',
    });
    expect(disclosureClock(facts(), isoDate('2032-02-29'), rules).lookback.from).toBe('2027-02-28');
  });

  it('never ends the account before 180 days after receipt, nor later without an extension asked for before', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => dayAfter('2030-01-01', days));
    const some = fc.option(day, { nil: null });
    fc.assert(
      fc.property(day, some, some, day, (got, asked, extended, now) => {
        const clock = disclosureClock(
          facts({
            discoveredOn: isoDate('2030-01-01'),
            initialSentOn: got,
            initialReceivedOn: got,
            extensionAskedOn: asked,
            extendedTo: extended,
          }),
          now,
          rules,
        );
        const due = clock.steps.find(({ id }) => id === 'narrative')?.due ?? '';
        const first = dayAfter(got, 180);
        expect(due >= first).toBe(true);
        if (asked === null || asked >= first) expect(due).toBe(first);
        else expect(due === first || due === extended).toBe(true);
      }),
    );
  });
});
