import { prepared } from '../db/index.ts';
import { type RecordSource, titlesFrom } from '../records/index.ts';

/** A question of an assessment is a record before it is answered, so that evidence can come first. */
const answerTitles: RecordSource['titles'] = ({ db }, ids) =>
  new Map(
    ids.flatMap((id) => {
      const [assessmentId = '', questionId = ''] = id.split('~');
      const row = prepared<[string], { readonly title: string }>(db, 'SELECT title FROM assessments WHERE id = ?').get(assessmentId);
      return row === undefined || !/^ECP-\d\.\d$/.test(questionId) ? [] : [[id, `${questionId}, ${row.title}`] as const];
    }),
  );

/** Records of the programme that evidence, tasks and findings point at. */
export const programmeRecords: readonly RecordSource[] = [
  { kind: 'assessment', entity: 'assessments', titles: titlesFrom('assessments', 'title') },
  { kind: 'assessmentAnswer', entity: 'assessment_answers', titles: answerTitles },
  { kind: 'riskAssessment', entity: 'risk_assessments', titles: titlesFrom('risk_assessments', 'title') },
  { kind: 'duty', entity: 'programme_duties', titles: titlesFrom('programme_duties', 'person') },
  { kind: 'meeting', entity: 'committee_meetings', titles: titlesFrom('committee_meetings', 'title') },
  { kind: 'manual', entity: 'manual_versions', titles: titlesFrom('manual_versions', "'Policy manual, version ' || number") },
];
