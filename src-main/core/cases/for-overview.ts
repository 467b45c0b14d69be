import type { IncidentRow } from '../../../src-shared/contract/cases.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { GateKind } from '../../../src-shared/model/gate.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Case } from '../../engine/quality/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { modelsBeforeRelease } from '../inventory/index.ts';
import { gateGround } from './gate-ground.ts';
import { createGateViews } from './gate-view.ts';
import { allIncidents } from './incident-store.ts';
import { caseLawOf, incidentRow, keptOf } from './incident-view.ts';
import type { CaseJoins } from './joins.ts';

/** Incidents that are not closed, as their list shows them. */
export function openIncidents(workspace: OpenWorkspace, packs: readonly RulePack[], today: IsoDate): IncidentRow[] {
  const law = caseLawOf(packs);
  return allIncidents(workspace)
    .filter(({ closedOn }) => closedOn === null)
    .map((record) => incidentRow(record, keptOf(workspace, record.id), law, today));
}

export interface HeldGate {
  readonly assetId: string;
  readonly name: string;
  readonly ownerName: string;
  readonly gate: GateKind;
  /** Conditions that are not met. */
  readonly missing: number;
}

/** Models looked at for what holds them back; what waits longest in a large register is not worked out for a few lines. */
const mostModels = 40;

/** Models before their release that a gate holds, at the end of the training or before the release: the first gate of each. */
export async function heldGates(
  session: () => OpenWorkspace,
  joins: CaseJoins,
  limit: number,
  pause: () => Promise<void>,
): Promise<readonly HeldGate[]> {
  const models = modelsBeforeRelease(session(), mostModels);
  if (models.length === 0) return [];
  const ground = await gateGround(session, createGateViews(joins), pause);
  const found: HeldGate[] = [];
  for (const model of models) {
    const held = ground
      .judge(session(), model)
      .find(({ gate, state }) => state === 'held' && (gate === 'trainingCompleted' || gate === 'release'));
    if (held !== undefined)
      found.push({
        assetId: model.id,
        name: `${model.name} ${model.versionLabel}`.trim(),
        ownerName: model.ownerName,
        gate: held.gate,
        missing: held.conditions.filter(({ state }) => state === 'missing' || state === 'open').length,
      });
    if (found.length === limit) break;
    await pause();
  }
  return found;
}

/** Incidents as cases: from the day of discovery to the day they were closed. */
export const incidentCases = (workspace: OpenWorkspace): readonly Case[] =>
  allIncidents(workspace).map(({ columns, closedOn }) => ({ opened: columns.discoveredOn, closed: closedOn }));
