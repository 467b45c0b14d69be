export { type ExitsRefusal, type ListFileProblem, readExits, readNetworkLists } from './files.ts';
export type { AllowedNetwork, CorporateExit, NetworkList } from './list.ts';
export { type Networks, openNetworks } from './networks.ts';
