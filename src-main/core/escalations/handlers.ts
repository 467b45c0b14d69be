import type { EscalatedCase, escalationMethods } from '../../../src-shared/contract/escalations.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type Records, recordKey } from '../records/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import {
  closeByAnswer,
  type EscalationRecord,
  escalationsOf,
  escalationsWhere,
  findEscalation,
  insertEscalation,
  recordOf,
  staffHits,
  viewOf,
} from './store.ts';

export interface EscalationJoins {
  readonly records: Records;
  /** Puts a possible match that was answered back before whoever decides. Part of the command that keeps the answer. */
  readonly answered: (workspace: OpenWorkspace, hitId: string, answer: string, by: string) => void;
}

/** Answers the questions passed on. */
export function createEscalationHandlers(deps: FeatureDeps, { records, answered }: EscalationJoins): HandlersFor<typeof escalationMethods> {
  const today = () => deps.ports.clock.today();
  const views = (workspace: OpenWorkspace, rows: readonly EscalationRecord[]): EscalatedCase[] => {
    const titles = records.titles(workspace, rows.map(recordOf));
    const staff = staffHits(
      workspace,
      rows.filter((row) => row.record_kind === 'screeningHit').map((row) => row.record_id),
    );
    return rows.map((row) => viewOf(row, titles.get(recordKey(recordOf(row))) ?? '', staff.has(row.record_id), today()));
  };
  const view = (workspace: OpenWorkspace, id: string): Reply<EscalatedCase> => {
    const row = findEscalation(workspace, id);
    const [found] = row === undefined ? [] : views(workspace, [row]);
    return found === undefined ? err({ code: 'record.notFound', entity: 'escalation', id }) : ok(found);
  };
  return {
    'escalations.list': ({ open, to, offset, limit }) => {
      const workspace = deps.session();
      const [waiting, closed] = [escalationsWhere(workspace, true, null), escalationsWhere(workspace, false, null)];
      const shown = open ? waiting : closed;
      const wanted = shown.filter((row) => to === null || row.to_name === to);
      const counts = new Map<string, number>();
      for (const { to_name } of shown) counts.set(to_name, (counts.get(to_name) ?? 0) + 1);
      return ok({
        total: wanted.length,
        rows: views(workspace, wanted.slice(offset, offset + limit)),
        open: waiting.length,
        answered: closed.length,
        waitingFor: [...counts]
          .map(([name, count]) => ({ to: name, count }))
          .sort((a, b) => b.count - a.count || a.to.localeCompare(b.to))
          .slice(0, 200),
      });
    },

    'escalations.of': ({ record }) => ok(views(deps.session(), escalationsOf(deps.session(), record))),

    'escalations.ask': ({ record, escalation }) => {
      const workspace = deps.session();
      if (records.title(workspace, record) === undefined)
        return err({ code: 'record.notFound', entity: record.kind, id: record.id.slice(0, 80) });
      if (record.kind === 'screeningHit')
        return err({ code: 'policy.refused', detail: 'A possible match is passed on by deciding it, so that its state says so' });
      if (escalation.dueOn !== null && escalation.dueOn < today())
        return err({ code: 'request.invalid', issues: ['dueOn: the day has passed'] });
      const id = deps.ports.ids.next();
      const note = { method: 'escalations.ask', params: { to: escalation.to }, subject: records.subject(record) };
      return workspace.write(note, () => {
        const by = readWorkspaceSettings(workspace.db).person.name;
        insertEscalation(workspace, record, escalation, { id, by, now: deps.ports.clock.now(), today: today() });
        return view(workspace, id);
      });
    },

    'escalations.answer': ({ id, answer, by }) => {
      const workspace = deps.session();
      const row = findEscalation(workspace, id);
      if (row === undefined) return err({ code: 'record.notFound', entity: 'escalation', id });
      if (row.closed !== null) return err({ code: 'policy.refused', detail: 'This one is closed already' });
      const note = { method: 'escalations.answer', params: { to: row.to_name }, subject: records.subject(recordOf(row)) };
      return workspace.write(note, () => {
        closeByAnswer(workspace, id, answer, by, today());
        const others = escalationsOf(workspace, recordOf(row)).some(({ closed }) => closed === null);
        if (row.record_kind === 'screeningHit' && !others) answered(workspace, row.record_id, answer, by);
        return view(workspace, id);
      });
    },
  };
}
