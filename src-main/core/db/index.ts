export type { CommandNote, Connection, Migration, OpenWorkspace } from './types.ts';
export { WorkspaceClosed } from './types.ts';
