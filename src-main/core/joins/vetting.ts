import { assetsInFindings, assetsInFindingsOf, releasableAssets } from '../access/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { partiesForVetting, partyForVetting } from '../parties/index.ts';
import { staffOn } from '../people/index.ts';
import { openVettings, type VettingJoins } from '../vetting/index.ts';

/** Of whom checks are expected. */
export const vettingJoinsFor = (deps: FeatureDeps): VettingJoins => ({
  parties: partiesForVetting,
  party: partyForVetting,
  member: (workspace, id) =>
    staffOn(workspace, deps.ports.clock.today(), releasableAssets(workspace), new Map([[id, assetsInFindingsOf(workspace, id)]]), id)[0],
  staff: (workspace) => staffOn(workspace, deps.ports.clock.today(), releasableAssets(workspace), assetsInFindings(workspace)),
  staffInSlices: async (session, pause) => {
    const controlled = releasableAssets(session());
    await pause();
    const reached = assetsInFindings(session());
    await pause();
    return staffOn(session(), deps.ports.clock.today(), controlled, reached);
  },
});

export const openVettingsFor = (deps: FeatureDeps, workspace: OpenWorkspace, withSoon = false) =>
  openVettings(workspace, vettingJoinsFor(deps), deps.ports.clock.today(), withSoon);
