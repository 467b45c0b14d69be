import type { IncidentRow } from '../../../src-shared/contract/cases.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Case } from '../../engine/quality/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { allIncidents } from './incident-store.ts';
import { caseLawOf, incidentRow, keptOf } from './incident-view.ts';

/** Incidents that are not closed, as their list shows them. */
export function openIncidents(workspace: OpenWorkspace, packs: readonly RulePack[], today: IsoDate): IncidentRow[] {
  const law = caseLawOf(packs);
  return allIncidents(workspace)
    .filter(({ closedOn }) => closedOn === null)
    .map((record) => incidentRow(record, keptOf(workspace, record.id), law, today));
}

/** Incidents as cases: from the day of discovery to the day they were closed. */
export const incidentCases = (workspace: OpenWorkspace): readonly Case[] =>
  allIncidents(workspace).map(({ columns, closedOn }) => ({ opened: columns.discoveredOn, closed: closedOn }));
