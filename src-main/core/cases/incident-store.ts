import type { CorrectiveAction, Escalation, IncidentColumns } from '../../../src-shared/contract/cases.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';

const columnOf: Readonly<Record<keyof IncidentColumns, string>> = {
  title: 'title',
  kind: 'kind',
  whatHappened: 'what_happened',
  discoveredOn: 'discovered_on',
  occurredFrom: 'occurred_from',
  occurredUntil: 'occurred_until',
  owner: 'owner',
  links: 'links',
  stopNote: 'stop_note',
  preserveNote: 'preserve_note',
  preservedBy: 'preserved_by',
  preservedOn: 'preserved_on',
  assessment: 'assessment',
  rootCause: 'root_cause',
  violationsLow: 'violations_low',
  violationsHigh: 'violations_high',
  valueLowUsd: 'value_low_usd',
  valueHighUsd: 'value_high_usd',
  wilful: 'wilful',
  decision: 'decision',
  track: 'track',
  decisionReason: 'decision_reason',
  decidedBy: 'decided_by',
  decidedOn: 'decided_on',
  authorisedBy: 'authorised_by',
  initialSentOn: 'initial_sent_on',
  initialReceivedOn: 'initial_received_on',
  extensionAskedOn: 'extension_asked_on',
  extendedTo: 'extended_to',
  narrativeSentOn: 'narrative_sent_on',
  shortReportSentOn: 'short_report_sent_on',
  upgradeAskedOn: 'upgrade_asked_on',
  reference: 'reference',
  lessons: 'lessons',
};

/** Some of the columns; what is undefined stays as it is. */
export type SomeColumns = { readonly [K in keyof IncidentColumns]?: IncidentColumns[K] | undefined };

/** An incident as it is stored. */
export interface IncidentRecord {
  readonly id: string;
  readonly number: number;
  readonly columns: IncidentColumns;
  readonly recordedBy: string;
  readonly recordedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly closedBy: string;
  readonly revision: number;
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly number: number;
  readonly links: string;
  readonly recorded_by: string;
  readonly recorded_on: IsoDate;
  readonly closed_on: IsoDate | null;
  readonly closed_by: string;
  readonly revision: number;
}

const toRecord = (row: Row): IncidentRecord => ({
  id: row.id,
  number: row.number,
  columns: Object.fromEntries(
    Object.entries(columnOf).map(([field, column]) => [field, field === 'links' ? JSON.parse(row.links) : row[column]]),
  ) as IncidentColumns,
  recordedBy: row.recorded_by,
  recordedOn: row.recorded_on,
  closedOn: row.closed_on,
  closedBy: row.closed_by,
  revision: row.revision,
});

export function findIncident({ db }: Pick<Connection, 'db'>, id: string): IncidentRecord | undefined {
  const row = prepared<[string], Row>(db, 'SELECT * FROM incidents WHERE id = ?').get(id);
  return row === undefined ? undefined : toRecord(row);
}

/** All incidents, the newest discovery first. A company has tens of them, not thousands. */
export const allIncidents = ({ db }: Pick<Connection, 'db'>): IncidentRecord[] =>
  prepared<[], Row>(db, 'SELECT * FROM incidents ORDER BY discovered_on DESC, number DESC').all().map(toRecord);

export function insertIncident({ db }: Pick<Connection, 'db'>, id: string, columns: SomeColumns, by: string, on: IsoDate): void {
  const last = prepared<[], { n: number | null }>(db, 'SELECT max(number) AS n FROM incidents').get()?.n ?? 0;
  const set = assignments(columns);
  const fields = ['id', 'number', 'recorded_by', 'recorded_on', ...set.keys()];
  prepared<unknown[]>(db, `INSERT INTO incidents (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`).run(
    id,
    last + 1,
    by,
    on,
    ...set.values(),
  );
}

export function updateIncident({ db }: Pick<Connection, 'db'>, id: string, columns: SomeColumns): void {
  const set = assignments(columns);
  const fields = [...set.keys()].map((field) => `${field} = ?`);
  prepared<unknown[]>(db, `UPDATE incidents SET ${[...fields, 'revision = revision + 1'].join(', ')} WHERE id = ?`).run(
    ...set.values(),
    id,
  );
}

function assignments(columns: SomeColumns): Map<string, unknown> {
  const set = new Map<string, unknown>();
  for (const [field, value] of Object.entries(columns) as [keyof IncidentColumns, unknown][])
    if (value !== undefined) set.set(columnOf[field], field === 'links' ? JSON.stringify(value) : value);
  return set;
}

interface ActionRow {
  readonly id: string;
  readonly incident_id: string;
  readonly title: string;
  readonly owner: string;
  readonly due: IsoDate | null;
  readonly done_on: IsoDate | null;
  readonly verified: string;
  readonly task_id: string | null;
  readonly revision: number;
}

const toAction = (row: ActionRow): CorrectiveAction => ({
  id: row.id,
  title: row.title,
  owner: row.owner,
  due: row.due,
  doneOn: row.done_on,
  verified: row.verified,
  taskId: row.task_id,
  revision: row.revision,
});

export const actionsOf = ({ db }: Pick<Connection, 'db'>, incidentId: string): CorrectiveAction[] =>
  prepared<[string], ActionRow>(db, 'SELECT * FROM incident_actions WHERE incident_id = ? ORDER BY added_at, id LIMIT 200')
    .all(incidentId)
    .map(toAction);

export function findAction({ db }: Pick<Connection, 'db'>, id: string): (CorrectiveAction & { readonly incidentId: string }) | undefined {
  const row = prepared<[string], ActionRow>(db, 'SELECT * FROM incident_actions WHERE id = ?').get(id);
  return row === undefined ? undefined : { ...toAction(row), incidentId: row.incident_id };
}

interface EscalationRow {
  readonly id: string;
  readonly incident_id: string;
  readonly to_name: string;
  readonly role: Escalation['role'];
  readonly ask: string;
  readonly by_name: string;
  readonly asked_on: IsoDate;
  readonly answer: string;
  readonly answered_by: string;
  readonly answered_on: IsoDate | null;
}

const toEscalation = (row: EscalationRow): Escalation => ({
  id: row.id,
  to: row.to_name,
  role: row.role,
  ask: row.ask,
  by: row.by_name,
  on: row.asked_on,
  answer: row.answer,
  answeredBy: row.answered_by,
  answeredOn: row.answered_on,
});

export const escalationsOf = ({ db }: Pick<Connection, 'db'>, incidentId: string): Escalation[] =>
  prepared<[string], EscalationRow>(db, 'SELECT * FROM incident_escalations WHERE incident_id = ? ORDER BY asked_at, id LIMIT 200')
    .all(incidentId)
    .map(toEscalation);

export function findEscalation({ db }: Pick<Connection, 'db'>, id: string): (Escalation & { readonly incidentId: string }) | undefined {
  const row = prepared<[string], EscalationRow>(db, 'SELECT * FROM incident_escalations WHERE id = ?').get(id);
  return row === undefined ? undefined : { ...toEscalation(row), incidentId: row.incident_id };
}
