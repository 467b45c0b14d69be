import { briefingsOfPerson } from '../access/index.ts';
import { evidenceCounts } from '../evidence/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { screenedLists } from '../lists/index.ts';
import type { ProgrammeJoins } from '../programme/index.ts';
import { retentionRule } from '../retention/index.ts';
import { readProfile } from '../screening/index.ts';
import type { TrainingJoins } from '../training/index.ts';
import { libraryFor } from './judging.ts';
import { recordsFor } from './records.ts';

export const programmeJoinsFor = (deps: FeatureDeps): ProgrammeJoins => ({
  records: recordsFor(deps),
  packs: (workspace) => libraryFor(deps).activePacks(workspace),
  proven: (workspace, ids) =>
    new Set(
      evidenceCounts(
        workspace,
        ids.map((id) => ({ kind: 'assessmentAnswer', id })),
      ).flatMap(({ record, count }) => (count > 0 ? [record.id] : [])),
    ),
  screening: readProfile,
  retention: (workspace) => retentionRule(libraryFor(deps).activePacks(workspace), deps.ports.clock.today()),
  lists: (workspace) => screenedLists(workspace),
});

/** What the training record takes from other features. */
export const trainingJoins: TrainingJoins = { briefings: briefingsOfPerson };
