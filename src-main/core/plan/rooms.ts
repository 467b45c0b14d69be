import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { findingStandings } from '../access/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { type Assessor, classificationStandings, listQuestions } from '../inventory/index.ts';
import { ownersKnownOf } from '../parties/index.ts';
import { hitStandings } from '../screening/index.ts';
import type { LinkedChecks, LinkedRoom, LinkJob, Standing } from './links.ts';

/** What looking again costs other rooms: their own runs. */
export interface LookingAgain {
  /** Runs the access audit over everything that counts. */
  audit(job: LinkJob): Promise<Reply<unknown>>;
  /** Screens these subjects again, given as `party id` and `person id`. */
  screen(subjects: ReadonlySet<string>, job: LinkJob): Promise<Reply<unknown>>;
  readonly assessor: Assessor;
}

/** Between the asset and the fact of a question. */
const between = '~';
/** More questions than one asset has. */
const allOfAsset = 2000;

/** Rooms whose records tasks are made of, and how each is looked at again. */
export function linkedRooms(again: LookingAgain, text: Text): readonly LinkedRoom[] {
  const say = text.dynamic;
  const openOr = (open: boolean, words: string): Standing => ({ state: open ? 'open' : 'settled', words: words.slice(0, 200) });

  const classify = (workspace: OpenWorkspace, ids: readonly string[]): Promise<Reply<unknown>> => {
    const there = classificationStandings(workspace, ids).map(({ id }) => id);
    if (there.length === 0) return Promise.resolve(ok(null));
    return Promise.resolve(
      workspace.write({ method: 'plan.lookAgain', params: { count: there.length } }, () => {
        again.assessor.assess(workspace, there);
        return ok(null);
      }),
    );
  };

  return [
    {
      kind: 'accessFinding',
      states: (workspace, ids) =>
        new Map(
          findingStandings(workspace, ids).map(({ id, state, gone, moved }) => {
            if (gone) return [id, openOr(false, say('plan.link.notFound'))];
            if (moved) return [id, openOr(true, say('plan.link.moved', { state: say(`access.state.${state}`) }))];
            return [id, openOr(state === 'open', say(`access.state.${state}`))];
          }),
        ),
      lookAgain: (_workspace, _ids, job) => again.audit(job),
    },
    {
      kind: 'screeningHit',
      states: (workspace, ids) =>
        new Map(hitStandings(workspace, ids).map(({ id, state, waits }) => [id, openOr(waits, say(`screening.state.${state}`))])),
      lookAgain: (workspace, ids, job) => again.screen(new Set(hitStandings(workspace, ids).map(({ subject }) => subject)), job),
    },
    {
      kind: 'question',
      states: (workspace, ids) => new Map(ids.flatMap((id) => questionStanding(workspace, id, say))),
      lookAgain: (workspace, ids) => classify(workspace, [...new Set(ids.map((id) => id.split(between)[0] ?? id))]),
    },
    {
      kind: 'asset',
      states: (workspace, ids) =>
        new Map(
          // Whether an asset is settled depends on what it was taken up for; a link that does not say so is only told.
          classificationStandings(workspace, ids).map(({ id, standing }) => [id, { state: 'plain', words: say(`standing.${standing}`) }]),
        ),
      lookAgain: (workspace, ids) => classify(workspace, ids),
    },
    {
      kind: 'party',
      states: (workspace, ids) =>
        new Map(
          ownersKnownOf(workspace, ids).map(({ id, ownersKnown }) => [
            id,
            { state: 'plain', words: say(`parties.ownersKnown.${ownersKnown}`) },
          ]),
        ),
      lookAgain: (_workspace, ids, job) => again.screen(new Set(ids.map((id) => `party ${id}`)), job),
    },
  ];
}

/** Quality checks, and what is said of a record that one of them found. */
export const linkedChecks = (run: Pick<LinkedChecks, 'found' | 'readAhead'>, text: Text): LinkedChecks => ({
  ...run,
  words: (check, named) =>
    text.dynamic(named ? 'plan.link.named' : 'plan.link.notNamed', { check: text.dynamic(`quality.check.${check}`) }).slice(0, 200),
});

/** A question is settled once its asset no longer asks it; a reference to an asset alone stands for all it asks. */
function questionStanding(workspace: OpenWorkspace, id: string, say: Text['dynamic']): readonly (readonly [string, Standing])[] {
  const [assetId = '', factId = ''] = id.split(between);
  if (classificationStandings(workspace, [assetId]).length === 0) return [];
  const asked = listQuestions(workspace, { assetId, dropped: false, limit: allOfAsset });
  const open = factId === '' ? asked.length > 0 : asked.some((question) => question.factId === factId);
  return [[id, { state: open ? 'open' : 'settled', words: say(open ? 'plan.link.asked' : 'plan.link.answered') }]];
}
