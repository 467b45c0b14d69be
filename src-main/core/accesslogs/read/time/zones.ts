import { fixedOffset } from './written.ts';

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;

/** From what a clock in a place showed to the moment it was. */
export interface Zone {
  /**
   * `localMs` is the clock's reading as if it were UTC. `ms` is NaN for a reading the clock skipped when it was put forward; a reading it showed twice
   * gives the earlier moment and `twice`.
   */
  toUtc(localMs: number): number;
  readonly twice: boolean;
}

/** The zone of that name: IANA, `UTC`, or an offset such as `+02:00`; `null` when there is none. */
export function createZone(name: string): Zone | null {
  if (/^(?:utc|gmt|z)$/i.test(name)) return { toUtc: (ms) => ms, twice: false };
  const fixed = fixedOffset(name);
  if (fixed !== null) return { toUtc: (ms) => ms - fixed, twice: false };
  const offsetAt = offsetFinder(name);
  return offsetAt === null ? null : createPlace(offsetAt);
}

function createPlace(offsetAt: (utcMs: number) => number): Zone {
  /** Offset of days without a change near them; NaN where the clock changes. */
  const steady = new Map<number, number>();
  let twice = false;
  return {
    toUtc(localMs) {
      twice = false;
      const day = Math.floor(localMs / dayMs);
      let offset = steady.get(day);
      if (offset === undefined) {
        const before = offsetAt((day - 1) * dayMs);
        offset = before === offsetAt((day + 2) * dayMs) ? before : Number.NaN;
        steady.set(day, offset);
      }
      if (!Number.isNaN(offset)) return localMs - offset;
      const earlier = localMs - offsetAt(localMs - dayMs);
      const later = localMs - offsetAt(localMs + dayMs);
      const earlierHolds = localMs - earlier === offsetAt(earlier);
      const laterHolds = localMs - later === offsetAt(later);
      if (earlierHolds && laterHolds) twice = earlier !== later;
      if (earlierHolds || laterHolds) return earlierHolds && laterHolds ? Math.min(earlier, later) : earlierHolds ? earlier : later;
      return Number.NaN;
    },
    get twice() {
      return twice;
    },
  };
}

/** Offset of a place by moment, from the system's zone tables; changes fall on quarters of an hour, so each is looked up once. */
function offsetFinder(name: string): ((utcMs: number) => number) | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return null;
  }
  const known = new Map<number, number>();
  return (utcMs) => {
    const quarter = Math.floor(utcMs / quarterMs);
    let found = known.get(quarter);
    if (found === undefined) {
      const parts = new Map(format.formatToParts(quarter * quarterMs).map((part) => [part.type, Number(part.value)]));
      const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
      found = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - quarter * quarterMs;
      known.set(quarter, found);
    }
    return found;
  };
}
