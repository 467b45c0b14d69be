import type { ReportFormat } from '../../../src-shared/contract/reports.ts';

/** Formats beside PDF, which has a button of its own. */
export const otherFormats: readonly ReportFormat[] = ['xlsx', 'docx', 'json'];
/** Formats a binder may hold each report in. */
export const binderFormats: readonly ReportFormat[] = ['pdf', 'xlsx', 'docx', 'json'];
