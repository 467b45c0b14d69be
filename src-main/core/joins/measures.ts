import type { FeatureDeps } from '../feature.ts';
import type { MeasureSources } from '../measures/index.ts';
import { lastTransfersForMeasures, transfersForMeasures } from '../transfers/index.ts';
import { libraryFor } from './judging.ts';
import { transferJoinsFor } from './transfers.ts';

export const measureSourcesFor = (deps: FeatureDeps): MeasureSources => ({
  packs: (workspace) => libraryFor(deps).activePacks(workspace),
  today: () => deps.ports.clock.today(),
  transfers: (session, pause) => transfersForMeasures(session, transferJoinsFor(deps), pause),
  lastTransfers: (workspace) => lastTransfersForMeasures(workspace, transferJoinsFor(deps)),
});
