export { changeLogSource } from './change-log.ts';
export { createHistoryHandlers } from './handlers.ts';
