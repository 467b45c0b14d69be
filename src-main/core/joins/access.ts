import { ok } from '../../../src-shared/model/result.ts';
import { type AccessJoins, addResourceNames, eventJoinsOf, runAudit } from '../access/index.ts';
import type { WizardJoins } from '../accesslogs/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { assetNames } from '../inventory/index.ts';
import { networksOf } from '../networks/index.ts';
import { accountsOf, namesOf, peopleForAudit, peopleForAuditInSlices, settleAccounts, suggestPeople } from '../people/index.ts';
import { judgingFor } from './judging.ts';

/** What the audit takes from other features. */
export const accessJoinsFor = (deps: FeatureDeps): AccessJoins => ({
  judging: judgingFor(deps),
  people: peopleForAudit,
  peopleInSlices: peopleForAuditInSlices,
  exits: (workspace) => networksOf(workspace, deps.ports.paths.resources),
});

/** What the access-log wizard takes from other features. */
export function logWizardJoinsFor(deps: FeatureDeps): WizardJoins {
  const joins = accessJoinsFor(deps);
  const { clock, ids, paths } = deps.ports;
  return {
    networks: (workspace) => networksOf(workspace, paths.resources),
    assets: (workspace) =>
      assetNames(workspace).map(({ id, name, version }) => ({ id, name: version === null ? name : `${name} ${version}` })),
    assetsBehind: eventJoinsOf(joins).assets,
    nameAssets: (workspace, names) =>
      workspace.write({ method: 'access.nameAssets', params: { count: names.length } }, () => {
        addResourceNames(workspace, names);
        return ok(null);
      }),
    namesOf,
    accountsOf,
    suggestionsFor: (workspace, accounts) =>
      suggestPeople(workspace, accounts).map((found) => found.map(({ personId, name, because }) => ({ id: personId, name, because }))),
    settleAccounts: (workspace, answers) => settleAccounts(workspace, answers, { newId: () => ids.next(), now: clock.now() }),
    startAudit() {
      deps.jobs.start({ kind: 'access.audit', touches: ['access'] }, (job) => runAudit(deps, joins, job));
    },
  };
}
