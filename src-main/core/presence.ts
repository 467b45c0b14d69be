import type { Clock } from './ports.ts';

const snapshotEveryMs = 15 * 60_000;

export interface PresenceHost {
  readonly clock: Clock;
  isOpen(): boolean;
  autolockMinutes(): number;
  /** Commands committed since the last snapshot. */
  unsavedChanges(): number;
  lock(minutes: number): void;
  snapshot(because: 'open' | 'schedule'): void;
}

/** Knows when somebody was last here: locks after the set time, and takes the scheduled snapshots. */
export interface Presence {
  activity(): void;
  /** A workspace was just opened. */
  opened(): void;
  tick(): void;
}

export function createPresence(host: PresenceHost): Presence {
  let lastSeen = seenNow(host.clock);
  let lastSnapshotMs = host.clock.monotonicMs();
  let justOpened = false;
  return {
    activity() {
      // Somebody who comes back after the time was up meets the lock, not the open workspace.
      if (isIdle(host, lastSeen)) host.lock(host.autolockMinutes());
      lastSeen = seenNow(host.clock);
    },
    opened() {
      lastSeen = seenNow(host.clock);
      lastSnapshotMs = host.clock.monotonicMs();
      justOpened = true;
    },
    tick() {
      if (!host.isOpen()) return;
      if (isIdle(host, lastSeen)) {
        host.lock(host.autolockMinutes());
        return;
      }
      if (justOpened) {
        justOpened = false;
        host.snapshot('open');
        return;
      }
      if (host.clock.monotonicMs() - lastSnapshotMs < snapshotEveryMs) return;
      lastSnapshotMs = host.clock.monotonicMs();
      if (host.unsavedChanges() > 0) host.snapshot('schedule');
    },
  };
}

interface Seen {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

function seenNow(clock: Clock): Seen {
  return { monotonicMs: clock.monotonicMs(), wallMs: Date.parse(clock.now()) };
}

/** By either clock: the one that only rises may stand still while the computer sleeps. */
function isIdle(host: PresenceHost, lastSeen: Seen): boolean {
  if (!host.isOpen()) return false;
  const now = seenNow(host.clock);
  const limit = host.autolockMinutes() * 60_000;
  return now.monotonicMs - lastSeen.monotonicMs >= limit || now.wallMs - lastSeen.wallMs >= limit;
}
