import type { LogAnswers, LogProblem, LogQuestion, LogReading } from '../../../../../src-shared/formats/access-log.ts';
import { createTimeReader } from '../time/reader.ts';
import { columnNamed } from './problem-groups.ts';

/** What the rows said about answers that are missing. */
export interface Openings {
  count(kind: LogProblem): number;
  /** A few texts that could not be read for want of the answer. */
  readonly samples: ReadonlyMap<LogProblem, readonly string[]>;
  readonly zoneWords: ReadonlyMap<string, { readonly count: number; readonly samples: readonly string[] }>;
  /** Rows whose date works with the day first only, and with the month first only. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly repeated: number;
  /** Of moments without a year, as `TimeReader` has them. */
  readonly newYears: number;
  readonly latestInYear: number | null;
}

const dayMs = 86_400_000;

const usualZones = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Asia/Shanghai',
];
/** Zones a word is used for; none is chosen, since several have the same word. */
const zonesOfWord: Readonly<Record<string, readonly string[]>> = {
  CET: ['Europe/Berlin', '+01:00'],
  CEST: ['Europe/Berlin', '+02:00'],
  MEZ: ['Europe/Berlin', '+01:00'],
  MESZ: ['Europe/Berlin', '+02:00'],
  EET: ['Europe/Helsinki', '+02:00'],
  EEST: ['Europe/Helsinki', '+03:00'],
  WET: ['Europe/Lisbon', '+00:00'],
  BST: ['Europe/London', '+01:00', 'Asia/Dhaka'],
  IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  EST: ['-05:00', 'America/New_York', 'Australia/Sydney'],
  EDT: ['-04:00', 'America/New_York'],
  CST: ['-06:00', 'America/Chicago', 'Asia/Shanghai'],
  CDT: ['-05:00', 'America/Chicago'],
  MST: ['-07:00', 'America/Denver', 'America/Phoenix'],
  MDT: ['-06:00', 'America/Denver'],
  PST: ['-08:00', 'America/Los_Angeles'],
  PDT: ['-07:00', 'America/Los_Angeles'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  SGT: ['Asia/Singapore'],
  HKT: ['Asia/Hong_Kong'],
  MSK: ['Europe/Moscow'],
  AEST: ['+10:00', 'Australia/Sydney'],
  AEDT: ['+11:00', 'Australia/Sydney'],
};

/** The order that the values themselves decide: some work one way only and none the other way only. */
export function decidedOrder(open: Pick<Openings, 'dayFirst' | 'monthFirst'>): 'DMY' | 'MDY' | null {
  if (open.dayFirst > 0 && open.monthFirst === 0) return 'DMY';
  return open.monthFirst > 0 && open.dayFirst === 0 ? 'MDY' : null;
}

/** Questions that stand between the file and its events, with what each offered answer would make of a few samples. */
export function questionsOf(reading: LogReading, open: Openings, now: number): LogQuestion[] {
  const { answers, mapping } = reading;
  const column = columnNamed(reading, 'ts');
  const questions: LogQuestion[] = [];
  for (const field of ['ts', 'account'] as const) {
    if ((mapping[field]?.from.length ?? 0) === 0) questions.push({ kind: 'mapping', about: field, column: null, count: 0, options: [] });
  }
  const ask = (
    kind: LogQuestion['kind'],
    problem: LogProblem,
    offered: readonly string[],
    answer: (text: string) => Partial<LogAnswers>,
  ) => {
    const count = open.count(problem);
    if (count === 0) return;
    const samples = open.samples.get(problem) ?? [];
    questions.push({
      kind,
      about: null,
      column,
      count,
      options: offered.map((text) => option(text, samples, { ...answers, ...answer(text) }, now)),
    });
  };
  // Order and year first: without them the samples of a zone cannot be shown. Until the zone is known, they are shown as if it were UTC.
  const shown = { zone: answers.zone ?? 'UTC' };
  ask('dateOrder', 'ambiguousDate', ['DMY', 'MDY'], (text) => ({ ...shown, dateOrder: text as 'DMY' | 'MDY' }));
  ask('year', 'yearUnknown', likelyYears(reading, open, now), (text) => ({ ...shown, year: Number(text) }));
  ask('zone', 'zoneUnknown', usualZones, (text) => ({ zone: text }));
  if (open.count('zoneUnknown') === 0 && answers.zone === null && open.count('ambiguousDate') + open.count('yearUnknown') > 0) {
    const samples = [...(open.samples.get('ambiguousDate') ?? []), ...(open.samples.get('yearUnknown') ?? [])].slice(0, 3);
    const settled = { dateOrder: answers.dateOrder ?? 'DMY', year: answers.year ?? Number(likelyYears(reading, open, now)[0]) } as const;
    const count = open.count('ambiguousDate') + open.count('yearUnknown');
    questions.push({
      kind: 'zone',
      about: null,
      column,
      count,
      options: usualZones.map((zone) => option(zone, samples, { ...answers, ...settled, zone }, now)),
    });
  }
  for (const [word, { count, samples }] of [...open.zoneWords].slice(0, 8)) {
    const options = (zonesOfWord[word] ?? usualZones).map((zone) =>
      option(zone, samples, { ...answers, zoneWords: { ...answers.zoneWords, [word]: zone } }, now),
    );
    questions.push({ kind: 'zoneWord', about: word, column, count, options });
  }
  if (open.repeated > 0 && answers.repeats === 'keep')
    questions.push({
      kind: 'repeats',
      about: null,
      column: null,
      count: open.repeated,
      options: [
        { answer: 'keep', samples: [] },
        { answer: 'drop', samples: [] },
      ],
    });
  return questions;
}

function option(answer: string, samples: readonly string[], answers: LogAnswers, now: number): LogQuestion['options'][number] {
  return {
    answer,
    samples: samples.slice(0, 3).map((text) => {
      const ms = createTimeReader(answers, now).read(text);
      return { from: text.slice(0, 200), to: Number.isNaN(ms) ? null : new Date(ms).toISOString() };
    }),
  };
}

/**
 * Years of the first line, the likeliest first. The last line was written no later than the file was last changed, so it belongs to that year, or to
 * the one before when its day lies later in the year; the first line is as many years before it as new years began in between.
 */
function likelyYears(
  reading: LogReading,
  { newYears, latestInYear }: Pick<Openings, 'newYears' | 'latestInYear'>,
  now: number,
): readonly string[] {
  const changed = new Date(reading.file.changedAt ?? now);
  const present = new Date(now).getUTCFullYear();
  // A day of grace: the zone of the lines is not known here.
  const isLater = latestInYear !== null && latestInYear > inYear2000(changed.getTime()) + dayMs;
  const last = changed.getUTCFullYear() - (isLater ? 1 : 0);
  return [...new Set([last, last - 1, present, present - 1].map((year) => year - newYears))]
    .filter((year) => year >= 2000 && year <= present)
    .map(String);
}

/** A moment at its place in the leap year 2000. */
const inYear2000 = (ms: number): number => {
  const moment = new Date(ms);
  return Date.UTC(2000, moment.getUTCMonth(), moment.getUTCDate()) + (((ms % dayMs) + dayMs) % dayMs);
};
