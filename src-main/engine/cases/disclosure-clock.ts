import { dayAfter, daysBetween, type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import type { DisclosureRules } from '../../../src-shared/model/penalty-rules.ts';

/** What is on file of a disclosure. Days are calendar days; null is "not yet" or "nobody said". */
export interface DisclosureFacts {
  readonly discoveredOn: IsoDate;
  readonly decision: 'undecided' | 'disclose' | 'doNot';
  /** `significant`: initial notification and full account. `minor`: minor or technical, a short report. */
  readonly track: 'undecided' | 'significant' | 'minor';
  readonly initialSentOn: IsoDate | null;
  /** The day the authority received it; this one counts. */
  readonly initialReceivedOn: IsoDate | null;
  readonly extensionAskedOn: IsoDate | null;
  /** Last day as extended; null where no extension was granted. */
  readonly extendedTo: IsoDate | null;
  readonly narrativeSentOn: IsoDate | null;
  readonly shortReportSentOn: IsoDate | null;
  /** The director asked for a full account of a matter reported as minor. */
  readonly upgradeAskedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
}

export type ClockStepId = 'decision' | 'initial' | 'narrative' | 'shortReport' | 'answer' | 'upgrade';

export interface ClockStep {
  readonly id: ClockStepId;
  /** `notNeeded`: the track or the decision leaves it out. `waiting`: another step comes first. `usual`: no duty, the usual length. */
  readonly state: 'done' | 'open' | 'late' | 'waiting' | 'notNeeded' | 'usual';
  /** Last day; null where the rule names none, or it cannot be told yet. */
  readonly due: IsoDate | null;
  /** Days from today to the last day, negative once it is over; null without one, and once the step is done. */
  readonly daysLeft: number | null;
  readonly doneOn: IsoDate | null;
  /** What the last day is counted from. */
  readonly countedFrom: { readonly what: 'received' | 'sent' | 'request' | 'extension' | 'report'; readonly on: IsoDate } | null;
}

export type ClockWarning =
  | 'extensionNotBeforeDeadline'
  | 'extensionWithoutAsking'
  | 'receiptNotOnFile'
  | 'receivedBeforeSent'
  | 'sentBeforeDiscovery'
  | 'narrativeBeforeNotification';

export interface DisclosureClock {
  readonly steps: readonly ClockStep[];
  /** The open step whose last day comes first; a late one before all. */
  readonly next: ClockStepId | null;
  /** Days the review covers: back from the initial notification, or from today while there is none. */
  readonly lookback: { readonly from: IsoDate; readonly until: IsoDate; readonly countedFrom: 'received' | 'sent' | 'today' };
  /** Last day of the quarter of discovery: what is minor and falls in one quarter may be bundled. */
  readonly quarterEnds: IsoDate;
  readonly warnings: readonly ClockWarning[];
}

/**
 * The clock of a voluntary self-disclosure on a day.
 *
 * Units: calendar days; a span of n days from a day ends on the n-th day after it, that day included. An extension counts only where it was asked
 * for before the day it extends; asked on that day or later, the last day stays and a warning says so. Until the day of receipt is on file the
 * day of sending stands in, which can only be earlier.
 *
 * Errors: none; days that contradict each other give warnings, and the earlier last day holds.
 * Source: `rules.citation` (15 CFR 764.5 in the shipped pack).
 */
export function disclosureClock(facts: DisclosureFacts, today: IsoDate, rules: DisclosureRules): DisclosureClock {
  const discloses = facts.decision !== 'doNot';
  const significant = discloses && facts.track !== 'minor';
  const upgraded = facts.upgradeAskedOn !== null;
  const steps: ClockStep[] = [
    step('decision', { done: facts.decision === 'undecided' ? null : facts.discoveredOn, due: null, from: null }, today),
    significant ? step('initial', { done: facts.initialSentOn, due: null, from: null }, today) : notNeeded('initial'),
    significant ? narrativeStep(facts, today, rules) : notNeeded('narrative'),
    discloses && facts.track === 'minor'
      ? step('shortReport', { done: facts.shortReportSentOn, due: null, from: null }, today)
      : notNeeded('shortReport'),
    answerStep(facts, rules, discloses),
    discloses && upgraded && facts.upgradeAskedOn !== null
      ? step(
          'upgrade',
          {
            done: facts.narrativeSentOn,
            due: dayAfter(facts.upgradeAskedOn, rules.upgradeDays),
            from: { what: 'request', on: facts.upgradeAskedOn },
          },
          today,
        )
      : notNeeded('upgrade'),
  ];
  const anchor = facts.initialReceivedOn ?? facts.initialSentOn;
  return {
    steps:
      facts.closedOn === null ? steps : steps.map((one) => (one.state === 'done' ? one : { ...one, state: 'notNeeded', daysLeft: null })),
    next: facts.closedOn === null ? nextOf(steps) : null,
    lookback: {
      from: yearsBefore(anchor ?? today, rules.lookbackYears),
      until: anchor ?? today,
      countedFrom: facts.initialReceivedOn !== null ? 'received' : anchor !== null ? 'sent' : 'today',
    },
    quarterEnds: quarterEnd(facts.discoveredOn),
    warnings: warningsOf(facts, rules, significant),
  };
}

interface Timing {
  readonly done: IsoDate | null;
  readonly due: IsoDate | null;
  readonly from: ClockStep['countedFrom'];
}

function step(id: ClockStepId, { done, due, from }: Timing, today: IsoDate): ClockStep {
  const left = due === null || done !== null ? null : daysBetween(today, due);
  return {
    id,
    state: done !== null ? 'done' : left !== null && left < 0 ? 'late' : 'open',
    due,
    daysLeft: left,
    doneOn: id === 'decision' ? null : done,
    countedFrom: from,
  };
}

const notNeeded = (id: ClockStepId): ClockStep => ({ id, state: 'notNeeded', due: null, daysLeft: null, doneOn: null, countedFrom: null });

function narrativeStep(facts: DisclosureFacts, today: IsoDate, rules: DisclosureRules): ClockStep {
  const anchor = facts.initialReceivedOn ?? facts.initialSentOn;
  if (anchor === null) {
    if (facts.narrativeSentOn !== null) return step('narrative', { done: facts.narrativeSentOn, due: null, from: null }, today);
    return { id: 'narrative', state: 'waiting', due: null, daysLeft: null, doneOn: null, countedFrom: null };
  }
  const counted = { what: facts.initialReceivedOn === null ? ('sent' as const) : ('received' as const), on: anchor };
  const first = dayAfter(anchor, rules.narrativeDays);
  const extended = inTime(facts, first) && facts.extendedTo !== null && facts.extendedTo > first ? facts.extendedTo : null;
  return step(
    'narrative',
    { done: facts.narrativeSentOn, due: extended ?? first, from: extended === null ? counted : { what: 'extension', on: extended } },
    today,
  );
}

const inTime = ({ extensionAskedOn }: DisclosureFacts, due: IsoDate): boolean => extensionAskedOn !== null && extensionAskedOn < due;

function answerStep({ shortReportSentOn, track, closedOn }: DisclosureFacts, rules: DisclosureRules, discloses: boolean): ClockStep {
  if (!discloses || track !== 'minor') return notNeeded('answer');
  if (shortReportSentOn === null) return { id: 'answer', state: 'waiting', due: null, daysLeft: null, doneOn: null, countedFrom: null };
  return {
    id: 'answer',
    state: closedOn === null ? 'usual' : 'done',
    due: dayAfter(shortReportSentOn, rules.answerDays),
    daysLeft: null,
    doneOn: closedOn,
    countedFrom: { what: 'report', on: shortReportSentOn },
  };
}

/** Without a last day a step is due as soon as possible, and comes before any that has one. */
function nextOf(steps: readonly ClockStep[]): ClockStepId | null {
  const open = steps.filter(({ state }) => state === 'open' || state === 'late');
  const order = ({ state, due }: ClockStep): string => (state === 'late' ? `0${due ?? ''}` : due === null ? '1' : `2${due}`);
  const [first] = [...open].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return first?.id ?? null;
}

function warningsOf(facts: DisclosureFacts, rules: DisclosureRules, significant: boolean): ClockWarning[] {
  const { discoveredOn, initialSentOn, initialReceivedOn, extensionAskedOn, extendedTo, narrativeSentOn } = facts;
  const warnings: ClockWarning[] = [];
  const anchor = initialReceivedOn ?? initialSentOn;
  if (initialSentOn !== null && initialSentOn < discoveredOn) warnings.push('sentBeforeDiscovery');
  if (initialSentOn !== null && initialReceivedOn !== null && initialReceivedOn < initialSentOn) warnings.push('receivedBeforeSent');
  if (significant && initialSentOn !== null && initialReceivedOn === null) warnings.push('receiptNotOnFile');
  if (extendedTo !== null && extensionAskedOn === null) warnings.push('extensionWithoutAsking');
  if (anchor !== null && extensionAskedOn !== null && extensionAskedOn >= dayAfter(anchor, rules.narrativeDays))
    warnings.push('extensionNotBeforeDeadline');
  if (anchor !== null && narrativeSentOn !== null && narrativeSentOn < anchor) warnings.push('narrativeBeforeNotification');
  return warnings;
}

/** The same day so many years before; 29 February becomes 28 where there is none. */
function yearsBefore(day: IsoDate, years: number): IsoDate {
  const year = Number(day.slice(0, 4)) - years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isoDate(`${String(year).padStart(4, '0')}${day.endsWith('02-29') && !leap ? '-02-28' : day.slice(4)}`);
}

function quarterEnd(day: IsoDate): IsoDate {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  return isoDate(`${day.slice(0, 4)}-${ends[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? '12-31'}`);
}
