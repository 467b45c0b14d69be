export { createWorkspaceRoom, type WorkspaceHandlerDeps, type WorkspaceRoom } from './handlers.ts';
export { databaseFile, headerFile } from './header.ts';
export { workspaceMigrations } from './migrations.ts';
export { keyByPassphrase } from './unlocking.ts';
export { createVault, type LockBecause, type Vault, type VaultDeps } from './vault.ts';
