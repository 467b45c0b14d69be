import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { QualityPicture } from '../../engine/quality/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { trainedCount, trainingPicture } from './picture.ts';

/** For the measure: people with all their training in date, of those of whom some is asked. */
export const trainingForMeasures = (workspace: OpenWorkspace, today: IsoDate): { readonly done: number; readonly of: number } =>
  trainedCount(trainingPicture(workspace, today));

/** For the quality checks: everybody with something overdue, with the first of it. */
export function trainingForQuality(workspace: OpenWorkspace, today: IsoDate): QualityPicture['trainingDue'] {
  return trainingPicture(workspace, today).people.flatMap(({ id, name, asked }) => {
    const overdue = asked.flatMap(({ course, standing: { state, dueOn } }) =>
      state === 'overdue' && dueOn !== null ? [{ course: course.title, since: dueOn }] : [],
    );
    const [first] = overdue.sort((a, b) => (a.since < b.since ? -1 : 1));
    return first === undefined ? [] : [{ id, name, ...first, count: overdue.length }];
  });
}

/** For the overview: how many people have something overdue, in how many courses, and since when. */
export function trainingForOverview(workspace: OpenWorkspace, today: IsoDate) {
  const due = trainingForQuality(workspace, today);
  const since = due.reduce<IsoDate | null>((first, { since: day }) => (first === null || day < first ? (day as IsoDate) : first), null);
  return { people: due.length, since, courses: new Set(due.map(({ course }) => course)).size, first: due[0]?.course ?? '' };
}
