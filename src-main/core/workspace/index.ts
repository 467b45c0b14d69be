export { createWorkspaceRoom, type WorkspaceHandlerDeps, type WorkspaceRoom } from './handlers.ts';
export { databaseFile, headerFile } from './header.ts';
export { workspaceMigrations } from './migrations.ts';
export { keyByPassphrase } from './unlocking.ts';
export { createVault } from './vault.ts';
export type { Vault } from './vault-types.ts';
