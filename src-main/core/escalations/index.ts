export { forgetInEscalations } from './forget.ts';
export { createEscalationHandlers, type EscalationJoins } from './handlers.ts';
export { escalationMigrations } from './migrations.ts';
export { closeByDecision, escalationsWhere, forgetEscalations, insertEscalation } from './store.ts';
