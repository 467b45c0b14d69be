import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { Hold, RetentionRow, RetentionRule, RetentionState, retentionMethods } from '../../../src-shared/contract/retention.ts';
import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { holdRecords, holdsOn, placeHold } from '../holds/index.ts';
import { createSlicer } from '../jobs/index.ts';
import type { Records } from '../records/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { allClocks, clockByRule, clockOf, eventsOf, retentionRule } from './clocks.ts';
import { createDisposalHandlers } from './disposal.ts';
import { findHold, listHolds } from './hold-views.ts';
import type { RetentionSource } from './sources.ts';

type Handlers = HandlersFor<typeof retentionMethods>;

export interface RetentionJoins {
  readonly records: Records;
  readonly sources: readonly RetentionSource[];
  /** Packs that are switched on. */
  packs(workspace: OpenWorkspace): readonly RulePack[];
}

/** How long records are kept, what holds them, and what went when its time was over. */
export function createRetentionHandlers(deps: FeatureDeps, { records, sources, packs }: RetentionJoins): Handlers {
  // Records are kept by the real day, whatever day the rules are judged on.
  const today = () => deps.ports.clock.today();
  const ruleNow = (workspace: OpenWorkspace): RetentionRule | null => retentionRule(packs(workspace), today());
  const by = (workspace: OpenWorkspace) => readWorkspaceSettings(workspace.db).person.name;
  const missing = ({ kind, id }: RecordRef) => err({ code: 'record.notFound' as const, entity: kind, id: id.slice(0, 80) });
  const unknown = (workspace: OpenWorkspace, wanted: readonly RecordRef[]): RecordRef | undefined => {
    const titles = records.titles(workspace, wanted);
    return wanted.find(({ kind, id }) => !titles.has(`${kind} ${id}`));
  };
  const changedHold = (workspace: OpenWorkspace, id: string): Reply<Hold> => {
    const hold = findHold(workspace, records, id);
    return hold === undefined ? err({ code: 'record.notFound', entity: 'hold', id }) : ok(hold);
  };
  const holdAt = (workspace: OpenWorkspace, id: string, revision: number): Reply<Hold> => {
    const found = atRevision('hold', id, revision, findHold(workspace, records, id));
    if (!found.ok || found.value.lifted === null) return found;
    return err({ code: 'record.conflict', entity: 'hold', detail: found.value.matter });
  };
  const clocks = (rule: RetentionRule | null): Promise<readonly RetentionRow[]> => {
    const slicer = createSlicer();
    return allClocks(deps.session(), records, sources, rule, today(), () => slicer.pause());
  };
  const subjectOf = (wanted: readonly RecordRef[], holdId: string) =>
    wanted.length === 1 && wanted[0] !== undefined ? records.subject(wanted[0]) : { entity: 'holds', id: holdId };

  return {
    'retention.holds': () => ok(listHolds(deps.session(), records)),

    'retention.placeHold': ({ records: wanted, from, ...hold }) => {
      const workspace = deps.session();
      if (wanted.length === 0 && !hold.everything) return err({ code: 'request.invalid', issues: ['records: nothing would be held'] });
      const stranger = unknown(workspace, wanted);
      if (stranger !== undefined) return missing(stranger);
      const id = deps.ports.ids.next();
      return workspace.write(
        {
          method: 'retention.placeHold',
          params: { matter: hold.matter, count: hold.everything ? 0 : wanted.length },
          subject: subjectOf(wanted, id),
          undoable: false,
        },
        () => {
          placeHold(workspace, { ...hold, id, records: wanted, from, by: by(workspace), at: deps.ports.clock.now() });
          return changedHold(workspace, id);
        },
      );
    },

    'retention.widenHold': ({ id, revision, everything, records: wanted }) => {
      const workspace = deps.session();
      const found = holdAt(workspace, id, revision);
      if (!found.ok) return found;
      const stranger = unknown(workspace, wanted);
      if (stranger !== undefined) return missing(stranger);
      return workspace.write(
        {
          method: 'retention.widenHold',
          params: { matter: found.value.matter, count: everything ? 0 : wanted.length },
          subject: subjectOf(wanted, id),
          undoable: false,
        },
        () => {
          prepared(workspace.db, 'UPDATE holds SET everything = max(everything, ?), revision = revision + 1 WHERE id = ?').run(
            everything ? 1 : 0,
            id,
          );
          holdRecords(workspace, id, wanted);
          return changedHold(workspace, id);
        },
      );
    },

    'retention.liftHold': ({ id, revision, reason }) => {
      const workspace = deps.session();
      const found = holdAt(workspace, id, revision);
      if (!found.ok) return found;
      return workspace.write(
        {
          method: 'retention.liftHold',
          params: { matter: found.value.matter, reason: reason.slice(0, 300) },
          subject: { entity: 'holds', id },
          undoable: false,
        },
        () => {
          prepared(
            workspace.db,
            'UPDATE holds SET lifted_by = ?, lifted_at = ?, lift_reason = ?, revision = revision + 1 WHERE id = ?',
          ).run(by(workspace), deps.ports.clock.now(), reason, id);
          return changedHold(workspace, id);
        },
      );
    },

    'retention.of': ({ record }) => {
      const workspace = deps.session();
      const rule = ruleNow(workspace);
      const events = eventsOf(workspace, sources, record);
      const holds = holdsOn(workspace, record).slice(0, 100);
      return ok({
        rule,
        events,
        holds,
        clock: clockOf(events, rule, today(), holds.length > 0),
        byRule: clockByRule(events, rule, today()),
      });
    },

    'retention.addEvent': ({ record, what, day, note }) => {
      const workspace = deps.session();
      if (records.title(workspace, record) === undefined) return missing(record);
      const event = { id: deps.ports.ids.next(), what, day, note, by: by(workspace), revision: 0 };
      return workspace.write({ method: 'retention.addEvent', params: { what, day }, subject: records.subject(record) }, () => {
        prepared(workspace.db, 'INSERT INTO retention_events VALUES (?, ?, ?, ?, ?, ?, ?, 0)').run(
          event.id,
          record.kind,
          record.id,
          what,
          day,
          note,
          event.by,
        );
        return ok(event);
      });
    },

    'retention.removeEvent': ({ id, revision }) => {
      const workspace = deps.session();
      const row = prepared<[string], { record_kind: RecordKind; record_id: string; what: string; day: string; revision: number }>(
        workspace.db,
        'SELECT record_kind, record_id, what, day, revision FROM retention_events WHERE id = ?',
      ).get(id);
      const found = atRevision('retentionEvent', id, revision, row);
      if (!found.ok) return found;
      const { record_kind: kind, record_id: recordId, what, day } = found.value;
      return workspace.write(
        { method: 'retention.removeEvent', params: { what, day }, subject: records.subject({ kind, id: recordId }) },
        () => {
          prepared(workspace.db, 'DELETE FROM retention_events WHERE id = ?').run(id);
          return ok({});
        },
      );
    },

    'retention.list': async ({ state, kind, text, offset, limit }) => {
      const workspace = deps.session();
      const rule = ruleNow(workspace);
      const all = await clocks(rule);
      const words = text.trim().toLocaleLowerCase();
      const wanted = all.filter((row) => (kind === null || row.record.kind === kind) && row.title.toLocaleLowerCase().includes(words));
      const counts: Record<RetentionState, number> = { held: 0, running: 0, past: 0, notStarted: 0 };
      for (const row of wanted) counts[row.state] += 1;
      const rows = state === null ? wanted : wanted.filter((row) => row.state === state);
      return ok({ rule, today: today(), counts, total: rows.length, rows: rows.slice(offset, offset + limit) });
    },

    ...createDisposalHandlers(deps, { records, ruleNow, by, clocks }),
  };
}
