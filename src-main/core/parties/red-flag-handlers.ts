import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { FlagsOf, redFlagMethods } from '../../../src-shared/contract/red-flags.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { JudgingFor } from '../classification/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { answersOf, flagsIn, flagsOf } from './red-flags.ts';
import { findParty } from './store.ts';

/** Answers the checklist of red flags on a party. */
export function createRedFlagHandlers(deps: FeatureDeps, judging: JudgingFor): HandlersFor<typeof redFlagMethods> {
  const of = (workspace: OpenWorkspace, partyId: string): Reply<FlagsOf> =>
    findParty(workspace, partyId) === undefined
      ? err({ code: 'record.notFound', entity: 'party', id: partyId })
      : ok(flagsOf(workspace, judging(workspace).packs, partyId));

  return {
    'redFlags.of': ({ partyId }) => of(deps.session(), partyId),

    'redFlags.answer': ({ partyId, flags, state, note, by, on }) => {
      const workspace = deps.session();
      const party = findParty(workspace, partyId);
      if (party === undefined) return err({ code: 'record.notFound', entity: 'party', id: partyId });
      if (on > deps.ports.clock.today()) return err({ code: 'request.invalid', issues: ['on: the day has not come'] });
      if (state === 'seen' && note === '') return err({ code: 'request.invalid', issues: ['note: what was seen has to be said'] });
      const known = flagsIn(judging(workspace).packs);
      const answers = answersOf(workspace, partyId);
      for (const id of flags) {
        if (!known.has(id) && !answers.has(id)) return err({ code: 'record.notFound', entity: 'redFlag', id });
        const now = answers.get(id);
        if (state !== 'seen' && now?.state === 'seen')
          return err({ code: 'policy.refused', detail: 'A red flag that was seen is resolved with a reason, not taken away' });
      }
      const about = { method: 'redFlags.answer', params: { state, count: flags.length, name: party.name.slice(0, 200) } };
      return workspace.write({ ...about, subject: { entity: 'parties', id: partyId } }, () => {
        for (const id of flags) {
          const flag = known.get(id);
          const now = answers.get(id);
          if (state === 'notLooked') {
            prepared(workspace.db, 'DELETE FROM party_flags WHERE party_id = ? AND flag = ?').run(partyId, id);
            continue;
          }
          prepared(
            workspace.db,
            `INSERT INTO party_flags (id, party_id, flag, says, category, citation, state, note, said_by, said_on)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET says = excluded.says, category = excluded.category, citation = excluded.citation,
               state = excluded.state, note = excluded.note, said_by = excluded.said_by, said_on = excluded.said_on,
               resolution = '', resolved_by = '', resolved_on = NULL`,
          ).run(
            `${partyId}~${id}`,
            partyId,
            id,
            flag?.text ?? now?.says ?? '',
            flag?.category ?? now?.category ?? 'customer',
            flag?.citation.locator ?? now?.citation ?? '',
            state,
            note,
            by,
            on,
          );
        }
        return of(workspace, partyId);
      });
    },

    'redFlags.resolve': ({ partyId, flag, reason, by, on }) => {
      const workspace = deps.session();
      const party = findParty(workspace, partyId);
      if (party === undefined) return err({ code: 'record.notFound', entity: 'party', id: partyId });
      const now = answersOf(workspace, partyId).get(flag);
      if (now === undefined) return err({ code: 'record.notFound', entity: 'redFlag', id: flag });
      if (now.state !== 'seen' || now.resolved_on !== null)
        return err({ code: 'policy.refused', detail: 'Only a red flag that was seen and is open can be resolved' });
      if (on > deps.ports.clock.today() || on < now.said_on)
        return err({ code: 'request.invalid', issues: ['on: the day lies before it was seen, or has not come'] });
      const about = { method: 'redFlags.resolve', params: { name: party.name.slice(0, 200), flag: now.says.slice(0, 300) } };
      return workspace.write({ ...about, subject: { entity: 'parties', id: partyId } }, () => {
        prepared(
          workspace.db,
          'UPDATE party_flags SET resolution = ?, resolved_by = ?, resolved_on = ? WHERE party_id = ? AND flag = ?',
        ).run(reason, by, on, partyId, flag);
        return of(workspace, partyId);
      });
    },
  };
}
