import { dayNumber, hourMs, isoDayOf } from './days.ts';
import { isControlled } from './deemed-export.ts';
import { gather, makeFinding, nameOf, spanWords } from './finding.ts';
import { median, quantile, spread } from './stats.ts';
import type { AuditFinding, RuleContext } from './types.ts';
import { fullestStretch, type VolumeSeries, volumeSeries } from './volume-series.ts';

type Measure = 'requests' | 'tokens' | 'topHour';

interface Hit {
  readonly day: number;
  readonly measure: Measure;
  readonly value: number;
  readonly own: number | null;
  readonly group: number;
  /** Hour since 1970 where only one hour stands out. */
  readonly hour: number | null;
}

/** Least number of other days or people from which a usual value can be told. */
const enoughDays = 5;
const enoughOthers = 4;
const enoughPeers = 10;

/**
 * Bursts and slow drips: days or hours in which a person or account took far more from an asset than on its own usual days and than
 * the others on busy days, and weeks in which a little every day summed up to far more than the others took. Requests or tokens;
 * medians, so that the burst does not move its own baseline. Registered service accounts are neither found nor part of a baseline.
 */
export function findBursts(context: RuleContext): AuditFinding[] {
  const all = volumeSeries(context);
  const byAsset = new Map<number, VolumeSeries[]>();
  for (const series of all) {
    const list = byAsset.get(series.asset);
    if (list === undefined) byAsset.set(series.asset, [series]);
    else list.push(series);
  }
  const hits = new Map<VolumeSeries, readonly Hit[]>();
  for (const series of all) {
    const found = hitsOf(context, series, byAsset.get(series.asset) ?? [], all);
    if (found.length > 0) hits.set(series, found);
  }
  const drips = findDrips(context, all, byAsset, hits);
  return [...describeBursts(context, hits), ...drips];
}

function hitsOf(
  { settings }: RuleContext,
  series: VolumeSeries,
  onAsset: readonly VolumeSeries[],
  all: readonly VolumeSeries[],
): readonly Hit[] {
  const floors: readonly [Measure, number][] = [
    ['requests', settings.burstPerDay],
    ['tokens', settings.burstTokensPerDay],
    ['topHour', settings.burstPerHour],
  ];
  const hits = new Map<number, Hit>();
  const days = series.days;
  for (const [measure, floor] of floors) {
    const values = series[measure];
    const high = values.flatMap((value, place) => (value >= floor && !hits.has(days[place] ?? 0) ? [place] : []));
    if (high.length === 0) continue;
    const peers = othersOf(series, onAsset, measure);
    const everybody = peers.length >= enoughPeers ? peers : othersOf(series, all, measure);
    for (const place of high) {
      const value = values[place] ?? 0;
      const rest = values.filter((_, other) => other !== place);
      const own = rest.length >= enoughDays ? median(rest) : null;
      if (!standsOut(settings, value, floor, rest, own, everybody)) continue;
      const day = days[place] ?? 0;
      hits.set(day, {
        day,
        measure,
        value,
        own,
        group: quantile(everybody, 0.95),
        hour: measure === 'topHour' ? (series.topHourAt[place] ?? 0) : null,
      });
    }
  }
  return [...hits.values()].sort((a, b) => a.day - b.day);
}

const othersOf = (series: VolumeSeries, among: readonly VolumeSeries[], measure: Measure): Float64Array =>
  Float64Array.from(among.flatMap((other) => (other.subject === series.subject ? [] : other[measure]))).sort();

function standsOut(
  settings: RuleContext['settings'],
  value: number,
  floor: number,
  rest: readonly number[],
  own: number | null,
  others: Float64Array,
): boolean {
  if (others.length < enoughPeers && own === null) return value >= 10 * floor;
  if (others.length >= enoughPeers && value < settings.burstTimesGroup * quantile(others, 0.95)) return false;
  if (own === null) return value >= 10 * quantile(others, 0.5);
  const ascending = [...rest].sort((a, b) => a - b);
  return (
    value >= settings.burstTimesOwn * own &&
    value >= own + settings.burstTimesOwn * spread(rest) &&
    value >= (settings.burstTimesOwn / 2) * quantile(ascending, 0.8)
  );
}

function describeBursts(context: RuleContext, hits: ReadonlyMap<VolumeSeries, readonly Hit[]>): AuditFinding[] {
  const wanted = new Map(
    [...hits].map(([series, found]) => [keyOf(context, series), { series, days: new Map(found.map((hit) => [hit.day, hit])) }]),
  );
  const lists = gatherEvents(
    context,
    wanted.size === 0
      ? null
      : (key, ts) => {
          const hit = wanted.get(key)?.days.get(dayNumber(ts));
          return hit !== undefined && (hit.hour === null || Math.floor(ts / hourMs) === hit.hour);
        },
  );
  return [...hits].map(([series, found]) => {
    const places = lists.get(keyOf(context, series)) ?? [];
    const [subject, asset] = partiesOf(context, series);
    const [worst] = [...found].sort((a, b) => b.value / Math.max(1, b.group) - a.value / Math.max(1, a.group));
    if (worst === undefined) throw new Error('A burst needs a day');
    const unit = worst.measure === 'tokens' ? 'tokens' : 'requests';
    const when = worst.measure === 'topHour' ? `in one hour of ${isoDayOf(worst.day)}` : `on ${isoDayOf(worst.day)}`;
    const told = `${Math.round(worst.value).toLocaleString('en')} ${unit} ${when}`;
    return makeFinding(context, 'query_burst', subject, `burst:${asset.id}`, places, {
      title: `${nameOf(subject)} took far more than usual from ${asset.name}`,
      summary: `${told}${found.length > 1 ? `, and ${found.length - 1} more such day${found.length > 2 ? 's' : ''}` : ''}. That pattern can be copying of a model or a code base by asking.`,
      severity: isControlled(asset) ? 'high' : 'medium',
      confidence: worst.own === null ? 'medium' : 'high',
      assetId: asset.id,
      countries: [],
      why: [
        ...found
          .slice(0, 20)
          .map(
            (hit) =>
              `${Math.round(hit.value).toLocaleString('en')} ${hit.measure === 'tokens' ? 'tokens' : 'requests'} ${hit.hour === null ? 'on' : 'in one hour of'} ${isoDayOf(hit.day)}.`,
          ),
        worst.own === null
          ? 'There are too few other days of the same person to tell what is usual.'
          : `Usual for the same person: ${Math.round(worst.own).toLocaleString('en')}.`,
        `Busy for everybody else: ${Math.round(worst.group).toLocaleString('en')}.`,
      ],
      citations: ['Sign of extraction; no rule by itself'],
      questions: burstQuestions(subject.account === '' ? nameOf(subject) : subject.account),
      ground: { days: found.map((hit) => `${isoDayOf(hit.day)}:${Math.round(hit.value)}`).join(' ') },
    });
  });
}

const burstQuestions = (name: string) =>
  [
    {
      id: 'finding.batch',
      ask: `Did ${name} run a batch job that was agreed on? Register its account.`,
      about: 'finding',
      field: null,
      clearedBy: 'yes',
    },
    {
      id: 'finding.kept',
      ask: 'Were the answers kept outside the systems they belong in?',
      about: 'finding',
      field: null,
      clearedBy: 'no',
    },
  ] as const;

const keyOf = ({ input }: RuleContext, { subject, asset }: VolumeSeries): number => subject * input.assets.length + asset;

function partiesOf({ subjects, input }: RuleContext, series: VolumeSeries) {
  const [subject, asset] = [subjects[series.subject], input.assets[series.asset]];
  if (subject === undefined || asset === undefined) throw new Error('A series belongs to a subject and an asset');
  return [subject, asset] as const;
}

/** Events of some pairs of person and asset that fall into a window. */
function gatherEvents(context: RuleContext, isWanted: ((key: number, ts: number) => boolean) | null): ReadonlyMap<number, number[]> {
  const lists = new Map<number, number[]>();
  if (isWanted === null) return lists;
  const { order, input, subjectOf, done } = context;
  const takes = input.actions.map((kind) => kind !== 'signIn' && kind !== 'administer');
  for (const place of order) {
    if (done[place] !== 1 || takes[input.events.action[place] ?? 0] === false) continue;
    const asset = input.resources[input.events.resource[place] ?? 0] ?? -1;
    const subject = subjectOf[input.events.account[place] ?? 0] ?? -1;
    if (asset < 0 || subject < 0) continue;
    const key = subject * input.assets.length + asset;
    if (isWanted(key, input.events.ts[place] ?? 0)) gather(lists, key, place);
  }
  return lists;
}

interface Drip {
  readonly series: VolumeSeries;
  readonly from: number;
  readonly until: number;
  readonly total: number;
  readonly usual: number;
}

function findDrips(
  context: RuleContext,
  all: readonly VolumeSeries[],
  byAsset: ReadonlyMap<number, readonly VolumeSeries[]>,
  hits: ReadonlyMap<VolumeSeries, readonly Hit[]>,
): AuditFinding[] {
  const { settings } = context;
  const stretches = new Map(
    all.map((series) => {
      const burstDays = new Set((hits.get(series) ?? []).map(({ day }) => day));
      return [series, fullestStretch(series, settings.dripDays, (day) => burstDays.has(day))];
    }),
  );
  const totalOf = (series: VolumeSeries) => stretches.get(series)?.total ?? 0;
  const tops = new Map<number, number>();
  for (const series of all) tops.set(series.subject, Math.max(tops.get(series.subject) ?? 0, totalOf(series)));
  const drips: Drip[] = [];
  for (const series of all) {
    const stretch = stretches.get(series);
    if (stretch === undefined || stretch.total < settings.dripTotal || stretch.activeDays < Math.min(10, settings.dripDays / 2)) continue;
    const peers = (byAsset.get(series.asset) ?? []).filter(({ subject }) => subject !== series.subject).map(totalOf);
    const otherTops = [...tops].flatMap(([subject, top]) => (subject === series.subject ? [] : [top])).sort((a, b) => a - b);
    if (otherTops.length < enoughOthers) continue;
    const usual = peers.length >= enoughOthers ? median(peers) : median(otherTops);
    const sum = series.requests.reduce((total, value) => total + value, 0);
    const days = series.days;
    const span = (days.at(-1) ?? 0) - (days[0] ?? 0) + 1;
    const outside = span > settings.dripDays ? (sum - stretch.total) / (span - settings.dripDays) : 0;
    const hasRisen = stretch.total / settings.dripDays >= 3 * outside;
    const [timesGroup, timesTop, share] = hasRisen ? [settings.dripTimesGroup, 1.5, 0.9] : [2 * settings.dripTimesGroup, 1.5, 0.97];
    if (
      stretch.total < timesGroup * usual ||
      stretch.total < 2 * quantile(otherTops, 0.5) ||
      stretch.total < timesTop * quantile(otherTops, share)
    )
      continue;
    drips.push({ series, from: stretch.from, until: stretch.until, total: stretch.total, usual });
  }
  const wanted = new Map(drips.map((drip) => [keyOf(context, drip.series), drip]));
  const lists = gatherEvents(
    context,
    wanted.size === 0
      ? null
      : (key, ts) => {
          const drip = wanted.get(key);
          return drip !== undefined && dayNumber(ts) >= drip.from && dayNumber(ts) <= drip.until;
        },
  );
  return drips.map((drip) => describeDrip(context, drip, lists.get(keyOf(context, drip.series)) ?? []));
}

function describeDrip(context: RuleContext, drip: Drip, places: readonly number[]): AuditFinding {
  const [subject, asset] = partiesOf(context, drip.series);
  const told = `${Math.round(drip.total).toLocaleString('en')} requests from ${isoDayOf(drip.from)} to ${isoDayOf(drip.until)}`;
  return makeFinding(context, 'query_burst', subject, `drip:${asset.id}`, places, {
    title: `${nameOf(subject)} took a little from ${asset.name} every day, and much in all`,
    summary: `${told}, where others took about ${Math.round(drip.usual).toLocaleString('en')}: ${spanWords(context, places)}.`,
    severity: isControlled(asset) ? 'medium' : 'low',
    confidence: 'medium',
    assetId: asset.id,
    countries: [],
    why: [
      `${told}.`,
      `Usual for others in as many days: ${Math.round(drip.usual).toLocaleString('en')}.`,
      'No single day stands out; the sum does.',
    ],
    citations: ['Sign of extraction; no rule by itself'],
    questions: burstQuestions(nameOf(subject)),
    ground: { total: String(Math.round(drip.total)), from: isoDayOf(drip.from), until: isoDayOf(drip.until) },
  });
}
