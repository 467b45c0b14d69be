import type { Citation, Confidence } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { PenaltyAmount, PenaltyRules } from '../../../src-shared/model/penalty-rules.ts';

/** A range of which the upper end may be open: nothing on file bounds it. */
export interface OpenRange {
  readonly low: number;
  readonly high: number | null;
}

/** What is known of a matter when its exposure is asked for. Amounts in US dollars. */
export interface ExposureFacts {
  /** How many violations there may be. Whole numbers, `low ≤ high`, at least 1. */
  readonly violations: { readonly low: number; readonly high: number };
  /** Value of the transaction behind each violation; null while nobody said. `low ≤ high`. */
  readonly transactionUsd: { readonly low: number; readonly high: number } | null;
}

/** One kind of penalty: the most the rule allows. There is no word of what would be imposed. */
export interface AdministrativeExposure {
  /** Amount in force on the day; null where the rules hold none for it. */
  readonly amount: PenaltyAmount | null;
  readonly multiple: number;
  /** Most for one violation. The upper end is open while the value of the transaction is not known. */
  readonly perViolation: OpenRange | null;
  /** The same over all violations. */
  readonly total: OpenRange | null;
  /** The sum with its numbers, plain operators. */
  readonly formula: readonly string[];
  readonly citations: readonly Citation[];
  /** Weakest of what it rests on. */
  readonly confidence: Confidence;
}

export interface CriminalExposure {
  readonly amount: PenaltyAmount | null;
  readonly imprisonmentYears: number;
  readonly citations: readonly Citation[];
  readonly confidence: Confidence;
}

export interface PenaltyExposure {
  readonly on: IsoDate;
  readonly administrative: AdministrativeExposure;
  readonly criminal: CriminalExposure;
}

const fromBest: readonly Confidence[] = ['text', 'secondary', 'background', 'unknown'];
const weaker = (a: Confidence, b: Confidence): Confidence => (fromBest.indexOf(a) >= fromBest.indexOf(b) ? a : b);

/**
 * The most that the rules allow for a matter on a day, both kinds apart. A ceiling, never a forecast: the rules read name no lowest amount
 * and no likely one.
 *
 * Units: US dollars; violations are counted, the value is that of one transaction. Ranges are inclusive; a dated amount holds on `[from, until)`.
 * The administrative ceiling of one violation is the greater of the amount and `multiple` times the value; where the value is not known its upper
 * end stays open. Criminal fines are not added up over violations: how several count together is not said in what was read.
 *
 * Errors: a day without an amount gives null, never another day's amount. Throws on a range that is not one.
 * Source: the citations of the rules, handed through.
 */
export function penaltyExposure(
  facts: ExposureFacts,
  on: IsoDate,
  rules: Pick<PenaltyRules, 'administrative' | 'criminal'>,
): PenaltyExposure {
  const { violations, transactionUsd: value } = facts;
  if (!(Number.isInteger(violations.low) && Number.isInteger(violations.high) && 1 <= violations.low && violations.low <= violations.high))
    throw new RangeError(`Violations must be whole numbers from 1 up, got ${violations.low} to ${violations.high}`);
  if (value !== null && !(0 <= value.low && value.low <= value.high))
    throw new RangeError(`The value must be a range from 0 up, got ${value.low} to ${value.high}`);
  const { administrative, criminal } = rules;
  const amount = amountOn(administrative.history, on);
  const fine = amountOn(criminal.history, on);
  const perViolation = amount === null ? null : ceilingOf(amount.value, administrative.multiple, value);
  return {
    on,
    administrative: {
      amount,
      multiple: administrative.multiple,
      perViolation,
      total: perViolation === null ? null : times(perViolation, violations),
      formula: amount === null || perViolation === null ? [] : formulaOf(amount.value, administrative.multiple, facts, perViolation),
      citations: administrative.citations,
      confidence: amount === null ? 'unknown' : weaker(amount.confidence, administrative.confidence),
    },
    criminal: {
      amount: fine,
      imprisonmentYears: criminal.imprisonmentYears,
      citations: criminal.citations,
      confidence: fine === null ? 'unknown' : weaker(fine.confidence, criminal.confidence),
    },
  };
}

function amountOn(history: readonly PenaltyAmount[], on: IsoDate): PenaltyAmount | null {
  const inForce = history.filter(({ from, until }) => from <= on && (until === undefined || on < until));
  return inForce.reduce<PenaltyAmount | null>((latest, one) => (latest === null || one.from > latest.from ? one : latest), null);
}

const ceilingOf = (amount: number, multiple: number, value: ExposureFacts['transactionUsd']): OpenRange => ({
  low: Math.max(amount, multiple * (value?.low ?? 0)),
  high: value === null ? null : Math.max(amount, multiple * value.high),
});

const times = (each: OpenRange, count: ExposureFacts['violations']): OpenRange => ({
  low: each.low * count.low,
  high: each.high === null ? null : each.high * count.high,
});

const figure = (value: number): string => new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value);

function formulaOf(amount: number, multiple: number, { violations, transactionUsd: value }: ExposureFacts, each: OpenRange): string[] {
  const line = (count: number, transaction: number | null, ceiling: number | null): string =>
    `${figure(count)} × greater of (${figure(amount)}; ${figure(multiple)} × ${transaction === null ? 'value not known' : figure(transaction)})${
      ceiling === null ? '' : ` = ${figure(count * ceiling)}`
    }`;
  const low = line(violations.low, value?.low ?? null, value === null ? null : each.low);
  const high = line(violations.high, value?.high ?? null, each.high);
  return low === high ? [low] : [low, high];
}
