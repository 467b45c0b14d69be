import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { CoverageLine, PersonFilter, PersonTraining, TrainedPerson, trainingMethods } from '../../../src-shared/contract/training.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { TrainingGroup } from '../../../src-shared/model/training.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { plainText } from '../importers/index.ts';
import { createSlicer } from '../jobs/index.ts';
import type { TrainingJoins } from './joins.ts';
import { type Asked, countsOf, stateOf, type Trainee, type TrainingPicture, trainingPictureInSlices } from './picture.ts';
import { ownersBy } from './store.ts';

type Handlers = Pick<
  HandlersFor<typeof trainingMethods>,
  'training.people' | 'training.person' | 'training.coverage' | 'training.saveOwner'
>;

const stateRank: Readonly<Record<TrainedPerson['state'], number>> = { overdue: 0, toDo: 1, soon: 2, done: 3 };

/** Answers who is trained in what, person by person and group by group. */
export function createTrainedPeopleHandlers(deps: FeatureDeps, joins: TrainingJoins): Handlers {
  const today = () => deps.ports.clock.today();
  const picture = () => trainingPictureInSlices(deps.session, today(), createSlicer().pause);
  return {
    'training.people': async ({ filter, sort, offset, limit }) => {
      const found = trainedPeople(await picture(), filter);
      const order = inOrder(sort.by, sort.descending);
      return ok({ total: found.length, rows: [...found].sort(order).slice(offset, offset + limit) });
    },

    'training.person': async ({ id }) => {
      const one = (await picture()).byId.get(id);
      const workspace = deps.session();
      const courses = (one?.asked ?? []).map(({ course, lastOn, standing: { state, dueOn } }) => ({
        ...{ courseId: course.id, title: course.title, every: course.every, everyDays: course.everyDays },
        ...{ state, lastOn, dueOn },
      }));
      return ok({
        present: one !== undefined,
        courses: courses.sort((a, b) => stateRank[a.state] - stateRank[b.state] || a.title.localeCompare(b.title)),
        sessions: sessionsOf(workspace, id),
        briefings: [...joins.briefings(workspace, id)],
      });
    },

    'training.coverage': async ({ by }) => {
      const { people } = await picture();
      return ok(coverageOf(deps.session(), people, by));
    },

    'training.saveOwner': ({ by, name, owner, revision }) => {
      const workspace = deps.session();
      const known = ownersBy(workspace, by).get(name);
      if ((known?.revision ?? 0) !== revision)
        return err({
          code: 'record.stale',
          entity: 'trainingOwner',
          id: name.slice(0, 80),
          yours: revision,
          current: known?.revision ?? 0,
        });
      return workspace.write({ method: 'training.saveOwner', params: { name, owner } }, () => {
        prepared(
          workspace.db,
          `INSERT INTO training_owners (id, kind, name, owner, revision) VALUES (?, ?, ?, ?, 1)
           ON CONFLICT (kind, name) DO UPDATE SET owner = excluded.owner, revision = revision + 1`,
        ).run(deps.ports.ids.next(), by, name, owner);
        return ok({ owner });
      });
    },
  };
}

/** Everybody of whom something is asked and whom the filter lets through, by name. */
export function trainedPeople({ people }: TrainingPicture, { text, courseId, states, group }: PersonFilter): TrainedPerson[] {
  const words = plainText(text).split(' ').filter(Boolean);
  return people.flatMap((one) => {
    if (group !== null && !groupsOf(one, group.by).includes(group.name)) return [];
    const asked = courseId === null ? one.asked : one.asked.filter(({ course }) => course.id === courseId);
    const state = stateOf(asked);
    if (state === null || (states.length > 0 && !states.includes(state))) return [];
    if (words.length > 0) {
      const said = plainText(`${one.name} ${one.team} ${one.role} ${one.site}`);
      if (!words.every((word) => said.includes(word))) return [];
    }
    return [lineOf(one, asked, state)];
  });
}

function lineOf({ id, name, team, role, site }: Trainee, asked: readonly Asked[], state: TrainedPerson['state']): TrainedPerson {
  let lastOn: IsoDate | null = null;
  let next: Asked | null = null;
  for (const one of asked) {
    if (one.lastOn !== null && (lastOn === null || one.lastOn > lastOn)) lastOn = one.lastOn;
    const { dueOn } = one.standing;
    if (dueOn !== null && (next?.standing.dueOn == null || dueOn < next.standing.dueOn)) next = one;
  }
  return {
    ...{ id, name, team, role, site, state, lastOn },
    asked: asked.length,
    inDate: asked.filter(({ standing }) => standing.state === 'done' || standing.state === 'soon').length,
    overdue: asked.filter(({ standing }) => standing.state === 'overdue').length,
    dueOn: next?.standing.dueOn ?? null,
    dueFor: next?.course.title ?? '',
  };
}

function inOrder(by: 'name' | 'team' | 'role' | 'site' | 'state' | 'lastOn' | 'dueOn', descending: boolean) {
  const collator = new Intl.Collator('en', { sensitivity: 'base' });
  const sign = descending ? -1 : 1;
  return (a: TrainedPerson, b: TrainedPerson): number => {
    if (by === 'state') return sign * (stateRank[a.state] - stateRank[b.state]) || collator.compare(a.name, b.name);
    const [x, y] = [a[by], b[by]];
    // What has no day stands last either way.
    if (x === null || y === null) return Number(x === null) - Number(y === null) || collator.compare(a.name, b.name);
    return sign * collator.compare(x, y) || collator.compare(a.name, b.name);
  };
}

const groupsOf = (one: Trainee, by: TrainingGroup): readonly string[] => (by === 'duty' ? one.duties : [one[by]]);

function coverageOf(workspace: OpenWorkspace, people: readonly Trainee[], by: TrainingGroup): CoverageLine[] {
  const groups = new Map<string, Trainee[]>();
  for (const one of people) {
    if (one.asked.length === 0) continue;
    for (const name of groupsOf(one, by)) {
      const members = groups.get(name);
      if (members === undefined) groups.set(name, [one]);
      else members.push(one);
    }
  }
  const owners = ownersBy(workspace, by);
  return [...groups]
    .map(([name, members]) => ({
      name,
      ...countsOf(members),
      // Whoever holds a duty answers for it.
      owner:
        by === 'duty'
          ? members
              .map((one) => one.name)
              .join(', ')
              .slice(0, 200)
          : (owners.get(name)?.owner ?? ''),
      revision: owners.get(name)?.revision ?? 0,
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, 1000);
}

const sessionsOf = ({ db }: OpenWorkspace, personId: string): PersonTraining['sessions'] =>
  prepared<[string], PersonTraining['sessions'][number]>(
    db,
    `SELECT s.id AS sessionId, c.title, s.held_on AS heldOn, s.by_name AS "by", a.result, a.note
     FROM training_attendance a JOIN training_sessions s ON s.id = a.session_id JOIN training_courses c ON c.id = s.course_id
     WHERE a.person_id = ? ORDER BY s.held_on DESC, c.title COLLATE NOCASE LIMIT 500`,
  ).all(personId);
