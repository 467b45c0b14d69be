import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { AssessmentDetail, programmeMethods } from '../../../src-shared/contract/programme.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import {
  type AssessmentRecord,
  allAssessments,
  answerIdOf,
  answersOf,
  assessmentDetail,
  assessmentSummary,
  findAnswer,
  findAssessment,
} from './assessments.ts';
import { programmeCatalogue } from './catalogue.ts';
import type { ProgrammeJoins } from './joins.ts';

type Handlers = Pick<
  HandlersFor<typeof programmeMethods>,
  | 'programme.elements'
  | 'programme.assessments'
  | 'programme.assessment'
  | 'programme.startAssessment'
  | 'programme.saveAssessment'
  | 'programme.answer'
  | 'programme.finishAssessment'
  | 'programme.removeAssessment'
>;

/** Answers the methods of the self-assessment. A finished one is not changed; it can be taken up again. */
export function createAssessmentHandlers(deps: FeatureDeps, joins: ProgrammeJoins): Handlers {
  const elements = () => programmeCatalogue(deps.ports.paths.resources).elements;
  const subject = (id: string) => ({ entity: 'assessments', id });

  const detail = (workspace: OpenWorkspace, id: string): Reply<AssessmentDetail> => {
    const row = findAssessment(workspace, id);
    return row === undefined ? gone(id) : ok(assessmentDetail(workspace, row, elements(), joins));
  };

  /** A draft at its revision; a finished assessment is refused. */
  const draft = (workspace: OpenWorkspace, id: string, revision: number): Reply<AssessmentRecord> => {
    const found = atRevision('assessment', id, revision, findAssessment(workspace, id));
    return found.ok && found.value.state === 'final' ? finished : found;
  };

  return {
    'programme.elements': () => ok(elements()),
    'programme.assessments': () => {
      const workspace = deps.session();
      return ok(allAssessments(workspace).map((row) => assessmentSummary(workspace, row, elements(), joins)));
    },
    'programme.assessment': ({ id }) => detail(deps.session(), id),

    'programme.startAssessment': ({ title, assessedOn, by, scope, carryOver }) => {
      const workspace = deps.session();
      if (assessedOn > deps.ports.clock.today()) return notYet('assessedOn');
      const id = deps.ports.ids.next();
      const last = carryOver ? allAssessments(workspace).find(({ state }) => state === 'final') : undefined;
      return workspace.write({ method: 'programme.startAssessment', params: { title }, subject: subject(id) }, () => {
        prepared(
          workspace.db,
          'INSERT INTO assessments (id, title, assessed_on, by_name, scope, elements_version, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ).run(id, title, assessedOn, by, scope, elements().version, deps.ports.clock.now());
        const put = prepared(
          workspace.db,
          'INSERT INTO assessment_answers (id, assessment_id, question_id, applies, maturity, note, shown_by, gap) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        );
        for (const one of last === undefined ? [] : answersOf(workspace, last.id))
          put.run(answerIdOf(id, one.question_id), id, one.question_id, one.applies, one.maturity, one.note, one.shown_by, one.gap);
        return detail(workspace, id);
      });
    },

    'programme.saveAssessment': ({ id, revision, title, assessedOn, by, scope, note }) => {
      const workspace = deps.session();
      if (assessedOn > deps.ports.clock.today()) return notYet('assessedOn');
      const found = draft(workspace, id, revision);
      if (!found.ok) return found;
      return workspace.write({ method: 'programme.saveAssessment', params: { title }, subject: subject(id) }, () => {
        prepared(
          workspace.db,
          'UPDATE assessments SET title = ?, assessed_on = ?, by_name = ?, scope = ?, note = ?, revision = revision + 1 WHERE id = ?',
        ).run(title, assessedOn, by, scope, note, id);
        return detail(workspace, id);
      });
    },

    'programme.answer': ({ assessmentId, questionId, revision, applies, maturity, note, shownBy, gap }) => {
      const workspace = deps.session();
      const assessment = findAssessment(workspace, assessmentId);
      if (assessment === undefined) return gone(assessmentId);
      if (assessment.state === 'final') return finished;
      const asked = elements().elements.some(({ questions }) => questions.some(({ id }) => id === questionId));
      if (!asked) return err({ code: 'record.notFound', entity: 'question', id: questionId });
      if (!applies && note === '')
        return err({ code: 'request.invalid', issues: ['note: say why the question does not concern the company'] });
      const id = answerIdOf(assessmentId, questionId);
      const known = findAnswer(workspace, id);
      if (known !== undefined && known.revision !== revision)
        return err({ code: 'record.stale', entity: 'answer', id: questionId, yours: revision, current: known.revision });
      return workspace.write({ method: 'programme.answer', params: { question: questionId }, subject: subject(assessmentId) }, () => {
        prepared(
          workspace.db,
          `INSERT INTO assessment_answers (id, assessment_id, question_id, applies, maturity, note, shown_by, gap) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET applies = excluded.applies, maturity = excluded.maturity, note = excluded.note,
             shown_by = excluded.shown_by, gap = excluded.gap, revision = revision + 1`,
        ).run(id, assessmentId, questionId, applies ? 1 : 0, applies ? maturity : null, note, shownBy, gap);
        return detail(workspace, assessmentId);
      });
    },

    'programme.finishAssessment': ({ id, revision, final }) => {
      const workspace = deps.session();
      const found = atRevision('assessment', id, revision, findAssessment(workspace, id));
      if (!found.ok) return found;
      if (final && answersOf(workspace, id).every(({ maturity, applies }) => maturity === null && applies === 1))
        return err({
          code: 'policy.refused',
          detail: 'No question is answered yet. Answer at least one before the assessment is finished',
        });
      const params = { title: found.value.title, final: final ? 'yes' : 'no' };
      return workspace.write({ method: 'programme.finishAssessment', params, subject: subject(id) }, () => {
        prepared(workspace.db, 'UPDATE assessments SET state = ?, revision = revision + 1 WHERE id = ?').run(final ? 'final' : 'draft', id);
        return detail(workspace, id);
      });
    },

    'programme.removeAssessment': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('assessment', id, revision, findAssessment(workspace, id));
      if (!found.ok) return found;
      return workspace.write({ method: 'programme.removeAssessment', params: { title: found.value.title }, subject: subject(id) }, () => {
        prepared(workspace.db, 'DELETE FROM assessment_answers WHERE assessment_id = ?').run(id);
        prepared(workspace.db, 'DELETE FROM assessments WHERE id = ?').run(id);
        return ok({ removed: true });
      });
    },
  };
}

const gone = (id: string): Reply<never> => err({ code: 'record.notFound', entity: 'assessment', id });
const finished: Reply<never> = err({ code: 'policy.refused', detail: 'This assessment is finished. Take it up again to change it' });
const notYet = (field: string): Reply<never> =>
  err({ code: 'request.invalid', issues: [`${field}: the day lies ahead; give the day it was done`] });
