import { releaseGates } from '../cases/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { partiesForTransfers } from '../parties/index.ts';
import type { TransferJoins } from '../transfers/index.ts';
import { standingsOfParties } from '../vetting/index.ts';
import { caseJoinsFor } from './cases.ts';
import { judgingFor } from './judging.ts';
import { partyGrounds, partyJoinsFor } from './parties.ts';
import { vettingJoinsFor } from './vetting.ts';

/** What transfers are judged from. */
export const transferJoinsFor = (deps: FeatureDeps): TransferJoins => ({
  judging: judgingFor(deps),
  today: () => deps.ports.clock.today(),
  gates: (session, ids, pause) => releaseGates(session, caseJoinsFor(deps), ids, pause),
  parties: (session, ids, pause) => partiesForTransfers(session, ids, partyJoinsFor(deps).standings, partyGrounds(deps), pause),
  vettings: (workspace) => standingsOfParties(workspace, vettingJoinsFor(deps), deps.ports.clock.today()),
});
