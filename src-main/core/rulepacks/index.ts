export { packHash } from './hash.ts';
export { type LoadedPack, type LoadedPacks, loadRulePack, loadRulePacks, packFromFiles, sortPacks } from './load.ts';
