export { createEvidenceRegisterHandlers } from './handlers.ts';
