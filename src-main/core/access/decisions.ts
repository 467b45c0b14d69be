import type { accessMethods } from '../../../src-shared/contract/access.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { aboutOf, putAnswer } from './answers.ts';
import { emptyAssetAccess, findAssetAccess, putAssetAccess } from './asset-access.ts';
import { findFinding, labelOf } from './finding-rows.ts';
import { findingView } from './finding-view.ts';
import { placeName } from './place-names.ts';

type Handlers = Pick<HandlersFor<typeof accessMethods>, 'access.decide' | 'access.answer'>;

/** Decisions and answers: the only things about findings that people write. */
export function createDecisionHandlers(deps: FeatureDeps): Handlers {
  const now = () => deps.ports.clock.now();
  const decide = (workspace: OpenWorkspace, findingId: string, state: string, reason: string, reviewOn: string | null): boolean => {
    const finding = findFinding(workspace, findingId);
    if (finding === undefined) return false;
    prepared(
      workspace.db,
      'INSERT INTO access_decisions (id, finding_id, state, reason, decided_by, decided_at, review_on, fingerprint, ground) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      deps.ports.ids.next(),
      findingId,
      state,
      reason,
      readWorkspaceSettings(workspace.db).person.name,
      now(),
      reviewOn,
      finding.fingerprint,
      JSON.stringify(finding.body.ground),
    );
    return true;
  };
  return {
    'access.decide': ({ ids, state, reason, reviewOn }) => {
      const workspace = deps.session();
      if (state !== 'open' && reason === '') return err({ code: 'request.invalid', issues: ['reason: say why'] });
      if (state === 'accepted' && reviewOn === null)
        return err({ code: 'request.invalid', issues: ['reviewOn: a known risk needs a day to look at it again'] });
      const first = findFinding(workspace, ids[0] ?? '');
      const params = { count: ids.length, label: first === undefined ? '' : labelOf(first.number), state };
      const subject = ids.length === 1 && ids[0] !== undefined ? { subject: { entity: 'accessFindings', id: ids[0] } } : {};
      return workspace.write({ method: 'access.decide', params, ...subject }, () => {
        for (const id of ids)
          if (!decide(workspace, id, state, reason, reviewOn)) return err({ code: 'record.notFound', entity: 'accessFinding', id });
        return ok({ decided: ids.length });
      });
    },

    'access.answer': ({ findingId, questionId, answer, source }) => {
      const workspace = deps.session();
      const finding = findFinding(workspace, findingId);
      const question = finding?.body.questions.find(({ id }) => id === questionId);
      if (finding === undefined || question === undefined) return err({ code: 'record.notFound', entity: 'accessFinding', id: findingId });
      const params = { label: labelOf(finding.number), answer };
      return workspace.write({ method: 'access.answer', params, subject: { entity: 'accessFindings', id: findingId } }, () => {
        putAnswer(workspace, deps.ports.ids.next(), {
          about: aboutOf(finding, question),
          question_id: questionId,
          answer,
          source,
          answered_by: readWorkspaceSettings(workspace.db).person.name,
          answered_at: now(),
        });
        if (finding.asset_id !== null && (question.field === 'published' || question.field === 'fundamentalResearch')) {
          const said = findAssetAccess(workspace, finding.asset_id) ?? emptyAssetAccess(finding.asset_id);
          putAssetAccess(workspace, { ...said, [question.field]: answer === 'unknown' ? null : answer === 'yes' });
        }
        if (answer === question.clearedBy)
          decide(workspace, findingId, 'cleared', `${question.ask} Answered ${answer}. ${source}`.slice(0, 2000), null);
        const view = findingView(workspace, findingId, deps.ports.clock.today(), placeName);
        return view === undefined ? err({ code: 'record.notFound', entity: 'accessFinding', id: findingId }) : ok(view);
      });
    },
  };
}
