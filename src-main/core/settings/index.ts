export { createDraftHandlers, createSettingsHandlers, type SettingsHost } from './handlers.ts';
export { settingsMigrations } from './migrations.ts';
export { createMachineSettings, personReader, readWorkspaceSettings, writeWorkspaceSettings } from './store.ts';
