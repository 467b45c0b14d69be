import type { Text } from '../../../src-shared/text/format.ts';
import type { ReportSource } from '../reports/index.ts';
import { programmeCatalogue } from './catalogue.ts';
import type { ProgrammeJoins } from './joins.ts';
import { assessmentSource } from './report-assessment.ts';
import { manualSource } from './report-manual.ts';
import { riskSource } from './report-risk.ts';

/** What the programme reports: the self-assessment, the risks and the policy manual. */
export const programmeReports = (resources: string, joins: ProgrammeJoins, text: Text) => {
  const catalogue = () => programmeCatalogue(resources);
  return {
    assessment: (): ReportSource => assessmentSource(catalogue, joins, text),
    risk: (): ReportSource => riskSource(joins, text),
    manual: (): ReportSource => manualSource(catalogue, joins, text),
  };
};
