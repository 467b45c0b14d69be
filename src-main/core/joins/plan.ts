import { runAudit } from '../access/index.ts';
import { gateLinks } from '../cases/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readMeasures, readMeasuresInSlices } from '../measures/index.ts';
import { linkedChecks, linkedRooms, type PlanJoins } from '../plan/index.ts';
import { answerLinks } from '../programme/index.ts';
import { foundNow, lookInSlices } from '../quality/index.ts';
import { reportText } from '../reports/index.ts';
import { runScreening } from '../screening/index.ts';
import { transferLinks } from '../transfers/index.ts';
import { accessJoinsFor } from './access.ts';
import { caseJoinsFor } from './cases.ts';
import { assessorFor } from './judging.ts';
import { measureSourcesFor } from './measures.ts';
import { programmeJoinsFor } from './programme.ts';
import { qualitySourcesFor } from './quality.ts';
import { recordsFor } from './records.ts';
import { screenedSubjects, screeningPartsFor } from './screening.ts';
import { transferJoinsFor } from './transfers.ts';

export const planJoinsFor = (deps: FeatureDeps): PlanJoins => ({
  records: recordsFor(deps),
  readings: (workspace) => readMeasures(workspace, measureSourcesFor(deps)),
  measure: (session, pause) => readMeasuresInSlices(session, measureSourcesFor(deps), pause),
  rooms: [
    ...linkedRooms(
      {
        audit: (job) => runAudit(deps, accessJoinsFor(deps), job),
        screen: (ids, job) => runScreening(deps, screenedSubjects, screeningPartsFor(deps).holder, { cause: 'subjects', ids }, job),
        assessor: assessorFor(deps),
      },
      reportText(),
    ),
    answerLinks(programmeJoinsFor(deps), reportText()),
    gateLinks(caseJoinsFor(deps), reportText()),
    transferLinks(transferJoinsFor(deps), reportText()),
  ],
  checks: linkedChecks(
    {
      found: (workspace, checks) => foundNow(workspace, qualitySourcesFor(deps)(workspace), checks),
      readAhead: (session, _checks, pause) => lookInSlices(session, qualitySourcesFor(deps), deps.ports.clock.today(), pause),
    },
    reportText(),
  ),
});
