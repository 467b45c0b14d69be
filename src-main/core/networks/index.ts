export { type ListFileProblem, readExits, readNetworkLists } from './files.ts';
export { createNetworkHandlers } from './handlers.ts';
export type { AllowedNetwork, CorporateExit, NetworkList } from './list.ts';
export { networkMigrations } from './migrations.ts';
export { type Networks, openNetworks } from './networks.ts';
export { exitFields } from './read/columns.ts';
export type { ExitsRefusal } from './read/tasks.ts';
export { networksOf } from './workspace-networks.ts';
