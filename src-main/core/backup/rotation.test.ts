import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotsToDelete } from './rotation.ts';

const now = '2030-06-14T12:00:00.000Z';
const dayMs = 86_400_000;
const at = (daysAgo: number, hours = 0) => new Date(Date.parse(now) - daysAgo * dayMs - hours * 3_600_000).toISOString();
const snapshot = (id: string, when: string, sizeBytes = 1) => ({ id, at: when, sizeBytes });
const kept = (all: ReturnType<typeof snapshot>[], budget = Number.POSITIVE_INFINITY) => {
  const gone = new Set(snapshotsToDelete(all, now, budget).map((one) => one.id));
  return all.filter((one) => !gone.has(one.id)).map((one) => one.id);
};

describe('snapshot rotation', () => {
  it('[E8] keeps the newest three of today', () => {
    const all = [1, 2, 3, 4, 5].map((hours) => snapshot(`h${hours}`, at(0, hours)));
    expect(kept(all)).toEqual(['h1', 'h2', 'h3']);
  });

  it('[E8] keeps the newest of each of the last 14 days', () => {
    const all = Array.from({ length: 14 }, (_, day) => [
      snapshot(`d${day + 1}`, at(day + 1)),
      snapshot(`older${day + 1}`, at(day + 1, 5)),
    ]).flat();
    expect(kept(all)).toEqual(Array.from({ length: 14 }, (_, day) => `d${day + 1}`));
  });

  it('[E8] keeps one a week for twelve weeks and nothing beyond', () => {
    const daily = Array.from({ length: 200 }, (_, day) => snapshot(`d${day}`, at(day)));
    const names = kept(daily);
    expect(names.filter((name) => Number(name.slice(1)) > 14).length).toBeGreaterThanOrEqual(9);
    expect(names.every((name) => Number(name.slice(1)) <= 7 * 12)).toBe(true);
  });

  it('[E8] run daily for a year still holds twelve weeks back: a kept week is not lost as time passes', () => {
    let held: ReturnType<typeof snapshot>[] = [];
    for (let day = 365; day >= 0; day -= 1) {
      const today = at(day);
      held.push(snapshot(`d${day}`, today));
      const gone = new Set(snapshotsToDelete(held, today, Number.POSITIVE_INFINITY).map((one) => one.id));
      held = held.filter((one) => !gone.has(one.id));
    }
    const ages = held.map((one) => Number(one.id.slice(1))).sort((a, b) => a - b);
    expect(ages.slice(0, 15)).toEqual(Array.from({ length: 15 }, (_, day) => day));
    expect(ages.at(-1)).toBeGreaterThanOrEqual(70);
    expect(held.length).toBeLessThanOrEqual(3 + 14 + 12);
  });

  it('[E8] never exceeds its share of the disk, gives up the oldest first, and always keeps the newest', () => {
    const all = [0, 1, 2, 3].map((day) => snapshot(`d${day}`, at(day, 1), 40));
    expect(kept(all, 100)).toEqual(['d0', 'd1']);
    expect(kept(all, 10)).toEqual(['d0']);
    fc.assert(
      fc.property(
        fc.array(fc.record({ hoursAgo: fc.nat({ max: 3000 }), sizeBytes: fc.nat({ max: 50 }) }), { maxLength: 40 }),
        fc.nat({ max: 200 }),
        (made, budget) => {
          const snapshots = made.map((one, place) => snapshot(`s${place}`, at(0, one.hoursAgo), one.sizeBytes));
          const left = snapshots.filter((one) => kept(snapshots, budget).includes(one.id));
          const sum = left.reduce((total, one) => total + one.sizeBytes, 0);
          expect(sum <= budget || left.length === 1).toBe(true);
          if (snapshots.length > 0) expect(left.some((one) => snapshots.every((other) => other.at <= one.at))).toBe(true);
        },
      ),
    );
  });
});
