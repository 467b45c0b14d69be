export { actionKindOf } from './action-kind.ts';
export { auditAccess } from './audit.ts';
export {
  type AccessSettings,
  type SettingDefinition,
  type SettingValue,
  settingDefinitions,
  settingFault,
  standardSettings,
} from './settings.ts';
export type { AuditFinding, AuditLaw, AuditQuestion, FindingLevel } from './types.ts';
