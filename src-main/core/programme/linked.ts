import type { LinkState } from '../../../src-shared/contract/plan.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { SHOWABLE_FROM } from '../../engine/programme/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { allAssessments, answerIdOf, answersOf } from './assessments.ts';
import type { ProgrammeJoins } from './joins.ts';
import { readProgrammeSettings } from './settings.ts';

/**
 * How questions that became tasks stand in the newest assessment: settled once the answer reaches the target and something shows it, or the
 * question does not concern the company. Nothing has to be run for it: answers are given by people.
 */
export function answerLinks(joins: ProgrammeJoins, text: Text) {
  const states = (
    workspace: OpenWorkspace,
    ids: readonly string[],
  ): ReadonlyMap<string, Pick<LinkState, 'state' | 'words'> & { readonly saidOn: IsoDate | null }> => {
    const [newest] = allAssessments(workspace);
    if (newest === undefined) return new Map();
    const { target } = readProgrammeSettings(workspace);
    const given = new Map(answersOf(workspace, newest.id).map((answer) => [answer.question_id, answer]));
    const proven = joins.proven(
      workspace,
      [...given.values()].map(({ id }) => id),
    );
    return new Map(
      ids.map((id) => {
        const questionId = id.split('~')[1] ?? '';
        const answer = given.get(questionId);
        const maturity = answer?.maturity ?? null;
        const outside = answer?.applies === 0;
        const shown = answer !== undefined && (answer.shown_by !== '' || proven.has(answerIdOf(newest.id, questionId)));
        const reached = maturity !== null && maturity >= target && (maturity < SHOWABLE_FROM || shown);
        const word = outside ? 'outside' : maturity === null ? 'none' : String(maturity);
        const state = outside || reached ? 'settled' : 'open';
        return [
          id,
          { state, words: text.dynamic(`programme.maturity.${word}`), saidOn: maturity === null ? null : newest.assessed_on },
        ] as const;
      }),
    );
  };
  return { kind: 'assessmentAnswer' as const, states, lookAgain: () => Promise.resolve(ok(null)) };
}
