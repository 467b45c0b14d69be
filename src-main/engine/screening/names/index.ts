export { readyTables } from './phrases.ts';
export { readName } from './read-name.ts';
export type { NameReading, NameToken } from './types.ts';
