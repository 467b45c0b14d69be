import { assetAccessDays, findingRecords, personAccessDays } from '../access/index.ts';
import { gateRecords, incidentDays, incidentRecords, keptIncidents, watchRecords } from '../cases/index.ts';
import { classificationDays } from '../classification/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { assetRecords, keptAssets, questionRecords, siteRecords } from '../inventory/index.ts';
import { listRecords } from '../lists/index.ts';
import { keptParties, partyRecords } from '../parties/index.ts';
import { assetAuthorisationDays, employmentDays, keptPeople, personAuthorisationDays, personRecords } from '../people/index.ts';
import { planRecords } from '../plan/index.ts';
import { programmeRecords } from '../programme/index.ts';
import { createRecords, type RecordSource, type Records } from '../records/index.ts';
import type { RetentionSource } from '../retention/index.ts';
import { packRecords } from '../rulelibrary/index.ts';
import { hitRecords, partyDecisionDays } from '../screening/index.ts';
import { trainingRecords } from '../training/index.ts';
import { keptTransfers, transferDays, transferRecords } from '../transfers/index.ts';
import { partyVettingDays, vettingRecords } from '../vetting/index.ts';
import { libraryFor } from './judging.ts';

/** Rooms whose records carry evidence and tasks. A room that keeps records others point at adds its own here. */
export const recordSourcesFor = (deps: Pick<FeatureDeps, 'ports'>): readonly RecordSource[] => [
  assetRecords,
  siteRecords,
  personRecords,
  partyRecords,
  vettingRecords,
  transferRecords,
  findingRecords,
  ...planRecords,
  ...programmeRecords(deps.ports.paths.resources),
  ...trainingRecords,
  incidentRecords,
  gateRecords,
  watchRecords(libraryFor(deps).allPacks),
  listRecords,
  packRecords(libraryFor(deps).allPacks),
  hitRecords,
  questionRecords,
];

export const recordsFor = (deps: FeatureDeps): Records => createRecords(recordSourcesFor(deps));

/** Records whose time of keeping is watched. A room adds its own here. */
export const retentionSources: readonly RetentionSource[] = [
  { kind: 'asset', all: keptAssets, days: [assetAccessDays, classificationDays, assetAuthorisationDays] },
  { kind: 'person', all: keptPeople, days: [personAccessDays, personAuthorisationDays, employmentDays] },
  { kind: 'party', all: keptParties, days: [partyDecisionDays, partyVettingDays] },
  { kind: 'incident', all: keptIncidents, days: [incidentDays] },
  { kind: 'transfer', all: keptTransfers, days: [transferDays] },
];
