import type { IncidentDetail } from '../../../src-shared/contract/cases.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ExportSheet } from '../exports/index.ts';
import type { EvidenceListed } from '../reports/index.ts';
import { clockRows, exposureRows } from './incident-file-law.ts';

/** An incident with what is kept as evidence of it. */
export type IncidentFile = IncidentDetail & { readonly evidence: EvidenceListed };

/** Whole tables of all incidents, one a sheet. */
export function sheetsOf(incidents: readonly IncidentFile[], text: Text): ExportSheet[] {
  const say = text.dynamic;
  const columns = (keys: readonly (readonly [string, number])[]) => keys.map(([key, width]) => ({ title: say(key), width }));
  return [
    {
      name: say('cases.sheet.incidents'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.field.title', 44],
        ['cases.field.kind', 24],
        ['cases.field.discoveredOn', 14],
        ['cases.field.owner', 22],
        ['cases.field.track', 20],
        ['cases.field.decision', 20],
        ['cases.column.due', 14],
        ['cases.field.closed', 14],
      ]),
      rows: incidents.map(({ row, columns: one }) => [
        row.number,
        row.title,
        say(`cases.kind.${row.kind}`),
        row.discoveredOn,
        row.owner,
        say(`cases.track.${one.track}`),
        say(`cases.decision.${one.decision}`),
        row.due,
        row.closedOn,
      ]),
    },
    {
      name: say('cases.sheet.halts'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.file.halted', 40],
        ['cases.halt.what', 40],
        ['cases.file.since', 14],
        ['cases.halt.by', 22],
        ['cases.file.lifted', 14],
        ['cases.halt.reason', 50],
      ]),
      rows: incidents.flatMap(({ row, halts }) =>
        halts.map((halt) => [row.number, halt.name, halt.what, halt.since, halt.by, halt.liftedOn, halt.liftReason]),
      ),
    },
    {
      name: say('cases.sheet.actions'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.action.title', 60],
        ['cases.action.owner', 22],
        ['cases.action.due', 14],
        ['cases.action.done', 14],
        ['cases.action.verified', 50],
      ]),
      rows: incidents.flatMap(({ row, actions }) =>
        actions.map((action) => [row.number, action.title, action.owner, action.due, action.doneOn, action.verified]),
      ),
    },
    {
      name: say('cases.sheet.clock'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.clock.step', 24],
        ['cases.clock.due', 22],
        ['cases.clock.countedFrom', 50],
        ['cases.clock.state', 24],
      ]),
      rows: incidents.flatMap(({ row, clock, columns: one }) =>
        clock === null ? [] : clockRows(clock, one, text).map((step) => [row.number, ...step]),
      ),
    },
    {
      name: say('cases.sheet.exposure'),
      columns: columns([
        ['cases.field.number', 10],
        ['cases.exposure.kind', 36],
        ['cases.exposure.on', 14],
        ['cases.exposure.most', 36],
        ['cases.exposure.sum', 60],
        ['cases.exposure.how', 70],
        ['cases.exposure.source', 60],
      ]),
      rows: incidents.flatMap(({ row, exposure, columns: one }) =>
        exposure === null ? [] : exposureRows(exposure, one, text).map((penalty) => [row.number, ...penalty]),
      ),
    },
    {
      name: say('cases.sheet.evidence'),
      columns: columns([
        ['cases.field.number', 10],
        ['evidence.column.name', 40],
        ['evidence.column.note', 50],
        ['evidence.column.address', 36],
        ['evidence.column.addedBy', 24],
        ['evidence.column.addedAt', 24],
        ['evidence.column.sha256', 66],
      ]),
      rows: incidents.flatMap(({ row, evidence }) =>
        evidence.pieces.map(({ name, note, address, addedBy, addedAt, sha256 }) => [
          row.number,
          name,
          note,
          address,
          addedBy,
          addedAt,
          sha256,
        ]),
      ),
    },
  ];
}

/** Plain data of one incident, people's names as the redaction wants them. */
export function dataOf(incident: IncidentFile): Readonly<Record<string, unknown>> {
  const { row, columns, halts, actions, escalations, records, clock, exposure, evidence } = incident;
  return {
    number: row.number,
    ...columns,
    owner: columns.owner,
    preservedBy: columns.preservedBy,
    decidedBy: columns.decidedBy,
    authorisedBy: columns.authorisedBy,
    recordedBy: incident.recordedBy,
    recordedOn: incident.recordedOn,
    closedOn: row.closedOn,
    records: records.map(({ record, name: called }) => ({ ...record, name: called })),
    halts: halts.map((halt) => ({
      record: halt.record,
      name: halt.name,
      what: halt.what,
      since: halt.since,
      by: halt.by,
      liftedOn: halt.liftedOn,
      liftedBy: halt.liftedBy,
      liftReason: halt.liftReason,
    })),
    actions: actions.map(({ title, owner, due, doneOn, verified }) => ({ title, owner: owner, due, doneOn, verified })),
    escalations: escalations.map(({ to, ask, on, answer, answeredBy, answeredOn }) => ({
      to: to,
      ask,
      on,
      answer,
      answeredBy: answeredBy,
      answeredOn,
    })),
    clock:
      clock === null
        ? null
        : {
            steps: clock.steps,
            lookback: clock.lookback,
            quarterEnds: clock.quarterEnds,
            warnings: clock.warnings,
            citation: clock.rules.source.locator,
            rules: clock.rules,
          },
    exposure,
    evidence: {
      pieces: evidence.pieces.map(({ kind, name, note, address, sizeBytes, sha256, addedBy, addedAt }) => ({
        ...{ kind, name, note, address, sizeBytes, sha256, addedBy, addedAt },
      })),
      adviceLeftOut: evidence.leftOut,
    },
  };
}
