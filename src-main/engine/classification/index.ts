export { explainChange, type FindingChange, replay, type ReplayError } from './change.ts';
export { classifyItem, ENGINE_VERSION } from './classify.ts';
