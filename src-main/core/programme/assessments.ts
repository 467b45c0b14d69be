import type { AnswerView, AssessmentDetail, AssessmentSummary, GapView } from '../../../src-shared/contract/programme.ts';
import type { ProgrammeElements } from '../../../src-shared/formats/programme-catalogue.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Answered, gapsOf, movedAnswers, overallMaturity, scoreElements } from '../../engine/programme/index.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { ProgrammeJoins } from './joins.ts';
import { readProgrammeSettings } from './settings.ts';

export interface AssessmentRecord {
  readonly id: string;
  readonly title: string;
  readonly assessed_on: IsoDate;
  readonly by_name: string;
  readonly scope: string;
  readonly note: string;
  readonly state: 'draft' | 'final';
  readonly created_at: string;
  readonly revision: number;
}

export interface AnswerRecord {
  readonly id: string;
  readonly assessment_id: string;
  readonly question_id: string;
  readonly applies: 0 | 1;
  readonly maturity: number | null;
  readonly note: string;
  readonly shown_by: string;
  readonly gap: string;
  readonly revision: number;
}

type Db = Pick<Connection, 'db'>;

/** What evidence and tasks of an answer hang on. */
export const answerIdOf = (assessmentId: string, questionId: string): string => `${assessmentId}~${questionId}`;

export const findAssessment = ({ db }: Db, id: string): AssessmentRecord | undefined =>
  prepared<[string], AssessmentRecord>(db, 'SELECT * FROM assessments WHERE id = ?').get(id);

/** Newest first. */
export const allAssessments = ({ db }: Db): AssessmentRecord[] =>
  prepared<[], AssessmentRecord>(db, 'SELECT * FROM assessments ORDER BY assessed_on DESC, created_at DESC LIMIT 500').all();

export const answersOf = ({ db }: Db, assessmentId: string): AnswerRecord[] =>
  prepared<[string], AnswerRecord>(db, 'SELECT * FROM assessment_answers WHERE assessment_id = ? ORDER BY question_id').all(assessmentId);

export const findAnswer = ({ db }: Db, id: string): AnswerRecord | undefined =>
  prepared<[string], AnswerRecord>(db, 'SELECT * FROM assessment_answers WHERE id = ?').get(id);

/** Answers of an assessment as they are scored: shown by a place named, or by evidence on file. */
function answersScored(workspace: OpenWorkspace, assessmentId: string, joins: ProgrammeJoins): Answered[] {
  const rows = answersOf(workspace, assessmentId);
  const proven = joins.proven(
    workspace,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    questionId: row.question_id,
    applies: row.applies === 1,
    maturity: row.maturity,
    shown: row.shown_by !== '' || proven.has(row.id),
  }));
}

/** An assessment with its scores. */
export function assessmentSummary(
  workspace: OpenWorkspace,
  row: AssessmentRecord,
  { elements }: ProgrammeElements,
  joins: ProgrammeJoins,
): AssessmentSummary {
  const answers = answersScored(workspace, row.id, joins);
  const scores = scoreElements(elements, answers);
  return {
    id: row.id,
    title: row.title,
    assessedOn: row.assessed_on,
    by: row.by_name,
    state: row.state,
    maturity: overallMaturity(scores),
    scores,
    applicable: scores.reduce((sum, one) => sum + one.applicable, 0),
    answered: scores.reduce((sum, one) => sum + one.answered, 0),
    gaps: gapsOf(elements, answers, readProgrammeSettings(workspace).target).length,
    revision: row.revision,
  };
}

/** The assessment that was finished last before this one was made, whatever their days say of the same day. */
function lastBefore(workspace: Db, row: AssessmentRecord): AssessmentRecord | undefined {
  return allAssessments(workspace).find(
    (one) =>
      one.id !== row.id &&
      one.state === 'final' &&
      (one.assessed_on < row.assessed_on || (one.assessed_on === row.assessed_on && one.created_at < row.created_at)),
  );
}

/** Everything one assessment shows: its answers beside the last ones, its gaps, what moved. */
export function assessmentDetail(
  workspace: OpenWorkspace,
  row: AssessmentRecord,
  catalogue: ProgrammeElements,
  joins: ProgrammeJoins,
): AssessmentDetail {
  const { elements } = catalogue;
  const { target } = readProgrammeSettings(workspace);
  const given = new Map(answersOf(workspace, row.id).map((answer) => [answer.question_id, answer]));
  const last = lastBefore(workspace, row);
  const then = last === undefined ? [] : answersScored(workspace, last.id, joins);
  const before = new Map(then.map((answer) => [answer.questionId, answer.applies ? answer.maturity : null]));
  const questions = elements.flatMap(({ questions }) => questions);
  const answers = questions.map(({ id: questionId }): AnswerView => {
    const answer = given.get(questionId);
    return {
      id: answerIdOf(row.id, questionId),
      questionId,
      applies: answer?.applies !== 0,
      maturity: answer?.maturity ?? null,
      note: answer?.note ?? '',
      shownBy: answer?.shown_by ?? '',
      gap: answer?.gap ?? '',
      before: before.get(questionId) ?? null,
      revision: answer?.revision ?? 0,
    };
  });
  const now = answersScored(workspace, row.id, joins);
  const texts = new Map(questions.map(({ id, text }) => [id, text]));
  const gaps = gapsOf(elements, now, target).map(
    (gap): GapView => ({
      ...gap,
      answerId: answerIdOf(row.id, gap.questionId),
      text: texts.get(gap.questionId) ?? '',
      gap: given.get(gap.questionId)?.gap ?? '',
    }),
  );
  return {
    summary: assessmentSummary(workspace, row, catalogue, joins),
    scope: row.scope,
    note: row.note,
    answers,
    gaps,
    last: last === undefined ? null : assessmentSummary(workspace, last, catalogue, joins),
    moved: last === undefined ? [] : movedAnswers(now, then),
    target,
  };
}
