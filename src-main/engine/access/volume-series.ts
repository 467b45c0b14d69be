import { dayNumber, hourMs } from './days.ts';
import type { RuleContext } from './types.ts';

/** What one person or account took from one asset, day by day; days without use are left out. */
export interface VolumeSeries {
  readonly subject: number;
  readonly asset: number;
  readonly days: number[];
  readonly requests: number[];
  readonly tokens: number[];
  /** Requests in the busiest hour of each day, and which hour since 1970 it was. */
  readonly topHour: number[];
  readonly topHourAt: number[];
}

interface Growing {
  readonly series: VolumeSeries;
  hour: number;
  inHour: number;
}

/** Sums successful use of assets by person or account, asset and day, in UTC. Sign-ins and changes of settings take nothing; registered service accounts are left out. */
export function volumeSeries(context: RuleContext): readonly VolumeSeries[] {
  const { order, input, subjectOf, subjects, done } = context;
  const { events, resources, actions } = input;
  const takes = actions.map((kind) => kind !== 'signIn' && kind !== 'administer');
  const growing: Growing[] = [];
  const slotOf = createSlots(subjects.length * input.assets.length);
  for (const place of order) {
    if (done[place] !== 1 || takes[events.action[place] ?? 0] === false) continue;
    const asset = resources[events.resource[place] ?? 0] ?? -1;
    const subject = subjectOf[events.account[place] ?? 0] ?? -1;
    if (asset < 0 || subject < 0 || subjects[subject]?.kind === 'service') continue;
    const key = subject * input.assets.length + asset;
    const slot = slotOf(key);
    let one = growing[slot];
    if (one === undefined) {
      one = { series: { subject, asset, days: [], requests: [], tokens: [], topHour: [], topHourAt: [] }, hour: Number.NaN, inHour: 0 };
      growing[slot] = one;
    }
    add(one, events.ts[place] ?? 0, events.count[place] ?? 1, events.tokens[place] ?? 0);
  }
  return growing.map(({ series }) => series);
}

/** Most pairs of subject and asset that get a place in an array; it is several times as fast as a map. */
const mostInArray = 16_000_000;

/** Numbers keys in the order they first come, from 0. */
function createSlots(keys: number): (key: number) => number {
  let used = 0;
  if (keys > mostInArray) {
    const slots = new Map<number, number>();
    return (key) => {
      const slot = slots.get(key) ?? used;
      if (slot === used) {
        slots.set(key, slot);
        used += 1;
      }
      return slot;
    };
  }
  const slots = new Uint32Array(keys);
  return (key) => {
    const slot = slots[key] ?? 0;
    if (slot > 0) return slot - 1;
    used += 1;
    slots[key] = used;
    return used - 1;
  };
}

function add(one: Growing, ts: number, count: number, tokens: number): void {
  const { days, requests, tokens: tokenSums, topHour, topHourAt } = one.series;
  const day = dayNumber(ts);
  let last = days.length - 1;
  if (days[last] !== day) {
    last = days.push(day) - 1;
    requests.push(0);
    tokenSums.push(0);
    topHour.push(0);
    topHourAt.push(0);
  }
  requests[last] = (requests[last] ?? 0) + count;
  tokenSums[last] = (tokenSums[last] ?? 0) + tokens;
  const hour = Math.floor(ts / hourMs);
  one.inHour = one.hour === hour ? one.inHour + count : count;
  one.hour = hour;
  if (one.inHour > (topHour[last] ?? 0)) {
    topHour[last] = one.inHour;
    topHourAt[last] = hour;
  }
}

/** The stretch of days in which a series took most, with its sum; days that are left out do not count. */
export function fullestStretch(
  series: VolumeSeries,
  length: number,
  isLeftOut: (day: number) => boolean,
): { from: number; until: number; total: number; activeDays: number } {
  const { days, requests } = series;
  let best = { from: 0, until: -1, total: 0, activeDays: 0 };
  let start = 0;
  let total = 0;
  let activeDays = 0;
  const weigh = (place: number, sign: 1 | -1) => {
    if (isLeftOut(days[place] ?? 0)) return;
    total += sign * (requests[place] ?? 0);
    activeDays += sign;
  };
  for (let place = 0; place < days.length; place += 1) {
    weigh(place, 1);
    while ((days[place] ?? 0) - (days[start] ?? 0) >= length) {
      weigh(start, -1);
      start += 1;
    }
    if (total > best.total) best = { from: days[start] ?? 0, until: days[place] ?? 0, total, activeDays };
  }
  return best;
}
