import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { DaySpan } from '../../../src-shared/model/plan.ts';
import { inOrderOfDependence } from './dependencies.ts';
import type { WorkingDays } from './working-days.ts';

/** A task of a template: the day it starts on, from 1, and its length, both in days of a five-day week. */
export interface TemplatePlace {
  readonly id: string;
  readonly startDay: number;
  readonly days: number;
  readonly milestone: boolean;
  readonly dependsOn: readonly string[];
}

/**
 * Lays a template out from a Monday on. A task keeps its weeks in any calendar: free days shorten it rather than push the
 * plan on, to one working day at least. It still begins after all it depends on, keeping the length it then has.
 *
 * Errors: the ids of a ring of tasks that wait for each other.
 */
export function layOut(
  places: readonly TemplatePlace[],
  startsOn: IsoDate,
  days: WorkingDays,
): { readonly ok: true; readonly value: ReadonlyMap<string, DaySpan> } | { readonly ok: false; readonly error: readonly string[] } {
  const ordered = inOrderOfDependence(places);
  if (!ordered.ok) return ordered;
  const spans = new Map<string, DaySpan>();
  for (const place of ordered.value) {
    const from = place.startDay - 1;
    const wanted = days.onOrAfter(onFiveDayWeek(startsOn, from));
    const wantedEnd = days.onOrBefore(onFiveDayWeek(startsOn, from + Math.max(1, place.days) - 1));
    const length = place.milestone ? 1 : Math.max(1, days.count({ start: wanted, end: wantedEnd }));
    const start = place.dependsOn.reduce<IsoDate>((at, id) => {
      const before = spans.get(id);
      return before === undefined || before.end < at ? at : days.plus(before.end, 1);
    }, wanted);
    spans.set(place.id, { start, end: days.plus(start, length - 1) });
  }
  return { ok: true, value: spans };
}

const onFiveDayWeek = (startsOn: IsoDate, day: number): IsoDate => dayAfter(startsOn, Math.floor(day / 5) * 7 + (day % 5));
