/** Words of the journal and of jobs for the access audit. */
export const accessAuditText = {
  'job.access.audit': 'Auditing access',
  'journal.access.decide': '{count, plural, one {Finding {label} decided: {state}} other {{count} findings decided: {state}}}',
  'journal.access.answer': 'Question of {label} answered: {answer}',
  'journal.access.saveAsset': 'Access to {name} described',
  'journal.access.exportMatrix': 'People and assets {number} saved ({format})',
  'journal.access.exportControlPlan': 'Technology control plan {number} saved ({format})',
  'journal.access.saveBriefing': 'Briefing of {name} recorded',
  'journal.access.removeBriefing': 'Briefing of {name} taken off',
  'journal.access.saveSetting': 'Audit setting changed: {title}',
} as const;
