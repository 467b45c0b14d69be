import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { CourseLine, TrainingCourse, trainingMethods } from '../../../src-shared/contract/training.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { countsOf, type TrainingPicture, trainingPictureInSlices } from './picture.ts';
import { findCourse, ownersBy, putCourse } from './store.ts';

type Handlers = Pick<
  HandlersFor<typeof trainingMethods>,
  'training.overview' | 'training.course' | 'training.saveCourse' | 'training.removeCourse'
>;

/** Answers what courses there are, how far each is taken, and changes to them. */
export function createCourseHandlers(deps: FeatureDeps): Handlers {
  const today = () => deps.ports.clock.today();
  const subject = (id: string) => ({ entity: 'training_courses', id });
  return {
    'training.overview': async () => {
      const picture = await trainingPictureInSlices(deps.session, today(), createSlicer().pause);
      const workspace = deps.session();
      const lines = linesOf(workspace, picture, picture.courses);
      return ok({
        on: today(),
        counts: countsOf(picture.people),
        courses: lines,
        sessions: lines.reduce((sum, { sessions }) => sum + sessions, 0),
        withoutOwner: teamsWithoutOwner(workspace, picture),
      });
    },

    'training.course': async ({ id }) => {
      const picture = await trainingPictureInSlices(deps.session, today(), createSlicer().pause);
      const course = findCourse(deps.session(), id);
      const [line] = course === undefined ? [] : linesOf(deps.session(), picture, [course]);
      return line === undefined ? gone(id) : ok(line);
    },

    'training.saveCourse': ({ id, revision, ...fields }): Reply<TrainingCourse> => {
      const workspace = deps.session();
      if ((fields.every === 'own') !== (fields.everyDays !== null))
        return err({ code: 'request.invalid', issues: ['everyDays: given for a rhythm of one’s own, and for no other'] });
      if (id !== null) {
        const found = atRevision('trainingCourse', id, revision, findCourse(workspace, id));
        if (!found.ok) return found;
      }
      const key = id ?? deps.ports.ids.next();
      return workspace.write({ method: 'training.saveCourse', params: { title: fields.title }, subject: subject(key) }, () => {
        putCourse(workspace, { id: key, ...fields });
        const saved = findCourse(workspace, key);
        return saved === undefined ? gone(key) : ok(saved);
      });
    },

    'training.removeCourse': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('trainingCourse', id, revision, findCourse(workspace, id));
      if (!found.ok) return found;
      if (prepared<[string]>(workspace.db, 'SELECT 1 FROM training_sessions WHERE course_id = ? LIMIT 1').get(id) !== undefined)
        return err({ code: 'policy.refused', detail: 'It was held: retire it instead, so that what was held stays on record.' });
      return workspace.write({ method: 'training.removeCourse', params: { title: found.value.title }, subject: subject(id) }, () => {
        prepared(workspace.db, 'DELETE FROM training_courses WHERE id = ?').run(id);
        return ok({ removed: true });
      });
    },
  };
}

const gone = (id: string): Reply<never> => err({ code: 'record.notFound', entity: 'trainingCourse', id });

function linesOf({ db }: OpenWorkspace, picture: TrainingPicture, courses: readonly TrainingCourse[]): CourseLine[] {
  const held = new Map(
    prepared<[], { id: string; sessions: number; lastHeld: IsoDate }>(
      db,
      'SELECT course_id AS id, count(*) AS sessions, max(held_on) AS lastHeld FROM training_sessions GROUP BY course_id',
    )
      .all()
      .map((row) => [row.id, row]),
  );
  const askedOf = new Map<string, { asked: TrainingPicture['people'][number]['asked'] }[]>();
  for (const { asked } of picture.people)
    for (const one of asked) {
      const known = askedOf.get(one.course.id);
      if (known === undefined) askedOf.set(one.course.id, [{ asked: [one] }]);
      else known.push({ asked: [one] });
    }
  return courses.map((course) => ({
    course,
    counts: countsOf(askedOf.get(course.id) ?? []),
    sessions: held.get(course.id)?.sessions ?? 0,
    lastHeld: held.get(course.id)?.lastHeld ?? null,
  }));
}

/** Departments with people of whom something is asked, for whose training nobody answers. */
function teamsWithoutOwner(workspace: OpenWorkspace, { people }: TrainingPicture): number {
  const owners = ownersBy(workspace, 'team');
  const teams = new Set(people.filter(({ team, asked }) => team !== '' && asked.length > 0).map(({ team }) => team));
  return [...teams].filter((team) => (owners.get(team)?.owner ?? '') === '').length;
}
