export { type FactsAnswer, factsAnswer, listLine } from './answers.ts';
export { readFactPattern, readRow } from './read-facts.ts';
export { type ClassifyBatch, type ClassifyError, type ClassifyKind, choosePacks, runClassifyBatch } from './run.ts';
