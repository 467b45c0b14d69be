import type { AuditAsset } from '../../../src-shared/model/access-audit.ts';
import { isDated, withheldTime } from '../../../src-shared/model/access-events.ts';
import { dayNumber, isoDayOf, weekday } from './days.ts';
import { isControlled } from './deemed-export.ts';
import { makeFinding } from './finding.ts';
import type { AuditFinding, RuleContext } from './types.ts';

/** Days without an event where some were due, both ends included. */
export interface Gap {
  readonly from: number;
  readonly until: number;
  /** Days among them on which events were usual. */
  readonly usualDays: number;
  /** Events that were due. */
  readonly expected: number;
}

/** How unlikely silence must be by the habit of the days: one in 100,000. */
const unlikely = -5;
/** Events on the quietest day of a kind from which a day without any cannot be chance. */
const busy = 20;

/**
 * Stretches of silence in a count of events by day. Monday to Friday and the weekend each have their own habit, so that a log
 * which rests at weekends has no gap there. Days that `isExcused` are passed over.
 */
export function silences(counts: Float64Array, firstDay: number, isExcused: (day: number) => boolean): readonly Gap[] {
  const first = counts.findIndex((count) => count > 0);
  const gaps: Gap[] = [];
  if (first < 0) return gaps;
  let place = first;
  while (place < counts.length) {
    if ((counts[place] ?? 0) > 0 || isExcused(firstDay + place)) {
      place += 1;
      continue;
    }
    let end = place;
    while (end + 1 < counts.length && (counts[end + 1] ?? 0) === 0) end += 1;
    const gap = weigh(counts, firstDay, first, place, end, isExcused);
    if (gap !== null) gaps.push(gap);
    place = end + 1;
  }
  return gaps;
}

const isWeekend = (day: number): boolean => weekday(day) >= 5;

function weigh(
  counts: Float64Array,
  firstDay: number,
  first: number,
  start: number,
  end: number,
  isExcused: (day: number) => boolean,
): Gap | null {
  // Habit of the two kinds of day outside this silence.
  const habit = [0, 1].map(() => ({ days: 0, active: 0, events: 0, lowest: Number.POSITIVE_INFINITY }));
  for (let place = first; place < counts.length; place += 1) {
    const kind = habit[isWeekend(firstDay + place) ? 1 : 0];
    if (kind === undefined || (place >= start && place <= end) || isExcused(firstDay + place)) continue;
    kind.days += 1;
    kind.events += counts[place] ?? 0;
    kind.lowest = Math.min(kind.lowest, counts[place] ?? 0);
    if ((counts[place] ?? 0) > 0) kind.active += 1;
  }
  const silentDays: [number, number] = [0, 0];
  for (let place = start; place <= end; place += 1) silentDays[isWeekend(firstDay + place) ? 1 : 0] += 1;
  let [chance, usualDays, expected] = [0, 0, 0];
  for (let place = start; place <= end; place += 1) {
    const kind = habit[isWeekend(firstDay + place) ? 1 : 0];
    if (kind === undefined || isExcused(firstDay + place)) continue;
    // A habit shows over two weeks at least, and over longer than the silence it is held against.
    if (kind.days < (isWeekend(firstDay + place) ? 4 : 10) || kind.days < silentDays[isWeekend(firstDay + place) ? 1 : 0]) continue;
    const share = (kind.active + 0.5) / (kind.days + 1);
    // Where even the quietest such day was busy, one silent day is enough.
    chance += kind.lowest >= busy ? unlikely : Math.log10(1 - share);
    expected += kind.events / kind.days;
    if (share >= 0.6) usualDays += 1;
  }
  return chance <= unlikely && usualDays > 0 ? { from: firstDay + start, until: firstDay + end, usualDays, expected } : null;
}

/** Events by day over all assets and for each of them, whatever became of the attempt. */
export function dailyCounts({ input }: RuleContext): {
  readonly firstDay: number;
  readonly all: Float64Array;
  readonly byAsset: readonly (Float64Array | null)[];
} {
  const { events, resources, assets } = input;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ts of events.ts) {
    if (!isDated(ts)) continue;
    if (ts < first) first = ts;
    if (ts > last) last = ts;
  }
  const [firstDay, lastDay] = first > last ? [0, -1] : [dayNumber(first), dayNumber(last)];
  const length = lastDay - firstDay + 1;
  const all = new Float64Array(length);
  const byAsset: (Float64Array | null)[] = assets.map(() => null);
  for (let place = 0; place < events.length; place += 1) {
    const ts = events.ts[place] ?? withheldTime;
    if (!isDated(ts)) continue;
    const day = dayNumber(ts) - firstDay;
    all[day] = (all[day] ?? 0) + 1;
    const asset = resources[events.resource[place] ?? 0] ?? -1;
    if (asset < 0) continue;
    const own = byAsset[asset] ?? new Float64Array(length);
    own[day] = (own[day] ?? 0) + 1;
    byAsset[asset] = own;
  }
  return { firstDay, all, byAsset };
}

/** Positions of assets that events without a time name: they have a log, though nothing says for which days. */
function assetsWithoutTimes({ input, order, whole }: RuleContext): ReadonlySet<number> {
  const found = new Set<number>();
  for (const place of whole.subarray(order.length)) found.add(input.resources[input.events.resource[place] ?? 0] ?? -1);
  return found;
}

/** Assets without any log, days on which nothing at all was logged, and stretches in which one asset fell silent while the rest went on. */
export function findCoverageGaps(context: RuleContext): AuditFinding[] {
  const { input, settings } = context;
  const { firstDay, all, byAsset } = dailyCounts(context);
  const whole = silences(all, firstDay, () => false).filter(({ expected }) => expected >= settings.gapExpectedEvents);
  const isExcused = (day: number) => whole.some(({ from, until }) => day >= from && day <= until);
  const covered = new Set(input.coverage.flatMap(({ assetIds }) => assetIds));
  const undated = assetsWithoutTimes(context);
  const findings = whole.map((gap) => wholeGap(context, gap));
  for (const [place, asset] of input.assets.entries()) {
    if (asset.logExpected === false) continue;
    const counts = byAsset[place] ?? null;
    if (counts === null) {
      if (!covered.has(asset.id) && !undated.has(place)) findings.push(noLog(context, asset));
      continue;
    }
    const gaps = silences(counts, firstDay, isExcused).filter(
      ({ usualDays, expected }) => usualDays >= settings.gapDays && expected >= settings.gapExpectedEvents,
    );
    if (gaps.length > 0) findings.push(assetGaps(context, asset, gaps));
  }
  return findings;
}

const words = ({ from, until }: Gap): string => (from === until ? isoDayOf(from) : `${isoDayOf(from)} to ${isoDayOf(until)}`);

const logQuestion = {
  id: 'finding.log',
  ask: 'Is there a log for these days that was not imported?',
  about: 'finding',
  field: null,
  clearedBy: 'yes',
} as const;

function wholeGap(context: RuleContext, gap: Gap): AuditFinding {
  const days = gap.until - gap.from + 1;
  return makeFinding(context, 'coverage_gap', null, `all:${isoDayOf(gap.from)}`, [], {
    title: `No log at all ${days === 1 ? 'on' : 'from'} ${words(gap)}`,
    summary: `Not one event is on record for ${words(gap)}, where about ${Math.round(gap.expected).toLocaleString('en')} were due.`,
    severity: days >= 3 ? 'high' : 'medium',
    confidence: days >= 2 ? 'high' : 'medium',
    countries: [],
    why: [
      `About ${Math.round(gap.expected).toLocaleString('en')} events were due by the days of the week.`,
      'What is not logged cannot be audited: the days count as not looked at.',
    ],
    citations: ['Records to be kept: 15 CFR 762.6'],
    questions: [logQuestion, { id: 'finding.closed', ask: 'Was the company closed?', about: 'finding', field: null, clearedBy: 'yes' }],
    ground: { days: words(gap) },
  });
}

function assetGaps(context: RuleContext, asset: AuditAsset, gaps: readonly Gap[]): AuditFinding {
  const told = gaps.map(words).join('; ');
  const expected = Math.round(gaps.reduce((sum, gap) => sum + gap.expected, 0));
  return makeFinding(context, 'coverage_gap', null, `asset:${asset.id}`, [], {
    title: `The log of ${asset.name} has a gap`,
    summary: `No event of ${asset.name} is on record for ${told}, where about ${expected.toLocaleString('en')} were due while other logs went on.`,
    severity: isControlled(asset) && asset.eccnOpen !== true ? 'high' : 'medium',
    confidence: 'medium',
    assetId: asset.id,
    countries: [],
    why: [
      `Silent: ${told}.`,
      `About ${expected.toLocaleString('en')} events were due by the days of the week.`,
      'What is not logged cannot be audited: the days count as not looked at.',
    ],
    citations: ['Records to be kept: 15 CFR 762.6'],
    questions: [
      logQuestion,
      { id: 'finding.outOfUse', ask: `Was ${asset.name} out of use?`, about: 'finding', field: null, clearedBy: 'yes' },
    ],
    ground: { days: told },
  });
}

function noLog(context: RuleContext, asset: AuditAsset): AuditFinding {
  return makeFinding(context, 'coverage_gap', null, `noLog:${asset.id}`, [], {
    title: `No log speaks of ${asset.name}`,
    summary: `Not one event names ${asset.name}. Nobody can say who reached it.`,
    severity: isControlled(asset) ? (asset.eccnOpen === true ? 'medium' : 'high') : 'low',
    confidence: 'high',
    assetId: asset.id,
    countries: [],
    why: ['No event of any log names it, under any of its names.', 'No log is not the same as no access.'],
    citations: ['Records to be kept: 15 CFR 762.6'],
    questions: [
      {
        id: 'asset.resourceNames',
        ask: `Do the logs call ${asset.name} by another name? Add the name to the asset.`,
        about: 'asset',
        field: 'resourceNames',
        clearedBy: 'yes',
      },
      { ...logQuestion, ask: `Is there a log of ${asset.name} that was not imported?` },
    ],
    ground: { log: 'none' },
  });
}
