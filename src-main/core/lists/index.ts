export type { KnownSource } from './read/recognise.ts';
export { countryOf } from './read/values/places.ts';
export { readSpan } from './read/values/spans.ts';
export { type ListReadEnd, type ListReadSteps, readListSource, readLists, recogniseListFiles } from './read-lists.ts';
