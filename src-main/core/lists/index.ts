export type { KnownSource } from './read/recognise.ts';
export { type ListReadEnd, type ListReadSteps, readListSource, readLists, recogniseListFiles } from './read-lists.ts';
