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
  packOld: '/rules/watch?view=packs&due=yes',
  claimedRules: '/rules',
  partyNotScreened: '/parties/runs',
  vettingMissing: '/vetting',
  vettingOverdue: '/vetting',
  vettingNotPassed: '/vetting',
  screeningLapsed: '/parties/queue',
  incidentLate: '/programme/incidents',
  incidentNear: '/programme/incidents',
  gateStands: '/programme/gates',
  riskAssessmentDue: '/programme/risk',
  assessmentOld: '/programme/assessments',
  checkUnanswered: '/rules/watch?view=checks',
  riskReviewDue: '/access/findings',
};
