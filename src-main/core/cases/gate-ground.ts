import type { GateResult } from '../../engine/cases/index.ts';
import { type OpenWorkspace, type RestsOn, untilChangedInSlices } from '../db/index.ts';
import type { CurrentModel } from '../inventory/index.ts';
import { partyTables } from '../parties/index.ts';
import type { GateSurroundings } from './gate-facts.ts';
import type { GateViews } from './gate-view.ts';

/** What all gates rest on beside their models, and the gates that were judged on it. */
export interface GateGround {
  readonly around: GateSurroundings;
  /** Every gate of a model as it is now; judged when it is first asked for. */
  judge(workspace: OpenWorkspace, model: CurrentModel): readonly GateResult[];
}

/** What gates and the ground they stand on are read from. */
export const gateTables: RestsOn = [
  ...partyTables,
  'access_decisions',
  'access_findings',
  'asset_states',
  'asset_versions',
  'assets',
  'findings',
  'gate_destinations',
  'gate_passes',
  'gate_reports',
  'incident_halts',
  'incidents',
  'map_reviews',
  'settings',
];

/**
 * The ground of the gates, read a part at a time and kept until something of it is written, the day turns or the packs change: the list, the next
 * actions and the quality checks ask for the same gates one after the other.
 */
export function gateGround(session: () => OpenWorkspace, views: GateViews, pause: () => Promise<void>): Promise<GateGround> {
  const { packsKey, on, today } = views.judging(session());
  return untilChangedInSlices(
    session,
    'gates',
    `${packsKey} ${on} ${today}`,
    pause,
    async (turn) => {
      const around = views.surroundings(session());
      await turn();
      const parties = await views.partiesEverywhere(session, turn);
      const judged = new Map<string, readonly GateResult[]>();
      return {
        around,
        judge(workspace, model) {
          const known = judged.get(model.id);
          if (known !== undefined) return known;
          const results = views.judge(workspace, model, around, parties);
          judged.set(model.id, results);
          return results;
        },
      };
    },
    gateTables,
  );
}
