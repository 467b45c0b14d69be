import type { LogCheck, LogProblem, LogReading } from '../../../../../src-shared/formats/access-log.ts';
import type { FileNotice } from '../../../../../src-shared/formats/import-file.ts';
import { eventOutcomes, isDated } from '../../../../../src-shared/model/access-events.ts';
import { createDedupeKeys } from '../events/dedupe.ts';
import { createLogRowReader, type LogRowReader } from '../rows/log-row-reader.ts';
import { systemOf } from '../system.ts';
import { readLoggedCountry } from '../values/country.ts';
import { isOutcomeUnderstood, readOutcome } from '../values/outcome.ts';
import { createProblemGroups } from './problem-groups.ts';
import { decidedOrder, type Openings, questionsOf } from './questions.ts';
import { createCounts } from './tallies.ts';

export interface RowCheck extends LogRowReader {
  readonly rows: number;
  /** Order of day and month that the values decided, where it is not answered and some rows need it. */
  decided(): 'DMY' | 'MDY' | null;
  result(sha256: string, notices: readonly FileNotice[]): LogCheck;
}

const asked: readonly LogProblem[] = ['ambiguousDate', 'zoneUnknown', 'yearUnknown'];

/** Reads rows without writing anything, and counts what would come of them. */
export function createRowCheck(reading: LogReading, now: number): RowCheck {
  const problems = createProblemGroups(reading);
  const keys = createDedupeKeys(systemOf(reading));
  const key = new Uint32Array(4);
  const accounts = createCounts();
  const resources = createCounts();
  const actions = createCounts();
  const outcomes = createCounts();
  const countries = createCounts();
  const samples = new Map<LogProblem, string[]>();
  const zoneWords = new Map<string, { count: number; samples: string[] }>();
  let rows = 0;
  let lastRow = 0;
  let events = 0;
  let rejected = 0;
  let skipped = 0;
  let repeated = 0;
  let withAddress = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let dayFirst = 0;
  let monthFirst = 0;

  const noteOrder = () => {
    const only = reader.time.onlyOrder;
    if (only === 'DMY') dayFirst += 1;
    else if (only === 'MDY') monthFirst += 1;
  };
  const reader = createLogRowReader(reading, now, {
    event(row, event, doubts) {
      noteOrder();
      for (const doubt of doubts) problems.add(doubt.problem, doubt.field, row, doubt.value);
      if (keys.key(event, key, 0) > 0) {
        repeated += 1;
        problems.add('repeatedRow', null, row, event.timeText);
        if (reading.answers.repeats === 'drop') return;
      }
      events += 1;
      accounts.add(event.account);
      resources.add(event.resource);
      actions.add(event.action);
      outcomes.add(event.outcomeText);
      countries.add(event.countryText);
      if (event.address !== '') withAddress += 1;
      if (!isDated(event.ts)) return;
      if (event.ts < first) first = event.ts;
      if (event.ts > last) last = event.ts;
    },
    rejected(row, problem, field, value) {
      if (field === 'ts') noteOrder();
      rejected += 1;
      problems.add(problem, field, row, value);
      if (asked.includes(problem)) remember(problem, value);
      const word = problem === 'zoneWordUnknown' ? reader.time.zoneWord : null;
      if (word === null) return;
      const entry = zoneWords.get(word) ?? { count: 0, samples: [] };
      entry.count += 1;
      if (entry.samples.length < 3) entry.samples.push(value);
      zoneWords.set(word, entry);
    },
    skipped(row, problem, value) {
      skipped += 1;
      problems.add(problem, null, row, value);
    },
    keep(row) {
      if (row === lastRow) return;
      lastRow = row;
      rows += 1;
    },
  });
  function remember(problem: LogProblem, value: string) {
    const known = samples.get(problem) ?? [];
    if (known.length < 3 && !known.includes(value)) samples.set(problem, [...known, value]);
  }
  const openings = (): Openings => ({
    count: problems.count,
    samples,
    zoneWords,
    dayFirst,
    monthFirst,
    repeated,
    newYears: reader.time.newYears,
    latestInYear: reader.time.latestInYear,
  });
  const words = new Map(Object.entries(reading.answers.outcomeWords));
  const countryWords = new Map(Object.entries(reading.answers.countryWords));

  return {
    ...reader,
    get rows() {
      return rows;
    },
    decided: () =>
      reading.answers.dateOrder === null && problems.count('ambiguousDate') > 0 ? decidedOrder({ dayFirst, monthFirst }) : null,
    result: (sha256, notices) => ({
      sha256,
      rows,
      events,
      rejected,
      skipped,
      repeated,
      problems: problems.list().slice(0, 60),
      questions: questionsOf(reading, openings(), now).slice(0, 20),
      answers: reading.answers,
      from: first > last ? null : new Date(first).toISOString(),
      to: first > last ? null : new Date(last).toISOString(),
      withAddress,
      accounts: accounts.tally(5000),
      resources: resources.tally(2000),
      actions: actions.tally(1000),
      outcomes: outcomes.meanings((text) => {
        const explained = words.get(text.trim().toLowerCase());
        const found = explained ?? eventOutcomes[readOutcome(text, reading.outcome)] ?? 'unknown';
        return explained === undefined && !isOutcomeUnderstood(text, reading.outcome) ? null : found;
      }),
      countries: countries.meanings((text) => {
        const reading = readLoggedCountry(text);
        return countryWords.get(text.trim().toLowerCase()) ?? (reading.good ? reading.code : null);
      }),
      notices: [...notices],
    }),
  };
}
