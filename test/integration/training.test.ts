import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { features } from '../../src-main/core/features.ts';
import { trainingPicture, trainingTables } from '../../src-main/core/training/picture.ts';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type {
  Attendee,
  CourseLine,
  PersonTraining,
  SessionLine,
  TrainedPerson,
  TrainingCourse,
} from '../../src-shared/contract/training.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import type { MeasureReading } from '../../src-shared/model/measure.ts';
import { createProbe } from '../harness/probe.ts';
import { statementsOf, tablesRead } from '../harness/tables-read.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});
async function begin(): Promise<TestWorkspace> {
  open ??= await openTestWorkspace();
  return open;
}
const call = async <T>(method: string, input: object = {}) => (await begin()).call<T>(method, input);
const today = async () => (await begin()).ports.clock.today();
const ago = async (days: number) => dayAfter(await today(), -days);

const addPerson = async (name: string, more: object = {}) =>
  (
    await call<{ row: { id: string } }>('people.create', {
      columns: { name, team: 'Core', startOn: await ago(900), ...more },
      accounts: [],
    })
  ).row.id;
const nobody = { everyone: false, teams: [], roles: [], sites: [], duties: [], controlled: false };
const addCourse = async (more: object = {}) =>
  call<TrainingCourse>('training.saveCourse', {
    ...{ id: null, revision: 0, title: 'Weights', content: '', every: 'quarterly', everyDays: null, withinDays: 30, owner: 'Ina Holt' },
    ...{ since: await ago(100), mustPass: false, retired: false, audience: { ...nobody, everyone: true } },
    ...more,
  });
const hold = async (courseId: string, days: number, ids: readonly string[], result = 'attended') => {
  const session = await call<SessionLine>('training.saveSession', {
    ...{ id: null, revision: 0, courseId, heldOn: await ago(days), by: 'Ina Holt', place: '', note: '' },
  });
  await call('training.recordAttendance', { sessionId: session.id, who: { kind: 'people', ids }, result, note: '' });
  return session.id;
};
const overview = () => call<OutputOf<'training.overview'>>('training.overview');
const people = async (filter: object = {}) =>
  (
    await call<{ rows: TrainedPerson[] }>('training.people', {
      filter: { text: '', courseId: null, states: [], group: null, ...filter },
      ...{ sort: { by: 'name', descending: false }, offset: 0, limit: 100 },
    })
  ).rows;
const measure = async () => (await call<MeasureReading[]>('measures.read')).find(({ id }) => id === 'trainingInDate');
const personOf = (id: string) => call<PersonTraining>('training.person', { id });

describe('the picture that is kept', () => {
  it('is drawn anew for every table that it reads', async () => {
    const probe = createProbe([]);
    open = await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null });
    const [anna, course] = [await addPerson('Anna'), await addCourse()];
    await hold(course.id, 10, [anna]);
    // A statement that was prepared before is not heard: of these none was, or the lists would differ.
    const { db } = probe.deps().session();
    const heard = await statementsOf(db, async () => {
      trainingPicture(probe.deps().session(), await ago(-1));
    });
    expect(tablesRead(db, heard)).toEqual(trainingTables);
  });

  it('stays while something else is written, and shows at once who joins, leaves or attends', async () => {
    const probe = createProbe([]);
    open = await openTestWorkspace({ features: [...features, probe.feature], seedDemo: null });
    const picture = async () => trainingPicture(probe.deps().session(), await today());
    const [anna, course] = [await addPerson('Anna'), await addCourse()];
    const first = await picture();
    await call('training.saveOwner', { by: 'team', name: 'Core', owner: 'Ina Holt', revision: 0 });
    expect(await picture()).toBe(first);
    await hold(course.id, 10, [anna]);
    expect((await picture()).byId.get(anna)?.asked).toMatchObject([{ lastOn: await ago(10) }]);
    await call('journal.undo');
    expect((await picture()).byId.get(anna)?.asked).toMatchObject([{ lastOn: null }]);
    await addPerson('Bo');
    expect((await picture()).people).toHaveLength(2);
  });
});

describe('who is trained', () => {
  it('asks of whom the course is for, counts what was taken, and calls overdue what was not', async () => {
    const [anna, bo] = [await addPerson('Anna'), await addPerson('Bo', { team: 'Sales' })];
    const all = await addCourse();
    const core = await addCourse({ title: 'Core', every: 'once', audience: { ...nobody, teams: ['Core'] } });
    await hold(all.id, 10, [anna]);
    await hold(core.id, 90, [anna]);
    expect((await overview()).counts).toEqual({ people: 2, inDate: 1, toDo: 0, overdue: 1 });
    expect(await people()).toMatchObject([
      { name: 'Anna', state: 'done', asked: 2, inDate: 2 },
      { name: 'Bo', state: 'overdue', asked: 1, overdue: 1, dueOn: await ago(70), dueFor: 'Weights' },
    ]);
    expect((await personOf(bo)).courses).toMatchObject([{ title: 'Weights', state: 'overdue', lastOn: null }]);
    expect(await measure()).toEqual({ id: 'trainingInDate', done: 1, of: 2 });
  });

  it('is due again after its rhythm, and only a passed test counts where one is asked', async () => {
    const anna = await addPerson('Anna');
    const course = await addCourse({ mustPass: true, since: await ago(400) });
    const session = await hold(course.id, 100, [anna], 'passed');
    expect((await people())[0]).toMatchObject({ state: 'overdue', lastOn: await ago(100) });
    await hold(course.id, 5, [anna], 'failed');
    expect((await people())[0]).toMatchObject({ state: 'overdue', lastOn: await ago(100) });
    await call('training.recordAttendance', { sessionId: session, who: { kind: 'due' }, result: 'failed', note: '' });
    expect((await people())[0]).toMatchObject({ lastOn: null });
    await call('journal.undo');
    expect((await people())[0]).toMatchObject({ lastOn: await ago(100) });
  });

  it('gives who is new their days, does not hold it against the measure, and asks nothing of who left', async () => {
    const course = await addCourse();
    const old = await addPerson('Old');
    await hold(course.id, 3, [old]);
    const fresh = await addPerson('New', { startOn: await ago(10) });
    expect(await people({ states: ['toDo'] })).toMatchObject([{ id: fresh, dueOn: dayAfter(await today(), 20) }]);
    expect(await measure()).toEqual({ id: 'trainingInDate', done: 1, of: 1 });
    const late = await addPerson('Late', { startOn: await ago(40) });
    expect(await people({ states: ['overdue'] })).toMatchObject([{ id: late }]);
    expect(await measure()).toEqual({ id: 'trainingInDate', done: 1, of: 2 });
    await addPerson('Gone', { lastDay: await ago(1) });
    const next = await addPerson('Next', { startOn: dayAfter(await today(), 5) });
    expect((await overview()).counts.people).toBe(3);
    expect(await personOf(next)).toMatchObject({ present: false, courses: [] });
  });

  it('names who answers for a department and counts those nobody answers for', async () => {
    await addPerson('Anna');
    await addCourse();
    expect((await overview()).withoutOwner).toBe(1);
    await call('training.saveOwner', { by: 'team', name: 'Core', owner: 'Ina Holt', revision: 0 });
    expect((await overview()).withoutOwner).toBe(0);
    expect(await call('training.coverage', { by: 'team' })).toMatchObject([{ name: 'Core', people: 1, overdue: 1, owner: 'Ina Holt' }]);
    const stale = await (await begin()).refusal('training.saveOwner', { by: 'team', name: 'Core', owner: '', revision: 0 });
    expect(stale.code).toBe('record.stale');
  });

  it('tells the quality checks and the next actions, and falls silent once it was held', async () => {
    const anna = await addPerson('Anna');
    const course = await addCourse();
    const lines = async () =>
      (await call<OutputOf<'quality.check'>>('quality.check')).lines.filter(({ check }) => check === 'trainingOverdue');
    const actions = async () =>
      (await call<OutputOf<'overview.actions'>>('overview.actions', { limit: 50 })).filter(({ kind }) => kind === 'trainingOverdue');
    expect(await lines()).toMatchObject([
      { count: 1, first: [{ ref: { kind: 'person', id: anna }, detail: { course: 'Weights', count: 1 } }] },
    ]);
    expect(await actions()).toMatchObject([{ count: 1, title: 'Weights', due: await ago(70) }]);
    await hold(course.id, 1, [anna]);
    expect(await lines()).toEqual([]);
    expect(await actions()).toEqual([]);
  });

  it('keeps a course that was held, and takes what was held away with its people in one step', async () => {
    const anna = await addPerson('Anna');
    const course = await addCourse();
    const session = await hold(course.id, 1, [anna]);
    const refused = await (await begin()).refusal('training.removeCourse', { id: course.id, revision: 0 });
    expect(refused.code).toBe('policy.refused');
    await call('training.removeSession', { id: session, revision: 0 });
    expect((await call<CourseLine>('training.course', { id: course.id })).sessions).toBe(0);
    await call('journal.undo');
    expect((await call<{ rows: Attendee[] }>('training.attendees', { sessionId: session, offset: 0, limit: 10 })).rows).toMatchObject([
      { personId: anna, result: 'attended' },
    ]);
  });
});

describe('importing attendance', () => {
  const bring = async (rows: readonly string[]) => {
    const app = await begin();
    const path = join(app.ports.root, 'attendance.csv');
    writeFileSync(path, ['Employee ID,Participant,Course,Completed on,Status,Trainer', ...rows].join('\n'));
    app.ports.picks.files.push(path);
    const [picked] = await app.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
    const { id } = await app.call<ImportSession>('imports.start', { target: 'training', variant: '', handle: picked?.handle });
    const session = () => app.call<ImportSession>('imports.session', { id });
    const run = async (method: string) => {
      const { jobId } = await app.call<{ jobId: string }>(method, { id, revision: (await session()).revision });
      await vi.waitUntil(() => app.events.some((event) => event.type === 'job' && event.jobId === jobId && event.state !== 'running'), {
        timeout: 30_000,
      });
    };
    await run('imports.check');
    return { id, session, commit: () => run('imports.commit') };
  };

  it('finds people and courses, refuses by line and reason what it does not know, and takes the rest in', async () => {
    const anna = await addPerson('Anna Berg', { externalId: '0417' });
    const bo = await addPerson('Bo Lund');
    const course = await addCourse();
    const { id, session, commit } = await bring([
      `0417,A. Berg,weights,${await ago(3)},Completed,Ina Holt`,
      `,Bo Lund,Weights,${await ago(3)},No show,Ina Holt`,
      `9999,Nobody Here,Weights,${await ago(3)},Completed,Ina Holt`,
      `0417,Anna Berg,Juggling,${await ago(3)},Completed,Ina Holt`,
      `0417,Anna Berg,Weights,${dayAfter(await today(), 4)},Completed,Ina Holt`,
    ]);
    const { groups } = await call<OutputOf<'imports.problems'>>('imports.problems', { id });
    expect(groups.map(({ id: group, rows, severity }) => [group, rows, severity]).sort()).toEqual([
      ['dayAhead:heldOn', 1, 'error'],
      ['notOnRecord:course', 1, 'error'],
      ['notOnRecord:externalId', 1, 'error'],
    ]);
    for (const { id: groupId } of groups)
      await call('imports.fix', { id, revision: (await session()).revision, groupId, action: { kind: 'excludeRows' } });
    expect((await session()).outcomes).toMatchObject({ new: 2, blocked: 0, skipped: 3 });
    await commit();
    const { rows } = await call<{ rows: SessionLine[] }>('training.sessions', { courseId: course.id, offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ heldOn: await ago(3), by: 'Ina Holt', origin: 'import', attendees: 2, counted: 1 }]);
    expect((await personOf(anna)).sessions).toMatchObject([{ title: 'Weights', result: 'attended' }]);
    expect((await personOf(bo)).sessions).toMatchObject([{ result: 'absent' }]);

    await call('imports.undo', { batchId: (await session()).batchId });
    expect((await personOf(anna)).sessions).toEqual([]);
    expect((await call<CourseLine>('training.course', { id: course.id })).sessions).toBe(0);
  });

  it('says the same again without a change, and takes a changed result back', async () => {
    const anna = await addPerson('Anna Berg', { externalId: '0417' });
    await addPerson('Bo Lund');
    await addCourse();
    await (
      await bring([`0417,Anna Berg,Weights,${await ago(3)},Completed,Ina Holt`, `,Bo Lund,Weights,${await ago(3)},No show,Ina Holt`])
    ).commit();
    const again = await bring([
      `0417,A. Berg,Weights,${await ago(3)},Passed,Ina Holt`,
      `,Bo Lund,Weights,${await ago(3)},No show,Ina Holt`,
    ]);
    expect((await again.session()).outcomes).toMatchObject({ new: 0, changed: 1, same: 1 });
    await again.commit();
    expect((await personOf(anna)).sessions).toMatchObject([{ result: 'passed' }]);
    await call('imports.undo', { batchId: (await again.session()).batchId });
    expect((await personOf(anna)).sessions).toMatchObject([{ result: 'attended' }]);
  });
});

describe('who is erased', () => {
  it('stays at the session under the name of the tombstone, without what was noted, and out of reports without people', async () => {
    const app = await begin();
    const id = await addPerson('Zarina Markerova');
    const course = await addCourse();
    const session = await call<SessionLine>('training.saveSession', {
      ...{
        id: null,
        revision: 0,
        courseId: course.id,
        heldOn: await ago(2),
        by: 'Zarina Markerova',
        place: '',
        note: 'Asked by Zarina Markerova',
      },
    });
    await call('training.recordAttendance', {
      sessionId: session.id,
      who: { kind: 'people', ids: [id] },
      result: 'attended',
      note: '9 of 10',
    });
    await call('training.saveOwner', { by: 'team', name: 'Core', owner: 'Zarina Markerova', revision: 0 });
    const options = { redaction: 'noPeople', recordId: null, paper: 'A4' };
    expect(JSON.stringify(await call('reports.preview', { kind: 'training-record', options }))).not.toMatch(/Markerova/);
    const { revision } = (await app.call<{ row: { revision: number } }>('people.get', { id })).row;
    await app.call('people.erase', { id, revision, reason: 'personAsked', replaceAccounts: false });
    expect(await call('training.session', { id: session.id })).toMatchObject({
      by: expect.stringMatching(/^Erased person/),
      note: expect.stringMatching(/^Asked by Erased person/),
      attendees: 1,
    });
    expect((await call<{ rows: Attendee[] }>('training.attendees', { sessionId: session.id, offset: 0, limit: 5 })).rows).toMatchObject([
      { name: expect.stringMatching(/^Erased person/), note: '' },
    ]);
    expect((await overview()).counts.people).toBe(0);
    expect(JSON.stringify(await call('training.coverage', { by: 'team' }))).not.toMatch(/Markerova/);
    expect(JSON.stringify(await call('journal.list', { limit: 200 }))).not.toMatch(/9 of 10/);
  });
});
