import { hash } from 'node:crypto';
import type { LogEvent } from './read-event.ts';

export interface DedupeKeys {
  /** Writes the key of an event to `into`, four words from `at` on. Answers how often the same came before in this reading. */
  key(event: LogEvent, into: Uint32Array, at: number): number;
}

const digest = (text: string) => hash('sha256', text, 'buffer');

/** Keys that are equal for the same event of the same system and differ within one file. `system` keeps ids of different products apart. */
export function createDedupeKeys(system: string): DedupeKeys {
  const seen = createCounter();
  return {
    key(event, into, at) {
      const text = `${system}\n${event.eventId}\n${event.ts}\n${event.account}\n${event.address}\n${event.resource}\n${event.action}\n${event.outcome}`;
      let found = digest(text);
      const before = seen.count(found.readUInt32LE(0), found.readUInt32LE(4));
      if (before > 0) found = digest(`${text}\n\n${before}`);
      for (let word = 0; word < 4; word += 1) into[at + word] = found.readUInt32LE(word * 4);
      return before;
    },
  };
}

interface Counter {
  /** How often this number was counted before. */
  count(low: number, high: number): number;
}

/** Counts 64-bit numbers in a hash table of plain arrays: ten bytes each, where a `Map` would take a hundred. */
function createCounter(): Counter {
  let capacity = 1 << 16;
  let lows = new Uint32Array(capacity);
  let highs = new Uint32Array(capacity);
  let counts = new Uint16Array(capacity);
  let filled = 0;
  const more = new Map<number, number>();

  const slotOf = (low: number, high: number): number => {
    let slot = (low ^ high) & (capacity - 1);
    while (counts[slot] !== 0 && (lows[slot] !== low || highs[slot] !== high)) slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const grow = () => {
    const [oldLows, oldHighs, oldCounts] = [lows, highs, counts];
    capacity *= 2;
    lows = new Uint32Array(capacity);
    highs = new Uint32Array(capacity);
    counts = new Uint16Array(capacity);
    const overflow = new Map(more);
    more.clear();
    for (let old = 0; old < oldCounts.length; old += 1) {
      const times = oldCounts[old] ?? 0;
      if (times === 0) continue;
      const slot = slotOf(oldLows[old] ?? 0, oldHighs[old] ?? 0);
      lows[slot] = oldLows[old] ?? 0;
      highs[slot] = oldHighs[old] ?? 0;
      counts[slot] = times;
      const beyond = overflow.get(old);
      if (beyond !== undefined) more.set(slot, beyond);
    }
  };

  return {
    count(low, high) {
      if (filled > capacity * 0.7) grow();
      const slot = slotOf(low, high);
      const times = counts[slot] ?? 0;
      if (times === 0) {
        lows[slot] = low;
        highs[slot] = high;
        counts[slot] = 1;
        filled += 1;
        return 0;
      }
      if (times < 0xffff) {
        counts[slot] = times + 1;
        return times;
      }
      const beyond = more.get(slot) ?? times;
      more.set(slot, beyond + 1);
      return beyond;
    },
  };
}
