export { type FactsAnswer, factsAnswer, listLine } from './answers.ts';
export { readFactPattern, readRow } from './read-facts.ts';
export { choosePacks, type ClassifyBatch, type ClassifyError, type ClassifyKind, runClassifyBatch } from './run.ts';
export type { InputFormat, RowProblem } from './rows.ts';
