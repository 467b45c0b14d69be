export type { Assessor } from './assessor.ts';
export type { Assessment, AssetState, StateInput } from './asset-state.ts';
export { knownText, stateOf } from './asset-state.ts';
export { checkFacts } from './check-facts.ts';
export { assetDetail, namedLinks } from './detail.ts';
export { inventoryExchange } from './exchange.ts';
export { foldForSearch, searchWords } from './fold.ts';
export {
  type CurrentModel,
  countModels,
  currentModel,
  currentModels,
  entriesOfFinding,
  type FindingEntries,
  factsOfVersion,
  modelsAfter,
  modelsBeforeRelease,
  modelsOnTheWay,
  versionLabels,
} from './for-gates.ts';
export { countAssetsForMeasures } from './for-measures.ts';
export { classificationStandings } from './for-plan.ts';
export { assetsCalled, assetsForTransfers, type SentAsset } from './for-transfers.ts';
export { createInventoryHandlers } from './handlers.ts';
export { createAssetImportTarget } from './import-target.ts';
export type { JudgedNow } from './list-query.ts';
export { assetTotals, countAssets, findAssetRow, listAssetIds, listAssets, newestDecisionKind, whereOf } from './list-query.ts';
export { inventoryMigrations } from './migrations.ts';
export { type AssetName, assetNames } from './names.ts';
export { keptInByAsset, sitesWithAssets } from './places.ts';
export { questionRecords } from './question-records.ts';
export { listQuestions } from './questions.ts';
export { assetRecords, keptAssets, siteRecords } from './records.ts';
export type { AssetRecord, NewAsset, Stamp, VersionRecord } from './register.ts';
export {
  addVersion,
  assetAt,
  changeFacts,
  findAsset,
  findVersion,
  insertAsset,
  insertLink,
  insertSite,
  linksFrom,
  linksOf,
  parseFacts,
  versionsOf,
} from './register.ts';
export { listSafeguards } from './side-handlers.ts';
export { findState, markDecided, safeguardCounts, saveState } from './states.ts';
export type { AssetKind } from './types.ts';
