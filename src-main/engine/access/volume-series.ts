import { dayNumber, hourMs } from './days.ts';
import type { RuleContext } from './types.ts';

/** What one person or account took from one asset, day by day; days without use are left out. Each list is made anew when it is asked for. */
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

/** Days of all series, end to end: hundreds of thousands of short lists would take many times the room. */
interface Cells {
  readonly days: Int32Array;
  readonly requests: Float64Array;
  readonly tokens: Float64Array;
  readonly topHour: Float64Array;
  readonly topHourAt: Int32Array;
}

class Series implements VolumeSeries {
  readonly #cells: Cells;
  readonly subject: number;
  readonly asset: number;
  readonly #from: number;
  readonly #until: number;
  constructor(cells: Cells, subject: number, asset: number, from: number, until: number) {
    this.#cells = cells;
    this.subject = subject;
    this.asset = asset;
    this.#from = from;
    this.#until = until;
  }
  get days(): number[] {
    return this.#list(this.#cells.days);
  }
  get requests(): number[] {
    return this.#list(this.#cells.requests);
  }
  get tokens(): number[] {
    return this.#list(this.#cells.tokens);
  }
  get topHour(): number[] {
    return this.#list(this.#cells.topHour);
  }
  get topHourAt(): number[] {
    return this.#list(this.#cells.topHourAt);
  }
  #list(values: Int32Array | Float64Array): number[] {
    const list: number[] = [];
    for (let at = this.#from; at < this.#until; at += 1) list.push(values[at] ?? 0);
    return list;
  }
}

const nobody = 0xffff_ffff;

/** Sums successful use of assets by person or account, asset and day, in UTC. Sign-ins and changes of settings take nothing; registered service accounts are left out. */
export function volumeSeries(context: RuleContext): readonly VolumeSeries[] {
  const { order, input, subjectOf, subjects, done } = context;
  const { events, resources, actions, assets } = input;
  const takes = actions.map((kind) => kind !== 'signIn' && kind !== 'administer');
  const numberOf = createSlots(subjects.length * assets.length);
  // Which series each event belongs to, and how many days each series has.
  const slots = new Uint32Array(order.length).fill(nobody);
  const keys: number[] = [];
  const counts: number[] = [];
  const lastDays: number[] = [];
  for (const [at, place] of order.entries()) {
    if (done[place] !== 1 || takes[events.action[place] ?? 0] === false) continue;
    const asset = resources[events.resource[place] ?? 0] ?? -1;
    const subject = subjectOf[events.account[place] ?? 0] ?? -1;
    if (asset < 0 || subject < 0 || subjects[subject]?.kind === 'service') continue;
    const key = subject * assets.length + asset;
    const slot = numberOf(key);
    slots[at] = slot;
    const day = dayNumber(events.ts[place] ?? 0);
    if (slot === keys.length) {
      keys.push(key);
      counts.push(0);
      lastDays.push(Number.NaN);
    }
    if (lastDays[slot] === day) continue;
    lastDays[slot] = day;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const starts = new Uint32Array(keys.length + 1);
  for (const [slot, count] of counts.entries()) starts[slot + 1] = (starts[slot] ?? 0) + count;
  const total = starts[keys.length] ?? 0;
  const cells: Cells = {
    days: new Int32Array(total),
    requests: new Float64Array(total),
    tokens: new Float64Array(total),
    topHour: new Float64Array(total),
    topHourAt: new Int32Array(total),
  };
  const sums = createSums(cells, starts);
  for (const [at, place] of order.entries()) {
    const slot = slots[at] ?? nobody;
    if (slot !== nobody) sums.add(slot, events.ts[place] ?? 0, events.count[place] ?? 1, events.tokens[place] ?? 0);
  }
  return keys.map(
    (key, slot) => new Series(cells, Math.floor(key / assets.length), key % assets.length, starts[slot] ?? 0, starts[slot + 1] ?? 0),
  );
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

/** Adds events, in order of time, to the days of their series. `starts` says where the days of each series begin. */
function createSums({ days, requests, tokens, topHour, topHourAt }: Cells, starts: Uint32Array) {
  /** The day each series is at, plus 1; 0 before its first. */
  const ats = new Uint32Array(starts.length);
  const hours = new Float64Array(starts.length).fill(Number.NaN);
  const inHours = new Float64Array(starts.length);
  return {
    add(slot: number, ts: number, count: number, taken: number): void {
      const day = dayNumber(ts);
      let next = ats[slot] ?? 0;
      if (next === 0 || days[next - 1] !== day) {
        next = next === 0 ? (starts[slot] ?? 0) + 1 : next + 1;
        ats[slot] = next;
        days[next - 1] = day;
      }
      const at = next - 1;
      requests[at] = (requests[at] ?? 0) + count;
      tokens[at] = (tokens[at] ?? 0) + taken;
      const hour = Math.floor(ts / hourMs);
      const inHour = hours[slot] === hour ? (inHours[slot] ?? 0) + count : count;
      inHours[slot] = inHour;
      hours[slot] = hour;
      if (inHour > (topHour[at] ?? 0)) {
        topHour[at] = inHour;
        topHourAt[at] = hour;
      }
    },
  };
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
