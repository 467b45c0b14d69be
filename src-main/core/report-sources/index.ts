export { accessAuditSource } from './access-audit.ts';
export { askOver } from './ask.ts';
export { assetRegisterSource } from './asset-register.ts';
export { classificationRegisterSource, type DecisionFor } from './classification-register.ts';
export { dataAgesSource } from './data-ages.ts';
export { executiveSummarySource } from './executive-summary.ts';
export { peopleAndPlansSource } from './people-and-plans.ts';
export { screeningSource } from './screening.ts';
