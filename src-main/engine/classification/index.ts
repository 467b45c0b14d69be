export { explainChange, type FindingChange, type ReplayError, replay } from './change.ts';
export { classifyItem, ENGINE_VERSION } from './classify.ts';
