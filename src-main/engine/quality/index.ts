export type { QualityCheck } from './check.ts';
export { longestStandDays, qualityChecks } from './checks.ts';
export { type Case, cycleTimeOf } from './cycle-times.ts';
export type {
  QualityAccount,
  QualityAsset,
  QualityAuthorisation,
  QualityFinding,
  QualityHolding,
  QualityParty,
  QualityPerson,
  QualityPicture,
  QualityReached,
} from './picture.ts';
