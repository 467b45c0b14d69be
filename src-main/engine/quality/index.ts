export { longestStandDays, type QualityCheck, qualityChecks } from './checks.ts';
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
} from './picture.ts';
