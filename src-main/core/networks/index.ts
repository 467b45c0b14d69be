export type { AllowedNetwork, CorporateExit, NetworkList } from './list.ts';
export { type Networks, openNetworks } from './networks.ts';
