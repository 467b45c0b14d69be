import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { DutyRole } from '../../../src-shared/model/duty-role.ts';
import type { TrainingAudience, TrainingEvery, TrainingState } from '../../../src-shared/model/training.ts';
import { dueAgain } from '../plan/index.ts';

/** What of a course decides who is due when. */
export interface TrainedCourse {
  readonly audience: TrainingAudience;
  readonly every: TrainingEvery;
  readonly everyDays: number | null;
  readonly withinDays: number;
  readonly since: IsoDate;
}

/** What of a person decides which courses are asked of them. */
export interface TrainedOne {
  readonly team: string;
  readonly role: string;
  readonly site: string;
  readonly duties: readonly DutyRole[];
  /** Stands at a controlled item. */
  readonly controlled: boolean;
  /** Day they joined, or came onto the register. */
  readonly joinedOn: IsoDate;
}

/** Days before something is due again in which it is called due soon. */
const soonDays = 14;

/** A course is asked of whoever one of its lists names. */
export function isAsked({ everyone, teams, roles, sites, duties, controlled }: TrainingAudience, one: TrainedOne): boolean {
  return (
    everyone ||
    teams.includes(one.team) ||
    roles.includes(one.role) ||
    sites.includes(one.site) ||
    duties.some((duty) => one.duties.includes(duty)) ||
    (controlled && one.controlled)
  );
}

export interface TrainingStanding {
  readonly state: TrainingState;
  /** Null: never due again. */
  readonly dueOn: IsoDate | null;
  /** Never taken, by somebody who came after the course did and whose days are not over: nothing can be held against anybody yet. */
  readonly newcomer: boolean;
}

export interface TrainingClock {
  /** Where somebody stands with a course that is asked of them, taken last on a day. */
  standing(course: TrainedCourse, joinedOn: IsoDate, lastOn: IsoDate | null): TrainingStanding;
}

/** Works out due days on one day. The same sum is not made twice, since many people took a course on few days: they share what came of it. */
export function createTrainingClock(today: IsoDate): TrainingClock {
  const soon = dayAfter(today, soonDays);
  const made = new WeakMap<TrainedCourse, Map<string, TrainingStanding>>();
  const first = ({ withinDays, since }: TrainedCourse, joinedOn: IsoDate): TrainingStanding => {
    const dueOn = dayAfter(joinedOn > since ? joinedOn : since, withinDays);
    const late = dueOn < today;
    return { state: late ? 'overdue' : 'toDo', dueOn, newcomer: !late && joinedOn > since };
  };
  const again = ({ every, everyDays }: TrainedCourse, lastOn: IsoDate): TrainingStanding => {
    if (every === 'once') return { state: 'done', dueOn: null, newcomer: false };
    const dueOn = every === 'own' ? dayAfter(lastOn, everyDays ?? 0) : dueAgain(lastOn, every);
    return { state: dueOn < today ? 'overdue' : dueOn <= soon ? 'soon' : 'done', dueOn, newcomer: false };
  };
  return {
    standing(course, joinedOn, lastOn) {
      const known = made.get(course) ?? new Map<string, TrainingStanding>();
      made.set(course, known);
      const key = lastOn ?? `joined ${joinedOn}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const standing = lastOn === null ? first(course, joinedOn) : again(course, lastOn);
      known.set(key, standing);
      return standing;
    },
  };
}

const ranks: Readonly<Record<TrainingState, number>> = { done: 0, soon: 1, toDo: 2, overdue: 3 };

/** The worse of two states. */
export const worstOf = (a: TrainingState, b: TrainingState): TrainingState => (ranks[a] >= ranks[b] ? a : b);
