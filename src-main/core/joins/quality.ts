import { findingCases } from '../access/index.ts';
import {
  gatesForQuality,
  incidentCases,
  incidentsForQuality,
  looksForQuality,
  packsForQuality,
  watchedForQuality,
} from '../cases/index.ts';
import { classificationCases, secondLookCases } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { reachedForQuality } from '../parties/index.ts';
import { taskCases } from '../plan/index.ts';
import { programmeDueForQuality } from '../programme/index.ts';
import type { QualityJoins } from '../quality/index.ts';
import { hitCases, trueMatchesOf } from '../screening/index.ts';
import { trainingForQuality, trainingPictureInSlices } from '../training/index.ts';
import { lapsedTransfersForQuality, transfersForQuality } from '../transfers/index.ts';
import { readVettingsInSlices } from '../vetting/index.ts';
import { caseJoinsFor } from './cases.ts';
import { judgingFor, libraryFor } from './judging.ts';
import { partyStandings } from './parties.ts';
import { programmeJoinsFor } from './programme.ts';
import { transferJoinsFor } from './transfers.ts';
import { openVettingsFor, vettingJoinsFor } from './vetting.ts';

/** What the picture that quality checks look at is drawn from. */
export const qualitySourcesFor =
  (deps: FeatureDeps): QualityJoins['sources'] =>
  (workspace) => {
    const { packs, packsKey, lastRuleChange, on, today } = judgingFor(deps)(workspace);
    const all = (open: OpenWorkspace) => libraryFor(deps).allPacks(open);
    return {
      now: { packsKey, lastRuleChange, today, on },
      ...{ today, standings: partyStandings },
      incidents: (open) => incidentsForQuality(open, all(open), today),
      looksDue: (open) => looksForQuality(open, packs, { on, today }),
      packsDue: (open) => packsForQuality(open, packs, today),
      watched: (open) => watchedForQuality(open, packs, { on, today }),
      reached: (open) => reachedForQuality(open, { packs, on }, trueMatchesOf(open)),
      readAhead: (session, pause) => readVettingsInSlices(session, vettingJoinsFor(deps), today, pause),
      vettings: (open) => openVettingsFor(deps, open),
      programmeDue: (open) => programmeDueForQuality(open, programmeJoinsFor(deps), today),
      workOutTraining: (session, pause) => trainingPictureInSlices(session, today, pause),
      trainingDue: (open) => trainingForQuality(open, today),
      transfers: (open) => transfersForQuality(open, today),
      lapsedTransfers: (session, pause) => lapsedTransfersForQuality(session, transferJoinsFor(deps), pause),
      waitingGates: (session, pause) => gatesForQuality(session, caseJoinsFor(deps), today, pause),
    };
  };

export const qualityJoinsFor = (deps: FeatureDeps): QualityJoins => ({
  sources: qualitySourcesFor(deps),
  cases: {
    accessFinding: findingCases,
    screeningHit: hitCases,
    classification: classificationCases,
    secondLook: secondLookCases,
    task: taskCases,
    incident: incidentCases,
  },
});
