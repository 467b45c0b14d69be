import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { Disposal, Hold, RetentionRule, RetentionState, retentionMethods } from '../../../src-shared/contract/retention.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import { disposeEvidence, evidenceOf } from '../evidence/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { heldError, holdRecords, holdsOn, placeHold } from '../holds/index.ts';
import { createSlicer } from '../jobs/index.ts';
import type { Records } from '../records/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { allClocks, clockOf, eventsOf, retentionRule } from './clocks.ts';
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
      return ok({ rule, events, holds, clock: clockOf(events, rule, today(), holds.length > 0) });
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
      const slicer = createSlicer();
      const all = await allClocks(workspace, sources, rule, today(), () => slicer.pause());
      const words = text.trim().toLocaleLowerCase();
      const wanted = all.filter((row) => (kind === null || row.record.kind === kind) && row.title.toLocaleLowerCase().includes(words));
      const counts: Record<RetentionState, number> = { held: 0, running: 0, past: 0, notStarted: 0 };
      for (const row of wanted) counts[row.state] += 1;
      const rows = state === null ? wanted : wanted.filter((row) => row.state === state);
      return ok({ rule, today: today(), counts, total: rows.length, rows: rows.slice(offset, offset + limit) });
    },

    'retention.dispose': ({ records: wanted, reason }) => {
      const workspace = deps.session();
      const rule = ruleNow(workspace);
      const due: { readonly record: RecordRef; readonly title: string; readonly keepUntil: IsoDate }[] = [];
      for (const record of wanted) {
        const title = records.title(workspace, record);
        if (title === undefined) return missing(record);
        const held = heldError(workspace, record);
        if (held !== undefined) return err(held);
        const { state, keepUntil } = clockOf(eventsOf(workspace, sources, record), rule, today(), false);
        if (state !== 'past' || keepUntil === null) return err({ code: 'retention.tooEarly', title: title.slice(0, 300), keepUntil });
        due.push({ record, title, keepUntil });
      }
      return workspace.writeInSlices(
        {
          method: 'retention.dispose',
          params: { count: due.length, name: due[0]?.title.slice(0, 200) ?? '', reason: reason.slice(0, 300) },
          ...(due.length === 1 && due[0] !== undefined ? { subject: records.subject(due[0].record) } : {}),
          undoable: false,
        },
        async (tx) => {
          let items = 0;
          for (const { record, title, keepUntil } of due) {
            const gone = evidenceOf(tx, record).map(({ name, sha256 }) => ({ name, sha256 }));
            items += gone.length;
            await disposeEvidence(tx, record);
            prepared(tx.db, 'INSERT INTO disposals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
              deps.ports.ids.next(),
              record.kind,
              record.id,
              title.slice(0, 700),
              reason,
              keepUntil,
              JSON.stringify(gone.slice(0, 2000)),
              by(workspace),
              deps.ports.clock.now(),
            );
          }
          return ok({ records: due.length, items });
        },
      );
    },

    'retention.disposals': () =>
      ok(
        prepared<[], DisposalRow>(deps.session().db, 'SELECT * FROM disposals ORDER BY disposed_at DESC, id LIMIT 1000')
          .all()
          .map(toDisposal),
      ),
  };
}

interface DisposalRow extends Pick<Disposal, 'id' | 'title' | 'reason'> {
  readonly record_kind: RecordKind;
  readonly record_id: string;
  readonly keep_until: IsoDate;
  readonly items: string;
  readonly disposed_by: string;
  readonly disposed_at: Disposal['at'];
}

const toDisposal = (row: DisposalRow): Disposal => ({
  id: row.id,
  record: { kind: row.record_kind, id: row.record_id },
  title: row.title,
  reason: row.reason,
  keepUntil: row.keep_until,
  items: JSON.parse(row.items) as Disposal['items'],
  by: row.disposed_by,
  at: row.disposed_at,
});
