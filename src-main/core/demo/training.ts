import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { figureMethods } from '../../../src-shared/contract/figures.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { TrainingCourse, type trainingMethods } from '../../../src-shared/contract/training.ts';
import { dayAfter } from '../../../src-shared/model/dates.ts';
import { FigureActivity, FigureEventKind } from '../../../src-shared/model/figures.ts';
import { TrainingResult } from '../../../src-shared/model/training.ts';
import type { FeatureDeps } from '../feature.ts';
import { peopleCalled } from '../people/index.ts';
import { held } from './steps.ts';

/** Commands that put the demo's training and figures on record; they are the product's own. */
export interface DemoTrainingCommands {
  readonly training: Pick<
    HandlersFor<typeof trainingMethods>,
    'training.saveCourse' | 'training.saveSession' | 'training.recordAttendance' | 'training.saveOwner'
  >;
  readonly figures: Pick<HandlersFor<typeof figureMethods>, 'figures.saveCost' | 'figures.saveEvent'>;
}

const Days = z.int().nonnegative();
const Names = z.array(z.string());
const { title, content, audience, every, everyDays, withinDays, mustPass, owner } = TrainingCourse.shape;

const TrainingFile = z.strictObject({
  format: z.literal('gatehouse-demo-training/1'),
  courses: z.array(
    z.strictObject({ key: z.string(), title, content, audience, every, everyDays, withinDays, mustPass, owner, sinceDaysAgo: Days }),
  ),
  sessions: z.array(
    z.strictObject({
      ...{ course: z.string(), daysAgo: Days, by: z.string(), place: z.string(), note: z.string() },
      ...{ attended: Names, passed: Names, failed: Names, absent: Names },
    }),
  ),
  owners: z.array(z.tuple([z.enum(['team', 'role', 'site']), z.string(), z.string()])),
  costs: z.array(
    z.strictObject({
      ...{ yearsAgo: Days, activity: FigureActivity, what: z.string() },
      ...{ hours: z.number().nullable(), amount: z.number().nullable(), currency: z.string(), source: z.string() },
    }),
  ),
  events: z.array(
    z.strictObject({
      ...{ kind: FigureEventKind, daysAgo: Days, fromDaysAgo: Days.nullable(), title: z.string(), because: z.string() },
      ...{ amount: z.number().nullable(), currency: z.string(), source: z.string() },
    }),
  ),
});

/** Courses, what was held of them and who took part, who answers for departments, and what complying took. */
export async function playTraining(deps: FeatureDeps, { training, figures }: DemoTrainingCommands, today: string): Promise<void> {
  const path = join(deps.ports.paths.resources, 'samples', 'demo', 'training.json');
  const file = TrainingFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const before = (days: number) => dayAfter(today, -days);
  const courses = new Map<string, string>();
  for (const { key, sinceDaysAgo, ...course } of file.courses) {
    const saved = await held(
      training['training.saveCourse']({ id: null, revision: 0, ...course, since: before(sinceDaysAgo), retired: false }),
    );
    courses.set(key, saved.id);
  }
  for (const { course, daysAgo, by, place, note, ...people } of file.sessions) {
    const courseId = courses.get(course);
    if (courseId === undefined) throw new Error(`The demo has no course ${course}`);
    const { id: sessionId } = await held(
      training['training.saveSession']({ id: null, revision: 0, courseId, heldOn: before(daysAgo), by, place, note }),
    );
    for (const result of TrainingResult.options) {
      const ids = people[result].flatMap((name) => peopleCalled(deps.session(), name));
      if (ids.length < people[result].length) throw new Error(`The demo names somebody at ${course} who is not on its roster`);
      if (ids.length > 0) await held(training['training.recordAttendance']({ sessionId, who: { kind: 'people', ids }, result, note: '' }));
    }
  }
  for (const [by, name, person] of file.owners) await held(training['training.saveOwner']({ by, name, owner: person, revision: 0 }));
  const year = Number(today.slice(0, 4));
  for (const { yearsAgo, ...cost } of file.costs)
    await held(figures['figures.saveCost']({ id: null, revision: 0, year: year - yearsAgo, ...cost }));
  for (const { daysAgo, fromDaysAgo, ...event } of file.events)
    await held(
      figures['figures.saveEvent']({
        ...{ id: null, revision: 0, ...event },
        ...{ on: before(daysAgo), from: fromDaysAgo === null ? null : before(fromDaysAgo) },
      }),
    );
}
