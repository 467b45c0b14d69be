export { type QualityCheck, qualityChecks } from './checks.ts';
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
