import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { programmeMethods } from '../../../src-shared/contract/programme.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { recordEntries } from '../journal/index.ts';
import { createAssessmentHandlers } from './assessment-handlers.ts';
import { programmeCatalogue } from './catalogue.ts';
import { createCommitteeHandlers } from './committee.ts';
import { createContactHandlers } from './contacts.ts';
import type { ProgrammeJoins } from './joins.ts';
import { createManualHandlers } from './manual-handlers.ts';
import { createOrganisationHandlers } from './organisation-handlers.ts';
import { createRiskHandlers } from './risk-handlers.ts';
import { readProgrammeSettings, writeProgrammeSettings } from './settings.ts';
import { programmeStanding } from './standing.ts';

/** Answers the methods of the compliance programme. */
export function createProgrammeHandlers(deps: FeatureDeps, joins: ProgrammeJoins): HandlersFor<typeof programmeMethods> {
  return {
    ...createAssessmentHandlers(deps, joins),
    ...createRiskHandlers(deps, joins),
    ...createOrganisationHandlers(deps, joins),
    ...createCommitteeHandlers(deps, joins.records),
    ...createContactHandlers(deps),
    ...createManualHandlers(deps, joins),

    'programme.history': ({ of, id }) => ok(recordEntries(deps.session().db, of, id, 200)),
    'programme.standing': () =>
      ok(programmeStanding(deps.session(), programmeCatalogue(deps.ports.paths.resources), joins, deps.ports.clock.today())),
    'programme.settings': () => ok(readProgrammeSettings(deps.session())),
    'programme.saveSettings': (changes) => {
      const workspace = deps.session();
      const what = Object.keys(changes).join(', ');
      return workspace.write({ method: 'programme.saveSettings', params: { settings: what } }, () => {
        writeProgrammeSettings(workspace, changes as Parameters<typeof writeProgrammeSettings>[1]);
        return ok(readProgrammeSettings(workspace));
      });
    },
  };
}
