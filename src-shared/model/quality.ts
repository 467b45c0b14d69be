import { z } from 'zod';
import { RecordRef } from './record-ref.ts';

/** What is wrong with a record: two facts that cannot both hold, a fact that lacks, one thing twice, a conclusion overtaken, one on unconfirmed ground. */
export const QualityKind = z.enum(['contradiction', 'gap', 'duplicate', 'stale', 'unconfirmed']);
export type QualityKind = z.infer<typeof QualityKind>;

/** Checks over the whole workspace. Words under `quality.check.<id>`, `.why` and `.fix`. */
export const QualityCheckId = z.enum([
  'leaverAuthorised',
  'employmentDates',
  'authorisationDates',
  'authorisationAssets',
  'publishedButKept',
  'accountTwice',
  'ownershipAboveWhole',
  'ownershipCircle',
  'holdingDates',
  'ownersKnownNone',
  'assetOwner',
  'modelCompute',
  'controlledUnwatched',
  'partyCountry',
  'partyNotScreened',
  'ownersUnknown',
  'redFlagOpen',
  'vettingMissing',
  'vettingOverdue',
  'vettingNotPassed',
  'noOfficialList',
  'assetTwice',
  'personTwice',
  'partyTwice',
  'classificationOld',
  'decisionExpired',
  'decisionOvertaken',
  'riskReviewDue',
  'screeningLapsed',
  'listOld',
  'packOld',
  'mapOld',
  'claimedRules',
  'ownershipUnconfirmed',
  'restsOnDue',
  'restsOnDiffering',
  'transferUncleared',
  'transferLapsed',
  'transferLate',
  'incidentLate',
  'incidentNear',
  'trainingOverdue',
  'assessmentOld',
  'riskAssessmentDue',
  'gateStands',
  'checkUnanswered',
  'undetermined',
]);
export type QualityCheckId = z.infer<typeof QualityCheckId>;

/** One record that a check names. `detail` fills the text `quality.check.<id>.detail`; `mendAt` is where it is mended, if not on the record itself. */
export const QualityRecord = z.strictObject({
  ref: RecordRef,
  name: z.string().max(700),
  detail: z.record(z.string().max(30), z.union([z.string().max(300), z.number()])),
  mendAt: RecordRef.optional(),
});
export type QualityRecord = z.infer<typeof QualityRecord>;
