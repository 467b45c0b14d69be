import type { CourseLine, TrainingCounts } from '../../../src-shared/contract/training.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import { audienceWords, everyWords } from '../../../src-shared/text/training.ts';
import { mapInSlices } from '../jobs/index.ts';
import { line, paragraph, type ReportSource } from '../reports/index.ts';
import { type Ask, everyPage } from './ask.ts';
import { composed, type Part } from './compose.ts';

const PAGE = 500;

/** Who is trained in what: courses and whom they are for, departments with who answers for them, what was held, and everybody who is asked. */
export function trainingRecordSource(ask: Ask, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'training-record',
    drawsOn: ['training.', 'people.'],
    async build(request) {
      const { counts, courses, on } = await ask('training.overview', {});
      const teams = await ask('training.coverage', { by: 'team' });
      const roles = await ask('training.coverage', { by: 'role' });
      const duties = await ask('training.coverage', { by: 'duty' });
      const sessions = await everyPage(PAGE, request.pause, (offset) => ask('training.sessions', { courseId: null, offset, limit: PAGE }));
      const people = await everyPage(PAGE, request.pause, (offset) =>
        ask('training.people', {
          filter: { text: '', courseId: null, states: [], group: null },
          sort: { by: 'team', descending: false },
          ...{ offset, limit: PAGE },
        }),
      );
      const grouped = (key: 'trainedTeams' | 'trainedRoles' | 'trainedDuties', lines: typeof teams): Part => ({
        kind: 'table',
        table: {
          key,
          empty: say('report.training.nobody'),
          columns: [
            { key: 'name', share: 4, width: 30, holds: 'strong' },
            { key: 'people', share: 1.4, width: 10 },
            { key: 'inDate', share: 1.6, width: 10 },
            { key: 'toDo', share: 1.6, width: 10 },
            { key: 'overdue', share: 1.6, width: 10 },
            { key: 'answersFor', share: 4, width: 30, holds: 'person' },
          ],
          rows: lines.map(({ name, people: all, inDate, toDo, overdue, owner }) => [
            groupName(key, name, text),
            ...[all, inDate, toDo, overdue],
            owner === '' ? null : owner,
          ]),
        },
      });
      return composed(
        request,
        {
          kind: 'training-record',
          under: say('report.training.under', { workspace: request.workspace.name }),
          lead: [
            {
              kind: 'verdict',
              mark: counts.overdue > 0 ? 'triangle' : counts.people === 0 ? 'dashed' : 'check',
              word: say(`report.training.word.${counts.people === 0 ? 'none' : counts.overdue > 0 ? 'overdue' : 'inDate'}`),
              sentence: line(say('report.training.sentence', { ...counts, courses: courses.length })),
              pairs: (['people', 'inDate', 'toDo', 'overdue'] as const).map((key) => ({
                term: say(`report.col.${key}`),
                value: line(String(counts[key])),
              })),
            },
          ],
          parts: [
            courseTable(courses, text),
            grouped('trainedTeams', teams),
            grouped('trainedRoles', roles),
            grouped('trainedDuties', duties),
            {
              kind: 'table',
              table: {
                key: 'trainingSessions',
                empty: say('report.training.noSessions'),
                columns: [
                  { key: 'on', share: 1.8, width: 14, holds: 'day' },
                  { key: 'course', share: 5, width: 40, holds: 'strong' },
                  { key: 'heldBy', share: 3, width: 26, holds: 'person' },
                  { key: 'attendees', share: 1.6, width: 10 },
                  { key: 'counted', share: 1.6, width: 10 },
                ],
                rows: sessions.map(({ heldOn, courseTitle, by, attendees, counted }) => [heldOn, courseTitle, by, attendees, counted]),
              },
            },
            // Team and role beside a state still tell who somebody is.
            request.redaction.people === 'withheld'
              ? { kind: 'blocks', title: say('report.table.trainedPeople'), blocks: [paragraph(withheldHere(request.redaction, text))] }
              : {
                  kind: 'table',
                  table: {
                    key: 'trainedPeople',
                    groupBy: 'team',
                    empty: say('report.training.nobody'),
                    columns: [
                      { key: 'team', share: 1, width: 24 },
                      { key: 'person', share: 3.4, width: 28, holds: 'person' },
                      { key: 'role', share: 3, width: 28 },
                      { key: 'state', share: 2, width: 16 },
                      { key: 'coursesDone', share: 1.6, width: 10 },
                      { key: 'due', share: 1.8, width: 14, holds: 'day' },
                      { key: 'course', share: 3.4, width: 34 },
                    ],
                    rows: await mapInSlices(people, request.pause, ({ team, name, role, state, inDate, asked, dueOn, dueFor }) => [
                      ...[team, name, role, say(`training.state.${state}`)],
                      say('report.training.of', { done: inDate, of: asked }),
                      ...[dueOn, dueFor],
                    ]),
                  },
                },
            { kind: 'blocks', title: say('report.training.basis'), blocks: [paragraph(say('report.training.rule'))] },
          ],
          figures: { on, counts: counts satisfies TrainingCounts },
        },
        text,
      );
    },
  };
}

function groupName(key: string, name: string, text: Text): string {
  if (name === '') return text.dynamic('training.notSaid');
  return key === 'trainedDuties' ? text.dynamic(`role.${name}`) : name;
}

function courseTable(courses: readonly CourseLine[], text: Text): Part {
  const say = text.dynamic;
  return {
    kind: 'table',
    table: {
      key: 'courses',
      empty: say('report.training.noCourses'),
      columns: [
        { key: 'course', share: 3.6, width: 40, holds: 'strong' },
        { key: 'audience', share: 3.4, width: 40 },
        { key: 'every', share: 2.2, width: 18 },
        { key: 'answersFor', share: 2.4, width: 24, holds: 'person' },
        { key: 'people', share: 1.7, width: 10 },
        { key: 'inDate', share: 1.6, width: 10 },
        { key: 'toDo', share: 0, width: 10 },
        { key: 'overdue', share: 2, width: 10 },
        { key: 'lastHeld', share: 1.8, width: 14, holds: 'day' },
      ],
      rows: courses.map(({ course, counts, lastHeld }) => [
        course.retired ? say('training.retiredTitle', { title: course.title }) : course.title,
        audienceWords(course.audience, text),
        everyWords(course, text),
        course.owner,
        ...[counts.people, counts.inDate, counts.toDo, counts.overdue, lastHeld],
      ]),
    },
  };
}
