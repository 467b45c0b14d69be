import type { ClockStepView, DisclosureView, ExposureView, IncidentColumns } from '../contract/cases.ts';
import type { CitedSource } from '../contract/rulelibrary.ts';
import type { Confidence } from '../model/citation.ts';
import { formatDay } from './dates.ts';
import type { Text } from './format.ts';

type Words = Pick<Text, 'dynamic' | 'locale'>;

/** A step of the clock in words. */
export interface ClockStepSaid {
  readonly step: ClockStepView;
  readonly name: string;
  /** Its last day, or why it has none. */
  readonly due: string;
  /** What the last day is counted from; empty where nothing is counted. */
  readonly from: string;
  readonly state: string;
}

/** The clock of a voluntary self-disclosure in words, alike on screen and on paper. */
export interface DisclosureSaid {
  readonly warnings: readonly string[];
  /** Steps that are needed; none where the decision is not to disclose. */
  readonly steps: readonly ClockStepSaid[];
  /** The span to look through, and the quarter of what is minor; empty where the decision is not to disclose. */
  readonly lookback: string;
  /** What the rule says, and what follows from it. */
  readonly rules: readonly string[];
  readonly source: string;
}

/** Says a clock with its day, its rule, and what is wrong with the days on file. */
export function disclosureSaid(
  clock: DisclosureView,
  { decision, track }: Pick<IncidentColumns, 'decision' | 'track'>,
  text: Words,
): DisclosureSaid {
  const say = text.dynamic;
  const day = (on: string) => formatDay(on, text.locale);
  const { rules, lookback } = clock;
  const back = say('cases.clock.lookback', { from: day(lookback.from), until: day(lookback.until), what: lookback.countedFrom });
  const needed = clock.steps.filter(({ id, state }) => state !== 'notNeeded' && id !== 'decision');
  return {
    warnings: clock.warnings.map((warning) => say(`cases.clock.warning.${warning}`)),
    steps: decision === 'doNot' ? [] : needed.map((step) => stepSaid(step, text)),
    lookback:
      decision === 'doNot'
        ? ''
        : [back, ...(track === 'minor' ? [say('cases.clock.bundle', { on: day(clock.quarterEnds) })] : [])].join(' '),
    rules: [...rules.steps.map(({ says }) => says), ...rules.effects],
    source: [
      say('cases.clock.source', { locator: rules.source.locator, confidence: say(`confidence.${rules.confidence}`) }),
      say('cases.clock.since', {
        on: day(rules.since.on),
        locator: rules.since.source.locator,
        confidence: say(`confidence.${rules.since.confidence}`).toLowerCase(),
      }),
    ].join(' '),
  };
}

function stepSaid(step: ClockStepView, text: Words): ClockStepSaid {
  const say = text.dynamic;
  const day = (on: string) => formatDay(on, text.locale);
  const { id, state, due, daysLeft, doneOn, countedFrom } = step;
  return {
    step,
    name: say(`cases.clock.${id}`),
    due: due === null ? say(state === 'waiting' ? 'cases.clock.noDayYet' : 'cases.clock.noDay') : day(due),
    from: countedFrom === null ? '' : say(`cases.clock.from.${countedFrom.what}`, { on: day(countedFrom.on) }),
    state:
      doneOn !== null
        ? say('cases.clock.doneOn', { on: day(doneOn) })
        : daysLeft === null
          ? say(`cases.clockState.${state}`)
          : daysLeft < 0
            ? say('cases.clock.lateBy', { days: -daysLeft })
            : say('cases.clock.left', { days: daysLeft }),
  };
}

/** One kind of penalty in words: the ceiling, why, since when, and from where. */
export interface PenaltySaid {
  readonly id: 'administrative' | 'criminal';
  readonly title: string;
  readonly most: string;
  readonly says: string;
  /** The sum with its numbers; none where nothing is added up. */
  readonly formula: readonly string[];
  /** What was assumed, what is not on file, what is not added up. */
  readonly limits: readonly string[];
  /** The amount with its first day, and what is known of it; empty where the rules hold none for the day. */
  readonly amount: string;
  /** Item of the watch by which the amount has to be confirmed. */
  readonly check: string | null;
  readonly sources: readonly CitedSource[];
  readonly confidence: Confidence;
}

/** What a matter may cost at most, in words: both kinds apart, never a forecast. */
export function penaltiesSaid(
  { counted, administrative, criminal }: ExposureView,
  { valueLowUsd, valueHighUsd }: Pick<IncidentColumns, 'valueLowUsd' | 'valueHighUsd'>,
  text: Words,
): readonly PenaltySaid[] {
  const say = text.dynamic;
  const figure = (value: number) => new Intl.NumberFormat(text.locale, { maximumFractionDigits: 2 }).format(value);
  const since = (amount: ExposureView['criminal']['amount']) =>
    amount === null
      ? ''
      : [
          `${say('cases.exposure.amountFrom', { amount: figure(amount.value), from: formatDay(amount.from, text.locale) })}.`,
          amount.note ?? '',
        ]
          .filter(Boolean)
          .join(' ');
  const { total } = administrative;
  const ceiling =
    total === null
      ? say('cases.exposure.noAmount')
      : total.high === null
        ? say('cases.exposure.openEnd', { low: figure(total.low) })
        : total.low === total.high
          ? say('cases.exposure.usd', { amount: figure(total.low) })
          : say('cases.exposure.range', { low: figure(total.low), high: figure(total.high) });
  return [
    {
      id: 'administrative',
      title: administrative.title,
      most: ceiling,
      says: administrative.says,
      formula: administrative.formula,
      limits: [
        ...(counted ? [] : [say('cases.exposure.assumed')]),
        ...(valueLowUsd === null && valueHighUsd === null && total !== null ? [say('cases.exposure.valueOpen')] : []),
      ],
      amount: since(administrative.amount),
      check: administrative.amount === null ? null : administrative.check,
      sources: administrative.sources,
      confidence: administrative.confidence,
    },
    {
      id: 'criminal',
      title: criminal.title,
      most:
        criminal.amount === null
          ? say('cases.exposure.noAmount')
          : say('cases.exposure.criminal', { amount: figure(criminal.amount.value), years: criminal.imprisonmentYears }),
      says: say('cases.exposure.criminalOnly'),
      formula: [],
      limits: [say('cases.exposure.notSummed')],
      amount: since(criminal.amount),
      check: null,
      sources: criminal.sources,
      confidence: criminal.confidence,
    },
  ];
}

/** Places of a statement, each that was not read in the primary text marked as such, and the weakest confidence. */
export function citedWords(sources: readonly CitedSource[], confidence: Confidence, text: Words): string {
  const places = sources.map(({ locator, standing }) =>
    standing === 'verified' ? locator : `${locator} (${text.dynamic(`sourceStanding.${standing}`).toLowerCase()})`,
  );
  return `${places.join('; ')}. ${text.dynamic(`confidence.${confidence}`)}.`;
}
