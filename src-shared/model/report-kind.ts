import { z } from 'zod';

/** Reports of the gallery and of `gatehouse report`. Words under `report.kind.<kind>`. */
export const ReportKind = z.enum([
  'executive-summary',
  'asset-register',
  'classification-register',
  'classification-memos',
  'access-audit',
  'people-and-control-plans',
  'screening',
  'transfers',
  'plan-status',
  'programme-assessment',
  'risk-assessment',
  'incident-file',
  'training-record',
  'own-figures',
  'policy-manual',
  'data-and-rule-ages',
  'change-log',
]);
export type ReportKind = z.infer<typeof ReportKind>;
