import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';

/** Something in the rules that changed on a day. */
export interface DatedChange {
  readonly on: IsoDate;
}

export interface DueInput<C extends DatedChange> {
  /** Day of the last one; null where there was none. */
  readonly lastOn: IsoDate | null;
  readonly everyDays: number;
  /** Changes of the rules, in any order. */
  readonly changes: readonly C[];
  /** False: only the calendar counts. */
  readonly onChange: boolean;
  readonly today: IsoDate;
}

/** When the next one is due, and why. */
export interface DueClock<C extends DatedChange> {
  readonly dueOn: IsoDate;
  readonly because: 'never' | 'calendar' | 'ruleChange';
  /** Due today or before. */
  readonly due: boolean;
  /** Changes since the last one, up to today, oldest first: what makes it due, or would have. */
  readonly since: readonly C[];
  /** Known changes after today and before it is due by the calendar, oldest first. */
  readonly ahead: readonly C[];
}

/**
 * When a recurring review falls due: so many days after the last, or on the day of the first rule change after it, whichever comes first.
 *
 * A change on the very day of the last review counts as seen. What was never done is due today.
 */
export function dueClock<C extends DatedChange>({ lastOn, everyDays, changes, onChange, today }: DueInput<C>): DueClock<C> {
  if (lastOn === null) return { dueOn: today, because: 'never', due: true, since: [], ahead: [] };
  const calendar = dayAfter(lastOn, everyDays);
  const later = changes.filter(({ on }) => on > lastOn).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const since = later.filter(({ on }) => on <= today);
  const ahead = later.filter(({ on }) => on > today && on < calendar);
  const first = onChange ? since[0] : undefined;
  const byChange = first !== undefined && first.on < calendar;
  const dueOn = byChange ? first.on : calendar;
  return { dueOn, because: byChange ? 'ruleChange' : 'calendar', due: dueOn <= today, since, ahead };
}
