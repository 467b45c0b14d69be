import type { TrainingCounts, TrainingCourse } from '../../../src-shared/contract/training.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { DutyRole } from '../../../src-shared/model/duty-role.ts';
import type { TrainingResult, TrainingState } from '../../../src-shared/model/training.ts';
import { createTrainingClock, isAsked, type TrainedOne, type TrainingStanding, worstOf } from '../../engine/training/index.ts';
import { peopleAtControlledAssets } from '../access/index.ts';
import { type OpenWorkspace, prepared, type RestsOn, untilChanged, untilChangedInSlices } from '../db/index.ts';
import { peopleForTraining } from '../people/index.ts';
import { dutiesOf } from '../programme/index.ts';
import { allCourses, countedResults } from './store.ts';

/** Where one person stands with one course that is asked of them. */
export interface Asked {
  readonly course: TrainingCourse;
  readonly lastOn: IsoDate | null;
  readonly standing: TrainingStanding;
}

/** Somebody who is here, with what is asked of them. */
export interface Trainee extends TrainedOne {
  readonly id: string;
  readonly name: string;
  readonly asked: Asked[];
}

/** Who is trained in what, on one day. */
export interface TrainingPicture {
  readonly courses: readonly TrainingCourse[];
  /** Everybody who is here, by name. */
  readonly people: readonly Trainee[];
  readonly byId: ReadonlyMap<string, Trainee>;
}

type Mutable = { -readonly [K in keyof TrainingPicture]: TrainingPicture[K] };

/** Draws the picture a course at a time: what it is made of is read in steps that are each short. */
function* draw(workspace: OpenWorkspace, today: IsoDate): Generator<undefined, TrainingPicture> {
  const picture: Mutable = { courses: allCourses(workspace), people: traineesOf(workspace, today), byId: new Map() };
  picture.byId = new Map(picture.people.map((one) => [one.id, one]));
  yield;
  const clock = createTrainingClock(today);
  for (const course of picture.courses) {
    if (course.retired) continue;
    const taken = lastTaken(workspace, course);
    for (const one of picture.people) {
      if (!isAsked(course.audience, one)) continue;
      const lastOn = taken.get(one.id) ?? null;
      one.asked.push({ course, lastOn, standing: clock.standing(course, one.joinedOn, lastOn) });
    }
    yield;
  }
  return picture;
}

const NAME = 'training';
/** What it is drawn from. Most of what is written in a workspace is none of it, and the picture of many people is dear. */
export const trainingTables: RestsOn = [
  'access_positions',
  'people',
  'programme_duties',
  'training_attendance',
  'training_courses',
  'training_sessions',
];

/** The picture of the day, kept until something it rests on is written. */
export const trainingPicture = (workspace: OpenWorkspace, today: IsoDate): TrainingPicture =>
  untilChanged(
    workspace,
    NAME,
    today,
    () => {
      const drawn = draw(workspace, today);
      for (let step = drawn.next(); ; step = drawn.next()) if (step.done === true) return step.value;
    },
    trainingTables,
  );

/** The same, drawn in slices: `trainingPicture` then has it at hand. */
export const trainingPictureInSlices = (
  session: () => OpenWorkspace,
  today: IsoDate,
  pause: () => Promise<void>,
): Promise<TrainingPicture> =>
  untilChangedInSlices(
    session,
    NAME,
    today,
    pause,
    async (turn) => {
      const drawn = draw(session(), today);
      for (let step = drawn.next(); ; step = drawn.next()) {
        if (step.done === true) return step.value;
        await turn();
        // A lock meanwhile ends it here.
        session();
      }
    },
    trainingTables,
  );

function traineesOf(workspace: OpenWorkspace, today: IsoDate): Trainee[] {
  const controlled = new Set(peopleAtControlledAssets(workspace));
  const people = peopleForTraining(workspace, today);
  const duties = dutiesByPerson(workspace, people);
  return people.map((one) => ({ ...one, controlled: controlled.has(one.id), duties: duties.get(one.id) ?? [], asked: [] }));
}

/** Duties of people who hold one: by the register where the duty names it, else by the same name where only one bears it. */
function dutiesByPerson(
  workspace: OpenWorkspace,
  people: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, DutyRole[]> {
  const byName = new Map<string, string | null>();
  for (const { id, name } of people) byName.set(name, byName.has(name) ? null : id);
  const found = new Map<string, DutyRole[]>();
  for (const { role, person, personId } of dutiesOf(workspace)) {
    const id = personId ?? byName.get(person) ?? null;
    if (id !== null) found.set(id, [...(found.get(id) ?? []), role]);
  }
  return found;
}

const takenTables: RestsOn = ['training_attendance', 'training_sessions'];

/** The last day each person took a course so that it counts, by their id. Who comes and goes changes nothing of it. */
const lastTaken = (workspace: OpenWorkspace, { id, mustPass }: TrainingCourse): ReadonlyMap<string, IsoDate> =>
  untilChanged(workspace, `taken ${id}`, String(mustPass), () => readTaken(workspace, id, countedResults(mustPass)), takenTables);

function readTaken({ db }: OpenWorkspace, courseId: string, results: readonly TrainingResult[]): ReadonlyMap<string, IsoDate> {
  const sessions = prepared<[string], { id: string; heldOn: IsoDate }>(
    db,
    'SELECT id, held_on AS heldOn FROM training_sessions WHERE course_id = ? ORDER BY held_on',
  ).all(courseId);
  const took = prepared<[string, string], string>(
    db,
    'SELECT person_id FROM training_attendance WHERE session_id = ? AND result = ?',
  ).pluck();
  const last = new Map<string, IsoDate>();
  for (const { id, heldOn } of sessions) for (const result of results) for (const person of took.all(id, result)) last.set(person, heldOn);
  return last;
}

/** The worst of what is asked of somebody; null where nothing is. */
export const stateOf = (asked: readonly Asked[]): TrainingState | null =>
  asked.reduce<TrainingState | null>((worst, { standing: { state } }) => (worst === null ? state : worstOf(worst, state)), null);

/** How many of some people stand where. Of people of whom nothing is asked nobody is counted. */
export function countsOf(people: Iterable<{ readonly asked: readonly Asked[] }>): TrainingCounts {
  const counts = { people: 0, inDate: 0, toDo: 0, overdue: 0 };
  for (const { asked } of people) {
    const state = stateOf(asked);
    if (state === null) continue;
    counts.people += 1;
    counts[state === 'done' || state === 'soon' ? 'inDate' : state] += 1;
  }
  return counts;
}

/**
 * For the measure: people with everything in date, of those of whom something is asked. Who is new, and whose days are not over, does not count yet,
 * so that what was reached is not lost with each person who joins.
 */
export function trainedCount({ people }: TrainingPicture): { readonly done: number; readonly of: number } {
  const old = people.map(({ asked }) => ({ asked: asked.filter(({ standing }) => !standing.newcomer) }));
  const counts = countsOf(old);
  return { done: counts.inDate, of: counts.people };
}
