import { prepared } from '../db/index.ts';

import { foundAmong, foundInRows, type RecordSource, titlesFrom } from '../records/index.ts';
import { programmeCatalogue } from './catalogue.ts';

/** A question of an assessment is a record before it is answered, so that evidence can come first. */
const answerTitles: RecordSource['titles'] = ({ db }, ids) =>
  new Map(
    ids.flatMap((id) => {
      const [assessmentId = '', questionId = ''] = id.split('~');
      const row = prepared<[string], { readonly title: string }>(db, 'SELECT title FROM assessments WHERE id = ?').get(assessmentId);
      return row === undefined || !/^ECP-\d\.\d$/.test(questionId) ? [] : [[id, `${questionId}, ${row.title}`] as const];
    }),
  );

/** Questions of the newest assessment with what each asks: those of earlier ones are found through their assessment. */
const askedNow = (resources: string): RecordSource['find'] =>
  foundAmong(({ db }) => {
    const row = prepared<[], { readonly id: string; readonly title: string }>(
      db,
      'SELECT id, title FROM assessments ORDER BY assessed_on DESC, created_at DESC LIMIT 1',
    ).get();
    if (row === undefined) return [];
    return programmeCatalogue(resources).elements.elements.flatMap(({ name, questions }) =>
      questions.map((question) => ({
        ...{ id: `${row.id}~${question.id}`, title: `${question.id}, ${row.title}`, detail: question.text },
        words: `${question.id} ${name} ${question.text} ${row.title}`,
      })),
    );
  });

/** Records of the programme that evidence, tasks and findings point at. `resources` holds the questions of the self-assessment. */
export const programmeRecords = (resources: string): readonly RecordSource[] => [
  {
    kind: 'assessment',
    entity: 'assessments',
    titles: titlesFrom('assessments', 'title'),
    find: foundInRows(
      "SELECT id, title, by_name AS detail, title || ' ' || by_name || ' ' || scope AS words FROM assessments ORDER BY assessed_on DESC",
    ),
  },
  {
    kind: 'assessmentAnswer',
    entity: 'assessment_answers',
    titles: answerTitles,
    find: askedNow(resources),
    alsoWritten: (id) => {
      const [assessmentId = '', questionId = ''] = id.split('~');
      return {
        where: "entity = 'assessments' AND record = @assessment AND json_extract(params, '$.question') = @question",
        values: { assessment: assessmentId, question: questionId },
      };
    },
  },
  {
    kind: 'riskAssessment',
    entity: 'risk_assessments',
    titles: titlesFrom('risk_assessments', 'title'),
    find: foundInRows('SELECT id, title, signed_by AS detail, title AS words FROM risk_assessments ORDER BY assessed_on DESC'),
  },
  {
    kind: 'duty',
    entity: 'programme_duties',
    titles: titlesFrom('programme_duties', 'person'),
    find: foundInRows(
      "SELECT id, person AS title, duties AS detail, person || ' ' || duties AS words FROM programme_duties ORDER BY person COLLATE NOCASE",
    ),
  },
  {
    kind: 'contact',
    entity: 'programme_contacts',
    titles: titlesFrom('programme_contacts', 'name'),
    find: foundInRows(
      "SELECT id, name AS title, topic AS detail, name || ' ' || topic || ' ' || contact || ' ' || owner AS words FROM programme_contacts ORDER BY name COLLATE NOCASE",
    ),
  },
  {
    kind: 'meeting',
    entity: 'committee_meetings',
    titles: titlesFrom('committee_meetings', 'title'),
    find: foundInRows(
      "SELECT id, title, held_on AS detail, title || ' ' || held_on || ' ' || agenda AS words FROM committee_meetings ORDER BY held_on DESC",
    ),
  },
  {
    kind: 'manual',
    entity: 'manual_versions',
    titles: titlesFrom('manual_versions', manualTitle),
    find: foundInRows(
      `SELECT id, ${manualTitle} AS title, approved_by AS detail, ${manualTitle} || ' ' || note AS words FROM manual_versions ORDER BY number DESC`,
    ),
  },
];

const manualTitle = "'Policy manual, version ' || number";
