import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type PartyJoins, partiesForScreening, partySubject } from '../parties/index.ts';
import { keyedSubjects, standingsOf, trueMatchesOf } from '../screening/index.ts';
import { partyVettings, vettingsOfParty } from '../vetting/index.ts';
import { judgingFor } from './judging.ts';
import { asSubject, screenedSubjects, screeningPartsFor } from './screening.ts';
import { vettingJoinsFor } from './vetting.ts';

export const partyJoinsFor = (deps: FeatureDeps): PartyJoins => ({
  judging: judgingFor(deps),
  standings: (workspace, rows) => {
    const known = keyedSubjects(screenedSubjects(workspace));
    const standings = standingsOf(
      workspace,
      rows.map((row) => known.get(`party ${row.id}`) ?? asSubject(partySubject(row))),
    );
    return new Map([...standings].map(([key, standing]) => [key.slice('party '.length), standing]));
  },
  matches: trueMatchesOf,
  vettings: (workspace, id) => vettingsOfParty(workspace, vettingJoinsFor(deps), id, deps.ports.clock.today()),
  beside: (workspace) => ({ vettings: partyVettings(workspace, vettingJoinsFor(deps), deps.ports.clock.today()) }),
  changed: () => screeningPartsFor(deps).rescreening.changed(),
});

/** Where screening stands with each party, by its id. */
export function partyStandings(workspace: OpenWorkspace): ReadonlyMap<string, string> {
  const parties = partiesForScreening(workspace).map(asSubject);
  return new Map([...standingsOf(workspace, parties)].map(([key, { standing }]) => [key.slice('party '.length), standing]));
}

/** What findings on parties beside the lists rest on. */
export const partyGrounds = (deps: FeatureDeps) => (workspace: OpenWorkspace) => {
  const { packs, on } = judgingFor(deps)(workspace);
  return { packs, on, matches: trueMatchesOf(workspace) };
};
