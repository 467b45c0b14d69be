import type { caseMethods, IncidentColumns, IncidentDetail } from '../../../src-shared/contract/cases.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { placeHold } from '../holds/index.ts';
import { foldForSearch } from '../inventory/index.ts';
import { recordEntries } from '../journal/index.ts';
import { findHalt, haltsInForce, incidentNumber } from './halts.ts';
import { checkIncident } from './incident-checks.ts';
import {
  allIncidents,
  findAction,
  findEscalation,
  findIncident,
  type IncidentRecord,
  insertIncident,
  updateIncident,
} from './incident-store.ts';
import { caseLawOf, incidentDetail, incidentExposures, incidentRow, keptOf } from './incident-view.ts';
import type { CaseJoins } from './joins.ts';

type Handlers = Pick<
  HandlersFor<typeof caseMethods>,
  | 'cases.incidents'
  | 'cases.incident'
  | 'cases.exposures'
  | 'cases.incidentHistory'
  | 'cases.recordIncident'
  | 'cases.updateIncident'
  | 'cases.closeIncident'
  | 'cases.holdEvidence'
  | 'cases.halt'
  | 'cases.liftHalt'
  | 'cases.halts'
  | 'cases.saveAction'
  | 'cases.removeAction'
  | 'cases.escalate'
  | 'cases.answerEscalation'
>;

/** Kinds of record that can be halted: what is released, granted, shipped or served. */
const canHalt = new Set<RecordRef['kind']>(['asset', 'person', 'party', 'site']);

/** Incidents from discovery to lessons, with what they halt. */
export function createIncidentHandlers(deps: FeatureDeps, joins: CaseJoins): Handlers {
  const today = () => deps.ports.clock.today();

  const view = (workspace: OpenWorkspace, id: string): Reply<IncidentDetail> => {
    const record = findIncident(workspace, id);
    if (record === undefined) return err({ code: 'record.notFound', entity: 'incident', id });
    const { on } = joins.judging(workspace);
    return ok(incidentDetail(workspace, record, joins.allPacks(workspace), joins.records, { today: today(), on }));
  };

  const write = (
    workspace: OpenWorkspace,
    method: string,
    record: Pick<IncidentRecord, 'id' | 'number'>,
    params: Record<string, string | number>,
    work: () => void,
  ): Reply<IncidentDetail> =>
    workspace.write(
      { method, params: { number: incidentNumber(record.number), ...params }, subject: { entity: 'incidents', id: record.id } },
      () => {
        work();
        return view(workspace, record.id);
      },
    );

  const incidentAt = (workspace: OpenWorkspace, id: string): Reply<IncidentRecord> => {
    const record = findIncident(workspace, id);
    return record === undefined ? err({ code: 'record.notFound', entity: 'incident', id }) : ok(record);
  };

  const unknownLink = (
    workspace: OpenWorkspace,
    links: IncidentColumns['links'] | undefined,
    before: IncidentColumns['links'],
  ): Reply<null> => {
    const known = new Set(before.map(({ kind, id }) => `${kind} ${id}`));
    const lost = (links ?? []).find((link) => !known.has(`${link.kind} ${link.id}`) && joins.records.title(workspace, link) === undefined);
    return lost === undefined ? ok(null) : err({ code: 'record.notFound', entity: lost.kind, id: lost.id.slice(0, 80) });
  };

  return {
    'cases.incidents': ({ view: wanted, text, offset, limit }) => {
      const workspace = deps.session();
      const law = caseLawOf(joins.allPacks(workspace));
      const words = foldForSearch(text ?? '')
        .split(' ')
        .filter(Boolean);
      const all = allIncidents(workspace).map((record) => incidentRow(record, keptOf(workspace, record.id), law, today()));
      const open = all.filter(({ closedOn }) => closedOn === null);
      const views = {
        all: () => all,
        open: () => open,
        late: () => open.filter(({ late }) => late),
        closed: () => all.filter(({ closedOn }) => closedOn !== null),
      } as const;
      const rows = views[wanted]().filter((row) =>
        words.every((word) => foldForSearch(`${row.number} ${row.title} ${row.owner}`).includes(word)),
      );
      return ok({
        total: rows.length,
        counts: {
          open: open.length,
          closed: all.length - open.length,
          late: open.filter(({ late }) => late).length,
          halts: open.reduce((sum, { halts }) => sum + halts, 0),
        },
        rows: rows.slice(offset, offset + limit),
      });
    },
    'cases.exposures': () => {
      const workspace = deps.session();
      const law = caseLawOf(joins.allPacks(workspace));
      const { on } = joins.judging(workspace);
      return ok(law === null ? [] : incidentExposures(allIncidents(workspace), law, on));
    },
    'cases.incident': ({ id }) => view(deps.session(), id),
    'cases.incidentHistory': ({ id }) => ok(recordEntries(deps.session().db, 'incidents', id, 200)),

    'cases.recordIncident': ({ by, columns }) => {
      const workspace = deps.session();
      const sound = checkIncident(columns, today());
      if (!sound.ok) return sound;
      const linked = unknownLink(workspace, columns.links, []);
      if (!linked.ok) return linked;
      const id = deps.ports.ids.next();
      return workspace.write(
        { method: 'cases.recordIncident', params: { title: columns.title }, subject: { entity: 'incidents', id } },
        () => {
          insertIncident(workspace, id, columns, by, today());
          return view(workspace, id);
        },
      );
    },

    'cases.updateIncident': ({ id, revision, columns }) => {
      const workspace = deps.session();
      const found = atRevision('incident', id, revision, findIncident(workspace, id));
      if (!found.ok) return found;
      const merged = { ...found.value.columns, ...withoutGaps(columns) };
      const sound = checkIncident(merged, today());
      if (!sound.ok) return sound;
      const linked = unknownLink(workspace, columns.links, found.value.columns.links);
      if (!linked.ok) return linked;
      return write(workspace, 'cases.updateIncident', found.value, { title: merged.title }, () => updateIncident(workspace, id, columns));
    },

    'cases.closeIncident': ({ id, revision, by, closed }) => {
      const workspace = deps.session();
      const found = atRevision('incident', id, revision, findIncident(workspace, id));
      if (!found.ok) return found;
      const { steps, halts, openActions } = incidentRow(found.value, keptOf(workspace, id), null, today());
      if (closed && halts > 0)
        return err({
          code: 'policy.refused',
          detail: 'Something is still halted under this incident. Lift the halts first, each with its reason',
        });
      if (closed && openActions > 0)
        return err({ code: 'policy.refused', detail: 'A corrective action is still open. Finish it or take it away first' });
      const open = steps.filter(({ id: step, state }) => state !== 'done' && (step === 'decide' || step === 'assess'));
      if (closed && open.length > 0)
        return err({ code: 'policy.refused', detail: 'Assess it and decide on disclosure first: a closed file has to say both' });
      return write(workspace, closed ? 'cases.closeIncident' : 'cases.openIncident', found.value, {}, () => {
        prepared(workspace.db, 'UPDATE incidents SET closed_on = ?, closed_by = ?, revision = revision + 1 WHERE id = ?').run(
          closed ? today() : null,
          closed ? by : '',
          id,
        );
      });
    },

    'cases.holdEvidence': ({ id, revision, note, by }) => {
      const workspace = deps.session();
      const found = atRevision('incident', id, revision, findIncident(workspace, id));
      if (!found.ok) return found;
      const { number, columns } = found.value;
      const params = { number: incidentNumber(number) };
      const subject = { entity: 'incidents', id };
      return workspace.write({ method: 'cases.holdEvidence', params, subject, undoable: false }, () => {
        placeHold(workspace, {
          id: deps.ports.ids.next(),
          matter: columns.title,
          cause: 'incident',
          reference: incidentNumber(number),
          note,
          everything: false,
          records: [...columns.links, { kind: 'incident', id }],
          from: { kind: 'incident', id },
          by,
          at: deps.ports.clock.now(),
        });
        updateIncident(workspace, id, { preserveNote: note, preservedBy: by, preservedOn: today() });
        return view(workspace, id);
      });
    },

    'cases.halt': ({ incidentId, record, what, by }) => {
      const workspace = deps.session();
      const found = incidentAt(workspace, incidentId);
      if (!found.ok) return found;
      if (found.value.closedOn !== null)
        return err({ code: 'policy.refused', detail: 'The incident is closed. Open it again before halting anything under it' });
      if (!canHalt.has(record.kind)) return err({ code: 'policy.refused', detail: 'Only assets, people, parties and sites can be halted' });
      const name = joins.records.title(workspace, record);
      if (name === undefined) return err({ code: 'record.notFound', entity: record.kind, id: record.id.slice(0, 80) });
      if (haltsInForce(workspace, record).some((halt) => halt.incidentId === incidentId))
        return err({ code: 'record.conflict', entity: 'halt', detail: `${name} is halted under this incident already` });
      return write(workspace, 'cases.halt', found.value, { name }, () => {
        prepared(
          workspace.db,
          'INSERT INTO incident_halts (id, incident_id, record_kind, record_id, name, what, since, by_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ).run(deps.ports.ids.next(), incidentId, record.kind, record.id, name.slice(0, 400), what, today(), by);
      });
    },

    'cases.liftHalt': ({ id, by, reason }) => {
      const workspace = deps.session();
      const halt = findHalt(workspace, id);
      if (halt === undefined) return err({ code: 'record.notFound', entity: 'halt', id });
      if (halt.liftedOn !== null) return err({ code: 'record.conflict', entity: 'halt', detail: 'This halt was lifted already' });
      const found = incidentAt(workspace, halt.incidentId);
      if (!found.ok) return found;
      return write(workspace, 'cases.liftHalt', found.value, { name: halt.name }, () => {
        prepared(workspace.db, 'UPDATE incident_halts SET lifted_on = ?, lifted_by = ?, lift_reason = ? WHERE id = ?').run(
          today(),
          by,
          reason,
          id,
        );
      });
    },

    'cases.halts': ({ record }) => ok(haltsInForce(deps.session(), record)),

    'cases.saveAction': ({ incidentId, id, revision, title, owner, due, doneOn, verified, taskId }) => {
      const workspace = deps.session();
      const found = incidentAt(workspace, incidentId);
      if (!found.ok) return found;
      if (doneOn !== null && doneOn > today())
        return err({ code: 'request.invalid', issues: [`doneOn: the day it was done, ${doneOn}, lies ahead`] });
      if (id !== null) {
        const before = findAction(workspace, id);
        const current = atRevision('correctiveAction', id, revision, before?.incidentId === incidentId ? before : undefined);
        if (!current.ok) return current;
      }
      return write(workspace, 'cases.saveAction', found.value, { title }, () => {
        if (id === null)
          prepared(
            workspace.db,
            'INSERT INTO incident_actions (id, incident_id, title, owner, due, done_on, verified, task_id, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          ).run(deps.ports.ids.next(), incidentId, title, owner, due, doneOn, verified, taskId, deps.ports.clock.now());
        else
          prepared(
            workspace.db,
            'UPDATE incident_actions SET title = ?, owner = ?, due = ?, done_on = ?, verified = ?, task_id = ?, revision = revision + 1 WHERE id = ?',
          ).run(title, owner, due, doneOn, verified, taskId, id);
      });
    },

    'cases.removeAction': ({ id, revision }) => {
      const workspace = deps.session();
      const action = atRevision('correctiveAction', id, revision, findAction(workspace, id));
      if (!action.ok) return action;
      const found = incidentAt(workspace, action.value.incidentId);
      if (!found.ok) return found;
      return write(workspace, 'cases.removeAction', found.value, { title: action.value.title }, () => {
        prepared(workspace.db, 'DELETE FROM incident_actions WHERE id = ?').run(id);
      });
    },

    'cases.escalate': ({ incidentId, to, role, ask, by }) => {
      const workspace = deps.session();
      const found = incidentAt(workspace, incidentId);
      if (!found.ok) return found;
      return write(workspace, 'cases.escalate', found.value, { to }, () => {
        prepared(
          workspace.db,
          'INSERT INTO incident_escalations (id, incident_id, to_name, role, ask, by_name, asked_on, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ).run(deps.ports.ids.next(), incidentId, to, role, ask, by, today(), deps.ports.clock.now());
      });
    },

    'cases.answerEscalation': ({ id, answer, by }) => {
      const workspace = deps.session();
      const escalation = findEscalation(workspace, id);
      if (escalation === undefined) return err({ code: 'record.notFound', entity: 'escalation', id });
      if (escalation.answeredOn !== null)
        return err({ code: 'record.conflict', entity: 'escalation', detail: `${escalation.answeredBy} answered this already` });
      const found = incidentAt(workspace, escalation.incidentId);
      if (!found.ok) return found;
      return write(workspace, 'cases.answerEscalation', found.value, { to: escalation.to }, () => {
        prepared(workspace.db, 'UPDATE incident_escalations SET answer = ?, answered_by = ?, answered_on = ? WHERE id = ?').run(
          answer,
          by,
          today(),
          id,
        );
      });
    },
  };
}

/** Fields that were left out stay as they are. */
const withoutGaps = <T extends object>(columns: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>;
  }>;
