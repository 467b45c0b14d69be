export { actionKindOf } from './action-kind.ts';
export { createResourceMatcher, type NamedAsset, resourceMatcherInSteps } from './asset-names.ts';
export { auditAccess, rankedFindings, rankOf } from './audit.ts';
export { silences } from './coverage-gaps.ts';
export { isControlled } from './deemed-export.ts';
export { auditLawOf } from './law.ts';
export { type PlanStanding, planStandings } from './plan.ts';
export { type AuditPosition, positionsOf } from './positions.ts';
export {
  type AccessSettings,
  type SettingDefinition,
  type SettingValue,
  settingDefinitions,
  settingFault,
  standardSettings,
} from './settings.ts';
export type { AuditFinding, AuditLaw, AuditQuestion, FindingLevel } from './types.ts';
export { explainEvent, type RuleAnswer } from './why-not.ts';
