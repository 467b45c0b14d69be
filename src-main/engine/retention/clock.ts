import type { IsoDate } from '../../../src-shared/model/dates.ts';

/** Something from which records have to be kept, on its day. */
export interface RelevantDay<What extends string> {
  readonly what: What;
  readonly day: IsoDate;
}

/** Where the clock of a record stands. */
export interface Clock<What extends string> {
  readonly state: 'held' | 'running' | 'past' | 'notStarted';
  /** The latest of the relevant days; null while none is known. */
  readonly last: RelevantDay<What> | null;
  /** Last day on which the record has to be kept, inclusive. */
  readonly keepUntil: IsoDate | null;
}

/**
 * When a record may go: so many years after the **latest** event. The anniversary itself still counts as a day to keep it on.
 *
 * `years` are calendar years; from 29 February they end on 28 February where there is no 29th. Without any relevant day the clock has not started, and
 * the record is kept. A held record is held whatever its clock says.
 * Source: 15 CFR 762.6 for the export records of the United States; the number of years comes from the rule pack.
 */
export function retentionClock<What extends string>(
  events: Iterable<RelevantDay<What>>,
  years: number,
  on: IsoDate,
  held: boolean,
): Clock<What> {
  let last: RelevantDay<What> | null = null;
  for (const event of events) if (last === null || event.day > last.day) last = event;
  const keepUntil = last === null ? null : yearsAfter(last.day, years);
  const state = held ? 'held' : keepUntil === null ? 'notStarted' : on > keepUntil ? 'past' : 'running';
  return { state, last, keepUntil };
}

function yearsAfter(day: IsoDate, years: number): IsoDate {
  const [year = '', month = '', date = ''] = day.split('-');
  const then = String(Number(year) + years).padStart(4, '0');
  const leap = Number(then) % 4 === 0 && (Number(then) % 100 !== 0 || Number(then) % 400 === 0);
  return `${then}-${month}-${month === '02' && date === '29' && !leap ? '28' : date}` as IsoDate;
}
