import { randomBytes } from 'node:crypto';
import { IsoInstant, isoDate } from '../../../src-shared/model/dates.ts';
import type { Clock, Ids } from '../ports.ts';

/** The computer's clock; `fixed` makes it stand still, for tests of an unpackaged app. */
export function createSystemClock(fixed?: { readonly at: string; readonly running: boolean }): Clock {
  const startedAt = Date.now();
  const wall = () => {
    if (fixed === undefined) return new Date();
    return new Date(Date.parse(fixed.at) + (fixed.running ? Date.now() - startedAt : 0));
  };
  return {
    now: () => IsoInstant.parse(wall().toISOString()),
    today() {
      const now = wall();
      const two = (value: number) => String(value).padStart(2, '0');
      return isoDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
    },
    monotonicMs: () => performance.now(),
  };
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids that sort by the time they were made: nine signs of milliseconds, sixteen of chance (80 bits). */
export function createIds(): Ids {
  // Asking the system for a few bytes at a time takes longer than all the rest.
  let chance = randomBytes(4096);
  let used = 0;
  return {
    next() {
      let time = Date.now();
      let stamp = '';
      for (let place = 0; place < 9; place += 1) {
        stamp = alphabet.charAt(time % 32) + stamp;
        time = Math.floor(time / 32);
      }
      if (used === chance.length) {
        chance = randomBytes(chance.length);
        used = 0;
      }
      for (const end = used + 16; used < end; used += 1) stamp += alphabet.charAt((chance[used] ?? 0) & 31);
      return stamp;
    },
  };
}
