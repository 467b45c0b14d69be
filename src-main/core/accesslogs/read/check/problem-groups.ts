import type { LogField, LogProblem, LogProblemGroup, LogReading, LogSeverity } from '../../../../../src-shared/formats/access-log.ts';

const warnings: ReadonlySet<LogProblem> = new Set([
  'twiceInClockChange',
  'againstDateOrder',
  'badAddress',
  'unknownCountry',
  'damagedId',
  'timeWithheld',
  'repeatedRow',
]);
const skipped: ReadonlySet<LogProblem> = new Set(['blankRow', 'repeatedHeader', 'footer', 'notAnEvent']);

/** How bad a problem is: the row is refused, taken with a doubt, or no event in the first place. */
export const severityOf = (kind: LogProblem): LogSeverity => (warnings.has(kind) ? 'warning' : skipped.has(kind) ? 'skipped' : 'rejected');

export interface ProblemGroups {
  add(kind: LogProblem, field: LogField | null, row: number, value: string): void;
  count(kind: LogProblem): number;
  list(): LogProblemGroup[];
}

/** Gathers problems by kind and field, with the first few places of each. */
export function createProblemGroups(reading: LogReading): ProblemGroups {
  const groups = new Map<string, { group: Omit<LogProblemGroup, 'count' | 'firsts'>; count: number; firsts: LogProblemGroup['firsts'] }>();
  const columnOf = (field: LogField | null) => (field === null ? null : columnNamed(reading, field));
  return {
    add(kind, field, row, value) {
      const key = `${kind} ${field ?? ''}`;
      let entry = groups.get(key);
      if (entry === undefined) {
        entry = { group: { kind, severity: severityOf(kind), field }, count: 0, firsts: [] };
        groups.set(key, entry);
      }
      entry.count += 1;
      if (entry.firsts.length < 5) entry.firsts.push({ row, column: columnOf(field), value: value.slice(0, 200) });
    },
    count: (kind) => [...groups.values()].filter((entry) => entry.group.kind === kind).reduce((sum, entry) => sum + entry.count, 0),
    list() {
      const order: readonly LogSeverity[] = ['rejected', 'warning', 'skipped'];
      return [...groups.values()]
        .map((entry) => ({ ...entry.group, count: entry.count, firsts: entry.firsts }))
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count);
    },
  };
}

/** Title or path of the first source of a field. */
export function columnNamed(reading: LogReading, field: LogField): string | null {
  return reading.mapping[field]?.from[0]?.path ?? null;
}
