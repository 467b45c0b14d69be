import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { VettingSubject, VettingView, vettingMethods } from '../../../src-shared/contract/vetting.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { VettingState, vettingKindsOf } from '../../../src-shared/model/vetting.ts';
import { answersFor, expectedOfStaff, partyStandings, vettingStandings } from '../../engine/vetting/index.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import { evidenceCounts } from '../evidence/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type Records, recordKey } from '../records/index.ts';
import { isOpen, type VettingJoins, vettingLines } from './standings.ts';
import { dropVetting, findVetting, keepVetting, readRules, type VettingRecord, vettingsOf, wordsOfPerson, writeRules } from './store.ts';

/** How the journal names whom a check is about. */
const subjectOf = ({ kind, id }: VettingSubject) => ({ entity: kind === 'party' ? 'parties' : 'people', id });

/** Answers the methods of checks and undertakings. */
export function createVettingHandlers(deps: FeatureDeps, joins: VettingJoins, records: Records): HandlersFor<typeof vettingMethods> {
  const today = () => deps.ports.clock.today();

  const nameOf = (workspace: OpenWorkspace, subject: VettingSubject): string | undefined => records.title(workspace, subject);

  const views = (workspace: OpenWorkspace, rows: readonly VettingRecord[]): VettingView[] => {
    const counts = new Map(
      evidenceCounts(
        workspace,
        rows.map(({ id }) => ({ kind: 'vetting', id })),
      ).map(({ record, count }) => [record.id, count]),
    );
    const known = new Map<string, { readonly name: string; readonly kept: readonly VettingRecord[] }>();
    const about = (subject: VettingSubject) => {
      const key = recordKey(subject);
      const one = known.get(key) ?? { name: nameOf(workspace, subject)?.slice(0, 400) ?? '', kept: vettingsOf(workspace, subject) };
      known.set(key, one);
      return one;
    };
    return rows.map((row) => {
      const subject = { kind: row.subject_kind, id: row.subject_id };
      const { name, kept } = about(subject);
      const newer = kept.some((other) => answersFor(row.kind, other.kind) && other.done_on > row.done_on && other.result !== 'waiting');
      return {
        id: row.id,
        subject,
        subjectName: name,
        kind: row.kind,
        doneOn: isoDate(row.done_on),
        doneBy: row.done_by,
        nextOn: row.next_on === null ? null : isoDate(row.next_on),
        overdue: row.next_on !== null && row.next_on < today() && !newer,
        words: row.subject_kind === 'person' ? null : { result: row.result ?? 'waiting', matter: row.matter, conditions: row.conditions },
        waiting: row.result === 'waiting',
        evidence: counts.get(row.id) ?? 0,
        revision: row.revision,
      };
    });
  };

  const view = (workspace: OpenWorkspace, id: string): Reply<VettingView> => {
    const row = findVetting(workspace, id);
    const [found] = row === undefined ? [] : views(workspace, [row]);
    return found === undefined ? err({ code: 'record.notFound', entity: 'vetting', id }) : ok(found);
  };

  const rulesNow = () => ok(readRules(deps.session()));

  return {
    'vetting.of': ({ subject }) => {
      const workspace = deps.session();
      const { rules, own } = readRules(workspace);
      const rows = vettingsOf(workspace, subject);
      const party = subject.kind === 'party' ? joins.party(workspace, subject.id) : undefined;
      const person = subject.kind === 'person' ? joins.member(workspace, subject.id) : undefined;
      const kept = rows.map((row) => ({ kind: row.kind, doneOn: row.done_on, nextOn: row.next_on, result: row.result })).reverse();
      const standings =
        party !== undefined
          ? partyStandings(rules, { tier: party.tier ?? 'none', roles: party.roles }, kept, today())
          : vettingStandings(kept, person === undefined ? new Map() : expectedOfStaff(rules, person.sensitive), today());
      return ok({ kept: views(workspace, rows), standings: [...standings], ownRules: own, sensitive: person?.sensitive ?? null });
    },

    'vetting.get': ({ id }) => view(deps.session(), id),

    'vetting.due': ({ who, offset, limit }) => {
      const lines = [...vettingLines(deps.session(), joins, today()).values()];
      const open = lines.flatMap(({ subject, name, standings }) =>
        standings.filter(isOpen).map((standing) => ({ subject, name: name.slice(0, 400), standing })),
      );
      const of = (kind: VettingSubject['kind']) => open.filter(({ subject }) => subject.kind === kind);
      const wanted = of(who === 'parties' ? 'party' : 'person').sort(
        (a, b) =>
          VettingState.options.indexOf(a.standing.state) - VettingState.options.indexOf(b.standing.state) ||
          (a.standing.dueOn ?? '').localeCompare(b.standing.dueOn ?? '') ||
          a.name.localeCompare(b.name),
      );
      return ok({
        total: wanted.length,
        rows: wanted.slice(offset, offset + limit),
        parties: of('party').length,
        people: of('person').length,
      });
    },

    'vetting.save': ({ id, revision, subject, kind, doneOn, doneBy, nextOn, words }) => {
      const workspace = deps.session();
      if (nameOf(workspace, subject) === undefined) return err({ code: 'record.notFound', entity: subject.kind, id: subject.id });
      if (!vettingKindsOf[subject.kind].includes(kind)) return err({ code: 'request.invalid', issues: ['kind: not one of this side'] });
      if (doneOn > today()) return err({ code: 'request.invalid', issues: ['doneOn: the day has not come'] });
      if (nextOn !== null && nextOn <= doneOn)
        return err({ code: 'request.invalid', issues: ['nextOn: the next day does not come after this one'] });
      if (words.result === 'passedWithConditions' && words.conditions === '')
        return err({ code: 'request.invalid', issues: ['conditions: it passed with conditions, but none are named'] });
      if (id !== null) {
        const found = atRevision('vetting', id, revision, findVetting(workspace, id));
        if (!found.ok) return found;
        if (found.value.subject_id !== subject.id || found.value.subject_kind !== subject.kind)
          return err({ code: 'request.invalid', issues: ['subject: it belongs to somebody else'] });
      }
      const kept = id ?? deps.ports.ids.next();
      return workspace.write({ method: 'vetting.save', params: { kind, check: kept }, subject: subjectOf(subject) }, () => {
        keepVetting(workspace, { id: kept, subject, kind, doneOn, doneBy, nextOn, words }, () => deps.ports.ids.next());
        return view(workspace, kept);
      });
    },

    'vetting.remove': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('vetting', id, revision, findVetting(workspace, id));
      if (!found.ok) return found;
      const row = found.value;
      const about = { kind: row.subject_kind, id: row.subject_id };
      const note = { method: 'vetting.remove', params: { kind: row.kind, check: id }, subject: subjectOf(about) };
      return workspace.write({ ...note, ...(about.kind === 'person' ? { undoable: false } : {}) }, () => {
        dropVetting(workspace, row);
        return ok({ removed: true });
      });
    },

    'vetting.reveal': ({ personId, purpose }) => {
      const workspace = deps.session();
      if (nameOf(workspace, { kind: 'person', id: personId }) === undefined)
        return err({ code: 'record.notFound', entity: 'person', id: personId });
      // A look changes nothing, but it is an entry: undo passes over it.
      return workspace.write({ method: 'vetting.reveal', params: { purpose }, subject: { entity: 'people', id: personId } }, () =>
        ok({ words: [...wordsOfPerson(workspace, personId)] }),
      );
    },

    'vetting.rules': rulesNow,
    'vetting.setRules': ({ rules, revision }) => {
      const workspace = deps.session();
      const found = atRevision('vettingRules', '1', revision, readRules(workspace));
      if (!found.ok) return found;
      return workspace.write({ method: 'vetting.setRules', params: { own: rules === null ? 'no' : 'yes' } }, () => {
        writeRules(workspace, rules);
        return rulesNow();
      });
    },
  };
}
