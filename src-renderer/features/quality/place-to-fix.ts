import type { QualityCheckId } from '../../../src-shared/model/quality.ts';

/** Where many of a kind are mended at once; a check without one is mended record by record. */
export const placeToFix: Readonly<Partial<Record<QualityCheckId, string>>> = {
  accountTwice: '/people/accounts',
  authorisationAssets: '/people/authorisations',
  authorisationDates: '/people/authorisations',
  leaverAuthorised: '/people/authorisations',
  publishedButKept: '/access/coverage',
  controlledUnwatched: '/access/coverage',
  undetermined: '/questions',
  classificationOld: '/check',
  noOfficialList: '/lists',
  listOld: '/lists',
  packOld: '/rules',
  claimedRules: '/rules',
  partyNotScreened: '/parties/runs',
  screeningLapsed: '/parties/queue',
  riskReviewDue: '/access/findings',
};
