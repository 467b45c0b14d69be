import { auditUnder } from '../access/index.ts';
import type { CaseJoins } from '../cases/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createPartyWords, partiesIn, partyNames, placedParties } from '../parties/index.ts';
import { trueMatchesOf } from '../screening/index.ts';
import { accessJoinsFor } from './access.ts';
import { assessorFor, judgingFor, libraryFor } from './judging.ts';
import { partyGrounds, partyJoinsFor } from './parties.ts';
import { recordsFor } from './records.ts';

/** What gates, incidents, the watch and impact take from other features. */
export const caseJoinsFor = (deps: FeatureDeps): CaseJoins => ({
  judging: judgingFor(deps),
  allPacks: (workspace) => libraryFor(deps).allPacks(workspace),
  records: recordsFor(deps),
  partyNames,
  assess: (tx, ids) => assessorFor(deps).assess(tx, ids),
  parties: (workspace, countries) => partiesIn(workspace, countries, partyJoinsFor(deps).standings, partyGrounds(deps)(workspace)),
  allParties: (session, pause) => {
    const { packsKey, on } = judgingFor(deps)(session());
    return placedParties(session, partyJoinsFor(deps).standings, partyGrounds(deps), `${packsKey} ${on}`, pause);
  },
  audit: (law, classified, job) => auditUnder(deps, accessJoinsFor(deps), law, classified, job),
  partyWords: (workspace, law) => createPartyWords(workspace, law, trueMatchesOf(workspace)),
});
