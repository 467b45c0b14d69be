/** What rotation needs to know of a snapshot. `at` is a UTC instant. */
export interface Rotated {
  readonly id: string;
  readonly at: string;
  readonly sizeBytes: number;
}

const keptToday = 3;
const keptDays = 14;
const keptWeeks = 12;
const dayMs = 86_400_000;

/**
 * Chooses the snapshots to delete: of today keep the newest three, of each of the last 14 days the newest, of each of the
 * last 12 weeks the newest. Then, oldest first, those that do not fit into `budgetBytes`. The newest is always kept.
 */
export function snapshotsToDelete<T extends Rotated>(snapshots: readonly T[], now: string, budgetBytes: number): readonly T[] {
  const newestFirst = [...snapshots].sort((a, b) => (a.at < b.at ? 1 : -1));
  const today = dayNumber(now);
  const kept = new Set<T>(newestFirst.slice(0, 1));
  const days = new Set<number>();
  const weeks = new Set<number>();
  for (const snapshot of newestFirst) {
    const age = today - dayNumber(snapshot.at);
    const week = weekNumber(now) - weekNumber(snapshot.at);
    if (age <= 0 && kept.size < keptToday) kept.add(snapshot);
    if (age > 0 && age <= keptDays && !days.has(age)) kept.add(snapshot);
    if (age > 0 && week < keptWeeks && !weeks.has(week)) kept.add(snapshot);
    days.add(age);
    if (age > 0) weeks.add(week);
  }
  let room = budgetBytes;
  for (const snapshot of newestFirst) {
    if (!kept.has(snapshot)) continue;
    room -= snapshot.sizeBytes;
    if (room < 0 && snapshot !== newestFirst[0]) kept.delete(snapshot);
  }
  return newestFirst.filter((snapshot) => !kept.has(snapshot));
}

/** Calendar weeks from Monday. Counted back from today instead, the weeks would move daily and drop what they kept. */
function weekNumber(at: string): number {
  return Math.floor((dayNumber(at) + 3) / 7);
}

function dayNumber(at: string): number {
  return Math.floor(Date.parse(at) / dayMs);
}
