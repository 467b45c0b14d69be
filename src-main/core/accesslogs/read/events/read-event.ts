import type { LogField, LogProblem, LogReading } from '../../../../../src-shared/formats/access-log.ts';
import { eventOutcomes, withheldTime } from '../../../../../src-shared/model/access-events.ts';
import { compileForCells, compileForRecords, type FieldTexts } from '../mapping/compile.ts';
import { createTimeReader, type TimeReader } from '../time/reader.ts';
import { saysWithheld } from '../time/withheld.ts';
import { readAddress } from '../values/address.ts';
import { readAmount } from '../values/amount.ts';
import { readLoggedCountry } from '../values/country.ts';
import { readOutcome } from '../values/outcome.ts';
import { createMemo } from './memo.ts';

/** One event as read from a row. Reused from row to row, so that none is allocated. */
export interface LogEvent {
  /** Milliseconds since 1970, UTC; `withheldTime` where the log withholds it. */
  ts: number;
  account: string;
  address: string;
  /** ISO 3166-1 alpha-2, or nothing. */
  country: string;
  resource: string;
  action: string;
  /** Position in `eventOutcomes`. */
  outcome: number;
  count: number;
  tokens: number;
  bytes: number;
  eventId: string;
  /** As they stand in the file, for the lists of words to be explained. */
  outcomeText: string;
  countryText: string;
  timeText: string;
}

/** Why a row is no event, or what is doubtful about it. */
export interface RowDoubt {
  readonly problem: LogProblem;
  readonly field: LogField;
  readonly value: string;
}

export interface EventReader<Row> {
  /** Reads a row into `event`. False when it is none; then the last of `doubts` says why. Doubts of an event are warnings. */
  read(row: Row): boolean;
  readonly event: LogEvent;
  readonly doubts: readonly RowDoubt[];
  readonly time: TimeReader;
}

/** Problems of a text that is no time at all. */
const unread: ReadonlySet<LogProblem | null> = new Set(['badTimestamp', 'damagedTimestamp']);
const damagedNumber = /^-?\d(?:[.,]\d+)?E\+?\d+$/i;

/** Reads rows of cells (`row` is the cells) or JSON records, by the mapping and answers of a reading. */
export function createEventReader(reading: LogReading, now: number): EventReader<never> {
  const texts = (
    reading.shape === 'records' ? compileForRecords(reading.mapping) : compileForCells(reading.mapping, reading.titles)
  ) as FieldTexts<unknown>;
  const { answers } = reading;
  const time = createTimeReader(answers, now);
  const model = modelPattern(answers.resourcePattern);
  const outcomeWords = new Map(Object.entries(answers.outcomeWords).map(([word, outcome]) => [word, eventOutcomes.indexOf(outcome)]));
  const countryWords = new Map(Object.entries(answers.countryWords));
  const addresses = createMemo(readAddress);
  const countries = createMemo((text: string) => {
    const explained = countryWords.get(text.trim().toLowerCase());
    return explained === undefined ? readLoggedCountry(text) : { code: explained, good: true };
  });
  const outcomes = createMemo((text: string) => outcomeWords.get(text.trim().toLowerCase()) ?? readOutcome(text, reading.outcome));
  const hasOutcome = texts.outcome !== undefined;

  const event: LogEvent = {
    ts: 0,
    account: '',
    address: '',
    country: '',
    resource: '',
    action: '',
    outcome: 0,
    count: 1,
    tokens: 0,
    bytes: 0,
    eventId: '',
    outcomeText: '',
    countryText: '',
    timeText: '',
  };
  const doubts: RowDoubt[] = [];
  const doubt = (problem: LogProblem, field: LogField, value: string) => doubts.push({ problem, field, value: value.slice(0, 200) });
  const amount = (text: string | undefined, otherwise: number): number => {
    if (text === undefined || text === '') return otherwise;
    const value = text.includes('+') ? text.split('+').reduce((sum, part) => sum + readAmount(part), 0) : readAmount(text);
    return Number.isNaN(value) ? otherwise : value;
  };

  const readPlace = (row: unknown) => {
    const address = texts.ip?.(row) ?? '';
    const found = address === '' ? null : addresses(address);
    event.address = found?.text ?? '';
    if (found !== null && !found.good) doubt('badAddress', 'ip', address);
    event.countryText = texts.country?.(row) ?? '';
    const country = event.countryText === '' ? null : countries(event.countryText);
    event.country = country?.code ?? '';
    if (country !== null && !country.good) doubt('unknownCountry', 'country', event.countryText);
  };

  return {
    event,
    doubts,
    time,
    read(row: unknown): boolean {
      doubts.length = 0;
      event.timeText = texts.ts?.(row) ?? '';
      event.account = (texts.account?.(row) ?? '').slice(0, 400);
      if (event.timeText === '') {
        doubt('noTimestamp', 'ts', '');
        return false;
      }
      event.ts = time.read(event.timeText);
      if (Number.isNaN(event.ts) && unread.has(time.problem) && saysWithheld(event.timeText)) {
        event.ts = withheldTime;
        doubt('timeWithheld', 'ts', event.timeText);
      } else if (time.problem !== null) doubt(time.problem, 'ts', event.timeText);
      if (Number.isNaN(event.ts)) return false;
      if (event.account === '') {
        doubt('noAccount', 'account', '');
        return false;
      }
      readPlace(row);
      const resource = texts.resource?.(row) ?? '';
      event.resource = (model === null ? resource : (model.exec(resource)?.groups?.['model'] ?? resource)).slice(0, 400);
      event.action = (texts.action?.(row) ?? '').slice(0, 400);
      event.outcomeText = texts.outcome?.(row) ?? '';
      event.outcome = hasOutcome ? outcomes(event.outcomeText) : 0;
      event.count = amount(texts.count?.(row), 1);
      event.tokens = amount(texts.tokens?.(row), 0);
      event.bytes = amount(texts.bytes?.(row), 0);
      event.eventId = (texts.eventKey?.(row) ?? '').slice(0, 400);
      if (damagedNumber.test(event.eventId)) doubt('damagedId', 'eventKey', event.eventId);
      return true;
    },
  } as EventReader<never>;
}

/** The person's own pattern; one that does not compile or names no `model` counts as none. */
function modelPattern(source: string | null): RegExp | null {
  if (source === null || !source.includes('(?<model>')) return null;
  try {
    return new RegExp(source, 'u');
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return null;
  }
}
